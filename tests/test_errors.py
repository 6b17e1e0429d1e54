from pathlib import Path

import pytest

from circle_cli.errors import BAD_DATA, USAGE, CircleError, Place

FILE = Path("circle.yml")


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (CircleError("The site was not swept whole"), "The site was not swept whole"),
        (CircleError("--who: whose actions", do="give a name"), "--who: whose actions; give a name"),
        (CircleError("a folder", where=Place(FILE), do="take it out"), "circle.yml: a folder; take it out"),
        (CircleError("not UTF-8 text", where=Place(FILE, 3)), "circle.yml:3: not UTF-8 text"),
        (CircleError("missing", where=Place(FILE, 3, key="mode")), "circle.yml:3: mode: missing"),
        (CircleError("missing", where=Place(FILE, key="cast")), "circle.yml: cast: missing"),
        (CircleError("It waits.", do=" Working alone?"), "It waits. Working alone?"),
        (CircleError("A word", do=" Another word."), "A word. Another word."),
        (CircleError("--who: whose?", do=" Give a name"), "--who: whose? Give a name"),
        (CircleError("A word (of two)", do=" Another."), "A word (of two). Another."),
        (CircleError("git is not there.", do="\nTo put that right: ..."), "git is not there.\nTo put that right: ..."),
    ],
    ids=str,
)
def test_an_error_says_where_it_is_and_what_is_wrong_and_what_to_do(error: CircleError, shown: str) -> None:
    assert str(error) == shown


def test_what_is_quoted_from_a_file_is_kept_apart_from_what_is_said_of_it() -> None:
    error = CircleError("expected words, found …", where=Place(FILE, 3), do="put it in quotes", words="`Amira`")
    assert str(error) == "circle.yml:3: expected words, found `Amira`; put it in quotes"
    assert "Amira" not in f"{error.where} {error.what} {error.do}"


def test_words_stand_in_the_last_gap_and_are_said_as_they_are() -> None:
    assert str(CircleError("A…: nobody of that name; there were …", words="B, {}…")) == (
        "A…: nobody of that name; there were B, {}…"
    )
    assert str(CircleError("A…: nobody of that name")) == "A…: nobody of that name"
    assert str(CircleError("A: there were …", words="")) == "A: there were "


def test_what_a_caller_adds_stands_below_and_the_parts_stay() -> None:
    error = CircleError("missing", USAGE, where=Place(FILE, 3, key="mode"), do="add one")
    error.add_note("Your version is kept.")
    assert str(error) == "circle.yml:3: mode: missing; add one\nYour version is kept."
    assert error.message == "mode: missing; add one\nYour version is kept."
    assert (error.where, error.what, error.do, error.exit_code) == (
        Place(FILE, 3, key="mode"),
        "missing",
        "add one",
        USAGE,
    )


def test_an_error_is_one_of_data_unless_it_says_otherwise() -> None:
    assert CircleError("missing").exit_code == BAD_DATA
