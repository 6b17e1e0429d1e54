"""What documents say, word by word: how much each counts where, in which forms it is written, what stands beside it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from circle_cli.site.searching.counting import Weights
from circle_cli.site.searching.documents import Document
from circle_cli.site.searching.rules import COMMON
from circle_cli.site.searching.words import parts_of, stem, tokens_in

_HALF = 3.0
"""With so much of it, a word counts half of what it can, in a document of the usual length."""

_END = "."
"""Stands between two texts of a document, so that no phrase reaches from one into the next."""


@dataclass(frozen=True, slots=True)
class _OfWord:
    """What a word of a text says: its stems, and each form by which it is found, with the stem of that."""

    stems: str
    forms: Sequence[tuple[str, str]]
    joined: str


class _Known(dict[str, _OfWord]):
    """What words of texts say, each made once."""

    def __missing__(self, token: str) -> _OfWord:
        parts = parts_of(token)
        kept = [part for part in parts if part not in COMMON]
        whole = ["".join(parts)] if len(parts) > 1 else []
        said = _OfWord(
            stems="".join(f"{stem(part)} " for part in kept),
            forms=[(form, stem(form)) for form in (*kept, *whole)],
            joined=stem(whole[0]) if whole else "",
        )
        self[token] = said
        return said


class Said:
    """The words of all documents, as they are read one by one."""

    def __init__(self) -> None:
        self.known = _Known()
        self.found: dict[str, Weights] = {}
        self.times: Counter[str] = Counter()
        self.texts: list[str] = []
        self.lengths: list[float] = []

    def add(self, document: Document) -> None:
        """Read the next document; its number is how many came before it."""
        number, row, length = len(self.texts), [" "], 0.0
        here: dict[str, float] = defaultdict(float)
        for weight, text in document.fields:
            tokens = tokens_in(text)
            self.times.update(tokens)
            for said in map(self.known.__getitem__, tokens):
                row.append(said.stems)
                for _, key in said.forms:
                    here[key] += weight
                    length += weight
            row.append(f"{_END} ")
        for key, weight in here.items():
            self.found.setdefault(key, {})[number] = weight
        self.texts.append("".join(row))
        self.lengths.append(length)

    def weighed(self) -> dict[str, Weights]:
        """Give what each word counts in each document, from 0 to 1: less in a long one, and the tenth time.

        Asked once, when all pages were read.
        """
        usual = sum(self.lengths) / max(1, len(self.lengths)) or 1
        halves = [_HALF * (0.7 + 0.3 * length / usual) for length in self.lengths]
        for each in self.found.values():  # in place: of a large site they are a good part of all that is held
            for number, weight in each.items():
                each[number] = weight / (weight + halves[number])
        return self.found

    def words(self) -> Mapping[str, str]:
        """Give by each stem the form that pages have most often, the shortest of several."""
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for token, times in self.times.items():
            for form, key in self.known[token].forms:
                forms[key][form] += times
        return {key: min(each, key=lambda form: (-each[form], len(form), form)) for key, each in forms.items()}

    @property
    def joined(self) -> frozenset[str]:
        """The stems of what stands on pages only in pieces, with hyphens between them."""
        return frozenset(said.joined for said in self.known.values() if said.joined)
