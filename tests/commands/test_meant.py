"""A command that there is not is answered with what may be meant: by meaning, and not by letters alone."""

from collections.abc import Callable
from typing import Any

import pytest

from circle_cli.cli.app import ROOM_OF
from circle_cli.cli.telling.meant import _MEANINGS, meant

Run = Callable[..., Any]

MEANT = {
    **dict.fromkeys(("remove", "rm"), ("delete ID", "discard", "erase ID", "withdraw POINT")),
    **dict.fromkeys(("new", "add", "start", "write"), ("reflect",)),
    "pdf": ("print sheet ID", "site --export DIR"),
    "ls": ("list",),
    "open": ("show ID", "edit ID"),
    "propose": ("share ID", "review"),
    "send": ("publish",),
    "cancel": ("delete ID", "discard"),
    "restore": ("undo", "discard --back ID"),
    "note": ("reflect --quick", "edit ID"),
    "read": ("show ID",),
    "find": ("search WORDS",),
    "todo": ("actions",),
    **dict.fromkeys(("retract", "unpublish"), ("withdraw POINT",)),
    "log": ("list",),
    "status": ("actions",),
    "continue": ("resume",),
    "upload": ("import FILE", "reflect --from FILE"),
    "anonymise": ("scan FILE",),
    "finish": ("done ID N",),
    "notes": ("edit ID",),
    "REMOVE": ("delete ID",),
    "reflct": ("reflect",),
    "serch": ("search",),
    "tobo": ("actions",),
    "follow_up": ("follow-up",),
    "2026-11-23-k3f9": ("show k3f9",),
    "k3f9": ("show k3f9",),
}


@pytest.mark.parametrize("word", MEANT)
def test_what_may_be_meant_is_said(word: str) -> None:
    found = meant(word, tuple(ROOM_OF))
    assert {f"circle {each}" for each in MEANT[word]} <= set(found)


@pytest.mark.parametrize(
    ("word", "told"),
    [("push", "sends nothing"), ("pull", "sends nothing"), ("config", "circle.yml"), ("quit", "pauses")],
)
def test_where_there_is_no_such_thing_that_is_said(circle: Run, word: str, told: str) -> None:
    assert told in circle(word).stderr


def test_it_is_wrong_usage_and_says_what_each_does(circle: Run) -> None:
    done = circle("remove", "k3f9")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no command remove.\nPerhaps you mean:\n  circle delete ID")
    assert "Delete a session" in done.stderr
    assert max(map(len, done.stderr.splitlines())) <= 80


def test_what_nobody_can_guess_is_not_guessed(circle: Run) -> None:
    done = circle("xyzzy")
    assert done.stderr == "There is no command xyzzy.\ncircle --help says all that there are.\n"


def test_no_word_is_listed_twice_and_all_that_is_offered_is_there(circle: Run) -> None:
    words = [word for words, _ in _MEANINGS for word in words.split()]
    assert sorted(words) == sorted(set(words))
    assert not set(words) & set(ROOM_OF)
    offered = {way.split()[0] for _, ways in _MEANINGS for way in ways if way and not way.endswith(".")}
    assert offered <= {*ROOM_OF, "help", "--version"}


def test_help_is_a_command_too(circle: Run) -> None:
    assert circle("help").stdout == circle("--help").stdout
    assert circle("help", "show").stdout == circle("show", "--help").stdout
    assert circle("help", "print", "sheet").stdout == circle("print", "sheet", "--help").stdout
    assert "circle help show" in circle("help").stdout
    assert "circle delete ID" in circle("help", "remove").stderr
    assert circle("help", "remove").returncode == 2
