"""Who has a draft open: said in the draft itself, found out, and taken over from whoever is stopped."""

import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO

from circle_cli.errors import CircleError
from circle_cli.interview.draft.checked_lines import draft_line, found_in
from circle_cli.interview.draft.file import append, content_of_open, create_file, not_kept, open_file, same_file
from circle_cli.locks import Lock, lock
from circle_cli.system.files import first_unused, patiently, sync
from circle_cli.system.no_links import content_of
from circle_cli.system.processes import this_process


def held_by_us(file: BinaryIO) -> bytes:
    """Write the line that says that this program has the draft open, and which number its file has."""
    return draft_line({"held": this_process().written(), "file": os.fstat(file.fileno()).st_ino})


def taken_file(path: Path) -> BinaryIO:
    """Take a draft from its holder: open, under its name, a new file with all that is in it.

    The old file, which the holder has open and locked, says at its end that it was taken.

    Raises:
        CircleError: it cannot be read or written.
    """
    fresh = path.with_suffix(f".taking-{os.getpid()}")
    with open_file(path) as before:
        try:
            append(before, draft_line({"taken": this_process().written()}))
        except OSError as error:
            raise not_kept(path, error) from error
        file = create_file(fresh, content_of_open(before))
    try:
        append(file, held_by_us(file))
        file.close()  # Windows renames nothing that is open
        patiently(lambda: os.replace(fresh, path))  # noqa: PTH105  # nothing that a Path adds
        sync(path.parent)
    except OSError as error:
        file.close()
        fresh.unlink(missing_ok=True)
        raise not_kept(path, error) from error
    file = open_file(path)
    lock(file.fileno())
    return file


def is_taken(file: BinaryIO, path: Path, size: int) -> bool:
    """Tell whether another program went on with the draft: it said so in our file, or in the one of that name.

    `size` is what ours had when this program last wrote to it.
    """
    there = same_file(file, path)
    if there and os.fstat(file.fileno()).st_size == size:
        return False
    ours = found_in(content_of_open(file)).entries
    notices = [entry for entry in ours if "held" in entry or "taken" in entry]
    if not notices or notices[-1].get("held") != this_process().written():
        return True
    if there is not False:
        return False
    with suppress(CircleError):
        theirs = found_in(content_of(path)).entries
        return any(("held" in entry or "taken" in entry) and entry not in ours for entry in theirs)
    return False


def name_aside(path: Path) -> Path:
    """Give the name of a draft beside one that was taken: `2026-11-23-k3f9.2.jsonl`."""
    stem = path.stem.split(".")[0]
    return first_unused(path.with_name(f"{stem}.{number}.jsonl") for number in count(2))


def is_aside(path: Path) -> bool:
    """Tell by its name whether a draft was kept beside one that was taken."""
    return "." in path.stem


def is_open(path: Path) -> bool:
    """Tell whether another program has this draft locked.

    Raises:
        CircleError: it is no file, or the system does not hand it over.
    """
    with open_file(path, os.O_RDONLY) as file:
        return not _lock(file)


def _lock(file: BinaryIO) -> bool:
    """Lock an open draft; False if somebody else has it. Without locks it is better to write than to refuse."""
    return lock(file.fileno()) is not Lock.ANOTHERS


def lock_patiently(file: BinaryIO) -> bool:
    """Lock, giving somebody who only looks whether the draft is open (`is_open`) the moment that this takes."""
    for _ in range(10):
        if _lock(file):
            return True
        time.sleep(0.02)
    return False
