"""What a team has approved goes to a base: what exactly, in which commit, and what stops it."""

from pathlib import Path

import pytest
from making import git, notice, publish, put_report, report
from running import Run
from signed import approve_report, public_key

from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint
from circle_cli.points.report import read_report


def sent_to(base: Path) -> list[str]:
    return git(base, "for-each-ref", "--format=%(refname:short)", "refs/heads/in/").split()


def point(log: Path, id_: str = "k3f9abcd", **different: object) -> Path:
    path = publish(log, id=id_, tried=(), **different)
    git(log, "add", ".")
    git(log, "commit", "-qm", f"Add learning point {id_}")
    return path


def committed(log: Path) -> None:
    git(log, "add", ".")
    git(log, "commit", "-qm", "More")


def test_a_point_goes_as_it_is_in_one_commit_that_tells_of_nobody(team: Path, base: Path, circle: Run) -> None:
    path = point(team)
    done = circle("publish", "k3f9", "--confirm", "yes", cwd=team)
    assert done.returncode == 0, done.stderr
    (branch,) = sent_to(base)
    assert done.stdout.strip() == branch
    assert done.stderr.endswith("Sent: 1 thing, for an editor of the base to read, on this branch there:\n")
    files = git(base, "diff", "--name-only", "main", branch).split()
    assert files == ["guidance/learning-points/k3f9abcd.md", "readers"]
    assert git(base, "show", f"{branch}:{files[0]}") == path.read_text("utf-8")
    said = git(base, "log", "-1", "--format=%an %ae %cn %ce %aI %cI %P %B", branch)
    day = said.split()[4]
    assert day.endswith(("T00:00:00+00:00", "T00:00:00Z"))
    assert said.split()[:6] == ["circle", "circle@circle.invalid"] * 2 + [day] * 2
    assert said.split()[6] == git(base, "rev-parse", "main").strip()
    readers = git(base, "show", f"{branch}:readers")
    assert f"# asks: reader-exam {public_key()}" in readers and "# team: reader-exam team-" in readers


def test_what_would_leave_is_shown_whole_and_nothing_leaves(team: Path, base: Path, circle: Run) -> None:
    path = point(team)
    done = circle("publish", "--dry-run", cwd=team)
    assert done.returncode == 0, done.stderr
    assert path.read_text("utf-8") in done.stdout and public_key() in done.stdout
    assert f"learning-points/k3f9abcd.md: {len(path.read_bytes())} bytes" in done.stdout
    assert "your team's pseudonym there (team-" in done.stderr and "Nothing was sent." in done.stderr
    assert sent_to(base) == [] and not list((team / ".circle").glob("publishing-*"))


def test_what_the_base_has_or_what_waits_there_is_not_sent_again(team: Path, base: Path, circle: Run) -> None:
    point(team)
    assert circle("publish", "--confirm", "yes", cwd=team).returncode == 0
    again = circle("publish", "--confirm", "yes", cwd=team)
    assert again.returncode == 0 and "it waits there for an editor already" in again.stderr
    git(base, "update-ref", "refs/heads/main", sent_to(base)[0])
    more = point(team, "mmmmabcd", title="Ask twice")
    done = circle("publish", "--confirm", "mmmmabcd", cwd=team)
    assert done.returncode == 0, done.stderr
    changed = [git(base, "diff", "--name-only", "main", each).split() for each in sent_to(base)]
    assert [f"guidance/learning-points/{more.name}"] in changed  # its reader is known, as asking, by now
    assert "nothing new to send" in circle("publish", "k3f9", "--confirm", "yes", cwd=team).stderr


def test_without_a_terminal_a_flag_says_yes_and_another_word_sends_nothing(team: Path, base: Path, circle: Run) -> None:
    point(team)
    asked, wrong = circle("publish", cwd=team), circle("publish", "--confirm", "k3f9", cwd=team)
    assert (asked.returncode, wrong.returncode, sent_to(base)) == (2, 2, [])
    assert "--confirm yes" in asked.stderr


@pytest.mark.parametrize("command", [("list",), ("publish", "--dry-run")])
def test_what_is_wrong_in_the_settings_is_said_without_its_words(
    team: Path, circle: Run, command: tuple[str, ...]
) -> None:
    (team / "circle.yml").write_text("kind: base of Quillon\n", encoding="utf-8")
    done = circle(*command, cwd=team)
    assert (done.returncode, "circle.yml:1" in done.stderr, "Quillon" in done.stderr) == (65, True, False)


@pytest.mark.parametrize("title", ["Zebedee Quillon chose", "Ring 01632 960123"])
def test_what_names_somebody_stops_it_and_is_not_said(team: Path, base: Path, circle: Run, title: str) -> None:
    point(team, title=title)
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode and "Nothing was sent" in done.stderr and sent_to(base) == []
    assert title not in done.stderr


def test_another_point_that_is_not_in_order_stops_none_that_is_named(team: Path, base: Path, circle: Run) -> None:
    point(team)
    bad = point(team, "mmmmabcd")
    bad.write_text(bad.read_text("utf-8").replace("Ask where", "Ask them where"), encoding="utf-8")
    committed(team)
    assert "changed since it was approved" in circle("publish", "--confirm", "yes", cwd=team).stderr
    assert circle("publish", "k3f9", "--confirm", "yes", cwd=team).returncode == 0
    assert len(sent_to(base)) == 1


