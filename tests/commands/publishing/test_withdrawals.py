"""What only takes something out, a base's CI takes in by itself; whatever else came in waits for an editor."""

import os
from pathlib import Path

import pytest
from making import git, notice, publish, put_report, report
from running import Run
from signed import approve_report

from circle_cli.commands.checking.found.bases.removing import only_removes
from circle_cli.commands.receiving.arrived import incoming
from circle_cli.log.folder import Log
from circle_cli.log.travel.incoming import Branch, Change
from circle_cli.points.folder import read_published
from circle_cli.points.history import lost_notices
from circle_cli.points.notices import notice_of, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.vocabulary import Was


@pytest.fixture
def editor(base: Path, tmp_path: Path) -> Path:
    """A base's own clone, which has two learning points and a report."""
    log = tmp_path / "editor"
    for id_ in ("k3f9abcd", "mmmmabcd"):
        publish(log, id=id_, tried=())
    put_report(log, approve_report(report()))
    git(log, "add", ".")
    git(log, "commit", "-qm", "Two")
    return log


def put(log: Path, branch: str, files: dict[str, str | None]) -> None:
    """Have a branch come in that makes this of some files."""
    git(log, "checkout", "-q", "-b", branch)
    for path, text in files.items():
        (log / path).parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            (log / path).unlink()
        else:
            (log / path).write_text(text, encoding="utf-8")
    git(log, "add", "-A")
    git(log, "commit", "-qm", "x")
    git(log, "checkout", "-q", "main")


def gone(id_: str) -> dict[str, str | None]:
    return {f"guidance/withdrawn/{id_}.md": notice_file(id_), f"guidance/learning-points/{id_}.md": notice(id_)}


def notice_file(id_: str, was: Was = Was.POINT) -> str:
    return render_notice(Withdrawn(id=id_, year=2026, was=was))


