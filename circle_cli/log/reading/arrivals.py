"""Since when something is there for everyone to read, as git's history of the log has it: to the day, and no closer."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import POINT_FILE, REPORTS, WITHDRAWN
from circle_cli.system.running import run_git

_FOLDERS = ("learning-points", REPORTS, WITHDRAWN)
_LIMIT = 120.0  # seconds
_LOG = (
    "log", "--format=%cd", "--date=short", "--root", "--no-renames", "--relative", "--name-only", "--no-color",
    "--no-ext-diff", "--no-show-signature",
)  # fmt: skip


def arrived(guidance: Path) -> Mapping[tuple[str, str], date]:
    """Give the day on which each file first came, by its folder in `guidance/` and its id.

    Raises:
        CircleError: git did not say.
    """
    found: dict[tuple[str, str], date] = {}
    for day, folder, id_ in _days(guidance, "--diff-filter=A", _FOLDERS):
        found[folder, id_] = min(day, found.get((folder, id_), day))
    return found


def reworded(guidance: Path) -> Mapping[str, date]:
    """Give the day on which the wording of a learning point last became another, of those of which it did.

    Raises:
        CircleError: git did not say.
    """
    found: dict[str, date] = {}
    for day, _, id_ in _days(guidance, "--diff-filter=M", _FOLDERS[:1], "-G^revision:"):
        found[id_] = max(day, found.get(id_, day))
    return found


def _days(guidance: Path, what: str, folders: Sequence[str], *more: str) -> Iterator[tuple[date, str, str]]:
    """Give each such change of a file: the day, the folder, and the id."""
    try:
        asked = (*_LOG, what, *more, "--", *(f"{guidance.name}/{folder}" for folder in folders))
        output = run_git("-C", os.fsencode(guidance.parent), *asked, limit=_LIMIT)
    except OSError:
        raise _no_answer(guidance) from None
    if output.code != 0:
        raise _no_answer(guidance)
    day = date.max
    for line in output.out.decode("utf-8", "replace").splitlines():
        _, _, name = line.rpartition("/")
        if POINT_FILE.fullmatch(name):
            yield day, Path(line).parent.name, name.removesuffix(".md")
        elif line and "/" not in line:
            day = date.fromisoformat(line)


def _no_answer(guidance: Path) -> CircleError:
    wrong = "git did not say since when anything is here, so nobody can tell what is new"
    return CircleError(wrong, where=Place(guidance), do="type git log in that folder, and see what it says")
