"""What is put away by how it begins is found by whichever of its words is asked for, in any order."""

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from circle_cli.identifiers.drawers import Drawers
from circle_cli.identifiers.seen.tokens import tokenise

PHRASES = st.text(alphabet="abAé'1 -", min_size=1).filter(lambda text: any(map(str.isalnum, text)))


def first_of(phrase: str) -> str:
    return tokenise(phrase)[0].word


def opened(phrases: Sequence[str]) -> Mapping[str, list[str]]:
    return {first: [each for each in phrases if first_of(each) == first] for first in map(first_of, phrases)}


@given(st.lists(PHRASES), st.lists(PHRASES))
def test_all_that_begin_with_a_word_are_known_by_it(phrases: list[str], asked: list[str]) -> None:
    drawers: Drawers[str, list[str]] = Drawers(phrases, str, opened, [])

    for word in map(first_of, [*asked, *phrases]):
        assert drawers[word] == [each for each in phrases if first_of(each) == word]
