"""The cast as it comes in: as mappings like those of a session's file, or as a person types it."""

from typing import Any

from circle_cli.errors import CircleError, Place
from circle_cli.session.people import typed_entry
from circle_cli.session.record import CastEntry


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
