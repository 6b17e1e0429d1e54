"""Two teams and a base, over bare repositories: learning arrives, a withdrawal too, and no object tells of anybody."""

from collections.abc import Callable, Iterator
from pathlib import Path

from committed import OURS
from making import admitted, begun_here, git, hold_key, publish, put_report, put_session, report
from running import Run
from signed import admit, approve, approve_report, public_key

from circle_cli.commands.receiving.arrived import incoming
from circle_cli.commands.receiving.taking_in import take_in
from circle_cli.log.folder import Log
from circle_cli.points.file import read_point, render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import load_readers
from circle_cli.vocabulary import LogKind

TEAMS = {
    "north-harbour": ("Prudence Marlowe", "Zebedee Quillon", "2026-03-02-abcd", "kettle whistled marigolds", 1),
    "south-meadow": ("Ottoline Brack", "Wilhelmina Tansy", "2026-04-09-mnpq", "bicycle rattled hollyhocks", 3),
}
"""By the name of their folder: who commits, who is in their session, its id, words of it, and a reader's key."""


def a_team(begun: Callable[[LogKind, Path], Path], at: Path) -> Path:
    worker, person, session, words, seed = TEAMS[at.name]
    log = begun(LogKind.TEAM, at)
    git(log, "config", "user.name", worker)
    git(log, "config", "user.email", f"{worker.split()[0].lower()}@{at.name}.example.org")
    (log / "circle.yml").write_text(f"kind: team\norganisation: {at.name}\nbase: ../base.git\n", encoding="utf-8")
    cast = f'cast:\n  - {{name: "{person}", say: "the young person"}}\n'
    put_session(log, session, f"The {words.split()[0]}", cast, what_worked=f"{person}: the {words}.")
    assert admit(log, seed)
    admitted(log)
    return log


def committed(log: Path) -> None:
    git(log, "add", ".")
    git(log, "commit", "-qm", f"By the team {log.name}")


def sent(circle: Run, team: Path) -> None:
    done = circle("publish", "--confirm", "yes", cwd=team)
    assert done.returncode == 0, done.stderr


def taken_in(editor: Log) -> None:
    """Have an editor fetch what came in, and take in whatever is in order, until nothing is left."""
    hold_key(5)
    git(editor.root, "fetch", "-q", "--prune", "origin")
    while waiting := [each for each in incoming(editor).arrived if not each.obstacle]:
        assert all(commit.done for commit in take_in(editor, waiting[0]))
    assert incoming(editor).set_aside == ()
    git(editor.root, "push", "-q", "origin", "main")


def objects(repository: Path) -> Iterator[tuple[str, bytes]]:
    """Give every object that is there, unpacked: those that branches lead to, and all others."""
    led_to = {row.split()[0] for row in git(repository, "rev-list", "--objects", "--all").splitlines()}
    every = git(repository, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split()
    assert led_to <= set(every)
    for name in every:
        kind = git(repository, "cat-file", "-t", name).strip()
        yield name, git(repository, "cat-file", "-p" if kind == "tree" else kind, name).encode()


def test_what_works_travels_and_people_do_not(
    begun: Callable[[LogKind, Path], Path], base: Path, tmp_path: Path, circle: Run
) -> None:
    editor = Log(root=tmp_path / "editor", trust=OURS)
    begun_here(editor.root)
    north, south = (a_team(begun, tmp_path / name) for name in TEAMS)
    ours = publish(north, tried=(), questions=("learning",))
    put_report(north, approve_report(report(differed="By phone.")))
    theirs = publish(south, id="mmmmabcd", title="Ask twice", tried=())
    point = read_point(theirs)
    assert isinstance(point, LearningPoint)
    theirs.write_text(render_point(approve(point, seed=3)), encoding="utf-8")
    for team in (north, south):
        committed(team)
        sent(circle, team)
    taken_in(editor)
    points = editor.root / "guidance" / "learning-points"
    assert {(each.id, len(each.tried)) for each in read_published(points).points} == {("k3f9abcd", 1), ("mmmmabcd", 0)}
    assert (points / ours.name).read_bytes() == ours.read_bytes()
    readers = load_readers(editor.root)
    of_teams = {each.key: readers.team_of(each.name) for each in readers.readers}
    assert of_teams.keys() == {public_key(1), public_key(3)} and len(set(of_teams.values())) == 2
    assert "nothing new to send" in circle("publish", "--confirm", "yes", cwd=south).stderr
    assert circle("withdraw", "k3f9", "--yes", cwd=north).returncode == 0
    sent(circle, north)
    taken_in(editor)
    assert [each.id for each in read_published(points).points] == ["mmmmabcd"]
    assert circle("check", cwd=editor.root).returncode == 0
    _tells_of_nobody(base)


def _tells_of_nobody(base: Path) -> None:
    private = {
        word.casefold()
        for name, (worker, person, session, words, _) in TEAMS.items()
        for text in (name, worker, person, session, words, f"{name}.example.org", session[:10])
        for word in (text, *text.split(), *text.split("-")[:2] * (text == name))
        if not word.isdigit()
    }
    found = dict(objects(base))
    assert len(found) > 20
    for name, content in found.items():
        told = content.decode("utf-8", "replace").casefold()
        assert [word for word in private if word in told] == [], name
    sent_by_teams = [content for content in found.values() if b"author circle <circle@circle.invalid>" in content]
    assert len(sent_by_teams) == 3
    for content in sent_by_teams:
        times = [int(line.split()[-2]) for line in content.splitlines() if line.startswith((b"author ", b"committer "))]
        assert [time % 86_400 for time in times] == [0, 0]
        assert content.endswith(b"\n\nFor an editor of this base to read\n") or content.endswith(b"to read")
