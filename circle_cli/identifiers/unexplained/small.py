"""Words in small letters: what English does not explain is found, and so is what is a name and stands like one."""

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.known.name_or_word import (
    WITHIN,
    is_where_somebody_is,
    may_name_somebody,
    names_somebody,
    owns_without_a_sign,
)
from circle_cli.identifiers.known.writers import is_cited
from circle_cli.identifiers.rules import Rule, otherwise
from circle_cli.identifiers.seen.tokens import key_at
from circle_cli.identifiers.unexplained.manner import is_its_manner
from circle_cli.identifiers.unexplained.ordinary import is_no_name
from circle_cli.identifiers.unexplained.plainly import is_plainly_a_word
from circle_cli.identifiers.unexplained.reading import Reading, ReadingRule
from circle_cli.identifiers.unexplained.verdicts import (
    HARDLY_A_WORD,
    NAME_ELSEWHERE,
    OPENS_A_SENTENCE,
    QUIET,
    STANDS_LIKE_A_NAME,
    TOWN,
    UNKNOWN_WORD,
)

_TWO_LETTERS = words("writing", "two letters")
_UNITS = words("writing", "two letters after a number")
_HELPING = words("name_or_word", "helping verbs")
_THINGS = words("name_or_word", "things")
_BEFORE_THINGS = words("name_or_word", "before things")
_BEFORE_A_THING = ("a", "an", "such", "much", "good", "great", "more", "some", "any", "no", "little")
_SEASONS, _OF_THE_YEAR = frozenset(phrases("dates", "seasons")), ("term", "holiday", "holidays", "hols", "break")


def _is_hardly_a_word(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    return word in lists.always and word not in lists.phrases


def _is_a_thing(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return token.word in _THINGS and key_at(reading.tokens, place - 1) in _BEFORE_THINGS and not token.possessive


def _is_a_town(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    return word in lists.places and is_word(word, lists) and is_where_somebody_is(reading.tokens, place)


def _is_no_name(reading: Reading, place: int) -> bool:
    return is_no_name(reading.tokens[place].word, reading.lists)


def _opens_like_a_name(reading: Reading, place: int) -> bool:
    token, lists = reading.tokens[place], reading.lists
    may_be_one = reading.no_capitals and token.opens and token.word in lists.both
    return may_be_one and is_word(token.word, lists) and not is_plainly_a_word(reading.tokens, place, lists)


def _is_a_name_elsewhere(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    says_something = word not in _HELPING or (reading.no_capitals and word not in ("will", "may", "can"))
    before = key_at(reading.tokens, place - 1)
    of_the_year = before in WITHIN or key_at(reading.tokens, place + 1) in _OF_THE_YEAR
    a_thing = before in _BEFORE_A_THING or (word in _SEASONS and of_the_year)
    return word in reading.names and word in lists.both and is_word(word, lists) and says_something and not a_thing


def _owns_without_a_sign(reading: Reading, place: int) -> bool:
    """Tell whether it says whose mother or phone it is, without an apostrophe: "teds brother"."""
    return owns_without_a_sign(reading.tokens, place, reading.lists)


def _stands_like_a_name(reading: Reading, place: int) -> bool:
    word, lists = reading.tokens[place].word, reading.lists
    loose = reading.no_capitals and word not in _HELPING and word in lists.both and word not in reading.things
    stands_like_one = may_name_somebody if loose else names_somebody
    return is_word(word, lists) and stands_like_one(reading.tokens, place)


def _is_english(reading: Reading, place: int) -> bool:
    return is_word(reading.tokens[place].word, reading.lists)


def _is_shortened(reading: Reading, place: int) -> bool:
    return reading.tokens[place].word in _TWO_LETTERS


def _is_a_unit(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]  # of the first word of a text, the one before is the last: RULES 1 reads it so
    return token.word in _UNITS and reading.tokens[place - 1].digits and token.gap in ("", " ", "-")


def _is_cited(reading: Reading, place: int) -> bool:
    return is_cited(reading.tokens, place, reading.lists)


SMALL: tuple[ReadingRule, ...] = (
    Rule("a sherry", _is_a_thing, QUIET),
    Rule("jack", _is_hardly_a_word, HARDLY_A_WORD),
    Rule("moved to reading", _is_a_town, TOWN),
    Rule("teds brother", _owns_without_a_sign, HARDLY_A_WORD),
    Rule("table", _is_no_name, QUIET),
    Rule("grace was quiet, in a text without capitals", _opens_like_a_name, OPENS_A_SENTENCE),
    Rule("grace, where the text also has “we met Grace”", _is_a_name_elsewhere, NAME_ELSEWHERE),
    Rule("grace laughed", _stands_like_a_name, STANDS_LIKE_A_NAME),
    Rule("with grace", _is_english, QUIET),
    Rule("tv", _is_shortened, QUIET),
    Rule("10 km", _is_a_unit, QUIET),
    Rule("bowlby’s theory", _is_cited, QUIET),
    Rule("ma haun, she askd me, his timetbale: each in a text that is written so", is_its_manner, QUIET),
    Rule("zofia", otherwise, UNKNOWN_WORD),
)
