"""No git on the computer: everything but sharing works, and that is said once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import put_session

Circle = Callable[..., Any]
FRONT = "action_points:\n  - {id: 1, what: Ring the school}\n  - {id: 2, what: Write}\n"
GENERAL = 'cast: []\nlearning_points:\n  - {id: 1, text: "Ask first.", scope: general, share: "no"}\n'


@pytest.fixture
def without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, circle: Circle) -> Path:
    """A log that was made where there is no git."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert "git was not found" in circle("init", str(tmp_path / "mine"), cwd=tmp_path).stderr
    put_session(tmp_path / "mine", front=FRONT + GENERAL, what_worked="Tea.")
    return tmp_path / "mine"


def test_it_is_said_once_and_the_exit_codes_are_as_ever(circle: Circle, without: Path) -> None:
    first, then, required = (
        circle("done", "k3f9", *more.split(), cwd=without) for more in ("1", "2", "2 --note x --require-commit")
    )
    assert first.returncode == then.returncode == 0
    assert "git was not found on this computer" in first.stderr and "everything works but sharing" in first.stderr
    assert "git" not in then.stderr
    assert required.returncode == 3 and "git was not found" in required.stderr


@pytest.mark.parametrize("command", ["list", "show k3f9", "search tea", "actions", "check", "list --json"])
def test_whatever_reads_works_and_says_nothing_of_it(circle: Circle, without: Path, command: str) -> None:
    done = circle(*command.split(), cwd=without)
    assert (done.returncode, "git was not" in done.stderr) == (0, False)


def test_a_session_is_taken_in_and_printed(circle: Circle, without: Path) -> None:
    took = circle("reflect", "--from", "-", cwd=without, stdin="title: Heron\nanswers: {what-worked: Heron.}\n")
    assert took.returncode == 0 and Path(took.stdout.strip()).is_file()
    assert circle("print", "cards", "--to", "cards.html", cwd=without).returncode == 0


@pytest.mark.parametrize("command", ["share k3f9 --from -", "review"])
def test_sharing_says_why_it_is_not_to_be_had(circle: Circle, without: Path, command: str) -> None:
    done = circle(*command.split(), cwd=without, stdin="{}")
    assert done.returncode == 2
    assert "sharing needs it" in done.stderr and "everything else works without it" in done.stderr
