"""Which documents hold a word, and how much it counts there; and those that hold what the word stands for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter

from circle_cli.guidance.vocabulary import Meaning
from circle_cli.site.searching.counting import Found, Weights, by_weight, together
from circle_cli.site.searching.documents import Document
from circle_cli.site.searching.rules import COMMON
from circle_cli.site.searching.said import Said
from circle_cli.site.searching.words import stem, words_in

MOST = 1_200
"""Documents that are kept of a word: it says little about those that hold it least, if so many do."""

_MOST_MEANT = 250
"""The same of a phrase that others stand for: each of these has its documents, too."""

_MEANS, _LATER, _MEANT, _ALIKE = 0.8, 0.9, 0.35, 0.3
"""What counts less: a page with what was meant by a word, the second thing less than the first; one with a word that
means what was looked for; and one with another word that means the same."""

_APART = 0.5
"""The same where the words of a phrase stand in a document, but not side by side."""

_PHRASES = 2**14
"""Phrases whose words are kept: those of the vocabulary are asked for again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word or phrase that can be looked up, as a page or the vocabulary writes it.

    `known`: the vocabulary has it. `often`: more documents hold it than are kept. `on_pages`: so does a page,
    in one piece, and it may be shown. `means` are the phrases that it stands for, and `alike` those that stand for the
    same, as far as there are any on a page.
    """

    word: str
    known: bool
    often: bool
    on_pages: bool
    means: tuple[str, ...]
    alike: tuple[str, ...]
    found: Sequence[Found]

    @property
    def weights(self) -> dict[int, int]:
        """What it counts in each document; put together when it is asked for, since what is found is many entries'."""
        return {
            number: weight
            for weight, numbers in together(by_weight(*each) for each in self.found)
            for number in numbers
        }


def index_of(documents: Iterable[Document], vocabulary: Iterable[Meaning]) -> dict[str, Entry]:
    """Give all there is to look up in documents, known by their numbers: by its stems, with spaces between them.

    Each document is read as it comes, and not held.
    """
    pages, names = Said(), dict[int, str]()
    for number, document in enumerate(documents):
        pages.add(document)
        if document.name:
            names[number] = document.name
    weights = pages.weighed()
    words = pages.words()
    made = {key: _Made(word=words[key], found=[(each, 1.0)]) for key, each in weights.items()}
    _stand_for(tuple(vocabulary), _Looking(made=made, weights=weights, texts=pages.texts))
    for number, name in names.items():
        made[" ".join(key_of(name))] = _Made(word=name, found=[({number: 1.0}, 1.0)])
    alone = pages.found.keys() - pages.joined
    return {key: _finished(each, key in alone) for key, each in made.items() if each.counts}


@lru_cache(_PHRASES)
def key_of(phrase: str) -> tuple[str, ...]:
    """Give the stems by which a phrase is looked up: without what carries no meaning, unless it has nothing else.

    Of one with a single word that carries any (“gets lost”), that word, and then all: it means more than the word.
    """
    words, kept = _words_of(phrase)
    return tuple(map(stem, [*kept, *words] if len(kept) == 1 < len(words) else kept or words))


@lru_cache(_PHRASES)
def _words_of(phrase: str) -> tuple[Sequence[str], Sequence[str]]:
    words = tuple(word for parts in words_in(phrase) for word in parts)
    return words, tuple(word for word in words if word not in COMMON)


class _Cut(dict[int, float]):
    """The documents that hold something most, of more that hold it."""


