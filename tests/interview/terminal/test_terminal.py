"""Keystrokes at a real terminal: every key named on the screen, pastes, editors, small windows."""

import os
import re
import signal
from pathlib import Path
from typing import Any

import pytest
from at_quick import ENOUGH, answer, finish, kept
from keys import CTRL_B, CTRL_C, CTRL_D, CTRL_E, CTRL_G, CTRL_K, CTRL_N, CTRL_P, CTRL_T, ENTER, ESC_ENTER
from terminals import PROGRAM

TITLE = "What shall we call it?"
PAGE = "?\tfirst: a tab\n\n\nafter two blank lines\n\n\n\n.\n.skip\n  spaces kept  \nтаб 🌻 — “quoted”\nthe end"


@pytest.mark.parametrize(
    "keys", [(CTRL_D,), (ESC_ENTER,), (ENTER, ENTER, ENTER), ("\x1b[6~",)], ids=["^D", "Esc Enter", "Enters", "PgDn"]
)
def test_what_goes_on_to_the_next(quick_at: Any, sessions: Any, keys: tuple[str, ...]) -> None:
    at = quick_at().keys(ENOUGH)
    for key in keys:
        at.keys(key).read(0.15)
    finish(at)
    assert answer(sessions) == ENOUGH


def test_enter_alone_is_a_new_line_and_says_how_to_go_on(quick_at: Any, sessions: Any) -> None:
    at = quick_at().keys("one two three four five").shows("four five", "Ctrl-D next")
    at.press_and_move(ENTER).keys(ENTER)
    at.shows("Enter once more goes on; or start a new paragraph.").keys("six", CTRL_D)
    finish(at)
    assert answer(sessions) == "one two three four five\n\nsix"


def test_enter_on_nothing_says_what_one_can_do(quick_at: Any) -> None:
    quick_at().keys(ENTER).shows(
        "Nothing is written yet: start whenever you like, or Ctrl-K to skip.", "Question 1 of 3"
    )


def test_a_few_words_are_asked_for_more_once(quick_at: Any) -> None:
    at = quick_at().keys("She came.", CTRL_D)
    at.until("What did you see or hear that told you it was working?", "Or just go on.", "Ctrl-G").keys(CTRL_D)
    at.until("Question 2 of 3").keys("I listened.", CTRL_D)
    at.until("Question 3 of 3")


def test_ctrl_d_on_nothing_goes_on_and_never_leaves(quick_at: Any) -> None:
    at = quick_at().keys(CTRL_D)
    at.until("Question 2 of 3", "Ctrl-G").keys(CTRL_B)
    at.until("Question 1 of 3")


@pytest.mark.parametrize("back", [CTRL_B, "\x1b[5~"], ids=["^B", "PgUp"])
def test_back_and_on_again_lose_nothing(quick_at: Any, sessions: Any, back: str) -> None:
    at = quick_at().keys(ENOUGH, back)
    at.until(TITLE).keys("s", ENTER)
    at.until("Question 1 of 3", ENOUGH).keys(CTRL_D)
    finish(at)
    assert answer(sessions) == ENOUGH
    assert 'title: "Teas"' in sessions()[0].read_text()


def test_skip_keeps_what_was_written(quick_at: Any, sessions: Any) -> None:
    at = quick_at().keys("half a th", CTRL_K)
    finish(at)
    assert answer(sessions) == "half a th"


def test_a_question_mark_shows_more_while_nothing_is_written_and_is_a_letter_after(
    quick_at: Any, sessions: Any
) -> None:
    at = quick_at().shows("? more prompts").keys("?")
    at.until("To stay with the good.", "What makes you call it a success?", "A small one is fine.")
    at.keys("really? yes, she came in").shows("Ctrl-T more prompts").keys(CTRL_T)
    at.until("To stay with the good.").shows("really? yes, she came in").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == "really? yes, she came in"


def test_ctrl_g_tells_every_key(quick_at: Any) -> None:
    at = quick_at().keys(CTRL_G)
    at.until("Ctrl-D, or Esc then Enter", "Ctrl-B: back", "Ctrl-K: skip", "Ctrl-N", "Ctrl-O", "Ctrl-T", "Ctrl-P")


