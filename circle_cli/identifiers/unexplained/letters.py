"""Letters that stand alone: "I" and "a" are words, any other may stand for somebody's name."""

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_only_a_word
from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.rules import Rule, otherwise
from circle_cli.identifiers.seen.tokens import key_at, token_at
from circle_cli.identifiers.unexplained.reading import Reading, ReadingRule, heads_a_part
from circle_cli.identifiers.unexplained.verdicts import LONE_LETTER, QUIET

_LETTERED, _OF_A_BODY = words("letters", "lettered"), words("letters", "of a body")
_BEFORE_SOMEBODY = words("shorthand", "before a person")
_DOES = words("name_or_word", "does")
_BEHIND_OF = ("the", "a", "an", "his", "her", "my", "ma", "our", "it", "them", "that", "this", "us")
_PARTED = words("letters", "parted by a stroke")
_SAID_SHORT = ("t", "o", "i")
"""“to t' chapel, i' Leeds”."""
_BEFORE_THE, _BEFORE_OF = words("letters", "before the"), words("letters", "before of")
_JOINS = ("and", "n", "or", "but", "who")
_HEADINGS = (frozenset("sbar"), frozenset("soap"))
"""What reports in hospitals begin their parts with; three of one are enough."""

_OF_CAPACITY = ("retain", "weigh", "dols", "lps", "cop", "mca")
_ANSWER = 40  # words between a question and its answer


def _is_a_word(reading: Reading, place: int) -> bool:
    return reading.tokens[place].text in ("I", "i", "a")


def _numbers_a_list(reading: Reading, place: int) -> bool:
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    if not token.lower or after is None:
        return False
    shortened = after.gap[:1] == "." and (token.opens or len(after.key) == 1)
    return after.gap[:1] == ")" or shortened


def _asks(reading: Reading, place: int) -> bool:
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    answers = token.text == "A" and any(each.text == "Q" for each in reading.tokens[max(0, place - _ANSWER) : place])
    asks = token.text == "Q" or answers
    return asks and token.opens and after is not None and after.gap[:1] in (":", ".")


def _is_a_heading(reading: Reading, place: int) -> bool:
    """Tell whether it heads a part of a report: “S: fell. B: lives alone. A: well. R: home”."""
    key = reading.tokens[place].key
    heads = reading.tokens[place].capital and heads_a_part(reading.tokens, place)
    return heads and any(key in each and len(reading.headings & each) > 2 for each in _HEADINGS)


def _is_one_of_a_row(reading: Reading, place: int) -> bool:
    """Tell whether it counts parts of a form or a plan: “section F”, “Plan B”."""
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    alone = after is None or not (after.capital and after.gap == " ")
    return key_at(reading.tokens, place - 1) in _LETTERED and token.gap == " " and token.capital and alone


def _is_a_kiss(reading: Reading, place: int) -> bool:
    """Tell whether a message ends with it, or it stands for “times”: “see you then x”, “hours x 20”."""
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    if token.text != "x" or token.gap not in (" ", "! ", ". ", "? ", ", "):
        return False
    before = reading.tokens[place - 1]
    ends = after is None or after.gap[:1] == "\n"
    times = after is not None and after.gap == " " and (after.digits or before.digits)
    return times or (ends and before.key not in _BEFORE_SOMEBODY and before.key not in ("of", "about"))


def _is_the_side_of_a_body(reading: Reading, place: int) -> bool:
    """Tell whether it is “left” or “right”: “# L NOF”, “R hip”."""
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    beside = (key_at(reading.tokens, place - 1), key_at(reading.tokens, place + 1))
    near = token.gap == " " and any(key in _OF_A_BODY for key in beside)
    return token.text in ("L", "R") and (
        near or token.gap.endswith(("# ", "#")) or (after is not None and "#" in after.gap)
    )


def _is_a_small_letter(reading: Reading, place: int) -> bool:
    return reading.tokens[place].lower and not reading.tokens[place].possessive


