"""Slips of the pen are no names; what may be a name, a month or a number is no slip."""

import pytest

from tests.identifiers.conftest import Found

HASTE = "sorry, askde the scohol, they were freindly, abuot the capcity. "


def words(found: list[tuple[str, str]]) -> list[str]:
    return [word for _, word in found]


@pytest.mark.parametrize("word", ["timetbale", "anxeity", "assesment"])
def test_a_long_word_with_two_letters_swapped_is_quiet_anywhere(found: Found, word: str) -> None:
    assert words(found(f"We went through the {word} again.")) == []


@pytest.mark.parametrize("word", ["stroy", "relaton", "maried"])
def test_a_shorter_slip_is_quiet_where_the_text_is_full_of_them(found: Found, word: str) -> None:
    assert words(found(f"It was a good {word} then.")) == [word]
    assert words(found(f"{HASTE}It was a good {word} then.")) == []


@pytest.mark.parametrize(
    "name", ["christain", "chartres", "alisa", "breda", "septemebr", "feburary", "wendesday", "elevne"]
)
def test_what_may_be_a_name_a_day_or_a_number_is_no_slip(found: Found, name: str) -> None:
    assert words(found(f"{HASTE}It was {name} then.")) == [name]


def test_what_stands_like_somebody_is_no_slip(found: Found) -> None:
    assert words(found(f"{HASTE}We met stroy today.")) == ["stroy"]


def test_a_word_without_its_vowels_is_quiet_in_a_message(found: Found) -> None:
    assert words(found("omg she askd me, grnd floor lol")) == []
    assert words(found("She came from the grnd floor.")) == ["grnd"]
    assert words(found("omg we met grnd lol")) == ["grnd"]
