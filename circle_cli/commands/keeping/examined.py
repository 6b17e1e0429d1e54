"""Looks at every file of a log, and gives all that is wrong. `circle check` says it."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.guidance.files import own_pages
from circle_cli.guidance.frameworks import load_themes
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Theme
from circle_cli.identifiers.lists import ALLOWED, LISTS_FOLDER, NAMES, WRITERS, Lists, load_lists
from circle_cli.ids import MARK, WITHDRAWN
from circle_cli.log.copies import ACopy, told
from circle_cli.log.folder import Log, copies_in
from circle_cli.log.points import points_folder
from circle_cli.log.survey import (
    FileFault,
    Stray,
    conflicts,
    survey_proposals,
    survey_public,
    survey_sessions,
    survey_settings,
)
from circle_cli.log.unsettled import unsettled
from circle_cli.points.file import LARGEST_POINT, parse_point, read_point, too_large
from circle_cli.points.notices import is_withdrawn, read_notice, words_back
from circle_cli.points.record import LearningPoint
from circle_cli.session.file import parse_session
from circle_cli.session.record import CastEntry, Session
from circle_cli.settings import load_settings
from circle_cli.share.proposal import State, disagreement, parse_proposal
from circle_cli.share.release.listed import NAMES_SOMEBODY, TOLD, lines_with_names
from circle_cli.share.release.terms import make_terms
from circle_cli.share.vetting import line_in_file, problems_of
from circle_cli.signing.lists import own_lists, unread_lists
from circle_cli.signing.lists import told as told_of_list
from circle_cli.signing.readers import READERS, Admitted, load_readers
from circle_cli.site.building.mkdocs_yml import OF_SITE, looked_through
from circle_cli.site.building.published import PAGES
from circle_cli.system.no_links import ALink, content_of, inside, names_in
from circle_cli.text import TwoVersions, decode, left_by_git, text_of

MALFORMED = "format"
_AS_WRITTEN = "not as it should be written; circle check says more at a terminal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to put right. `what` holds no words of any file; `detail` says it with them, for the owner's eyes."""

    kind: str
    path: str
    line: int = 1
    what: str
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was looked at, and what was found; `open` counts the sessions that everybody on this computer may read."""

    sessions: int
    points: int
    proposals: int
    open: int
    findings: tuple[Problem, ...]


def examine(log: Log) -> Examined:
    """Look at everything."""
    own = survey_sessions(log)
    waiting = survey_proposals(log)
    pages = frozenset((*PAGES, "themes.yml", *_frameworks(log)))
    public = survey_public(log, pages)
    settings = survey_settings(log, LISTS_FOLDER)
    found = [_stray(each) for each in (*own.strays, *waiting.strays, *public.strays, *settings.strays)]
    sessions = _Sessions()
    for path in own.files:
        found += _file(path, sessions.take)
    copies = _copies(log)
    found += copies
    for path in waiting.files:
        found += _proposal(path, points_folder(log))
    lists, unread = _lists(log)
    themes, wrong = _guidance(log)
    found += [*unread, *wrong, *_settings(log)]
    found += [_malformed(error, str(log.root)) for error in unsettled(log)]
    readers, unknown = _readers(log)
    found += unknown
    found += _lists_read(log, readers, sessions)
    points, shown_to_all = 0, os.path.join(points_folder(log), "")  # noqa: PTH118
    for path in public.files:
        if f"{os.sep}{WITHDRAWN}{os.sep}" in path.removeprefix(str(log.root)):
            found += _file(path, lambda _, where: read_notice(Path(where)))
        elif path.startswith(shown_to_all):
            points += 1
            found += _point(path, lists, themes, readers, sessions.cast)
        else:
            found += _marks(path)
    return Examined(
        sessions=len(own.files) - len(copies),
        points=points,
        proposals=len(waiting.files),
        open=own.open,
        findings=tuple(sorted(dict.fromkeys(found), key=lambda each: (each.path, each.line))),
    )


class _Sessions:
    """The sessions as they are read, copies too: whose point came from which cast."""

    def __init__(self) -> None:
        self.cast: dict[str, tuple[CastEntry, ...]] = {}
        self.everybody: list[CastEntry] = []

    def take(self, text: str, where: str) -> None:
        session: Session = parse_session(text, where)
        self.everybody += session.cast or ()
        for point in session.learning_points:
            if point.point:
                self.cast[point.point] = (*self.cast.get(point.point, ()), *(session.cast or ()))


def _copies(log: Log) -> list[Problem]:
    """Give the copies of sessions; of links something else is said."""
    found: list[Problem] = []
    with suppress(CircleError):
        for copy in copies_in(log):
            error = told(copy)
            if isinstance(error, ACopy):
                found.append(Problem(kind=str(FileFault.STRAY), path=copy.path, what=error.message))
    return found


def _file(path: str, parse: Callable[[str, str], object]) -> Iterator[Problem]:
    """Read a file; where git left two versions in it, nothing else is said of it."""
    try:
        content = content_of(path)
    except CircleError as error:
        yield _unread(error, path)
        return
    try:
        parse(decode(content, path), path)
    except CircleError as error:
        yield _malformed(error, path)


def _proposal(path: str, public: Path) -> Iterator[Problem]:
    """Read a proposal, and see that it and what is public do not disagree."""
    found: list[Problem] = []

    def look(text: str, where: str) -> None:
        proposal = parse_proposal(text, where, Path(where).stem)
        place = public / Path(where).name
        if is_withdrawn(public.parent, place.stem):
            return
        if proposal.state is State.APPROVED and not os.path.lexists(place):
            what = "approved, and its learning point is not there; `circle resume`, by whoever read it, goes on with it"
            found.append(Problem(kind=MALFORMED, path=path, what=what))
        with suppress(CircleError):  # what is wrong with the other is said of it
            if os.path.lexists(place) and isinstance(read_point(place), LearningPoint):
                wrong = disagreement(proposal, Path(where))
                found.extend([Problem(kind=MALFORMED, path=path, what=wrong.message)] if wrong else [])

    yield from _file(path, look)
    yield from found


def _point(
    path: str, lists: Lists, themes: frozenset[str], readers: Admitted, cast: Mapping[str, tuple[CastEntry, ...]]
) -> Iterator[Problem]:
    found: list[Problem] = []
    taken_back = is_withdrawn(Path(path).parents[1], Path(path).stem)

    def look(text: str, where: str) -> None:
        if len(text.encode()) > LARGEST_POINT:
            raise too_large(Place(where))
        point = parse_point(text, where, Path(path).stem)
        if isinstance(point, LearningPoint) and not taken_back:
            for each in problems_of(point, lists, themes, readers, cast.get(point.id, ())):
                line = line_in_file(each, text)
                found.append(Problem(kind=each.fault, path=path, line=line, what=each.what, detail=each.detail))

    yield from _file(path, look)
    yield from found
    if taken_back and (back := words_back(Path(path))):
        yield Problem(kind=WITHDRAWN, path=path, what=back)


def _readers(log: Log) -> tuple[Admitted, list[Problem]]:
    """Give the readers of the log; none where that cannot be read, so that no approval counts."""
    try:
        return load_readers(log.root), []
    except CircleError as error:
        return Admitted(), [_malformed(error, str(log.root / READERS))]


def _lists(log: Log) -> tuple[Lists, list[Problem]]:
    """Give the lists of the identifier check; the tool's own where the log's cannot be read."""
    found: list[Problem] = []
    try:
        for path in names_in(log.root / LISTS_FOLDER, ".txt"):
            found += _marks(str(path)) if path.name in (ALLOWED, NAMES, WRITERS) else ()
        return load_lists(log.root), found
    except CircleError as error:
        return load_lists(None), found or [_malformed(error, str(log.root / LISTS_FOLDER))]


def _lists_read(log: Log, readers: Admitted, sessions: "_Sessions") -> Iterator[Problem]:
    """Tell which lists of the log nobody has approved as they stand, and where one names somebody of any cast."""
    try:
        for _, path, fault in unread_lists(log.root, readers):
            yield Problem(kind=fault, path=str(path), what=f"{told_of_list(fault)}; `circle review --lists`")
        terms = make_terms(sessions.everybody, (), load_lists())
        for _, path in own_lists(log.root):
            for line in lines_with_names(text_of(path), terms):
                yield Problem(kind=NAMES_SOMEBODY, path=str(path), line=line, what=TOLD)
    except CircleError as error:
        yield _malformed(error, str(log.root / LISTS_FOLDER))


def _guidance(log: Log) -> tuple[frozenset[str], list[Problem]]:
    """Give the themes that there are, and what is wrong with the pages; its first mistake is all that a page tells."""
    found: list[Problem] = []
    try:
        return load_guidance(log.guidance).known_themes, found
    except CircleError as error:
        found.append(_malformed(error, str(log.root / "guidance")))
    with suppress(CircleError):
        return _ids(load_themes([folder for folder in (log.guidance, own_pages()) if folder])), found
    return _ids(load_themes([own_pages()])), found


def _ids(lists: Iterable[Iterable[Theme]]) -> frozenset[str]:
    return frozenset(theme.id for themes in lists for theme in themes)


def _settings(log: Log) -> Iterable[Problem]:
    """Read the log's settings, and those of its site: what is said of them is said of nothing else."""
    for name, look in ((MARK, load_settings), (OF_SITE, looked_through)):
        if os.path.lexists(path := log.root / name):
            yield from list(_marks(str(path))) or _file(str(path), lambda *_, look=look: look(log.root))


