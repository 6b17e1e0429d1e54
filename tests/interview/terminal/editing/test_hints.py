"""Which keys are told where somebody writes or chooses: none that does nothing there."""

import os
from dataclasses import replace

import pytest

from circle_cli.guidance.records import Guidance
from circle_cli.interview.asker import Screen, Where
from circle_cli.interview.script.prompts import line, writing
from circle_cli.interview.terminal.editing.around import Around
from circle_cli.interview.terminal.editing.choosing import how_to_choose
from circle_cli.interview.terminal.editing.hints import Hint, all_keys
from circle_cli.interview.terminal.screen import heading_of, more_lines


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
