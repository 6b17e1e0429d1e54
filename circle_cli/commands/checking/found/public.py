"""Looks at what everyone may read, at least as strictly as the building of the site does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from circle_cli.commands.checking.found.problem import Problem, malformed, read_file, unread
from circle_cli.commands.checking.found.reports import Wordings, wording_of
from circle_cli.commands.said.words import all_words
from circle_cli.errors import CircleError, Place
from circle_cli.guidance.files import read_page
from circle_cli.guidance.pages import heading_of
from circle_cli.identifiers.lists import Lists
from circle_cli.ids import WITHDRAWN
from circle_cli.log.folder import Log
from circle_cli.own_words.approval import fault_error
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.reading import broken_links, first_place, unseen
from circle_cli.points.file import LARGEST_POINT, parse_point, too_large
from circle_cli.points.folder import look_closely
from circle_cli.points.history import lost_notices, older_wordings
from circle_cli.points.notices import is_withdrawn, words_back
from circle_cli.points.of_base.themes import Meanings
from circle_cli.points.record import LearningPoint
from circle_cli.session.record import CastEntry
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.sweep import names_in_words
from circle_cli.share.release.terms import Terms
from circle_cli.share.vetting import PointFault, PointProblem, line_in_file, problems_of, visible
from circle_cli.share.wording import unsettled_in
from circle_cli.signing.readers import Admitted
from circle_cli.system.no_links import content_of

_NAMED = "names somebody, or a place, of a private session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a log when all that everyone may read is looked at; `cast` by the learning points' ids.

    `unsaid` are the ids of those whose session does not say who is in it.
    """

    lists: Lists
    themes: frozenset[str]
    readers: Admitted
    cast: Mapping[str, tuple[CastEntry, ...]]
    unsaid: frozenset[str] = frozenset()
    terms: Terms
    meanings: Meanings = field(default_factory=Meanings)
    """In a base: what teams' themes mean."""


def look_at_point(path: str, known: Known, wordings: Wordings) -> Iterator[Problem]:
    """Look at a file among the learning points; which wording it is, is added to `wordings`."""
    found: list[Problem] = []
    place = Path(path)
    taken_back = is_withdrawn(place.parents[1], place.stem)

    def look(text: str, where: str) -> None:
        if len(text.encode()) > LARGEST_POINT:
            raise too_large(Place(where))
        point = parse_point(text, where, place.stem)
        wordings[point.id] = wording_of(point)
        if isinstance(point, LearningPoint) and not taken_back:
            cast = known.cast.get(point.id, ())
            shown = known.meanings.applied(point, known.readers).themes
            themes = known.themes | {*point.themes} if known.themes.issuperset(shown) else known.themes
            problems = (
                *problems_of(point, known.lists, themes, known.readers, cast),
                *_named(point, known.terms),
            )
            for each in problems:
                line = line_in_file(each, text)
                found.append(Problem(kind=each.fault, path=path, line=line, what=each.what, detail=each.detail))
        look_closely(place, point, content_of(place))

    yield from read_file(path, look)
    yield from found
    if taken_back and (back := words_back(place)):
        yield Problem(kind=WITHDRAWN, path=path, what=back)


def _named(point: LearningPoint, terms: Terms) -> Iterator[PointProblem]:
    """Find names of any cast, as the sweep of the built site will."""
    for place, text in visible(point):
        for _, line in terms.find(unescaped(text)):
            yield PointProblem(fault=PointFault.IDENTIFIER, place=place, line=line, what=_NAMED)


def look_at_history(guidance: Path, readers: Admitted) -> Iterator[Problem]:
    """Look for what was withdrawn, or put in other words since, as git's history knows, and stands there again."""
    try:
        for kind, found in (
            (WITHDRAWN, lost_notices(guidance)),
            (PointFault.OUTDATED, older_wordings(guidance, readers)),
        ):
            for error in found:
                yield _problem(kind, error.where or Place(guidance), error.message)
    except CircleError as error:
        yield unread(error, str(guidance))


def look_at_words(log: Log, known: Known) -> Iterator[Problem]:
    """Look at what the log says on its site in its own words."""
    errors: list[CircleError] = []
    words = _read(log, errors)
    yield from (malformed(error, str(log.root / GUIDANCE)) for error in errors)
    for each in words:
        if each.fault:
            yield _problem(each.fault, first_place(each), fault_error(each.fault, Place("")).message)
        for where, what in unseen(each):
            yield _problem(PointFault.IDENTIFIER, where, what)
        yield from (malformed(error, str(each.path)) for error in broken_links(each))
        for asked in unsettled_in(each, known.lists):
            if not each.fault or not asked.may_be_explained:  # what can be explained, its reader is asked about
                yield _problem(PointFault.IDENTIFIER, asked.place, asked.what, f"“{asked.words}” {asked.reason}")
    for where in dict.fromkeys(names_in_words(words, known.terms)):
        yield _problem(PointFault.IDENTIFIER, where, _NAMED)


def _read(log: Log, errors: list[CircleError]) -> Sequence[OwnWords]:
    """Read them as the building of the site does; what cannot be read is added to `errors`."""
    words: Sequence[OwnWords] = ()
    try:
        words = all_words(log.root, errors.append)
        for each in words:
            if each.name.endswith(".md") and "/" not in each.name:
                heading_of(read_page(each.path), each.path.stem)
    except CircleError as error:
        errors.append(error)
    return words


def _problem(kind: str, where: Place, what: str, detail: str | None = None) -> Problem:
    return Problem(kind=str(kind), path=str(where.path), line=where.line or 1, what=what, detail=detail)
