"""The cast of a story, looked for in every shape in which people write a name.

Whole and in parts, in any case, with accents or without, as initials, as a nickname made of it, spaced out, and with
one letter wrong. A part that is an ordinary word counts where it is written with a capital letter, or where only a name
can stand; elsewhere only where it is the whole of a name, and then as a warning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from circle_cli.identifiers.findings.instead import PLAIN_IN_NAMES, instead_of
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.frames import names_somebody
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_of, tokenise
from circle_cli.session.record import CastEntry

_REASON = "belongs to the cast of this session"
_NEAR = "is nearly a name of this session's cast"
_AS_WORD = "is a name of this session's cast, unless it is the ordinary word here"
_LITTLE = words("people", "little in a name")
_JOINED = frozenset(("", " ", "-", "–", ". ", ".", "\n", " - ", "‑", "_", "'", ", "))
_LONGEST = 40  # letters: no name is longer, and looking for near misses takes as long as the square
_ENDINGS = words("people", "endearing")


@dataclass(frozen=True, slots=True)
class _Part:
    """One word that stands for an entry. `whole`: a name all by itself, so it counts without a capital letter too."""

    entry: int
    whole: bool


@dataclass(slots=True)
class Cast:
    """A cast made ready to be looked for."""

    entries: tuple[CastEntry, ...]
    rows: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    """Names of several words, by their first."""
    parts: dict[str, _Part] = field(default_factory=dict)
    nicknames: dict[str, int] = field(default_factory=dict)
    initials: dict[str, int] = field(default_factory=dict)
    near: dict[str, int] = field(default_factory=dict)
    """Names with one letter left out, and whole, by which one that is nearly the same is found."""


def make_cast(entries: Sequence[CastEntry], lists: Lists) -> Cast:
    """Work out every shape of every name."""
    cast = Cast(entries=tuple(entries))
    for number, entry in enumerate(entries):
        for name in (entry.name, *entry.also):
            keys = tuple(token.key for token in tokenise(name))
            if keys:
                _add_name(cast, number, keys, lists)
    for known in cast.rows.values():
        known.sort(key=lambda row: -len(row[0]))
    return cast


def _add_name(cast: Cast, number: int, keys: tuple[str, ...], lists: Lists) -> None:
    if len(keys) > 1:
        cast.rows.setdefault(keys[0], []).append((keys, number))
        cast.parts.setdefault("".join(keys), _Part(entry=number, whole=True))
        for letters in {"".join(key[0] for key in keys), keys[0][0] + keys[-1][0]}:
            cast.initials.setdefault(letters, number)
    own = [key for key in keys if key not in _LITTLE]
    for key in own:
        plain = key.replace("'", "")
        generic = len(keys) > 1 and (key in PLAIN_IN_NAMES or (lists.is_word(key) and key not in lists.both))
        if len(key) > 1 and not (generic and key in PLAIN_IN_NAMES):
            for shape in {key, plain}:
                cast.parts.setdefault(shape, _Part(entry=number, whole=not generic and len(own) == 1))
        elif len(keys) == 1:
            cast.initials.setdefault(key, number)
        if not generic:
            _add_shapes(cast, number, plain)


def _add_shapes(cast: Cast, number: int, name: str) -> None:
    """Add what people make of a name: its beginning, its end, with the endings of endearment; and its near misses."""
    for length in range(3, min(len(name), _LONGEST)):
        for stem in (name[:length], name[:length] + name[length - 1]):
            for ending in ("", *_ENDINGS):
                cast.nicknames.setdefault(stem + ending, number)
    for length in range(4, min(len(name), _LONGEST)):
        for ending in ("", *_ENDINGS):
            cast.nicknames.setdefault(name[-length:] + ending, number)
    if 5 <= len(name) <= _LONGEST:
        for shape in (name, *_shorter(name)):
            cast.near.setdefault(shape, number)


def _shorter(name: str) -> Iterator[str]:
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]


def find_cast(tokens: Sequence[Token], cast: Cast, lists: Lists) -> Iterator[Mark]:
    """Find the cast, each occurrence once."""
    if not cast.entries:
        return
    place = 0
    while place < len(tokens):
        mark, length = _at(tokens, place, cast, lists)
        if mark:
            yield mark
        place += max(length, 1)


def _at(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> tuple[Mark | None, int]:
    token = tokens[place]
    for keys, number in cast.rows.get(token.key, ()):
        if _row_fits(tokens, place, keys):
            return _mark(cast, token, tokens[place + len(keys) - 1], number, _REASON), len(keys)
    if found := _initials(tokens, place, cast):
        return _mark(cast, token, tokens[place + found[1] - 1], found[0], _REASON), found[1]
    joined = _broken(tokens, place, cast)
    if joined:
        return _mark(cast, token, tokens[place + joined[1] - 1], joined[0], _REASON), joined[1]
    return _single(tokens, place, cast, lists), 1


def _single(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> Mark | None:
    token = tokens[place]
    key = token.key.replace("'", "")
    plural = key[:-1] if key.endswith("s") else key
    part = cast.parts.get(token.key) or cast.parts.get(key) or cast.parts.get(plural)
    a_word = lists.is_word(token.word)
    if part and (token.capital or not a_word or (token.key in lists.both and names_somebody(tokens, place))):
        return _mark(cast, token, token, part.entry, _REASON)
    if part and part.whole and not _is_plainly_a_word(tokens, place):
        return _mark(cast, token, token, part.entry, _AS_WORD, only_warns=True)
    if part or (a_word and not token.capital) or token.digits:
        return None
    number = cast.nicknames.get(key, cast.nicknames.get(plural))
    if number is not None and (not a_word or not token.opens or key in lists.both):
        return _mark(cast, token, token, number, _NEAR)
    number = _nearly(key, cast) if 4 <= len(key) <= _LONGEST and (not a_word or token.capital) else None
    return _mark(cast, token, token, number, _NEAR, only_warns=a_word) if number is not None else None


def _is_plainly_a_word(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "will" and "may" help another verb here, as they nearly always do."""
    return tokens[place].key in ("will", "may", "can", "mark") and not names_somebody(tokens, place)


