"""A newcomer on a shared computer, unknown to git and without an editor: from the first word to a saved session.

Nothing on the way has to be typed into a shell, and what comes of it is nobody else's to read.
"""

import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from terminals import PROGRAM

SHELL = re.compile(r"\bgit (?!is|has|was|keeps|knows)|\$ |`|sudo |chmod |export |&&|pip |apt")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no umask there")
@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_a_newcomer_gets_to_a_saved_session_without_a_shell_command(
    terminal: Any, tmp_path: Path, own_home: Path, flags: tuple[str, ...]
) -> None:
    (own_home / ".gitconfig").unlink()
    folder = tmp_path / "empty"
    folder.mkdir()
    (tmp_path / "bin").mkdir()
    git = subprocess.run(["which", "git"], capture_output=True, text=True, check=True).stdout.strip()
    (tmp_path / "bin" / "git").symlink_to(git)
    program = ("/bin/sh", "-c", 'umask 022; exec "$@"', "sh", *PROGRAM)
    at = terminal(*flags, program=program, cwd=str(folder), env={"PATH": str(tmp_path / "bin")})
    at.until("What would you like to do?", "The quick way")
    number = next(line.strip() for line in at.text.split("\n") if "The quick way" in line).lstrip("❯> ")[0]
    at.keys(number, "\r").until("What shall we call it?").keys("The handover", "\r")
    at.until("Question 1 of 3").keys("A heron stood there.", *(["\r.\r"] if flags else ["\x04"]))
    at.until("Or just go on").keys(".\r" if flags else "\x04")
    for question in (2, 3):
        at.until(f"Question {question} of 3").keys(*([".skip\r"] if flags else ["\x0b"]))
    at.until("Saved:", "Whose name is to stand there?").keys("Sam Example", "\r")
    at.until("And an e-mail address?").keys("\r")
    at.until("Committed to the log's own history")
    assert at.end() == 0
    assert at.told.count("Committed to the log's own history") == 1  # although the log was begun by the same command
    assert not SHELL.findall(at.told), at.told
    [session] = own_home.rglob("sessions/*/*.md")
    log = session.parents[2]
    assert "A heron stood there." in session.read_text(encoding="utf-8")
    assert [stat.S_IMODE(place.stat().st_mode) for place in (log, log / ".git", session)] == [0o700, 0o700, 0o600]
    said = subprocess.run(["git", "-C", str(log), "log", "-1", "--format=%an %s"], capture_output=True, text=True)
    assert said.stdout.startswith("Sam Example Record session ")


@pytest.mark.parametrize("kind", ["--team", "--base"])
def test_a_log_that_is_begun_without_a_name_says_when_it_is_asked_for(
    terminal: Any, tmp_path: Path, own_home: Path, kind: str
) -> None:
    (own_home / ".gitconfig").unlink()
    at = terminal("init", kind, "ours", cwd=str(tmp_path))
    at.until("whose name is to stand there")
    assert at.end() == 0
    assert "has no name for you yet" not in at.told
