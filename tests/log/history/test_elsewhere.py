"""Nobody is told that a log is private where it goes elsewhere; where it goes is said, and no password."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import ROOT, git

from circle_cli.log.history.elsewhere import copied_by, is_public_host, places, where_it_goes, without_password
from circle_cli.log.start import start_log

Circle = Callable[..., Any]
PACKAGE = ROOT / "circle_cli"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    start_log(tmp_path / "log")
    return tmp_path / "log"


@pytest.mark.parametrize(
    ("address", "shown", "public"),
    [
        ("https://sam:t0ken@github.com/team/log.git?x=t0ken", "https://github.com/team/log.git", True),
        ("https://t0ken@git.example.org:8443/log", "https://git.example.org:8443/log", False),
        ("git@gitlab.com:team/log.git", "gitlab.com:team/log.git", True),
        ("ssh://sam:t0ken@example.org/log", "ssh://example.org/log", False),
        ("example.org:log", "example.org:log", False),
        ("/mnt/team/log.git", "/mnt/team/log.git", False),
        ("../log.git", "../log.git", False),
        ("file:///mnt/log", "file:///mnt/log", False),
        ("C:\\team\\log", "C:\\team\\log", False),
        ("\\\\server\\team\\log", "\\\\server\\team\\log", False),
        ("ext::sh -c t0ken", "ext::…", False),
        ("https://[t0ken", "https://…", False),
    ],
)
def test_an_address_is_shown_without_what_signs_in(address: str, shown: str, public: bool) -> None:
    assert without_password(address) == shown
    assert is_public_host(shown) is public


def test_every_place_is_named_once_and_pushes_that_go_elsewhere_too(log: Path) -> None:
    git(log, "remote", "add", "origin", "https://sam:t0ken@github.com/team/log")
    git(log, "remote", "set-url", "--push", "origin", "/mnt/push")
    git(log, "remote", "add", "twice", "https://github.com/team/log")
    assert places(log) == ("https://github.com/team/log", "/mnt/push")
    assert "nobody can tell from here" in where_it_goes(log, {})


def test_a_place_that_another_file_of_settings_names_is_found(log: Path, tmp_path: Path) -> None:
    (tmp_path / "more").write_text('[remote "x"]\n\turl = /mnt/x\n')
    git(log, "config", "include.path", str(tmp_path / "more"))
    assert places(log) == ("/mnt/x",)


def test_a_worktree_goes_where_its_log_goes(log: Path, tmp_path: Path) -> None:
    git(log, "remote", "add", "origin", "/mnt/x")
    git(log, "worktree", "add", "-q", str(tmp_path / "tree"))
    assert places(tmp_path / "tree") == ("/mnt/x",)


def test_a_log_that_goes_nowhere_costs_no_run_of_git(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert where_it_goes(log, {}) == ""


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive/log", "OneDrive"),
        ("OneDrive - A Council/log", "OneDrive"),
        ("Dropbox (Team)/log", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/log", "iCloud"),
        ("Library/CloudStorage/OneDrive-Council/log", "A cloud program"),
        ("Google Drive/log", "Google Drive"),
        ("Nextcloud/log", "Nextcloud"),
        ("onedriver-notes/log", ""),
        ("boxes/log", ""),
    ],
)
def test_a_folder_that_a_program_copies_elsewhere_is_known_by_its_path(
    tmp_path: Path, folder: str, program: str
) -> None:
    assert copied_by(tmp_path / folder, {}) == program


def test_and_by_what_such_a_program_leaves_in_it_or_says_in_the_environment(tmp_path: Path) -> None:
    (tmp_path / "shared" / "log").mkdir(parents=True)
    assert copied_by(tmp_path / "shared" / "log", {"OneDriveCommercial": str(tmp_path / "shared")}) == "OneDrive"
    (tmp_path / "shared" / ".stfolder").mkdir()
    assert copied_by(tmp_path / "shared" / "log", {}) == "Syncthing"


@pytest.mark.parametrize("command", ["check", "site --export {log}/sessions/x"])
def test_check_and_site_remark_on_it_once(circle: Circle, log: Path, command: str) -> None:
    git(log, "remote", "add", "origin", "https://sam:t0ken@github.com/team/log")
    said = circle(*command.format(log=log).split(), cwd=log)
    assert said.stderr.count("https://github.com/team/log") == 1
    assert "t0ken" not in said.stderr + said.stdout


def test_no_sentence_calls_a_log_private_without_having_looked_where_it_goes() -> None:
    looked = {"commands/asking/reflect.py", "commands/asking/eight_questions.py"}
    for room in ("commands", "share", "interview", "log"):
        for path in (PACKAGE / room).rglob("*.py"):
            name = path.relative_to(PACKAGE).as_posix()
            said = re.findall(
                r"(?i)[\"{ ](?:it|which|they) (?:is|are|stays?) private(?! where| to)", path.read_text("utf-8")
            )
            assert not said or name in looked, f"{name}: {said}"


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_whoever_begins_is_told_where_it_goes_and_not_that_it_is_private(
    terminal: Any, log: Path, flags: tuple[str, ...]
) -> None:
    git(log, "remote", "add", "origin", "https://sam:t0ken@github.com/team/log")
    at = terminal("reflect", "--quick", *flags, cwd=str(log)).until("github.com/team/log", "check that it is closed")
    at.until("What shall we call it?").keys("\x03")
    at.end()
    assert "It is private" not in at.told
    assert "t0ken" not in at.told
