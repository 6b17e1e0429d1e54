"""The sessions of a log, read: listed, filtered, searched. A malformed file is reported, never hidden or changed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.entries.entry import FoundEntry, entry_of
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.matching import day_in, hits_among, newest_first, when, written
from circle_cli.log.folder import Log, session_files
from circle_cli.session.file import parse_session
from circle_cli.session.record import ActionPoint, Feedback, FeedbackFrom, Session
from circle_cli.session.spelling import folded
from circle_cli.system.no_links import content_of
from circle_cli.text import LEFT_BY_GIT, decode
from circle_cli.waiting import how_far

_LEFT_BY_GIT = LEFT_BY_GIT.encode()
_SPELT_OUT = re.compile(rb"\\[xuU\r\n]")
"""How YAML can write a letter, or a word over two lines."""

_SPELT_OTHERWISE = re.compile(
    rb"[\xc4-\xe1\xe3-\xff]|\xc2[\x80-\x9f\xa8\xaa\xad\xaf\xb2-\xb5\xb8-\xba\xbc-\xbe]|\xc3[\x86\x9f\xa6]"
    rb"|\xe2(?!\x80[\x90-\x95\x98-\x9f\xa2\xa6]|\x82\xac)"
)
"""What is in a file in which letters may be spelt otherwise than they are sought. Folding every file takes too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSession:
    """A session and its file."""

    path: Path
    session: Session


def newest_sessions(log: Log, filters: Filters, report: Callable[[CircleError], None]) -> list[FoundSession]:
    """Give the sessions that the filters let through, newest first."""
    files = [*newest_first(session_files(log, report), day_in, written)]
    return [each for each in read_sessions(files, report) if filters.let_through(entry_of(each.session))]


def newest_among(
    files: Iterable[str], filters: Filters, limit: int | None, report: Callable[[CircleError], None]
) -> list[FoundEntry]:
    """Give the newest sessions in these files that the filters let through, in short."""
    found = entries_in(newest_first(files, day_in, written), report)
    return list(islice((each for each in found if filters.let_through(each.entry)), limit))


def entries_in(files: Iterable[str], report: Callable[[CircleError], None]) -> Iterator[FoundEntry]:
    """Read the sessions in these files, and put them in short."""
    for each in read_sessions(files, report):
        yield FoundEntry(path=str(each.path), entry=entry_of(each.session))


def search_among(
    files: Iterable[str],
    words: Sequence[str],
    filters: Filters,
    limit: int | None,
    report: Callable[[CircleError], None],
) -> list[FoundEntry]:
    """Give the newest sessions in these files that hold every one of `words`, folded, with the lines that hold one."""
    hits = (each for each in hits_in(files, words, report) if filters.let_through(each.entry))
    return list(islice(newest_first(hits, lambda hit: hit.entry.id[:10], when), limit))


def hits_in(files: Iterable[str], words: Sequence[str], report: Callable[[CircleError], None]) -> Iterator[FoundEntry]:
    """Give the sessions in these files that hold every one of `words`, folded."""
    parts = [part for word in words for part in _parts(word)]
    plain = [part.encode() for part in parts if part.isascii()]

    def holds(content: bytes) -> bool:
        """Rule out most files without decoding them; never one that may hold a letter under another spelling."""
        if spelt_out(content):
            return True
        if content.isascii():
            lowered = content.lower()
            return len(plain) == len(parts) and all(part in lowered for part in plain)
        decoded = content.decode("utf-8", "replace")
        plainly = folded(decoded) if _SPELT_OTHERWISE.search(content) else decoded.casefold()
        return all(part in plainly for part in parts)

    for each in read_sessions(files, report, holds):
        lines = lines_in(each.session)
        if hits := hits_among(lines, folded("\n".join(lines)), words):
            yield FoundEntry(path=str(each.path), entry=entry_of(each.session), lines=hits)


def _parts(word: str) -> list[str]:
    """Give what of a word stands in a file as it is typed, whatever YAML or Markdown escapes around it."""
    return re.findall(r"[^\W_]+", word) or [""]


def spelt_out(content: bytes) -> bool:
    """Tell whether a file may hold a word under another spelling, which a look at its bytes would miss."""
    return b"\0" in content or (b"\\" in content and _SPELT_OUT.search(content) is not None)


def read_sessions(
    files: Iterable[str], report: Callable[[CircleError], None], holds: Callable[[bytes], bool] | None = None
) -> Iterator[FoundSession]:
    """Read the sessions in `files`; one whose bytes `holds` rules out is not parsed."""
    for name in how_far.each(files, "Reading the sessions"):
        try:
            content = content_of(name)
            if holds is None or holds(content) or _LEFT_BY_GIT in content:
                yield FoundSession(path=Path(name), session=parse_session(decode(content, name), name))
        except CircleError as error:
            report(error)


def lines_in(session: Session) -> list[str]:
    """Give everything a person wrote in a session, a line an entry."""
    cast = [", ".join((entry.name, *entry.also, *([entry.say] if entry.say else []))) for entry in session.cast or ()]
    scores = [
        f"{score.asked} {score.score} ({score.by}{f', {score.view}' if score.view else ''})"
        for score in session.scaling
    ]
    links = [f"{link.framework} {link.statement} {link.how or ''}".strip() for link in session.frameworks]
    texts = [session.id, session.title, *session.themes, session.preamble, *session.answers.values()]
    texts += [point.text for point in session.learning_points]
    texts += [_action(action) for action in session.action_points]
    texts += [*_told(session), *cast, *_people(session), *scores, *links, *session.learning_outcomes]
    return [line for text in texts for line in text.split("\n") if line.strip()]


def _told(session: Session) -> list[str]:
    """Give what people said to one another and of the session, with their names."""
    seen = [f"{each.text} ({each.by}, {each.to})" for each in session.observations]
    given = [f"{view.text} ({view.by})" for view in session.gathered]
    given += [f"{each.text} ({each.by})" for each in session.takeaways]
    feedback = [f"{text} ({each.by})" for each in session.feedback_from for text in _feedback(each) or [""]]
    return [*seen, *given, *feedback, *(_feedback(session.feedback) if session.feedback else [])]


def _feedback(feedback: Feedback | FeedbackFrom) -> list[str]:
    return [text for text in (feedback.positive, feedback.even_better, feedback.will_use) if text]


def _people(session: Session) -> list[str]:
    """Give who took part and what they wished, whose views there were, and when, where, in which event it was to be."""
    roles = [", ".join(names) for names in session.roles.values()]
    views = [*session.views.heard, *session.views.imagined] if session.views else []
    planned = [session.event.id if session.event else ""]
    if session.plan:
        planned += [session.plan.at or "", session.plan.place or "", *session.plan.wishes]
    return [*roles, session.facilitator or "", *views, *planned]


def _action(action: ActionPoint) -> str:
    who = ", ".join(name for name in (action.who, action.tracked_by) if name)
    line = f"{action.what} ({who})" if who else action.what
    return f"{line}\n{action.note}" if action.note else line
