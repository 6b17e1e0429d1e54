"""A pattern is tried only where a word begins like it, and finds what it would find if it were tried everywhere."""

import re

import pytest

from circle_cli.identifiers import check
from circle_cli.identifiers.beginnings import alternatives, beginnings, needed
from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.known.rare.roles import ROLES_BY_CLASS
from circle_cli.identifiers.known.rare.trades import in_classes
from circle_cli.identifiers.seen.flat import flat
from circle_cli.identifiers.shapes import Shape, Table, Text, matches, shape
from tests.identifiers.marked import CORPUS, read_marked

SHAPES = Table((*ROLES_BY_CLASS, *check._IN_FORM, *check._SINGLING))
TOLD = [each.text for name in ("dirty.txt", "clean.txt") for each in read_marked(CORPUS / name)]
LINES = flat("\n".join([*TOLD, *(each.when for each in SHAPES)])).split("\n")
AS_WRITTEN, BY_CLASS = [*map(Text, LINES)], [*map(Text, map(in_classes, map(Text, LINES)))]


def found(pattern: "re.Pattern[str]", text: str) -> list[tuple[tuple[int, int], str | None]]:
    return [(each.span(), each.lastgroup) for each in pattern.finditer(text)]


def tried(shapes: Table, text: Text) -> list[tuple[Shape, tuple[int, int], str | None]]:
    return [(shapes[number], one.span(), one.lastgroup) for number, one in matches(shapes, text)]


@pytest.mark.parametrize("each", SHAPES, ids=lambda each: each.when)
def test_every_shape_finds_its_own_example(each: Shape) -> None:
    text = flat(each.when)

    assert found(re.compile(each.pattern.pattern), in_classes(Text(text)) if each in ROLES_BY_CLASS else text) != []


@pytest.mark.parametrize("each", ROLES_BY_CLASS, ids=lambda each: each.when)
def test_no_job_or_place_is_looked_for_as_a_word_where_it_stands_as_a_class(each: Shape) -> None:
    words = re.findall(r"[a-z]{3,}(?: [a-z]+)*", each.pattern.pattern)

    assert [word for word in words if in_classes(Text(word)) != word] == []


@pytest.mark.parametrize("each", SHAPES, ids=lambda each: each.when)
def test_every_shape_finds_what_its_pattern_finds_everywhere(each: Shape) -> None:
    texts = BY_CLASS if each in ROLES_BY_CLASS else AS_WRITTEN
    everywhere, alone = re.compile(each.pattern.pattern), Table((each,))

    for text in texts:
        assert tried(alone, text) == [(each, *one) for one in found(everywhere, text.flat)]


def test_a_table_finds_what_each_of_its_shapes_finds_alone() -> None:
    alone = [Table((each,)) for each in SHAPES]

    for text in AS_WRITTEN:
        assert tried(SHAPES, text) == [one for each in alone for one in tried(each, text)]


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"\b(?:one|t(?:wo|en))\b", {"one", "two", "ten"}),
        (r"\b(?<!or )(?!a\b)(?:an? )?cat", {"cat", "a cat", "an cat"}),
        (r"\b[WX]+\sat", {"W", "X"}),
        (r"\b(?:[3-9]|1\d)th", {"0th", "00th"}),
        (r"\bin\s(?:a|the)", {"in a", "in the"}),
        (r"\b(?:at){1,2}x", {"at"}),
        (r",\s(?:one|two)", {","}),
        (r"(?<=[(“])(?P<it>one|two)", {"one", "two"}),
        (r"(?<=[.!?]\s)one", {"one"}),
        (r"(?:[,(]|\bwas\s)one", {",", "(", "was on"}),
        (r"\b(?:is|'s)\sone", {"is one", "'"}),
    ],
)
def test_beginnings_are_read_from_a_pattern(pattern: str, begins: set[str]) -> None:
    assert beginnings(pattern) == begins


@pytest.mark.parametrize(
    "pattern",
    [
        r"one",
        r"\b\w+er",
        r"\b(?:a|.)b",
        r"\b[^a]b",
        r"\b(?:one)?",
        r"(?<=n)one",
        r"(?<=[.n])one",
        r"(?<=\.|n)one",
        r"(?:,|was\s)one",
        r"%one",
        r"\sone",
    ],
)
def test_what_is_not_understood_may_begin_anywhere(pattern: str) -> None:
    assert beginnings(pattern) is None


def test_words_that_may_be_left_out_are_not_needed() -> None:
    assert needed(r"\bthe\s(?:old\s|new\s)?mill\b") == (frozenset(("old mi", "new mi", "mill")), frozenset(("mill",)))
    assert needed(r"\bthe(?:\sold)?mill\b") == ()


def test_what_any_word_can_be_is_not_needed() -> None:
    assert needed(r"\bthe\s[a-z]{3,30}\smill\b") == (frozenset(("mill",)),)


def test_what_stands_in_a_group_is_needed_where_the_group_is() -> None:
    assert needed(r"\bthe\s(?P<it>(?:[a-z]{3,30}\s)mill)\b") == (frozenset(("mill",)),)
    assert needed(r"\bthe\s(?:[a-z]{3,30}\s(?:old\s)?mill)?\b") == ()
    assert needed(r"\bthe\s(?:[a-z]{3,30}\s(?:old\s)?mill|[a-z]{3,30})\b") == ()


def test_behind_the_beginning_of_a_line_a_word_begins() -> None:
    assert needed(r"(?:^|[.]\s|\n)(?P<it>one|two)") == (frozenset(("one", "two")),)
    assert needed(r"(?:^|n)one") == ()


def test_of_very_many_beginnings_fewer_characters_are_looked_at() -> None:
    many = "|".join(f"{first}{second}cdef" for first in "abcdefghijklmnopqrst" for second in "abcdefghijklmnopqrst")

    assert beginnings(rf"\b(?:{many})") == {
        f"{first}{second}cd" for first in "abcdefghijklmnopqrst" for second in "abcdefghijklmnopqrst"
    }


def test_signs_that_must_stand_there_are_needed() -> None:
    assert needed(r"\b[a-z]+,\sone")[0] == {","}
    assert needed(r"\b[a-z]+[ ]?\([2-9]") == (frozenset("("),)
    assert needed(r"(?<=[(“])[a-z]+") == (frozenset("(“"),)
    assert needed(r"\b[a-z]+,?(?:,|one)(?<=,|n)x") == ()


def test_alternatives_are_told_apart_at_the_outermost_level_alone() -> None:
    assert list(alternatives(r"a(?:b|c)|[|]\||d")) == [r"a(?:b|c)", r"[|]\|", "d"]


def test_overlapping_alternatives_take_the_leftmost_and_the_earlier_one() -> None:
    pattern = shape(r"\bcat\b", r"\bcat\sflap\b", r"(?:^|\s)the\scat")
    cats = Table((Shape("the cat", pattern, Identifier.FACT, "is a cat", "“a pet”"),))

    assert [one.group() for _, one in matches(cats, Text("the cat flap, a cat flap"))] == ["the cat", "cat"]
