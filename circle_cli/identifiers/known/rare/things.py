"""What hardly anybody has, does or has lived through, known by its word alone: "a barn owl", "airlifted"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases
from circle_cli.identifiers.seen.tokens import Token, key_at, tokenise

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


def find_things(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Find them, the longest that begins with a word first."""
    told = 0
    for place, token in enumerate(tokens):
        behind = _SECONDS.get(token.key)
        if behind is None or place < told or not ("" in behind or key_at(tokens, place + 1) in behind):
            continue
        keys = _longest(tokens, place)
        if not keys:
            continue
        known = _KNOWN.get(keys)
        told = place + len(keys)
        if known and known is not _OF_SOMETHING_ELSE:
            end = tokens[told - 1].end
            yield Mark(
                kind=known.kind,
                start=token.start,
                end=end,
                reason=known.reason,
                suggestion=known.instead,
                only_warns=known.only_warns,
            )


def _longest(tokens: Sequence[Token], place: int) -> _Keys:
    for length in _LENGTHS[tokens[place].key]:
        row = tokens[place : place + length]
        keys = tuple(token.key for token in row)
        if keys in _KNOWN and all(token.gap.strip() in ("", "-") for token in row[1:]):
            return keys
    return ()


def _known() -> dict[_Keys, _Things]:
    known: dict[_Keys, _Things] = {}
    for things in _ALL:
        for name in things.names:
            for form in (name, _plural(name)):
                known.setdefault(tuple(token.key for token in tokenise(form)), things)
    return known


def _plural(name: str) -> str:
    return name + ("es" if name.endswith(_ENDS_IN_ES) else "s")


def _lengths() -> dict[str, list[int]]:
    lengths: dict[str, set[int]] = {}
    for keys in _KNOWN:
        lengths.setdefault(keys[0], set()).add(len(keys))
    return {first: sorted(each, reverse=True) for first, each in lengths.items()}


def _seconds() -> dict[str, set[str]]:
    seconds: dict[str, set[str]] = {}
    for first, *rest in _KNOWN:
        seconds.setdefault(first, set()).add((*rest, "")[0])
    return seconds


_KNOWN = _known()
_LENGTHS = _lengths()
_SECONDS = _seconds()
"""Which words stand behind each with which one begins; "" where it may stand alone."""
