"""The ids that files and scripts rely on, and how new ones are made. What was published once never changes."""

import re
from collections.abc import Callable, Iterable
from datetime import date

QUESTIONS = ("what-worked", "influence", "perspectives", "barriers", "safety", "theory", "learning", "actions")
SECTIONS = ("situation", *QUESTIONS, "notes", "follow-up")
"""What a heading in a session's body may open, in the order in which they are written.

Questions that a log has beside the eight open one too, where the file's front matter names them.
"""

_PREAMBLE = "preamble"
"""What a session says above its sections goes by this name beside theirs."""

_OWN_QUESTION = re.compile("(?=.{2,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*")

MARK = "circle.yml"
"""The file that marks a log's root, and holds its settings."""

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter or digit that is mistaken for another when read aloud or copied by hand."""

SESSION_ID = re.compile(rf"[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])-[{ALPHABET}]{{4}}")

POINT_ID = re.compile(rf"[{ALPHABET}]{{8}}")
"""What a learning point's id looks like; it is random, and no part of it comes from the session."""

POINT_FILE = re.compile(rf"{POINT_ID.pattern}\.md")
"""What a learning point's file is called."""

SPARKS = "sparks"
"""The folder of a log in which lines of what went well are kept, a file for each month."""

PROPOSALS = "proposals"
"""The folder of a log in which learning points wait for a second reader."""

REPORTS = "reports"
"""The folder inside `guidance/` for what others report from trying a learning point; and that inside PROPOSALS."""

FOR_READERS = "for-readers"
"""The branch on which what waits for readers without the log lies."""

INCOMING = "in/"
"""How the branches begin on which something comes in to a base."""

WITHDRAWN = "withdrawn"
"""The folder inside `guidance/` with a notice for each id that was taken back."""


def may_be_own_question(found: str) -> bool:
    """Tell whether an id can be that of a question beside the eight: none of ours, and a file's name anywhere."""
    return found not in (*SECTIONS, _PREAMBLE) and _OWN_QUESTION.fullmatch(found) is not None


def own_questions(sections: Iterable[str]) -> tuple[str, ...]:
    """Give those sections that are none of ours: answers to a log's own questions."""
    return tuple(name for name in sections if name not in SECTIONS)


def in_order(sections: Iterable[str]) -> tuple[str, ...]:
    """Give sections in the order in which they are written: own questions follow the eight."""
    there = tuple(sections)
    after = SECTIONS.index(QUESTIONS[-1]) + 1
    return tuple(name for name in (*SECTIONS[:after], *own_questions(there), *SECTIONS[after:]) if name in there)


def new_session_id(day: date, pick: Callable[[str], str]) -> str:
    """Make an id for a session of that day; `pick` draws one character (the edge owns randomness)."""
    return f"{day.isoformat()}-{random_letters(pick, 4)}"


def new_point_id(pick: Callable[[str], str]) -> str:
    """Make an id for a learning point, from chance alone: it tells nothing of where it came from."""
    return random_letters(pick, 8)


def random_letters(pick: Callable[[str], str], count: int) -> str:
    """Draw so many letters and digits that can be read aloud."""
    return "".join(pick(ALPHABET) for _ in range(count))


def short_id(known: str) -> str:
    """Give what people type for an id: of a session's its four letters, without the day; any other whole."""
    return known[11:] or known


def id_in(name: str) -> str:
    """Give the session's id with which a file's name begins."""
    return name[:15]
