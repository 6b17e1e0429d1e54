"""What git holds of a log: the last changes, who made them, files as they were. That it does not answer is an error."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.log.history.repository import find_repository, spelling
from circle_cli.log.history.whose import Person
from circle_cli.session.alike import same_account
from circle_cli.system.running import NO_GIT_CODE, run_git

_LIMIT, _MOST = 10.0, 200
_LONG = 120.0
"""Seconds for a file's whole past: where ten thousand sessions lie in a folder, git looks at each in each commit."""
_PROPOSED = "Propose learning point "
_NOT_THERE = (b"does not exist", b"but not in", b"ot a valid object name", b"nvalid object name")
"""How git says that a commit, or a file in it, is not there; whatever else it says is no answer."""
GET_THE_REST = "get the rest of the history: git fetch --unshallow"
"""What to do about a copy that has only the last commits."""
NOBODY_CAN_TELL = (
    "This copy has only the last commits, so whether something that was withdrawn earlier has come back, nobody can "
    "tell here"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A commit: its number, its author's name and address, its message, and how long ago it was made."""

    id: str
    by: str
    address: str
    message: str
    when: str


def past_changes(root: Path) -> Iterator[Past]:
    """Give the last commits that touch a log, newest first; none where there is no git. Merges are left out.

    Raises:
        CircleError: git was stopped before it had answered.
    """
    form = "--format=%H%x00%an%x00%ae%x00%s%x00%cr"
    try:
        output = run_git(*_in(root), "log", f"-{_MOST}", "--no-merges", form, "--", ".", limit=_LIMIT)
    except OSError:
        return
    if not output.answered:
        raise _no_answer(root)
    for line in output.out.decode("utf-8", "replace").splitlines() if output.code == 0 else ():
        id_, by, address, message, when = line.split("\0")
        yield Past(id=id_, by=by, address=address.casefold(), message=message, when=when)


def who_wrote(root: Path, path: Path) -> tuple[Person, ...]:
    """Give whoever committed words of a session, as git's author or as its committer; nobody where git has it not.

    Whoever brought it in counts whatever they said of it, and whoever changed nothing of its account does not, whatever
    they said of it; a file that was moved is followed to where it came from. (git's own `--follow` takes one that is
    like another for a copy of it, and its author for theirs.)

    Raises:
        CircleError: git did not say where it came from, or what a commit changed.
    """
    people: list[Person] = []
    place: bytes | None = os.fsencode(path)
    since, seen = "HEAD", 0
    while place and seen < _MOST:
        told = _commits(root, place, since)
        if told is None:
            return ()  # stopped in the middle, it has not come to whoever was first
        earlier = _moved_from(root, told[-1][0], place) if told else None
        for each in told:
            before = earlier if each is told[-1] and earlier else place
            if _changes_words(root, each[0], os.fsdecode(before), os.fsdecode(place)):
                people += [Person(name=each[1], address=each[2]), Person(name=each[3], address=each[4])]
        since, seen = (f"{told[-1][0]}^" if told else since), seen + len(told)
        place = earlier
    return tuple(dict.fromkeys(people))


def _changes_words(root: Path, commit: str, before: str, after: str) -> bool:
    """Tell whether a commit changed the account of a session, which it may have moved."""
    held = content_at(root, f"{commit}^", Path(before)), content_at(root, commit, Path(after))
    return not same_account(*held, after)


def proposed_from(root: Path, proposal: Path, sessions: Path) -> tuple[Path, ...]:
    """Give the sessions that a proposal came from, as git's history has it: also those that are there no longer."""
    commits = _commits(root, os.fsencode(proposal), "HEAD") or ()
    changed = (path for commit in commits if commit[5].startswith(_PROPOSED) for path in touched(root, commit[0]))
    return tuple(dict.fromkeys(path for path in changed if path.is_relative_to(sessions.resolve())))


def _commits(root: Path, place: bytes, since: str) -> list[list[str]] | None:
    """Give the commits of a file, newest first; None where git did not come to the end."""
    form = "--format=%H%x00%an%x00%ae%x00%cn%x00%ce%x00%s"
    try:
        output = run_git(*_in(root), "log", "--no-mailmap", form, since, "--", place, limit=_LONG)
    except OSError:
        return None
    lines = output.out.decode("utf-8", "replace").splitlines()
    return [line.split("\0") for line in lines if line.count("\0") == 5] if output.code == 0 else None


def _moved_from(root: Path, commit: str, place: bytes) -> bytes | None:
    """Give where a file was before the commit that put it there moved it; None where that one made it.

    Raises:
        CircleError: git did not say.
    """
    asks = ("diff-tree", "-r", "-z", "-M", "--relative", "--no-commit-id", "--name-status", "--diff-filter=R", commit)
    output = run_git(*_in(root), *asks, limit=_LIMIT)
    if output.code != 0:
        raise _no_answer(root)
    entries = output.out.split(b"\0")
    for old, new in zip(entries[1::3], entries[2::3], strict=False):
        if place.endswith(b"/" + new) or place == new:
            return os.fsencode(root / os.fsdecode(old))
    return None


def who_changed(root: Path, path: Path, until: Callable[[bytes], bool]) -> tuple[Person, ...]:
    """Give whoever committed a file since it last had a content that `until` knows; nobody where git has it not.

    Raises:
        CircleError: git did not say.
    """
    form = "--format=%H%x00%an%x00%ae%x00%cn%x00%ce"
    output = run_git(*_in(root), "log", "--no-mailmap", form, "--", os.fsencode(path), limit=_LIMIT)
    if not output.answered:
        raise _no_answer(root)
    people: list[Person] = []
    for line in output.out.decode("utf-8", "replace").splitlines() if output.code == 0 else ():
        commit, *who = line.split("\0")
        content = content_at(root, commit, path)
        if content is not None and until(content):
            break
        people += [Person(name=who[0], address=who[1]), Person(name=who[2], address=who[3])]
    return tuple(dict.fromkeys(people))


def touched(root: Path, commit: str) -> tuple[Path, ...]:
    """Give the files that a commit made, changed or took away.

    Raises:
        CircleError: git did not say.
    """
    asks = ("diff-tree", "--root", "-r", "-z", "--no-commit-id", "--name-only", "--no-renames", commit)
    repository = find_repository(root.resolve())
    output = run_git(*_in(root), *asks, limit=_LIMIT)
    if repository is None or output.code != 0:
        raise _no_answer(root)
    return tuple(repository.top / os.fsdecode(name) for name in output.out.split(b"\0") if name)


def tracked(root: Path, folder: str) -> tuple[str, ...]:
    """Name the files below a folder of `root` that git knows, whether they are there or not; none without git.

    Raises:
        CircleError: git was stopped before it had answered.
    """
    try:
        output = run_git(*_in(root), "ls-files", "-z", "--", folder, limit=_LIMIT)
    except OSError:
        return ()
    if not output.answered:
        raise _no_answer(root)
    return tuple(os.fsdecode(entry) for entry in output.out.split(b"\0") if entry) if output.code == 0 else ()


def content_at(root: Path, commit: str, path: Path) -> bytes | None:
    """Give what a file held in a commit (`HEAD`, `x^`); None where it was not there, or there is no git.

    Raises:
        CircleError: git did not say; nobody may take that for a file that was not there.
    """
    try:
        repository = find_repository(root.resolve())
        if repository is None:
            return None
        name = spelling(path.parent.resolve() / path.name, repository.top)
        output = run_git(*_in(root), "cat-file", "blob", commit.encode() + b":" + name, limit=_LIMIT)
    except (OSError, ValueError):
        return None
    if output.code not in (0, NO_GIT_CODE) and not any(words in output.err for words in _NOT_THERE):
        raise _no_answer(root)
    return output.out if output.code == 0 else None


def has_as_it_is(root: Path, path: Path, content: bytes) -> bool:
    """Tell whether the last commit has a file with this content, whatever its line ends."""
    held = content_at(root, "HEAD", path)
    return held is not None and same(held, content)


def same(one: bytes | None, other: bytes | None) -> bool:
    """Tell whether two contents are the same but for the line ends that a checkout may change."""
    if one is None or other is None:
        return one is other
    return one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")


def _no_answer(root: Path) -> CircleError:
    wrong = "git did not say what was in the history; it was stopped, or something is wrong with it"
    return CircleError(wrong, where=Place(root), do="nothing was changed; do this again")


def _in(root: Path) -> tuple[str | bytes, ...]:
    return ("-C", os.fsencode(root))


def is_cut_short(root: Path, since: str = "") -> bool:
    """Tell whether this copy has only the last commits, as a CI's may; `since` a commit, only those after it count."""
    repository = find_repository(root.resolve())
    ends = repository.ends if repository else frozenset()
    if not ends or not since:
        return bool(ends)
    output = run_git("-C", os.fsencode(root), "rev-list", "--all", f"^{since}", limit=_LONG)
    return output.code != 0 or not ends.isdisjoint(output.out.decode().split())