def test_a_note_is_kept_and_can_be_brought_in_where_it_belongs(quick_at: Any, sessions: Any) -> None:
    at = quick_at().keys("She ca", CTRL_N)
    at.until("Your note", "Ctrl-G").keys("ask the school", ENTER)
    at.until("What is it about?", "3) Action").keys("3", ENTER)
    at.shows("She ca").keys("me, at last, with her sister", CTRL_D)
    at.until("Question 2 of 3", "Ctrl-G").keys(CTRL_K)
    at.until("Question 3 of 3", "Said or noted earlier (Ctrl-E brings it in):", "- action: ask the school", "Ctrl-G")
    at.keys(CTRL_E).shows("> - action: ask the school").keys(CTRL_D)
    at.until("Thank you")
    assert at.end() == 0
    said = sessions()[0].read_text()
    assert "{#actions}\n\n- action: ask the school\n" in said
    assert "{#notes}\n\n- action: ask the school\n" in said
    assert "She came, at last, with her sister" in said


@pytest.mark.parametrize("key", [CTRL_P, CTRL_C, "SIGINT"])
@pytest.mark.parametrize("at_a_choice", [False, True])
def test_a_pause_keeps_all_and_says_how_to_go_on(terminal: Any, drafts: Path, key: str, at_a_choice: bool) -> None:
    at = terminal("reflect", "--title", "Tea").until("practice situation", "Ctrl-G").keys("half a visit")
    if at_a_choice:
        at.keys(CTRL_D)
        for number in range(1, 6):
            at.until(f"Question {number} of 8", "Ctrl-G").keys(CTRL_K)
        at.until("Does anything here need raising", "2) Yes")
    at.shows("Ctrl-P")
    if key == "SIGINT":
        at.child.kill(signal.SIGINT)
    else:
        at.keys(key)
    at.until("Paused. Everything is kept. To go on where you were: circle resume")
    assert at.end() == 130
    state = kept(drafts)
    assert state.at == ("safeguarding/raised" if at_a_choice else "situation")
    assert {**state.answers, **state.halves}["situation"] == "half a visit"


def test_ctrl_c_twice_is_as_once(quick_at: Any, drafts: Path) -> None:
    at = quick_at().keys("half").type(CTRL_C + CTRL_C)
    assert at.end() in (130, -signal.SIGINT)
    assert kept(drafts).halves == {"what-worked": "half"}


def test_ctrl_z_takes_back_what_was_deleted_and_never_leaves(quick_at: Any, sessions: Any) -> None:
    at = quick_at().keys("half a visit", "\x17", "\x17").shows("half").keys("\x1a", "\x1a").shows("half a visit")
    at.keys(" and tea", CTRL_D)
    finish(at)
    assert answer(sessions) == "half a visit and tea"


def test_a_page_that_the_terminal_marks_as_pasted_is_one_answer(quick_at: Any, sessions: Any) -> None:
    page = (PAGE + "\n") * 700 + "done"
    assert len(page.encode()) > 65_536
    at = quick_at().type(f"\x1b[200~{page}\x1b[201~")
    at.shows("done").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == page


@pytest.mark.parametrize("newline", ["\n", "\r"])
def test_a_page_that_no_terminal_marks_is_one_answer(quick_at: Any, sessions: Any, newline: str) -> None:
    at = quick_at().type((PAGE + "\n").replace("\n", newline))
    at.shows("the end").read(0.3)
    at.keys(CTRL_D)
    finish(at)
    assert answer(sessions) == PAGE


def test_a_page_pasted_where_one_line_is_asked_for_stays_in_it(terminal: Any, sessions: Any) -> None:
    at = terminal("reflect", "--quick").until(TITLE, "Ctrl-G").type("Tea\nand\n\ncake")
    at.shows("cake").keys(ENTER)
    at.until("Question 1 of 3", "Ctrl-G").keys(CTRL_K)
    finish(at)
    assert 'title: "Tea and  cake"' in sessions()[0].read_text()


def test_choices_are_made_by_number_or_by_arrows_and_can_be_left_open(terminal: Any, drafts: Path) -> None:
    at = terminal("prepare", "--mode", "individual", "--title", "Tea")
    at.until("what to bear in mind", "Go on").keys("1", ENTER)
    at.until("practice situation", "Ctrl-G").keys(CTRL_K)
    at.until("What will you look at?").keys(CTRL_K).until("Which day?", "Ctrl-G").keys(ENTER)
    at.until("At what time", "Ctrl-G").keys(CTRL_K).until("How long", "Ctrl-G").keys(CTRL_K)
    at.until("Are you on your own?", "One to one").keys("2", ENTER)
    at.until("Whose practice is it?", "Ctrl-G").keys("Sam", CTRL_B)
    at.until("Are you on your own?", "One to one").keys("\x1b[A", ENTER)
    at.until("Has anybody said what they thought", "Ctrl-G").keys(CTRL_B)
    at.until("Are you on your own?", "One to one").keys("\x1b[B", ENTER)
    at.until("Whose practice is it?", "Sam", "Ctrl-G").keys(CTRL_P)
    assert at.end() == 130
    assert kept(drafts).answers["company"] == "with"


