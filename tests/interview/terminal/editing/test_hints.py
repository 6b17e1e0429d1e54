"""Which keys are told where somebody writes or chooses: none that does nothing there."""

import os
from dataclasses import replace

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from circle_cli.guidance.records import Guidance
from circle_cli.interview.asker import Screen, Where
from circle_cli.interview.script.prompts import choice, line, writing
from circle_cli.interview.terminal.editing.around import Around
from circle_cli.interview.terminal.editing.choosing import how_to_choose
from circle_cli.interview.terminal.editing.hints import Hint, all_keys
from circle_cli.interview.terminal.screen import ScreenAsker, heading_of, more_lines


def told(*, skips: bool = True, notes: bool = True) -> tuple[str, str]:
    """Give what stands below an answer, and the whole list."""
    around = Around(more="", recalled=(), others=False, skips=skips, notes=notes, time=None, rings=lambda: False)
    return Hint(around, "", lines=True).toolbar(), all_keys(around, lines=True)


@pytest.mark.parametrize("skips", [True, False])
@pytest.mark.parametrize("notes", [True, False])
def test_a_skip_is_told_where_it_can_be_left_open_and_a_note_where_it_would_be_kept(skips: bool, notes: bool) -> None:
    for shown in told(skips=skips, notes=notes):
        assert "Ctrl-B" in shown and "Ctrl-O" in shown
        assert ("Ctrl-K" in shown, "Ctrl-N" in shown) == (skips, notes)


@pytest.mark.parametrize("others", [True, False])
def test_so_it_is_where_somebody_chooses(others: bool) -> None:
    assert "Ctrl-K skip" in how_to_choose(Where.INTERVIEW, others=others, skips=True)
    without = how_to_choose(Where.INTERVIEW, others=others, skips=False)
    assert "Ctrl-K" not in without and "Ctrl-B back · Ctrl-" in without


class _Shown(DummyOutput):
    """A terminal that keeps what is written to it."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, data: str) -> None:
        self.text += data


def screen_of(screen: Screen) -> str:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=_Shown()) as session:
        pipe.send_text("\x10")
        ScreenAsker(lambda _: None, str, lambda: 0.0, lambda: False, bell=False).ask(screen, "", lambda _: None)
        assert isinstance(session.output, _Shown)
        return " ".join(session.output.text.split())


@pytest.mark.parametrize("needed", ["", "Please say it."])
def test_what_cannot_be_left_out_is_asked_without_that_key(needed: str) -> None:
    options = (("one", "One"), ("two", "Two"))
    for prompt in (choice("x", "X?", *options, needed=needed), replace(writing("x", "X?"), needed=needed)):
        shown = screen_of(Screen(prompt=prompt))
        assert "Ctrl-B" in shown and ("Ctrl-K" in shown) is (not needed)


def test_where_no_note_would_be_kept_its_key_is_not_told() -> None:
    for notes in (True, False):
        assert ("Ctrl-N" in screen_of(Screen(prompt=writing("x", "X?"), notes=notes))) is notes


LONG = tuple(f"Something to bear in mind, number {number}." for number in range(1, 9))


@pytest.mark.parametrize(("rows", "again"), [(10, True), (40, False)])
def test_what_is_asked_stands_once_more_below_what_a_window_has_no_room_for(
    monkeypatch: pytest.MonkeyPatch, rows: int, again: bool
) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((40, rows)))
    heading = heading_of(Screen(prompt=line("x", "Who is it?", remark=LONG)))
    assert heading.count("Who is it?") == 1 + again and ("Who is it?" in heading.split("\n")[-2]) is again
    assert heading_of(Screen(prompt=line("x", "Who is it?", remark=LONG[:2]))).count("Who is it?") == 1


def test_what_a_small_window_has_no_room_for_is_said_with_the_rest(
    monkeypatch: pytest.MonkeyPatch, guidance: Guidance
) -> None:
    for rows in (10, 40):
        monkeypatch.setattr(os, "get_terminal_size", lambda *_, rows=rows: os.terminal_size((40, rows)))
        for number, question in enumerate(guidance.questions, start=1):
            prompt = replace(writing("x", question.title), question=question)
            heading = heading_of(Screen(prompt=prompt, number=number, total=8, done=(False,) * 8))
            said = " ".join(f"{heading}\n{more_lines(prompt)}".replace("\x1b[0m", "").split())
            assert all(each in said for each in question.at_once)
            assert len(heading.strip("\n").split("\n")) + 2 <= rows, question.id  # and a line to write on, and the keys
