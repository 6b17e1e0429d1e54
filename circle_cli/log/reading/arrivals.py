"""Since when something is there for everyone to read, as git's history of the log has it: to the day, and no closer."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import POINT_FILE, REPORTS, WITHDRAWN
from circle_cli.system.running import run_git

_FOLDERS = ("learning-points", REPORTS, WITHDRAWN)
_LIMIT = 120.0  # seconds
_ADDED = (
    "log", "--format=%cd", "--date=short", "--root", "--no-renames", "--relative", "--diff-filter=A", "--name-only",
    "--no-color", "--no-ext-diff", "--no-show-signature", "--",
)  # fmt: skip


def arrived(guidance: Path) -> Mapping[tuple[str, str], date]:
    """Give the day on which each file first came, by its folder in `guidance/` and its id.

    Raises:
        CircleError: git did not say.
    """
    try:
        asked = (*_ADDED, *(f"{guidance.name}/{folder}" for folder in _FOLDERS))
        output = run_git("-C", os.fsencode(guidance.parent), *asked, limit=_LIMIT)
    except OSError:
        raise _no_answer(guidance) from None
    if output.code != 0:
        raise _no_answer(guidance)
    found: dict[tuple[str, str], date] = {}
    day = date.max
    for line in output.out.decode("utf-8", "replace").splitlines():
        _, _, name = line.rpartition("/")
        if POINT_FILE.fullmatch(name):
            file = Path(line).parent.name, name.removesuffix(".md")
            found[file] = min(day, found.get(file, day))
        elif line and "/" not in line:
            day = date.fromisoformat(line)
    return found


def _no_answer(guidance: Path) -> CircleError:
    wrong = "git did not say since when anything is here, so nobody can tell what is new"
    return CircleError(wrong, where=Place(guidance), do="type git log in that folder, and see what it says")
