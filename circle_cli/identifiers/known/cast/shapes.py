"""The shapes in which people write the names of a cast, worked out before a text is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from unicodedata import category

from circle_cli.identifiers.findings.instead import PLAIN_IN_NAMES, kind_of_name
from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.cast.nicknames import also_called
from circle_cli.identifiers.known.cast.together import Run, make_run
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.text import see
from circle_cli.identifiers.seen.tokens import tokenise
from circle_cli.session.record import CastEntry

_SHORTEST_NEAR = 5  # letters: of shorter names, too many words are nearly one
LONGEST = 40  # letters: no name is longer, and looking for near misses takes as long as the square
_LITTLE = words("people", "little in a name")
_JOBS = frozenset(phrases("rare", "jobs"))
_NOBODY = _JOBS | words("people", "kin") | words("people", "titles") | words("people", "also nobody") | PLAIN_IN_NAMES
_ENDINGS = tuple(sorted(words("people", "endearing")))


@dataclass(frozen=True, slots=True)
class Part:
    """One word that stands for an entry.

    `small`: it counts without a capital letter too, even where it is an ordinary word. `nobody`: it is no name, as
    "Mum" or "the school" are none, so that without a capital letter it is only pointed out.
    """

    entry: int
    small: bool = True
    nobody: bool = False


@dataclass  # without slots: what few words need is worked out when one does, and kept
class Cast:
    """A cast made ready to be looked for."""

    entries: tuple[CastEntry, ...]
    rows: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    """Names of several words, by their first."""
    parts: dict[str, Part] = field(default_factory=dict)
    names: list[tuple[str, int]] = field(default_factory=list)
    """Words of which nicknames and slips of the pen are made."""
    also_called: dict[str, int] = field(default_factory=dict)
    """What else people of these names are called."""
    initials: dict[str, int] = field(default_factory=dict)
    signs: list[tuple[str, int]] = field(default_factory=list)
    """Names without a word in them, such as an emoji."""
    run: Run | None = None
    """Finds names that are run together with others; None where nothing could be."""

    @cached_property
    def stems(self) -> Mapping[str, int]:
        """Give what nicknames begin with that are made of the letters of a name."""
        stems: dict[str, int] = {}
        for name, number in self.names:
            for stem in _stems(name):
                stems.setdefault(stem, number)
        return stems

    @cached_property
    def near(self) -> Mapping[str, int]:
        """Give names with one letter left out, and whole, by which one that is nearly the same is found."""
        near: dict[str, int] = {}
        for name, number in self.names:
            for shape in (name, *shorter(name)) if _SHORTEST_NEAR <= len(name) <= LONGEST else ():
                near.setdefault(shape, number)
        return near


def make_cast(entries: Sequence[CastEntry], lists: Lists) -> Cast:
    """Work out every shape of every name."""
    cast = Cast(entries=tuple(entries))
    for number, entry in enumerate(entries):
        for name in (entry.name, *entry.also):
            seen = see(name).text
            keys = tuple(token.key for token in tokenise(seen))
            if not keys and any(category(sign) == "So" for sign in seen):
                cast.signs.append((seen.strip(), number))
            if len(keys) > 1:
                _add_row(cast, number, keys)
            _add_parts(cast, number, keys, lists)
    for known in cast.rows.values():
        known.sort(key=lambda row: -len(row[0]))
    cast.run = make_run(key for key, part in cast.parts.items() if part.small and not part.nobody)
    return cast


def _add_row(cast: Cast, number: int, keys: tuple[str, ...]) -> None:
    """Add a name of several words: as it is, as one word, and as its initials."""
    cast.rows.setdefault(keys[0], []).append((keys, number))
    _add_part(cast, "".join(keys), Part(entry=number))
    for letters in {"".join(key[0] for key in keys), keys[0][0] + keys[-1][0]}:
        cast.initials.setdefault(letters, number)


def _add_parts(cast: Cast, number: int, keys: tuple[str, ...], lists: Lists) -> None:
    """Add the words of a name that may stand for it alone."""
    several = len(keys) > 1
    ends = {key for key in (keys[:1] + keys[-1:]) if not several or is_a_name_too(key, lists)}
    own = [key for key in keys if key not in _LITTLE or key in ends]
    names_a_place = several and kind_of_name(keys) is not Identifier.NAME
    for key in own:
        plain = key.replace("'", "")
        says_nothing = key in PLAIN_IN_NAMES and not (several and is_a_name_too(key, lists))
        generic = several and (says_nothing or _is_ordinary(key, lists))
        if len(key) > 1 and not (several and says_nothing):
            part = Part(
                entry=number,
                small=is_a_name_too(key, lists) or not (several and (names_a_place or key in _NOBODY)),
                nobody=key in _NOBODY and not (is_a_name_too(key, lists) or key in lists.places),
            )
            for shape in {key, plain}:
                _add_part(cast, shape, part)
        elif not several:
            cast.initials.setdefault(key, number)
        if not generic:
            cast.names.append((plain, number))
        for called in also_called(plain):
            cast.also_called.setdefault(called, number)


def _add_part(cast: Cast, key: str, part: Part) -> None:
    """Add a word; where several entries have it, what finds more counts."""
    known = cast.parts.get(key)
    if known is None or (part.small and not known.small) or (known.nobody and not part.nobody):
        cast.parts[key] = part


def is_a_name_too(key: str, lists: Lists) -> bool:
    """Tell whether the lists know a word as somebody's name."""
    return key in lists.always or key in lists.both or key in lists.soft


def _is_ordinary(key: str, lists: Lists) -> bool:
    return lists.is_word(key) and key not in lists.both


def _stems(name: str) -> Iterator[str]:
    """Give the beginning of a name, with its last letter twice or once, and its end."""
    longest = min(len(name), LONGEST)
    for length in range(3, longest):
        yield from (name[:length], name[:length] + name[length - 1])
    for length in range(4, longest):
        yield name[-length:]


def nickname_of(cast: Cast, word: str) -> int | None:
    """Give the entry of whose name a word is made: what it begins with, and an ending of endearment or none."""
    for ending in ("", *_ENDINGS):
        if word.endswith(ending) and (entry := cast.stems.get(word[: len(word) - len(ending)])) is not None:
            return entry
    return None


def shorter(name: str) -> Iterator[str]:
    """Give a name with each of its letters left out in turn."""
    for place in range(len(name)):
        yield name[:place] + name[place + 1 :]
