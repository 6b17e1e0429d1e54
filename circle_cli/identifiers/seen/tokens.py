"""A text cut into words, with what the check must know of each: how it is written, and whether a sentence opens."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from circle_cli.identifiers.grammar import words

_ON_LETTERS = r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd]"
"""A sign that is written on a letter, as in Hebrew, Arabic, and the scripts of South and South-East Asia."""

_LETTERS = rf"(?:[^\W_]++|{_ON_LETTERS}++[^\W_]*+)(?:{_ON_LETTERS}++[^\W_]*+)*+"
_WORD = re.compile(rf"({_LETTERS}(?:['’ʼ]{_LETTERS})*)")
_ENDS = re.compile(
    r"[.!?…]+[\"'”’)\]*_]*\s|[.!?…]+[\"”]|:\s|\n[ \t]*\n|\n[ \t]*(?:[-*+•·▪◦‣●○■□→✓–—>#|]|\d{1,3}[.)])|[|]\s"
)
_OPENING = re.compile(r"(?:^|[\s(\[—–])[\"“‘'(\[]+[*_]*$|[¿¡]")
_GREETS, _OF_A_GREETING = words("writing", "greets"), 3
_SHORTENED = words("writing", "shortened")
_CONTRACTED = words("writing", "contracted")
_ACCENTED = words("writing", "accented")
_token = tuple.__new__
_NUMBER_FOLLOWS = ("no", "nos")
_BULLETED = re.compile(r"[ \t]*[-*+•·▪–—]\s")
_ANSWER = 60  # words between a question and its answer
_FIGURES = 30  # a code that somebody pasted may have thousands, and Python makes no number of so many
_SHORT_LINE = 60  # characters: a line that ends sooner was ended by hand, so the next one opens anew


class Token(NamedTuple):  # every word of every text is one, and a dataclass takes three times as long to make
    """A word of the visible text. `end` leaves out a possessive ('s)."""

    text: str
    start: int
    end: int
    key: str
    """How the cast knows it: small letters, without accents."""
    word: str
    """How the word lists know it: the same, but with its accents, unless English writes them too."""
    gap: str
    """What stands between it and the word before."""
    opens: bool
    """A sentence, a line, a quotation or a list item begins here, so that a capital letter means nothing."""
    possessive: bool
    digits: bool
    capital: bool
    """It begins with a capital letter."""
    upper: bool
    """It has no small letter, and more than one letter."""
    lower: bool
    """It has no capital letter."""

    @property
    def initial(self) -> bool:
        """It is a single capital letter, and not the word "I"."""
        return len(self.text) == 1 and self.capital and self.text != "I"


class Words(list[Token]):
    """The words of a text, in its order."""

    __slots__ = ("keys", "row")

    row: list[str]
    """Their keys, in the same order: where one of a few words stands is sooner told by these."""

    keys: frozenset[str]
    """Each of them once: a rule that none of these concerns need not look where they stand."""


class _Written(NamedTuple):
    """What is seen of a word alone, wherever it stands; each as a token has it."""

    text: str
    key: str
    word: str
    possessive: bool
    digits: bool
    capital: bool
    upper: bool
    lower: bool


def tokenise(text: str) -> Words:
    """Cut a visible text into words."""
    tokens = Words()
    parts = _WORD.split(text)  # a gap, a word, a gap: quicker than to look for one word after the other
    end = 0
    for gap, whole in zip(parts[::2], parts[1::2], strict=False):
        start = end + len(gap)
        word, key, known, own, digits, capital, upper, lower = _as_written(whole)
        opens = (gap != " " or not tokens) and _opens(tokens, gap, text, end, start)
        # in their order, which takes a third of the time that their names would
        row = (word, start, start + len(word), key, known, gap, opens, own, digits, capital, upper, lower)
        tokens.append(_token(Token, row))
        end = start + len(whole)
    tokens.row = [token.key for token in tokens]
    tokens.keys = frozenset(tokens.row)
    return tokens


@lru_cache(maxsize=20_000)
def _as_written(whole: str) -> _Written:
    """Look at a word; those of one text mostly stand in the next one too."""
    own = len(whole) > 2 and whole[-2] in "'’ʼ" and whole[-1] in "sS"
    word = whole[:-2] if own else whole
    key = key_of(whole if own and word.lower() in _CONTRACTED else word)
    capital = word[0].isupper()
    return _Written(
        text=word,
        key=key,
        word=key if _is_plain(word) or key in _ACCENTED else word.lower(),
        possessive=own,
        digits=not word.isalpha() and any(letter.isdigit() for letter in word),
        capital=capital,
        upper=len(word) > 1 and word.isupper(),
        lower=not capital and word == word.lower(),
    )


def token_at(tokens: Sequence[Token], place: int) -> Token | None:
    """Give the word at a place; None before the first and behind the last."""
    return tokens[place] if 0 <= place < len(tokens) else None


def key_at(tokens: Sequence[Token], place: int) -> str:
    """Give the key of the word at a place; "" before the first and behind the last."""
    return tokens[place].key if 0 <= place < len(tokens) else ""


def number_of(word: str) -> int | None:
    """Give the number that a word of figures is; None for any other, and for one of more figures than a number has."""
    return int(word) if len(word) <= _FIGURES and word.isdecimal() else None


def _is_plain(word: str) -> bool:
    return word.isascii() or word.replace("’", "").replace("ʼ", "").isascii()


def _opens(tokens: list[Token], gap: str, text: str, before: int, start: int) -> bool:
    if not tokens:
        return True
    last = tokens[-1]
    if gap == ") " and last.digits and last.opens:
        return True  # "1) Ask first"
    if gap.startswith(".") and "\n" not in gap and (last.key in _SHORTENED or last.initial):
        said_no = last.key in _NUMBER_FOLLOWS and not text[start].isdigit()
        return said_no or _is_a_label(tokens)  # "He said no. And", "Q. Who asked?"
    if _begins_anew(gap):
        return True
    if gap == ", " and _is_greeted(tokens):
        return True  # "Dear all, Please find"
    if "\n" in gap:
        line_start = text.rfind("\n", 0, before) + 1
        in_a_table = "|" in text[line_start:before]
        return before - line_start < _SHORT_LINE or in_a_table or bool(_BULLETED.match(text, line_start))
    return False


@lru_cache(maxsize=2_000)
def _begins_anew(gap: str) -> bool:
    """Tell whether what stands between two words ends a sentence, or opens a quotation or an item of a list."""
    ends = _ENDS.search(gap + " " if gap.endswith((".", "!", "?")) else gap)
    return bool(ends or _OPENING.search(gap) or _has_a_picture(gap))


def _is_greeted(tokens: list[Token]) -> bool:
    """Tell whether a letter or a message greets whoever reads it with the last words."""
    return any(token.key in _GREETS and token.opens for token in tokens[-_OF_A_GREETING:])


def _is_a_label(tokens: list[Token]) -> bool:
    """Tell whether the last word is the letter before a question, or before its answer."""
    last = tokens[-1]
    asks = last.text == "Q" or (
        last.text == "A" and any(token.text == "Q" and token.opens for token in tokens[-_ANSWER:])
    )
    return asks and last.opens


def _has_a_picture(gap: str) -> bool:
    """Tell whether an emoji stands there: in messages it ends a sentence."""
    return not gap.isascii() and any(unicodedata.category(letter) == "So" for letter in gap)


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Give a word as lists know it: small letters, without accents, the apostrophe straight."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("ʼ", "'").translate(_STROKES))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


_STROKES = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
)
