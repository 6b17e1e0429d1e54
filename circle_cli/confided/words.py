"""By which words what the program writes of sessions says that it is private: it is known by them wherever it lies."""

import re

from circle_cli.ids import SESSION_ID

AS_TOLD = "Private. It names people as they were named in the session: keep it where only those read it who may know."
INSTEAD = (
    "Private. Other words stand here for the names of people and places. Whoever knows the situation may still know "
    "who is meant, so keep it safe."
)
OF_ONE_PERSON = "Private to {name}: whom to show it to is for {name} to decide."
COUNTED = "Private: it is made from sessions. Agree who may see it before you show it to anybody."
OF_AN_EVENT = (
    "For those of us who were there, and for nobody else. The stories are left out, and the names of those in them. "
    "People who know the situation may still know who is meant, so keep this safe and do not send it on."
)
OF_LEARNING = "Names of people and places were replaced by what to say instead."
OF_A_PORTFOLIO = (
    "What stands under a statement is in the words of the person named above. Names were replaced by what to say "
    "instead, and what the identifier check pointed out was settled by that person. The wording of the statements is "
    "the publisher's: only their numbers and names stand here."
)
IN_THE_STORY = "In the story (never published)"
MADE_BY = "-//circle//The practice learning circle//EN"
"""What a calendar says of who made it."""

ROW: tuple[str, ...] = ("Session", "Date", "Title")
"""How the rows of each table begin."""

_WHOLE = (AS_TOLD, INSTEAD, COUNTED, OF_AN_EVENT, OF_LEARNING, OF_A_PORTFOLIO, IN_THE_STORY, MADE_BY)
_MAY = re.compile("Private|nobody|replaced|never|//circle//|Session")
"""One word of each: most texts have none."""

_LISTED = re.compile(rf"^{SESSION_ID.pattern}(?:  | · )", re.MULTILINE)
"""How a line of `circle list` begins, and the second of `circle show`."""


def _letters(text: str) -> str:
    """Leave out what other programs change: signs, line breaks, marks of quotation."""
    return re.sub(r"[\W_]+", "", text)


_SENTENCES = tuple(map(_letters, _WHOLE))
_NAMED = re.compile(_letters(OF_ONE_PERSON.replace("{name}", "X")).replace("X", r"\w{1,80}"))
_TABLE = re.compile(f"{''.join(ROW)}(?:Number|Howthecirclewasused)")


def is_of_sessions(text: str) -> bool:
    """Tell whether a text without markup holds those words."""
    if _LISTED.search(text):
        return True
    if not _MAY.search(text):
        return False
    found = _letters(text)
    return any(each in found for each in _SENTENCES) or any(each.search(found) for each in (_NAMED, _TABLE))
