"""The cast is found in every shape in which people write a name, and no list excuses it."""

from collections.abc import Callable
from typing import Any

import pytest

from circle_cli.errors import CircleError, Place
from circle_cli.identifiers.known.cast.typed import cast_from, typed_entry

Find = Callable[..., Any]
Found = Callable[..., list[tuple[str, str]]]
SEUN = "Oluwaseun Adeyemi (Seun) = the young person"


@pytest.mark.parametrize(
    "said",
    [
        "Oluwaseun", "oluwaseun", "OLUWASEUN", "Oluwaseun Adeyemi", "Adeyemi", "Seun", "seun", "Oluwaseun-Adeyemi",
        "Ọlúwaṣeun", "Olu", "Seuny", "Oluwasuen", "Oluwaseum", "Oluwasen", "O.A.", "OA", "O A", "O. A.",
        "O l u w a s e u n",
        "Oluwa-seun", "oluwaseunadeyemi",
    ],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{} came in late.", "We asked {} to choose.", "It was {}'s plan."])
def test_each_shape_of_a_name_belongs_to_its_entry(find: Find, frame: str, said: str) -> None:
    text = frame.format(said)
    first = next(each for each in find(text, SEUN))
    assert (str(first.kind), first.entry, first.suggestion) == ("cast", 0, "the young person")
    assert said.startswith(text[first.start : first.end].rstrip("."))


def test_the_possessive_stays_outside_so_that_the_general_wording_keeps_it(find: Find) -> None:
    text = "Seun's plan"
    (only,) = find(text, SEUN)
    assert text[: only.start] + only.suggestion + text[only.end :] == "the young person's plan"


def test_the_cast_beats_what_every_list_allows(found: Found) -> None:
    assert found("Bowlby's attachment theory helped.") == []
    assert found("Bowlby's attachment theory helped.", "Bowlby") == [("cast", "Bowlby")]
    assert found("The Care Act says so. Christmas came.", "Christmas Care") != []
    assert found("At Christmas we met.", "Christmas Okoro") == [("cast", "Christmas")]


def test_a_name_that_is_a_word_is_found_with_a_capital_and_warned_of_without(find: Find) -> None:
    assert [each.only_warns for each in find("Hope came.", "Hope")] == [False]
    assert [each.only_warns for each in find("We had hope.", "Hope")] == [True]
    assert find("She will come, and he may.", "Will; May") == ()


def test_plain_words_of_the_name_of_a_place_stay_quiet(found: Found) -> None:
    assert found("The school is by the road, near a house.", "Larkspur Road School") == []
    assert found("We met at larkspur road school.", "Larkspur Road School") == [("cast", "larkspur road school")]


def test_ordinary_words_inside_a_name_are_no_nicknames(found: Found) -> None:
    assert found("The man and her brother were there, as ever.", "Theodora Herman", "Andrea Mandeville") == []


def test_what_people_type_is_read() -> None:
    entry = typed_entry("Oluwaseun Adeyemi (Seun, Olu) = the young person")
    assert (entry.name, entry.also, entry.say) == ("Oluwaseun Adeyemi", ("Seun", "Olu"), "the young person")
    assert typed_entry("Larkspur Road").also == ()


@pytest.mark.parametrize("wrong", ["Amira", [{"also": ["x"]}], [1], [""], [{"name": "A", "also": [1]}], ["()"]])
def test_a_cast_that_is_none_is_refused(wrong: Any) -> None:
    with pytest.raises(CircleError):
        cast_from(wrong, Place("here"))
