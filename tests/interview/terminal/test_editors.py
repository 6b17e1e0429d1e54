"""The person's own editor, from a real terminal: what comes back is taken, and what does not is kept."""

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from at_quick import answer, finish
from keys import CTRL_D, CTRL_O, CTRL_P

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


def go_on_here(at: Any) -> Any:
    """Choose by its number to go on as if the editor had not been opened."""
    at.until("Go on here")
    return at.keys(re.findall(r"([0-9])\W+Go on here", at.told)[-1], "\r")


@pytest.mark.parametrize("what", EDITORS)
def test_the_persons_own_editor(quick_at: Any, sessions: Any, drafts: Path, editor: Any, what: str) -> None:
    code, text, told = EDITORS[what]
    at = quick_at(env={"EDITOR": editor(code)}).keys("first", CTRL_O)
    at.until(told)
    if what not in ("ok", "BOM and CRLF"):
        go_on_here(at)
    at.shows(text.splitlines()[-1], "Ctrl-D next")
    left = [path.read_bytes() for path in drafts.glob("*.md")]
    at.keys(CTRL_D)
    if len(text.split()) < 5:
        at.until("Or just go on.", "Ctrl-G").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == text
    assert bool(left) == (what not in ("ok", "BOM and CRLF", "deleted"))
    # what came to nothing is still there, if it is more than the session holds
    assert bool(list(drafts.iterdir())) == (what in ("fails", "UTF-16", "NUL", "no UTF-8"))


def test_what_a_failed_editor_left_is_not_written_over(quick_at: Any, drafts: Path, editor: Any) -> None:
    at = quick_at(env={"EDITOR": editor("path.write_text(path.name); sys.exit(1)")}).keys("first", CTRL_O)
    go_on_here(at.until("ended with a problem")).shows("Ctrl-D next").keys(CTRL_O)
    go_on_here(at.until("ended with a problem")).shows("Ctrl-D next").keys(CTRL_P)
    at.end()
    assert [path.read_text() == path.name for path in drafts.glob("*.md")] == [True, True]


def test_an_editor_that_is_not_there_is_said(quick_at: Any) -> None:
    at = quick_at(env={"EDITOR": "/nowhere/ed it"}).keys("first", CTRL_O)
    at.until("/nowhere/ed: the editor could not be started", "set EDITOR to one that is there").shows("first")
    at.keys(CTRL_P)
    assert at.end() == 130


def test_what_is_saved_in_a_window_of_its_own_is_taken_into_the_answer(
    quick_at: Any, sessions: Any, drafts: Path, editor: Any
) -> None:
    at = quick_at(env={"EDITOR": editor("")}).keys("first", CTRL_O).until("I have saved it in that window")
    [place] = drafts.glob("*.md")
    place.write_text("What I wrote in a window of its own.\n")
    at.keys("1", "\r").shows("in a window of its own", "Ctrl-D next").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == "What I wrote in a window of its own."
    assert list(drafts.iterdir()) == []


@pytest.fixture
def only_vi(tmp_path: Path) -> str:
    """A PATH on which git is, and of all editors only a vi."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "git").symlink_to(shutil.which("git") or "")
    vi = programs / "vi"
    vi.write_text(f"#!{sys.executable} -S\nimport sys\nopen(sys.argv[-1], 'a').write('by vi\\n')\n")
    vi.chmod(0o755)
    return str(programs)


def test_before_vi_opens_as_the_last_resort_the_way_out_is_said(quick_at: Any, only_vi: str) -> None:
    at = quick_at(env={"PATH": only_vi}).keys("first", CTRL_O)
    at.until("so this is vi", ":wq Enter", "saves and leaves", ":q! Enter", "leaves without").keys("2", "\r")
    at.until("Go on writing here, without an editor").shows("first", "Ctrl-D next").keys(CTRL_O)
    at.until("so this is vi").keys("\r").shows("by vi", "Ctrl-D next").keys(CTRL_P)
    assert at.end() == 130
