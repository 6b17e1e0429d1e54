"""How an answer stands in a terminal while it is written."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import TransformationInput

from circle_cli.interview.terminal.editing.rows import gaps, shown_in_rows

SAID = "She rang in tears and we talked about what she had already managed this week"


def transformed(line: str, width: int) -> Any:
    [_, words] = shown_in_rows(beside=3)
    given = TransformationInput(None, None, 0, lambda at: at, [("", line)], width, 10)  # type: ignore[arg-type]  # not read
    return words.apply_transformation(given)


def rows(line: str, room: int) -> list[str]:
    shown = fragment_list_to_text(transformed(line, room + 3).fragments)
    return [shown[at : at + room].rstrip() for at in range(0, len(shown), room)]


def test_rows_end_between_words() -> None:
    assert rows(SAID, 37) == ["She rang in tears and we talked", "about what she had already managed", "this week"]


def test_a_word_longer_than_a_row_is_left_whole() -> None:
    assert rows(f"see {'x' * 25} there", 10) == ["see xxxxxx", "x" * 10, "xxxxxxxxx", "there"]


def test_wide_letters_count_for_two() -> None:
    assert gaps("漢字 漢字 ok", 8) == {3: 3}


@given(st.text(st.sampled_from("ab \t漢é́"), max_size=60), st.integers(1, 12))
def test_each_letter_is_found_where_it_stands(line: str, room: int) -> None:
    found = transformed(line, room + 3)
    shown = fragment_list_to_text(found.fragments)
    places = [found.source_to_display(at) for at in range(len(line) + 1)]
    assert "".join(shown[place] for place in places[:-1]) == line
    assert [found.display_to_source(place) for place in places] == list(range(len(line) + 1))
    assert all(before < after for before, after in pairwise(places))
    assert places[-1] == len(shown)
