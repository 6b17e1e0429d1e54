"""The cast as it comes in: as mappings like those of a session's file, or as a person types it."""

import re
from typing import Any

from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.session.record import CastEntry

_SAY = re.compile(r"\s*(?:=|→|->)\s*")


def cast_from(values: Any, where: Place) -> tuple[CastEntry, ...]:
    """Read a cast from values, such as those of JSON.

    Raises:
        CircleError: it is no list of entries; `where` is named.
    """
    if values is None:
        return ()
    if not isinstance(values, list | tuple):
        raise CircleError('expected a list, such as ["Amira Hassan (Mira)"]', where=where._replace(key="cast"))
    return tuple(_entry(value, where) for value in values)


def _entry(value: Any, where: Place) -> CastEntry:
    if isinstance(value, str) and value.strip():
        return typed_entry(value)
    if isinstance(value, dict):
        name, also, say = value.get("name"), value.get("also") or [], value.get("say")
        also = [also] if isinstance(also, str) else also
        if isinstance(name, str) and name.strip() and _are_texts(also) and isinstance(say, str | None):
            return CastEntry(name=name, also=tuple(also), say=say or None)
    wrong = 'expected an entry such as {"name": "Amira Hassan", "also": ["Mira"]}'
    raise CircleError(wrong, where=where._replace(key="cast"))


def _are_texts(values: Any) -> bool:
    return isinstance(values, list | tuple) and all(isinstance(value, str) for value in values)


def typed_entry(text: str) -> CastEntry:
    """Read what a person types: `Oluwaseun Adeyemi (Seun)`, or `Amira Hassan (Mira, Mimi) = the young person`.

    Raises:
        CircleError: there is no name in it.
    """
    named, *said = _SAY.split(text, maxsplit=1)
    name, _, rest = named.partition("(")
    also = tuple(part.strip() for part in re.split(r"[,;/()]", rest) if part.strip())
    if not name.strip():
        if not also:
            raise CircleError("… holds no name", USAGE, do="write it as `Amira Hassan (Mira)`", words=repr(text))
        name, also = also[0], also[1:]
    return CastEntry(name=name.strip(), also=also, say=said[0].strip() if said and said[0].strip() else None)