@dataclass(slots=True, kw_only=True)
class _Made:
    """An entry that is being made; what is found is a page's word's, or another's, too, so it is never changed."""

    word: str
    found: list[Found]
    known: bool = False
    often: bool = False
    is_there: bool = False
    means: list[str] = field(default_factory=list)
    alike: list[str] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether there is anything to say of it."""
        return any(where for where, _ in self.found) or (self.known and self.is_there)

    def add(self, weights: Mapping[int, float], share: float) -> None:
        self.often |= isinstance(weights, _Cut)
        self.found.append((weights, share))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looking:
    """Where phrases are looked for: `weights` by stem, and the stems of each document in order."""

    made: dict[str, _Made]
    weights: Mapping[str, Weights]
    texts: Sequence[str]
    meant: dict[str, Mapping[int, float]] = field(default_factory=dict)

    def find_most(self, phrase: str) -> Mapping[int, float]:
        """Give the documents that hold a phrase most."""
        if phrase not in self.meant:
            found = self.find(phrase)
            if len(found) > _MOST_MEANT:
                found = _Cut(nlargest(_MOST_MEANT, found.items(), key=itemgetter(1)))
            self.meant[phrase] = found
        return self.meant[phrase]

    def find(self, phrase: str, apart: float = _APART) -> Mapping[int, float]:
        """Give the documents that hold all words of a phrase, but for those that carry no meaning."""
        words, kept = _words_of(phrase)
        key = [*map(stem, kept or words)]
        every = [self.weights.get(each, {}) for each in key]
        if len(every) == 1:
            share = 1 if len(words) == 1 else apart
            return every[0] if share == 1 else {number: weight * share for number, weight in every[0].items() if share}
        if not every or not all(every):
            return {}
        least, *others = sorted(every, key=len)
        for weights in others:
            least = {number: min(weight, weights[number]) for number, weight in least.items() if number in weights}
        beside, texts = f" {' '.join(key)} ", self.texts
        if not apart:
            return {number: least[number] for number in sorted(least) if beside in texts[number]}
        return {number: least[number] if beside in texts[number] else least[number] * apart for number in sorted(least)}

    def entry(self, phrase: str) -> _Made:
        """Give what is made of a phrase. Where its words are, they find by themselves: it tells what it means."""
        key = " ".join(key_of(phrase))
        if key not in self.made:
            self.made[key] = _Made(word=phrase, found=[], is_there=bool(self.find(phrase, apart=0)))
        return self.made[key]

    def have_in_common(self, phrases: Sequence[str]) -> None:
        """Have words that mean the same find one another."""
        by_key = {key_of(phrase): phrase for phrase in reversed(phrases)}
        there = {key: self.find(phrase, apart=0) for key, phrase in by_key.items()}
        every: Weights = {}
        for weights in there.values():
            for number, weight in weights.items():
                every[number] = max(every.get(number, 0), weight)
        # A word that so many pages have needs no others to be found by; and of so many, none is the one that was meant.
        if 0 < len(every) <= _MOST_MEANT:
            for own, phrase in by_key.items():
                entry = self.entry(phrase)
                entry.add(every, _ALIKE)
                entry.alike += [each for key, each in by_key.items() if there[key] and key != own]

    def write_together(self, phrase: str) -> None:
        """Have two words be found that somebody writes as one: “careleaver”."""
        words, _ = _words_of(phrase)
        if len(words) == 2 and min(map(len, words)) > 2:
            apart, together = self.entry(phrase), "".join(words)
            found = [(self.find(phrase), 1.0), *apart.found]
            also = _Made(word=together, found=found, known=apart.known, often=apart.often)
            also.means, also.alike = [*apart.means], [*apart.alike]
            self.made.setdefault(stem(together), also)


def _stand_for(vocabulary: Sequence[Meaning], looking: _Looking) -> None:
    """Have each word of the vocabulary find what it stands for, and the other way round."""
    for meaning in vocabulary:
        own, entry = looking.find_most(meaning.word), looking.entry(meaning.word)
        entry.known = True
        for place, phrase in enumerate(meaning.means):
            there, other = looking.find_most(phrase), looking.entry(phrase)
            if other is not entry:
                entry.add(there, _MEANS * _LATER**place)
                entry.means += [phrase] if there else []
                other.add(own, _MEANT)
    for line in dict.fromkeys(meaning.alike for meaning in vocabulary if len(meaning.alike) > 1):
        looking.have_in_common(line)
    for phrase in dict.fromkeys(phrase for meaning in vocabulary for phrase in (meaning.word, *meaning.means)):
        looking.write_together(phrase)


def _finished(made: _Made, on_pages: bool) -> Entry:
    means = tuple(dict.fromkeys(made.means))
    alike = tuple(each for each in dict.fromkeys(made.alike) if each not in means)
    found = [(where, share) for where, share in made.found if where]
    most = sum(len(where) for where, _ in found)
    often = made.often or (most > MOST and len(set().union(*(where for where, _ in found))) > MOST)
    return Entry(
        word=made.word, known=made.known, often=often, on_pages=on_pages, means=means, alike=alike, found=found
    )
