"""`circle check --since`: only what changed is looked at, and what all else rests on; and it says when it cannot."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from making import approve, git, put_point, put_session

from circle_cli.commands.checking.found.since import Since
from circle_cli.identifiers.lists import Lists
from circle_cli.log.start import start_log
from circle_cli.points.record import LearningPoint
from circle_cli.vocabulary import LogKind

Run = Callable[..., Any]
OLD = "guidance/learning-points/k3f9abcd.md"


@pytest.fixture
def older(log: Path, session: Path, published: Path) -> Path:
    """A learning point that was changed by hand in an earlier commit, and so is not in order."""
    published.write_text(published.read_text(encoding="utf-8").replace("year: 2026", "year: 2025"), encoding="utf-8")
    git(log, "commit", "-qam", "By hand")
    return published


def places(done: Any) -> list[str]:
    return [each["path"] for each in json.loads(done.stdout)["findings"]]


def test_what_was_so_before_is_passed_over_and_what_is_new_is_not(
    circle: Run, log: Path, older: Path, point: LearningPoint, lists: Lists
) -> None:
    assert {*places(circle("check", "--json", cwd=log))} == {OLD}
    done = circle("check", "--since", "HEAD", cwd=log)
    assert done.returncode == 0 and "All is well" in done.stderr
    assert "what has changed since commit" in done.stderr and "names in all sessions" in done.stderr
    put_point(log, approve(replace(point, id="abcd2345"), lists=lists.version))  # git does not know it yet
    path = log / "guidance/learning-points/abcd2345.md"
    path.write_text(path.read_text(encoding="utf-8").replace("year: 2026", "year: 2024"), encoding="utf-8")
    done = circle("check", "--json", "--since", "HEAD", cwd=log)
    assert done.returncode == 1 and set(places(done)) == {"guidance/learning-points/abcd2345.md"}
    assert OLD in circle("check", "--since", "HEAD~1", cwd=log).stdout


@pytest.mark.parametrize("mark", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_is_told_to_take_for_unchanged_is_looked_at(
    circle: Run, log: Path, session: Path, published: Path, mark: str
) -> None:
    git(log, "update-index", mark, OLD)
    published.write_text(published.read_text(encoding="utf-8").replace("year: 2026", "year: 2025"), encoding="utf-8")
    done = circle("check", "--json", "--since", "HEAD", cwd=log)
    assert done.returncode == 1 and OLD in places(done)


@pytest.mark.parametrize("known", [False, True])
def test_a_history_of_its_own_inside_the_log_hides_nothing(
    circle: Run, log: Path, session: Path, published: Path, known: bool
) -> None:
    inner = published.parent
    git(log, "rm", "-rq", "--cached", "guidance/learning-points")
    git(log, "commit", "-qm", "Apart")
    git(inner, "init", "-q")
    git(inner, "add", ".")
    git(inner, "commit", "-qm", "Inside")
    if known:
        git(log, "config", "-f", ".gitmodules", "submodule.x.path", "guidance/learning-points")
        git(log, "config", "-f", ".gitmodules", "submodule.x.ignore", "all")
        git(log, "add", ".gitmodules", "guidance/learning-points")
        git(log, "commit", "-qm", "With a module")
    published.write_text(published.read_text(encoding="utf-8").replace("year: 2026", "year: 2025"), encoding="utf-8")
    done = circle("check", "--json", "--since", "HEAD", cwd=log)
    assert done.returncode == 1 and OLD in places(done)


def test_a_new_name_is_looked_for_in_what_has_long_been_public(
    circle: Run, log: Path, point: LearningPoint, lists: Lists
) -> None:
    put_point(log, approve(replace(point, parts={**point.parts, "how": "Ask Zyxwold first."}), lists=lists.version))
    git(log, "add", ".")
    git(log, "commit", "-qm", "x")
    put_session(log, "2026-11-20-b2cd", "x", 'cast:\n  - {name: "Zyxwold", say: "the manager"}\n')
    done = circle("check", "--since", "HEAD", cwd=log)
    assert done.returncode == 1 and f"{OLD}:" in done.stdout and "Zyxwold" not in done.stdout + done.stderr


def test_a_session_that_did_not_change_is_read_where_something_did_that_others_may_read(
    circle: Run, log: Path, session: Path, point: LearningPoint, lists: Lists
) -> None:
    session.write_text(session.read_text(encoding="utf-8").replace("mode:", "mood:"), encoding="utf-8")
    git(log, "commit", "-qam", "By hand")
    put_session(log, "2026-11-20-b2cd", "x")
    assert circle("check", "--since", "HEAD", cwd=log).returncode == 0
    put_point(log, approve(replace(point, id="abcd2345"), lists=lists.version))
    done = circle("check", "--since", "HEAD", cwd=log)
    assert done.returncode == 1 and "sessions/2026/2026-11-23-k3f9" in done.stdout  # nobody knows who is in it


def test_where_what_all_is_judged_by_has_changed_all_is_looked_at(circle: Run, log: Path, older: Path) -> None:
    (log / "circle.yml").write_text("smallest-group: 4\n", encoding="utf-8")
    done = circle("check", "--since", "HEAD", cwd=log)
    assert done.returncode == 1 and OLD in done.stdout and "circle.yml has changed" in done.stderr


def test_the_rest_of_the_history_of_a_branch_that_went_on_is_not_its_own(circle: Run, log: Path, older: Path) -> None:
    git(log, "checkout", "-qb", "mine", "HEAD~1")
    git(log, "commit", "-q", "--allow-empty", "-m", "Mine")
    done = circle("check", "--since", "main", cwd=log)
    assert done.returncode == 0, done.stdout


def test_a_logo_is_looked_at_by_whatever_name_it_has(tmp_path: Path) -> None:
    for name, looked_at in (("crest.png", True), ("logo.png", True), ("sessions/crest.png", False)):
        changed = Since(root=tmp_path, commit="a", changed=frozenset((name,)))
        assert (changed.touches_site, changed.needs_every_name) == (looked_at, looked_at)


@pytest.mark.parametrize("rev", ["nowhere", "--all", "HEAD:circle.yml", ""])
def test_a_commit_that_is_not_there_is_said(circle: Run, log: Path, rev: str) -> None:
    done = circle("check", f"--since={rev}", cwd=log)
    assert done.returncode == 2 and "no such commit" in done.stderr and "--unshallow" in done.stderr


def test_where_there_is_no_history_all_has_to_be_looked_at(circle: Run, log: Path) -> None:
    (log / ".git").rename(log.parent / "elsewhere")
    done = circle("check", "--since", "HEAD", cwd=log)
    assert done.returncode == 2 and "leave --since out" in done.stderr


def test_a_copy_of_the_last_commits_of_a_base_is_not_taken_for_all_of_it(circle: Run, tmp_path: Path) -> None:
    base, copy = tmp_path / "base", tmp_path / "copy"
    assert start_log(base, kind=LogKind.BASE).done
    git(base, "commit", "-q", "--allow-empty", "-m", "x")
    git(base, "clone", "-q", "--depth", "1", base.as_uri(), str(copy))
    done = circle("check", cwd=copy)
    assert done.returncode == 1 and "private-in-base" in done.stdout and "--unshallow" in done.stdout
    assert circle("site", cwd=copy).returncode == 65
    assert circle("check", "--since", "HEAD", cwd=copy).returncode == 0  # what came after that one is all there
    git(copy, "fetch", "-q", "--unshallow")
    assert circle("check", cwd=copy).returncode == 0


def test_a_copy_of_the_last_commits_of_a_teams_log_says_what_it_cannot_see(
    circle: Run, log: Path, session: Path, tmp_path: Path
) -> None:
    git(log, "clone", "-q", "--depth", "1", log.as_uri(), str(tmp_path / "copy"))
    done = circle("check", cwd=tmp_path / "copy")
    assert done.returncode == 0 and "only the last commits" in done.stderr
