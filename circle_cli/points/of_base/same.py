"""Which learning points say the same, as a base's editors see it: a line for each two of them, in its file `same`.

k3f9abcd mmmmabcd
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.ids import POINT_ID
from circle_cli.points.of_base.rows import rows_in
from circle_cli.system.no_links import content_of, is_there
from circle_cli.text import decode

SAME = "same"
"""The file's name, in the root of a base."""

Pairs = frozenset[tuple[str, str]]

_HEAD = "# Which learning points say the same: `circle same` links two of them, and takes such a link back.\n"
_LINE = re.compile(rf"({POINT_ID.pattern}) (?!\1)({POINT_ID.pattern})")


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
    rows = rows_in(text, where, _LINE, none="no two learning points", writer="circle same")
    return frozenset(pair(one, other) for one, other in rows)


def render_same(pairs: Iterable[tuple[str, str]]) -> str:
    """Write the file's text."""
    return _HEAD + "".join(f"{one} {other}\n" for one, other in sorted(pairs))


def without(log_root: Path, id_: str) -> bytes | None:
    """Give the file without the links of what is taken back: they would tell what that said. None where it has none."""
    try:
        pairs = load_same(log_root)
    except CircleError:
        return None  # `circle check` says what is wrong with it, and nothing keeps anybody from taking back
    kept = [each for each in pairs if id_ not in each]
    return render_same(kept).encode() if len(kept) < len(pairs) else None


def linked(pairs: Pairs) -> Mapping[str, frozenset[str]]:
    """Give, for each id, those that say the same."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {id_: frozenset(others) for id_, others in found.items()}
