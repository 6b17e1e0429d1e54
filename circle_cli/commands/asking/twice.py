"""A sheet that is in the log already: looked for by its words, since many a sheet has no id."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.entries.sessions import read_sessions, spelt_out
from circle_cli.log.folder import Log, session_files
from circle_cli.session.alike import folded, is_held_by
from circle_cli.session.record import Session

_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
"""Words that stand in a session's file as they were typed, whatever is escaped there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """The session in the log that is most like one from a sheet: in its words, in its name and day, or in both."""

    path: Path
    in_words: bool
    in_name: bool


def most_alike(log: Log, session: Session, keys: Collection[str]) -> Alike | None:
    """Find it; `keys` are those that the sheet has a value for."""
    wanted = [_longest([session.title]), _longest(session.answers.values())]
    sought = [words.encode() for words in wanted if words]

    def may_hold(content: bytes) -> bool:
        return any(words in content for words in sought) or spelt_out(content)

    found: list[Alike] = []
    for each in read_sessions(session_files(log), _pass_over, may_hold):
        in_name = folded(each.session.title) == folded(session.title)
        in_name = in_name and ("date" not in keys or each.session.date == session.date)
        in_words = is_held_by(session, each.session, [key for key in keys if key not in ("id", "title", "date")])
        if in_name or (in_words and session.answers):
            found.append(Alike(path=each.path, in_words=in_words, in_name=in_name))
    return max(found, key=lambda alike: (alike.in_words, alike.in_name), default=None)


def _longest(texts: Iterable[str]) -> str:
    return max((words for text in texts for words in _PLAIN.findall(text)), key=len, default="")


def _pass_over(_: CircleError) -> None:
    """Leave a file that cannot be read to the commands that are asked to read it."""
