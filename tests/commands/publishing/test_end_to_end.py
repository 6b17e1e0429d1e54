"""Three teams and a base, with real git: learning arrives, is taken back both ways, and no object tells of anybody.

Each team has two clones of its log: one in which things happen, and a colleague's, from which they go to the base.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from committed import OURS
from decided import report_approved
from making import POINT, begun_here, git, hold_key, put_point, put_session, without_signatures
from over_ssh import reached_by_ssh
from running import Run
from signed import admit, approve, public_key

from circle_cli.commands.receiving.arrived import incoming
from circle_cli.commands.receiving.taking_in import take_in
from circle_cli.log.folder import Log
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import load_readers
from circle_cli.vocabulary import LogKind

Begun = Callable[[LogKind, Path], Path]
EDITOR = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Whose log it is, who is in its session and when, words of that; a reader's key, and the team's learning point."""

    name: str
    worker: str
    colleague: str
    person: str
    session: str
    words: str
    seed: int
    point: str


TEAMS = (
    Team(
        name="north-harbour", worker="Prudence Marlowe", colleague="Hector Ogilvy", person="Zebedee Quillon",
        session="2026-03-02-abcd", words="kettle whistled marigolds 14:37", seed=1, point="aaaa2345",
    ),
    Team(
        name="south-meadow", worker="Ottoline Brack", colleague="Desmond Yarrow", person="Wilhelmina Tansy",
        session="2026-04-09-mnpq", words="bicycle rattled hollyhocks 09:52", seed=3, point="bbbb2345",
    ),
    Team(
        name="west-lantern", worker="Cuthbert Vane", colleague="Ingrid Solberg", person="Barnaby Thrupp",
        session="2026-05-17-wxyz", words="accordion squeaked foxgloves 16:08", seed=5, point="cccc2345",
    ),
)  # fmt: skip


class Whole:
    """All of them: each team's two clones, the base's repository, and its editor's copy."""

    def __init__(self, folder: Path, address: str, begun: Begun, circle: Run) -> None:
        """Have the base begun, and each team share its log."""
        self.folder, self.address, self.circle = folder, address, circle
        self.editor = Log(root=folder / "editor", trust=OURS)
        self.points = self.editor.root / "guidance" / "learning-points"
        begun_here(self.editor.root)
        for team in TEAMS:
            self._share(team, begun)

    def _share(self, team: Team, begun: Begun) -> None:
        first = begun(LogKind.TEAM, self.folder / team.name)
        there = (self.folder / f"{team.name}.git").as_uri()
        settings = f"kind: team\norganisation: {team.name}\nbase: {self.address}\n"
        (first / "circle.yml").write_text(settings, encoding="utf-8")
        cast = f'cast:\n  - {{name: "{team.person}", say: "the young person"}}\n'
        words = f"{team.person}: the {team.words}."
        put_session(first, team.session, f"The {team.words.split()[0]}", cast, what_worked=words)
        assert admit(first, team.seed)
        self.put(team, team.point)
        git(self.folder, "init", "-q", "--bare", "--initial-branch=main", f"{team.name}.git")
        self.said("--log", str(first), "sync", "--with", there)
        self.said("join", there, str(self.other(team)))
        git(self.other(team), "config", "user.name", team.colleague)
        git(self.other(team), "config", "user.email", f"{team.colleague.split()[0].lower()}@{team.name}.example.org")

    def other(self, team: Team) -> Path:
        return self.folder / f"{team.name}-too"

    def put(self, team: Team, id_: str, **different: object) -> None:
        """Have a team approve a learning point, in its first clone."""
        log = self.folder / team.name
        worker = team.worker.split()[0].lower()
        git(log, "config", "user.name", team.worker)
        git(log, "config", "user.email", f"{worker}@{team.name}.example.org")
        point = replace(POINT, id=id_, tried=(), questions=("learning",), **different)  # type: ignore[arg-type]
        hold_key(team.seed)
        put_point(log, approve(point, seed=team.seed))
        git(log, "add", ".")
        git(log, "commit", "-qm", f"By the team {team.name}")

    def said(self, *words: str, log: Path | None = None) -> str:
        """Say a command, which has to work."""
        done = self.circle(*(("--log", str(log)) if log else ()), *words, cwd=self.folder)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def sent(self, team: Team) -> str:
        """Have what is new go from a team's first clone, through the colleague's, to the base."""
        self.said("sync", log=self.folder / team.name)
        self.said("sync", log=self.other(team))
        return self.said("publish", "--confirm", "yes", log=self.other(team))

    def told(self, team: Team, point: str, how: str) -> None:
        """Have somebody of a team tell how a point of another team's went, and a colleague approve that."""
        log = self.folder / team.name
        hold_key(team.seed + 1)
        self.said("tried", point, "--outcome", "worked", "--differed", how, log=log)
        by = f"{team.colleague.split()[0].lower()}@{team.name}.example.org"
        assert all(commit.done for commit in report_approved(log, by, team.seed))

    def taken_in(self) -> None:
        """Have an editor fetch what came in, take in whatever is in order until nothing is left, and send that."""
        hold_key(EDITOR)
        git(self.editor.root, "fetch", "-q", "--prune", "origin")
        while waiting := [each for each in incoming(self.editor).arrived if not each.obstacle]:
            assert all(commit.done for commit in take_in(self.editor, waiting[0]))
        assert incoming(self.editor).set_aside == ()
        self.pushed()

    def pushed(self) -> None:
        git(self.editor.root, "push", "-q", "origin", "main")

    @property
    def shown(self) -> dict[str, LearningPoint]:
        return {each.id: each for each in read_published(self.points).points}


