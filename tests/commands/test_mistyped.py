"""Words behind a command that it does not take are answered in plain words, with what to type."""

from collections.abc import Callable
from inspect import signature
from typing import Any

import pytest

from circle_cli.cli.app import ROOM_OF, _declared
from circle_cli.cli.options import Argument
from circle_cli.cli.parser import NAMED
from circle_cli.cli.telling.mistyped import _WANTED

Run = Callable[..., Any]

SAID = {
    ("join",): ("Where is your team's log?", "For example: circle join https://example.org/our-team.git"),
    ("show",): ("Which session?", "circle list shows them.", "For example: circle show k3f9"),
    ("done", "k3f9"): ("Which action?", "For example: circle done k3f9 1"),
    ("done", "k3f9", "first"): ("Which action?", "“first” is none."),
    ("show", "--jsn", "k3f9"): ("circle show knows no --jsn. Perhaps you mean --json.",),
    ("export", "--to"): ("--to takes something behind it",),
    ("reflect", "--mode", "pair"): ("--mode is one of individual, group,", "“pair” is none of them."),
    ("list", "--limit", "-3"): ("--limit is a number from 0: “-3” is none that fits.",),
    ("print",): ("What shall it be? cards, prompts,", "For example: circle print cards"),
    ("print", "sheets"): ("What shall it be?",),
    ("use", "one", "two", "more"): ("circle use takes no “two more”.", "quotation marks"),
}


@pytest.mark.parametrize("words", SAID)
def test_what_is_wanted_is_said_with_an_example_and_the_parser_says_nothing(
    circle: Run, words: tuple[str, ...]
) -> None:
    done = circle(*words)
    assert (done.returncode, done.stdout) == (2, "")
    for said in SAID[words]:
        assert said in done.stderr
    assert "Usage:" not in done.stderr and "Error" not in done.stderr and "argument" not in done.stderr


def test_of_each_argument_that_has_to_be_there_it_is_known_what_to_say() -> None:
    for name in ROOM_OF:
        declared = _declared(name)
        for command in declared[1].values() if isinstance(declared, tuple) else (declared,):
            for each in signature(command, globals=NAMED, eval_str=True).parameters.values():
                told = getattr(each.annotation, "__metadata__", (None,))[0]
                if isinstance(told, Argument) and each.default is each.empty:
                    assert told.metavar in _WANTED, (name, told.metavar)
