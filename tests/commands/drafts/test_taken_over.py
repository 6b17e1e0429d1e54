"""A draft whose holder is stopped, gone or on another computer is gone on with; whoever goes on later loses nothing."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from drafted import HEAD, ID, until
from keys import CTRL_C, CTRL_D, CTRL_K

from circle_cli.commands.drafts.holders import held, how_to_free
from circle_cli.interview.draft.checked_lines import draft_line
from circle_cli.interview.draft.draft import Draft, Taken
from circle_cli.interview.draft.lines import read_draft
from circle_cli.system.processes import status_of, this_process

Open = Callable[..., Any]

TAKE_OVER = "stopped in another terminal. Go on with it here?"


@pytest.fixture
def begun(tmp_path: Path) -> Draft:
    draft = Draft.begin(tmp_path, HEAD)
    draft.answered("situation", "We met.", "what-worked")
    draft.typed("what-worked", "She ca")
    draft.flush()
    return draft


def test_whoever_finds_that_it_was_taken_keeps_what_is_new_apart(begun: Draft, tmp_path: Path) -> None:
    other = Draft.take_over(begun.path)
    other.answered("what-worked", "She came.", "influence")
    there = begun.path.read_bytes()
    begun.typed("what-worked", "She called me")
    begun.flush()
    with pytest.raises(Taken) as taken:
        begun.answered("what-worked", "She called me.", "influence")
    begun.close()
    assert (taken.value.aside, other.path.read_bytes()) == (tmp_path / f"{ID}.2.jsonl", there)
    assert read_draft(taken.value.aside).answers == {"situation": "We met.", "what-worked": "She called me."}
    other.typed("influence", "I wai")
    other.close()
    assert read_draft(other.path).halves == {"influence": "I wai"}
    assert not held(taken.value.aside, read_draft(taken.value.aside)).open_elsewhere


def test_whoever_has_nothing_new_leaves_nothing_behind(begun: Draft, tmp_path: Path) -> None:
    other = Draft.take_over(begun.path)
    with pytest.raises(Taken) as taken:
        begun.left("what-worked", "She ca", "what-worked")
    begun.close()
    assert taken.value.aside is None
    assert read_draft(other.path).halves == {"what-worked": "She ca"}
    other.remove()
    begun.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_draft_that_was_taken_and_is_saved_by_now_does_not_come_back(begun: Draft, tmp_path: Path) -> None:
    Draft.take_over(begun.path).remove()
    with pytest.raises(Taken):
        begun.left("what-worked", "She ca", "what-worked")
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_alone_is_kept_apart_too(begun: Draft, tmp_path: Path) -> None:
    other = Draft.take_over(begun.path)
    other.close()
    begun.typed("what-worked", "She called")
    begun.close()
    assert read_draft(tmp_path / f"{ID}.2.jsonl").halves == {"what-worked": "She called"}


def test_two_who_take_it_at_once_do_not_both_have_it(begun: Draft) -> None:
    first, second = Draft.take_over(begun.path), Draft.take_over(begun.path)
    with pytest.raises(Taken) as taken:
        first.answered("influence", "I waited.", None)
    second.answered("influence", "I did not.", None)
    assert read_draft(second.path).answers["influence"] == "I did not."
    assert taken.value.aside is not None


def test_a_file_that_a_synchronising_program_put_there_from_elsewhere_is_known(begun: Draft, tmp_path: Path) -> None:
    elsewhere = {"host": "laptop", "pid": 7, "started": "1"}
    content = begun.path.read_bytes() + draft_line({"held": elsewhere, "file": 5})
    fresh = tmp_path / "fresh"
    fresh.write_bytes(content)
    fresh.replace(begun.path)
    with pytest.raises(Taken) as taken:
        begun.answered("what-worked", "She called me.", None)
    assert begun.path == taken.value.aside
    assert (tmp_path / f"{ID}.jsonl").read_bytes() == content


def test_an_older_copy_that_was_put_in_its_place_is_kept_and_the_draft_goes_on(begun: Draft, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    fresh.write_bytes(begun.path.read_bytes().splitlines(keepends=True)[0])
    fresh.replace(begun.path)
    begun.answered("what-worked", "She came.", None)
    assert read_draft(begun.path).answers == {"situation": "We met.", "what-worked": "She came."}
    assert (tmp_path / f"{ID}.kept").exists()


def test_who_has_it_open_is_found_out(begun: Draft) -> None:
    assert held(begun.path, read_draft(begun.path)).open_elsewhere
    begun.close()
    assert held(begun.path, read_draft(begun.path)).but == ""
    gone = {**this_process().written(), "started": "1"}
    for host, said in (("laptop\x1b[2J", "last open on another computer, laptop\\x1b[2J"), (gone["host"], "")):
        with begun.path.open("ab") as file:
            file.write(draft_line({"held": {**gone, "host": host}, "file": 1}))
        found = held(begun.path, read_draft(begun.path))
        assert (found.open_elsewhere, found.but) == (False, said)


def test_who_has_to_let_go_of_it_before_it_is_erased_is_said_as_it_is(begun: Draft) -> None:
    assert how_to_free(begun.path) == ("open in another terminal", "finish or leave it there first")
    hold(begun.path, {**this_process().written(), "started": "1"})
    assert how_to_free(begun.path) == ("open in some other program", "end that one first")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as program:
        program.send_signal(signal.SIGSTOP)
        until(lambda: (status := status_of(program.pid)) and status.letter == "T")
        hold(begun.path, {**this_process().written(), "pid": program.pid, "started": ""})
        how, do = how_to_free(begun.path)
        program.kill()
    assert how == "stopped in another terminal"
    assert do == f"type fg there and leave it, or end the program of number {program.pid}"


def hold(path: Path, holder: Any) -> None:
    """Have a draft say that this program has it open."""
    with path.open("ab") as file:
        file.write(draft_line({"held": holder, "file": 1}))


def stopped(there: Any) -> None:
    os.kill(there.child.pid, signal.SIGSTOP)
    until(lambda: (status := status_of(there.child.pid)) and status.letter == "T")


@pytest.mark.parametrize("plain", [False, True])
def test_a_stopped_session_is_gone_on_with_and_the_other_one_ends_in_words(
    plain: bool, terminal: Open, sessions: Any, drafts: Path
) -> None:
    flags, done = (("--plain",), "\n.\n") if plain else ((), CTRL_D)
    there = terminal("reflect", "--quick", *flags)
    there.until("What shall we call it?").keys("Tea", "\r")
    there.until("Question 1 of 3").keys("She came to all three of")
    there.until_there(drafts, "all three of")
    stopped(there)

    listed = terminal(*flags)
    listed.until("Unfinished", "Tea", "stopped in another terminal", "Go on with").keys(CTRL_C)
    listed.end()
    left = terminal("resume", *flags)
    left.until(TAKE_OVER).keys("2", "\r")
    assert left.until("left as it is").end() == 130

    here = terminal("resume", *flags)
    here.until(TAKE_OVER).keys("1", "\r")
    here.until("Question 1 of 3", "all three of").keys(" them, for once.", done)
    here.until("Question 2 of 3")

    os.kill(there.child.pid, signal.SIGCONT)
    there.keys(" those we had planned", done)
    there.until("gone on with in another terminal", "is kept; to see to it: circle resume", ".2")
    assert there.end() == 0

    here.keys("I waited for her at the gate", done).until("Question 3 of 3").keys("Wait there again next week", done)
    here.until("Saved").end()
    [path] = sessions()
    assert "them, for once." in path.read_text()

    offered = terminal("resume", *flags).until("Question 2 of 3")
    if plain:
        offered.skip_all()
    else:
        offered.keys(CTRL_K).until("Question 3 of 3").keys(CTRL_K)
    offered.until("Saved").end()
    for words in ("them, for once.", "those we had planned", "at the gate", "next week"):
        assert words in path.read_text()
    assert list(drafts.iterdir()) == []


def test_a_session_that_is_open_and_goes_on_is_left_alone(terminal: Open, drafts: Path) -> None:
    there = terminal("reflect", "--plain")
    there.until("What shall we call it?").keys("Tea", "\r").until_there(drafts, "Tea")
    other = terminal("resume", ID[:4], "--plain")
    assert other.end() != 0
    again = terminal("resume", "--plain")
    again.until("open in another terminal").end()
