"""What was about to be saved and committed: kept before the first file is written, until git has it.

A kill between the two leaves a file that git does not know, and nobody would ever say so. The next command finds the
intent, and brings it home. One file each, so that two programs at once do not meet; held by a lock while its program
is alive.
"""

import itertools
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from glob import escape
from pathlib import Path, PurePosixPath

from circle_cli.errors import CircleError
from circle_cli.locks import Lock, lock
from circle_cli.log.durable import FileChanged, create
from circle_cli.log.folder import INTENTS, NO_TRUST, Log, Trust
from circle_cli.log.history import git
from circle_cli.system.files import ignore_all, make_folder
from circle_cli.system.no_links import content_of, inside
from circle_cli.system.processes import left_by_the_dead

_NUMBERS = itertools.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """Files of a log that were to be committed with these words; `place` is where that is kept."""

    place: Path
    paths: tuple[Path, ...]
    message: str


@contextmanager
def intended(
    root: Path,
    paths: Sequence[Path],
    message: str,
    tell: Callable[[str], None] = lambda _: None,
    trust: Trust = NO_TRUST,
) -> Iterator[Callable[[], git.Commit]]:
    """Keep that these files are about to be saved and committed; what it gives commits them, once they are saved.

    Where it cannot be kept, the save goes on all the same. Whoever is committing one of these files just now is told
    that it is saved over: else they would put back what they had saved.
    """
    _say_to_others(root, paths)
    place = _keep(root, paths, message)
    descriptor = _hold(place) if place else None
    settled = False

    def commit() -> git.Commit:
        nonlocal settled
        made = git.commit(root, paths, message, tell, partial(_saved_over, root, place), trust)
        settled = made.done
        return made

    try:
        yield commit
    except (FileChanged, FileExistsError):
        settled = True  # what is there is somebody else's, and not to be committed under our name
        raise
    except BaseException:
        settled = not any(path.exists() for path in paths)  # nothing was written, so nothing is to be brought home
        raise
    finally:
        if place and settled and sys.platform != "win32":
            _forget(place)  # while it is held: nobody else brings home what is home
        if descriptor is not None:
            os.close(descriptor)
        if place and settled:
            _forget(place)


def _say_to_others(root: Path, paths: Sequence[Path]) -> None:
    """Note, beside each intent that is there, which of its files somebody else is about to save."""
    for intent in left_behind(root):
        both = [path for path in intent.paths if path in [root / each for each in paths]]
        if both:
            with suppress(OSError), _noted(intent.place).open("a", encoding="utf-8", newline="\n") as notes:
                notes.writelines(f"{path.relative_to(root).as_posix()}\n" for path in both)


def _saved_over(root: Path, place: Path | None) -> list[Path]:
    try:
        return [root / name for name in content_of(_noted(place)).decode("utf-8").splitlines()] if place else []
    except (CircleError, ValueError):
        return []


def _noted(place: Path) -> Path:
    return place.with_suffix(".over")


def _forget(place: Path) -> None:
    for each in (place, _noted(place)):
        with suppress(OSError):
            each.unlink(missing_ok=True)


def _keep(root: Path, paths: Sequence[Path], message: str) -> Path | None:
    names = [(root / path).relative_to(root).as_posix() for path in paths if (root / path).is_relative_to(root)]
    folder = root / INTENTS
    place = folder / f"{os.getpid()}-{next(_NUMBERS)}.json"
    try:
        inside(root, place)
        make_folder(folder)
        ignore_all(folder.parent)
        entry = json.dumps({"paths": names, "message": message, "folder": folder.stat().st_ino})
        while True:
            try:
                create(place, entry.encode("ascii"))
                return place
            except FileExistsError:  # left by a run that had the same number
                place = folder / f"{os.getpid()}-{next(_NUMBERS)}.json"
    except (OSError, CircleError):
        return None


def left_behind(root: Path) -> list[Intent]:
    """Give what programs that are no longer there had been about to commit, oldest first."""
    try:
        folder = inside(root, root / INTENTS)
        places = sorted(folder.glob("*.json"), key=lambda place: place.lstat().st_mtime_ns)
    except (OSError, CircleError):
        return []
    return [intent for place in places if (intent := _read(root, place)) is not None]


def commit_again(log: Log, path: Path) -> git.Commit:
    """Commit what is still to be committed of a file; done where git has it already, as far as is known here."""
    for intent in left_behind(log.root):
        if path in intent.paths:
            commit = _committed(log.root, intent, log.trust)
            if commit.done:
                _forget(intent.place)
            return commit
    return git.Commit(done=True)


def _committed(root: Path, intent: Intent, trust: Trust, *, unsigned: bool = False) -> git.Commit:
    over = partial(_saved_over, root, intent.place)
    return git.commit(root, intent.paths, intent.message, saved_over=over, trust=trust, unsigned=unsigned)


def _read(root: Path, place: Path) -> Intent | None:
    """Read an intent; one that is damaged, or names anything outside the log, says nothing.

    Nor does one that came with a log from elsewhere: the folder it was written in has another number than this one.
    """
    try:
        entry = json.loads(content_of(place))
        names = [PurePosixPath(name) for name in entry["paths"]]
        message = entry["message"]
        here = entry["folder"] == place.parent.stat().st_ino
    except (CircleError, OSError, ValueError, KeyError, TypeError):
        return None
    if not here or any(name.is_absolute() or ".." in name.parts for name in names) or not isinstance(message, str):
        return None
    return Intent(place=place, paths=tuple(root / name for name in names), message=message)


def bring_home(
    root: Path, tell: Callable[[str], None], trust: Trust = NO_TRUST, *, unsigned: bool = False
) -> git.Commit:
    """Commit what earlier programs left half done, and say so; what git refuses stays for the next time.

    It is `unsigned` only where somebody said so.

    Gives how the last of it went.
    """
    _clear_unfinished(root / INTENTS)
    told: set[Path] = set()
    for intent in left_behind(root):
        descriptor = _hold(intent.place)
        if descriptor is None:
            continue  # its program is at work
        try:
            _clear_half_written(intent)
            commit = _committed(root, intent, trust, unsigned=unsigned)
        finally:
            os.close(descriptor)  # before it is deleted: Windows deletes nothing that is open
        if not commit.done:
            return commit
        _forget(intent.place)
        if not told.issuperset(intent.paths):  # else a later command only found what an earlier one had left
            tell(f"The history now has what an earlier command saved: {intent.message}.")
        told.update(intent.paths)
    return git.Commit(done=True)


def _clear_half_written(intent: Intent) -> None:
    """Delete what a program that was killed had begun to write beside these files, and never gave their names to.

    What was to be saved is still where it came from: in the draft, in the editor's file, in the file that was taken in.
    """
    number = intent.place.stem.partition("-")[0]
    for path in intent.paths:
        with suppress(OSError):
            for left in path.parent.glob(f".{escape(path.name)}.tmp-{number}-*"):
                left.unlink(missing_ok=True)


def _clear_unfinished(folder: Path) -> None:
    """Delete intents that were never whole, of programs that are there no longer."""
    with suppress(OSError):
        for left in left_by_the_dead(folder, ".tmp-"):
            left.unlink(missing_ok=True)


def _hold(place: Path) -> int | None:
    """Hold an intent until the descriptor is closed or the program ends; None where another program holds it."""
    try:
        descriptor = os.open(place, os.O_RDONLY)
    except OSError:
        return None
    if lock(descriptor) is Lock.ANOTHERS:
        os.close(descriptor)
        return None
    return descriptor
