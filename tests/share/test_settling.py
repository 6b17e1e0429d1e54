"""What the check finds is replaced, reworded or explained; and whatever is not stays open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.session.people import typed_entry
from circle_cli.share.proposing.answers import A_WORD, MEANT, POINT_PARTS, POINT_TITLE
from circle_cli.share.proposing.deciding import settled_part, settling
from circle_cli.share.proposing.settling import (
    FindIdentifiers,
    Resolution,
    is_ready,
    replace_cast,
    settle,
    warnings_about,
)

CAST = [typed_entry("Robin Vale (Rob) = the young person"), typed_entry("Larkspur Road")]
LISTS = load_lists()


def check(text: str) -> tuple[Finding, ...]:
    return find_identifiers(text, CAST, LISTS)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Robin chose.", "The young person chose."),
        ("We asked Rob, and rob nodded.", "We asked the young person, and the young person nodded."),
        ("It was Robin's choice.", "It was the young person's choice."),
        ("Her Robin came.", "Her young person came."),
        ("Yes. ROBIN came.", "Yes. The young person came."),
        ("We met at Larkspur Road.", "We met at the street."),
        ("Mrs Vale and Dr. Vale met Judge Robin.", "The young person and the young person met the young person."),
    ],
)
def test_names_of_the_cast_are_replaced_as_they_are_typed(typed: str, kept: str) -> None:
    text, done = replace_cast(typed, check)
    assert text == kept
    assert done


def test_a_suggestion_that_is_taken_stands_well_in_its_sentence() -> None:
    taken = settle("She rang on 3 May. Temitope came.", check, {"3 May": Resolution(instead="in the spring")})
    assert taken.text == "She rang in the spring. Temitope came."
    assert [each.words for each in taken.open] == ["Temitope"]
    assert taken.open[0].around == "She rang in the spring. [Temitope] came."


def test_words_that_are_taken_out_leave_no_gap() -> None:
    assert settle("We met, Temitope.", check, {"Temitope": Resolution(instead="")}).text == "We met,."
    assert settle("Ask Temitope again.", check, {"Temitope": Resolution(instead="")}).text == "Ask again."


def test_a_reason_explains_words_but_never_the_cast() -> None:
    kept = settle("As Zyxwv wrote.", check, {"Zyxwv": Resolution(reason="an author")})
    assert kept.explained == {"Zyxwv": "an author"}
    assert kept.open == ()
    still = settle("As Robin said.", check, {"Robin": Resolution(reason="an author")})
    assert [each.words for each in still.open] == ["Robin"]
    assert still.explained == {}


def test_a_name_that_is_a_word_too_is_asked_about_once_for_the_whole_text() -> None:
    title, why = POINT_TITLE, POINT_PARTS["why"]
    answers = {title.key: "A robin sang", why.key: "Robin song is loud; the robin stayed, and Robin laughed."}
    [asked] = settling(check, title, answers)
    assert (asked.ask, asked.remark[0]) == (
        "“robin” is a name of this session's cast, unless it is the ordinary word here", "A [robin] sang",
    )  # fmt: skip
    answers[asked.key] = A_WORD
    [meaning] = settling(check, title, answers)
    assert meaning.ask == "What does “robin” mean in this text?"
    answers[meaning.key] = "the bird"
    assert list(settling(check, title, answers)) == []
    settled = settled_part(check, why, answers)
    assert settled.explained == {"Robin": "the bird", "robin": "the bird"}
    assert [each.around for each in settled.open] == ["Robin song is loud; the robin stayed, and [Robin] laughed."]


def test_what_a_word_meant_is_asked_anew_where_the_part_that_it_was_said_of_is_gone() -> None:
    title = POINT_TITLE
    answers = {title.key: "A robin sang"}
    [asked] = settling(check, title, answers)
    answers |= {asked.key: A_WORD, MEANT.of("robin").key: "the bird", title.key: "We saw a robin"}
    [again] = settling(check, title, answers)
    assert again.ask == asked.ask


@pytest.mark.parametrize("words", ["07911 123456", "NR3 4QZ", "amira@council.gov.uk", "Zofia Kowalska"])
def test_no_reason_lets_stay_by_what_somebody_is_found(words: str) -> None:
    text = f"It was {words} then."
    (still,) = settle(text, check, {words: Resolution(reason="an example")}).open
    assert still.words == words
    assert settle(text, check, {words: Resolution(instead="that")}).open == ()


def test_what_comes_into_the_text_is_checked_as_well() -> None:
    settled = settle("Temitope came.", check, {"Temitope": Resolution(instead="Robin")})
    assert [each.words for each in settled.open] == ["Robin"]


names = st.sampled_from(["Robin", "Temitope", "3 May", "Larkspur Road", "07700 900123", "Zyxwv", "AB12 3CD"])
words = st.lists(names | st.sampled_from(["we", "asked", "at", "on", "the", "and", "listened."]), max_size=12)


@settings(max_examples=examples(80))
@given(words, st.dictionaries(names, st.builds(Resolution, instead=st.sampled_from(["", "the person", "a place"]))))
def test_a_text_without_open_findings_has_nothing_that_must_be_settled(
    said: list[str], resolutions: dict[str, Resolution]
) -> None:
    settled = settle(" ".join(said), check, resolutions)
    must = [settled.text[each.start : each.end] for each in check(settled.text) if not each.only_warns]
    assert sorted(each.words for each in settled.open) == sorted(must)


def test_suggestions_that_only_say_what_kind_of_words_would_do_are_no_text() -> None:
    assert is_ready("in the spring")
    assert not is_ready("what it is in general, such as “a charity”")


def test_what_a_second_reader_should_think_about_is_said() -> None:
    assert len(warnings_about(["too short"], 365)) == 1
    assert warnings_about(["word " * 60], 365) == ()
    quoted = warnings_about(["word " * 60 + "“nobody ever asked me before”"], 30)
    assert [said.split(".")[0] for said in quoted] == [
        "It quotes somebody's words",
        "The session is fewer than 90 days ago: those who were there may still place it",
    ]


def test_the_check_is_what_the_lists_of_the_tool_say(lists: Lists) -> None:
    asked: FindIdentifiers = check
    assert asked("Let people choose the place.") == ()
    assert lists.version == LISTS.version
