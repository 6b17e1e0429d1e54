"""The ids that files and scripts rely on, and how new ones are made. What was published once never changes."""

import re
from collections.abc import Callable
from datetime import date

QUESTIONS = ("what-worked", "influence", "perspectives", "barriers", "safety", "theory", "learning", "actions")
SECTIONS = ("situation", *QUESTIONS, "notes", "follow-up")
"""What a heading in a session's body may open, in the order in which they are written."""

MARK = "circle.yml"
"""The file that marks a log's root, and holds its settings."""

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letter or digit that is mistaken for another when read aloud or copied by hand."""

SESSION_ID = re.compile(rf"[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])-[{ALPHABET}]{{4}}")

POINT_ID = re.compile(rf"[{ALPHABET}]{{8}}")
"""What a learning point's id looks like; it is random, and no part of it comes from the session."""

POINT_FILE = re.compile(rf"{POINT_ID.pattern}\.md")
"""What a learning point's file is called."""

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
