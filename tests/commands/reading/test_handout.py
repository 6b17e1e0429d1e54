"""`circle event --to`: what those who were at a training event take home, and what stays in the log."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Run = Callable[..., Any]
Put = Callable[..., Path]
EVENT = "2026-12-01-ev2n"
FIRST = f"""\
event: {{id: {EVENT}, group: 1, groups: 2}}
mode: training
roles: {{presenter: [Sam], questioner: [Josephine], encourager: [Ade]}}
cast:
  - {{name: "Amira Hassan", also: ["Mira"], say: "the young person"}}
learning_points:
  - {{id: 1, text: "Let Mira choose where to sit, as Josephine says.", scope: general, matters: 9}}
  - {{id: 2, text: "Her key hangs by the kettle.", scope: specific}}
  - {{id: 3, text: "Nobody has said where this holds.", share: "no"}}
action_points:
  - {{id: 1, what: "Ring the school", who: Sam, by: 2026-12-08, tracked_by: Ade, note: "Mira was there"}}
feedback: {{positive: "Time to think.", even_better: "A bigger table."}}
learning_outcomes: ["Canary of a portfolio"]
observations:
  - {{by: "Ade", to: "Sam", text: "Canary of praise."}}
"""
SECOND = f"""\
event: {{id: {EVENT}, group: 2, groups: 2}}
mode: training
cast: []
learning_points:
  - {{id: 1, text: "Ask twice.", scope: general}}
  - {{id: 2, text: "Ask Wilhelmina Brackenbury first.", scope: general}}
feedback_from:
  - {{by: "Kit", positive: "Amira would have liked it.", will_use: "I will ask twice."}}
"""


@pytest.fixture
def groups(put: Put) -> None:
    put("2026-12-01-aa2a", "The key on the hook", FIRST, what_worked="Canary of a story.")
    put("2026-12-01-bb2b", "A lunch", SECOND, learning="Canary of another.")


@pytest.mark.parametrize("kind", ["html", "docx", "md"])
def test_a_handout_says_what_was_learnt_agreed_and_said_and_tells_no_story(
    kind: str, circle: Run, log: Path, groups: None, tmp_path: Path
) -> None:
    path = tmp_path / f"handout.{kind}"
    done = circle("event", "ev2n", "--to", str(path), "--log", str(log))
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    text = _text(path)
    for held in ("Let the young person choose where to sit, as a colleague says.", "Ask twice.", "Ring the school",
                 "8 December 2026", "Time to think.", "A bigger table.", "The young person would have liked it.",
                 "I will ask twice.", "1 December 2026, 2 groups", "For those of us who were there"):  # fmt: skip
        assert held in text, held
    for kept in ("Mira", "Amira", "Sam", "Josephine", "Ade", "Kit", "kettle", "Nobody has said", "Wilhelmina", "Canary",
                 "hook", "lunch", "2026-12-01-aa2a"):  # fmt: skip
        assert kept not in text, kept


def _text(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in opened.paragraphs), *cells])


def test_what_is_left_out_is_said_by_where_it_is_and_not_by_its_words(
    circle: Run, log: Path, groups: None, tmp_path: Path
) -> None:
    said = circle("event", "ev2n", "--to", str(tmp_path / "h.md"), "--log", str(log)).stderr
    assert "2 learning point(s) that nobody has said may hold elsewhere" in said
    assert "1 text(s) that may say who somebody is (in bb2b)" in said
    assert "Wilhelmina" not in said
    assert "circle resume asks" not in said


def test_a_story_of_which_nobody_has_said_who_is_in_it_is_told_about(
    circle: Run, log: Path, put: Put, tmp_path: Path
) -> None:
    put("2026-12-01-bb2b", "A lunch", SECOND.replace("cast: []\n", ""))
    done = circle("event", "ev2n", "--to", str(tmp_path / "h.md"), "--log", str(log))
    assert done.returncode == 0
    assert "who is in the story of bb2b: circle resume asks" in done.stderr


def test_it_goes_nowhere_that_everyone_may_read_and_over_no_other_file(
    circle: Run, log: Path, groups: None, tmp_path: Path
) -> None:
    public = log / "guidance" / "h.md"
    assert circle("event", "ev2n", "--to", str(public), "--log", str(log)).returncode == 2
    assert not public.exists()
    mine = tmp_path / "mine.md"
    mine.write_text("mine", encoding="utf-8")
    assert circle("event", "ev2n", "--to", str(mine), "--log", str(log)).returncode == 2
    assert mine.read_text(encoding="utf-8") == "mine"


def test_without_a_group_that_is_in_there_is_none(circle: Run, log: Path, put: Put, tmp_path: Path) -> None:
    put("2026-12-01-aa2a", "The key on the hook", FIRST + "status: planned\n")
    done = circle("event", "ev2n", "--to", str(tmp_path / "h.md"), "--log", str(log))
    assert done.returncode == 2 and "no group of this event is in yet" in done.stderr
    assert list(tmp_path.glob("h.*")) == []


def test_a_handout_and_json_are_not_asked_for_at_once(circle: Run, log: Path, groups: None) -> None:
    done = circle("event", "ev2n", "--json", "--to", "-", "--log", str(log))
    assert (done.returncode, done.stdout) == (2, "")
