"""What is shown on a screen: no word of it is broken there, and what is read by a program stays a line each."""

import io
import os
import sys

import pytest

from circle_cli.commands.edge import row

ROW = "dcj7kyps  Draw the week together, with pens  (team-6a97, by a key that is new here)"


class _Drawn(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, columns: int = 40) -> list[str]:
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((columns, 10)))
    row(ROW)
    return stream.getvalue().splitlines()


def test_a_row_is_broken_between_words_and_seen_where_the_next_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("CIRCLE_PLAIN", raising=False)
    first, *others = printed(monkeypatch, _Drawn())
    assert others
    assert all(len(line) < 40 and line.startswith("    ") for line in others)
    assert " ".join([first, *(line.strip() for line in others)]).split() == ROW.split()


def test_a_row_stays_a_line_for_programs_and_in_plain_lines_where_the_window_has_room_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert printed(monkeypatch, io.StringIO()) == [ROW]
    monkeypatch.setenv("CIRCLE_PLAIN", "1")
    assert printed(monkeypatch, _Drawn(), 90) == [ROW]
    assert printed(monkeypatch, _Drawn(), 60) == [
        "dcj7kyps  Draw the week together, with pens  (team-6a97, by",
        "    a key that is new here)",
    ]
