"""A learning log whose beginning was stopped: doing it again makes it whole, and git has all of it."""

from pathlib import Path

import pytest
from committed import DONE, Git

from circle_cli.log import start
from circle_cli.log.intents import left_behind
from circle_cli.log.start import start_log
from circle_cli.system.running import Output
from circle_cli.vocabulary import LogKind

WHOLE = """\
.gitattributes
.gitignore
circle.yml
guidance/.gitkeep
mkdocs.yml
sessions/.gitkeep
site/.gitignore
"""


@pytest.mark.parametrize("step", ["create", "init"])
def test_what_was_begun_goes_into_the_history_later(
    tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    done = 0

    def stopped_at_the_third(*arguments: object) -> object:
        nonlocal done
        done += 1
        if step == "init" or done > 2:  # two files are there then
            raise KeyboardInterrupt
        return create(*arguments)

    create = start.create
    with monkeypatch.context() as stopped:
        stopped.setattr(start, step, stopped_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            start_log(tmp_path / "log")
    assert start_log(tmp_path / "log") == DONE
    assert git(tmp_path / "log", "ls-files") == WHOLE
    assert git(tmp_path / "log", "status", "--porcelain") == ""
    assert list((tmp_path / "log" / ".circle" / "intents").iterdir()) == []


def test_git_never_finds_half_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*arguments: object, **_: object) -> Output:
        made = Path(str(arguments[-1], "utf-8"))  # type: ignore[call-overload]  # the folder, as git takes it
        (made / ".git").mkdir()
        (made / ".git" / "config.lock").touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(start, "run_git", killed)
        stopped.setattr(start, "remove_tree", lambda _: None)  # a kill tidies nothing up
        with pytest.raises(KeyboardInterrupt):
            start.init(tmp_path)
    assert not (tmp_path / ".git").exists()
    (left,) = (tmp_path / ".circle").iterdir()
    left.rename(left.with_name("beginning-99999999"))  # a program that is there no longer
    assert start.init(tmp_path) == DONE
    assert list((tmp_path / ".circle").iterdir()) == []


def test_said_again_in_a_base_it_makes_no_room_for_sessions_there(tmp_path: Path) -> None:
    start_log(tmp_path / "base", kind=LogKind.BASE)
    assert start_log(tmp_path / "base").done
    assert not (tmp_path / "base" / "sessions").exists()
    assert left_behind(tmp_path / "base") == []  # nor does anything wait that git would never take
