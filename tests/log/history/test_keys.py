"""The key that somebody signs with: whole or not there, whatever is killed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from circle_cli.log.history import keys
from circle_cli.log.history.keys import keys_of


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="it makes the key")
def test_half_a_key_that_a_kill_left_is_no_key_and_is_cleared_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", ""])
    ended.wait()
    left = tmp_path / f"key-for-approving-{ended.pid}-x" / "made"
    left.mkdir(parents=True)
    (left / "key").write_text("half of a private")
    (key,) = keys_of(tmp_path)
    assert key.path.is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["key-for-approving"]


def test_of_a_maker_that_is_still_at_work_nothing_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / "key-for-approving-1-x"
    left.mkdir()
    monkeypatch.setattr(keys, "_make", lambda _: sys.exit(9))
    with pytest.raises(SystemExit):
        keys_of(tmp_path)
    assert left.is_dir()
