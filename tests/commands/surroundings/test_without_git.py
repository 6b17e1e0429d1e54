"""No git on the computer: every command works but those that share, and that is said once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import put_session

from circle_cli.cli.app import ROOM_OF

Circle = Callable[..., Any]
NO_TERMINAL = "There is no terminal to ask questions in"
NEEDED = "sharing needs it"

EVERY: dict[str, tuple[str, int, str]] = {
    "init": ("init ../another", 0, "Without it everything works but sharing"),
    "reflect": ("reflect --from in.yml", 0, ""),
    "spark": ("spark Tea", 0, ""),
    "sparks": ("sparks", 0, ""),
    "prepare": ("prepare", 2, NO_TERMINAL),
    "follow-up": ("follow-up k3f9", 2, NO_TERMINAL),
    "resume": ("resume", 0, "Nothing is unfinished"),
    "list": ("list", 0, ""),
    "show": ("show k3f9", 0, ""),
    "search": ("search heron", 0, ""),
    "edit": ("edit k3f9", 2, NO_TERMINAL),
    "actions": ("actions", 0, ""),
    "year": ("year", 0, ""),
    "insights": ("insights", 0, ""),
    "done": ("done k3f9 1", 0, "Done: Ring"),
    "rename": ("rename k3f9 Tea", 0, "is now “Tea”"),
    "takeaway": ("takeaway k3f9 --to pages", 0, "Each page is private"),
    "evidence": ("evidence k3f9", 2, NO_TERMINAL),
    "portfolio": ("portfolio --framework pcf-2018 --to -", 0, "Not spoken to yet"),
    "event": ("event ev2n", 0, ""),
    "scan": ("scan text.txt", 0, "The check found nothing"),
    "share": ("share k3f9 1 --from in.yml", 2, NEEDED),
    "review": ("review", 2, NEEDED),
    "take": ("take sent.md", 2, NEEDED),
    "readers": ("readers", 0, ""),
    "site": ("site --export out", 0, "The pages are written"),
    "digest": ("digest", 2, "no git history here"),
    "tried": ("tried k3f9abcd --outcome worked", 2, NEEDED),
    "withdraw": ("withdraw k3f9abcd --yes", 0, "Withdrawn: "),
    "publish": ("publish --dry-run", 2, NEEDED),
    "same": ("same k3f9abcd mmmmabcd", 2, "for a base's editors to say"),
    "join": ("join ../there.git ../joined", 2, NEEDED),
    "use": ("use --own", 0, "uses your own log"),
    "import": ("import text.txt --dry-run", 0, ""),
    "export": ("export --to -", 0, ""),
    "settings": ("settings --json", 0, ""),
    "sync": ("sync", 2, NEEDED),
    "copy": ("copy k3f9 --to . --with-cast", 2, "the log in which the session is"),
    "check": ("check", 0, "All is well"),
    "undo": ("undo --yes", 2, "only its history knows what was there before"),
    "discard": ("discard", 0, ""),
    "delete": ("delete k3f9 --confirm 2026-11-23-k3f9", 0, "No history is kept here"),
    "erase": ("erase k3f9 --confirm 2026-11-23-k3f9", 0, "erases “Kept”"),
    "print": ("print cards --to cards.html", 0, ""),
}


@pytest.fixture
def no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.fixture
def without(tmp_path: Path, no_git: None, circle: Circle) -> Path:
    """A log that was made where there is no git."""
    assert "git was not found" in circle("init", str(tmp_path / "mine"), cwd=tmp_path).stderr
    return tmp_path / "mine"


def test_every_command_is_tried() -> None:
    assert list(EVERY) == list(ROOM_OF)


@pytest.mark.parametrize("name", EVERY)
def test_a_command_works_or_says_what_it_needs(circle: Circle, no_git: None, plain_log: Path, name: str) -> None:
    words, code, said = EVERY[name]
    done = circle("--log", str(plain_log), *words.split(), cwd=plain_log)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_it_is_said_once_and_the_exit_codes_are_as_ever(circle: Circle, without: Path) -> None:
    put_session(without, front="action_points:\n  - {id: 1, what: Ring the school}\n  - {id: 2, what: Write}\n")
    first, then, required = (
        circle("done", "k3f9", *more.split(), cwd=without) for more in ("1", "2", "2 --note x --require-commit")
    )
    assert first.returncode == then.returncode == 0
    assert "git was not found on this computer" in first.stderr and "everything works but sharing" in first.stderr
    assert "git" not in then.stderr
    assert required.returncode == 3 and "git was not found" in required.stderr


@pytest.mark.parametrize("words", ["list", "show k3f9", "search heron", "actions", "check", "list --json"])
def test_whatever_reads_says_nothing_of_it(circle: Circle, no_git: None, plain_log: Path, words: str) -> None:
    assert "git was not" not in circle(*words.split(), cwd=plain_log).stderr


def test_a_session_is_prepared_changed_and_followed_up_at_a_terminal(
    terminal: Any, without: Path, editor: Any, circle: Circle
) -> None:
    at = terminal("prepare", "--mode", "individual", "--title", "Tea", "--plain", cwd=str(without))
    assert (
        at.until("1. Go on")
        .type("1\n")
        .until("The practice situation")
        .skip_all()
        .until("The session is planned.")
        .end()
        == 0
    )
    put_session(without, "2026-11-20-m3f9", "Walk", "mode: group\nroles: {presenter: [Sam]}\n", what_worked="Tea.")
    at = terminal("follow-up", "m3f9", "--plain", cwd=str(without)).until("how did the session go?")
    assert at.skip_all().end() == 0
    changes = editor("path.write_text(path.read_text().replace('Walk', 'A walk'))")
    at = terminal("edit", "m3f9", cwd=str(without), env={"EDITOR": changes}).until("Saved:")
    assert at.end() == 0
    listed = circle("list", cwd=without).stdout
    assert "A walk" in listed and "Tea" in listed and "followed-up" in listed
