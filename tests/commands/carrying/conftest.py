"""`circle import`, run where there are two files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Run
from taken_in import FORMS


@pytest.fixture
def take(circle: Run, tmp_path: Path, log: Path) -> Callable[..., tuple[int, str, str]]:
    """Runs `circle import`, in a folder with the files `forms.csv` and `note.md`."""
    (tmp_path / "forms.csv").write_text(FORMS, encoding="utf-8")
    (tmp_path / "note.md").write_text("# The pond\n\nDate: 4 March 2026\n\nWe walked.\n", encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        done = circle("import", *arguments, "--log", str(log))
        return done.returncode, done.stdout, done.stderr

    return run