def _is_said_short(reading: Reading, place: int) -> bool:
    token, after = reading.tokens[place], token_at(reading.tokens, place + 1)
    if after is None or not _is_a_small_letter(reading, place):
        return False
    of = token.key == "o" and (after.gap[:1] in ("'", "’") or after.key in _BEHIND_OF)
    return of or (token.key in _SAID_SHORT and after.gap in ("' ", "’ "))


def _is_parted_by_a_stroke(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    before, after = token_at(reading.tokens, place - 1), token_at(reading.tokens, place + 1)
    goes_on = after is not None and after.gap == "/" and token.key + after.key in _PARTED
    a_time = before is not None and before.digits and token.key in ("d", "h", "w")
    ends = before is not None and token.gap == "/" and (a_time or before.key + token.key in _PARTED)
    return _is_a_small_letter(reading, place) and (goes_on or ends)


def _is_with(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    before, after = token_at(reading.tokens, place - 1), token_at(reading.tokens, place + 1)
    if before is None or after is None or token.key != "w" or not _is_a_small_letter(reading, place):
        return False
    between = before.lower and token.gap == after.gap == " "
    return between and before.key not in _BEFORE_SOMEBODY and after.key not in _DOES and after.key not in _JOINS


def _is_a_man_or_a_woman(reading: Reading, place: int) -> bool:
    """Tell whether it stands behind an age, which is found: “87yo F”, “62 M, lives alone”."""
    token, before = reading.tokens[place], token_at(reading.tokens, place - 1)
    if token.text not in ("M", "F") or token.gap not in (" ", ""):
        return False
    return before is not None and (before.key.endswith(("yo", "yrs", "y/o")) or before.text.isdecimal())


def _is_said_without_its_end(reading: Reading, place: int) -> bool:
    """Tell whether it is "the" or "of" where no sign says so: "in t car park", "in front o neighbours"."""
    before, after = key_at(reading.tokens, place - 1), token_at(reading.tokens, place + 1)
    goes_on = reading.tokens[place].gap == " " and after is not None and after.gap == " " and after.lower
    leads = {"t": _BEFORE_THE, "o": _BEFORE_OF}.get(reading.tokens[place].key, frozenset())
    return goes_on and before in leads and _is_a_small_letter(reading, place)


def _is_the_person(reading: Reading, place: int) -> bool:
    """Tell whether it is what the Court of Protection calls whomever it decides for."""
    keys = reading.tokens.keys if reading.tokens[place].text == "P" else frozenset[str]()
    return (
        {"court", "protection"} <= keys
        or {"mental", "capacity"} <= keys
        or ("capacity" in keys and not keys.isdisjoint(_OF_CAPACITY))
    )


def _is_joined(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return token.lower and token.gap[-1:] in ("'", "’", "-", "[")


def _is_an_article(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    says_nothing = token.opens or place in reading.all_capitals
    an_article = token.text == "A" and says_nothing and not token.possessive
    after = token_at(reading.tokens, place + 1)
    of_a_thing = place in reading.all_capitals and after is not None and is_only_a_word(after.word, reading.lists)
    return an_article and (of_a_thing or not names_somebody(reading.tokens, place))


LETTERS: tuple[ReadingRule, ...] = (
    Rule("I, a", _is_a_word, QUIET),
    Rule("a) first, e.g. this", _numbers_a_list, QUIET),
    Rule("self-e, [s", _is_joined, QUIET),
    Rule("Q: why? A: why not?", _asks, QUIET),
    Rule("S: fell. B: lives alone. A: well", _is_a_heading, QUIET),
    Rule("section F", _is_one_of_a_row, QUIET),
    Rule("see you then x", _is_a_kiss, QUIET),
    Rule("# L NOF", _is_the_side_of_a_body, QUIET),
    Rule("in t car park", _is_said_without_its_end, QUIET),
    Rule("top o' the hill, i' Leeds", _is_said_short, QUIET),
    Rule("30g/d, b/c", _is_parted_by_a_stroke, QUIET),
    Rule("sat w mum", _is_with, QUIET),
    Rule("87yo F", _is_a_man_or_a_woman, QUIET),
    Rule("P, in the Court of Protection", _is_the_person, QUIET),
    Rule("A sentence begins", _is_an_article, QUIET),
    Rule("any other letter", otherwise, LONE_LETTER),
)
