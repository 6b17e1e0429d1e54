"""Where git takes nothing into the history: circle says what it is, offers to see to it, and loses nothing by it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from committed import OURS
from making import git, keep_session, session_text
from running import Run

from circle_cli.commands.drafts.offers import offered
from circle_cli.interview.script.prompts import Prompt
from circle_cli.log.folder import Log
from circle_cli.log.history.refused import Commit
from circle_cli.log.intents import bring_home
from circle_cli.log.saving import save_new
from circle_cli.log.start import start_log

ID, KEPT = "2026-11-23-k3f9", "2026-11-20-abcd"
Offered = Callable[[str], tuple[Commit, str]]


def quietly(log: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(log), *arguments], capture_output=True, check=False)


def two_branches(log: Path) -> Path:
    """Two versions of a session, on main and on a branch `side`; main is checked out."""
    path = keep_session(log, KEPT, "Tea", safety="x")
    git(log, "switch", "-qc", "side")
    path.write_text(path.read_text().replace("\nx\n", "\ntheirs\n"))
    git(log, "commit", "-qam", "Theirs")
    git(log, "switch", "-q", "main")
    path.write_text(path.read_text().replace("\nx\n", "\nours\n"))
    git(log, "commit", "-qam", "Ours")
    return path


def begun(*command: str) -> Callable[[Path], None]:
    """Something that stops at two versions, of which somebody has chosen one since, and not told git."""

    def begin(log: Path) -> None:
        path = two_branches(log)
        quietly(log, *command)
        path.write_text(session_text(KEPT, "Tea", safety="both"))

    return begin


def patches(log: Path) -> None:
    path = two_branches(log)
    patch = subprocess.run(
        ["git", "-C", str(log), "format-patch", "--stdout", "-1", "side"], capture_output=True
    ).stdout
    subprocess.run(["git", "-C", str(log), "am", "-3"], input=patch, capture_output=True, check=False)
    path.write_text(session_text(KEPT, "Tea", safety="both"))


def bisect(log: Path) -> None:
    two_branches(log)
    git(log, "bisect", "start", "HEAD", "HEAD~1")


def detached(log: Path) -> None:
    git(log, "checkout", "-q", "--detach")


def earlier(log: Path) -> None:
    two_branches(log)
    git(log, "branch", "-D", "side")
    git(log, "checkout", "-q", "HEAD~1")


def sparse(log: Path) -> None:
    git(log, "sparse-checkout", "set", "guidance")


def unsigned(log: Path) -> None:
    git(log, "config", "commit.gpgsign", "true")
    git(log, "config", "gpg.program", "false")


WAYS = {
    "merge": begun("merge", "side"),
    "rebase": begun("rebase", "side"),
    "rebase --apply": begun("rebase", "--apply", "side"),
    "cherry-pick": begun("cherry-pick", "side"),
    "revert": begun("revert", "HEAD~1"),
    "patches": patches,
    "bisect": bisect,
    "detached": detached,
    "earlier": earlier,
    "sparse": sparse,
    "unsigned": unsigned,
}


@pytest.fixture
def offer(log: Path) -> Offered:
    """Saves a session where git takes nothing, and answers what is offered; gives the commit, and what was said."""

    def save(answer: str) -> tuple[Commit, str]:
        here = Log(root=log, trust=OURS)
        commit = save_new(here, ID, "Walk", session_text(ID, "Walk", safety="words")).commit
        assert not commit.done
        asked: list[Prompt] = []
        told: list[str] = []
        again = offered(here, commit, lambda prompt: asked.append(prompt) or answer, told.append)  # type: ignore[func-returns-value]
        assert all(prompt.guarded and not prompt.default for prompt in asked)
        if again:
            unsigned = commit.remedy is not None and commit.remedy.name == "UNSIGNED"
            commit = bring_home(log, lambda _: None, OURS, unsigned=unsigned)
        said = "\n".join((*told, *(prompt.ask for prompt in asked)))
        return commit, said

    return save


@pytest.mark.parametrize("way", WAYS)
def test_with_a_yes_it_is_seen_to_and_the_session_is_in_the_history(log: Path, offer: Offered, way: str) -> None:
    WAYS[way](log)
    commit, said = offer("yes")
    assert commit.done, (commit, said)
    assert git(log, "log", "-1", "--format=%s") == f"Record session {ID}\n"
    assert "words" in git(log, "show", f"HEAD:sessions/2026/{ID}-walk.md")
    assert git(log, "symbolic-ref", "--short", "HEAD") == "main\n"
    if WAYS[way].__name__ == "begin":
        assert "both" in git(log, "show", f"HEAD:sessions/2026/{KEPT}-tea.md")
    if way != "sparse":
        assert git(log, "status", "--porcelain") == ""


@pytest.mark.parametrize("way", WAYS)
def test_without_one_all_stays_as_it_is(log: Path, offer: Offered, way: str) -> None:
    WAYS[way](log)
    before = git(log, "status", "--porcelain"), git(log, "rev-parse", "HEAD"), (log / ".git" / "config").read_bytes()
    commit, _ = offer("")
    assert not commit.done
    assert (log / "sessions" / "2026" / f"{ID}-walk.md").is_file()
    (log / "sessions" / "2026" / f"{ID}-walk.md").unlink()
    after = git(log, "status", "--porcelain"), git(log, "rev-parse", "HEAD"), (log / ".git" / "config").read_bytes()
    assert after == before


def test_while_a_file_holds_both_versions_it_is_named_and_nothing_is_finished(log: Path, offer: Offered) -> None:
    path = two_branches(log)
    quietly(log, "merge", "side")
    before = path.read_bytes()
    commit, said = offer("yes")
    assert not commit.done
    assert "circle edit abcd opens it" in said and "Then circle offers to finish" in said
    assert path.read_bytes() == before


def test_where_going_back_would_leave_a_commit_behind_it_is_not_offered(log: Path, offer: Offered) -> None:
    git(log, "checkout", "-q", "--detach")
    git(log, "commit", "-q", "--allow-empty", "-m", "Mine")
    commit, said = offer("yes")
    assert not commit.done
    assert "please ask whoever looks after yours" in said
    assert git(log, "log", "-1", "--format=%s") == "Mine\n"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root may give a folder away")
def test_a_folder_of_another_account_is_trusted_in_ones_own_settings_alone(
    log: Path, offer: Offered, own_home: Path
) -> None:
    for place in (log, log / ".git"):
        shutil.chown(place, 65534)
    commit, said = offer("yes")
    assert commit.done
    assert "belongs to another account" in said
    assert f"directory = {log}" in (own_home / ".gitconfig").read_text()


def test_at_a_terminal_it_is_offered_after_the_words_that_it_is_saved(
    terminal: Callable[..., object], log: Path
) -> None:
    keep_session(log, KEPT, "Tea", "action_points:\n  - {id: 1, what: Ring}\n")
    detached(log)
    at = terminal("done", "abcd", "1", "--plain").until("Done: Ring", "An earlier state", "Go back to the branch main?")  # type: ignore[attr-defined]
    at.keys("1\r").until("Committed to the log's own history now.")
    assert at.end() == 0
    assert git(log, "log", "-1", "--format=%s", "main") == f"Update session {KEPT}\n"


@pytest.mark.parametrize("way", ["merge", "detached"])
def test_without_a_terminal_no_shell_command_is_the_only_way_on(circle: Run, tmp_path: Path, way: str) -> None:
    start_log(tmp_path / "log")
    keep_session(tmp_path / "log", "2026-11-19-wxyz", "Way", "action_points:\n  - {id: 1, what: Ring}\n")
    WAYS[way](tmp_path / "log")
    said = circle("done", "wxyz", "1", cwd=tmp_path / "log").stderr
    assert "It lies safely in the log's folder, and not in its history yet." in said
    assert "circle, at a terminal, offers to do it" in said
    assert "circle tries again the next time you use it" in said
