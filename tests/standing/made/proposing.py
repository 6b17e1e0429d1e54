"""Proposes a learning point from an invented session, as its author."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from making import git, hold_key, session_text
from signed import sign

from circle_cli.share.proposal import read_proposal, render_proposal
from circle_cli.share.statement import STATEMENT, Statement, stated

Circle = Callable[..., Any]

FRONT = """\
setting: children
themes: ["relationships", "a word of our own"]
cast:
  - {name: "Robin Vale", also: ["Rob"], say: "the young person"}
  - {name: "Larkspur Road"}
learning_points:
  - {id: 1, text: "Let Robin choose where to meet.", scope: general, matters: 7, share: "no"}
  - {id: 2, text: "Robin talks while walking.", scope: specific, share: "no"}
frameworks:
  - {framework: pcf-2018, statement: "6", how: "Robin said so."}
learning_outcomes: ["Canaryword, Unit 2"]
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


JO = 7
"""Whose key Jo has; everybody else has that of the reader who is known in tests."""


def become(log: Path, somebody: str) -> None:
    hold_key(JO if somebody == "jo" else 1)
    git(log, "config", "user.email", f"{somebody}@example.org")
    git(log, "config", "user.name", somebody)


def sign_anew(path: Path, seed: int = JO) -> None:
    """Have an author sign what a hand wrote into their proposal."""
    proposal = read_proposal(path)
    statement = proposal.statement or Statement(tool="0.1.0", lists="1-abc")
    message = stated(proposal.point, proposal.explained, statement, proposal.author)
    signed = replace(statement, signature=sign(message, STATEMENT, seed))
    path.write_text(render_proposal(replace(proposal, statement=signed)), encoding="utf-8")


def propose(circle: Circle, log: Path, **changed: Any) -> Any:
    given = {key: value for key, value in (PARTS | changed).items() if value is not None}
    return circle("share", "abcd", "--from", "-", cwd=log, stdin=json.dumps(given))
