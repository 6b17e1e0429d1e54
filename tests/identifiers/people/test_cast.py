"""The cast is found in every shape in which people write a name, and no list excuses it."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.errors import CircleError, Place
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.known.cast.finding import find_cast
from circle_cli.identifiers.known.cast.shapes import make_cast
from circle_cli.identifiers.known.cast.typed import cast_from
from circle_cli.identifiers.lists import load_lists
from circle_cli.identifiers.seen.tokens import tokenise
from circle_cli.session.people import typed_entry
from circle_cli.session.record import CastEntry

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


@pytest.mark.parametrize(
    ("text", "may_stay"),
    [
        ("Hope came.", False), ("We met Hope.", False), ("We had hope.", True), ("we spoke to hope", False),
        ("hope said no", False), ("HOPE left.", False), ("Hope is a good thing.", True),
    ],
)  # fmt: skip
def test_a_name_that_is_a_word_is_settled_and_may_stay_only_where_it_can_be_the_word(
    find: Find, text: str, may_stay: bool
) -> None:
    assert [(each.only_warns, each.may_stay) for each in find(text, "Hope")] == [(False, may_stay)]


def test_forename_and_surname_are_found_alone_in_small_letters(found: Found) -> None:
    text = "we saw the rose, and then green, and carpenter; will may hope"
    assert found(text, "Rose Green", "Jon Carpenter", "Will Hope") == [
        ("cast", word) for word in ("rose", "green", "carpenter", "will", "hope")
    ]


@pytest.mark.parametrize(
    "together",
    ["rosegreen", "greenrose", "RoseGreen", "roseandmary", "rosemary", "askrosetoday", "rose2010", "#rosegreen",
     "rosesmum", "withrose", "rosenmary", "rose_green", "r0se", "R0S3"],
)  # fmt: skip
@pytest.mark.parametrize("frame", ["{}", "It was {} then.", "we saw {} there"])
def test_names_that_are_run_together_are_of_the_cast(find: Find, frame: str, together: str) -> None:
    first = next(each for each in find(frame.format(together), "Rose Green", "Mary") if not each.only_warns)
    assert first.kind == "cast"


@pytest.mark.parametrize("text", ["Rosenberg's model", "this is grosery", "the roster"])
def test_a_name_inside_another_word_is_no_name(found: Found, text: str) -> None:
    assert [kind for kind, _ in found(text, "Rose", "Thi Hoa", "Ros")] in ([], ["name"], ["word"])


@pytest.mark.parametrize(
    ("cast", "called"),
    [
        ("Margaret", "Peggy"), ("William Ward", "bill"), ("Elizabeth", "betsy"), ("Peggy", "Margaret"),
        ("Bob", "Robert"), ("Aleksandr", "Sasha"), ("Katarzyna", "kasia"), ("Małgorzata", "Gosia"),
        ("Francisco", "paco"), ("Giuseppe", "Beppe"), ("Mohammed", "mo"), ("Mehmet", "Memo"), ("José", "pepe"),
        ("Siobhán", "vonnie"), ("Jakub", "kuba"), ("Oluwafunmilayo", "Funmi"), ("Thandiwe", "thandi"),
        ("Zofia", "Zofka"), ("Yevgeny", "Zhenya"), ("Ioannis", "yannis"), ("Hendrik", "Henk"), ("Rajinder", "raj"),
    ],
)  # fmt: skip
def test_what_people_make_of_a_name_belongs_to_it(find: Find, cast: str, called: str) -> None:
    assert [(str(each.kind), each.only_warns) for each in find(f"We met {called} there.", cast)] == [("cast", False)]


PLACES = ("we walked by the {} then", "{} is good", "with {} in it", "she said {} would", "it will be {}", "an old {}")


@pytest.mark.parametrize("cast", ["{}", "{} Zyxwv", "Zyxwv {}"])
def test_every_name_that_is_a_word_is_settled_wherever_it_stands(lists: Any, cast: str) -> None:
    words = sorted(lists.always | lists.both | lists.soft | (lists.places if cast == "{}" else set()))
    everybody = make_cast([typed_entry(cast.format(word.title())) for word in words], lists)
    missed = []
    for frame, word in product(PLACES, words):
        start = len(frame.partition("{}")[0])
        marks = find_cast(tokenise(frame.format(word)), everybody, lists)
        if not any(start in range(mark.start, mark.end) and not mark.only_warns for mark in marks):
            missed.append(frame.format(word))
    assert missed == []


WORDS = st.sampled_from(
    "Ash ash rose Rose green Rosemary rosemary will may said the of and a told to with Care Act 2014 Early Help Monday "
    "Kolb Bowlby 1969 river storm hope ashes ash@council.gov.uk 07911 123456 Ms Zofia . , : \n ash_k example.org/ash "
    "Larkspur Road house is was her mum 3 May A I R O S E".split(" ")
)
CASTS = st.lists(
    st.sampled_from(["Ash", "Rose Green", "Mary", "May", "Kolb", "Will Care", "Road", "Early Help", "Hope", "Monday"]),
    min_size=1,
    max_size=4,
)


@given(st.lists(WORDS, max_size=14).map(" ".join), CASTS)
@settings(max_examples=examples(400))
def test_the_cast_is_never_weaker_than_no_cast(lists: Any, text: str, cast: list[str]) -> None:
    """Whatever must be settled without a cast is touched by what must be with it, and no dangerous thing grows tame."""
    with_it = [each for each in find_identifiers(text, [typed_entry(name) for name in cast], lists)]
    for alone in find_identifiers(text, (), lists):
        over = [each for each in with_it if each.start < alone.end and each.end > alone.start]
        assert alone.only_warns or any(not each.only_warns for each in over), (alone, text)
        assert alone.may_stay or any(not each.may_stay for each in over), (alone, text)


def test_what_a_name_of_the_cast_leaves_of_a_longer_one_is_still_a_full_name(lists: Any) -> None:
    told = find_identifiers("Monday will will will", [typed_entry("Monday")], lists)
    assert [(each.start, each.end, each.may_stay) for each in told] == [(0, 6, False), (7, 16, False)]


def test_a_full_name_behind_a_place_is_one_with_the_cast_too(lists: Any) -> None:
    told = find_identifiers("Ash Road Ash rosemary", [typed_entry("Rose Green")], lists)
    assert not all(each.may_stay for each in told)


def test_a_name_may_not_stay_because_the_cast_names_a_word_beside_it(lists: Any) -> None:
    text = "example.org/ash ash Monday"  # with Monday named, "ash ash Monday" is one row, and no full name
    for cast in ((), [typed_entry("Monday")]):
        over = [each for each in find_identifiers(text, cast, lists) if each.start < 19 and each.end > 16]
        assert any(not each.may_stay for each in over), cast


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


@pytest.mark.parametrize("name", ["Wre\u00adn", "W\u200bren", "&#87;ren", "W<b>ren</b>"])
def test_a_name_is_read_as_the_text_is_whatever_was_pasted_with_it(name: str) -> None:
    only = find_identifiers("We asked wren to stay.", [CastEntry(name=name)], load_lists())[0]
    assert (str(only.kind), only.start, only.end) == ("cast", 9, 13)


def test_a_name_that_is_an_emoji_is_found_and_question_marks_are_nobody() -> None:
    cast = [CastEntry(name="\U0001f98a"), CastEntry(name="?"), CastEntry(name="...")]
    found = find_identifiers("Did \U0001f98a come? We waited ...", cast, load_lists())
    assert [(str(each.kind), each.start, each.may_stay) for each in found] == [("cast", 4, False)]


def test_a_figure_for_a_letter_hides_no_name_that_is_short_and_alone(found: Found) -> None:
    assert ("cast", "J0") in found("We asked J0 to choose.", "Jo")
