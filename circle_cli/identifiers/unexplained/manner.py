"""What the manner of a text explains: how people speak there, and how they type."""

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.seen.tokens import key_at
from circle_cli.identifiers.unexplained.reading import Reading
from circle_cli.identifiers.unexplained.slips import is_a_slip, is_typed_short

_SAID = words("shorthand", "words of dialect")
_PATOIS = words("shorthand", "signs of patois")
_I_OR_YOU = words("shorthand", "i and you of dialect")
_TYPED = words("shorthand", "words of messages")
_BEFORE_A_THING = ("the", "a", "an", "his", "my", "your", "their")


def is_its_manner(reading: Reading, place: int) -> bool:
    """Tell whether a word is one because of how the text is written, and does not stand there like somebody."""
    token, manner, lists = reading.tokens[place], reading.manner, reading.lists
    if token.possessive:
        return False
    if is_said_so(reading, place):
        return token.word in _I_OR_YOU or not names_somebody(reading.tokens, place)
    short = (manner.messages or manner.minutes or reading.in_haste) and is_typed_short(token.word, lists)
    if short or is_a_slip(token.word, lists, in_haste=reading.in_haste):
        return not names_somebody(reading.tokens, place) or _is_a_thing(reading, place)
    return False


def _is_a_thing(reading: Reading, place: int) -> bool:
    """Tell whether an article leads to what was meant: “the housign assocation wanted it”."""
    before, first = key_at(reading.tokens, place - 1), key_at(reading.tokens, place - 2)
    return before in _BEFORE_A_THING or (first in _BEFORE_A_THING and before not in reading.lists.english)


def is_said_so(reading: Reading, place: int) -> bool:
    """Tell whether people who speak as the text is written say it: "ma haun", "if tha wants"."""
    word, manner = reading.tokens[place].key, reading.manner
    dialect = manner.dialect and (word in _SAID or word in _I_OR_YOU)
    return dialect or (manner.messages and word in _TYPED) or (manner.patois and word in _PATOIS)
