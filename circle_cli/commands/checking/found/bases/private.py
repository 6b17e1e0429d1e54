"""What is wrong with a base: it is public, in each of its commits, and something private stands in one."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from circle_cli.commands.checking.found.before import Before
from circle_cli.commands.checking.found.problem import Problem, malformed
from circle_cli.errors import CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.erasing.store import Reading, Store
from circle_cli.log.folder import Log
from circle_cli.log.history.past import GET_THE_REST, is_cut_short
from circle_cli.log.history.repository import find_repository
from circle_cli.log.reading.private import is_private, may_hold
from circle_cli.paper.kinds import may_be_sheet
from circle_cli.settings import is_base

_PRIVATE = "private-in-base"
_OUT_OF_HISTORY = (
    "the history keeps it though the file goes: take it out of every commit (circle erase does, for a session), or "
    "begin the base anew; where it was pushed, take it away there too, and tell whoever answers for the data"
)
_CUT_SHORT = (
    "this copy has only the last commits, so nobody can tell whether something private stands in an earlier one, and "
    "this is a base, which everyone may read"
)
_SHOWN = 12
"""Signs of a commit's number that are told."""
_NOT_OF_THE_LOG = (".git", ".circle", "site")
_EVERY = ("log", "--all", "--reverse", "-m", "--root", "--raw", "--no-renames", "--no-abbrev", "-z", "--format=%H")


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """Something private, where it stands, and the commit that brought it; none where it is not committed."""

    path: str
    commit: str


def look_for_private(log: Log, before: Before, since: str) -> Iterator[Problem]:
    """Give each private file that stands in the folder or in a commit of a base; nothing of any other log.

    Of the history, `since` a commit only what came after it; that what is to be looked at is not there is found, too.
    What was found well `before` is passed over: files that are as they were, and commits, which never change.
    """
    try:
        if not is_base(log.root):
            return
        tips, cut_short = _tips(log.root), is_cut_short(log.root, since)
        found = [*private_in(log.root, *filter(None, (since, *before.seen(tips))), known=before.is_well)]
        for each in found:
            yield Problem(kind=_PRIVATE, path=str(log.root / each.path), what=f"{_what(each)}; {_do(each)}")
        if cut_short:
            yield Problem(kind=_PRIVATE, path=str(log.root / MARK), what=f"{_CUT_SHORT}; {GET_THE_REST}")
        elif not since and not any(each.commit for each in found):
            before.note(tips)
    except CircleError as error:
        yield malformed(error, str(log.root))


def refuse_private(log: Log) -> None:
    """Refuse to publish from a base that holds something private anywhere in its history.

    Raises:
        CircleError: so; the file and the commit are named; or not all of the history is there.
    """
    if not is_base(log.root):
        return
    if is_cut_short(log.root):
        raise CircleError(_CUT_SHORT, where=Place(log.root), do=GET_THE_REST)
    for each in private_in(log.root):
        raise CircleError(_what(each), where=Place(log.root / each.path), do=_do(each))


def private_in(root: Path, *since: str, known: Callable[[str], bool] = lambda _: False) -> Iterator[Private]:
    """Give what is private in the folder as it is now, and in any commit that a branch, a tag or a stash leads to.

    Files that are `known` not to be are passed over, and so are all commits that lead to one of `since`.

    Raises:
        CircleError: git could not read the history.
    """
    well: set[tuple[bytes, str]] = set()
    for name in sorted(_files(root)):
        if known(path := f"{root}{os.sep}{name}"):
            continue
        content = _held(path) if may_hold(name) else b""
        if _is_private(name, content):
            yield Private(path=name, commit="")
        else:
            well.add((_id_in_git(content), name))
    if find_repository(root.resolve()) is None:
        return
    store = Store(folder=root)
    with store.reading() as reading:
        for commit, id_, name in _brought(store, since):
            if (id_, name) not in well and _is_private(name, _content(reading, id_) if may_hold(name) else b""):
                yield Private(path=name, commit=commit[:_SHOWN])


def _is_private(name: str, content: bytes) -> bool:
    """Tell whether a file has no place in a base: a recording sheet, too, on which somebody wrote."""
    if is_private(name, content):
        return True
    if not may_be_sheet(content):
        return False
    from circle_cli.paper.intake.filled import is_filled_sheet

    return is_filled_sheet(content)


def _held(path: str) -> bytes:
    """Give what a file holds; nothing of what is a link, which git has as where it leads."""
    if os.path.islink(path):  # noqa: PTH114 (here and below: ten thousand, without a Path for each)
        return b""
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def _files(root: Path) -> Iterator[str]:
    """Name every file."""
    for top in root.iterdir():
        if top.name in _NOT_OF_THE_LOG:
            continue
        if not top.is_dir():
            yield top.name
        for folder, _, names in os.walk(top):
            above = folder[len(str(root)) + 1 :].replace(os.sep, "/")
            yield from (f"{above}/{name}" for name in names if os.path.isfile(f"{folder}{os.sep}{name}"))  # noqa: PTH113


def _tips(root: Path) -> Sequence[str]:
    """Give the commits from which all others can be reached."""
    if find_repository(root.resolve()) is None:
        return ()
    return Store(folder=root).git("rev-list", "--no-walk", "--all").decode().split()


def _brought(store: Store, since: Sequence[str]) -> Iterator[tuple[str, bytes, str]]:
    """Give each file that a commit brought or changed, oldest first: the commit, the id of what it held, its name."""
    seen: set[tuple[bytes, bytes]] = set()
    words = (word.strip(b"\n") for word in store.git(*_EVERY, *(f"^{each}" for each in since), "--").split(b"\0"))
    commit = b""
    for word in words:
        if not word.startswith(b":"):
            commit = word or commit
            continue
        id_, name = word.split()[3], next(words)
        if id_.strip(b"0") and (id_, name) not in seen:
            seen.add((id_, name))
            yield commit.decode(), id_, name.decode("utf-8", "replace")


def _id_in_git(content: bytes) -> bytes:
    """Give the id that git has for a file, so that what was looked at in the folder is not read again from there."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest().encode()


def _content(reading: Reading, id_: bytes) -> bytes:
    found = reading.object(id_)
    return found.content if found and found.kind == b"blob" else b""


def _what(each: Private) -> str:
    where = f"commit {each.commit} has it: it is" if each.commit else "it is"
    return f"{where} a session, a copy of one, or waits to be read, and this is a base, which everyone may read"


def _do(each: Private) -> str:
    return _OUT_OF_HISTORY if each.commit else "move it out of the base, into the log that it belongs to"
