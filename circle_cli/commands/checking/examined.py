"""Looks at every file of a log, and gives all that is wrong. `circle check` says it."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from circle_cli.commands.checking.found.bases.base import look_at_base
from circle_cli.commands.checking.found.before import Before
from circle_cli.commands.checking.found.carried import look_at_carried
from circle_cli.commands.checking.found.problem import Problem, looked_at, malformed, read_file, unread
from circle_cli.commands.checking.found.proposals import look_at_proposal
from circle_cli.commands.checking.found.public import Known, look_at_history, look_at_point, look_at_words
from circle_cli.commands.checking.found.readers_copy import look_at_readers_copy
from circle_cli.commands.checking.found.rehearsed import look_at_site
from circle_cli.commands.checking.found.reports import of_private, of_public, speaks_of
from circle_cli.commands.checking.found.sessions import Sessions, look_at_sparks
from circle_cli.commands.checking.found.since import Since
from circle_cli.commands.erasing.names_kept import finding_erased
from circle_cli.errors import CircleError
from circle_cli.guidance.files import PAGES, own_question_files
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.vocabulary import load_vocabulary
from circle_cli.identifiers.lists import ALLOWED, LISTS_FOLDER, NAMES, WRITERS, Lists, load_lists
from circle_cli.ids import MARK, REPORTS, WITHDRAWN
from circle_cli.log.copies import ACopy, told
from circle_cli.log.folder import ERASED, Log, copies_in
from circle_cli.log.history.past import tracked
from circle_cli.log.points import point_files, points_folder
from circle_cli.log.reading.astray import astray
from circle_cli.log.survey import (
    FileFault,
    Stray,
    conflicts,
    survey_proposals,
    survey_public,
    survey_reported,
    survey_sessions,
    survey_settings,
    survey_sparks,
)
from circle_cli.log.unsettled import unsettled
from circle_cli.own_words.pages import added_pages
from circle_cli.own_words.site import OF_SITE
from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.notices import is_withdrawn, read_notice
from circle_cli.points.of_base.returned import RETURNED, load_returned
from circle_cli.points.of_base.same import SAME, load_same
from circle_cli.points.of_base.themes import THEMES_OF_TEAMS, load_meanings
from circle_cli.settings import is_base, load_settings
from circle_cli.share.release import unfit
from circle_cli.share.release.erased import parse_erased
from circle_cli.share.release.listed import NAMES_SOMEBODY, TOLD, lines_with_names
from circle_cli.share.release.terms import make_terms
from circle_cli.signing.lists import own_lists, unread_lists
from circle_cli.signing.lists import told as told_of_list
from circle_cli.signing.readers import READERS, Admitted, load_readers
from circle_cli.site.building.mkdocs_yml import looked_through
from circle_cli.system.no_links import content_of, inside, names_in
from circle_cli.text import decode, left_by_git, text_of
from circle_cli.waiting import how_far


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """What was looked at, and what was found; `open` counts the sessions that everybody on this computer may read.

    `joined` are those in which a name of the cast has commas in it, `unnamed` those with what looks like the heading of
    an own question and is none.
    """

    sessions: int
    points: int
    reports: int
    proposals: int
    open: int
    findings: tuple[Problem, ...]
    joined: tuple[str, ...]
    unnamed: tuple[str, ...]


def examine(log: Log, *, with_site: bool = True, since: Since | None = None, before: Before | None = None) -> Examined:
    """Look at everything; at what would go along into a new site, and at that, only `with_site`.

    `since` a commit, of the files that have no bearing on others only those are looked at that changed. What was found
    well `before` is not looked at again, and what is well now is kept there.
    """
    since, before = since or Since(root=log.root), before or Before(log.root)
    own = survey_sessions(log)
    waiting, reported = survey_proposals(log), survey_reported(log)
    own_questions = _own_questions(log)
    pages = frozenset((*PAGES, *_added(log), "themes.yml", *_frameworks(log), *own_questions))
    sparks, public = survey_sparks(log), survey_public(log, pages)
    settings = survey_settings(log, LISTS_FOLDER)
    found = [_stray(each) for survey in (own, sparks, waiting, reported, public, settings) for each in survey.strays]
    sessions, new = Sessions([Path(name).stem for name in own_questions]), Sessions()
    read = own.files if since.needs_every_name else [*filter(since.has, own.files)]
    for path in how_far.each(read, "Reading the sessions"):
        found += read_file(path, sessions.take)
        if not since.all and since.has(path):
            [*read_file(path, new.take)]
    copies = _copies(log)
    found += copies
    for path in filter(since.has, reported.files):
        found += looked_at(path, lambda text, where: of_private(text, where, log))
    found += look_at_sparks(filter(since.has, sparks.files))
    lists, unread = _lists(log)
    themes, wrong = _guidance(log)
    found += [*unread, *wrong, *_settings(log)]
    found += [malformed(error, str(log.root)) for error in unsettled(log)]
    found += [*_astray(log), *look_at_readers_copy(log)]
    found += read_file(str(log.root / ERASED), parse_erased) if os.path.lexists(log.root / ERASED) else ()
    readers, unknown = _readers(log)
    found += unknown
    found += _lists_read(log, readers, sessions)
    known = sessions.known(lists, themes, readers)
    with suppress(CircleError):  # said with the settings
        known = replace(known, meanings=load_meanings(log.root))
    before.judge_by(log, known)
    found += look_at_base(log, before, since.commit)
    wanted = partial(since.wants, of_points=new.points, new=new.terms(lists))
    proposals = [*filter(wanted, waiting.files)]
    for path in how_far.each(proposals, "Looking at proposals"):
        found += look_at_proposal(path, points_folder(log), known)
    found += [*look_at_words(log, known), *look_at_history(log.root / "guidance", readers)]
    found += look_at_carried(log.root, known.terms) if with_site else ()
    wordings: dict[str, int] = {}
    shown = log.root / "guidance"
    points, reports, guidance = 0, 0, f"{shown}{os.sep}"
    gone = {Path(path).stem for path in public.files if path.startswith(f"{guidance}{WITHDRAWN}{os.sep}")}
    fit = _known_of_reports(log, known)
    for path in how_far.each([*filter(wanted, public.files)], "Looking at public files"):
        folder = path[len(guidance) : path.rfind(os.sep)].replace(os.sep, "/")
        if folder == WITHDRAWN:
            found += read_file(path, lambda _, where: read_notice(Path(where)))
        elif folder == REPORTS:
            reports += not (gone and speaks_of(Path(path)) in gone)
            found += before.look(
                path, partial(looked_at, path, lambda _, where: of_public(where, readers, fit, wordings))
            )
        elif folder == POINTS_FOLDER:
            points += not is_withdrawn(shown, Path(path).stem)
            found += before.look(path, partial(look_at_point, path, known, wordings))
        else:
            found += _marks(path)
    if with_site and since.touches_site:
        found += before.look_at_site(partial(look_at_site, log.root, found), public.files, found)
    before.keep(found, all_looked_at=since.all)
    return Examined(
        sessions=len([*filter(since.has, own.files)]) - len([*filter(lambda copy: since.has(copy.path), copies)]),
        points=points,
        reports=reports,
        proposals=len(proposals),
        open=own.open + sparks.open,
        findings=tuple(sorted(dict.fromkeys(filter(since.keeps, found)), key=lambda each: (each.path, each.line))),
        joined=tuple(filter(since.has, sessions.joined)),
        unnamed=tuple(filter(since.has, sessions.unnamed)),
    )


def _known_of_reports(log: Log, known: Known) -> unfit.Known:
    of_reports = unfit.Known(lists=known.lists, everybody=(), terms=known.terms)
    with suppress(CircleError):  # what is wrong with that file is said where it is read
        return replace(of_reports, erased=finding_erased(log))
    return of_reports


def _copies(log: Log) -> list[Problem]:
    """Give the copies of sessions; of links something else is said."""
    found: list[Problem] = []
    with suppress(CircleError):
        for copy in copies_in(log):
            error = told(copy)
            if isinstance(error, ACopy):
                found.append(Problem(kind=str(FileFault.STRAY), path=copy.path, what=error.message))
    return found


def _astray(log: Log) -> list[Problem]:
    """Give what of the sessions is missing, or elsewhere; a folder that may not be looked into was said already."""
    found: list[Problem] = []
    try:
        known = tracked(log.root, "sessions")
    except CircleError as error:
        return [unread(error, str(log.root))]
    with suppress(CircleError):
        for each in astray(log, known) if not is_base(log.root) and point_files(log) else ():
            path = str(each.where.path) if each.where else str(log.root)
            found.append(Problem(kind=str(FileFault.STRAY), path=path, what=each.message))
    return found


def _readers(log: Log) -> tuple[Admitted, list[Problem]]:
    """Give the readers of the log; none where that cannot be read, so that no approval counts."""
    try:
        return load_readers(log.root), []
    except CircleError as error:
        return Admitted(), [malformed(error, str(log.root / READERS))]


def _lists(log: Log) -> tuple[Lists, list[Problem]]:
    """Give the lists of the identifier check; the tool's own where the log's cannot be read."""
    found: list[Problem] = []
    try:
        for path in names_in(log.root / LISTS_FOLDER, ".txt"):
            found += _marks(str(path)) if path.name in (ALLOWED, NAMES, WRITERS) else ()
        return load_lists(log.root), found
    except CircleError as error:
        return load_lists(None), found or [malformed(error, str(log.root / LISTS_FOLDER))]


def _lists_read(log: Log, readers: Admitted, sessions: Sessions) -> Iterator[Problem]:
    """Tell which lists of the log nobody has approved as they stand, and where one names somebody of any cast."""
    try:
        for _, path, fault in unread_lists(log.root, readers):
            yield Problem(kind=fault, path=str(path), what=f"{told_of_list(fault)}; `circle review --lists`")
        terms = make_terms(sessions.entries, (), load_lists())
        for _, path in own_lists(log.root):
            for line in lines_with_names(text_of(path), terms):
                yield Problem(kind=NAMES_SOMEBODY, path=str(path), line=line, what=TOLD)
    except CircleError as error:
        yield malformed(error, str(log.root / LISTS_FOLDER))


def _guidance(log: Log) -> tuple[frozenset[str], list[Problem]]:
    """Give the themes that there are, and what is wrong with the pages; its first mistake is all that a page tells."""
    found: list[Problem] = []

    def broken(error: CircleError) -> None:
        found.append(malformed(error, str(log.root / "guidance")))

    try:
        load_vocabulary(log.guidance)
    except CircleError as error:
        broken(error)
    try:
        return load_guidance(log.guidance, broken).known_themes, found
    except CircleError as error:
        broken(error)
    return load_guidance().known_themes, found


_SETTLED: tuple[tuple[str, Callable[[Path], object]], ...] = (
    (MARK, load_settings),
    (OF_SITE, looked_through),
    (RETURNED, load_returned),
    (SAME, load_same),
    (THEMES_OF_TEAMS, load_meanings),
)
"""What stands in the root of a log, and how it is read."""


def _settings(log: Log) -> Iterable[Problem]:
    """Read the log's settings, and those of its site: what is said of them is said of nothing else."""
    for name, look in _SETTLED:
        if os.path.lexists(path := log.root / name):
            yield from list(_marks(str(path))) or read_file(str(path), lambda *_, look=look: look(log.root))


def _added(log: Log) -> tuple[str, ...]:
    with suppress(CircleError):  # said where the settings are read
        return added_pages(log.root)
    return ()


def _frameworks(log: Log) -> list[str]:
    with suppress(CircleError):  # said where the guidance is read
        folder = inside(log.root, log.root / "guidance" / "frameworks")
        return [f"frameworks/{path.name}" for path in names_in(folder, ".yml")]
    return []


def _own_questions(log: Log) -> list[str]:
    with suppress(CircleError):  # said where the guidance is read
        return [f"questions/{path.name}" for path in own_question_files(inside(log.root, log.root / "guidance"))]
    return []


def _marks(path: str) -> Iterator[Problem]:
    try:
        content = content_of(path)
    except CircleError as error:
        yield unread(error, path)
        return
    yield from _conflicts(path, content)
    try:
        decode(content, path)
    except CircleError as error:
        yield malformed(error, path)


def _conflicts(path: str, content: bytes) -> Iterator[Problem]:
    for line in conflicts(content):
        yield malformed(left_by_git(path, line), path)


def _stray(stray: Stray) -> Problem:
    return Problem(kind=str(stray.fault), path=stray.path, what=stray.what)
