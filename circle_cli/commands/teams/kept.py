"""What was changed in a log's folder by hand, and git does not have yet: kept before anything comes in."""

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK, PROPOSALS, SPARKS
from circle_cli.log.folder import ERASED, Log
from circle_cli.log.history.looking import uncommitted
from circle_cli.system.files import leads_elsewhere

if TYPE_CHECKING:  # for the name alone
    from circle_cli.log.history.refused import Commit

_MESSAGE = "Keep what was changed by hand"
_FOLDERS = ("sessions", SPARKS, PROPOSALS, "guidance", "identifier-check")
_OF_BASE = ("returned", "same", "themes-of-teams")
_ROOT = (MARK, "readers", ERASED, *_OF_BASE, "mkdocs.yml", ".gitignore", ".gitattributes")
_KINDS = (".md", ".yml", ".yaml", ".txt", ".png", ".svg", ".jpg", "")


def keep_changes(log: Log) -> "Commit | None":
    """Commit what was changed here by hand, of the files that a log is made of; all others are left alone.

    None where nothing was.

    Raises:
        CircleError: in one of them git left two versions, and nobody has chosen yet; or a folder took a file's name.
    """
    found = [name for name in uncommitted(log.root, (".",), log.trust) if _is_ours(log.root, name)]
    if not found:  # as mostly: what keeps them need not be loaded
        return None
    from circle_cli.log.intents import intended
    from circle_cli.text import refuse_two_versions

    for name in found:
        path = log.root / name
        if path.is_dir():
            wrong = "a folder is in the place of a file, and git cannot keep it under the same name"
            raise CircleError(wrong, USAGE, where=Place(path), do="give the folder another name, and do this again")
        if path.is_file() and path.suffix == ".md":
            refuse_two_versions(_text(path), str(path))
    paths = [log.root / name for name in found]
    with intended(log.root, paths, _MESSAGE, log.tell, log.trust) as commit:
        return commit()


def _text(path: Path) -> str:
    from circle_cli.system.no_links import content_of
    from circle_cli.text import decode

    try:
        return decode(content_of(path), str(path))
    except CircleError:
        return ""  # it is kept as it is


def _is_ours(root: Path, name: str) -> bool:
    from circle_cli.own_words.picture import logo_file
    from circle_cli.system.copied import copied_from

    place = PurePosixPath(name)
    known = name in _ROOT or (place.parts[0] in _FOLDERS and place.suffix in _KINDS and not place.name.startswith("."))
    known = known or name == logo_file(root)
    return known and not leads_elsewhere(root / name) and copied_from(root / name) is None
