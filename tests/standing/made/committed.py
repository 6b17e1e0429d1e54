"""A file that is to be committed, and what holds where it could not be."""

from collections.abc import Callable
from pathlib import Path

from circle_cli.log.folder import Trust
from circle_cli.log.history.git import Commit

Git = Callable[..., str]
DONE = Commit(done=True)
OURS = Trust(knows=lambda *_: True, keep=lambda *_: None)
"""Of somebody who set, or agreed to, whatever git runs."""


def put_file(log: Path, name: str = "sessions/2026/a.md", text: str = "text\n") -> Path:
    path = log / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def assert_saved_only(log: Path, git: Git, said: Commit, *words: str) -> None:
    """Not committed and said why; the index is as it was, and the file is there."""
    assert not said.done
    assert said.fix
    for word in words:
        assert word in said.reason + "\n" + said.fix
    assert git(log, "status", "--porcelain", "-uall", "--", "sessions") == "?? sessions/2026/a.md\n"
    assert (log / "sessions/2026/a.md").read_text() == "text\n"
