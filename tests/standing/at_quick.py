"""A quick session at a real terminal: the way to its end, what was kept of it, and its one answer."""

import re
from collections.abc import Callable
from pathlib import Path

from keys import CTRL_K
from terminals import Terminal

from circle_cli.interview.draft.lines import DraftState, read_draft

ENOUGH = "She came to all three of them, for once."
"""An answer of so many words that nobody is asked whether there is more."""


def kept(drafts: Path) -> DraftState:
    [path] = drafts.glob("*.jsonl")
    return read_draft(path)


def finish(at: Terminal) -> None:
    """Skip what is left of a quick session."""
    at.until("Question 2 of 3", "Ctrl-G").keys(CTRL_K)
    at.until("Question 3 of 3", "Ctrl-G").keys(CTRL_K)
    at.until("Thank you")
    assert at.end() == 0


def answer(sessions: Callable[[], list[Path]]) -> str:
    """Give the one answer of the one session, to the byte."""
    [path] = sessions()
    found = re.search(r"\{#what-worked\}\n\n(.*)\n\Z", path.read_bytes().decode("utf-8"), re.DOTALL)
    return found[1] if found else ""
