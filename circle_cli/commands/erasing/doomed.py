"""A session that is to be erased, and all that is known to hold it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from circle_cli.commands.drafts.holders import how_to_free
from circle_cli.commands.edge import now
from circle_cli.commands.erasing.backups import backup_folder
from circle_cli.commands.erasing.named import named_in, named_in_sparks
from circle_cli.commands.folders import decided_folder, drafts_folders
from circle_cli.commands.year.kept import evidence_folder
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.files import own_pages
from circle_cli.ids import POINT_ID, PROPOSALS, SESSION_ID
from circle_cli.interview.draft.holding import is_open
from circle_cli.log.debris import left_of
from circle_cli.log.erasing.erasing import Remote, remotes_of
from circle_cli.log.erasing.finding.gathering import Seen, gather_words, look_for
from circle_cli.log.erasing.finding.leftovers import Leftover, Search
from circle_cli.log.erasing.finding.sparked import sparked_by
from circle_cli.log.erasing.finding.traces import Traces, find_traces, month_versions
from circle_cli.log.erasing.finding.words import Words, words_of
from circle_cli.log.erasing.refusing import refuse_unfound, refuse_unsaved, repository_of
from circle_cli.log.erasing.store import Store
from circle_cli.log.folder import Log, all_session_files, find_session, id_of, session_id_in
from circle_cli.log.history.repository import Repository, spelling
from circle_cli.log.points import point_files
from circle_cli.log.sparks.finding import spark_files
from circle_cli.session.file import parse_session
from circle_cli.session.record import CastEntry, Session
from circle_cli.share.proposal import State, path_of, read_proposal
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import content_of
from circle_cli.text import decode
from circle_cli.vocabulary import Share
from circle_cli.waiting import how_far


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """A session that is to be erased; `session` where a version of it can be read."""

    id: str
    root: Path
    session: Session | None
    cast: tuple[CastEntry, ...] = field(repr=False)
    """The people of all its versions, and of the spark that it began with, so that no site says one of them."""

    files: tuple[Path, ...]
    """Its own, which go last: whatever is interrupted is found again by them."""

    proposals: tuple[Path, ...]
    """What came of it and was never approved, be it there still or in the history alone."""

    leftovers: tuple[Path, ...]
    """Drafts, and what editors and the like keep of it in the log."""

    sparked: tuple[Path, ...]
    """Months of sparks with a line that the session began with: it goes, and they stay."""

    mentions: tuple[Path, ...]
    """What stays, though it holds words of it."""

    repository: Repository | None
    traces: Traces
    words: Words = field(repr=False)
    remotes: tuple[Remote, ...]
    backup_folder: Path
    backup: Path | None
    undone: bool
    """Whether somebody began to erase it, and was interrupted."""


def look(log: Log, short: str, undone: Iterable[str]) -> Doomed:
    """Find the session: by its file, or, where that is gone already, in the history by its whole id.

    Raises:
        CircleError: there is none, or it cannot be erased now; nothing was touched.
    """
    session_id = _id(log, short)
    files = tuple(_real(path) for path in map(Path, all_session_files(log)) if id_of(path) == session_id)
    drafts = _drafts(log, session_id)
    repository = repository_of(log.root)
    seen = look_for(Store(folder=repository.top), session_id) if repository else Seen()
    sessions = list(_read((*_contents(files), *seen.versions)))
    proposals = _never_approved(log, sessions)
    own = (*files, *proposals)
    words, traces = _known(log, session_id, repository, seen, own, named_in(sessions, log.root))
    found = _leftovers(log, session_id, words, own)
    readings = (left for path in proposals for left in left_of(path.stem, drafts_folders(log)))
    checked_out = _checked_out(repository, traces, session_id, own) if repository else ()
    leftovers = dict.fromkeys((*drafts, *readings, *(each.path for each in found if each.goes), *checked_out))
    months = _months(log)
    left = {path: words.sparked.without(content) for path, content in months.items()}
    sparked = {path for path in months if left[path] != months[path]}
    if not (files or traces.any or leftovers or sparked or seen.versions or session_id in undone):
        raise CircleError(f"{session_id}: no such session in {log.root}, nor in its history", USAGE)
    folder = backup_folder(log)
    told = dict.fromkeys(each.path for each in found if not each.goes and each.read)
    return Doomed(
        id=session_id,
        root=log.root.resolve(),
        session=sessions[0] if sessions else None,
        cast=(*_cast_in(sessions), *named_in_sparks(words.sparked.sparks, log.root)),
        files=files,
        proposals=proposals,
        leftovers=tuple(leftovers),
        sparked=tuple(sorted(sparked)),
        mentions=tuple(
            path for path in told if path not in leftovers and (path not in sparked or words.found_in(left[path]))
        ),
        repository=repository,
        traces=traces,
        words=words,
        remotes=remotes_of(Store(folder=repository.top), traces) if repository else (),
        backup_folder=folder,
        backup=folder / f"{session_id}-{now():%Y%m%dT%H%M%SZ}.bundle" if traces.any else None,
        undone=session_id in undone,
    )


def _known(
    log: Log,
    session_id: str,
    repository: Repository | None,
    seen: Seen,
    own: tuple[Path, ...],
    named: frozenset[str],
) -> tuple[Words, Traces]:
    """Give what tells the session, and what git holds of it; `own` are its files, and what came of it."""
    others, months = _others(log, session_id, own), _months(log)
    there = {id_of(path) or "" for path in map(Path, all_session_files(log))} - {session_id}
    if repository is None:
        words = words_of(session_id, _contents(own), others, named)
        return replace(words, sparked=sparked_by(session_id, months.values(), there)), Traces()
    top, store = repository.top, Store(folder=repository.top)
    within = _within(top, own)
    sparked = sparked_by(session_id, (*months.values(), *month_versions(store)), there)
    changed = [path for path, content in months.items() if sparked.without(content) != content]
    refuse_unsaved(top, session_id, (*within, *_within(top, changed)))
    also = [spelling(path, top) for path in within if path.is_relative_to(log.root.resolve() / PROPOSALS)]
    words = replace(gather_words(store, session_id, seen, also, _contents(own), others, named), sparked=sparked)
    traces = find_traces(store, session_id, also, words)
    refuse_unfound(top, within, traces)
    return words, traces


def _months(log: Log) -> dict[Path, bytes]:
    """Give the files of the months' sparks, with what stands in each."""
    found: dict[Path, bytes] = {}
    with suppress(CircleError):
        for path in spark_files(log):
            with suppress(CircleError):
                found[_real(path)] = content_of(path)
    return found


