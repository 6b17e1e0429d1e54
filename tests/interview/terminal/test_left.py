"""Left in the middle, in any way: what stood on the screen is there again when somebody comes back."""

import signal
from pathlib import Path
from typing import Any

import pytest
from at_quick import kept
from keys import CTRL_B, CTRL_D, CTRL_K, CTRL_N, CTRL_P, ENTER

HALF = "half a thought, and no more"


@pytest.mark.parametrize(
    ("how", "plain"),
    [
        *((how, plain) for how in (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP) for plain in ((), ("--plain",))),
        (signal.SIGQUIT, ("--plain",)),
    ],
)
def test_words_that_were_typed_a_moment_ago_survive(
    terminal: Any, drafts: Path, how: signal.Signals, plain: tuple[str, ...]
) -> None:
    at = terminal(*plain, "reflect", "--quick", "--title", "Tea").until("Question 1 of 3")
    at.until(".help says this again." if plain else "Ctrl-G").keys(HALF[:-1]).keys(HALF[-1]).shows(HALF)
    at.child.kill(how)
    at.ends()
    if how is not signal.SIGKILL:
        import termios  # not there on Windows, where this is collected and left out

        modes = termios.tcgetattr(at.child.child_fd)[3]
        assert modes & termios.ECHO and modes & termios.ICANON
        assert plain or at.seen.rindex(b"\x1b[?2004l") > at.seen.rindex(b"\x1b[?2004h")
    assert at.end() == -how
    assert kept(drafts).halves == {"what-worked": HALF}
    terminal(*plain, "resume").until("Question 1 of 3", HALF)


def test_a_day_left_with_ctrl_k_and_a_note_half_written_are_shown_by_resume(terminal: Any, drafts: Path) -> None:
    at = terminal("reflect", "--title", "Tea").until("practice situation", "Ctrl-G").keys(CTRL_D)
    for number in range(1, 6):
        at.until(f"Question {number} of 8", "Ctrl-G").keys("She came to all three of them", CTRL_D)
    at.until("Does anything here need raising", "2) Yes").keys("2", ENTER)
    at.until("When was it raised", "Ctrl-G").keys("when she likes", CTRL_K)
    at.until("“when she likes” stays here", "go into the actions?", "Ctrl-G").keys(ENTER)
    at.until("Question 6 of 8", "Ctrl-G").keys(CTRL_N)
    at.until("Your note", "Esc close").keys("Winni", "\x1b").until("Back to: Which theory", "Ctrl-G")
    at.keys(CTRL_P).until("Paused. Everything is kept.")
    assert kept(drafts).halves["note"] == "Winni"
    at = terminal("resume").until("Begun, and you will be asked again:", "when she likes", "Your note", "Winni")
    at.until("Esc close").keys("\x1b").until("Question 6 of 8", "Ctrl-G").keys(CTRL_B)
    at.until("go into the actions?", "Ctrl-G").keys(CTRL_B).until("When was it raised", "when she likes")


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["terminal", "plain"])
def test_esc_or_back_leaves_what_circle_alone_offers(terminal: Any, plain: tuple[str, ...]) -> None:
    at = terminal(*plain).until("What would you like to do?", ".back leaves it" if plain else "Esc leave it")
    assert "Ctrl-K" not in at.text
    at.keys(".back\n" if plain else "\x1b").until("See you soon.")
    assert at.end() == 0
