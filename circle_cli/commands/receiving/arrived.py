"""What came in to a base and waits for an editor. What is not in order is set aside and said; it stops nothing else."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from circle_cli.commands.checking.found.bases.removing import has_words
from circle_cli.commands.edge import today
from circle_cli.commands.publishing.ready import NOTICES_THERE, POINTS_THERE, REPORTS_THERE
from circle_cli.errors import CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.ids import POINT_ID
from circle_cli.log.folder import Log
from circle_cli.log.points import points_folder
from circle_cli.log.travel.incoming import Branch, branches_in
from circle_cli.points.approval import approval_error, approval_fault, approved_by, digest
from circle_cli.points.file import LARGEST_POINT, parse_point, read_point, render_point
from circle_cli.points.notices import is_withdrawn, parse_notice, render_notice
from circle_cli.points.of_base.returned import load_returned
from circle_cli.points.of_base.themes import Meanings, load_meanings
from circle_cli.points.record import LearningPoint, Report, Withdrawn
from circle_cli.points.report import parse_report, place_of, render_report
from circle_cli.share.release.terms import make_terms
from circle_cli.share.release.unfit import Known, unfit
from circle_cli.share.vetting import problems_of
from circle_cli.signing.readers import READERS, Admitted, Reader, load_readers, readers_in
from circle_cli.text import decode

_PLACE = re.compile(rf"({POINTS_THERE}|{REPORTS_THERE}|{NOTICES_THERE})/({POINT_ID.pattern})\.md")
_NO_PLACE = "it has no place in what comes in, and is left out"
_ELSEWHERE = "it does not begin at this base; whoever sent it publishes anew"
_MALFORMED = "it is not as circle writes it"
_OTHER_WORDS = "this wording is here already, in other words"
_ANOTHERS = "another team sent the wording that is here"
_NO_POINT = "the learning point that it speaks of is not here, or not yet in that wording"
_ANOTHER_TOO = "something else came in under this id, and comes first"
_NO_STATEMENT = "it names a framework, or a statement of one, that this base has not got"
_HERE_ALREADY = "another report is here under its id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Something that came in: its bytes, who approved it, and what keeps it from being taken in, if anything does."""

    what: LearningPoint | Report | Withdrawn
    path: str
    content: bytes
    branch: str
    admits: Reader | None = None
    """Whose key this base does not know yet."""
    team: str = ""
    obstacle: str = ""

    @property
    def id(self) -> str:
        """Its id."""
        return self.what.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """All that came in, and what is not in order: where it stands, and why."""

    arrived: tuple[Arrived, ...] = ()
    set_aside: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """What the base has, read once."""

    log: Log
    readers: Admitted
    returned: frozenset[tuple[str, str]]
    lists: Lists
    guide: Guidance
    meanings: Meanings

    @property
    def guidance(self) -> Path:
        return self.log.root / "guidance"


def incoming(log: Log) -> Incoming:
    """Look through all that came in, and was neither taken in nor returned yet.

    Raises:
        CircleError: git could not read it, or something of the base's own cannot be read.
    """
    found: list[Arrived] = []
    aside: list[tuple[str, str]] = []
    branches = branches_in(log.root)
    if not branches:
        return Incoming()
    here = _Here(
        log=log,
        readers=load_readers(log.root),
        returned=load_returned(log.root),
        lists=load_lists(log.root),
        guide=load_guidance(log.guidance),
        meanings=load_meanings(log.root),
    )
    for branch in branches:
        if branch.changes is None:
            aside.append((branch.name, _ELSEWHERE))
            continue
        asking = _asking(branch, aside)
        for path in branch.changes:
            if path != READERS:
                found += _one(here, branch, path, asking, aside)
    gone = {each.id for each in found if isinstance(each.what, Withdrawn)}
    looked_at = [_looked_at(here, each) for each in found if _is_open(here, each, gone)]
    arrived = {each.id: each for each in sorted(looked_at, key=_standing)}
    others = {(each.branch, each.path) for each in looked_at if each.content != arrived[each.id].content}
    aside += [(f"{branch}: {path}", _ANOTHER_TOO) for branch, path in sorted(others)]
    order = {LearningPoint: 0, Report: 1, Withdrawn: 2}
    return Incoming(
        arrived=tuple(sorted(arrived.values(), key=lambda each: (order[type(each.what)], each.id))),
        set_aside=tuple(dict.fromkeys(aside)),
    )


def _standing(each: Arrived) -> tuple[bool, bool, int, str]:
    """Give what decides which of several under one id comes up: the last; a notice before all, and the latest wording.

    What cannot be taken in, as it comes on one branch, keeps nothing back that comes on another.
    """
    revision = each.what.revision if isinstance(each.what, LearningPoint) else 0
    return isinstance(each.what, Withdrawn), not each.obstacle, revision, each.branch


def _asking(branch: Branch, aside: list[tuple[str, str]]) -> Admitted:
    """Give the readers who ask, with their team."""
    change = (branch.changes or {}).get(READERS)
    if change is None or change.content is None:
        return Admitted()
    try:
        return readers_in(change.content)
    except CircleError:
        aside.append((f"{branch.name}: {READERS}", _MALFORMED))
        return Admitted()