def _drafts(log: Log, session_id: str) -> tuple[Path, ...]:
    """Give its drafts, none of which may be open, what was made of it as evidence, and what was decided for it."""
    drafts = left_of(session_id, (*drafts_folders(log), evidence_folder(log), decided_folder(log)))
    drafts = (*drafts, *_portfolios(log, session_id))
    for each in drafts:
        if each.suffix == ".jsonl" and not each.is_symlink() and is_open(each):
            how, do = how_to_free(each)
            raise CircleError(f"{session_id}: it is {how}, where words of it may still be", USAGE, do=do)
    return drafts


def _portfolios(log: Log, session_id: str) -> Iterator[Path]:
    """Give the drafts of portfolios in which something of it was settled: they ask again about all the others."""
    for folder in dict.fromkeys(drafts_folders(log)):
        for path in sorted(folder.glob("portfolios-*")):
            with suppress(OSError, CircleError):
                if session_id.encode() in content_of(path):
                    yield path


def _id(log: Log, short: str) -> str:
    if SESSION_ID.fullmatch(short):
        return short
    path = find_session(log, short)
    session_id = id_of(path)
    if session_id is None:
        raise CircleError("there is no session's id in it", USAGE, where=Place(path), do="delete it by hand")
    return session_id


def _never_approved(log: Log, sessions: Iterable[Session]) -> tuple[Path, ...]:
    """Name the proposals that came of a session and that nobody approved; a file may be gone, and its history not."""
    public = {path.stem for path in point_files(log)}
    points = [point for session in sessions for point in session.learning_points or ()]
    shared = {each.point for each in points if each.share is Share.PUBLISHED} | public
    shared = {each for each in shared if each and not is_revised(log.root, each)}
    ids = dict.fromkeys(each.point for each in points if each.point and each.point not in shared)
    return tuple(_real(path_of(log.root, id_)) for id_ in ids if POINT_ID.fullmatch(id_))


def is_revised(log_root: Path, point_id: str) -> bool:
    """Tell whether other words for a published learning point were proposed, and nobody has approved them."""
    path = path_of(log_root, point_id) if POINT_ID.fullmatch(point_id) else None
    if path is None or not path.is_file():
        return False
    with suppress(CircleError):
        return read_proposal(path).state is not State.APPROVED
    return False


def _leftovers(log: Log, session_id: str, words: Words, known: Iterable[Path]) -> tuple[Leftover, ...]:
    """Look through the log, and through where drafts are kept."""
    root = log.root.resolve()
    own, inside = drafts_folders(log)
    search = Search(session_id=session_id, words=words, but=frozenset(known))
    outside = () if own == inside else search.leftovers(own)
    return (*search.leftovers(root), *(each for each in outside if each.goes))


def _checked_out(repository: Repository, traces: Traces, session_id: str, known: Iterable[Path]) -> tuple[Path, ...]:
    """Give the files in the work tree that git will no longer know."""
    paths = (repository.top / os.fsdecode(path) for path in sorted(traces.paths))
    shared = (repository.top / os.fsdecode(path) for path, _ in sorted(traces.places))
    own = (path for path in shared if path.is_file() and session_id_in(path.read_bytes()) == session_id.encode())
    return tuple(path for path in (*paths, *own) if os.path.lexists(path) and path not in set(known))


def _others(log: Log, session_id: str, doomed: Iterable[Path]) -> Iterator[bytes]:
    """Give what other sessions say and are called, and what anybody may read: no word of that tells a session."""
    gone = set(doomed)
    sessions = [path for path in map(Path, all_session_files(log)) if id_of(path) not in (None, session_id)]
    folders = (log.root / "guidance", log.root / PROPOSALS, own_pages())
    pages = (path for folder in folders if not leads_elsewhere(folder) for path in sorted(folder.rglob("*.md")))
    yield "\n".join(path.name for path in sessions).encode("utf-8", "replace")
    others = [path for path in (*sessions, *pages) if _real(path) not in gone]
    yield from _contents(how_far.each(others, "Looking at other sessions"))


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        with suppress(CircleError):
            yield content_of(path)


def _read(versions: Iterable[bytes]) -> Iterator[Session]:
    for version in versions:
        with suppress(CircleError):
            yield parse_session(decode(version, ""), "")


def cast_of(versions: Iterable[bytes]) -> tuple[CastEntry, ...]:
    """Give the people of all these versions of a session; of one that cannot be read, none."""
    return _cast_in(_read(versions))


def _cast_in(sessions: Iterable[Session]) -> tuple[CastEntry, ...]:
    return tuple(entry for each in sessions for entry in each.cast or ())


def _real(path: Path) -> Path:
    return path.parent.resolve() / path.name


def _within(top: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Give the files that lie in the repository, and not behind a link that leads out of it."""
    return tuple(path for path in files if path.is_relative_to(top))
