"""Every key that a terminal can send, alone and before each way out: the answer holds what was typed."""

import re
import string
from collections.abc import Iterator, Sequence

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import DummyOutput

from circle_cli.interview.asker import Move, Where
from circle_cli.interview.script.prompts import line, writing
from circle_cli.interview.terminal.editing.around import EDITOR, Around, Written
from circle_cli.interview.terminal.editing.replies import Replies
from circle_cli.interview.terminal.editing.writing import write_answer

pytestmark = pytest.mark.usefixtures("library_keys_made_once")

WAYS_OUT = {
    "\x04": Move.NEXT, "\x10": Move.PAUSE, "\x03": Move.PAUSE, "\x0b": Move.SKIP, "\x02": Move.BACK,
    "\x0e": Move.NOTE, "\x0f": EDITOR, "\x1b\r": Move.NEXT, "\x1b[5~": Move.BACK, "\x1b[6~": Move.NEXT,
}  # fmt: skip
EDITS = {"\x08", "\x7f", "\x15", "\x17", "\x1a", "\x19", "\t", "\r", "\n", "\x05", "\x1b[3~", "\x07", "\x14"}
"""Keys that are meant to change what is written, or to show something."""

CONTROLS = {chr(code) for code in range(32)} - set(WAYS_OUT) - EDITS - {"\x1b"}
FUNCTIONS = {f"\x1bO{key}" for key in "PQRS"} | {f"\x1b[{n}~" for n in (15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29)}
OTHERS = {"\x1b[2~", "\x1b[Z", "\x1b[1;2P", "\x1b[15;5~", "\x1b[2;5~"}
EXTENDED = {f"\x1b[{code};{more}u" for code in (97, 13, 27, 127, 57399) for more in (2, 5, 6)} | {"\x1b[27;5;97~"}
WITH_ALT = {f"\x1b{letter}" for letter in string.ascii_letters + string.digits + "<>.,/\\" if letter not in "OPb"}
REPLIES = {
    "\x1b[I", "\x1b[O", "\x1b[?1;2c", "\x1b[>0;276;0c", "\x1b[0n", "\x1b[?2026;2$y", "\x1b[8;24;80t", "\x1b[12;40R",
    "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]10;rgb:ffff/ffff/ffff\x07", "\x1bP>|xterm(388)\x1b\\", "\x1bP1+r\x1b\\",
    "\x1b_Gi=31;OK\x1b\\", "\x1b[?62;22c",
}  # fmt: skip


def presses(keys: str) -> list[KeyPress]:
    return [KeyPress({"\x1b": Keys.Escape, "\x07": Keys.ControlG}.get(key, key), key) for key in keys]


def written(
    keys: str, text: str = "", *, one_line: bool = False, where: Where = Where.INTERVIEW, anew: bool = False
) -> tuple[Written, list[str]]:
    """Press keys while an answer is written; gives what came of it, and what the draft was told."""
    prompt = line("x", "X?") if one_line else writing("x", "X?")
    around = Around(
        more="more", recalled=("noted",), others=True, where=where, anew=anew, time=None, rings=lambda: False
    )
    told: list[str] = []
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        return write_answer(prompt, text, told.append, around), told


def in_eights(keys: set[str]) -> Iterator[Sequence[str]]:
    """Part keys for answers that hold eight of them: whichever takes a word or opens something, its word is missing."""
    return (sorted(keys)[at : at + 8] for at in range(0, len(keys), 8))


@pytest.mark.parametrize("way", WAYS_OUT, ids=repr)
def test_no_key_opens_a_field_of_its_own_or_takes_a_word(way: str) -> None:
    keys = CONTROLS | FUNCTIONS | OTHERS
    for some in in_eights(keys - {"\x12", "\x06"}):  # the role cards, and other words: ways out where others take part
        whole = "halfdone" * len(some)
        out, told = written("".join(f"half{key}done" for key in some) + way)
        assert (out.move, out.text) == (WAYS_OUT[way], whole), some
        assert told[-1] == whole, some


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("45", "45"), ("\x1b[200~45\x1b[201~", "45"), ("\x7f5", "65"), ("\x1b[D5", "650"), ("\x1b[C5", "605"),
        ("\x1b[I45", "45"), ("45\x1a\x1a", "60"), ("", "60"),
    ],
    ids=repr,
)  # fmt: skip
def test_the_first_key_takes_the_place_of_what_is_likely_to_be_another_and_editing_keeps_it(
    keys: str, text: str
) -> None:
    assert written(f"{keys}\x04", "60", one_line=True, anew=True)[0].text == text


