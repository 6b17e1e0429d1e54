"""The shapes in which people write the names of a cast, worked out before a text is read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from circle_cli.identifiers.findings.instead import PLAIN_IN_NAMES
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import tokenise
from circle_cli.session.record import CastEntry

LONGEST = 40  # letters: no name is longer, and looking for near misses takes as long as the square
_LITTLE = words("people", "little in a name")
_ENDINGS = words("people", "endearing")


@dataclass(frozen=True, slots=True)
class Part:
    """One word that stands for an entry. `whole`: a name all by itself, so it counts without a capital letter too."""

    entry: int
    whole: bool


@dataclass(slots=True)
class Cast:
    """A cast made ready to be looked for."""

    entries: tuple[CastEntry, ...]
    rows: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    """Names of several words, by their first."""
    parts: dict[str, Part] = field(default_factory=dict)
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
            if len(keys) > 1:
                _add_row(cast, number, keys)
            _add_parts(cast, number, keys, lists)
    for known in cast.rows.values():
        known.sort(key=lambda row: -len(row[0]))
    return cast


def _add_row(cast: Cast, number: int, keys: tuple[str, ...]) -> None:
    """Add a name of several words: as it is, as one word, and as its initials."""
    cast.rows.setdefault(keys[0], []).append((keys, number))
    cast.parts.setdefault("".join(keys), Part(entry=number, whole=True))
    for letters in {"".join(key[0] for key in keys), keys[0][0] + keys[-1][0]}:
        cast.initials.setdefault(letters, number)


def _add_parts(cast: Cast, number: int, keys: tuple[str, ...], lists: Lists) -> None:
    """Add the words of a name that may stand for it alone."""
    several = len(keys) > 1
    own = [key for key in keys if key not in _LITTLE]
    for key in own:
        plain = key.replace("'", "")
        an_ordinary_word = lists.is_word(key) and key not in lists.both
        generic = several and (key in PLAIN_IN_NAMES or an_ordinary_word)
        if len(key) > 1 and not (several and key in PLAIN_IN_NAMES):
            for shape in {key, plain}:
                cast.parts.setdefault(shape, Part(entry=number, whole=not generic and len(own) == 1))
        elif not several:
            cast.initials.setdefault(key, number)
        if not generic:
            _add_nicknames(cast, number, plain)
            _add_near_misses(cast, number, plain)


def _add_nicknames(cast: Cast, number: int, name: str) -> None:
    """Add what people make of a name: its beginning, its end, with the endings of endearment."""
    longest = min(len(name), LONGEST)
    for length in range(3, longest):
        for stem in (name[:length], name[:length] + name[length - 1]):
            _add_nickname(cast, number, stem)
    for length in range(4, longest):
        _add_nickname(cast, number, name[-length:])


def _add_nickname(cast: Cast, number: int, stem: str) -> None:
    for ending in ("", *_ENDINGS):
        cast.nicknames.setdefault(stem + ending, number)


def _add_near_misses(cast: Cast, number: int, name: str) -> None:
    if 5 <= len(name) <= LONGEST:
        for shape in (name, *shorter(name)):
            cast.near.setdefault(shape, number)


def shorter(name: str) -> Iterator[str]:
    """Give a name with each of its letters left out in turn."""
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]
