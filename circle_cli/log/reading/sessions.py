"""The sessions of a log, read: listed, filtered, searched. A malformed file is reported, never hidden or changed."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from circle_cli.errors import CircleError
from circle_cli.ids import SESSION_ID
from circle_cli.log.folder import Log, session_files
from circle_cli.session.file import parse_session
from circle_cli.session.record import ActionPoint, Feedback, FeedbackFrom, Session
from circle_cli.session.spelling import folded
from circle_cli.system.no_links import content_of
from circle_cli.text import LEFT_BY_GIT, decode
from circle_cli.vocabulary import Mode, Status

T = TypeVar("T")

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
    """A session and its file; `lines` are those in which a search found its words."""

    path: Path
    session: Session
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which sessions are wanted; None and empty mean all. Dates are included on both ends.

    `who` are the names by which one person goes.
    """

    since: date | None = None
    until: date | None = None
    mode: Mode | None = None
    status: Status | None = None
    theme: str | None = None
    who: tuple[str, ...] = ()

    def of(self, who: tuple[str, ...]) -> "Filters":
        """Give the same, and only those of somebody."""
        return replace(self, who=who)

    def let_through_begun(self, day: date, mode: str) -> bool:
        """Tell whether something is wanted that was begun, and has neither a status nor themes yet."""
        return self.of_day(day) and self.mode in (None, mode) and self.status is None and self.theme is None

    def of_day(self, day: date) -> bool:
        """Tell whether a day is wanted."""
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def let_through(self, session: Session) -> bool:
        """Tell whether a session is wanted."""
        return (
            self.of_day(session.date)
            and self.mode in (None, session.mode)
            and self.status in (None, session.status)
            and (self.theme is None or folded(self.theme) in (folded(theme) for theme in session.themes))
            and (not self.who or self._takes_part(session))
        )

    def _takes_part(self, session: Session) -> bool:
        from circle_cli.log.reading.named import takes_part  # nobody else has need of it

        return takes_part(self.who, session)


def newest_sessions(
    log: Log, filters: Filters, limit: int | None, report: Callable[[CircleError], None]
) -> list[FoundSession]:
    """Give the newest sessions that the filters let through; opens no more files than that takes."""
    files = _newest_first(session_files(log, report), _day_in, Path)
    found = (each for each in read_sessions(files, report) if filters.let_through(each.session))
    return list(islice(found, limit))


def search_sessions(
    log: Log, text: str, filters: Filters, limit: int | None, report: Callable[[CircleError], None]
) -> list[FoundSession]:
    """Give the newest sessions that hold every word of `text`, however it is spelt, with the lines that hold one."""
    words = folded(text).split()
    if not words:
        return []

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

    read = read_sessions(session_files(log, report), report, holds)
    found = (each for each in read if filters.let_through(each.session))
    hits = (hit for each in found if (hit := _hit(each, words)))
    return list(islice(_newest_first(hits, lambda hit: hit.session.id[:10], lambda hit: hit.path), limit))


def _newest_first(each: Iterable[T], day_of: Callable[[T], str], path_of: Callable[[T], Path]) -> Iterator[T]:
    """Put those of one day in order, too: the one that was written last comes first. An id says the day alone."""
    for _, those in groupby(each, key=day_of):
        several = list(those)
        if len(several) > 1:
            several.sort(key=lambda one: written(path_of(one)), reverse=True)
        yield from several


def _day_in(path: str) -> str:
    """Give the day of which a session's file is by its name; a file by another name stays where it is."""
    name = path[path.rfind(os.sep) + 1 :]
    return name[:10] if SESSION_ID.match(name) else name


def written(path: Path) -> int:
    """Tell when a file was written last; one that somebody took away meanwhile comes last."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


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
    for name in files:
        try:
            content = content_of(name)
            if holds is None or holds(content) or _LEFT_BY_GIT in content:
                yield FoundSession(path=Path(name), session=parse_session(decode(content, name), name))
        except CircleError as error:
            report(error)


def _hit(found: FoundSession, words: list[str]) -> FoundSession | None:
    lines = _lines(found.session)
    whole = folded("\n".join(lines))
    if not all(word in whole for word in words):
        return None
    hits = tuple(line for line in lines if any(word in folded(line) for word in words))
    return FoundSession(path=found.path, session=found.session, lines=hits)


def _lines(session: Session) -> list[str]:
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
