"""`circle sync` where nothing is new, as mostly: what it loads, and what it starts."""

import subprocess
import sys
from typing import Any

import pytest
from shared import Team


def test_with_nothing_new_little_is_loaded_and_few_gits_are_started(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = "import sys, circle_cli.commands.for_readers.syncing as _; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True).stdout.split()
    assert {"yaml", "typer", "hashlib", "circle_cli.log.durable", "circle_cli.commands.teams.telling"}.isdisjoint(
        loaded
    )
    started = []
    real = subprocess.Popen

    def counted(command: Any, **about: Any) -> Any:
        started.append(command)
        return real(command, **about)

    monkeypatch.setattr(subprocess, "Popen", counted)
    assert "Nothing waits to be sent." in team.sync(team.jo).stdout
    assert len(started) <= 3, started
