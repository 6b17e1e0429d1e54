"""Slips of the pen are no names; what may be a name, a month or a number is no slip."""

import pytest

from tests.identifiers.conftest import Found

HASTE = "sorry, askde the scohol, they were freindly, abuot the capcity. "


def words(found: list[tuple[str, str]]) -> list[str]:
    return [word for _, word in found]


@pytest.mark.parametrize(
    "word", ["timetbale", "anxeity", "assesment", "assocation", "maried", "compleated", "assessmant", "trampolene"]
)
def test_a_long_word_with_two_letters_swapped_is_quiet_anywhere(found: Found, word: str) -> None:
    assert words(found(f"We went through the {word} again.")) == []


@pytest.mark.parametrize("word", ["fornt", "relaton", "carrirer", "advocat", "twise", "buton"])
def test_a_shorter_slip_is_quiet_where_the_text_is_full_of_them(found: Found, word: str) -> None:
    assert words(found(f"It was a good {word} then.")) == [word]
    assert words(found(f"{HASTE}It was a good {word} then.")) == []


@pytest.mark.parametrize(
    "name", ["christain", "chartres", "alisa", "breda", "septemebr", "feburary", "wendesday", "elevne"]
)
def test_what_may_be_a_name_a_day_or_a_number_is_no_slip(found: Found, name: str) -> None:
    assert words(found(f"{HASTE}It was {name} then.")) == [name]


def test_what_stands_like_somebody_is_no_slip(found: Found) -> None:
    assert words(found(f"{HASTE}We met fornt today.")) == ["fornt"]


def test_a_word_without_its_vowels_is_quiet_in_a_message(found: Found) -> None:
    assert words(found("omg she askd me, grnd floor lol")) == []
    assert words(found("She came from the grnd floor.")) == ["grnd"]
    assert words(found("omg we met grnd lol")) == ["grnd"]


def test_what_has_an_article_is_a_slip_though_it_does_what_people_do(found: Found) -> None:
    assert words(found(f"{HASTE}The assocation wanted it and his advocat kept going.")) == []
    assert words(found(f"{HASTE}Then advocat wanted it.")) == ["advocat"]


@pytest.mark.parametrize(
    "said", ["im jst wana say", "she sez its sez who lol", "cud av 1 as well", "get her 2 baby group"]
)
def test_what_messages_shorten_is_nobody_there(found: Found, said: str) -> None:
    assert words(found(f"hiya lol u dont no but {said}")) == []


def test_a_figure_in_a_message_still_tells_how_many_and_how_old(found: Found) -> None:
    assert words(found("hiya lol u dont no but hes 4 now")) == ["hes 4"]
    assert words(found("hiya lol u dont no but we got 2 older sisters in")) == ["2"]


@pytest.mark.parametrize(
    "said", ["to t' chapel wi' me", "a roll n sausage", "watch 'em in there", "sat in t car park in front o folk"]
)
def test_a_letter_that_is_left_of_a_word_is_nobody(found: Found, said: str) -> None:
    assert words(found(f"We allus gave him nowt but {said}")) == []


def test_a_slip_may_begin_a_sentence_where_a_text_is_full_of_them(found: Found) -> None:
    assert words(found(f"{HASTE}Thnaks to the panel.")) == []
    assert words(found("It went well. Thnaks to the panel.")) == ["Thnaks"]
