"""A question that a team has beside the eight: asked, kept, printed and found like any other, and never published."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from keys import CTRL_C

from circle_cli.commands.site.site import make_kit
from circle_cli.guidance.pages import load_guidance
from circle_cli.session.file import parse_session
from circle_cli.site.drawing.pages.kit import FORM

OWN = """---
id: family-words-2
title: "What did the family say?"
order: 9
aims: ["To hear them."]
prompts: ["Which words of theirs stay with you?"]
---
"""
ANSWER = "She said “come again”, in so many words."
SECTION = r"\n## What did they say? {#family-words-2}\n\nGo on.\n"
EDITOR = f"path.write_text(path.read_text('utf-8') + '{SECTION}', 'utf-8')"


@pytest.fixture
def asked(log: Path) -> Path:
    """A log that has the question."""
    (log / "guidance" / "questions").mkdir()
    (log / "guidance" / "questions" / "family-words-2.md").write_text(OWN, "utf-8")
    return log


@pytest.fixture
def kept(asked: Path, circle: Any) -> str:
    """A session with an answer to it, by its short id."""
    given = json.dumps({"title": "Tea", "answers": {"what-worked": "We sat down.", "family-words-2": ANSWER}})
    path = Path(circle("reflect", "--from", "-", cwd=asked, stdin=given).stdout.strip())
    return path.name[11:15]


def test_it_is_asked_after_the_eight_and_kept_in_its_own_section(terminal: Any, asked: Path, sessions: Any) -> None:
    at = terminal("reflect", "--plain", "--title", "Tea").until("The practice situation")
    for number in range(1, 10):
        at.keys(".skip\n").until(f"Question {number} of 9")
        if number == 5:
            at.keys(".skip\n").until("under your local safeguarding", "Type a number")
    at.until("What did the family say?", "To hear them.", "Which words of theirs stay with you?")
    at.type(f"{ANSWER} And more of it, so that it is enough.\n.\n").until("Saved", "Would you like to add")
    at.keys("\n").end()
    [path] = sessions()
    text = path.read_text("utf-8")
    assert "\n## What did the family say? {#family-words-2}\n\nShe said" in text
    assert parse_session(text, "x.md").own_questions == ("family-words-2",)


def test_it_is_shown_searched_and_printed_and_the_sheet_is_taken_back(
    kept: str, asked: Path, circle: Any, tmp_path: Path
) -> None:
    assert f"What did the family say?\n------------------------\n{ANSWER}" in circle("show", kept, cwd=asked).stdout
    whole = json.loads(circle("show", kept, "--json", cwd=asked).stdout)
    assert whole["answers"]["family-words-2"] == ANSWER
    assert kept in circle("search", "so many words", cwd=asked).stdout
    assert "What did the family say?" in circle("print", "prompts", "--to", "-", "--format", "md", cwd=asked).stdout
    form = circle("print", "form", "--to", "-", cwd=asked).stdout
    assert 'data-section="family-words-2" data-heading="What did the family say?"' in form
    assert b"What did the family say?" not in make_kit(load_guidance(asked / "guidance"))[FORM]
    for kind in ("md", "docx"):
        sheet = tmp_path / f"sheet.{kind}"
        assert circle("print", "sheet", kept, "--to", str(sheet), cwd=asked).returncode == 0
        if kind == "md":
            assert ANSWER in sheet.read_text("utf-8")
            text = sheet.read_text("utf-8").replace(ANSWER, "They said so.").replace(whole["id"], "")
            sheet.write_text(text.replace("Tea", "Another tea"), "utf-8")
            back = json.loads(circle("reflect", "--from", str(sheet), "--json", cwd=asked).stdout)
            assert back["answers"] == {**whole["answers"], "family-words-2": "They said so."}


def test_a_sheet_without_it_is_unchanged_and_one_of_another_log_loses_no_word(
    kept: str, asked: Path, circle: Any, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.md"
    circle("print", "sheet", kept, "--to", str(sheet), cwd=asked)
    (asked / "guidance" / "questions" / "family-words-2.md").unlink()
    again = tmp_path / "again.md"
    circle("print", "sheet", kept, "--to", str(again), cwd=asked)
    assert "## What did the family say?" in again.read_text("utf-8")
    text = sheet.read_text("utf-8").replace("Tea", "Another tea")
    whole = json.loads(circle("show", kept, "--json", cwd=asked).stdout)
    sheet.write_text(text.replace(whole["id"], ""), "utf-8")
    back = json.loads(circle("reflect", "--from", str(sheet), "--json", cwd=asked).stdout)
    assert back["answers"]["actions"].startswith("## What did the family say?")
    assert ANSWER in back["answers"]["actions"]


def test_a_heading_of_it_that_somebody_writes_in_their_editor_opens_its_section(
    terminal: Any, asked: Path, circle: Any, editor: Callable[[str], str]
) -> None:
    given = json.dumps({"title": "Tea", "answers": {"what-worked": "Nothing yet."}})
    path = Path(circle("reflect", "--from", "-", cwd=asked, stdin=given).stdout.strip())
    terminal("edit", path.name[11:15], "--plain", env={"EDITOR": editor(EDITOR)}).until("Saved:").end()
    assert parse_session(path.read_text("utf-8"), "x.md").answers["family-words-2"] == "Go on."


def test_check_says_where_a_file_does_not_name_what_may_be_a_section(asked: Path, circle: Any) -> None:
    given = json.dumps({"title": "Tea", "answers": {"what-worked": "Nothing yet."}})
    path = Path(circle("reflect", "--from", "-", cwd=asked, stdin=given).stdout.strip())
    assert "question of your own" not in circle("check", cwd=asked).stderr
    path.write_text(f"{path.read_text('utf-8')}\n## What did they say? {{#family-words-2}}\n\nGo on.\n", "utf-8")
    run = circle("check", cwd=asked)
    assert run.returncode == 0 and "looks like the heading of a question of your own" in run.stderr
    path.write_text(path.read_text("utf-8").replace("title:", "own_questions: [family-words-2]\ntitle:", 1), "utf-8")
    assert "question of your own" not in circle("check", cwd=asked).stderr


def test_a_broken_page_is_named_by_check_and_the_interview_goes_on(terminal: Any, asked: Path) -> None:
    page = asked / "guidance" / "questions" / "family-words-2.md"
    page.write_text(OWN.replace("order: 9", "order: nine"), "utf-8")
    terminal("check").until("guidance/questions/family-words-2.md:4:", "order: expected").end()
    at = terminal("reflect", "--plain", "--title", "Tea").until("family-words-2.md:4: order:", "The practice situation")
    at.keys(".skip\n").until("Question 1 of 8").keys(CTRL_C).end()
    assert at.told.count("family-words-2.md:4") == 1


def test_ours_are_copied_to_be_reworded_and_never_overwritten(circle: Any, tmp_path: Path) -> None:
    made = circle("init", "own", "--questions", cwd=tmp_path)
    assert made.returncode == 0 and "8 of the eight questions." in made.stderr
    page = tmp_path / "own" / "guidance" / "questions" / "safety.md"
    page.write_text(page.read_text("utf-8").replace('title: "', 'title: "In other words: '), "utf-8")
    (page.parent / "theory.md").unlink()
    again = circle("init", "own", "--questions", cwd=tmp_path)
    assert "1 of the eight questions." in again.stderr and "7 of the eight questions are there already" in again.stderr
    assert "In other words: " in page.read_text("utf-8") and (page.parent / "theory.md").is_file()
    assert "Nothing was copied" in circle("init", "own", "--questions", cwd=tmp_path).stderr
    assert "In other words: " in circle("print", "prompts", "--to", "-", "--format", "md", cwd=page.parent).stdout
    assert "guidance/questions/safety.md:3: not-approved" in circle("check", cwd=page.parent).stdout