def _one(here: _Here, branch: Branch, path: str, asking: Admitted, aside: list[tuple[str, str]]) -> Iterator[Arrived]:
    """Read one file of a branch, if it is one that may come in."""
    changes = branch.changes or {}
    change, known = changes[path], _PLACE.fullmatch(path)
    goes = known and f"{NOTICES_THERE}/{known[2]}.md" in changes and known[1] != NOTICES_THERE
    if goes:
        return  # its notice says all
    if known is None or change.content is None or len(change.content) > LARGEST_POINT:
        aside.append((f"{branch.name}: {path}", _NO_PLACE))
        return
    try:
        what, ours = _read(change.content, known[1], known[2])
    except CircleError:
        aside.append((f"{branch.name}: {path}", _MALFORMED))
        return
    if ours != change.content or (isinstance(what, LearningPoint) and what.tried):
        aside.append((f"{branch.name}: {path}", _MALFORMED))
        return
    admits, team = _signer(here.readers, asking, what)
    yield Arrived(what=what, path=path, content=ours, branch=branch.name, admits=admits, team=team)


def _read(content: bytes, folder: str, id_: str) -> tuple[LearningPoint | Report | Withdrawn, bytes]:
    """Read it, and give it as circle writes it."""
    text, where = decode(content, id_), f"{id_}.md"
    if folder == REPORTS_THERE:
        report = parse_report(text, where, id_)
        return report, render_report(report).encode()
    if folder == NOTICES_THERE:
        notice = parse_notice(text, where, id_)
        return notice, render_notice(notice).encode()
    point = parse_point(text, where, id_)
    if isinstance(point, Withdrawn):
        raise CircleError(_MALFORMED, where=Place(where))
    return point, render_point(point).encode()


def _signer(known: Admitted, asking: Admitted, what: LearningPoint | Report | Withdrawn) -> tuple[Reader | None, str]:
    """Give the reader who would have to be admitted, if the key is new here, and the team that it reads for."""
    key = None if isinstance(what, Withdrawn) else approved_by(what)
    reader = known.by_key(key) if key else None
    if reader:
        return None, known.team_of(reader.name)
    name = next((name for name, asks in asking.asking if asks == key), None)
    if key is None or name is None:
        return None, ""
    return Reader(name=name, key=key, since=today()), asking.team_of(name)


def _is_open(here: _Here, each: Arrived, gone: set[str]) -> bool:
    """Tell whether nobody has settled it yet: it is not here, nor returned, nor taken back by whoever sent it."""
    if isinstance(each.what, Withdrawn):
        return not is_withdrawn(here.guidance, each.id) or has_words(here.log.root, each.what)
    if is_withdrawn(here.guidance, each.id):
        return False
    if each.id in gone or (each.id, digest(each.what)) in here.returned:
        return False
    place = here.log.root / each.path
    return not (place.is_file() and place.read_bytes() == each.content) and not _is_past(place, each.what)


def _is_past(place: Path, what: LearningPoint | Report) -> bool:
    """Tell whether a later wording of it is here."""
    with suppress(CircleError):
        before = read_point(place) if isinstance(what, LearningPoint) else None
        return isinstance(before, LearningPoint) and isinstance(what, LearningPoint) and before.revision > what.revision
    return False


def _looked_at(here: _Here, each: Arrived) -> Arrived:
    if isinstance(each.what, Withdrawn):
        return each
    readers = here.readers
    if each.admits:
        readers = replace(readers, readers=(*readers.readers, each.admits))
    if fault := approval_fault(each.what, readers):
        return replace(each, obstacle=approval_error(fault, Place(each.path)).what)
    if isinstance(each.what, Report):
        return replace(each, obstacle=_against_report(here, each.what))
    return replace(each, obstacle=_against_point(here, each.what, each.team, readers))


def _against_point(here: _Here, point: LearningPoint, team: str, readers: Admitted) -> str:
    """Say what keeps a learning point from being taken in, by the base's own lists and themes."""
    place = points_folder(here.log) / f"{point.id}.md"
    if place.exists():
        before = read_point(place)
        if not isinstance(before, LearningPoint) or before.revision >= point.revision:
            return _OTHER_WORDS
        reader = readers.by_key(approved_by(before) or "")
        if reader and readers.team_of(reader.name) != team:
            return _ANOTHERS
    if not {(each.framework, each.statement) for each in point.frameworks} <= here.guide.known_statements:
        return _NO_STATEMENT
    known = here.guide.known_themes
    shown = {theme for theme in point.themes if known.issuperset(here.meanings.of(theme, team))}
    found = problems_of(point, here.lists, shown, readers)
    return "; ".join(dict.fromkeys(each.what for each in found))


def unknown_themes(log: Log, each: Arrived) -> tuple[str, ...]:
    """Give the themes of something that came in which mean none of the base's, as far as it says."""
    if not isinstance(each.what, LearningPoint):
        return ()
    known, meanings = load_guidance(log.guidance).known_themes, load_meanings(log.root)
    return tuple(theme for theme in each.what.themes if not known.issuperset(meanings.of(theme, each.team)))


def _against_report(here: _Here, report: Report) -> str:
    if place_of(here.guidance, report.id).exists():
        return _HERE_ALREADY
    point: object = None
    with suppress(CircleError):
        point = read_point(points_folder(here.log) / f"{report.point}.md")
    if not isinstance(point, LearningPoint) or point.revision < report.revision:
        return _NO_POINT
    known = Known(lists=here.lists, everybody=(), terms=make_terms((), (), here.lists))
    return unfit(report.differed, known)


def by_id(found: Incoming, id_: str) -> Mapping[str, Arrived]:
    """Give what came in under ids that begin so."""
    return {each.id: each for each in found.arrived if id_ and each.id.startswith(id_)}
