"""A learning log: the folder, where it is found, and what is in it by name."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, repeat
from operator import le
from pathlib import Path

from circle_cli.errors import USAGE, CircleError, Place, unreadable
from circle_cli.ids import MARK, SESSION_ID, id_in, new_session_id
from circle_cli.log.copies import Copy, apart, of_one, told
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import a_link, content_of, inside, own_folder
from circle_cli.system.typed import typed

INTENTS = Path(".circle") / "intents"
"""Where is kept, inside a log, what was about to be committed."""

INDEX = Path(".circle") / "index.sqlite"
"""Where is kept, inside a log, by what its sessions are found fast."""

ERASED = "erased-names"
"""The file that keeps the names of erased sessions as hashes, in the root of a log."""

NAMES_WAITING = Path(".circle") / ERASED
"""Where they wait until the next command takes them there."""

_OF_AN_ID = len("2026-11-23-k3f9")
_IDS = rf"(?:{SESSION_ID.pattern}\0)*+"
_ID_LINE = rb"(?m)^id:[ \t]*[\"']?(%b)" % SESSION_ID.pattern.encode()
_OF_GITHUB = (".github", "workflows")
"""Where a `circle.yml` marks no log: `circle init --ci github` writes one."""
_BEGINNING = 4096
"""Bytes of a file within which it says its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What somebody on this computer began or agreed to; no log brings it along, since it lies in no log.

    Both are given a folder and words that stand for what it is about.
    """

    knows: Callable[[Path, str], bool]
    keep: Callable[[Path, str], None]


NO_TRUST = Trust(knows=lambda *_: False, keep=lambda *_: None)
"""Of whoever has nowhere to keep it: nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A learning log. `own` is True for a person's own one in their data folder, which is made on first use."""

    root: Path
    own: bool = False
    tell: Callable[[str], None] = field(default=lambda _: None, compare=False, repr=False)
    """Says to whoever waits what takes long; the edge hands it in."""
    trust: Trust = field(default=NO_TRUST, compare=False, repr=False)
    """Whose programs git may run here; the edge hands it in."""

    @property
    def sessions(self) -> Path:
        """The private sessions."""
        return self.root / "sessions"

    @property
    def guidance(self) -> Path | None:
        """The log's own pages of guidance, where it has any.

        Raises:
            CircleError: a link or a file is in their place, or it may not be looked into.
        """
        return own_folder(self.root / "guidance")


def find_log(
    named: str | None,
    environ: Mapping[str, str],
    cwd: Callable[[], Path],
    own_folder: Callable[[], Path],
    in_use: Callable[[], Path | None] = lambda: None,
) -> Log:
    """Find the log: the one named, CIRCLE_LOG, the nearest folder above with circle.yml, the one in use, the own one.

    Raises:
        CircleError: a log was named, or is in use, and there is no such folder, or it may not be looked into.
    """
    chosen = named or environ.get("CIRCLE_LOG")
    if chosen:
        root = Path(chosen).expanduser()
        with _looking():
            is_there = root.is_dir()
        if not is_there:
            do = f"`{typed('circle', 'init', str(root))}` makes a learning log there"
            raise CircleError("no such folder", USAGE, where=Place(root), do=do)
        return Log(root=root.absolute())
    for folder in (here := cwd(), *here.parents):
        if os.path.isfile(folder / MARK) and folder.parts[-2:] != _OF_GITHUB:  # noqa: PTH113 (Path's own raises where it may not look)
            return Log(root=folder)
    if used := in_use():
        with _looking():
            if not (used / MARK).is_file():
                wrong, do = "the log that circle uses is not there", "circle use says which to use from now on"
                raise CircleError(wrong, USAGE, where=Place(used), do=do)
        return Log(root=used)
    return Log(root=own_folder(), own=True)


def session_files(log: Log, report: Callable[[CircleError], None] | None = None) -> list[str]:
    """Give the paths of the session files, one for each session, newest first by the day in their names.

    Copies that somebody left beside them are reported. Links to folders come first, so that whoever reads says so; none
    is followed. Plain strings: ten thousand Path objects would cost more than reading the folder. With `report`, a year
    that may not be looked into is reported too, and the others go on without it, where there are any.

    Raises:
        CircleError: the folder, or a year of it, may not be looked into.
    """
    linked, folders = _linked(log.sessions), _in_folders(log, report)
    if (in_order := _in_order(folders)) is not None:
        return [*linked, *in_order]
    named, copies = apart(_named(folders), _id_inside)
    if report:
        for copy in copies:
            report(told(copy))
    return [*linked, *(path for _, path in named)]


def all_session_files(log: Log) -> list[str]:
    """Give the paths of all files that hold a session, copies too: for what must not pass over a word."""
    return [*_linked(log.sessions), *(path for _, path in _named(_in_folders(log)))]


def copies_in(log: Log) -> list[Copy]:
    """Give the copies of sessions that stand beside them."""
    return apart(_named(_in_folders(log)), _id_inside)[1]


def folders_of(sessions: Path) -> list[str]:
    """Give the folder of the sessions and the years in it; nothing where there is none yet.

    Raises:
        CircleError: a link is in its place.
        OSError: it may not be looked into.
    """
    if leads_elsewhere(sessions):
        raise a_link(sessions)
    try:
        with os.scandir(sessions) as entries:
            folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
            years = sorted(entry.path for entry in folders if not entry.name.startswith("."))
    except FileNotFoundError:
        return []
    return [str(sessions), *(year for year in years if not leads_elsewhere(Path(year)))]