def test_a_copy_of_the_last_commits_may_have_back_what_was_withdrawn_and_sends_nothing(
    team: Path, base: Path, circle: Run, tmp_path: Path
) -> None:
    path = point(team)
    assert circle("withdraw", "k3f9", "--yes", cwd=team).returncode == 0
    git(team, "revert", "--no-edit", "HEAD")
    assert path.exists() and circle("publish", "--confirm", "yes", cwd=team).returncode == 65
    git(team, "clone", "-q", "--depth", "1", team.as_uri(), str(tmp_path / "copy"))
    done = circle("publish", "--confirm", "yes", cwd=tmp_path / "copy")
    assert done.returncode == 65 and "git fetch --unshallow" in done.stderr and sent_to(base) == []


def test_a_session_that_cannot_be_read_stops_all(team: Path, base: Path, circle: Run) -> None:
    point(team)
    (session,) = (team / "sessions").rglob("2026*.md")
    session.write_text(session.read_text("utf-8").replace("mode: individual", "mode: alone"), encoding="utf-8")
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode and sent_to(base) == []


def test_reports_go_along_and_a_revision_and_a_notice_go_the_same_way(team: Path, base: Path, circle: Run) -> None:
    path = point(team)
    put_report(team, approve_report(report()))
    committed(team)
    assert circle("publish", "k3f9", "--confirm", "yes", cwd=team).returncode == 0
    (first,) = sent_to(base)
    assert git(base, "show", f"{first}:guidance/reports/abcd2345.md")
    git(base, "update-ref", "refs/heads/main", first)
    git(base, "branch", "-D", first)
    point(team, revision=2, title="Let people choose the room")
    assert circle("publish", "--confirm", "yes", cwd=team).returncode == 0
    (second,) = sent_to(base)
    assert git(base, "diff", "--name-only", "main", second).split() == ["guidance/learning-points/k3f9abcd.md"]
    git(base, "update-ref", "refs/heads/main", second)
    git(base, "branch", "-D", second)
    done = circle("withdraw", "k3f9", "--yes", cwd=team)
    assert done.returncode == 0 and "circle publish k3f9abcd" in done.stderr
    done = circle("publish", "k3f9", "--confirm", "yes", cwd=team)
    assert done.returncode == 0, done.stderr
    (third,) = sent_to(base)
    names = ["guidance/learning-points/k3f9abcd.md", "guidance/withdrawn/k3f9abcd.md"]
    assert git(base, "diff", "--name-only", "main", third).split() == names
    assert git(base, "show", f"{third}:{names[0]}") == path.read_text("utf-8") == notice("k3f9abcd")


def test_of_a_point_that_the_base_never_had_no_notice_goes(team: Path, base: Path, circle: Run) -> None:
    point(team)
    assert circle("withdraw", "k3f9", "--yes", cwd=team).returncode == 0
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 0 and sent_to(base) == []


def test_what_the_base_withdrew_is_not_brought_back(team: Path, base: Path, tmp_path: Path, circle: Run) -> None:
    point(team)
    there = tmp_path / "editor" / "guidance" / "withdrawn" / "k3f9abcd.md"
    there.parent.mkdir()
    there.write_text("---\ncircle: 1\nkind: withdrawn\nid: k3f9abcd\nwas: learning-point\nwithdrawn: 2026\n---\n")
    committed(tmp_path / "editor")
    git(tmp_path / "editor", "push", "-q", "origin", "main")
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 0 and "the base has withdrawn it" in done.stderr and sent_to(base) == []


@pytest.mark.parametrize("where", ["team", "nowhere", "--upload-pack=touch x", "ext::touch x"])
def test_only_a_base_is_published_in(team: Path, tmp_path: Path, circle: Run, where: str) -> None:
    point(team)
    to = str(tmp_path / where) if where == "team" else where
    done = circle("publish", f"--to={to}", "--confirm", "yes", cwd=tmp_path, env={"CIRCLE_LOG": str(team)})
    assert done.returncode == 2 and "fatal" not in done.stderr, done.stderr
    assert not (tmp_path / "x").exists() and not (team / "x").exists()


def test_a_base_publishes_nowhere(base: Path, tmp_path: Path, circle: Run) -> None:
    done = circle("publish", "--to", str(base), "--dry-run", cwd=tmp_path / "editor")
    assert done.returncode == 2 and "this is a base" in done.stderr


def test_what_the_server_answers_is_said_and_no_word_of_git(team: Path, base: Path, circle: Run) -> None:
    point(team)
    hook = base / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'Look at https://example.org/in'\n")
    hook.chmod(0o755)
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert "It answers: Look at https://example.org/in" in done.stderr and "remote:" not in done.stderr
    hook.write_text("#!/bin/sh\necho 'Only on weekdays'; exit 1\n")
    point(team, "mmmmabcd")
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 2 and "It says: Only on weekdays" in done.stderr
    assert "fatal" not in done.stderr and len(sent_to(base)) == 1


def test_what_earlier_versions_wrote_into_a_point_unsigned_stays_here(team: Path, base: Path, circle: Run) -> None:
    publish(team)
    committed(team)
    assert circle("publish", "--confirm", "yes", cwd=team).returncode == 0
    assert "There was no time" not in git(base, "show", f"{sent_to(base)[0]}:guidance/learning-points/k3f9abcd.md")


def test_what_is_read_back_is_what_was_sent(team: Path, base: Path, tmp_path: Path, circle: Run) -> None:
    point(team)
    put_report(team, approve_report(report()))
    committed(team)
    assert circle("publish", "--confirm", "yes", cwd=team).returncode == 0
    git(base, "worktree", "add", "-q", str(tmp_path / "seen"), sent_to(base)[0])
    assert isinstance(read_point(tmp_path / "seen/guidance/learning-points/k3f9abcd.md"), LearningPoint)
    assert read_report(tmp_path / "seen/guidance/reports/abcd2345.md").point == "k3f9abcd"
