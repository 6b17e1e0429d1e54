"""What git leaves where it could not bring two versions together is known by its form, and nothing else is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import DIFF3, MARKS, session_text

from circle_cli.session.file import parse_session, render_session
from circle_cli.text import brought_together, two_versions


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (MARKS, [1]),
        (f"a\n{MARKS}b\n{DIFF3}", [2, 8]),
        (DIFF3, [1]),
        ("<<<<<<<\n=======\n>>>>>>>\n", [1]),
        ("<<<<<<< HEAD:old.md\n=======\n>>>>>>> side:new.md", [1]),
        ("<<<<<<<<<<< HEAD\n===========\n>>>>>>>>>>> side\n", [1]),
        ("<<<<<<< HEAD\n<<<<<<<<< inner\n=========\n>>>>>>>>> inner\n=======\n>>>>>>> side\n", [2]),
        (f"---\n{MARKS}---\n", [2]),
        ("  <<<<<<< HEAD\n  =======\n  >>>>>>> side\n", []),
        ("> <<<<<<< HEAD\n> =======\n> >>>>>>> side\n", []),
        ("<<<<<<< HEAD\n\n>>>>>>> side\n", []),
        (">>>>>>> side\n=======\n<<<<<<< HEAD\n", []),
        ("=======\n<<<<<<< HEAD\n>>>>>>> side\n", []),
        ("<<<<<<<HEAD\n=======\n>>>>>>>side\n", []),
        ("It said <<<<<<< HEAD, ======= and >>>>>>> side.\n", []),
        ("<<<<<< HEAD\n======\n>>>>>> side\n", []),
    ],
)
def test_git_s_form_is_known_and_nothing_else_is_taken_for_it(text: str, lines: list[int]) -> None:
    assert two_versions(text) == lines


def test_an_answer_that_holds_git_s_lines_is_saved_and_read_as_it_was_typed() -> None:
    typed = f"We saw this:\n{MARKS}And \\<<<<<<< that."
    session = parse_session(session_text(safety="x"), "")
    text = render_session(replace(session, answers={"safety": typed.strip("\n")}), {"safety": "Safety"})
    assert two_versions(text) == []
    assert parse_session(text, "").answers["safety"] == typed


NAMES = ("mine", "theirs")
TWICE = "<<<<<<< mine\n{}\n=======\n{}\n>>>>>>> theirs"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "together", "twice"),
    [
        ("a\nb\nc", "a\nB\nc", "a\nb\nc\nd", "a\nB\nc\nd", 0),
        ("a\nb\nc", "a\nc", "A\nb\nc", TWICE.format("a", "A\nb") + "\nc", 1),
        ("a\nb\nc", "a\nB\nc", "a\nβ\nc", "a\n" + TWICE.format("B", "β") + "\nc", 1),
        ("a\nb\nc", "a\nB\nc", "a\nB\nc", "a\nB\nc", 0),
        ("a", "a\nmine", "a\ntheirs", "a\n" + TWICE.format("mine", "theirs"), 1),
        ("a\nb", "a", "a\nb\nc", "a\n" + "<<<<<<< mine\n=======\nb\nc\n>>>>>>> theirs", 1),
        (
            None,
            "a\nmine\nc",
            "a\ntheirs\nc\nd",
            "a\n" + TWICE.format("mine", "theirs") + "\nc\nd",
            1,
        ),
        ("a\n", "a\nb\n", "a\n", "a\nb\n", 0),
    ],
)
def test_two_versions_are_brought_together(base: str | None, mine: str, theirs: str, together: str, twice: int) -> None:
    assert brought_together(mine, theirs, base, NAMES) == (together, twice)
    assert len(two_versions(together)) == twice


LINES = st.lists(st.sampled_from("abcd"), max_size=8).map("\n".join)


@given(LINES, LINES, LINES)
def test_no_line_that_either_wrote_is_lost(base: str, mine: str, theirs: str) -> None:
    together, _ = brought_together(mine, theirs, base, NAMES)
    for version in (mine, theirs):
        new = set(version.split("\n")) - set(base.split("\n"))
        assert new <= set(together.split("\n"))
    assert brought_together(base, theirs, base, NAMES) == (theirs, 0)
    assert brought_together(mine, base, base, NAMES) == (mine, 0)
    assert brought_together(mine, mine, base, NAMES) == (mine, 0)
    unknown, _ = brought_together(mine, theirs, None, NAMES)
    assert {*mine.split("\n"), *theirs.split("\n")} <= set(unknown.split("\n"))
