"""`circle tried` in a base's own clone: what somebody tells waits there on a branch, until `circle publish` sends it.

Nobody knows there who tells it, and nothing that is private may lie there. So it is signed as by a team of one, which
its file says, and an editor of the base is the second person who reads it.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from circle_cli import __version__
from circle_cli.commands.door.signing import own_keys, own_public_keys, signature_of
from circle_cli.commands.door.trying.by_email import Taken
from circle_cli.commands.door.trying.known import known_to
from circle_cli.commands.door.trying.meant import read_public
from circle_cli.commands.door.trying.tried import Given, begun_on, report_of, thanks
from circle_cli.commands.drafts.committer import need_git
from circle_cli.commands.edge import Asked, pick, result, say, today
from circle_cli.commands.publishing.ready import POINTS_THERE, REPORTS_THERE, Ready
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.lists import load_lists
from circle_cli.ids import INCOMING, random_letters
from circle_cli.log.deciding import deciding
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import Log
from circle_cli.log.points import report_files
from circle_cli.log.travel.apart import one_commit
from circle_cli.log.travel.base_copy import MESSAGE
from circle_cli.log.travel.incoming import branches_in, clear_locks
from circle_cli.points.approval import approved_by, digest
from circle_cli.points.record import Approval, LearningPoint, Report
from circle_cli.points.report import parse_report, read_report, render_report
from circle_cli.signing.readers import READERS, Admitted, Reader, load_readers, readers_in, render_readers
from circle_cli.text import decode
from circle_cli.vocabulary import CastCheck, ReviewKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report that waits in this clone, and whoever told it, as their branch has them."""

    report: Report
    by: Admitted


def tell_here(asked: Asked, log: Log, short: str, *, given: Given, wording: int | None) -> None:
    """Have a report wait for the editors of a base."""
    need_git()
    point = given.meant(log, short, wording)
    path = log.root / POINTS_THERE / f"{point.id}.md"
    begun = begun_on(log, point)
    if not given.taken and not given.suggests:
        _refuse_own(log, read_public(log, path), begun)
    report = report_of(asked, point, begun, given, known_to(log))
    if report is None:
        say("Nothing was added.")
        return
    with deciding(log.root):
        here = read_public(log, path)
        if report.outcome and not given.taken:
            _refuse_own(log, here, report)
        elif given.taken:
            _refuse_again(log, report, given.taken)
        branch = _waits(log, report)
    result(branch)
    say(thanks(report.outcome))
    say(
        "It waits in this copy of the base, on a branch of its own, with no name. `circle publish` sends it to the "
        "base's editors, one of whom reads it; in an editor's copy, `circle review` lists it at once."
    )


def _refuse_own(log: Log, point: LearningPoint, report: Report) -> None:
    """Refuse what its own author tells, and what the same person tells twice, as far as their key says who they are."""
    mine = {*own_public_keys()}
    if _alone(point) and approved_by(point) in mine:
        wrong = f"{point.id}: you wrote it, and only what others report is counted"
        raise CircleError(wrong, USAGE, do="ask a colleague to try it")
    for other in (*_public(log), *(each.report for each in told_here(log))):
        same = (other.point, other.revision) == (report.point, report.revision)
        if same and _alone(other) and approved_by(other) in mine:
            wrong = f"{report.point}: there is a report by the same person already ({other.id}), and each counts once"
            raise CircleError(wrong, USAGE, do="a colleague's counts too, told on their own computer")


def _refuse_again(log: Log, report: Report, taken: Taken) -> None:
    """Refuse an e-mail whose words are here: of one that has none, nobody can tell whether it was taken in."""
    for other in (*_public(log), *(each.report for each in told_here(log))):
        if report.differed and replace(other, id=report.id, approval=None) == report:
            raise CircleError(
                f"this e-mail is here already ({other.id})", where=Place(taken.where), do="nothing was added"
            )


