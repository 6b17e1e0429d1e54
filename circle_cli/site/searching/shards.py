"""The files in which a page looks things up: small ones, so that it need fetch few, whatever the size of the site.

Each calls one function of the page (`circleWords`), so that a page that was opened from a folder can load it too. What
is a number is written in signs, and no letters: to whoever looks through the files, what is a word is one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import groupby
from typing import TypeVar

from circle_cli.site.drawing.listing.signs import in_signs
from circle_cli.site.searching import rules
from circle_cli.site.searching.counting import HEAVIEST, Packed
from circle_cli.site.searching.documents import Shown
from circle_cli.site.searching.index import MOST, Entry
from circle_cli.site.searching.words import stem, words_in

T = TypeVar("T")
FOLDER = "search"
_LARGEST = 5_000
"""Letters in a file of words; one with a single word may be longer."""

_VERSION = 6
"""Bytes that say which files belong together: a browser may have kept one of another day."""

_TOGETHER = 16
"""Documents in a file."""

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

SHORTEST = 4
"""Letters of a word in which a slip can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """What a page leads to where nothing was found: the addresses are seen from the top of the site."""

    themes: Sequence[tuple[str, str]]
    every: str
    all_themes: str


def files_of(documents: Sequence[Shown], points: int, entries: Mapping[str, Entry], ways: Ways) -> dict[str, bytes]:
    """Write the files, by their places on the site; the first of the documents are learning points, so many."""
    words = list(_words(entries))
    shown = [[_line(*each) for each in documents[at : at + _TOGETHER]] for at in range(0, len(documents), _TOGETHER)]
    spellings = list(_spellings(entries))
    directory = {
        "rules": {
            "common": sorted(rules.COMMON),
            "asking": sorted(map(stem, rules.ASKING)),
            "irregular": rules.IRREGULAR,
            "spelling": rules.SPELLING,
            "steps": rules.STEPS,
        },
        "heaviest": HEAVIEST,
        "documents": len(documents),
        "points": points,
        "together": _TOGETHER,
        "words": [first for first, _ in words],
        "spellings": [first for first, _ in spellings],
        "bare": sorted(key for key, entry in entries.items() if " " in key and _is_bare(entry.word)),
        **asdict(ways),
    }
    lists = {
        **{f"w{number}": lines for number, (_, lines) in enumerate(words)},
        **{f"s{number}": lines for number, (_, lines) in enumerate(spellings)},
        **{f"d{number}": lines for number, lines in enumerate(shown)},
    }
    named = {name: "[\n" + ",\n".join(lines) + "\n]" for name, lines in lists.items()}
    named["directory"] = json.dumps(directory, ensure_ascii=False, separators=(",", ":"))
    version = in_signs(int.from_bytes(sha256("".join(named.values()).encode()).digest()[:_VERSION]))
    return {
        f"{FOLDER}/{name}.js": f'circleWords("{name}","{version}",{text})\n'.encode() for name, text in named.items()
    }


def _is_bare(phrase: str) -> bool:
    """Whether none of a phrase's words carries a meaning alone (“they/them”)."""
    return all(word in rules.COMMON for parts in words_in(phrase) for word in parts)


def _line(*parts: str | Sequence[str]) -> str:
    return _WRITER.encode(parts)


def _words(entries: Mapping[str, Entry]) -> Iterator[tuple[str, list[str]]]:
    """Give the files of words, each with its first; phrases stand in one file with the word that begins them."""
    packed = Packed(MOST)
    rows = [
        (word, [_entry(entries[key], packed) for key in group])
        for word, group in groupby(sorted(entries, key=str.split), key=lambda key: key.split()[0])
    ]
    for group in _cut(rows, lambda row: sum(map(len, row[1]))):
        yield group[0][0], [line for _, lines in group for line in lines]


def _cut(rows: Iterable[T], length: Callable[[T], int]) -> Iterator[list[T]]:
    """Cut rows into files that are not too large."""
    size, group = 0, list[T]()
    for row in rows:
        if group and size + length(row) > _LARGEST:
            yield group
            size, group = 0, []
        size += length(row)
        group.append(row)
    if group:
        yield group


def _entry(entry: Entry, packed: Packed) -> str:
    """Write an entry, in front of its documents a sign that says whether it is known, and whether these are all."""
    kind = in_signs(entry.known + 2 * entry.often)
    both = [entry.means, entry.alike] if entry.alike else [entry.means] if entry.means else []
    return _line(entry.word, kind + packed.of(entry.found), *both)


def _spellings(entries: Mapping[str, Entry]) -> Iterator[tuple[str, list[str]]]:
    """Give the words themselves, those apart that may not be shown: for whom a letter slipped."""
    every = sorted((entry.word, entry.on_pages) for key, entry in entries.items() if " " not in key)
    for group in _cut([word for word in every if len(word[0]) >= SHORTEST], lambda word: len(word[0]) + 1):
        kinds = (" ".join(word for word, shown in group if shown is kind) for kind in (True, False))
        yield group[0][0], [json.dumps(kind, ensure_ascii=False) for kind in kinds]
