"""Which keys are told where somebody writes or chooses: none that does nothing there."""

import pytest

from circle_cli.interview.asker import Where
from circle_cli.interview.terminal.editing.around import Around
from circle_cli.interview.terminal.editing.choosing import how_to_choose
from circle_cli.interview.terminal.editing.hints import Hint, all_keys


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
