"""A word that is told to be ordinary is quiet by its table, too."""

import pytest

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.known.everywhere.shorthand import manner_of
from circle_cli.identifiers.lists import load_lists
from circle_cli.identifiers.rules import decided
from circle_cli.identifiers.seen.tokens import Token, tokenise
from circle_cli.identifiers.unexplained.ordinary import keep_as_ordinary
from circle_cli.identifiers.unexplained.reading import Reading
from circle_cli.identifiers.unexplained.small import SMALL
from circle_cli.identifiers.unexplained.with_capitals import CAPITAL

LISTS = load_lists()
NAMES = LISTS.always | LISTS.both | LISTS.soft | LISTS.places
SOME = sorted({*sorted(LISTS.english)[::60], *sorted(NAMES)[::6], "co-op", "tv", "km", "zofia"})


@pytest.mark.parametrize("frame", ["we met {} today", "with {}", "moved to {} then", "{} laughed", "{}’s mum", "10 {}"])
@pytest.mark.parametrize("before", ["", "Grace and Rose came. "])
def test_what_is_ordinary_in_small_letters_is_quiet_by_the_table(before: str, frame: str) -> None:
    tokens = tokenise(before + ". ".join(frame.format(word) for word in SOME))
    reading = Reading(tokens=tokens, lists=LISTS, quiet=[False] * len(tokens), manner=manner_of(tokens))

    told = [place for place, token in enumerate(tokens) if token.lower and _is_ordinary(token)]

    assert len(told) > len(SOME) / 3
    assert [tokens[place].text for place in told if decided(SMALL, reading, place)] == []


@pytest.mark.parametrize("frame", ["{} laughed", "{}’s mum", "{} brother", "{} Brown", "{}, aged", "{} was ill", "{}"])
@pytest.mark.parametrize("before", ["", "ma haun is sair. " * 2, "Grace and Rose came. "])
def test_what_is_ordinary_and_opens_a_sentence_is_quiet_by_the_table(before: str, frame: str) -> None:
    tokens = tokenise(before + ". ".join(frame.format(word.capitalize()) for word in SOME))
    reading = Reading(tokens=tokens, lists=LISTS, quiet=[False] * len(tokens), manner=manner_of(tokens))

    told = [place for place, token in enumerate(tokens) if token.capital and token.opens and _is_ordinary(token)]

    assert len(told) > len(SOME) / 3
    assert [tokens[place].text for place in told if decided(CAPITAL, reading, place)] == []


@pytest.mark.parametrize(
    "text", ["We met Table. Table came.", "The dog (Table, ours)", "We met Table, and grace. Grace"]
)
def test_an_ordinary_word_is_a_name_where_the_text_has_it_as_one(text: str) -> None:
    assert next(text[each.start : each.end] for each in find_identifiers(text, (), LISTS)) == "Table"


@pytest.mark.parametrize("word", ["grace", "zofia", "reading", "a", "x3", "naïve", "TABLE", "McTable", "jack"])
def test_what_may_be_more_than_a_word_is_asked_of_the_table(word: str) -> None:
    assert keep_as_ordinary(word, LISTS) == ""


@pytest.mark.parametrize("word", ["Grace", "Zofia", "Teds", "I", "X3", "Naïve", "\u212aettle", "Will"])
def test_what_may_open_as_a_name_is_asked_of_the_table(word: str) -> None:
    assert keep_as_ordinary(word, LISTS) == ""


def _is_ordinary(token: Token) -> bool:
    return keep_as_ordinary(token.text, LISTS) == token.word