@pytest.mark.parametrize("way", ["file", "ssh"])
def test_what_works_travels_and_people_do_not(
    begun: Begun, base: Path, tmp_path: Path, circle: Run, own_home: Path, way: str
) -> None:
    address = base.as_uri()
    if way == "ssh":
        address = f"{reached_by_ssh(tmp_path / 'ssh', own_home / '.gitconfig')}{base}"
    whole = Whole(tmp_path, address, begun, circle)
    north, south, west = TEAMS
    _points_arrive(whole)
    if way == "file":
        _two_reports_at_once_both_count(whole, north, (south, west))
        _a_withdrawal_travels_to_the_base(whole, south)
        _and_from_it(whole, north)
        _a_revision_takes_its_place_and_who_leaves_leaves_it_behind(whole, west)
        assert whole.said("check", log=whole.editor.root)
    _tells_of_nobody(base)


def _points_arrive(whole: Whole) -> None:
    for team in TEAMS:
        whole.sent(team)
    whole.taken_in()
    assert whole.shown.keys() == {team.point for team in TEAMS}
    for team in TEAMS:
        there = whole.folder / team.name / "guidance" / "learning-points" / f"{team.point}.md"
        assert (whole.points / there.name).read_bytes() == there.read_bytes()
    readers = load_readers(whole.editor.root)
    of_teams = {each.key: readers.team_of(each.name) for each in readers.readers}
    assert of_teams.keys() == {public_key(team.seed) for team in TEAMS} and len({*of_teams.values()}) == 3
    assert "nothing new to send" in whole.said("publish", "--confirm", "yes", log=whole.other(TEAMS[0]))


def _two_reports_at_once_both_count(whole: Whole, of: Team, tellers: tuple[Team, Team]) -> None:
    for team, how in zip(tellers, ("By phone.", "In a group."), strict=True):
        whole.told(team, of.point, how)
        assert "a report from trying" in whole.sent(team)
    whole.taken_in()
    assert {each.differed for each in whole.shown[of.point].tried} == {"By phone.", "In a group."}


def _a_withdrawal_travels_to_the_base(whole: Whole, team: Team) -> None:
    whole.said("withdraw", team.point, "--yes", log=whole.folder / team.name)
    whole.sent(team)
    git(whole.editor.root, "fetch", "-q", "--prune", "origin")
    assert team.point in whole.said("review", "--withdrawals", "--require-commit", log=whole.editor.root)
    whole.pushed()
    assert team.point not in whole.shown


def _and_from_it(whole: Whole, team: Team) -> None:
    hold_key(EDITOR)
    whole.said("withdraw", team.point, "--yes", log=whole.editor.root)
    whole.pushed()
    logs = (whole.folder / team.name, whole.other(team))
    assert "now here too" in whole.said("sync", log=logs[0])
    whole.said("sync", log=logs[1])
    for log in logs:
        assert (log / "guidance" / "withdrawn" / f"{team.point}.md").is_file()
        assert POINT.title not in (log / "guidance" / "learning-points" / f"{team.point}.md").read_text("utf-8")
    whole.sent(team)
    assert team.point not in whole.shown


def _a_revision_takes_its_place_and_who_leaves_leaves_it_behind(whole: Whole, team: Team) -> None:
    whole.put(team, team.point, revision=2, title="Let people choose the room")
    whole.sent(team)
    whole.taken_in()
    assert (whole.shown[team.point].revision, whole.shown[team.point].title) == (2, "Let people choose the room")
    reader = load_readers(whole.editor.root).by_key(public_key(team.seed))
    assert reader
    whole.said("readers", "--end", reader.name, log=whole.editor.root)
    whole.pushed()
    ended = load_readers(whole.editor.root).by_key(public_key(team.seed))
    assert ended and ended.until and whole.shown[team.point].revision == 2
    whole.put(team, "dddd2345", title="Ask twice")
    assert "takes nothing more by the key that approved it" in whole.sent(team)


def _objects(repository: Path) -> Iterator[tuple[str, bytes]]:
    """Give every object that is there, unpacked: those that branches lead to, and all others."""
    led_to = {row.split()[0] for row in git(repository, "rev-list", "--objects", "--all").splitlines()}
    rows = git(repository, "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
    every = dict(row.split() for row in rows.splitlines())
    assert led_to <= every.keys()
    for name, kind in every.items():
        yield name, git(repository, "cat-file", "-p" if kind == "tree" else kind, name).encode()


def _tells_of_nobody(base: Path) -> None:
    private = {
        word.casefold()
        for team in TEAMS
        for text in (team.worker, team.colleague, team.person, team.session, team.words, team.session[:10], team.name)
        for word in (text, *text.split(), f"{team.name}.example.org")
    } | {"north", "harbour", "meadow", "lantern"}
    found = dict(_objects(base))
    assert len(found) > 20
    for name, content in found.items():
        told = without_signatures(content.decode("utf-8", "replace")).casefold()
        assert [word for word in private if word in told] == [], name
    by_teams = [content for content in found.values() if b"author circle <circle@circle.invalid>" in content]
    assert len(by_teams) >= len(TEAMS)
    for content in by_teams:
        times = [int(line.split()[-2]) for line in content.splitlines() if line.startswith((b"author ", b"committer "))]
        assert [time % 86_400 for time in times] == [0, 0]
        assert content.rstrip().endswith(b"\n\nFor an editor of this base to read")
