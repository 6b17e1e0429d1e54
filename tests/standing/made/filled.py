"""A record with something in every field that it has, made from its own fields: one that is forgotten shows."""

import dataclasses
import types
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

DAY = date(2026, 11, 23)


def filled(kind: type, special: Mapping[tuple[str, str], Any], name: str = "") -> Any:
    """Make a record of this kind; `special` has the fields, by kind and name, that not every value fits."""
    hints = get_type_hints(kind)
    made = {
        field.name: special.get((kind.__name__, field.name), ...) for field in dataclasses.fields(kind) if field.init
    }
    return kind(
        **{key: _value(hints[key], special, f"{kind.__name__} {key}") if it is ... else it for key, it in made.items()}
    )


def _value(hint: Any, special: Mapping[tuple[str, str], Any], name: str) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _value(next(each for each in inner if each is not types.NoneType), special, name)
    if origin is tuple:
        return tuple(_value(each, special, name) for each in inner if each is not ...)
    if origin is not None and issubclass(origin, Mapping):
        return {f"{name} key": _value(inner[1], special, name)}
    if dataclasses.is_dataclass(hint):
        return filled(hint, special)  # type: ignore[arg-type]  # a class, since it came from a hint
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[-1]
    return {str: name, int: 7, bool: True, date: DAY, Any: name}[hint]


def at_its_default(record: Any, name: str = "") -> list[str]:
    """Name the fields, of a record and of those in it, that hold nothing of their own."""
    found: list[str] = []
    for field in dataclasses.fields(record):
        value, here = getattr(record, field.name), f"{name}{type(record).__name__}.{field.name}"
        default = field.default_factory() if callable(field.default_factory) else field.default
        if value == default:
            found.append(here)
        for inner in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(inner):
                found += at_its_default(inner, f"{name}{type(record).__name__}.")
    return found


def each_changed(record: Any) -> Iterator[tuple[str, Any]]:
    """Give a filled record once for every field, of it and of the records in it, that has something else there."""
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        first, *others = value if isinstance(value, tuple) and value else (value,)
        if not dataclasses.is_dataclass(first):
            yield f"{type(record).__name__}.{field.name}", replace(record, **{field.name: _another(value)})
            continue
        for name, changed in each_changed(first):
            yield name, replace(record, **{field.name: (changed, *others) if isinstance(value, tuple) else changed})


def _another(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case Enum():
            return next(iter(type(value)))
        case int():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case str():
            return f"{value} otherwise"
        case tuple():
            return ()
        case _:
            return {}
