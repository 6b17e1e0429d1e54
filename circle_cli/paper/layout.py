"""The recording sheet's fixed names: what stands where, for the sheet that is printed and the one that is read back.

The headings of the eight questions and the roles come from the guidance; their ids and everything here stay.
"""

from collections.abc import Mapping, Sequence

from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.paper.document import fingerprint
from circle_cli.vocabulary import Role

OWN = "own-"
"""How the ids of own questions' headings begin: none of ours does."""

SHEET = "sheet"
"""The id of the sheet's own heading: what tells our sheet from other files."""

FIRST_PAGE = QUESTIONS[:5]

HEADINGS = {
    SHEET: "Recording sheet",
    "about": "About this session",
    "who": "Who was there",
    "situation": "The practice situation",
    "gathered": "Views gathered beforehand",
    "encouragers-saw": "Good things the encouragers saw",
    "facilitator-saw": "Good things the facilitator saw",
    "peers-said": "Feedback from peers, for the presenter to keep",
    "takeaways": "What each of us takes away",
    "feedback": "Feedback on the session",
    "positive": "What was positive",
    "even-better": "What would make it even better",
    "will-use": "How the learning will be used",
    "feedback-from": "What each person said of it",
    "scaling": "On a scale of 1 to 10",
    "frameworks": "What it shows for a portfolio",
    "outcomes": "Learning outcomes that it speaks to",
    "notes": "Jotted notes",
    "follow-up": "Following up",
}
ABOUT = {
    "title": "A short name for it",
    "date": "Date",
    "mode": "How we used the circle",
    "presenter": "Whose practice",
    "id": "Session",
    "event": "Training event",
    "setting": "Services for",
    "focus": "What we looked at",
    "themes": "Themes",
    "safeguarding": "Raised under safeguarding procedures",
}
"""The first three stand on a blank sheet; of the others, those that a session has."""

FEEDBACK = {"positive": "positive", "even-better": "even_better", "will-use": "will_use"}
"""The key of each part of the feedback in a session's front matter."""

COLUMNS = {
    "about": ("About", "In your words"),
    "who": ("Role", "Name, or names"),
    "perspectives": ("Whose view", "Heard", "Imagined"),
    "gathered": ("Whose", "What they said"),
    "learning": ("Learning point", "This situation only", "May hold elsewhere"),
    "actions": ("What", "Who", "By when", "Who keeps track", "Done"),
    "encouragers-saw": ("By", "To", "What good practice, questioning or sharing was seen"),
    "facilitator-saw": ("To", "What good practice, questioning or sharing was seen"),
    "peers-said": ("From", "What they said to the presenter"),
    "takeaways": ("Who", "What I take away, or will do"),
    "feedback-from": ("By", "What was positive", "What would make it even better", "How the learning will be used"),
    "scaling": ("About", "Asked", "By", "1 to 10"),
    "frameworks": ("Framework", "Statement", "How"),
    "outcomes": ("Learning outcome",),
}
MORE_COLUMNS = {
    "learning": ("Matters, 1 to 10",),
    "actions": ("What became of it",),
    "scaling": ("Told or imagined",),
}
"""Columns at the end of a table that stand there only where there may be something for them, as on newer sheets."""
ALWAYS_MORE = ("learning",)
"""Where these columns stand on every sheet; those that were printed before may lack them."""

WIDTHS = {
    "about": (30, 70),
    "who": (30, 70),
    "perspectives": (64, 18, 18),
    "gathered": (30, 70),
    "learning": (64, 18, 18),
    "actions": (40, 15, 15, 15, 15),
    "encouragers-saw": (18, 18, 64),
    "facilitator-saw": (18, 82),
    "peers-said": (18, 82),
    "takeaways": (18, 82),
    "feedback-from": (16, 28, 28, 28),
    "scaling": (20, 50, 20, 10),
    "frameworks": (30, 30, 40),
    "outcomes": (100,),
}
WIDTHS_WITH_MORE = {
    "learning": (55, 15, 15, 15),
    "actions": (30, 13, 13, 13, 13, 18),
    "scaling": (18, 42, 18, 10, 12),
}
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
TICK = "x"
PRIVATE = (
    "Private: agree where it will be kept. Leave out names and whatever a person could be known by. "
    "It is not a case record: what belongs in one goes there as well."
)
HINTS = {
    "who": "Where somebody is on their own, nobody needs this page.",
    "perspectives": "Put a cross where a view was heard or imagined (ours, not the guide's). "
    "Whoever has none was missing.",
    "learning": "Put a cross in the column that fits.",
    "encouragers-saw": "Please keep time for this at the end.",
    "facilitator-saw": "The facilitator shows the way.",
    "takeaways": "Each in their own words, the facilitator too.",
}


def on_sheet(name: str) -> str:
    """Give the id of a section's heading on the sheet; that of an own question fits into the bookmark of a Word file.

    No heading of ours begins so, whatever an own question is called.
    """
    return name if name in SECTIONS else f"{OWN}{fingerprint(name).translate(_LETTERS)}"


def to_presenter(roles: Mapping[str, Sequence[str]]) -> str:
    """Give whom the feedback from peers is for: the presenter by name, where there is one."""
    names = roles.get(Role.PRESENTER, ())
    return names[0] if len(names) == 1 else Role.PRESENTER


def headers_of() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the header rows that each part's table may have."""
    return {
        part: (columns, *([columns + MORE_COLUMNS[part]] if part in MORE_COLUMNS else []))
        for part, columns in COLUMNS.items()
    }
