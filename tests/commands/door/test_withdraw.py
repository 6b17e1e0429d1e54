"""`circle withdraw`: a notice stays, the words go, and it is said honestly where they may still be."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from making import git

from circle_cli.points.file import read_point
from circle_cli.points.folder import read_published
from circle_cli.points.notices import notice_of, read_notices
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.session.file import read_session
from circle_cli.share.proposal import State
from circle_cli.vocabulary import Share

Run = Callable[..., Any]
NOTICE = f'---\ncircle: 1\nkind: learning-point\nid: "k3f9abcd"\nwithdrawn: {date.today().year}\n---\n'


def test_a_notice_stays_and_the_words_go(circle: Run, log: Path, published: Path) -> None:
    done = circle("withdraw", "k3f9", "--yes", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert published.read_text(encoding="utf-8") == NOTICE


def test_a_notice_of_its_own_wins_over_words_that_come_back(circle: Run, log: Path, published: Path) -> None:
    words = published.read_bytes()
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    assert read_notices(log / "guidance") == (Withdrawn(id="k3f9abcd", year=date.today().year),)
    git(log, "checkout", "HEAD~1", "--", "guidance/learning-points/k3f9abcd.md")
    assert published.read_bytes() == words
    held = read_published(published.parent)
    assert (held.points, [each.id for each in held.withdrawn]) == ((), ["k3f9abcd"])
    done = circle("check", "--json", cwd=log)
    assert [each["kind"] for each in json.loads(done.stdout)["findings"]] == ["withdrawn"]
    done = circle("tried", "k3f9", "--outcome", "worked", cwd=log)
    assert (done.returncode, "was withdrawn" in done.stderr) == (2, True)
    assert circle("withdraw", "k3f9", cwd=log).returncode == 0  # nothing to ask: it is
    assert published.read_text(encoding="utf-8") == NOTICE


def test_a_withdrawn_one_stays_so_when_a_branch_that_knows_it_is_merged(
    circle: Run, log: Path, published: Path
) -> None:
    git(log, "checkout", "-qb", "older")
    published.write_text(published.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    git(log, "commit", "-qam", "Another spelling")
    git(log, "checkout", "-q", "-")
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    git(log, "merge", "-q", "-X", "theirs", "older")
    assert "Ask where" in published.read_text(encoding="utf-8")
    assert not read_published(published.parent).points


def test_one_that_was_withdrawn_by_an_earlier_version_gets_its_notice(circle: Run, log: Path, published: Path) -> None:
    published.write_text(NOTICE, encoding="utf-8")
    assert circle("withdraw", "k3f9", cwd=log).returncode == 0
    assert [each.id for each in read_published(published.parent).withdrawn] == ["k3f9abcd"]
    assert len(read_notices(log / "guidance")) == 1


def test_its_commit_holds_it_alone_and_says_nothing_of_its_origin(
    circle: Run, log: Path, published: Path, session: Path
) -> None:
    assert circle("withdraw", "k3f9abcd", "--yes", "--require-commit", cwd=log).returncode == 0
    said = git(log, "log", "--format=%B", "--name-only", "--", "guidance").split("\n")
    assert [line for line in said if line][:3] == [
        "Withdraw learning point k3f9abcd",
        "guidance/learning-points/k3f9abcd.md",
        "guidance/withdrawn/k3f9abcd.md",
    ]
    assert git(log, "show", "--format=", "--name-only", "HEAD").strip() == session.relative_to(log).as_posix()


def test_the_sessions_own_point_is_private_again_and_nothing_else_changes(
    circle: Run, log: Path, published: Path, session: Path
) -> None:
    before = session.read_text(encoding="utf-8").split("\n")
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    after = session.read_text(encoding="utf-8").split("\n")
    assert [line for line in before if line not in after] == [
        '  - {id: 1, text: "Let Amira choose.", scope: general, share: published, point: k3f9abcd}   # hers'
    ]
    first, second = read_session(session).learning_points
    assert (first.share, first.point) == (Share.NO, None)
    assert second.share is Share.NO


def test_it_says_where_the_words_may_still_be(
    circle: Run, log: Path, published: Path, point: LearningPoint, proposed: Callable[..., Path]
) -> None:
    proposal = proposed(point, State.APPROVED)
    git(log, "remote", "add", "team", "https://example.org/log.git")
    said = circle("withdraw", "k3f9", "--yes", cwd=log).stderr
    places = (
        "circle site",
        "history of this log",
        "elsewhere (https://example.org/log.git)",
        "search engines",
        "archives",
        str(proposal),
    )
    for place in places:
        assert place in said


def test_without_a_terminal_it_asks_for_the_flag(circle: Run, log: Path, published: Path) -> None:
    before = published.read_bytes()
    done = circle("withdraw", "k3f9", cwd=log)
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert published.read_bytes() == before


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_it_is_explained_and_asked(at_terminal: Run, published: Path, flags: tuple[str, ...]) -> None:
    before = published.read_bytes()
    child = at_terminal("withdraw", "k3f9", *flags)
    child.expect("Let people choose the place.*a short notice stays.*Take it back")
    child.send("\r")
    child.expect("Nothing was changed")
    assert published.read_bytes() == before
    child = at_terminal("withdraw", "k3f9", *flags)
    child.expect("Yes, take it back")
    child.send("2\r")
    child.expect(r"Withdrawn:\s")
    child.expect("search engines")
    assert isinstance(read_point(published), Withdrawn)


def test_what_was_interrupted_is_seen_through_to_the_end(
    circle: Run, log: Path, published: Path, session: Path
) -> None:
    published.write_text(NOTICE, encoding="utf-8")  # and killed before the session was reached
    done = circle("withdraw", "k3f9", cwd=log)
    assert (done.returncode, "Withdrawn already" in done.stderr) == (0, True)
    assert read_session(session).learning_points[0].share is Share.NO
    assert published.read_text(encoding="utf-8") == NOTICE


def test_a_malformed_one_is_taken_back_all_the_same(circle: Run, log: Path, published: Path) -> None:
    published.write_text("---\nkind: nonsense\n---\nAmira\n", encoding="utf-8")
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    assert published.read_text(encoding="utf-8") == NOTICE


def test_a_link_is_never_written_through(circle: Run, log: Path, published: Path, session: Path) -> None:
    before = session.read_bytes()
    published.unlink()
    published.symlink_to(session)
    done = circle("withdraw", "k3f9", "--yes", cwd=log)
    assert (done.returncode, session.read_bytes()) == (65, before)


@pytest.mark.parametrize("short", ["zzzz", "", "k3f9abcde", "../x"])
def test_an_id_that_is_not_there_is_said(circle: Run, log: Path, published: Path, short: str) -> None:
    done = circle("withdraw", "--yes", "--", short, cwd=log)
    assert done.returncode == 2
    assert "no learning point of that id" in done.stderr


def test_a_short_id_that_fits_two_names_both(circle: Run, log: Path, published: Path) -> None:
    published.with_name("k3f9wxyz.md").write_text(NOTICE, encoding="utf-8")
    done = circle("withdraw", "k3f9", "--yes", cwd=log)
    assert done.returncode == 2
    assert "k3f9abcd, k3f9wxyz" in done.stderr


def test_without_git_it_is_withdrawn_and_said(circle: Run, log: Path, published: Path) -> None:
    (log / ".git").rename(log / "git-was-here")
    done = circle("withdraw", "k3f9", "--yes", "--require-commit", cwd=log)
    assert done.returncode == 3
    assert published.read_text(encoding="utf-8") == NOTICE


def test_one_whose_notice_is_gone_is_named_and_no_site_is_built_with_it(
    circle: Run, log: Path, published: Path
) -> None:
    words = published.read_bytes()
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    notice_of(log / "guidance", "k3f9abcd").unlink()
    published.write_bytes(words)
    git(log, "commit", "-qam", "As it was")
    done = circle("check", "--json", cwd=log)
    named = {(each["path"], each["kind"]) for each in json.loads(done.stdout)["findings"]}
    assert named >= {
        ("guidance/withdrawn/k3f9abcd.md", "withdrawn"),
        ("guidance/learning-points/k3f9abcd.md", "approval-out-of-date"),
    }
    plain = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=log, capture_output=True, text=True, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )  # fmt: skip
    for refused in (plain, circle("site", cwd=log), circle("site", "--export", "../out", cwd=log)):
        assert refused.returncode != 0
        assert "the notice of that is gone" in refused.stderr
    assert not (log / "site/index.html").exists() and not (log.parent / "out").exists()
    assert circle("withdraw", "k3f9", "--yes", cwd=log).returncode == 0
    assert json.loads(circle("check", "--json", cwd=log).stdout)["findings"] == []
