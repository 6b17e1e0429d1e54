"""Where a text is written in capitals alone, so that a capital letter says nothing."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from circle_cli.identifiers.seen.tokens import Token

_IS_UPPER = attrgetter("upper")
_SHORTEST = 4  # words of a sentence


def in_capital_lines(tokens: Sequence[Token]) -> frozenset[int]:
    """Give the numbers of the words that stand in a line, or in a sentence of some length, of capitals alone."""
    if not any(map(_IS_UPPER, tokens)):
        return frozenset()
    rows: list[list[int]] = [[]]
    for place, token in enumerate(tokens):
        if "\n" in token.gap:
            rows.append([])
        rows[-1].append(place)
    rows = [row for row in rows if any(tokens[place].upper for place in row)]
    sentences = [sentence for row in rows for sentence in _sentences(tokens, row)]
    return frozenset(
        place for row in (*rows, *sentences) if _is_in_capitals([tokens[each] for each in row]) for place in row
    )


def uses_none(tokens: Sequence[Token]) -> bool:
    """Tell whether a text does without capitals: at most a fifth of its sentences begin with one."""
    openers = [token for token in tokens if token.opens and not token.digits]
    return sum(token.capital for token in openers) * 5 <= len(openers)


def _sentences(tokens: Sequence[Token], row: Sequence[int]) -> Iterator[list[int]]:
    """Part a line that is not shouted as a whole; what is shorter may be somebody's initials."""
    sentence: list[int] = []
    for place in (*row, len(tokens)):
        if sentence and (place == len(tokens) or tokens[place].opens):
            if len(sentence) >= _SHORTEST:
                yield sentence
            sentence = []
        sentence.append(place)


def _is_in_capitals(row: Sequence[Token]) -> bool:
    words = [token for token in row if not token.digits]
    all_in_capitals = all(token.upper or len(token.text) == 1 for token in words)
    return len(words) > 1 and all_in_capitals and any(token.upper for token in words)
