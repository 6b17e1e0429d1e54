"""The identifier check: text, cast and lists in, findings out. It reads no file and keeps nothing.

A word is quiet only if something accounts for it. The cast is looked for first, and no list can excuse it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.joining import joined, settled
from circle_cli.identifiers.findings.record import Finding, Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.cast import find_cast, make_cast
from circle_cli.identifiers.known.codes import find_codes
from circle_cli.identifiers.known.dates import find_dates
from circle_cli.identifiers.known.frames import find_titles, names_somebody
from circle_cli.identifiers.known.numbers import is_year
from circle_cli.identifiers.known.places import find_homes, find_named_places
from circle_cli.identifiers.known.rare import find_rare
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.hidden import find_hidden
from circle_cli.identifiers.seen.text import see
from circle_cli.identifiers.seen.tokens import Token, tokenise
from circle_cli.identifiers.unexplained.english import is_word
from circle_cli.identifiers.unexplained.explain import Writing, find_unexplained
from circle_cli.session.record import CastEntry

_EXCUSABLE = (
    Identifier.CODE,
    Identifier.DATE,
    Identifier.TIME,
    Identifier.AGE,
    Identifier.PLACE,
    Identifier.ORGANISATION,
)


def find_identifiers(text: str, cast: Sequence[CastEntry], lists: Lists) -> tuple[Finding, ...]:
    """Find what might tell who, where or when; in the order of the text.

    Findings do not overlap, but for what is hidden, which may lie around or inside others.
    """
    seen = see(text)
    tokens = tokenise(seen.text)
    casting = list(find_cast(tokens, make_cast(cast, lists), lists))
    quiet = _quiet(tokens, lists, casting)
    known = [
        *find_codes(seen.text),
        *find_dates(seen.text),
        *find_titles(tokens),
        *find_named_places(tokens),
        *find_homes(tokens),
    ]
    unexplained = joined(
        list(find_unexplained(tokens, lists, quiet, _writing(tokens, lists, quiet))), tokens, seen.text
    )
    known = [*casting, *_unexcused(known, tokens, quiet)]
    marks = settled([*known, *unexplained, *find_rare(seen.text)], seen.text)
    lines = [newline.start() for newline in re.finditer("\n", text)]
    found = [_finding(mark, *seen.place(mark.start, mark.end), lines) for mark in marks]
    found += [
        Finding(
            kind=Identifier.HIDDEN,
            start=start,
            end=end,
            line=bisect_left(lines, start) + 1,
            reason=f"is {reason}",
            suggestion=suggestion,
        )
        for start, end, reason, suggestion in find_hidden(text)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end)))


def _quiet(tokens: Sequence[Token], lists: Lists, cast: Sequence[Mark]) -> list[bool]:
    """Mark the words that a phrase of the lists accounts for, where no name of the cast stands."""
    quiet = [False] * len(tokens)
    place = 0
    held = _places(tokens, cast)
    while place < len(tokens):
        length = lists.phrases.at(tokens, place)
        if length == 1 and _may_be_a_name(tokens, place, lists):
            length = 0  # "Sunday told me"
        length = max(length, _named_act(tokens, place))
        if length and held.isdisjoint(range(place, place + length)):
            quiet[place : place + length] = [True] * length
        place += max(length, 1)
    _unquiet_ends_of_names(tokens, lists, quiet)
    return quiet


def _named_act(tokens: Sequence[Token], place: int) -> int:
    """Give how many words from `place` on are the name of a law with its year: "Autism Act 2009"; 0 if none are."""
    if not tokens[place].capital or tokens[place].key in _NO_LAW:
        return 0
    for length, token in enumerate(tokens[place + 1 : place + 12], start=2):
        if token.key in ("act", "regulations") and token.capital:
            after = tokens[place + length] if place + length < len(tokens) else None
            return length + 1 if after is not None and after.gap == " " and is_year(after.text) else 0
        if token.gap not in (" ", ", ", " (", ") ") or not (token.capital or token.key in _INSIDE_A_LAW):
            return 0
    return 0


_NO_LAW = words("name_or_word", "no law")
_INSIDE_A_LAW = words("name_or_word", "inside a law")


def _may_be_a_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether a word that the lists allow stands like a name, so that grammar decides and not the list."""
    token = tokens[place]
    if token.word in lists.both and token.opens and token.capital and not token.upper:
        return True
    return (token.word in lists.both or token.word in lists.soft) and names_somebody(tokens, place)


def _unquiet_ends_of_names(tokens: Sequence[Token], lists: Lists, quiet: list[bool]) -> None:
    """Let no phrase excuse the end of a name: "Early Help" is quiet, "Larkspur Early Help" is one name."""
    for place in range(1, len(tokens)):
        before, token = tokens[place - 1], tokens[place]
        if quiet[place] and token.capital and token.gap == " " and not quiet[place - 1] and before.capital:
            quiet[place] = len(before.text) == 1 or (before.opens and is_word(before.word, lists))


def _places(tokens: Sequence[Token], marks: Sequence[Mark]) -> set[int]:
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


def _unexcused(marks: Sequence[Mark], tokens: Sequence[Token], quiet: Sequence[bool]) -> Iterator[Mark]:
    """Leave out the codes and dates that a phrase of the lists explains word for word, such as "PCF 2018"."""
    starts = [token.start for token in tokens]
    for mark in marks:
        first = max(bisect_right(starts, mark.start) - 1, 0)
        words = range(first, bisect_left(starts, mark.end))
        if mark.kind not in _EXCUSABLE or not words or not all(quiet[place] for place in words):
            yield mark


def _writing(tokens: Sequence[Token], lists: Lists, quiet: Sequence[bool]) -> Writing:
    openers = [token for token in tokens if token.opens and not token.digits]
    names = {
        token.word
        for place, token in enumerate(tokens)
        if len(token.key) > 1 and not quiet[place] and is_word(token.word, lists) and _as_a_name(tokens, place, lists)
    }
    return Writing(
        no_capitals=sum(token.capital for token in openers) * 5 <= len(openers),
        all_capitals=_lines_in_capitals(tokens),
        names=frozenset(names),
    )


def _as_a_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    token = tokens[place]
    if token.capital and not (token.opens or token.upper):
        return True
    return (token.word in lists.both or (token.opens and token.word in lists.soft)) and names_somebody(tokens, place)


def _lines_in_capitals(tokens: Sequence[Token]) -> frozenset[int]:
    """Give the numbers of the words that stand in a line, or a whole text, of capitals alone."""
    held: list[int] = []
    row: list[int] = []
    for place, token in enumerate(tokens):
        if "\n" in token.gap:
            held += row if _in_capitals([tokens[each] for each in row]) else []
            row = []
        row.append(place)
    held += row if _in_capitals([tokens[each] for each in row]) else []
    return frozenset(held)


def _in_capitals(row: Sequence[Token]) -> bool:
    words = [token for token in row if not token.digits]
    return (
        len(words) > 1 and all(token.upper or len(token.text) == 1 for token in words) and any(w.upper for w in words)
    )


def _finding(mark: Mark, start: int, end: int, lines: Sequence[int]) -> Finding:
    return Finding(
        kind=mark.kind,
        start=start,
        end=end,
        line=bisect_left(lines, start) + 1,
        reason=mark.reason,
        suggestion=mark.suggestion,
        only_warns=mark.only_warns,
        entry=mark.entry,
    )
