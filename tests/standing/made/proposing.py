"""Proposes a learning point from an invented session, as its author."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from making import git, session_text

Circle = Callable[..., Any]

FRONT = """\
setting: children
themes: ["relationships", "a word of our own"]
cast:
  - {name: "Robin Vale", also: ["Rob"], say: "the young person"}
  - {name: "Larkspur Road"}
learning_points:
  - {id: 1, text: "Let Robin choose where to meet.", scope: general, share: "no"}
  - {id: 2, text: "Robin talks while walking.", scope: specific, share: "no"}
frameworks:
  - {framework: pcf-2018, statement: "6", how: "Robin said so."}
"""
TOLD = "Canaryword: Robin came to Larkspur Road."
SESSION = session_text("2026-05-05-abcd", "The walk with Robin", FRONT, what_worked=TOLD)

PARTS: dict[str, Any] = {
    "title": "Let people choose the place",
    "what-to-try": "Ask where a first meeting should be, as we asked Rob, and offer to walk there.",
    "why": "A place of one's own choosing is a safe one. Bowlby would have said so, and so would Zyxwv.",
    "where-not": "Where it has to be private, and there is one such room only.",
    "how": "Offer three places. Ask again each time. On 3 May it rained, so we took a café.",
    "rests-on": "One account.",
    "themes": ["relationships"],
    "setting": "both",
    "questions": ["learning", "perspectives"],
    "replace": [{"words": "3 May", "instead": "in the spring"}],
    "explained": [{"words": "Zyxwv", "reason": "an author"}],
}


def become(log: Path, somebody: str) -> None:
    git(log, "config", "user.email", f"{somebody}@example.org")
    git(log, "config", "user.name", somebody)


def propose(circle: Circle, log: Path, **changed: Any) -> Any:
    given = {key: value for key, value in (PARTS | changed).items() if value is not None}
    return circle("share", "abcd", "--from", "-", cwd=log, stdin=json.dumps(given))
