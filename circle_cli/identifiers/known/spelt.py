"""What is spelt out, letter by letter: down a list, with spaces, in flags and signs, or as on the radio."""

from collections.abc import Callable, Iterator, Sequence

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.seen.tokens import Token, Words

Belongs = Callable[[Sequence[Token], int], bool]

_RADIO = words("writing", "spelling")
_FEWEST = 3
_NEAR = 12
"""Characters that may stand between two letters, such as a line's end and a bullet."""

_SHORTENED = ("eg", "ie", "am", "pm")


def find_spelt(tokens: Words) -> Iterator[Mark]:
    """Find three letters or more in a row, and three words or more of the radio's alphabet."""
    if len([key for key in tokens.row if len(key) == 1 or key in _RADIO]) < _FEWEST:
        return
    for row in (*_rows(tokens, _is_a_letter), *_rows(tokens, _is_of_the_radio)):
        yield Mark(
            kind=Identifier.LETTERS,
            start=row[0].start,
            end=row[-1].end,
            reason="are letters one by one, which may spell a name",
            suggestion=INSTEAD[Identifier.LETTERS],
        )


def is_a_label(token: Token) -> bool:
    """Tell whether a number only numbers a line: "2. M"."""
    return token.digits and len(token.text) <= 2 and (token.opens or "\n" in token.gap)


def _rows(tokens: Sequence[Token], belongs: Belongs) -> Iterator[Sequence[Token]]:
    row: list[Token] = []
    for place, token in enumerate(tokens):
        if row and is_a_label(token):
            continue
        is_one = belongs(tokens, place)
        if is_one and (not row or len(token.gap) <= _NEAR):
            row.append(token)
            continue
        if len(row) >= _FEWEST:
            yield row
        row = [token] if is_one else []
    if len(row) >= _FEWEST:
        yield row


def _is_a_letter(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if len(token.key) != 1 or not token.key.isalpha():
        return False
    after = tokens[place + 1 : place + 3]
    an_article = token.text == "a" and len(after) == 2 and after[0].gap == " " and after[1].gap == "&"  # "a B&B"
    before_a_stroke = token.text == "w" and place + 1 < len(tokens) and tokens[place + 1].gap.startswith("/")
    return not an_article and not before_a_stroke and not _is_shortened(tokens, place)


def _is_shortened(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is a letter of "e.g." or "a.m."."""
    pairs = [tokens[at : at + 2] for at in (place - 1, place) if at >= 0]
    return any(len(pair) == 2 and pair[1].gap == "." and pair[0].key + pair[1].key in _SHORTENED for pair in pairs)


def _is_of_the_radio(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in _RADIO
