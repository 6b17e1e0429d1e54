"""Which learning points say the same, as a base's editors see it: a line for each two of them, in its file `same`.

k3f9abcd mmmmabcd    the smaller id first
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.ids import POINT_ID
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode

SAME = "same"
"""The file's name, in the root of a base."""

Pairs = frozenset[tuple[str, str]]

_HEAD = "# Which learning points say the same: `circle same` links two of them, and takes such a link back.\n"
_LINE = re.compile(rf"({POINT_ID.pattern}) ({POINT_ID.pattern})")


def pair(one: str, other: str) -> tuple[str, str]:
    """Give two ids as the file has them."""
    return (one, other) if one < other else (other, one)


def load_same(log_root: Path) -> Pairs:
    """Read it; where it is not there, no two are linked."""
    path = log_root / SAME
    return parse_same(decode(content_of(path), str(path)), path) if is_there(path) else frozenset()


def parse_same(text: str, where: Path) -> Pairs:
    """Read the text of the file.

    Raises:
        CircleError: a line is of another form; file and line are named.
    """
    found: set[tuple[str, str]] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        row = _LINE.fullmatch(line)
        if row and row[1] < row[2]:
            found.add((row[1], row[2]))
        elif line.strip() and not line.startswith("#"):
            do = "put the line back as it was; `circle same` writes them"
            raise CircleError("no two learning points", where=Place(where, number), do=do)
    return frozenset(found)


def render_same(pairs: Iterable[tuple[str, str]]) -> str:
    """Write the file's text."""
    return _HEAD + "".join(f"{one} {other}\n" for one, other in sorted(pairs))


def linked(pairs: Pairs) -> Mapping[str, frozenset[str]]:
    """Give, for each id, those that say the same."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {id_: frozenset(others) for id_, others in found.items()}
