"""What two people wrote at once is to be looked at until somebody says in `circle edit` that it is right."""

from pathlib import Path
from typing import Any

from making import keep_session

LOOK_AT = "look_at: [what-worked]\n"


def test_it_is_looked_at_no_more_once_somebody_says_that_it_is_right(terminal: Any, editor: Any, log: Path) -> None:
    session = keep_session(log, "2026-11-20-k3f9", "Tea", LOOK_AT, what_worked="She came.")
    text = session.read_text()
    env = {"EDITOR": editor("path.write_text(path.read_text().replace('She came.', 'She stayed.'))")}
    at = terminal("edit", "k3f9", "--plain", size=(24, 250), env=env)
    at.until("“What worked, and why?”. Is it as it should be now?").until("Type a number").keys("1\r").until("Saved:")
    assert at.end() == 0
    assert session.read_text() == text.replace(LOOK_AT, "").replace("She came.", "She stayed.")