def test_no_colour_is_used_and_no_color_changes_nothing_else(quick_at: Any) -> None:
    at = quick_at(env={"NO_COLOR": "1"}).keys(ENOUGH, CTRL_D)
    finish(at)
    assert not re.search(rb"\x1b\[[0-9;]*(3[0-9]|4[0-9]|9[0-7])[0-9;]*m", at.seen)


@pytest.mark.parametrize("size", [(10, 40), (5, 20)])
def test_a_small_window_shows_the_place_the_keys_and_what_is_written(
    quick_at: Any, sessions: Any, size: tuple[int, int]
) -> None:
    at = quick_at(size=size).keys(ENOUGH)
    at.shows("Ctrl-D next")
    assert all(len(line) <= size[1] for line in at.text.split("\n"))
    at.keys(CTRL_D)
    finish(at)
    assert answer(sessions) == ENOUGH


def test_a_window_that_changes_its_size_keeps_the_text(quick_at: Any, sessions: Any) -> None:
    at = quick_at().keys("She came to all")
    for rows, columns in ((10, 40), (40, 120), (5, 20), (24, 80)):
        at.screen.resize(rows, columns)
        at.child.setwinsize(rows, columns)
        at.read(0.2)
    at.keys(" three of them").shows("three of them", "Ctrl-D next").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == "She came to all three of them"


def test_what_is_written_breaks_between_words_and_not_in_the_answer(quick_at: Any, sessions: Any) -> None:
    said = "She rang in tears, and we talked about what she had managed"
    at = quick_at(size=(10, 40)).keys(said).shows("managed")
    assert " > She rang in tears, and we talked\n   about what she had managed" in at.text
    at.keys(*["\x1b[D"] * len("managed"), "already ", CTRL_D)
    finish(at)
    assert answer(sessions) == said.replace("managed", "already managed")


def test_letters_of_a_terminal_without_a_locale_are_kept(quick_at: Any, sessions: Any) -> None:
    posix = {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    at = quick_at(env=posix, program=PROGRAM).type("ça va très bien à la maison 🌻".encode())
    at.shows("la maison").keys(CTRL_D)
    finish(at)
    assert answer(sessions) == "ça va très bien à la maison 🌻"


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (10, 40)])
def test_each_heading_fits_the_window(quick_at: Any, rows: int, columns: int) -> None:
    at = quick_at(size=(rows, columns))
    assert "Question 1 of 3" in at.text and "What worked, and why?" in at.text
    assert "Which part of the work went well?" in re.sub(r"\s+", " ", at.text)


def test_a_terminal_that_goes_away_ends_the_program_even_if_hang_ups_are_ignored(
    quick_at: Any, drafts: Path, tmp_path: Path
) -> None:
    at = quick_at(hang_up=signal.SIG_IGN).keys("half a th")
    at.until_there(drafts, "half a th")
    pid = at.child.pid
    os.close(at.child.child_fd)
    _, status = os.waitpid(pid, 0)  # and not for ever at 100 %
    assert os.waitstatus_to_exitcode(status) in (0, 1, 74, 130)
    at.child.closed = True
    assert kept(drafts).halves == {"what-worked": "half a th"}


def test_a_long_answer_that_is_gone_on_with_leaves_the_question_on_the_screen(terminal: Any) -> None:
    long = "".join(f"\x1b[200~Line {number} of what I wrote.\n\x1b[201~" for number in range(60))
    at = terminal("reflect", "--quick").until("call it?").keys("Tea", ENTER).until("Question 1 of 3", "Ctrl-D next")
    at.type(long).shows("Question 1 of 3", "Line 59").keys("The end.", CTRL_C).until("Paused")
    assert at.end() == 130
    at = terminal("resume").shows("Question 1 of 3", "What worked", "Line 59", "The end.").keys(CTRL_C)
    assert at.end() == 130
    at = terminal("resume", "--plain").shows("Question 1 of 3", "It ends like this; .all", "Line 59", "The end.")
    at.type(".all\n").until("Line 0 of", "Line 59", "The end.").keys(CTRL_C)
    assert at.end() == 130


def test_what_was_chosen_stands_there_whole_in_a_narrow_window(terminal: Any) -> None:
    at = terminal("prepare", size=(40, 40)).until("How will you use the circle?").keys("1", "\r")
    at.shows("with a supervisor, a peer or a practice").kill()


def test_a_list_says_that_the_window_has_no_room_for_all_of_it(terminal: Any) -> None:
    at = terminal("prepare", size=(10, 40)).shows("How will you use the circle?", "More below.")
    at.keys("\x1b[A").shows("More above.", "the one that fits")
    assert "More below." not in at.text
