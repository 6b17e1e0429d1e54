"""`circle show`: one session, whole."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from circle_cli.guidance.pages import own_pages

Run = Callable[..., Any]
GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture
def full(log: Path) -> Path:
    """The golden session, in the log."""
    (log / "sessions" / "2026").mkdir()
    path = log / "sessions" / "2026" / "2026-11-23-k3f9-the-handover-that-held.md"
    shutil.copy(GOLDEN / "session-full.md", path)
    return path


def test_all_that_is_in_a_session_is_shown(
    circle: Run, log: Path, full: Path, golden: Callable[[str, str], None]
) -> None:
    done = circle("show", "2026-11-23-k3f9", cwd=log, env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    golden("show-full.txt", done.stdout)


def test_a_session_with_others_is_shown_whole_and_so_is_whose_view_was_missing(
    circle: Run, log: Path, full: Path, golden: Callable[[str, str], None]
) -> None:
    shutil.copy(GOLDEN / "session-together.md", full.with_name("2026-12-01-g7up-a-lunch.md"))
    done = circle("show", "g7up", cwd=log, env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    golden("show-together.txt", done.stdout)


def test_the_views_that_are_missed_are_those_that_the_logs_own_page_asks_for(
    circle: Run, log: Path, put: Callable[..., Path]
) -> None:
    page = own_pages() / "questions" / "perspectives.md"
    (log / "guidance" / "questions").mkdir(parents=True)
    text = re.sub("views: .*", 'views: ["her dog"]', page.read_text(encoding="utf-8"))
    (log / "guidance" / "questions" / page.name).write_text(text, encoding="utf-8")
    put("2026-11-23-k3f9", "x", "views: {heard: [neighbours]}\n")
    assert "heard: neighbours\nWhose view was missing: her dog\n" in circle("show", "k3f9", cwd=log).stdout


def test_an_action_has_its_number_and_what_became_of_it(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    actions = '  - {id: 7, what: Ring, who: Sam, done: 2026-12-08, note: "It helped."}\n  - {id: 9, what: Sit}\n'
    put("2026-11-23-k3f9", "x", f"action_points:\n{actions}")
    shown = circle("show", "k3f9", cwd=log).stdout
    assert "- 7: Ring (Sam, done 2026-12-08): It helped.\n- 9: Sit\n" in shown


def test_json_gives_the_front_matter_and_the_answers(
    circle: Run, log: Path, full: Path, golden: Callable[[str, str], None]
) -> None:
    done = circle("show", "2026-11-23-k3f9", "--json", cwd=log)
    golden("show-full.json", done.stdout)
    shown = json.loads(done.stdout)
    assert shown["action_points"][1] == {"id": 2, "what": "Thank the carer", "done": "2026-11-24"}
    assert list(shown["answers"])[:2] == ["situation", "what-worked"]


@pytest.mark.parametrize(
    "short", ["2026-11-23-k3f9", "k3f9", "k3", "K3F9", " k3f9 ", "2026-11-23", "2026-11-23-k", "2026"]
)
def test_an_id_may_be_shortened_while_it_means_one(circle: Run, log: Path, full: Path, short: str) -> None:
    assert circle("show", short, cwd=log).stdout.startswith("The handover that held\n")


def test_an_id_that_could_be_several_names_them(circle: Run, log: Path, full: Path, put: Callable[..., Path]) -> None:
    put("2026-11-23-k3g2")
    done = circle("show", "2026-11-23", cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert "could be any of 2 sessions (2026-11-23-k3g2, 2026-11-23-k3f9); give a little more" in done.stderr


@pytest.mark.parametrize("unknown", ["zzzz", "", "3f9", "handover", "*", "../x", "2026-11-23-k3f9-the-handover-X"])
def test_an_unknown_id_is_said(circle: Run, log: Path, full: Path, unknown: str) -> None:
    done = circle("show", unknown, cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{unknown}: no session of that id" in done.stderr
    assert "`circle list`" in done.stderr


def test_a_file_by_another_name_is_found_by_its_id(circle: Run, log: Path, full: Path) -> None:
    full.rename(full.with_name("our visit.md"))
    assert circle("show", "k3f9", cwd=log).stdout.startswith("The handover that held\n")


def test_a_malformed_session_is_refused_with_file_and_line(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    path = put("2026-11-23-k3f9", "x", "mode: crowd\n")
    done = circle("show", "k3f9", cwd=log)
    assert (done.returncode, done.stdout) == (65, "")
    assert done.stderr.startswith(f"{path}:7: mode: `crowd` is not known; use one of: individual, ")


def test_no_answer_at_all_is_shown_too(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    put("2026-11-23-k3f9", "x")
    shown = (
        "x\n=\n\n2026-11-23-k3f9 · individual · recorded\nRaised under safeguarding procedures: nobody has said yet\n"
    )
    assert circle("show", "k3f9", cwd=log).stdout == shown
    assert json.loads(circle("show", "k3f9", "--json", cwd=log).stdout)["answers"] == {}


def test_what_protects_somebody_and_was_not_said_is_shown_as_open(
    circle: Run, log: Path, put: Callable[..., Path]
) -> None:
    put("2026-11-23-k3f9", "x", "learning_points:\n  - {id: 1, text: Listen, share: published, point: k3f9abcd}\n")
    shown = circle("show", "k3f9", cwd=log).stdout
    assert "Raised under safeguarding procedures: nobody has said yet\n" in shown
    assert "- Listen (nobody has said yet where it holds)\n" in shown
    path = put("2026-11-24-k3g2", "y")
    path.write_text(path.read_text(encoding="utf-8").replace("recorded", "planned"), encoding="utf-8")
    assert "safeguarding" not in circle("show", "k3g2", cwd=log).stdout
