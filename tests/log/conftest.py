"""A git of one's own: no test reads or writes the configuration of whoever runs it."""

import os
import subprocess
from pathlib import Path

import pytest
from committed import Git


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty HOME: git knows nobody."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / ".config"))
    return folder


@pytest.fixture
def git(home: Path) -> Git:
    """Run git in a folder, and give what it prints."""
    (home / ".gitconfig").write_text("[user]\n\tname = Jo\n\temail = jo@example.org\n[init]\n\tdefaultBranch = main\n")

    def run(folder: Path, *arguments: str) -> str:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True, errors="replace"
        ).stdout

    return run


@pytest.fixture
def log(tmp_path: Path, git: Git) -> Path:
    """A learning log with one commit."""
    folder = tmp_path / "log"
    folder.mkdir()
    git(folder, "init", "-q")
    (folder / "circle.yml").write_text("")
    git(folder, "add", "circle.yml")
    git(folder, "commit", "-q", "-m", "start")
    return folder
