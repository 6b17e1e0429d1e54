"""The person's own editor, from a real terminal: what comes back is taken, and what does not is kept."""

import re
from pathlib import Path
from typing import Any

import pytest

from circle_cli.interview.draft_lines import read_draft

ENOUGH = "She came to all three of them, for once."


ESC_ENTER, ENTER, CTRL_B, CTRL_C, CTRL_D, CTRL_G, CTRL_K, CTRL_N, CTRL_O, CTRL_P, CTRL_T, CTRL_Y = (
    "\x1b\r", "\r", "\x02", "\x03", "\x04", "\x07", "\x0b", "\x0e", "\x0f", "\x10", "\x14", "\x19"
)  # fmt: skip


@pytest.fixture
def quick(terminal: Any) -> Any:
    """A terminal at the first question of the quick path."""

    def start(**how: Any) -> Any:
        at = terminal("reflect", "--quick", "--title", "Tea", **how)
        return at.until("Question 1 of 3", "Ctrl-G")

    return start


def kept(drafts: Path) -> Any:
    [path] = drafts.glob("*.jsonl")
    return read_draft(path)


def finish(at: Any) -> None:
    """Skip what is left of a quick session."""
    at.until("Question 2 of 3", "Ctrl-G").keys(CTRL_K)
    at.until("Question 3 of 3", "Ctrl-G").keys(CTRL_K)
    at.until("Thank you")
    assert at.end() == 0


def answer(sessions: Any) -> str:
    """Give the one answer of the one session, to the byte."""
    [path] = sessions()
    found = re.search(r"\{#what-worked\}\n\n(.*)\n\Z", path.read_bytes().decode("utf-8"), re.DOTALL)
    return found[1] if found else ""


EDITORS = {
    "ok": ("path.write_bytes(path.read_bytes() + 'and more: 🌻\\n'.encode())", "first\nand more: 🌻", "and more"),
    "BOM and CRLF": ("path.write_bytes(b'\\xef\\xbb\\xbfone\\r\\ntwo\\r\\n')", "one\ntwo", "two"),
    "unchanged": ("", "first", "nothing was changed there"),
    "fails": ("path.write_text('spoilt'); sys.exit(1)", "first", "ended with a problem (1)"),
    "emptied": ("path.write_text('')", "first", "came back empty"),
    "deleted": ("path.unlink()", "first", "nothing came back from the editor"),
    "UTF-16": ("path.write_text('caf\\xe9', 'utf-16')", "first", "not plain UTF-8 text"),
    "NUL": ("path.write_bytes(b'a\\0b')", "first", "not plain UTF-8 text"),
    "no UTF-8": ("path.write_bytes(b'caf\\xe9')", "first", "UTF-8"),
}


@pytest.mark.parametrize("what", EDITORS)
def test_the_persons_own_editor(quick: Any, sessions: Any, drafts: Path, editor: Any, what: str) -> None:
    code, text, told = EDITORS[what]
    at = quick(env={"EDITOR": editor(code)}).keys("first", CTRL_O)
    at.until(told).shows(text.splitlines()[-1], "Ctrl-D next")
    left = [path.read_bytes() for path in drafts.glob("*.md")]
    at.keys(CTRL_D)
    if len(text.split()) < 5:
        at.until("Or just go on.", "Ctrl-G").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == text
    assert bool(left) == (what not in ("ok", "BOM and CRLF", "deleted"))
    # what came to nothing is still there, if it is more than the session holds
    assert bool(list(drafts.iterdir())) == (what in ("fails", "UTF-16", "NUL", "no UTF-8"))


def test_what_a_failed_editor_left_is_not_written_over(quick: Any, drafts: Path, editor: Any) -> None:
    at = quick(env={"EDITOR": editor("path.write_text(path.name); sys.exit(1)")}).keys("first", CTRL_O)
    at.until("ended with a problem").shows("Ctrl-D next").keys(CTRL_O)
    at.until("ended with a problem").shows("Ctrl-D next").keys(CTRL_P)
    at.end()
    assert [path.read_text() == path.name for path in drafts.glob("*.md")] == [True, True]


def test_an_editor_that_is_not_there_is_said(quick: Any) -> None:
    at = quick(env={"EDITOR": "/nowhere/ed it"}).keys("first", CTRL_O)
    at.until("/nowhere/ed: the editor could not be started", "set EDITOR to one that is there").shows("first")
    at.keys(CTRL_P)
    assert at.end() == 130
