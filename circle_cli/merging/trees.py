"""Two versions of a whole log, brought together file by file. Pure, but for the contents, which are asked for.

A session is known by its id, whatever its file is called: renamed here and changed there, it is one session still.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from circle_cli.errors import CircleError, Place
from circle_cli.ids import REPORTS, SESSION_ID, WITHDRAWN
from circle_cli.merging.files import merge_files, name_beside
from circle_cli.points.file import parse_point, render_withdrawn
from circle_cli.points.notices import parse_notice
from circle_cli.points.record import Withdrawn
from circle_cli.text import decode

_NOTICES = f"guidance/{WITHDRAWN}"
_FILES = ("100644", "100755")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file as git has it: its mode, and the id of its content; `new` is a content that git does not have yet."""

    mode: str
    id: str = ""
    new: bytes | None = None


Files = Mapping[str, Entry]
"""All files of a version, by their paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What came of two versions: all files, those that hold `both` people's changes, and those kept `beside` others."""

    files: dict[str, Entry] = field(default_factory=dict)
    both: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


def merge_trees(base: Files, ours: Files, theirs: Files, content: Callable[[str], bytes]) -> Together:
    """Bring two versions of a log together; `base` is what both came of, and `content` gives what an id stands for.

    Raises:
        CircleError: both changed what is no file (a link, a folder of another program's).
    """
    names = _names(base, ours, theirs)
    versions = [{names(path): (path, entry) for path, entry in files.items()} for files in (base, ours, theirs)]
    found = Together()
    for name in sorted({*versions[1], *versions[2]}):
        was, mine, yours = (each.get(name) for each in versions)
        found = _with(found, was, mine, yours, content)
    for path, entry in _withdrawn(found.files, content):
        if entry is None:
            del found.files[path]
        else:
            found.files[path] = entry
    _refuse_both_file_and_folder(found.files)
    return found


def _names(*versions: Files) -> Callable[[str], str]:
    """Give by what a file is known in all versions: a session by its id, unless one of them has several files of it."""
    counts = Counter[tuple[int, str]]()
    for number, files in enumerate(versions):
        counts.update((number, each) for path in files if (each := _session_in(path)))
    several = {name for (_, name), count in counts.items() if count > 1}

    def name(path: str) -> str:
        session = _session_in(path)
        return session if session and session not in several else path

    return name


def _session_in(path: str) -> str:
    place = PurePosixPath(path)
    found = SESSION_ID.match(place.name) if place.parts[0] == "sessions" and place.suffix == ".md" else None
    return found.group() if found else ""


Known = tuple[str, Entry] | None


def _with(found: Together, was: Known, mine: Known, yours: Known, content: Callable[[str], bytes]) -> Together:
    """Give what was found so far with one more file."""
    if mine is None or yours is None:
        there = mine or yours
        if there is not None and not (was is not None and was[1] == there[1]):
            found.files[there[0]] = there[1]  # new, or changed here and taken out there: what was written stays
            return replace(found, both=(*found.both, there[0])) if was else found
        return found
    path = _three_way(was[0] if was else "", *sorted((mine[0], yours[0])))
    if mine[1] == yours[1] or (was and was[1] == yours[1]):
        found.files[path] = mine[1]
        return found
    if was and was[1] == mine[1]:
        found.files[path] = yours[1]
        return found
    if not all(each[1].mode in _FILES for each in (mine, yours)):
        wrong, do = "two people changed it, and it is no file", "ask whoever looks after your git"
        raise CircleError(wrong, where=Place(path), do=do)
    before = content(was[1].id) if was and was[1].mode in _FILES else None
    merged = merge_files(path, before, content(mine[1].id), content(yours[1].id))
    mode = max(mine[1].mode, yours[1].mode)
    found.files[path] = Entry(mode=mode, new=merged.content)
    if merged.beside is None:
        return replace(found, both=(*found.both, path))
    beside = name_beside(path, merged.beside)
    found.files[beside] = Entry(mode=mode, new=merged.beside)
    return replace(found, both=(*found.both, path), beside=(*found.beside, beside))


def _three_way(was: str, one: str, other: str) -> str:
    return other if one == was else one


def _withdrawn(files: Files, content: Callable[[str], bytes]) -> list[tuple[str, Entry | None]]:
    """See that a notice wins: no words of what was taken back come with anybody's version of them."""
    found: list[tuple[str, Entry | None]] = []
    for path in [path for path in files if str(PurePosixPath(path).parent) == _NOTICES]:
        name = PurePosixPath(path).stem
        point, report = f"guidance/learning-points/{name}.md", f"guidance/{REPORTS}/{name}.md"
        found += [(report, None)] if report in files else []
        if point in files and (notice := _notice_for(files, path, point, content)):
            found.append((point, replace(files[point], id="", new=notice)))
    return found


def _notice_for(files: Files, path: str, point: str, content: Callable[[str], bytes]) -> bytes | None:
    """Give what is to stand in the place of a learning point that was taken back; None where it stands there."""
    name = PurePosixPath(path).stem
    try:
        notice = parse_notice(_text(files[path], content), path, name)
    except CircleError:
        return None  # its name wins where it is read, and `circle check` says what is wrong with it
    try:
        gone = isinstance(parse_point(_text(files[point], content), point, name), Withdrawn)
    except CircleError:
        gone = False
    return None if gone else render_withdrawn(notice).encode("utf-8")


def _text(entry: Entry, content: Callable[[str], bytes]) -> str:
    return decode(content(entry.id) if entry.new is None else entry.new, "")


def _refuse_both_file_and_folder(files: Files) -> None:
    for path in files:
        for parent in PurePosixPath(path).parents:
            if str(parent) in files:
                wrong = "it is a file in one version of this log, and a folder in the other"
                raise CircleError(wrong, where=Place(str(parent)), do="give one of the two another name")
