"""Text set to a window: no word of it is broken, and no path."""

from pathlib import Path

import pytest

from circle_cli.shown import columns_of, lines_of, shortened


def test_a_line_is_broken_between_words_and_goes_on_below_its_beginning() -> None:
    assert lines_of("one two three", 8) == ["one two", "three"]
    assert lines_of("  one two three", 9) == ["  one two", "  three"]
    assert lines_of("- one two three", 9) == ["- one two", "  three"]
    assert lines_of("one two three", 8, "    ") == ["one two", "    three"]
    assert lines_of("one\n\ntwo three", 8) == ["one", "", "two", "three"]


@pytest.mark.parametrize("word", ["/home/ada/log/sessions/2026/2026-11-23-k3f9-x.md", "well-being-and-partnership"])
def test_a_long_word_has_a_line_of_its_own(word: str) -> None:
    assert lines_of(f"It is in {word} now.", 20) == ["It is in", word, "now."]


def test_a_path_with_spaces_in_it_stays_whole_where_it_is_one(tmp_path: Path) -> None:
    root = tmp_path / "My own log"
    root.mkdir()
    (root / "a b.md").touch()
    assert lines_of(f"Saved in {root / 'a b.md'}:4: now and then", 20) == [
        "Saved in",
        f"{root / 'a b.md'}:4:",
        "now and then",
    ]
    assert lines_of(f"“{root}”, so there", 16) == [f"“{root}”,", "so there"]
    assert lines_of(f"To make: {root}/new one/or", 16)[1] == f"{root}/new"
    assert lines_of(f"To make: {root / 'new.md'} or and/or", 16)[1:] == [str(root / "new.md"), "or and/or"]
    assert lines_of(f"Left out: {root}/no where: there is none", 20)[1] == f"{root}/no where:"
    assert lines_of(f"{root}/not this: there is none", 20)[0] == f"{root}/not this:"
    assert lines_of("say yes / no / perhaps", 12) == ["say yes / no", "/ perhaps"]


def test_letters_are_measured_as_a_terminal_shows_them() -> None:
    assert columns_of("日本 é é") == 8
    assert lines_of("日本 日本 日本", 10) == ["日本 日本", "日本"]


def test_a_text_is_shortened_behind_a_word_and_no_path_is_cut() -> None:
    assert shortened("one  two\nthree", 11) == "one two ..."
    assert shortened("one  two\nthree", 10) == "one ..."
    assert shortened("one two", 8) == "one two"
    assert shortened("/home/ada/log/sessions is there", 8) == "/home/ada/log/sessions ..."
    assert shortened("", 8) == ""
