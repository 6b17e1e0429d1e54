"""What was withdrawn stays so, and an earlier wording stays earlier, where git's history knows it and files do not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import POINT, approve, git, notice, publish, put_point
from signed import known

from circle_cli.errors import CircleError
from circle_cli.points import history
from circle_cli.points.folder import read_published
from circle_cli.points.history import lost_notices, older_wordings, refuse_gone_back
from circle_cli.points.notices import notice_of, render_notice
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.signing.readers import Admitted
from circle_cli.system.running import NO_GIT_CODE, Output
from circle_cli.vocabulary import Was

REPORT = "abcd2345"


def keep(log: Path, message: str) -> str:
    git(log, "add", ".")
    git(log, "commit", "-qm", message)
    return git(log, "rev-parse", "HEAD").strip()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log with one learning point, committed; git knows who types."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Jo")
    git(tmp_path, "config", "user.email", "jo@example.org")
    publish(tmp_path)
    keep(tmp_path, f"Add learning point {POINT.id}")
    return tmp_path


def withdraw(log: Path, id_: str = POINT.id, was: Was = Was.POINT) -> Path:
    """Do as `circle withdraw` does, in a commit."""
    place = notice_of(log / "guidance", id_)
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(render_notice(Withdrawn(id=id_, year=2026, was=was)).encode())
    if was is Was.POINT:
        (log / "guidance/learning-points" / f"{id_}.md").write_text(notice(id_), encoding="utf-8")
    keep(log, "Withdrawn, in words of somebody's own")
    return place


def revise(log: Path, revision: int = 2, message: str = f"Revise learning point {POINT.id}") -> LearningPoint:
    point = approve(replace(POINT, revision=revision))
    put_point(log, point)
    keep(log, message)
    return point


def by_hand(log: Path) -> None:
    notice_of(log / "guidance", POINT.id).unlink()
    publish(log)


def by_a_commit(log: Path) -> None:
    git(log, "revert", "--no-edit", "HEAD")


def by_a_merge(log: Path) -> None:
    git(log, "checkout", "-q", "-b", "other", "HEAD~1")
    git(log, "commit", "-q", "--allow-empty", "-m", "Else")
    git(log, "merge", "-q", "-s", "ours", "--no-edit", "main")
    git(log, "branch", "-qD", "main")


def by_checking_out_what_was(log: Path) -> None:
    git(log, "checkout", "-q", "HEAD~1")


def by_going_back(log: Path) -> None:
    git(log, "reset", "-q", "--hard", "HEAD~1")


def by_files_of_an_older_state(log: Path) -> None:
    git(log, "rm", "-rq", "guidance/withdrawn")
    git(log, "checkout", "-q", "HEAD~1", "--", "guidance")
    keep(log, "Something else")


LOST = (
    by_hand,
    by_a_commit,
    by_a_merge,
    by_checking_out_what_was,
    by_going_back,
    by_files_of_an_older_state,
)


@pytest.mark.parametrize("how", LOST)
def test_a_notice_that_is_gone_is_known_however_it_went(log: Path, how: Callable[[Path], None]) -> None:
    place = withdraw(log)
    refuse_gone_back(log / "guidance", known())
    how(log)
    assert not place.exists()
    [lost] = lost_notices(log / "guidance")
    assert lost.where and lost.where.path == place
    with pytest.raises(CircleError, match="the notice of that is gone"):
        read_published(log / "guidance/learning-points")
    *_, command = lost.do.rpartition(": ")
    git(log, *command.split()[1:])
    assert lost_notices(log / "guidance") == []
    assert read_published(log / "guidance/learning-points").points == ()


def test_so_is_the_notice_for_a_report(log: Path) -> None:
    withdraw(log, REPORT, Was.REPORT).unlink()
    with pytest.raises(CircleError, match=f"{REPORT}.md: it was withdrawn"):
        read_published(log / "guidance/learning-points")


BY_MESSAGE = (f"Revise learning point {POINT.id}", "Squashed (#7)\n\n* Revise learning point x")


@pytest.mark.parametrize(("message", "many"), [("Any words", 2000), *((each, 0) for each in BY_MESSAGE)])
@pytest.mark.parametrize("kept", [True, False])
def test_an_earlier_wording_does_not_come_back(
    log: Path, monkeypatch: Any, message: str, many: int, kept: bool
) -> None:
    monkeypatch.setattr(history, "_MANY", many)
    first = publish(log).read_bytes()
    revise(log, 2, message)
    revise(log, 3, message)
    refuse_gone_back(log / "guidance", known())
    path = log / "guidance/learning-points" / f"{POINT.id}.md"
    path.write_bytes(first)
    if kept:
        keep(log, "As it was")
    with pytest.raises(CircleError, match="wording 1, in the place of wording 3") as refused:
        read_published(path.parent)
    *_, command = refused.value.do.rpartition(": ")
    git(log, *command.split()[1:])
    assert [each.revision for each in read_published(path.parent).points] == [3]


def test_words_in_the_place_of_an_earlier_versions_notice_do_not_come_back(log: Path) -> None:
    path = log / "guidance/learning-points" / f"{POINT.id}.md"
    path.write_text(notice(POINT.id), encoding="utf-8")
    keep(log, f"Withdraw learning point {POINT.id}")
    refuse_gone_back(log / "guidance", known())
    publish(log)
    with pytest.raises(CircleError, match="its words are back"):
        read_published(path.parent)


def test_a_later_wording_on_another_branch_makes_this_one_no_earlier(log: Path) -> None:
    git(log, "checkout", "-q", "-b", "other")
    revise(log)
    git(log, "checkout", "-q", "main")
    refuse_gone_back(log / "guidance", known())
    assert len(read_published(log / "guidance/learning-points").points) == 1


@pytest.mark.parametrize("seed", [None, 2])
def test_a_later_wording_that_no_reader_signed_is_none(log: Path, seed: int | None) -> None:
    forged = replace(POINT, revision=99)
    put_point(log, forged if seed is None else approve(forged, seed=seed))
    keep(log, f"Revise learning point {POINT.id}")
    revise(log)
    assert len(read_published(log / "guidance/learning-points").points) == 1
    first = publish(log)
    with pytest.raises(CircleError, match="in the place of wording 2"):
        read_published(first.parent)


def test_one_whose_reader_is_none_any_more_is_a_later_wording_still(log: Path) -> None:
    first = publish(log).read_bytes()
    revise(log)
    (log / "guidance/learning-points" / f"{POINT.id}.md").write_bytes(first)
    ended = Admitted(readers=tuple(replace(each, until=each.since) for each in known().readers))
    assert len(older_wordings(log / "guidance", ended)) == 1


def test_what_a_text_says_of_revisions_is_no_revision(log: Path) -> None:
    lines = "They said:\n\nrevision: 99\n\nwithdrawn: 2026"
    put_point(log, approve(replace(POINT, revision=2, parts={**POINT.parts, "how": lines})))
    keep(log, f"Revise learning point {POINT.id}")
    refuse_gone_back(log / "guidance", known())
    assert older_wordings(log / "guidance", known()) == []


def test_where_there_is_no_history_nothing_is_asked_of_it(tmp_path: Path, monkeypatch: Any) -> None:
    publish(tmp_path)
    refuse_gone_back(tmp_path / "guidance", known())
    git(tmp_path, "init", "-q")
    refuse_gone_back(tmp_path / "guidance", known())  # nothing is committed yet
    (tmp_path / ".git").rename(tmp_path / "not-here")
    monkeypatch.setenv("PATH", "")
    refuse_gone_back(tmp_path / "guidance", known())


@pytest.mark.parametrize("code", [None, -9, 128, NO_GIT_CODE])
def test_a_history_that_git_does_not_tell_is_none_that_knows_of_nothing(log: Path, monkeypatch: Any, code: int) -> None:
    monkeypatch.setattr(history, "run_git", lambda *_, limit: Output(code=code, err=b"fatal: dubious ownership"))
    with pytest.raises(CircleError, match="git did not say what was withdrawn here"):
        read_published(log / "guidance/learning-points")


def test_where_nothing_could_come_back_git_is_not_asked(log: Path, monkeypatch: Any) -> None:
    (log / "guidance/learning-points" / f"{POINT.id}.md").unlink()
    monkeypatch.setattr(history, "run_git", lambda *_, limit: Output(code=None))
    refuse_gone_back(log / "guidance", known())


def test_settings_of_git_change_nothing_of_what_it_says(log: Path) -> None:
    first = publish(log).read_bytes()
    revise(log)
    for key, value in (
        ("log.showRoot", "false"), ("log.showSignature", "true"), ("diff.noprefix", "true"), ("color.ui", "always"),
        ("diff.external", "false"), ("diff.renames", "copies"), ("grep.patternType", "perl"), ("diff.context", "9"),
        ("format.pretty", "oneline"), ("log.follow", "true"), ("diff.interHunkContext", "9"), ("log.date", "raw"),
    ):  # fmt: skip
        git(log, "config", key, value)
    (log / ".gitattributes").write_text("*.md binary\n", encoding="utf-8")
    withdraw(log, REPORT, Was.REPORT).unlink()
    (log / "guidance/learning-points" / f"{POINT.id}.md").write_bytes(first)
    assert (len(lost_notices(log / "guidance")), len(older_wordings(log / "guidance", known()))) == (1, 1)


def test_a_log_in_a_folder_of_another_repository_is_asked_in_its_folder(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for log in (tmp_path / "ours", tmp_path / "theirs"):
        publish(log)
        keep(log, "A log")
    withdraw(tmp_path / "theirs")
    place = withdraw(tmp_path / "ours")
    place.unlink()
    assert [each.where and each.where.path for each in lost_notices(tmp_path / "ours/guidance")] == [place]
    assert lost_notices(tmp_path / "theirs/guidance") == []
    *_, command = lost_notices(tmp_path / "ours/guidance")[0].do.rpartition(": ")
    git(tmp_path / "ours", *command.split()[1:])
    assert place.exists()


def test_a_copy_without_its_history_knows_only_the_notices_that_lie_in_it(log: Path, tmp_path: Path) -> None:
    withdraw(log)
    by_a_commit(log)
    copy = tmp_path / "copy"
    git(log, "clone", "-q", "--depth", "1", log.as_uri(), str(copy))
    assert len(lost_notices(log / "guidance")) == 1
    assert lost_notices(copy / "guidance") == []  # and so SECURITY.md says
