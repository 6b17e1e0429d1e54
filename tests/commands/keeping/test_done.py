"""`circle done`: one line of the session's file changes, and a commit holds it."""

import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from circle_cli.days import in_words
from circle_cli.log import durable, saving
from circle_cli.session.file import read_session

Run = Callable[..., Any]
TODAY = date.today()
FRONT = """\
# Kept by Sam
action_points:
  - {id: 1, what: "Ring the school", who: "Sam", by: 2026-12-01, done: null}   # Jo reminds
  - {id: 2, what: Thank the carer, done: 2026-11-24, note: "by letter"}
  - {id: 4, what: "Rest"}
ours:   yes
"""


@pytest.fixture
def path(put: Callable[..., Path]) -> Path:
    return put("2026-11-01-aaaa", "The door", FRONT, safety="We planned it.")


def changed(before: str, after: str) -> tuple[set[str], set[str]]:
    old, new = set(before.split("\n")), set(after.split("\n"))
    return old - new, new - old


def test_an_action_is_done_today_and_only_its_line_changes(circle: Run, log: Path, path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    done = circle("done", "aaaa", "1", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "Done: Ring the school\nStill open in this session:\n  4  Rest\n"
    went, came = changed(before, path.read_text(encoding="utf-8"))
    assert went == {'  - {id: 1, what: "Ring the school", who: "Sam", by: 2026-12-01, done: null}   # Jo reminds'}
    assert came == {
        f'  - {{id: 1, what: "Ring the school", who: "Sam", by: 2026-12-01, done: {TODAY.isoformat()}}} # Jo reminds'
    }


def test_it_is_committed_alone(circle: Run, log: Path, path: Path, put: Callable[..., Path]) -> None:
    put("2026-11-02-bbbb")
    assert circle("done", "aaaa", "4", "--require-commit", cwd=log).returncode == 0
    command = ["git", "-C", log, "show", "--format=%s", "--name-only"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    assert [line for line in said if line] == [
        "Update session 2026-11-01-aaaa",
        path.relative_to(log).as_posix(),
    ]


def test_what_is_done_is_no_longer_open(circle: Run, log: Path, path: Path) -> None:
    assert circle("done", "aaaa", "1", cwd=log).returncode == 0
    assert "Nothing is open in this session." in circle("done", "aaaa", "4", cwd=log).stderr
    assert circle("actions", "--json", cwd=log).stdout == "[]\n"


def test_a_note_is_kept(circle: Run, log: Path, path: Path) -> None:
    assert circle("done", "aaaa", "1", "--note", ' They said "yes": all\nof it ', cwd=log).returncode == 0
    assert read_session(path).action_points[0].note == 'They said "yes": all of it'


def test_done_already_is_said_and_nothing_is_touched(circle: Run, log: Path, path: Path) -> None:
    before = path.read_bytes()
    for note in ((), ("--note", " "), ("--note", "by letter")):
        done = circle("done", "aaaa", "2", *note, cwd=log)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == f"Done already, on {in_words(date(2026, 11, 24))}: Thank the carer\n"
    assert path.read_bytes() == before


def test_a_note_is_added_to_what_was_done_already(circle: Run, log: Path, path: Path) -> None:
    for _ in range(2):
        done = circle("done", "aaaa", "2", "--note", "she was glad", cwd=log)
        assert done.returncode == 0
        assert "Done already, on Tuesday 24 November 2026" in done.stderr
    point = read_session(path).action_points[1]
    assert (point.done, point.note) == (date(2026, 11, 24), "by letter; she was glad")


@pytest.mark.parametrize("number", ["3", "0", "-1", "99999"])
def test_a_number_that_is_not_there_names_those_that_are_open(circle: Run, log: Path, path: Path, number: str) -> None:
    before = path.read_bytes()
    done = circle("done", "aaaa", "--", number, cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"there is no action {number} here" in done.stderr
    assert "  1  Ring the school\n  4  Rest\n" in done.stderr
    assert path.read_bytes() == before


def test_a_session_without_actions_says_so(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    put("2026-11-01-aaaa")
    done = circle("done", "aaaa", "1", cwd=log)
    assert done.returncode == 2
    assert done.stderr.endswith("Nothing is open in this session.\n")


def test_a_malformed_session_is_refused_and_left_alone(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    path = put("2026-11-01-aaaa", "x", "action_points:\n  - {id: one}\n")
    before = path.read_bytes()
    done = circle("done", "aaaa", "1", cwd=log)
    assert done.returncode == 65
    assert done.stderr.startswith(f"{path}:9: ")
    assert path.read_bytes() == before


def test_without_git_it_is_done_all_the_same(circle: Run, log: Path, path: Path) -> None:
    (log / ".git").rename(log / "git-was-here")
    done = circle("done", "aaaa", "1", cwd=log)
    assert done.returncode == 0
    assert "ot committed" in done.stderr
    done = circle("done", "aaaa", "4", "--require-commit", cwd=log)
    assert done.returncode == 3
    assert all(point.done for point in read_session(path).action_points)


@pytest.mark.parametrize("words", [("aaaa",), ("aaaa", "one"), ("aaaa", "1.5"), ("zzzz", "1")])
def test_wrong_usage_ends_with_2(circle: Run, log: Path, path: Path, words: tuple[str, ...]) -> None:
    done = circle("done", *words, cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_a_week_of_actions_becomes_a_done_list(circle: Run, log: Path, path: Path) -> None:
    soon = (TODAY + timedelta(days=3)).isoformat()
    path.write_text(path.read_text(encoding="utf-8").replace('"Rest"', f'"Rest", by: {soon}'), encoding="utf-8")
    assert "Rest" in circle("actions", "--due", "in a week", cwd=log).stdout
    assert circle("done", "aaaa", "4", cwd=log).returncode == 0
    assert "Rest" not in circle("actions", "--due", "in a week", cwd=log).stdout


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets somebody else save, so many times, just before a command does; they are then at work no more."""

    def before_saving(change: Callable[[], object], times: int = 1) -> None:
        left = [change] * times

        def replaced(*how: Any) -> None:
            if left:
                left.pop()()
            durable.replace(*how)

        monkeypatch.setattr(saving, "replace", replaced)

    return before_saving


def test_of_two_notes_at_once_both_are_kept(circle: Run, log: Path, path: Path, meanwhile: Callable[..., None]) -> None:
    meanwhile(lambda: circle("done", "aaaa", "1", "--note", "rang on Monday", cwd=log))
    done = circle("done", "aaaa", "1", "--note", "and they rang back", cwd=log)
    assert done.returncode == 0
    assert "Done already" in done.stderr and "the note is kept" in done.stderr
    assert read_session(path).action_points[0].note == "rang on Monday; and they rang back"


def test_a_change_of_something_else_at_the_same_moment_stands_in_nobodys_way(
    circle: Run, log: Path, path: Path, meanwhile: Callable[..., None]
) -> None:
    def by_hand() -> None:
        path.write_text(path.read_text("utf-8") + "\nBy hand.\n", "utf-8")

    for words in (("done", "aaaa", "1"), ("done", "aaaa", "1", "--not"), ("rename", "aaaa", "Another")):
        meanwhile(by_hand, 2)
        assert circle(*words, cwd=log).returncode == 0
    assert path.read_text("utf-8").count("By hand.") == 6
    assert read_session(path).title == "Another"


def test_a_note_that_cannot_be_saved_stands_there_to_be_copied(
    circle: Run, log: Path, path: Path, meanwhile: Callable[..., None]
) -> None:
    meanwhile(lambda: path.write_text(path.read_text("utf-8") + "\nBy hand.\n", "utf-8"), 100)
    done = circle("done", "aaaa", "1", "--note", "They said yes", cwd=log)
    assert done.returncode == 65
    assert "changed by somebody else meanwhile" in done.stderr
    assert done.stderr.endswith("Your note, for another time: They said yes\n")