def _frameworks(log: Log) -> list[str]:
    with suppress(CircleError):  # said where the guidance is read
        folder = inside(log.root, log.root / "guidance" / "frameworks")
        return [f"frameworks/{path.name}" for path in names_in(folder, ".yml")]
    return []


def _marks(path: str) -> Iterator[Problem]:
    try:
        content = content_of(path)
    except CircleError as error:
        yield _unread(error, path)
        return
    yield from _conflicts(path, content)
    try:
        decode(content, path)
    except CircleError as error:
        yield _malformed(error, path)


def _unread(error: CircleError, path: str) -> Problem:
    """Give why a file is not read, or the system does not hand it over, which may be said anywhere."""
    if isinstance(error, ALink) and error.where:
        return Problem(kind=str(FileFault.LINK), path=str(error.where.path), what=error.message)
    return Problem(kind=MALFORMED, path=path, what=error.message)


def _conflicts(path: str, content: bytes) -> Iterator[Problem]:
    for line in conflicts(content):
        yield _malformed(left_by_git(path, line), path)


def _stray(stray: Stray) -> Problem:
    return Problem(kind=str(stray.fault), path=stray.path, what=stray.what)


def _malformed(error: CircleError, path: str) -> Problem:
    """Give an error's file and line, which may be said anywhere, beside its message, which may quote the file."""
    if isinstance(error, ALink):
        return _unread(error, path)
    where = error.where or Place(path)
    if isinstance(error, TwoVersions):
        return Problem(kind=str(FileFault.CONFLICT), path=str(where.path), line=where.line or 1, what=error.message)
    return Problem(kind=MALFORMED, path=str(where.path), line=where.line or 1, what=_AS_WRITTEN, detail=error.message)
