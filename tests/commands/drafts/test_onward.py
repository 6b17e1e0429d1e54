"""What one might do next with something that was decided: whoever shares the log gets it first."""

from pathlib import Path

from making import git

from circle_cli.commands.drafts.interview import onward, to_others
from circle_cli.log.folder import Log
from circle_cli.log.start import start_log


def test_in_a_log_that_is_shared_what_was_decided_is_sent_first(tmp_path: Path) -> None:
    start_log(tmp_path / "log")
    log = Log(root=tmp_path / "log")
    assert to_others(log) == ()
    assert [command for command, _ in onward(log)] == ["circle site"]
    git(log.root, "remote", "add", "origin", str(tmp_path / "team.git"))
    assert [command for command, _ in onward(log)] == ["circle sync", "circle site"]
