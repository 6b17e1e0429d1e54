"""Whatever the window's width, no word is broken: what each command says at a terminal fits it, or is one long word.

A file that is written to a terminal (`--to -`, `--json`) stays as it is, to be copied.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from making import put_session

from circle_cli.__main__ import main
from circle_cli.cli.app import ROOM_OF
from circle_cli.shown import columns_of

FRONT = """\
mode: group
themes: [relationships, "a theme of our own with quite a long name"]
roles: {presenter: [Oluwaseun Adeyemi-Featherstonehaugh], questioner: [Sam], encourager: [Jo, Pat]}
facilitator: Pat
event: {id: 2026-11-23-ev2n, group: 1, groups: 2}
cast:
  - {name: "Amira Hassan", also: ["Mira"], say: "the young person"}
learning_points:
  - {id: 1, text: "Let somebody choose where to meet, and ask again the next time.", scope: general}
action_points:
  - {id: 1, what: "Ring the school about the timetable for the summer term", who: Sam, by: 2026-12-04}
"""
LONG = "She chose the library, a-place-with-a-back-door, and stayed for longer than anybody had expected. " * 3
ASKED = (
    ("init", "{other}"),
    ("list",),
    ("list", "--theme", "none at all"),
    ("list", "--limit", "many"),
    ("show", "k3f9"),
    ("show", "zzzz"),
    ("search", "library"),
    ("actions",),
    ("actions", "--due", "someday or other"),
    ("event", "ev2n"),
    ("check",),
    ("scan", "{session}"),
    ("rename", "k3f9", "Another name, which is also quite a long one for so narrow a window"),
    ("done", "k3f9", "1"),
    ("print", "sheet", "k3f9", "--format", "md", "--to", "{other}"),
    ("takeaway", "k3f9", "--to", "{other}"),
    ("export", "k3f9", "--to", "{other}"),
    ("digest",),
    ("readers",),
    ("review",),
    ("publish", "--dry-run"),
    ("sync",),
    ("join", "{other}"),
    ("use",),
    ("undo",),
    ("discard",),
    ("erase", "k3f9"),
    ("reflect",),
    ("prepare",),
    ("exportt",),
    ("--no-such-option",),
    ("--log", "{other}/nowhere", "list"),
)
"""With what stands for a session's file, and for another folder."""


class _Terminal(TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def said(log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Gives what a command says in a window of so many columns, to which nobody types."""
    session = put_session(log, "2026-11-23-k3f9", "A long title for a session, longer than lines", FRONT, learning=LONG)
    put_session(log, "2026-11-24-ma2d", "Malformed", "mode: crowd\n")

    def run(columns: int, *words: str) -> str:
        told = _Terminal(BytesIO(), encoding="utf-8")
        typed = [word.format(session=session, other=tmp_path / "another folder") for word in words]
        monkeypatch.setattr(sys, "argv", ["circle", *typed])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO()))
        monkeypatch.setattr(sys, "stdout", told)
        monkeypatch.setattr(sys, "stderr", told)
        monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((columns, 24)))
        monkeypatch.delenv("COLUMNS", raising=False)
        monkeypatch.chdir(log)
        with suppress(SystemExit):
            main()
        told.flush()
        assert isinstance(told.buffer, BytesIO)
        return told.buffer.getvalue().decode("utf-8")

    return run


def broken(said: str, columns: int, whole: str) -> list[str]:
    """Give the lines in which the window would break a word; a path with a space in it is one."""
    return [
        line
        for line in said.split("\n")
        if columns_of(line) > columns and len(line.replace(whole, whole.replace(" ", "_")).split()) > 1
    ]


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("columns", [40, 20])
def test_no_command_has_a_word_broken(
    said: Callable[..., str], tmp_path: Path, columns: int, plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CIRCLE_PLAIN", str(int(plain)))
    monkeypatch.setenv("TERM", "xterm")
    asked = [*ASKED, *((name, "--help") for name in ROOM_OF), ("--help",)]
    told = {words: said(columns, *words) for words in asked}
    assert [words for words, text in told.items() if not text.strip()] == []
    found = {words: lines for words, text in told.items() if (lines := broken(text, columns, "another folder"))}
    assert found == {}
