"""Makes a folder once for all processes that run the tests: whoever needs it first makes it, and the others wait."""

import hashlib
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from circle_cli import locks

Once = Callable[[str, Callable[[Path], object]], Path]


def make_once(shared: Path, name: str, fill: Callable[[Path], object]) -> Path:
    """Give the folder of that name, filled."""
    folder, made = shared / name, shared / f"{name}.made"
    with (shared / f"{name}.lock").open("w") as file:
        while locks.lock(file.fileno()) is locks.Lock.ANOTHERS:
            time.sleep(0.05)
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # left by whoever failed
            folder.mkdir()
            fill(folder)
            made.write_text(state_of(folder), encoding="utf-8")
    return folder


def refuse_changed(folder: Path) -> None:
    """Hold that no test changed what others look at as well."""
    made = folder.with_name(f"{folder.name}.made").read_text(encoding="utf-8")
    assert state_of(folder) == made, f"{folder.name}: a test changed it; it should make one of its own"


def state_of(folder: Path) -> str:
    """Give what differs when any file of a folder was written, made or taken away, but for what circle hides there."""
    state = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if ".circle" not in each.relative_to(folder).parts):
        found = path.lstat()
        state.update(os.fsencode(path) + f"{found.st_size} {found.st_mtime_ns}".encode())
    return state.hexdigest()
