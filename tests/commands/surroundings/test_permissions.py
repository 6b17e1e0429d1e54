"""A log of which some may not be read by whoever looks: that is named, and the rest is shown."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import put_session
from running import NOBODY, Ended, run_copied

pytestmark = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may be somebody else")


@pytest.fixture
def shared() -> Iterator[Path]:
    """A log that everybody may look into: not in pytest's folders, which each start of pytest closes."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        for name in ("2026-11-23-k3f9", "2025-11-23-m3f9"):
            put_session(
                log, name, f"Of {name[:4]}", "action_points:\n  - {id: 1, what: Ring}\n", what_worked="A heron."
            )
        (log / "circle.yml").touch()
        (log / "identifier-check").mkdir()
        (log / "identifier-check" / "names.txt").write_text("[always]\nZebedee\n")
        (log / "guidance" / "questions").mkdir(parents=True)
        for path in (Path(folder), log, *log.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield log


def as_nobody(log: Path, words: str) -> Ended:
    return run_copied("--log", str(log), *words.split(), cwd=Path("/"), env=os.environ, **NOBODY)


@pytest.mark.parametrize("words", ["list", "search heron", "actions"])
@pytest.mark.parametrize("closed", ["sessions/2025", "sessions/2025/2025-11-23-m3f9-of-2025.md"])
def test_what_may_be_read_is_shown_beside_what_may_not(shared: Path, words: str, closed: str) -> None:
    (shared / closed).chmod(0)
    done = as_nobody(shared, words)
    assert (done.returncode, "Of 2026" in done.stdout + ("Of 2026" if words == "actions" else "")) == (0, True)
    assert done.stdout.strip()
    left_out = [line for line in done.stderr.split("\n") if "Permission denied" in line]
    assert [line.partition(": could not be")[0] for line in left_out] == [f"Left out: {shared / closed}"]


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        ("circle.yml", "check"),
        ("identifier-check/names.txt", "scan -"),
        ("identifier-check", "scan -"),
        ("guidance/questions", "print cards --to -"),
        ("guidance", "print cards --to -"),
        ("sessions/2025/2025-11-23-m3f9-of-2025.md", "show m3f9"),
        ("sessions/2025/2025-11-23-m3f9-of-2025.md", "check"),
        ("sessions", "check"),
    ],
)
def test_what_may_not_be_read_is_named(shared: Path, closed: str, words: str) -> None:
    (shared / closed).chmod(0)
    done = as_nobody(shared, words)
    assert done.returncode in (1, 77)
    assert "Traceback" not in done.stderr
    assert "Permission denied" in done.stdout + done.stderr
