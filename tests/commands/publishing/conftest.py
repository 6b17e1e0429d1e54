"""A team's log with what it has approved, and a base, both under git, with a bare repository between them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from committed import OURS
from copied import lay_down
from making import admitted, begun_here, git, put_session

from circle_cli.log.start import start_log
from circle_cli.vocabulary import LogKind

CAST = 'cast:\n  - {name: "Zebedee Quillon", say: "the young person"}\n'
"""In a session of the team's that nobody else may hear of."""


@pytest.fixture
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[LogKind, Path], Path]:
    """Lays down a log of a kind; each is begun once, since git takes long."""
    base = tmp_path_factory.getbasetemp()

    def lay(kind: LogKind, at: Path) -> Path:
        started = base / f"started-{kind}"
        if not started.exists():
            assert start_log(started, OURS, kind).done
            for sample in (started / ".git" / "hooks").glob("*.sample"):
                sample.unlink()
        lay_down(started, at)
        begun_here(at)
        return at

    return lay


@pytest.fixture
def base(begun: Callable[[LogKind, Path], Path], tmp_path: Path) -> Path:
    """The bare repository of a base, which its editors have in `editor`."""
    editor = begun(LogKind.BASE, tmp_path / "editor")
    bare = tmp_path / "base.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(editor), str(bare)], check=True)
    git(editor, "remote", "add", "origin", str(bare))
    return bare


@pytest.fixture
def team(begun: Callable[[LogKind, Path], Path], base: Path, tmp_path: Path) -> Path:
    """A team's log that publishes there, with a reader and a session."""
    log = begun(LogKind.TEAM, tmp_path / "team")
    (log / "circle.yml").write_text("kind: team\nbase: ../base.git\n", encoding="utf-8")
    put_session(log, "2026-03-02-abcd", "The kitchen window", CAST, what_worked="Zebedee Quillon laughed at Norvale.")
    admitted(log)
    git(log, "add", ".")
    git(log, "commit", "-qm", "A team")
    return log
