"""Where a text is written in capitals alone, so that a capital letter says nothing."""

from collections.abc import Sequence

from circle_cli.identifiers.seen.tokens import Token


def in_capital_lines(tokens: Sequence[Token]) -> frozenset[int]:
    """Give the numbers of the words that stand in a line, or a whole text, of capitals alone."""
    rows: list[list[int]] = [[]]
    for place, token in enumerate(tokens):
        if "\n" in token.gap:
            rows.append([])
        rows[-1].append(place)
    return frozenset(place for row in rows if _is_in_capitals([tokens[each] for each in row]) for place in row)


def uses_none(tokens: Sequence[Token]) -> bool:
    """Tell whether a text does without capitals: at most a fifth of its sentences begin with one."""
    openers = [token for token in tokens if token.opens and not token.digits]
    return sum(token.capital for token in openers) * 5 <= len(openers)


def _is_in_capitals(row: Sequence[Token]) -> bool:
    words = [token for token in row if not token.digits]
    all_in_capitals = all(token.upper or len(token.text) == 1 for token in words)
    return len(words) > 1 and all_in_capitals and any(token.upper for token in words)
