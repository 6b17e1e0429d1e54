"""A git that is stopped from outside has given no answer: what it would have said is never taken for nothing."""

import os
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.log.syncing.history import History


@pytest.mark.skipif(os.name != "posix", reason="a git that ends itself is a shell script")
def test_a_commit_that_a_stopped_git_did_not_name_is_not_taken_for_none(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = History(root=log)
    assert history.commit("HEAD")
    assert history.commit("refs/heads/not-there") == ""
    stopped = tmp_path / "bin" / "git"
    stopped.parent.mkdir()
    stopped.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    stopped.chmod(0o755)
    monkeypatch.setenv("PATH", f"{stopped.parent}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(CircleError, match="it was stopped"):
        history.commit("HEAD")
