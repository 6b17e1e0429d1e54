"""A word that is told to be quiet wherever it stands is quiet by the table, too."""

import pytest

from circle_cli.identifiers.known.everywhere.shorthand import manner_of
from circle_cli.identifiers.lists import load_lists
from circle_cli.identifiers.rules import decided
from circle_cli.identifiers.seen.tokens import tokenise
from circle_cli.identifiers.unexplained.reading import make_reading
from circle_cli.identifiers.unexplained.small import SMALL, is_a_word_anywhere

LISTS = load_lists()
NAMES = LISTS.always | LISTS.both | LISTS.soft | LISTS.places
SOME = sorted({*sorted(LISTS.english)[::60], *sorted(NAMES)[::6], "co-op", "tv", "km", "zofia"})


@pytest.mark.parametrize("frame", ["we met {} today", "with {}", "moved to {} then", "{} laughed", "{}’s mum", "10 {}"])
@pytest.mark.parametrize("before", ["", "Grace and Rose came. "])
def test_what_is_a_word_anywhere_is_quiet_by_the_table(before: str, frame: str) -> None:
    tokens = tokenise(before + ". ".join(frame.format(word) for word in SOME))
    reading = make_reading(tokens, LISTS, [False] * len(tokens), manner_of(tokens))

    told = [
        place
        for place, token in enumerate(tokens)
        if token.text == token.word and is_a_word_anywhere(token.word, LISTS)
    ]

    assert len(told) > len(SOME) / 3
    assert [tokens[place].text for place in told if decided(SMALL, reading, place)] == []


@pytest.mark.parametrize("word", ["grace", "zofia", "reading", "a", "x3", "naïve", "Table", "jack"])
def test_what_may_be_more_than_a_word_is_asked_of_the_table(word: str) -> None:
    assert not is_a_word_anywhere(word, LISTS)
