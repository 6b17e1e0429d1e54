"""`circle discard`: what is unfinished is put away, and had back within a month."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from making import SESSION_ID, keep_session

from circle_cli.interview.answers.during import SECTION
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind

Run = Callable[..., Any]
WORDS = "Nobody else has these words."
OTHER = "2026-11-20-b2cd"


@pytest.fixture
def begun(log: Path, drafts: Path) -> Callable[..., Path]:
    """Begins a draft in which something is written."""

    def begin(draft_id: str = SESSION_ID, kind: DraftKind = DraftKind.REFLECT) -> Path:
        head = DraftHead(id=draft_id, log=str(log), mode="individual", date=draft_id[:10], kind=kind)
        draft = Draft.begin(drafts, head)
        draft.answered(SECTION["what-worked"].key, WORDS, SECTION["safety"].key)
        draft.close()
        return draft.path

    return begin


@pytest.fixture
def discard(circle: Run, log: Path) -> Run:
    return lambda *words, **how: circle("discard", *words, cwd=log, **how)


def test_it_is_put_away_and_had_back_as_it_was(discard: Run, circle: Run, begun: Any, drafts: Path, log: Path) -> None:
    path = begun()
    (drafts / f"{SESSION_ID}.md").write_text("left by an editor")
    before = path.read_bytes()
    done = discard("k3f9", "--confirm", SESSION_ID)
    assert done.returncode == 0
    assert "circle discard --back k3f9" in done.stderr and "30 days" in done.stderr
    assert not path.exists() and not (drafts / f"{SESSION_ID}.md").exists()
    assert "Nothing is unfinished" in circle("resume", cwd=log).stderr
    assert discard("--back", "k3f9").returncode == 0
    assert path.read_bytes() == before
    assert (drafts / f"{SESSION_ID}.md").read_text() == "left by an editor"
    assert SESSION_ID in discard(stdin="").stderr


def test_it_says_what_would_go_and_a_no_changes_nothing(terminal: Any, begun: Any) -> None:
    path = begun()
    at = terminal("--plain", "discard").until(SESSION_ID, "1 of 8 questions answered", "never saved", "Put it away?")
    at.keys("\r").until("Nothing was changed.")
    assert at.end() == 0
    assert path.exists()


def test_without_a_terminal_the_flag_is_named(discard: Run, begun: Any) -> None:
    path = begun()
    done = discard("k3f9")
    assert done.returncode == 2
    assert f"--confirm {SESSION_ID}" in done.stderr
    assert discard("k3f9", "--confirm", OTHER).returncode == 2
    assert path.exists()


def test_of_several_one_is_named(discard: Run, begun: Any) -> None:
    paths = [begun(), begun(OTHER)]
    done = discard()
    assert SESSION_ID in done.stdout and OTHER in done.stdout
    assert all(path.exists() for path in paths)
    discard("b2cd", "--confirm", OTHER)
    assert [path.exists() for path in paths] == [True, False]


def test_what_is_unfinished_is_given_as_the_schema_says(discard: Run, begun: Any, log: Path, drafts: Path) -> None:
    schema = json.loads((Path(__file__).parents[3] / "schema" / "discard.schema.json").read_text(encoding="utf-8"))
    assert json.loads(discard("--json").stdout) == []
    paths = [begun(f"{OTHER}-1", kind=DraftKind.SHARE), begun()]
    keep_session(log, SESSION_ID, "x")
    paths.append(drafts / f"{SESSION_ID}-edit.md")
    paths[-1].write_text(WORDS)
    found = json.loads(discard("--json").stdout)
    Draft202012Validator(schema).validate(found)
    assert {(each["id"], each["kind"]) for each in found} == {
        (f"{OTHER}-1", "share"),
        (SESSION_ID, "reflect"),
        (SESSION_ID, "edit"),
    }
    assert {each["path"] for each in found} == {str(path) for path in paths if path.exists()}
    assert len(found) == len(paths)
    assert discard("k3f9", "--json").returncode == 2
    assert set(schema["items"]["properties"]["kind"]["enum"]) == {*DraftKind, "edit"}


def test_nothing_unfinished_is_said(discard: Run) -> None:
    assert "Nothing is unfinished" in discard().stderr
    assert discard("k3f9").returncode == 2
    assert discard("--back", "k3f9").returncode == 2


def test_one_that_is_open_stays(discard: Run, begun: Any, terminal: Any, drafts: Path) -> None:
    begun()
    at = terminal("resume", "k3f9").until("Welcome back")
    done = discard("k3f9", "--confirm", SESSION_ID)
    assert done.returncode == 2
    assert (drafts / f"{SESSION_ID}.jsonl").exists()
    at.kill()


def test_one_of_the_same_id_is_not_written_over(discard: Run, begun: Any) -> None:
    begun()
    discard("k3f9", "--confirm", SESSION_ID)
    path = begun()
    before = path.read_bytes()
    assert discard("--back", "k3f9").returncode != 0
    assert path.read_bytes() == before


def test_after_a_month_it_is_gone_and_not_before(discard: Run, begun: Any, drafts: Path) -> None:
    for days, there in ((29, True), (31, False)):
        begun()
        discard("k3f9", "--confirm", SESSION_ID)
        [folder] = (drafts / "put-away").iterdir()
        then = datetime.now(UTC) - timedelta(days=days)
        aged = folder.rename(folder.with_name(re.sub("--.*", f"--{then:%Y%m%dT%H%M%S%fZ}", folder.name)))
        discard()
        assert aged.exists() is there
        if there:
            discard("--back", "k3f9")
            (drafts / f"{SESSION_ID}.jsonl").unlink()


def test_what_an_editor_left_is_put_away_too(discard: Run, log: Path, drafts: Path) -> None:
    keep_session(log, SESSION_ID, "x")
    drafts.mkdir(parents=True)
    (drafts / f"{SESSION_ID}-edit.md").write_text(WORDS)
    assert "what you wrote in your editor" in discard("k3f9", "--confirm", SESSION_ID).stderr
    assert not list(drafts.glob("*.md"))
    discard("--back", "k3f9")
    assert (drafts / f"{SESSION_ID}-edit.md").read_text() == WORDS


def test_what_an_editor_left_beside_another_draft_stays(discard: Run, begun: Any, drafts: Path) -> None:
    begun()
    begun(f"{SESSION_ID}-1", kind=DraftKind.SHARE)
    for name in (f"{SESSION_ID}.editor.md", f"{SESSION_ID}-1.editor.md", f"{SESSION_ID}-1.md"):
        (drafts / name).write_text(WORDS)
    assert discard(SESSION_ID, "--confirm", SESSION_ID).returncode == 0
    assert sorted(path.name for path in drafts.glob("*.*")) == [
        f"{SESSION_ID}-1.editor.md",
        f"{SESSION_ID}-1.jsonl",
        f"{SESSION_ID}-1.md",
    ]


def test_a_session_with_something_unfinished_is_not_deleted(circle: Run, log: Path, begun: Any) -> None:
    path = keep_session(log, SESSION_ID, "x")
    begun(kind=DraftKind.FOLLOW_UP)
    done = circle("delete", "k3f9", "--confirm", SESSION_ID, cwd=log)
    assert done.returncode == 2
    assert "circle discard k3f9" in done.stderr
    assert path.exists()


def test_erasing_takes_what_was_put_away(circle: Run, discard: Run, begun: Any, log: Path, drafts: Path) -> None:
    keep_session(log, SESSION_ID, "x")
    begun(kind=DraftKind.FOLLOW_UP)
    discard("k3f9", "--confirm", SESSION_ID)
    assert circle("erase", SESSION_ID, "--confirm", SESSION_ID, cwd=log).returncode == 0
    assert not list((drafts / "put-away").rglob("*.jsonl"))
