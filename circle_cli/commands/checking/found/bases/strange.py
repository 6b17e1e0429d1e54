"""What stands in a base and nobody knows of: everyone may read it, and nobody has."""

import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.checking.found.problem import Problem, malformed
from circle_cli.commands.said.words import all_words
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.history.looking import kept_or_new
from circle_cli.log.survey import FileFault
from circle_cli.own_words.approval import APPROVALS, approval_path
from circle_cli.own_words.beside import may_say
from circle_cli.own_words.picture import holds_more, logo_file
from circle_cli.own_words.reading import SETTINGS
from circle_cli.settings import is_base
from circle_cli.share.vetting import PointFault
from circle_cli.signing.lists import LISTS, LISTS_FOLDER
from circle_cli.signing.lists import approval_path as approval_of_list

_ELSEWHERE = ("guidance/", "site/")
"""Of these others say what does not belong there."""

_STRANGE = (
    "no file that a base has: everyone may read it, and nobody has checked it; take it out, and where it was pushed, "
    "git's history keeps it"
)
_OF_NOTHING = "an approval of something that is not here; take it out"
_MORE = (
    "the picture carries more than it shows, such as words, a day or a place; save it anew without that, or take it out"
)


def look_for_strange(log: Log, beside: Collection[str]) -> Iterator[Problem]:
    """Name each file of a base that is none of a base; nothing of any other log, nor what is said `beside` this."""
    try:
        if not is_base(log.root):
            return
    except CircleError:
        return  # said where the settings are read
    logo = logo_file(log.root)
    with suppress(CircleError):  # as what the settings say
        if logo and holds_more(log.root, logo):
            yield Problem(kind=PointFault.IDENTIFIER, path=str(log.root / logo), what=_MORE)
    yield from _unknown(log, beside, logo)


def _unknown(log: Log, beside: Collection[str], logo: str | None) -> Iterator[Problem]:
    try:
        approvals = frozenset(path.relative_to(log.root).as_posix() for path in _approvals(log))
        for name in kept_or_new(log.root, log.trust):
            if name == logo or name.startswith(_ELSEWHERE) or (path := str(log.root / name)) in beside:
                continue
            if name.startswith((f"{APPROVALS}/", f"{LISTS_FOLDER}/")) and name.endswith(".yml"):
                what = "" if name in approvals else _OF_NOTHING
            else:
                what = "" if may_say(name) else _STRANGE
            if what and os.path.lexists(path) and not _keeps_a_folder(Path(path)):
                yield Problem(kind=str(FileFault.STRAY), path=path, what=what)
    except CircleError as error:
        yield malformed(error, str(log.root))


def _keeps_a_folder(path: Path) -> bool:
    """Tell whether it is empty, and there for git alone: a log that became a base has one in `sessions/`."""
    return path.name == ".gitkeep" and not path.is_symlink() and path.is_file() and not path.stat().st_size


def _approvals(log: Log) -> Iterator[Path]:
    yield from (approval_path(log.root, each.name) for each in all_words(log.root, lambda _: None))
    yield approval_path(log.root, SETTINGS)
    yield from (approval_of_list(log.root, name) for name in LISTS)
