"""What the sweep looks for: the names of every session's cast, in any case, with accents or without, and session ids.

A name that no dictionary knows ("Amira", "Amira Hassan", "Larkfield") counts wherever it stands. A name made of
ordinary words ("Grace", "Rose Green") counts only where it is written as a name: all its words with capital letters,
and, if it is one word, not merely because a sentence begins. What names nobody ("Mum", "the school") does not count.
Of a name of several words, each part that no dictionary knows counts too; the surname of a writer whom the lists
know ("Bowlby") counts only as a whole name, since otherwise no learning point could say what it rests on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import Path

from circle_cli.identifiers.findings.instead import PLAIN_IN_NAMES
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.known.name_or_word import KIN, names_somebody
from circle_cli.identifiers.known.titles import TITLES
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import key_of, tokenise
from circle_cli.session.record import CastEntry
from circle_cli.share.release.beginnings import LONG, MANY, Beginnings
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.signs import sign_of

_WORD = re.compile(r"[^\W_]+")
_LARGE = 2**20
_GAPS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_PARTED = bytes(ord(" ") if sign in _GAPS else sign for sign in range(256))
"""All that is no letter of ASCII's as a space: an expression takes twice as long to find the words."""

_LEADING = TITLES | words("people", "before a name")
_NOBODY = PLAIN_IN_NAMES | KIN | TITLES | words("people", "also nobody")
_MARKUP = frozenset("alt bdi bdo col dir div href img ins kbd meta min nav rel src sub sup svg var xml".split())
_MARKUP_OR_NAME = frozenset(
    word
    for line in Path(__file__).with_name("markup.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
"""Words of every page's markup, and so code: as a name, one of them can only be told where it is written as one."""

_AROUND = 120
"""Characters around a word by which one can tell how it is meant."""
_BETWEEN = words("people", "between names")
_ELIDED = re.compile(r"(?<!\w)[^\W\d_]{1,2}['’‘ʻʼ`][^\W\d_]{3,}")
"""A word of a name that begins before an apostrophe: O'Hare, D’Arcy. Apart, its pieces may be words of everybody's."""

_GAP = 4
"""Characters that may stand between the words of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One name: its words as they are compared. `common`: they are ordinary words, so capital letters are needed."""

    words: tuple[str, ...]
    kind: str
    common: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """All names, ready to be looked for: by their first words, and the long ones by how they begin without gaps."""

    by_word: Mapping[str, Sequence[Term]]
    by_start: Mapping[str, Sequence[tuple[str, Term]]]
    _beginnings: Beginnings = field(init=False, repr=False, compare=False)
    _by_rarest: Mapping[str, Sequence[Term]] = field(init=False, repr=False, compare=False)
    signs: Mapping[str, Sequence[Term]] = field(init=False, repr=False, compare=False)
    """Those that are signs alone, and no words."""

    def __post_init__(self) -> None:
        """Make ready what would be made for every text."""
        object.__setattr__(self, "_beginnings", Beginnings(self.by_start))
        object.__setattr__(self, "_by_rarest", by_rarest(chain.from_iterable(self.by_word.values())))
        object.__setattr__(self, "signs", {sign: found for sign, found in self.by_word.items() if sign_of(sign)})

    def find(self, text: str, but: Set[Term] = frozenset(), *, seen: bool = True) -> Iterator[tuple[Term, int]]:
        """Find the names in a text, but for some: gives each with the line it stands on.

        What is not `seen` by readers, such as tags, is no sentence, so ordinary words are nobody's names in it.
        """
        if not self.by_word:
            return iter(())
        found = [*self._standing(text, self._wanted(text, seen)), *self._squeezed(text), *self._as_signs(text)]
        return ((term, text.count("\n", 0, place) + 1) for term, place in found if term not in but)

    def _wanted(self, text: str, seen: bool) -> Sequence[Term]:
        """Give the names of which all words are somewhere in a text."""
        if not self._may_begin_in(text):
            return ()
        there, as_names = words_in(text)
        return [
            term
            for word in there & self._by_rarest.keys()
            for term in self._by_rarest[word]
            if (seen and as_names.issuperset(term.words) if term.common else there.issuperset(term.words))
        ]

    def _may_begin_in(self, text: str) -> bool:
        """Tell whether any name could: as letters, where its words would take longer to find."""
        if len(self.by_word) >= MANY:
            return True
        letters = one_sigma(_folded(text))
        return any(one_sigma(word) in letters for word in self.by_word)

    def _standing(self, text: str, wanted: Iterable[Term]) -> Iterator[tuple[Term, int]]:
        """Find where names stand word by word."""
        by_word: dict[str, list[Term]] = {}
        for term in wanted:
            by_word.setdefault(term.words[0], []).append(term)
        words = list(_WORD.finditer(text)) if by_word else []
        keys = [key_of(word.group()) for word in words]
        for place in [place for place, key in enumerate(keys) if key in by_word]:
            for term in by_word[keys[place]]:
                row = words[place : place + len(term.words)]
                if tuple(keys[place : place + len(term.words)]) == term.words and _is_close(row):
                    if not term.common or _is_as_a_name(text, row):
                        yield term, row[0].start()

    def _squeezed(self, text: str) -> Iterator[tuple[Term, int]]:
        """Find long names in the text without its gaps; where in it, nobody can say any more."""
        if self.by_start:
            squeezed = letters_of(text)
            for start in self._beginnings.found_in(squeezed):
                yield from ((term, 0) for letters, term in self.by_start[start] if letters in squeezed)

    def _as_signs(self, text: str) -> Iterator[tuple[Term, int]]:
        """Find names that are signs, wherever they stand."""
        for sign, terms in self.signs.items():
            yield from ((term, found.start()) for found in re.finditer(re.escape(sign), text) for term in terms)


def by_rarest(terms: Iterable[Term]) -> Mapping[str, Sequence[Term]]:
    """Give names by the one of their words that the fewest of them have: surnames, mostly."""
    every = [*terms]
    times = Counter(word for term in every for word in term.words)
    found: dict[str, list[Term]] = {}
    for term in every:
        found.setdefault(min(term.words, key=times.__getitem__), []).append(term)
    return found


def words_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of a text as they are compared, and those of them that are written as words of names are."""
    surfaces = surfaces_in(text)
    as_names = filter(may_be_in_a_name, surfaces)
    return frozenset(map(key_of, surfaces)), frozenset(map(key_of, as_names))


def surfaces_in(text: str) -> Set[str]:
    """Give the words of a text as they are written."""
    if len(text) > _LARGE:  # a list first would be tens of MB
        return {word.group() for word in _WORD.finditer(text)}
    parted = text.encode("utf-8", "surrogatepass").translate(_PARTED).decode("utf-8", "surrogatepass")
    found = set(parted.split())
    if not text.isascii():  # a word may still have signs around it that are no letters, or in it
        others = [word for word in found if not word.isascii()]
        found.difference_update(others)
        found.update(word for each in others for word in _WORD.findall(each))
    return found


def letters_of(text: str) -> str:
    """Give the letters and digits of a text as they are compared, without what stands between them."""
    return _folded(_without_gaps(text))


def _folded(text: str) -> str:
    """Make of a text what `key_of` makes of a word, and keep it nowhere."""
    return key_of.__wrapped__(text)


def one_sigma(letters: str) -> str:
    """Spell the one letter alike whose small form tells where a word ends."""
    return letters.replace("ς", "σ")


def _without_gaps(text: str) -> str:
    """Leave letters and digits: signs are taken out one kind at a time, since words are thousands, and kinds few."""
    text = text.encode("utf-8", "surrogatepass").translate(None, _GAPS).decode("utf-8", "surrogatepass")
    for sign in () if text.isascii() else set(text):
        text = text if sign.isalnum() else text.replace(sign, "")
    return text


def may_be_in_a_name(word: str) -> bool:
    """Tell whether a word is written as those of names are: "House", "14", or the "of" between two of them."""
    return not word[0].islower() or word in _BETWEEN


def _is_as_a_name(text: str, row: Sequence[re.Match[str]]) -> bool:
    if not all(may_be_in_a_name(word.group()) for word in row):
        return False
    if len(row) > 1:
        return True
    begin = max(0, row[0].start() - _AROUND)
    tokens = tokenise(text[begin : row[0].end() + _AROUND])
    place = next((number for number, token in enumerate(tokens) if token.end > row[0].start() - begin), None)
    return place is None or not tokens[place].opens or names_somebody(tokens, place)


def _is_close(row: Sequence[re.Match[str]]) -> bool:
    return all(after.start() - before.end() <= _GAP for before, after in pairwise(row))


def make_terms(
    casts: Iterable[CastEntry], session_ids: Iterable[str], lists: Lists, erased: Iterable[Term] = ()
) -> Terms:
    """Make ready what no page may hold; `erased` are names of sessions that are there no longer."""
    terms = {Term(words=_words(name), kind="the id of a session") for name in session_ids}
    terms.update(erased)
    for entry in casts:
        for name in (entry.name, *entry.also):
            terms.update(terms_of(name, lists))
    by_word: dict[str, list[Term]] = {}
    by_start: dict[str, list[tuple[str, Term]]] = {}
    for term in terms:
        by_word.setdefault(term.words[0], []).append(term)
        letters = "".join(term.words)
        if len(letters) >= LONG and not term.common:
            by_start.setdefault(letters[:LONG], []).append((letters, term))
    return Terms(by_word=by_word, by_start=by_start)


def written_as_names(text: str, count: int) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give every `count` words that stand close together, and whether they may be written as a name is."""
    words = list(_WORD.finditer(text))
    for place in range(len(words) - count + 1):
        row = words[place : place + count]
        if _is_close(row):
            yield tuple(key_of(word.group()) for word in row), all(may_be_in_a_name(word.group()) for word in row)


def terms_of(name: str, lists: Lists) -> Iterator[Term]:
    """Give what a name is looked for by: as a whole, and by those of its words that can stand for it."""
    kind = "a name of a session’s cast"
    name = unescaped(name)  # as each text is: a name that was pasted may hold what nobody sees, or letters in two parts
    if sign := sign_of(name):
        yield Term(words=(sign,), kind=kind)
        return
    for spelt in {name, name.replace("'", "").replace("’", "")}:
        words = _without_leading(_words(spelt))
        if words and not _NOBODY.issuperset(words):
            yield Term(words=words, kind=kind, common=all(is_ordinary(word, lists) for word in words))
            for word in words if len(words) > 1 else ():
                if _counts_alone(word, lists):
                    yield Term(words=(word,), kind=kind, common=is_ordinary(word, lists))
    for elided in _ELIDED.findall(name):
        yield Term(words=_words(elided), kind=kind)
        if not is_ordinary(together := "".join(_words(elided)), lists):
            yield Term(words=(together,), kind=kind)


def _without_leading(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return words


def _counts_alone(word: str, lists: Lists) -> bool:
    """Tell whether one word of a name can stand for it."""
    of_ours = word in lists.writers and word not in lists.added_writers
    if not word.isalpha() or len(word) < 3 or of_ours or word in _NOBODY:
        return False
    known = word in lists.both or word in lists.soft or word in _MARKUP_OR_NAME
    return known or not is_ordinary(word, lists)


def is_ordinary(word: str, lists: Lists) -> bool:
    """Tell whether a word is English or markup, or so short that it could be anything."""
    return len(word) < 3 or word in _MARKUP or word in _MARKUP_OR_NAME or is_word(word, lists)


def was_ordinary(word: str, lists: Lists) -> bool:
    """Tell whether it was so in any version of the program that has kept names of erased sessions."""
    return is_ordinary(word, lists) and word not in _MARKUP_OR_NAME


def _words(name: str) -> tuple[str, ...]:
    return tuple(key_of(word) for word in _WORD.findall(name))
