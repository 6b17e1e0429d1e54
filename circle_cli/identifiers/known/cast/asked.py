"""What a text asks of a cast, before anybody of it is known: by which words, beginnings and letters one may be found.

Of the ten thousand in all sessions of a log, a text of a few words can name a few; to work out every shape in which all
their names are written takes many times as long as to look for them. So the search for the cast is gone through once
with a cast that holds nobody and hears what is looked up in it. Finding nothing, it goes on to look for everything
else: it asks at least what it would ask of any cast. Whoever answers to none of that cannot be found there.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from circle_cli.identifiers.known.cast.finding import begin_lines, find_cast
from circle_cli.identifiers.known.cast.nicknames import also_called
from circle_cli.identifiers.known.cast.shapes import Cast
from circle_cli.identifiers.known.cast.together import SHORTEST, Run
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.text import see
from circle_cli.identifiers.seen.tokens import tokenise
from circle_cli.session.cast.called import ANYHOW, INITIALS, LONGEST, SIGNS
from circle_cli.session.record import CastEntry

_SHORTEST_STEM, _SHORTEST_SLIP = 3, 4
"""Letters that a word has at least in common with the name that it is made of, or that it nearly is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a text asks: for names and words of them, what is nearly one of its own words, initials, and stems."""

    words: Set[str]
    initials: Set[str]
    stems: Set[str]
    """How a name begins or ends."""

    def among(self, known: str) -> Set[str]:
        """Give by what somebody may be found in the text, of all that is `known`: as `called` tells it of each."""
        exactly = self.words | {ANYHOW} | {INITIALS + letters for letters in self.initials}
        return exactly & {*known.split()} | {*_begun_or_ended(known, self.stems)}


def asked(text: str, lists: Lists) -> Asked:
    """Give what a text asks of any cast."""
    tokens = tokenise(see(text).text)
    parts, initials, called, stems, near, run = _Heard(), _Heard(), _Heard(), _Heard(), _Heard(), _HearingRun()
    nobody = Cast(entries=(CastEntry(name=ANYHOW),), parts=parts, initials=initials, also_called=called, run=run)
    nobody.stems, nobody.near = stems, near
    if [*find_cast(tokens, nobody, lists)]:
        raise AssertionError("nobody is there who could be found")
    longer = {word for word in run.first if len(word) > LONGEST}  # of a longer name not all is known
    down = "".join(token.key[0] for token in begin_lines(tokens))
    words = {*parts.heard, *initials.heard, *_pieces(down)}
    words.update(*map(_among_names, run.first), *map(_pieces, run.inside | longer))
    words.update(*map(_nearly, near.heard))
    words.update(*map(also_called, called.heard))  # one is called as the other, and the other as the one
    return Asked(
        words=frozenset(word[:LONGEST] for word in words),
        initials=frozenset(initials.heard),
        stems=frozenset(stem for stem in stems.heard if len(stem) >= _SHORTEST_STEM),
    )


class _Heard(dict[str, Any]):
    """Holds nothing, and hears what is looked up in it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[str] = set()

    def get(self, key: str, default: Any = None, /) -> Any:
        self.heard.add(key)
        return default

    def __contains__(self, key: object) -> bool:
        self.heard.add(str(key))
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _HearingRun(Run):
    """Knows no name, and hears in which words one is looked for: at their beginning, and anywhere."""

    names: frozenset[str] = frozenset()
    longest: int = 0
    first: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)

    def first_of(self, word: str) -> None:
        self.first.add(word)

    def inside_of(self, word: str, english: Set[str]) -> None:
        self.inside.add(word)


def _pieces(word: str) -> Iterator[str]:
    """Give all that stands in a word and could be a name, which of two letters counts beside others."""
    for begin in range(len(word) - 1):
        for end in range(begin + 2, min(len(word), begin + LONGEST) + 1):
            yield word[begin:end]


def _among_names(word: str) -> Iterator[str]:
    """Give all that could be a name in a word where before it and behind it names stand, or an s, or nothing."""
    for begin in (0, *range(SHORTEST, len(word) - SHORTEST + 1)):
        for end in range(begin + SHORTEST, len(word) + 1):
            if len(word) - end >= SHORTEST or word[end:] in ("", "s"):
                yield word[begin:end]


def _begun_or_ended(known: str, stems: Iterable[str]) -> Iterator[str]:
    """Give what begins with a stem, whose last letter may be there twice; or ends with it."""
    for stem in stems:
        yield from _with(known, f" {stem}")
        if stem[-1] == stem[-2]:
            yield from _with(known, f" {stem[:-1]}")
        yield from _with(known, f"{stem} ")


def _nearly(slip: str) -> Iterator[str]:
    """Give what has one letter more than a slip, or none: all names of which it is what they are with one left out."""
    if len(slip) >= _SHORTEST_SLIP:
        yield slip
        yield from (f"{slip[:at]}{sign}{slip[at:]}" for at in range(len(slip) + 1) for sign in SIGNS)


def _with(known: str, part: str) -> Iterator[str]:
    """Give the words in which a part stands; a space before or behind it is that of the word."""
    place = known.find(part)
    while place >= 0:
        begin = known.rfind(" ", 0, place + 1) + 1
        end = known.find(" ", begin)
        yield known[begin:end]
        place = known.find(part, end)
