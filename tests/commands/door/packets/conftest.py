"""What Jo sends to a reader who has not got the log, and that reader's computer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import hold_key
from proposing import JO, sign_anew
from running import Run
from terminals import reply_to_each, spawn


@pytest.fixture
def packet(circle: Run, log: Path, place: Path, tmp_path: Path) -> Path:
    """What Jo sends to a reader who has not got the log."""
    hold_key(JO)
    sign_anew(place)
    path = tmp_path / "mail" / "walk.md"
    path.parent.mkdir()
    done = circle("share", "abcd", "--packet", str(path), cwd=log)
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def at_the_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Reads a packet at a plain terminal in a home where there is no log, and no name in git; types these lines."""

    def run(packet: Path, *lines: str, status: int = 0) -> str:
        home = tmp_path / "bea"
        for name in ("CONFIG", "DATA", "STATE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name))
        monkeypatch.setenv("HOME", str(home))
        hold_key(1)
        child = spawn(["review", "--plain", packet.name], {"TERM": "dumb"}, cwd=str(packet.parent), encoding="utf-8")
        told, ended = reply_to_each(child, lines)
        assert ended == status, told
        return " ".join(told.split())

    return run
