"""What git's history holds, and that a git which was killed has said nothing about it."""

from pathlib import Path

import pytest
from committed import DONE, put_file

from circle_cli.errors import CircleError
from circle_cli.log.history import git, past
from circle_cli.log.history.git import commit
from circle_cli.log.history.past import content_at, past_changes, touched, tracked, who_changed, who_wrote
from circle_cli.system.running import Output


@pytest.mark.parametrize("code", [-9, None], ids=["killed", "too slow"])
def test_a_git_that_was_stopped_has_not_said_that_there_is_nothing(
    log: Path, monkeypatch: pytest.MonkeyPatch, code: int | None
) -> None:
    monkeypatch.setattr(past, "run_git", lambda *_, **__: Output(code=code))
    for ask in (
        lambda: list(past_changes(log)),
        lambda: touched(log, "HEAD"),
        lambda: content_at(log, "HEAD", log / "circle.yml"),
        lambda: tracked(log, "sessions"),
        lambda: who_changed(log, log / "circle.yml", lambda _: False),
    ):
        with pytest.raises(CircleError, match="git did not say"):
            ask()


def test_what_was_not_there_is_told_from_what_was(log: Path) -> None:
    assert content_at(log, "HEAD", log / "circle.yml") is not None
    for commit_, name in (("HEAD", "nowhere.md"), ("HEAD^", "circle.yml"), ("nobody", "circle.yml")):
        assert content_at(log, commit_, log / name) is None
    (log / "new.md").write_text("not committed")
    assert content_at(log, "HEAD", log / "new.md") is None


def test_a_file_that_went_is_not_taken_for_committed_when_git_did_not_say(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_file(log)
    assert commit(log, [path], "m") == DONE
    path.unlink()
    run = git.run_git
    with monkeypatch.context() as killed:
        killed.setattr(git, "run_git", lambda *a, **how: Output(code=-9) if "ls-files" in a else run(*a, **how))
        assert not commit(log, [path], "gone").done
    assert commit(log, [path], "gone") == DONE


def test_where_a_file_came_from_is_no_guess_when_git_did_not_say(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put_file(log)
    assert commit(log, [path], "m") == DONE
    assert [person.address for person in who_wrote(log, path)] == ["jo@example.org"]
    run = past.run_git
    monkeypatch.setattr(past, "run_git", lambda *a, **how: Output(code=-9) if "diff-tree" in a else run(*a, **how))
    with pytest.raises(CircleError, match="git did not say"):
        who_wrote(log, path)
