"""The names that people make of names, where no rule makes them: Peggy of Margaret, Sasha of Aleksandr."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parents[2] / "words" / "nicknames.txt"


def also_called(name: str) -> frozenset[str]:
    """Give what else somebody of this name may be called; RULES stands for the list."""
    return _all().get(name, frozenset()) - {name}


@cache
def _all() -> Mapping[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").split("\n"):
        names = frozenset(() if line.startswith("#") else line.split())
        for name in names:
            known[name] = known.get(name, frozenset()) | names
    return known
