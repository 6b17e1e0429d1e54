"""What hardly anybody has, does or has lived through, known by its word alone: "a barn owl", "airlifted"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from circle_cli.identifiers.drawers import Drawers
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, key_of, tokenise

_Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)  # not keyword-only: a row of a table is read across
class _Things:
    names: tuple[str, ...]
    kind: Identifier
    reason: str
    instead: str
    only_warns: bool = False


_FACT = Identifier.FACT


def _of(few: tuple[str, ...], many: tuple[str, ...], reason: str, instead: str) -> tuple[_Things, _Things]:
    """Give what few have, and what many do, which may still be the one thing that is remembered."""
    return _Things(few, _FACT, reason, instead), _Things(many, _FACT, _IF_RARE, instead, only_warns=True)


_IF_RARE = "is something by which somebody may be remembered"
_OF_SOMETHING_ELSE = _Things(phrases("things", "of something else"), _FACT, "", "")
_ALL = (
    _OF_SOMETHING_ELSE,
    *_of(
        phrases("things", "animals"),
        phrases("things", "animals, of many"),
        "is an animal that few people have or meet",
        "“a pet”, “an animal”",
    ),
    *_of(
        phrases("things", "vehicles"),
        phrases("things", "vehicles, of many"),
        "is something that few people go or live in",
        "say it in general",
    ),
    *_of(
        phrases("things", "belongings"),
        phrases("things", "belongings, of many"),
        "is something that few people have",
        "say it in general",
    ),
    *_of(
        phrases("things", "pastimes"),
        phrases("things", "pastimes, of many"),
        "is something that few people do",
        "“a hobby”, “a sport”",
    ),
    _Things(phrases("things", "harm"), _FACT, "is what a town remembers and a search finds", "say what it was like"),
    *_of(
        phrases("things", "fame"),
        phrases("things", "fame, of many"),
        "is what others have heard of or can look up",
        "leave it out",
    ),
    _Things(phrases("things", "places lived in"), Identifier.PLACE, "is a place where few people live", "“home”"),
    _Things(
        phrases("things", "illnesses"),
        Identifier.CONDITION,
        "is a condition that few people have",
        "a health condition",
    ),
)
_ENDS_IN_ES = ("s", "x", "ch", "sh")


def find_things(tokens: Words) -> Iterator[Mark]:
    """Find them, the longest that begins with a word first."""
    told = 0
    for place in [place for place, key in enumerate(tokens.row) if _BEGINNINGS[key]]:
        token, beginning = tokens[place], _BEGINNINGS[tokens[place].key]
        if beginning is None or place < told or beginning.seconds.isdisjoint(("", key_at(tokens, place + 1))):
            continue
        keys = _longest(beginning, tokens, place)
        if not keys:
            continue
        known = beginning.known[keys]
        told = place + len(keys)
        if known is not _OF_SOMETHING_ELSE:
            end = tokens[told - 1].end
            yield Mark(
                kind=known.kind,
                start=token.start,
                end=end,
                reason=known.reason,
                suggestion=known.instead,
                only_warns=known.only_warns,
            )


@dataclass(slots=True)
class _Beginning:
    """What begins with one word."""

    known: dict[_Keys, _Things] = field(default_factory=dict)
    seconds: set[str] = field(default_factory=set)
    """The words behind it; "" where it may stand alone."""
    lengths: Sequence[int] = ()
    """In words, the longest first."""


def _longest(beginning: _Beginning, tokens: Sequence[Token], place: int) -> _Keys:
    for length in beginning.lengths:
        row = tokens[place : place + length]
        keys = tuple(token.key for token in row)
        if keys in beginning.known and all(token.gap.strip() in ("", "-") for token in row[1:]):
            return keys
    return ()


def _by_first(named: Iterable[tuple[str, _Things]]) -> Mapping[str, _Beginning]:
    by_first: dict[str, _Beginning] = {}
    for name, things in named:
        for form in (name, _plural(name)):
            keys = tuple(token.key for token in tokenise(form))
            beginning = by_first.setdefault(keys[0], _Beginning())
            beginning.known.setdefault(keys, things)
            beginning.seconds.add((*keys, "")[1])
    for beginning in by_first.values():
        beginning.lengths = sorted({len(keys) for keys in beginning.known}, reverse=True)
    return by_first


def _plural(name: str) -> str:
    return name + ("es" if name.endswith(_ENDS_IN_ES) else "s")


def _spelt(named: tuple[str, _Things]) -> str:
    return key_of(named[0])


_BEGINNINGS = Drawers[tuple[str, _Things], "_Beginning | None"](
    ((name, things) for things in _ALL for name in things.names), _spelt, _by_first, None
)