def test_a_ci_takes_out_what_is_asked_with_no_name_and_no_terminal(
    editor: Path, circle: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(editor, "in/aaaa", gone("k3f9abcd"))
    told = notice_file("abcd2345", Was.REPORT)
    put(editor, "in/bbbb", {"guidance/withdrawn/abcd2345.md": told, "guidance/reports/abcd2345.md": None})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    checked = circle("check", cwd=editor)
    assert checked.returncode == 0 and "in/aaaa, in/bbbb only take something out" in checked.stderr, checked.stdout
    done = circle("review", "--withdrawals", "--require-commit", cwd=editor)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["in/aaaa", "in/bbbb"]
    assert "abcd2345, k3f9abcd" in done.stderr
    assert git(editor, "log", "-1", "--format=%an %cn") == "circle circle\n" and "GIT_AUTHOR_NAME" not in os.environ
    assert git(editor, "status", "--porcelain") == ""
    assert "Ask where" not in git(editor, "grep", "-h", "", "main", "--", "guidance/learning-points/k3f9abcd.md")
    assert not (editor / "guidance/reports/abcd2345.md").exists()
    again = circle("review", "--withdrawals", "--require-commit", cwd=editor)
    assert (again.returncode, again.stdout) == (0, "") and "nothing" in again.stderr


def changes(files: dict[str, str | None]) -> dict[str, Change]:
    return {
        path: Change(content=None if text is None else text.encode(), is_taken_out=text is None)
        for path, text in files.items()
    }


BESIDE: dict[str, dict[str, str | None]] = {
    "a learning point": {"guidance/learning-points/zzzzabcd.md": "x\n"},
    "another's words": {"guidance/learning-points/mmmmabcd.md": "x\n"},
    "a file taken out": {"guidance/learning-points/mmmmabcd.md": None},
    "its own file taken out whole": {"guidance/learning-points/k3f9abcd.md": None},
    "a file of the base": {"circle.yml": "kind: base\n\n"},
    "who may approve": {"readers": "# asks: nobody\n"},
    "a notice that says more": {"guidance/withdrawn/mmmmabcd.md": notice_file("mmmmabcd") + "Zebedee\n"},
    "words that no reader of a notice sees": {
        "guidance/withdrawn/mmmmabcd.md": notice_file("mmmmabcd").replace("---\n", "---\n# Zebedee\n", 1)
    },
    "a notice under another id": {"guidance/withdrawn/mmmmabcd.md": notice_file("k3f9abcd")},
    "a notice of another thing": {"guidance/withdrawn/k3f9abcd.md": notice_file("k3f9abcd", Was.REPORT)},
    "words below a notice": {"guidance/learning-points/k3f9abcd.md": notice("k3f9abcd") + "Zebedee\n"},
    "a notice that is taken out": {"guidance/withdrawn/k3f9abcd.md": None},
}


@pytest.mark.parametrize("what", BESIDE)
def test_a_branch_that_does_anything_else_does_not_only_take_out(what: str) -> None:
    assert only_removes(Branch(name="in/aaaa", changes=changes(gone("k3f9abcd"))))
    assert only_removes(Branch(name="in/aaaa", changes=changes(gone("k3f9abcd") | BESIDE[what]))) == ()


def test_a_report_in_whose_place_something_else_stands_has_not_gone() -> None:
    asked = changes({"guidance/withdrawn/abcd2345.md": notice_file("abcd2345", Was.REPORT)})
    place = "guidance/reports/abcd2345.md"
    for is_taken_out in (True, False):  # as a link or a folder has no content, but is there
        change = Change(content=None, is_taken_out=is_taken_out)
        assert bool(only_removes(Branch(name="in/aaaa", changes=asked | {place: change}))) is is_taken_out


def test_a_notice_that_waits_has_withdrawn_nothing_yet_and_one_that_was_there_has(editor: Path, circle: Run) -> None:
    put(editor, "in/aaaa", gone("k3f9abcd") | {"readers": "# asks: nobody\n"})
    git(editor, "update-ref", "refs/remotes/origin/in/bbbb", "in/aaaa")
    guidance = editor / "guidance"
    assert lost_notices(guidance) == [] and len(read_published(guidance / "learning-points").points) == 2
    put(editor, "other", gone("mmmmabcd"))
    assert [error.where and error.where.path for error in lost_notices(guidance)] == [notice_of(guidance, "mmmmabcd")]
    git(editor, "branch", "-D", "other")
    git(editor, "merge", "-q", "in/aaaa")
    git(editor, "reset", "-q", "--hard", "HEAD^")
    assert notice_of(guidance, "k3f9abcd") in [error.where and error.where.path for error in lost_notices(guidance)]


def test_nothing_else_that_came_in_is_taken_in(editor: Path, circle: Run) -> None:
    put(editor, "in/aaaa", gone("k3f9abcd") | {"readers": "# asks: nobody\n"})
    put(editor, "in/bbbb", {"guidance/withdrawn/zzzzabcd.md": notice_file("zzzzabcd")})  # the base never had it
    put(editor, "in/cccc", {"guidance/withdrawn/k3f9abcd.md": notice_file("k3f9abcd", Was.REPORT)})  # it is no report
    before = git(editor, "rev-parse", "main")
    done = circle("review", "--withdrawals", cwd=editor)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert git(editor, "rev-parse", "main") == before and git(editor, "status", "--porcelain") == ""


def test_what_a_kill_left_of_the_words_goes_the_next_time(editor: Path, circle: Run) -> None:
    put(editor, "in/aaaa", gone("k3f9abcd"))
    place = notice_of(editor / "guidance", "k3f9abcd")
    place.parent.mkdir(exist_ok=True)
    place.write_text(notice_file("k3f9abcd"), encoding="utf-8")
    assert [each.id for each in incoming(Log(root=editor)).arrived] == ["k3f9abcd"]
    assert circle("review", "--withdrawals", cwd=editor).stdout == "in/aaaa\n"
    assert (editor / "guidance" / "learning-points" / "k3f9abcd.md").read_text("utf-8") == notice("k3f9abcd")
    assert incoming(Log(root=editor)).arrived == () and git(editor, "status", "--porcelain") == ""


def test_the_end_of_a_history_does_not_tell_what_a_branch_changes(
    editor: Path, team: Path, tmp_path: Path, circle: Run
) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", editor.as_uri(), "short")
    done = circle("review", "--withdrawals", cwd=tmp_path / "short")
    assert done.returncode == 2 and "fetch-depth: 0" in done.stderr
    done = circle("review", "--withdrawals", cwd=team)
    assert done.returncode == 2 and "is for a base" in done.stderr
    assert circle("review", "--withdrawals", "--lists", cwd=editor).returncode == 2


def test_what_is_withdrawn_goes_on_a_branch_of_its_own(team: Path, base: Path, tmp_path: Path, circle: Run) -> None:
    publish(team, tried=())
    git(team, "add", ".")
    git(team, "commit", "-qm", "One")
    assert circle("publish", "--confirm", "yes", cwd=team).returncode == 0
    (first,) = git(base, "for-each-ref", "--format=%(refname:short)", "refs/heads/in/").split()
    git(base, "update-ref", "refs/heads/main", first)
    git(base, "branch", "-qD", first)
    assert circle("withdraw", "k3f9", "--yes", cwd=team).returncode == 0
    publish(team, id="mmmmabcd", tried=())
    git(team, "add", ".")
    git(team, "commit", "-qm", "Two")
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 0 and len(done.stdout.split()) == 2, done.stderr
    git(tmp_path / "editor", "pull", "-q", "origin", "main")
    git(tmp_path / "editor", "fetch", "-q", "origin")
    taken = circle("review", "--withdrawals", cwd=tmp_path / "editor")
    assert taken.stdout.split() == done.stdout.split()[:1]
    assert git(tmp_path / "editor", "log", "-1", "--format=%an") == "Jo\n"  # an editor's name, where git knows one
    assert "k3f9abcd" in taken.stderr and "mmmmabcd" not in taken.stderr
