"""Whether a text can hold a name at all: told by its pieces, each of which is taken apart once for all pages.

It may be wrong in one way only, and send a text to be read that holds nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from circle_cli.identifiers.seen.tokens import key_of
from circle_cli.share.release.beginnings import LONG, Beginnings
from circle_cli.share.release.opened import PIECES, Text
from circle_cli.share.release.terms import Term, Terms, by_rarest, letters_of, may_be_in_a_name, one_sigma, surfaces_in

_PARTS = 2**8
"""Texts that are kept: the parts that all of Word's files share are among them."""

_BEFORE = LONG - 1
"""Letters of a piece with which a long name may begin that goes on in the next."""


@dataclass(frozen=True, slots=True)
class _Glimpse:
    """Of a piece: its words and signs that names have, those written as in names; how long names begin in it.

    `head` and `tail` are its first and last letters, without gaps: the whole piece, where it has no more.
    """

    words: frozenset[str]
    as_names: frozenset[str]
    starts: frozenset[str]
    head: str
    tail: str


def glance_for(terms: Terms, but: frozenset[Term]) -> Callable[[Text], bool]:
    """Give what tells whether a text can hold any of these names, but for some; False is certain."""
    by_word = by_rarest(term for found in terms.by_word.values() for term in found if term not in but)
    beginnings = Beginnings(
        one_sigma(start) for start, found in terms.by_start.items() if not but.issuperset(term for _, term in found)
    )
    starts, starting = beginnings.every, lru_cache(PIECES)(beginnings.found_in)
    signs = terms.signs.keys() & by_word.keys()
    words = frozenset(word for found in by_word.values() for term in found for word in term.words)

    @lru_cache(PIECES)
    def of_name(surface: str) -> str:
        return key if (key := key_of(surface)) in words else ""

    @lru_cache(PIECES)
    def glimpse(piece: str) -> _Glimpse:
        there = {surface: key for surface in surfaces_in(piece) if (key := of_name(surface))}
        as_names = frozenset(key for surface, key in there.items() if may_be_in_a_name(surface))
        letters = one_sigma(letters_of(piece)) if starts else ""
        begun = beginnings.found_in(letters)  # a whole piece is kept as a glimpse; kept by themselves are the seams
        words_there = frozenset((*there.values(), *(sign for sign in signs if sign in piece)))
        return _Glimpse(words_there, as_names, begun, letters[:_BEFORE], letters[-_BEFORE:])

    def may_stand(glimpses: Sequence[_Glimpse], *, seen: bool) -> bool:
        there = frozenset().union(*[each.words for each in glimpses])
        as_names = frozenset().union(*[each.as_names for each in glimpses])
        return any(
            (seen and as_names.issuperset(term.words)) if term.common else there.issuperset(term.words)
            for word in there & by_word.keys()
            for term in by_word[word]
        )

    def may_go_on(glimpses: Sequence[_Glimpse]) -> bool:
        """Tell whether a long name begins in any piece, or where one goes on in the next."""
        tail = ""
        for each in glimpses:
            if each.starts or (tail and each.head and starting(tail + each.head)):
                return True
            tail = (tail + each.tail)[-_BEFORE:]
        return False

    @lru_cache(_PARTS)
    def may_hold(text: Text) -> bool:
        pieces = text.pieces()
        if pieces is None:
            return True
        glimpses = [*map(glimpse, pieces)]
        return may_stand(glimpses, seen=text.seen) or (bool(starts) and may_go_on(glimpses))

    return may_hold if by_word else lambda _: False
