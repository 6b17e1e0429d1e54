"""Two people's changes to the values of one record, brought together key by key. Pure.

Whoever calls puts the two versions into an order that does not depend on whose they are: then nothing here does.
"""

from collections.abc import Callable, Mapping
from datetime import date

from circle_cli.front_matter.located import Plain, Value
from circle_cli.vocabulary import Scope, Setting, Share, Status

At = tuple[str, ...]
"""The keys that lead to a value."""

ABSENT = object()
"""Of a key that is not there: it may be there with nothing in it, which says something else."""

_KEPT_WHOLE = {"id", "point", "at", "mode", "focus", "question", "framework", "say", "circle"}
"""Two values of these cannot stand together: the first stays, and the other is told."""

_KNOWN_BY = {"learning_points": "id", "action_points": "id", "cast": "name"}
"""By what an entry of a list is known again, whatever else of it was changed."""

_SAYS_WHAT = ("text", "what")


def merged(base: Value, one: Value, other: Value, at: At, look_at: list[str]) -> Value:
    """Give the value that holds both changes since `base`; what somebody is to look at goes into `look_at`."""
    if one == other or other == base:
        return one
    if one == base:
        return other
    if one is ABSENT or other is ABSENT:
        return one if other is ABSENT else other  # taken out here, changed there: what was written stays
    if rule := _RULES.get(at[-1]):
        return rule(one, other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _by_key(base if isinstance(base, Mapping) else {}, one, other, at, look_at)
    if isinstance(one, list) and isinstance(other, list):
        return _lists(base if isinstance(base, list) else [], one, other, at, look_at)
    return _two(base, one, other, at, look_at)


def joined(one: str, other: str, between: str = " / ") -> str:
    """Put two texts beside each other, what they have in common once."""
    return between.join(dict.fromkeys(part for text in (one, other) for part in text.split(between) if part.strip()))


def _by_key(
    base: Mapping[str, Value], one: Mapping[str, Value], other: Mapping[str, Value], at: At, look_at: list[str]
) -> Value:
    found = {
        key: merged(base.get(key, ABSENT), one.get(key, ABSENT), other.get(key, ABSENT), (*at, key), look_at)
        for key in dict.fromkeys((*one, *other))
    }
    return {key: value for key, value in found.items() if value is not ABSENT}


def _two(base: Value, one: Value, other: Value, at: At, look_at: list[str]) -> Value:
    """Bring two single values together."""
    if one in (None, "") or other in (None, ""):
        return other if one in (None, "") else one
    texts = isinstance(one, str) and isinstance(other, str) and at[-1] not in _KEPT_WHOLE
    if texts and not isinstance(one, Plain):
        look_at.append(_named(at))
        lines = "\n" in one or "\n" in other
        return joined(one, other, "\n\n" if lines else " / ")
    if isinstance(one, bool) and isinstance(other, bool):
        return one or other
    look_at.append(f"{_named(at)} (also {other})")
    return one


def _named(at: At) -> str:
    return " ".join(each.replace("_", " ") for each in at)


def _lists(base: list[Value], one: list[Value], other: list[Value], at: At, look_at: list[str]) -> list[Value]:
    key = _KNOWN_BY.get(at[-1])
    if key and all(_is_known_by(key, each) for each in (base, one, other)):
        return _by_id(base, one, other, key, at, look_at)
    return together(base, one, other)


def together(base: list[Value], one: list[Value], other: list[Value]) -> list[Value]:
    """Give what either has added, and nothing that either has taken out, of entries that are whole or not there."""
    kept = [each for each in one if each in other or each not in base]
    return [*kept, *(each for each in other if each not in base and each not in one)]


def _is_known_by(key: str, entries: list[Value]) -> bool:
    names = [each.get(key) if isinstance(each, Mapping) else None for each in entries]
    return None not in names and len(set(map(str, names))) == len(names)


def _by_id(
    base: list[Value], one: list[Value], other: list[Value], key: str, at: At, look_at: list[str]
) -> list[Value]:
    before, first, second = ({each[key]: each for each in entries} for entries in (base, one, other))
    found: list[Value] = []
    more: list[Value] = []
    for name in dict.fromkeys((*first, *second)):
        was, mine, theirs = (entries.get(name, ABSENT) for entries in (before, first, second))
        if was is ABSENT and not _is_the_same(mine, theirs):
            more.append(theirs)
            theirs = ABSENT
        entry = merged(was, mine, theirs, (*at, str(name)), look_at)
        found += [] if entry is ABSENT else [entry]
    last = max((each for each in (*before, *first, *second) if isinstance(each, int)), default=0)
    return [*found, *({**each, key: last + number} for number, each in enumerate(more, start=1))]


def _is_the_same(one: Value, other: Value) -> bool:
    """Tell whether two new entries that bear one number may be one: two people count on from the same number."""
    if one is ABSENT or other is ABSENT:
        return True
    return all(one.get(key) == other.get(key) for key in _SAYS_WHAT)


def _further(order: type[Status] | type[Share]) -> Callable[[Value, Value], Value]:
    ranks = [str(each) for each in order]
    return lambda one, other: max(one, other, key=lambda each: ranks.index(each) if each in ranks else -1)


def _done(one: Value, other: Value) -> Value:
    """Done beats open, and what was done first is when it was done."""
    days = [each for each in (one, other) if isinstance(each, date)]
    return min(days, default=one)


def _setting(one: Value, other: Value) -> Value:
    return Plain(Setting.BOTH)


def _scope(one: Value, other: Value) -> Value:
    """Of two answers the one that shares less: what is missing, or in doubt, stays private."""
    return Plain(Scope.SPECIFIC)


def _notes(one: Value, other: Value) -> Value:
    texts = [each for each in (one, other) if isinstance(each, str)]
    return joined(texts[0], texts[-1], "; ") if texts else None


_RULES: dict[str, Callable[[Value, Value], Value]] = {
    "status": _further(Status),
    "share": _further(Share),
    "done": _done,
    "note": _notes,
    "scope": _scope,
    "setting": _setting,
}
