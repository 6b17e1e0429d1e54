"""`circle event`: what the groups of one training event found, gathered from all that is in the log."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from terminals import spawn

from circle_cli.commands.reading.columns import beside

Run = Callable[..., Any]
Put = Callable[..., Path]
EVENT = "2026-12-01-ev2n"


def event(group: int, groups: int = 3, name: str = EVENT) -> str:
    return f"event: {{id: {name}, group: {group}, groups: {groups}}}\nmode: training\n"


@pytest.fixture
def groups(put: Put) -> None:
    """Two groups that are done and one that is still to come, among other sessions."""
    put("2026-12-01-cc3c", "The last bus", event(3) + "status: planned\nroles: {presenter: [Kit]}\n")
    put(
        "2026-12-01-aa2a",
        "A lunch",
        event(1) + "roles: {presenter: [Sam, Jo]}\nlearning_points:\n  - {id: 1, text: Ask twice., scope: general}\n"
        "action_points:\n  - {id: 1, what: Ring, who: Sam, by: 2026-12-08, done: null}\n",
        what_worked="Everybody sat down.\nTwice.\n\nMore below.",
        learning="Small things.",
    )
    put(
        "2026-12-01-bb2b",
        "The key on the hook",
        event(2) + "status: followed-up\nlearning_points:\n  - {id: 1, text: Look for the hook., scope: specific}\n",
        what_worked="She showed me.",
    )
    put("2026-12-01-xx2x", "Another event", event(1, name="2026-12-01-zz9z"))
    put("2026-12-02-yy2y", "No event", what_worked=f"We spoke of the event: {EVENT}.")


SHOWN = """\
Training event 2026-12-01-ev2n
==============================

2 of 3 groups are in. Not in yet: group 3 (planned).

Group 1: A lunch
----------------
2026-12-01-aa2a · recorded · presented by Sam, Jo
What worked: Everybody sat down.
Twice.
What there is to learn: Small things.

Group 2: The key on the hook
----------------------------
2026-12-01-bb2b · followed-up
What worked: She showed me.

Group 3: The last bus
---------------------
2026-12-01-cc3c · planned · presented by Kit

Learning points
---------------
Group 1
- Ask twice. (general)

Group 2
- Look for the hook. (specific)

