"""Two people with a clone each of one team's log, over a bare repository."""

import os
from pathlib import Path

import pytest
from making import git, keep_session
from shared import Circle, Team


@pytest.fixture
def team(tmp_path: Path, circle: Circle) -> Team:
    there, jo, sam = (tmp_path / name for name in ("there.git", "jo", "sam"))
    git(tmp_path, "init", "-q", "--bare", "--initial-branch=main", os.fspath(there))
    circle("init", "--team", str(jo))
    keep_session(jo, "2026-11-23-k3f9", "Kept", what_worked="A heron.")
    assert circle("--log", str(jo), "sync", "--with", str(there)).returncode == 0
    git(tmp_path, "clone", "-q", str(there), str(sam))
    return Team(there=there, jo=jo, sam=sam, circle=circle)