def _nearly(key: str, cast: Cast) -> int | None:
    for shape in (key, *_shorter(key)):
        if shape in cast.near and len(shape) >= 4:
            return cast.near[shape]
    return None


def _row_fits(tokens: Sequence[Token], place: int, keys: tuple[str, ...]) -> bool:
    row = tokens[place : place + len(keys)]
    return tuple(token.key for token in row) == keys and all(token.gap in _JOINED for token in row[1:])


def _initials(tokens: Sequence[Token], place: int, cast: Cast) -> tuple[int, int] | None:
    """Find T.C., TC and T C; gives the entry and how many words of the text it takes."""
    token = tokens[place]
    if token.key in cast.initials and (token.upper or (len(token.text) == 1 and token.capital and token.text != "I")):
        if len(token.key) > 1 or token.key != "a" or not token.opens:
            return cast.initials[token.key], 1
    letters = ""
    for length, each in enumerate(tokens[place : place + 5], start=1):
        if len(each.key) != 1 or not each.capital or (length > 1 and each.gap not in (".", ". ", " ", "-")):
            break
        letters += each.key
        if length > 1 and letters in cast.initials:
            return cast.initials[letters], length
    return None


def _broken(tokens: Sequence[Token], place: int, cast: Cast) -> tuple[int, int] | None:
    """Find a name spaced out (A m i r a) or broken by a hyphen (Ami-ra); gives entry and words taken."""
    word = tokens[place].key
    if len(word) > 1:
        if place + 1 < len(tokens) and tokens[place + 1].gap.strip(" \n") in ("-", "–", "_", ".", "/", "|"):
            part = cast.parts.get(word + tokens[place + 1].key)
            return (part.entry, 2) if part else None
        return None
    for length, token in enumerate(tokens[place + 1 : place + 40], start=2):
        if len(token.key) != 1:
            break
        word += token.key
        if length > 2 and word in cast.parts:
            return cast.parts[word].entry, length
    return None


def _mark(cast: Cast, first: Token, last: Token, number: int, reason: str, *, only_warns: bool = False) -> Mark:
    entry = cast.entries[number]
    return Mark(
        kind=Identifier.CAST,
        start=first.start,
        end=last.end,
        reason=reason,
        suggestion=entry.say or instead_of(key_of(entry.name).split()),
        only_warns=only_warns,
        entry=number,
    )
