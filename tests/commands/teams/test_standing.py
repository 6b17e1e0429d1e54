"""What is said of a shared log without any network: what came in, what waits to be sent, whose turn it is."""

from datetime import date
from pathlib import Path

from making import POINT, git, keep_session
from shared import Team

from circle_cli.commands.teams.standing import news, standing
from circle_cli.log.folder import Log
from circle_cli.share.proposal import Proposal, State, path_of, render_proposal


def test_where_both_sides_are_the_same_nothing_is_said(team: Team) -> None:
    assert standing(Log(root=team.jo)) == standing(Log(root=team.sam)) == []
    assert "circle sync" not in team.circle("list", cwd=team.jo).stderr


def test_what_is_not_sent_is_said_by_list_and_not_in_its_results(team: Team) -> None:
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    done = team.circle("list", cwd=team.jo)
    assert "Not sent yet: 1 session." in done.stderr
    assert "sync" not in done.stdout
    assert team.circle("list", "--json", cwd=team.jo).stderr == ""


def test_what_git_has_fetched_and_is_not_in_the_folder_is_said(team: Team) -> None:
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    team.sync(team.jo)
    git(team.sam, "fetch", "-q")
    assert standing(Log(root=team.sam)) == [
        "From others, and not in this folder yet: 1 session. circle sync brings it in."
    ]


def test_where_no_session_is_yet_it_says_how_those_of_others_come_in(team: Team, tmp_path: Path) -> None:
    git(team.jo, "rm", "-q", "-r", "sessions/2026")
    git(team.jo, "commit", "-qm", "x")
    listed = team.circle("--log", str(team.jo), "list").stderr
    assert "No sessions here yet. `circle reflect` begins one; `circle sync` brings in what others wrote." in listed
    (team.jo / "sessions" / "2026").mkdir()
    (team.jo / "sessions" / "2026" / "2026-11-23-k3f9-x.md").write_text("---\nid: 2026-11-23-k3f9\n---\n")
    assert "None of the sessions here can be read." in team.circle("--log", str(team.jo), "list").stderr


def test_it_asks_no_network(team: Team) -> None:
    keep_session(team.jo, "2026-11-24-m3f9", "Tea", what_worked="It was.")
    team.there.rename(team.there.with_name("away"))
    assert len(standing(Log(root=team.jo))) == 1


def test_what_two_people_wrote_at_once_is_to_be_looked_at_until_somebody_did(team: Team) -> None:
    kept = Path("sessions/2026/2026-11-23-k3f9-kept.md")
    for log, words in ((team.jo, "It waited."), (team.sam, "She spoke.")):
        (log / kept).write_text((log / kept).read_text().replace("A heron.", words))
        team.sync(log)
    told = "\n".join(news(Log(root=team.sam)))
    assert "at once, and all of it was kept:\n  k3f9  “What worked, and why?”: circle edit k3f9" in told
    assert "two people wrote there at once, and all of it was kept:\n  k3f9" in team.circle("list", cwd=team.sam).stderr
    text = (team.sam / kept).read_text()
    (team.sam / kept).write_text("".join(line for line in text.splitlines(True) if not line.startswith("look_at")))
    assert "To look at" not in "\n".join(news(Log(root=team.sam)))


def test_whoever_proposed_something_is_told_that_it_waits(team: Team) -> None:
    (team.jo / "proposals").mkdir()
    waits = Proposal(point=POINT, state=State.PROPOSED, author="jo@example.org", proposed=date(2026, 11, 24))
    path_of(team.jo, POINT.id).write_text(render_proposal(waits))
    assert any(line.startswith("One of yours waits for a second reader: ") for line in news(Log(root=team.jo)))


def test_the_log_in_use_is_named(team: Team) -> None:
    team.circle("use", str(team.jo))
    assert news(Log(root=team.jo)) == [f"\nIn use: {team.jo}"]
    assert news(Log(root=team.sam)) == []
