"""The words that a phrase of the lists accounts for, or what is written everywhere; the cast comes before both."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.known.everywhere.laws import length_of_law
from circle_cli.identifiers.known.everywhere.posts import POST_WORDS, length_of_post
from circle_cli.identifiers.known.everywhere.shorthand import Manner, length_of_shorthand, may_be_shorthand
from circle_cli.identifiers.known.figures.days import DAYS
from circle_cli.identifiers.known.methods import length_of_method
from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.phrases import ANY_SECOND
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at

_PETS = words("people", "pets")
_EXCUSABLE = (
    Identifier.CODE,
    Identifier.DATE,
    Identifier.TIME,
    Identifier.AGE,
    Identifier.PLACE,
    Identifier.ORGANISATION,
)
_DAYS_AND_FEASTS = DAYS | frozenset(phrases("dates", "feasts that are nothing else"))


def find_quiet(tokens: Words, lists: Lists, cast: Sequence[Mark], manner: Manner) -> list[bool]:
    """Tell of each word whether it is quiet, where no name of the cast stands."""
    quiet = [False] * len(tokens)
    held = _touched(tokens, cast)
    begins = lists.phrases.by_first
    done = 0
    for place, (token, after) in enumerate(zip(tokens, (*tokens[1:], None), strict=False)):
        if place < done:
            continue
        known = begins[token.word]
        a_phrase = known and (not ANY_SECOND.isdisjoint(known) or (after is not None and after.word in known))
        if not (a_phrase or token.capital or may_be_shorthand(token.key)):
            continue
        length = _length(tokens, place, lists, manner)
        if length and held.isdisjoint(range(place, place + length)):
            quiet[place : place + length] = [True] * length
        done = place + length
    if True in quiet:
        _quiet_beside_phrases(tokens, quiet, held)
        _unquiet_ends_of_names(tokens, lists, quiet, manner.loud)
    return quiet


def unexcused(marks: Iterable[Mark], tokens: Sequence[Token], quiet: Sequence[bool], lists: Lists) -> Iterator[Mark]:
    """Leave out what a phrase of the lists explains word for word, such as "PCF 2018"."""
    marks = [*marks]
    starts = [token.start for token in tokens] if marks else []
    for mark in marks:
        first = max(bisect_right(starts, mark.start) - 1, 0)
        words = range(first, bisect_left(starts, mark.end))
        whole = mark.kind is Identifier.PERSON and first > 0 and quiet[first - 1]
        whole = whole and (tokens[first].key in POST_WORDS or lists.phrases.at(tokens, first - 1) > len(words))
        explained = (mark.kind in _EXCUSABLE or whole) and words and all(quiet[place] for place in words)
        if not explained or _is_a_bare_day(tokens, words, lists):
            yield mark


def _is_a_bare_day(tokens: Sequence[Token], words: range, lists: Lists) -> bool:
    """Tell whether it is a day of the week or a feast that no longer phrase explains: "the Friday Club" is none."""
    if len(words) != 1 or tokens[words[0]].key not in _DAYS_AND_FEASTS:
        return False
    return not any(lists.phrases.at(tokens, first) > words[0] - first for first in _before(words[0]))


def _before(place: int) -> range:
    return range(max(place - 4, 0), place)


def _length(tokens: Words, place: int, lists: Lists, manner: Manner) -> int:
    """Give how many words from `place` on are accounted for."""
    phrase, shorthand = _length_of_phrase(tokens, place, lists, manner), length_of_shorthand(tokens, place, manner)
    if not tokens[place].capital:
        return max(phrase, shorthand)
    return max(
        phrase,
        shorthand,
        length_of_law(tokens, place),
        length_of_post(tokens, place),
        length_of_method(tokens, place, lists),
    )


def _length_of_phrase(tokens: Sequence[Token], place: int, lists: Lists, manner: Manner) -> int:
    length = lists.phrases.at(tokens, place, loud=place in manner.loud)
    return 0 if length == 1 and _may_be_a_name(tokens, place, lists) else length  # "Sunday told me"


def _may_be_a_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether a word that the lists allow stands like a name, so that grammar decides and not the list."""
    token = tokens[place]
    if token.word in lists.both and token.opens and token.capital and not token.upper:
        return True
    if token.capital and not token.upper and token.gap == " " and key_at(tokens, place - 1) in _PETS:
        return True  # "his dog Bovril has a chair"
    return (token.word in lists.both or token.word in lists.soft) and names_somebody(tokens, place)


def _quiet_beside_phrases(tokens: Sequence[Token], quiet: list[bool], held: set[int]) -> None:
    """Account for the general words that go with a phrase: "Family Time Worker", "Systemic Family Therapy"."""
    general = [
        place
        for place, token in enumerate(tokens)
        if token.capital and token.key in POST_WORDS and not quiet[place] and place not in held
    ]
    for place, beside in [(each, each - 1) for each in general] + [(each, each + 1) for each in reversed(general)]:
        near = token_at(tokens, beside)
        if near is None or quiet[place] or not quiet[beside]:
            continue
        later = tokens[max(place, beside)]
        quiet[place] = near.capital and len(near.text) > 1 and later.gap == " " and not later.opens


def _unquiet_ends_of_names(tokens: Sequence[Token], lists: Lists, quiet: list[bool], loud: frozenset[int]) -> None:
    """Let no phrase excuse the end of a name: "Early Help" is quiet, "Larkspur Early Help" is one name."""
    for place, token in enumerate(tokens):
        if not (quiet[place] and token.capital and place) or token.gap != " " or quiet[place - 1]:
            continue
        before = tokens[place - 1]
        if before.capital:
            says_nothing = before.opens or place - 1 in loud
            quiet[place] = len(before.text) == 1 or before.possessive or (says_nothing and is_word(before.word, lists))


def _touched(tokens: Sequence[Token], marks: Sequence[Mark]) -> set[int]:
    """Give the numbers of the words that marks touch; both are in the order of the text."""
    touched: set[int] = set()
    place = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        while place < len(tokens) and tokens[place].end <= mark.start:
            place += 1
        at = place
        while at < len(tokens) and tokens[at].start < mark.end:
            touched.add(at)
            at += 1
    return touched
