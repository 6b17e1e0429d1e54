"""Letters that stand alone: "I" and "a" are words, any other may stand for somebody's name."""

from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.rules import Rule, otherwise
from circle_cli.identifiers.seen.tokens import token_at
from circle_cli.identifiers.unexplained.reading import Reading, ReadingRule
from circle_cli.identifiers.unexplained.verdicts import LONE_LETTER, QUIET

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


def _is_joined(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    return token.lower and token.gap[-1:] in ("'", "’", "-", "[")


def _is_an_article(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    says_nothing = token.opens or place in reading.all_capitals
    an_article = token.text == "A" and says_nothing and not token.possessive
    return an_article and not names_somebody(reading.tokens, place)


LETTERS: tuple[ReadingRule, ...] = (
    Rule("I, a", _is_a_word, QUIET),
    Rule("a) first, e.g. this", _numbers_a_list, QUIET),
    Rule("self-e, [s", _is_joined, QUIET),
    Rule("Q: why? A: why not?", _asks, QUIET),
    Rule("A sentence begins", _is_an_article, QUIET),
    Rule("any other letter", otherwise, LONE_LETTER),
)
