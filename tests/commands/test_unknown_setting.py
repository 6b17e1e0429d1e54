"""One rule for circle.yml: what is not known there is named by every command, with its line, and nothing is done."""

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from making import git, session_text

from circle_cli.cli.app import ROOM_OF
from circle_cli.log.reading.settled import refuse_unknown_settings

ID = "2026-11-23-k3f9"
WORDS: dict[str, tuple[str, ...]] = {
    "init": (".",),
    "show": (ID,),
    "search": ("tea",),
    "edit": (ID,),
    "done": (ID, "1"),
    "rename": (ID, "Another"),
    "takeaway": (ID,),
    "portfolio": ("--framework", "pcf-2018"),
    "event": (ID,),
    "scan": ("circle.yml",),
    "share": (ID,),
    "take": ("x",),
    "tried": ("k3f9abcd",),
    "withdraw": ("k3f9abcd",),
    "same": ("k3f9abcd", "k3f9abcf"),
    "copy": (ID, "--to", "."),
    "delete": (ID,),
    "erase": (ID,),
    "follow-up": (ID,),
    "print": ("sheet",),
    "import": ("circle.yml",),
}
"""What else has to be said to a command."""

OF_NO_LOG = {"join", "use", "settings"}
"""They work in no log that is there."""


IN_A_LOG = [name for name in ROOM_OF if name not in OF_NO_LOG]
SAID = ("bogus: secret\n", "review: secret\n", "kind: team\nknid: secret\n")


def test_these_are_the_commands_that_there_are() -> None:
    assert OF_NO_LOG | WORDS.keys() <= ROOM_OF.keys()


@pytest.fixture
def known(log: Path) -> Path:
    """A log with a session, under git."""
    (log / "sessions" / "2026").mkdir()
    (log / "sessions" / "2026" / f"{ID}-tea.md").write_text(session_text(ID, "Tea"), encoding="utf-8")
    git(log, "init", "-q")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Begin")
    return log


@pytest.mark.parametrize(("command", "said"), [*zip(IN_A_LOG, cycle(SAID))])
def test_every_command_names_it_and_does_nothing(circle: Any, known: Path, command: str, said: str) -> None:
    (known / "circle.yml").write_text(said, encoding="utf-8")
    run = circle(command, *WORDS.get(command, ()), cwd=known, stdin="")
    assert run.returncode == (1 if command == "check" else 65)
    assert f"circle.yml:{said.count(chr(10))}: " in run.stdout + run.stderr
    assert "secret" not in run.stdout + run.stderr, "nobody says who reads what comes out where there is no terminal"
    assert git(known, "status", "--porcelain").strip() == "M circle.yml"


def test_circle_alone_names_it_too(terminal: Any, log: Path) -> None:
    (log / "circle.yml").write_text("kind: own\nbogus: 1\n", encoding="utf-8")
    at = terminal("--plain").until("circle.yml:2: bogus: unknown key; take it out or correct its spelling")
    assert at.end() == 65


def test_a_sync_goes_on_where_a_colleagues_copy_has_it_so_that_it_can_be_mended(circle: Any, known: Path) -> None:
    (known / "circle.yml").write_text("bogus: 1\n", encoding="utf-8")
    git(known, "commit", "-qam", "Misspell it")
    run = circle("sync", cwd=known)
    assert run.returncode == 65
    assert "This log has no copy elsewhere yet" in run.stderr and "circle.yml:1: unknown key" in run.stderr


@pytest.mark.parametrize("text", ["", "# a\n\n  # b\n", "# a\nkind: own\n#\n", "kind: team", "\r\nkind: own\r\n"])
def test_usual_settings_are_known_by_a_look(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is loaded for them: every command asks, and the first question does not wait for it."""
    monkeypatch.setitem(__import__("sys").modules, "circle_cli.settings", None)
    (tmp_path / "circle.yml").write_bytes(text.encode())
    refuse_unknown_settings(tmp_path)