@pytest.mark.parametrize("way", ["\x04", "\x03", "\x0b"], ids=repr)
def test_extended_keys_and_keys_with_alt_lose_nothing(way: str) -> None:
    for some in in_eights(EXTENDED | WITH_ALT):
        out, _ = written("".join(f"half{key}done" for key in some) + way)
        assert out.text.startswith("half") and out.text.endswith("done"), some
        assert re.findall("half|done", out.text) == ["half", "done"] * len(some), some


@pytest.mark.parametrize("reply", sorted(REPLIES), ids=repr)
def test_what_a_terminal_says_by_itself_is_no_word(reply: str) -> None:
    for one_line in (False, True):
        out, told = written(f"half{reply}done\x03", one_line=one_line)
        assert out.text == "halfdone"
        assert all(set(each) <= set("halfdone") for each in told)


@pytest.mark.parametrize(("first", "then"), [(a, b) for a in ("\x13", "\x12", "\x18") for b in WAYS_OUT])
def test_a_search_that_the_library_would_open_takes_nothing_along(first: str, then: str) -> None:
    out, told = written(f"An answer of many words{first}{then}\x03")
    assert out.text == "An answer of many words"
    assert told[-1] == "An answer of many words"


def test_a_letter_of_any_writing_is_kept() -> None:
    for letters in ("ça va", "a\u00a0b", "\U0001f469\u200d\U0001f467", "s\u00adoft", "\u202eabc", "\ufeffx", "\ue000"):
        assert written(f"{letters}\x04")[0].text == letters


def test_ctrl_z_takes_back_and_ctrl_y_brings_again() -> None:
    assert written("one two\x15\x1a\x04")[0].text == "one two"
    assert written("yes\x15no\x04")[0].text == "no"
    assert written("one two\x17\x1a\x04")[0].text == "one two"
    assert written("one two\x17\x1a\x19\x04")[0].text == "one "
    assert written("\x1a\x1a\x19one\x04")[0].text == "one"
    assert written("three small words\x1a\x04")[0].text == "three small"


def test_a_text_that_was_there_comes_back_with_ctrl_z_whatever_was_pressed() -> None:
    out, _ = written("\x17\x17\x17\x17\x1a\x1a\x1a\x1a\x04", text="what was written before")
    assert out.text == "what was written before"


def test_the_cursor_goes_where_the_keys_say() -> None:
    assert written("bc\x1b[Ha\x1b[Fd\x04")[0].text == "abcd"
    assert written("one two\x1b[1;5Dbig \x04")[0].text == "one big two"
    assert written("one\x1b[200~ pasted\r\nlines\x1b[201~\x04")[0].text == "one pasted\nlines"


def test_option_and_an_arrow_go_by_words_as_ctrl_does() -> None:
    for left in ("\x1b[1;5D", "\x1b[1;3D", "\x1b[1;9D", "\x1bb"):
        assert written(f"one two{left}big \x04")[0].text == "one big two", repr(left)
    for right in ("\x1b[1;5C", "\x1b[1;3C", "\x1bf"):
        assert written(f"one three\x1b[H{right} two\x04")[0].text == "one two three", repr(right)
    assert written("one two\x1b\x7f\x04")[0].text == "one "
    assert written("one two\x1b[H\x1b[3;5~\x04")[0].text == " two"


def test_a_letter_behind_an_escape_is_kept() -> None:
    assert written("one\x1b two\x04")[0].text == "one two"
    for key in ("\x1b[A", "\x1b[B", "\x1b[1;3D", "\x1b[1;5C"):
        assert sorted(written(f"one\x1b{key}x\x04")[0].text) == sorted("onex"), repr(key)