Actions
-------
- Group 1: Ring (Sam, by 2026-12-08)
"""


@pytest.mark.parametrize("short", [EVENT, "ev2n", " EV2N ", "2026-12-01-e", "2026-12-01-bb2b", "cc3c"])
def test_the_groups_of_an_event_are_gathered_by_its_id_or_one_of_theirs(
    circle: Run, log: Path, groups: None, short: str
) -> None:
    done = circle("event", short, cwd=log)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == SHOWN


def test_an_id_that_could_be_several_events_names_them(circle: Run, log: Path, groups: None) -> None:
    done = circle("event", "2026-12", cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert "could be any of 2 events (2026-12-01-ev2n, 2026-12-01-zz9z)" in done.stderr


@pytest.mark.parametrize("unknown", ["aaaa", "", "yy2y", "2026-12-02", "*", "é", "v2n"])
def test_an_id_of_no_event_is_said(circle: Run, log: Path, groups: None, unknown: str) -> None:
    done = circle("event", unknown, cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{unknown}: no training event")


def test_a_group_without_a_session_here_is_missed_and_two_of_one_group_are_both_shown(
    circle: Run, log: Path, put: Put
) -> None:
    learnt = "learning_points:\n  - {{id: 1, text: {}, scope: general}}\n"
    put("2026-12-01-aa2a", "One", event(2) + learnt.format("First"))
    put("2026-12-01-bb2b", "Two", event(2) + learnt.format("Second"))
    shown = circle("event", "ev2n", cwd=log).stdout
    assert "1 of 3 groups are in. Not in yet: group 1 (no session here), group 3 (no\nsession here)." in shown
    assert "Group 2: One\n" in shown and "Group 2: Two\n" in shown
    assert "- First (general)" in shown and "- Second (general)" in shown
    found = json.loads(circle("event", "ev2n", "--json", cwd=log).stdout)
    assert (found["groups"], found["waiting"]) == (3, [1, 3])


def test_when_all_are_in_it_says_so(circle: Run, log: Path, put: Put) -> None:
    put("2026-12-01-aa2a", "One", event(1, groups=2))
    put("2026-12-01-bb2b", "Two", event(2, groups=2))
    assert "All of the 2 groups are in.\n" in circle("event", "ev2n", cwd=log).stdout


@pytest.mark.parametrize("spelt", ['"2026\\x2d12-01-ev2n"', '"2026-12-01-\\u0065v2n"', "'2026-12-01-ev2n'"])
def test_a_group_is_found_however_yaml_spells_its_event(circle: Run, log: Path, put: Put, spelt: str) -> None:
    put("2026-12-01-aa2a", "One", f"event:\n  id: {spelt}\n  group: 1\n  groups: 1\n")
    assert circle("event", "ev2n", cwd=log).stdout.startswith("Training event 2026-12-01-ev2n\n")


@pytest.mark.parametrize("short", ["ev2n", "aa2a"])
def test_a_file_that_cannot_be_read_is_said_once(circle: Run, log: Path, put: Put, short: str) -> None:
    put("2026-12-01-aa2a", "One", event(1))
    bad = put("2026-12-01-bb2b", "Two", event(2) + "focus: aa2a\n")
    other = put("2026-12-01-dd2d", "Three", "focus: tea\n")
    before = bad.read_bytes()
    done = circle("event", short, cwd=log)
    assert done.returncode == 0
    assert done.stderr.count(str(bad)) == 1
    assert str(other) not in done.stderr
    assert bad.read_bytes() == before


def test_a_long_answer_is_cut_between_words(circle: Run, log: Path, put: Put) -> None:
    put("2026-12-01-aa2a", "One", event(1), what_worked="kettle " * 100)
    (only,) = json.loads(circle("event", "ev2n", "--json", cwd=log).stdout)["sessions"]
    assert only["what_worked"].endswith("kettle kettle ...")
    assert len(only["what_worked"]) < 310


def test_what_a_file_holds_is_shown_and_not_obeyed(circle: Run, log: Path, put: Put) -> None:
    put("2026-12-01-aa2a", '"\\e[31mred"', event(1), what_worked="\x1b]0;bell\x07")
    done = circle("event", "ev2n", cwd=log)
    assert "\x1b" not in done.stdout and "\x07" not in done.stdout
    assert "\\x1b[31mred" in done.stdout


LEARNT = [
    ("Group 1", ["Ask twice. (general)", "one line goes over into another one"]),
    ("Group 2", ["Look. (specific)"]),
]


def test_lists_stand_side_by_side_where_the_window_is_wide_enough() -> None:
    assert beside(LEARNT, 60) == [
        "Group 1                        Group 2",
        "-------                        -------",
        "- Ask twice. (general)         - Look. (specific)",
        "- one line goes over into",
        "  another one",
    ]
    for wide in (0, 40, 50):
        assert beside(LEARNT, wide) == []
    assert beside(LEARNT[:1], 200) == []


def test_letters_of_another_width_and_what_is_spelt_out_break_no_column() -> None:
    assert beside([LEARNT[0], ("Group 2", ["茶"])], 80) == []
    assert beside([LEARNT[0], ("Group 2", ["e\u0301"])], 80) == []
    lines = beside([("Group 1", ["\x1b[31m"]), ("Group 2", ["x"])], 80)
    assert lines[2].index("- x") == lines[0].index("Group 2")


def at_a_window(log: Path, wide: int, *words: str) -> str:
    """Run the program in a terminal so many columns wide, and give what it shows."""
    program = spawn(words, {"TERM": "xterm"}, cwd=str(log), dimensions=(24, wide))
    shown = program.read().decode("utf-8")
    program.close()
    assert program.exitstatus == 0
    return shown.replace("\r\n", "\n")


def test_a_wide_window_has_columns_and_a_narrow_or_plain_one_has_not(log: Path, groups: None) -> None:
    side_by_side = "\n- Ask twice. (general)" + " " * 29 + "- Look for the hook. (specific)\n"
    assert side_by_side in at_a_window(log, 120, "event", "ev2n")
    below = SHOWN.partition("Learning points")[2]
    assert below in at_a_window(log, 45, "event", "ev2n")
    assert at_a_window(log, 120, "event", "ev2n", "--plain") == SHOWN