def sessions_among(names: Iterable[str]) -> list[str]:
    """Give those of the names in one of these folders that are of files which hold a session."""
    return [name for name in names if name[-3:] == ".md" and name[0] != "." and name != "README.md"]


def _in_order(folders: Iterable[tuple[str, list[str]]]) -> list[str] | None:
    """Give the paths, newest first, if each file goes by an id of its own, and stands in its year; else None."""
    years = sorted(((sorted(names, reverse=True), folder) for folder, names in folders if names), reverse=True)
    ids = [name[:_OF_AN_ID] for names, _ in years for name in names]
    if not _are_ids(ids) or any(map(le, ids, islice(ids, 1, None))):
        return None
    return [f"{folder}{os.sep}{name}" for names, folder in years for name in names]


def _are_ids(found: Iterable[str]) -> bool:
    """Tell whether each is an id: tens of thousands are looked at as one text."""
    return re.fullmatch(_IDS, "\0".join((*found, ""))) is not None


def _named(folders: Iterable[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """Give each session file's name and path, newest first; only a file that goes by another name is opened."""
    paths = [(name, f"{folder}{os.sep}{name}") for folder, names in folders for name in names]
    by_id = SESSION_ID.match
    found = [each if by_id(each[0]) else (_id_inside(each[1]) or each[0], each[1]) for each in paths]
    found.sort(reverse=True)
    return found


def _in_folders(log: Log, report: Callable[[CircleError], None] | None = None) -> list[tuple[str, list[str]]]:
    """Give each folder of sessions, and the names of the files in it that hold one."""
    found: list[tuple[str, list[str]]] = []
    closed: list[CircleError] = []
    with _looking():
        folders = folders_of(log.sessions)
    for folder in folders:
        try:
            with _looking():
                names = os.listdir(folder)  # noqa: PTH208 (ten thousand Paths cost more than reading the folder)
        except CircleError as error:
            closed.append(error)
        else:
            found.append((folder, sessions_among(names)))
    if closed and not (report and any(names for _, names in found)):
        raise closed[0]
    if report:
        for each in closed:
            report(each)
    return found


def id_of(path: Path) -> str | None:
    """Give a session's id by its file's name, or else by what stands in it, however malformed."""
    named = SESSION_ID.match(path.name)
    return named.group() if named else _id_inside(str(path))


def _id_inside(path: str) -> str | None:
    """Find the id in a file that a person has given another name."""
    try:
        found = session_id_in(content_of(path))
    except CircleError:
        return None
    return found.decode() if found else None


def session_id_in(content: bytes) -> bytes | None:
    """Give the session's id that a file says in its beginning."""
    line = re.search(_ID_LINE, content[:_BEGINNING])
    return line[1] if line else None


def _linked(sessions: Path) -> list[str]:
    """Give the links to folders, where the folders of the years should be."""
    with suppress(OSError), os.scandir(sessions) as entries:
        return sorted(entry.path for entry in entries if _is_linked_folder(entry.path))
    return []


def _is_linked_folder(path: str) -> bool:
    return os.path.isdir(path) and leads_elsewhere(Path(path))  # noqa: PTH112 (what it is never raises here)


@contextmanager
def _looking() -> Iterator[None]:
    """Say in words that a folder may not be looked into: that is not an empty one."""
    try:
        yield
    except OSError as error:
        raise unreadable(error.filename, error, "looked into") from error


def find_session(log: Log, short: str) -> Path:
    """Find the file of the session whose id, or the last four letters of it, are `short` or begin with it.

    Raises:
        CircleError: there is none, there are several, or it is a link to another place.
    """
    wanted = short.strip().lower()
    named, copies = apart(_named(_in_folders(log)), _id_inside)
    found = [(name, path) for name, path in named if goes_by(name, wanted)]
    if len(found) == 1:
        for copy in of_one(copies, id_in(found[0][0])):
            log.tell(str(told(copy)))
        return inside(log.root, Path(found[0][1]))
    if not found:
        wrong = f"{short}: no session of that id in {log.root}"
        raise CircleError(wrong, USAGE, do="`circle list` shows what there is")
    names = ", ".join(id_in(name) for name, _ in found[:5]) + (" ..." if len(found) > 5 else "")
    wrong = f"{short}: could be any of {len(found)} sessions ({names})"
    raise CircleError(wrong, USAGE, do="give a little more of the id")


def session_with_id(log: Log, session_id: str) -> Path | None:
    """Find the file of the session with exactly this id."""
    named, _ = apart(_named(_in_folders(log)), _id_inside)
    found = next((Path(path) for name, path in named if name.startswith(session_id)), None)
    return inside(log.root, found) if found else None


def goes_by(name: str, wanted: str) -> bool:
    """Tell whether a name that begins with an id is meant: by its beginning, or by that of its last four letters."""
    starts = (0, 11) if SESSION_ID.match(name) else (0,)
    return bool(wanted) and any(name.startswith(wanted, at) for at in starts)


def unused_id(log: Log, day: date, pick: Callable[[str], str], taken: Callable[[str], bool]) -> str:
    """Make an id that no session of the log has, and that `taken` (by a draft, say) does not claim."""
    by_id, used = SESSION_ID.match, list[str]()
    for folder, names in _in_folders(log):
        used += names
        if not _are_ids([name[:_OF_AN_ID] for name in names]):
            used += (_id_inside(f"{folder}{os.sep}{name}") or name for name in names if not by_id(name))
    while True:
        new = new_session_id(day, pick)
        if not any(map(str.startswith, used, repeat(new))) and not taken(new):
            return new