def test_escape_and_enter_go_on_however_a_terminal_sends_enter() -> None:
    assert written("one\x1b\n")[0] == Written(move=Move.NEXT, text="one")


def test_a_reply_is_no_question_mark_while_nothing_is_written() -> None:
    assert written("\x1b[?1;2c\x03")[0].text == ""


def test_what_was_noted_comes_in_with_ctrl_e() -> None:
    assert written("\x05\x04")[0].text.strip() == "- noted"


def test_a_reply_that_never_ends_takes_no_word_that_a_hand_types() -> None:
    replies = Replies()
    assert replies.without(presses("\x1b]11;rgb"), 1.0) == []
    assert replies.without(presses("words"), 2.0) == presses("words")


@pytest.mark.parametrize("sign", ["O", "[", "]", "P", "_"])
def test_a_sign_that_a_hand_types_behind_an_escape_is_kept(sign: str) -> None:
    replies = Replies()
    for at, key in enumerate(("\x1b", sign, "x"), start=1):
        assert replies.without(presses(key), at / 5) == presses(key)
    assert Replies().without(presses(f"\x1b{sign}"), 1.0) == presses(f"\x1b{sign}")


def test_a_reply_that_comes_in_two_pieces_is_none_of_the_words() -> None:
    replies = Replies()
    assert replies.without(presses("half\x1b]11;rgb:1e1e/"), 1.0) == presses("half")
    assert replies.without(presses("1e1e\x1b\\done"), 1.01) == presses("done")


def test_a_paste_with_an_escape_in_it_keeps_its_lines() -> None:
    came = [*presses("one\x1b]two"), KeyPress(Keys.ControlM), *presses("three")]
    assert Replies().without(came, 1.0) == came


def test_a_key_that_changes_nothing_leaves_what_can_be_brought_again() -> None:
    for key in ("\x1b[15~", "\x1b", "\x1b[3~", "\x1b[D\x1b[C", "\x07", "\x1b[I", "\x1b[200~\x1b[201~"):
        assert written(f"one two\x17\x1a{key}\x19\x04")[0].text == "one ", repr(key)
    assert written("\x7fone\x1a\x7f\x15\x17\x19\x04")[0].text == "one"


@pytest.mark.parametrize("one_line", [False, True])
@pytest.mark.parametrize("text", ["", "half"])
def test_ctrl_d_goes_on_whatever_is_written(text: str, *, one_line: bool) -> None:
    assert written("\x04", text, one_line=one_line)[0] == Written(move=Move.NEXT, text=text)


def test_esc_closes_what_was_opened_in_the_middle_and_does_nothing_in_an_answer() -> None:
    for where in (Where.ASIDE, Where.ALONE):
        assert written("half\x1b", where=where)[0] == Written(move=Move.BACK, text="half")
        for key in ("\x0b", "\x0e", "\x0f", "\x1b[5~", "\x12", "\x06"):
            assert written(f"half{key}\x03", where=where)[0] == Written(move=Move.PAUSE, text="half")
    assert written("half\x1b\x1b\x1bdone\x03")[0] == Written(move=Move.PAUSE, text="halfdone")


@pytest.mark.parametrize("one_line", [True, False])
def test_what_stood_there_already_is_emptied_with_one_key_and_brought_back(*, one_line: bool) -> None:
    stood = "one two" if one_line else "one\ntwo\n\nthree"
    assert written("\x15new\x04", stood, one_line=one_line)[0].text == "new"
    assert written("\x1b[D\x15\x04", stood, one_line=one_line)[0].text == ""
    assert written("\x15\x1a\x04", stood, one_line=one_line)[0].text == stood
    assert written("\x15\x1a\x1a\x19\x04", stood, one_line=one_line)[0].text == ""


def test_what_was_written_into_what_stood_there_is_not_emptied_with_it() -> None:
    assert written(" more\x15\x04", "one\ntwo")[0].text == "one\n"
