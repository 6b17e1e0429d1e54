"""What git leaves where it could not bring two versions together is known by its form, and nothing else is."""

from dataclasses import replace

import pytest
from making import DIFF3, MARKS, session_text

from circle_cli.session.file import parse_session, render_session
from circle_cli.text import two_versions


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
