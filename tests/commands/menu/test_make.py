"""`make reflect` and `make resume` at a terminal, where `circle` is no command of the shell yet."""

import os
import sys
from pathlib import Path
from typing import Any

from making import ROOT

AT_TERMINAL = (sys.executable, str(ROOT / "examples" / "at_terminal.py"))


def test_a_pause_is_no_failure_and_what_is_unfinished_comes_first(terminal: Any) -> None:
    at = terminal("reflect", program=AT_TERMINAL).until("What shall we call it?", "Ctrl-G").keys("Tea", "\r")
    at.until("The practice situation", "Ctrl-G").keys("\x10")
    at.until("Paused. Everything is kept.", "In this folder, that is: make resume")
    assert at.end() == 0
    at = terminal("reflect", program=AT_TERMINAL).until("Unfinished:", "Tea", "Reflect on something that went well")
    at.keys("1", "\r").until("Welcome back", "The practice situation", "Ctrl-G").keys("\x10").until("make resume")
    assert at.end() == 0
    at = terminal("resume", program=AT_TERMINAL).until("Welcome back", "The practice situation", "Ctrl-G")
    at.keys("\x10").until("make resume")
    assert at.end() == 0


def test_resume_says_that_nothing_is_unfinished_and_how_circle_is_typed_there(terminal: Any) -> None:
    at = terminal("resume", program=AT_TERMINAL, env={"PATH": os.defpath}).until("othing", "circle is typed as")
    assert at.end() == 0


def test_where_circle_is_a_command_nothing_is_said_of_it(terminal: Any) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}"
    at = terminal("resume", program=AT_TERMINAL, env={"PATH": path}).until("othing")
    assert at.end() == 0
    assert "typed as" not in at.text


def test_a_log_that_is_not_there_is_said_once_and_is_a_failure(terminal: Any) -> None:
    at = terminal("reflect", program=AT_TERMINAL, env={"CIRCLE_LOG": "/no-such-log"}).until("/no-such-log")
    assert at.end() != 0
    assert "Traceback" not in at.text
    assert at.text.count("no such folder") == 1
