"""Keys of a session's file that are nearly one of ours: nobody would miss what stands under `casts:`. Pure.

A key of another program's is kept; one that looks like ours was most likely meant to be it, and is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from typing import Any

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import quoted
from circle_cli.session.record import OWN_QUESTIONS, Session

_NEAR = 0.75
"""How alike two words are that differ in one letter of four: `csat`, `cats`, `casts`, `kast`."""

_NO_KEYS = frozenset(("extra", "answers", "preamble"))
_ALWAYS = "cast"
"""A second one is wrong even where the first is there: whoever is named in it is not looked for."""


def refuse_misspelt(session: Session, text: str, where: str) -> None:
    """Refuse keys that are nearly ours.

    Raises:
        CircleError: there is one; file and line are named.
    """
    for found, meant in _misspelt(session):
        line = re.search(rf"(?m)^[\s{{,\-]*[\"']?{re.escape(found)}[\"']?\s*:", text) or re.search(
            re.escape(found), text
        )
        number = text.count("\n", 0, line.end()) + 1 if line else 1
        wrong = f"… is not read, and is nearly `{meant}`"
        do = f"if it is that, write `{meant}`; if it is another program's, give it a name less like it"
        raise CircleError(wrong, where=Place(where, number), do=do, words=quoted(found))


def _misspelt(record: Any) -> Iterator[tuple[str, str]]:
    """Give every key that is nearly one of its record, with that one; records in it too."""
    ours = [field.name for field in fields(record) if field.name not in _NO_KEYS]
    ours += ["circle", OWN_QUESTIONS] if isinstance(record, Session) else []
    for found in getattr(record, "extra", ()):
        for meant in ours:
            if _is_near(found, meant) and (meant == _ALWAYS or not getattr(record, meant, True)):
                yield found, meant
    for name in ours:
        value = getattr(record, name, None)
        for each in value if isinstance(value, tuple) else (value,):
            if is_dataclass(each):
                yield from _misspelt(each)


def _is_near(found: object, meant: str) -> bool:
    word = re.sub(r"[\W_]", "", str(found).casefold())
    return SequenceMatcher(None, word, meant.replace("_", ""), autojunk=False).ratio() >= _NEAR