def _alone(what: LearningPoint | Report) -> bool:
    return what.approval is not None and what.approval.review is ReviewKind.SINGLE


def _public(log: Log) -> Iterator[Report]:
    for path in report_files(log):
        with suppress(CircleError):
            yield read_report(path)


def _waits(log: Log, report: Report) -> str:
    """Put it on a branch of its own, on what this copy has of the base; give the branch."""
    clear_locks(log.root)
    key = own_keys()[0]
    approval = Approval(
        sha256=digest(report),
        review=ReviewKind.SINGLE,
        tool=__version__,
        lists=load_lists(log.root).version,
        cast=CastCheck.STATED,
    )
    whole = replace(report, approval=signature_of(report, approval, key))
    files: list[tuple[str, bytes | None]] = [(f"{REPORTS_THERE}/{report.id}.md", render_report(whole).encode())]
    before = load_readers(log.root)
    if before.by_key(key.public) is None:
        name, team = _pseudonyms(log, key.public)
        asking = replace(before, asking=(*before.asking, (name, key.public)), teams=(*before.teams, (name, team)))
        files.append((READERS, render_readers(asking).encode()))
    branch, store = f"{INCOMING}{random_letters(pick, 8)}", Store(folder=log.root)
    tip = store.git("rev-parse", "--verify", "HEAD").decode().strip()
    commit = one_commit(f"refs/heads/{branch}", files, today(), message=MESSAGE, on=tip)
    store.git("fast-import", "--quiet", "--date-format=raw", given=commit)
    return branch


def _pseudonyms(log: Log, key: str) -> tuple[str, str]:
    """Give those under which this person has asked before, in what still waits here; else new ones."""
    for each in told_here(log):
        for name, asks in each.by.asking:
            if asks == key and (team := each.by.team_of(name)):
                return name, team
    return f"reader-{random_letters(pick, 4)}", f"team-{random_letters(pick, 4)}"


def told_here(log: Log) -> tuple[Told, ...]:
    """Give the reports that wait in this copy, to be sent; what they speak of is looked at where they are read."""
    found: list[Told] = []
    for branch in branches_in(log.root, "refs/heads/in/"):
        changes = branch.changes or {}
        asking = changes.get(READERS)
        by = _asking(asking.content) if asking and asking.content else Admitted()
        for path, change in changes.items():
            if path.startswith(f"{REPORTS_THERE}/") and change.content:
                with suppress(CircleError):
                    report = parse_report(decode(change.content, path), path, PurePosixPath(path).stem)
                    found.append(Told(report=report, by=by))
    return tuple(found)


def _asking(content: bytes) -> Admitted:
    try:
        return readers_in(content)
    except CircleError:
        return Admitted()


def to_send(log: Log, named: Sequence[str]) -> tuple[tuple[Ready, ...], Admitted]:
    """Give what waits in this copy of a base, and whoever told it, as reader of a team of their own.

    `named` are ids of reports, or of what they speak of, where not all are meant.

    Raises:
        CircleError: nothing does.
    """
    mine, begins = own_public_keys(), tuple(each.strip().lower() for each in named) or ("",)
    told = [
        each
        for each in told_here(log)
        if approved_by(each.report) in mine
        and (each.report.id.startswith(begins) or each.report.point.startswith(begins))
    ]
    if not told:
        wrong = "this is a base, and nothing that was told here waits to be sent"
        do = "circle tried says how it went; an editor sends what is in it with circle sync"
        raise CircleError(wrong, USAGE, where=Place(log.root), do=do)
    people = {name: key for each in told for name, key in each.by.asking if key in mine}
    teams = {name: team for each in told for name, team in each.by.teams if name in people}
    readers = tuple(Reader(name=name, key=key, since=today()) for name, key in people.items())
    return tuple(Ready(what=each.report) for each in told), Admitted(readers=readers, teams=tuple(teams.items()))
