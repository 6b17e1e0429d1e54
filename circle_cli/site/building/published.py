"""Says which files of a log's `guidance/` the site may show, and where each comes from. All else stays behind.

The list is closed: a file that is not on it is not published, whatever it is.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from circle_cli.discreet import nameless
from circle_cli.errors import CircleError, Place
from circle_cli.guidance.files import PAGES, own_pages
from circle_cli.guidance.vocabulary import VOCABULARY
from circle_cli.ids import MARK, PROPOSALS, REPORTS, WITHDRAWN
from circle_cli.points.folder import POINTS_FOLDER, Published
from circle_cli.signing.lists import own_lists
from circle_cli.system.copied import copied_from
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import inside, is_there, names_in
from circle_cli.text import TwoVersions, refuse_two_versions, text_of

_EXPECTED = (
    "frameworks/",
    "questions/",
    f"{POINTS_FOLDER}/",
    f"{REPORTS}/",
    f"{WITHDRAWN}/",
    "themes.yml",
    VOCABULARY,
    "README.md",
    ".",
)
"""What may well be there and is not meant to be shown: nobody wonders where it went."""

_NO_SESSION = frozenset(("README.md", ".gitkeep", ".gitignore"))


def choose_pages(log_pages: Path, added: Iterable[str] = ()) -> dict[str, Path]:
    """Find the folder from which each page comes: the log's `guidance/`, else the program's; `added` are in the first.

    Raises:
        CircleError: a page is a link to another file (which may be a private one), or is missing.
    """
    return {page: _folder_of(page, log_pages) for page in (*PAGES, *added)}


def _folder_of(page: str, log_pages: Path) -> Path:
    inside(log_pages.parent, log_pages / page)
    for folder in (log_pages, own_pages()):
        if is_there(folder / page):
            return folder
    raise CircleError("this page of the guidance is missing", where=Place(own_pages() / page), do="put it back")


def refuse_torn_proposals(log_root: Path) -> None:
    """Refuse to publish while git has two versions of a proposal: in one of them it may have been declined.

    No more of a proposal is known here. One that cannot be read stops it only if its learning point is public.

    Raises:
        CircleError: so; the file is named.
    """
    for path in names_in(inside(log_root, log_root / PROPOSALS), ".md"):
        try:
            refuse_two_versions(text_of(path), str(path))
        except TwoVersions:
            raise
        except CircleError:
            if is_there(log_root / "guidance" / POINTS_FOLDER / (copied_from(path) or path).name):
                raise


def refuse_lists_beside_sessions(log_root: Path) -> None:
    """Refuse to publish where a list of the log may name somebody in its sessions, and nobody looks.

    No session is opened here, so that they are there is all that is known.

    Raises:
        CircleError: so; the list is named.
    """
    for _, path in own_lists(log_root):
        if _has_sessions(log_root / "sessions"):
            wrong = "this list may name somebody of a session, and plain `mkdocs build` opens none to see"
            raise CircleError(wrong, where=Place(path), do="build with `circle site`, which looks")


def _has_sessions(folder: Path) -> bool:
    if leads_elsewhere(folder):
        return True
    return any(leads_elsewhere(path) or (path.is_file() and path.name not in _NO_SESSION) for path in folder.rglob("*"))


def files_left_out(log_pages: Path, added: Collection[str] = (), *, words: bool) -> tuple[str, ...]:
    """List what is in `guidance/` and is not published, a sentence for each; learning points are read elsewhere.

    `added` are pages that the log's settings name. Without `words`, a file's name is left out, if somebody made it up.
    """
    known = frozenset((*PAGES, *added))
    strays = sorted(name for name in _not_expected(log_pages) if name not in known)
    paths = [str(log_pages / name) for name in strays]
    named = paths if words else [nameless(path, log_pages.parent, own_pages()) for path in paths]
    return tuple(
        f"{name} is not published: the site shows only the pages it knows, and those under `pages` in {MARK}"
        for name in named
    )


def _not_expected(folder: Path) -> Iterator[str]:
    """Give all that is no folder, but for what may well be there: that may be thousands, and none is looked at."""
    within = len(f"{folder}{os.sep}")
    for above, folders, names in os.walk(folder):
        links = [name for name in folders if leads_elsewhere(f"{above}{os.sep}{name}")]
        begins = f"{above}{os.sep}"[within:].replace(os.sep, "/")
        yield from (each for name in (*names, *links) if not (each := f"{begins}{name}").startswith(_EXPECTED))
        folders[:] = [each for each in folders if each not in links and not f"{begins}{each}/".startswith(_EXPECTED)]


def reports_left_out(published: Published, log_root: Path) -> tuple[str, ...]:
    """Say which reports from trying a learning point are not shown, and why; a sentence for each, without its words."""
    return tuple(
        f"{nameless(str(each.place.path), log_root, own_pages())}: this report is left out: {each.what}"
        for each in published.left_out
    )
