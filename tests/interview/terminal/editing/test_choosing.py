"""Choosing in the terminal: which option each key takes, and which keys leave, and with what."""

import threading

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import DummyOutput

from circle_cli.interview.asker import EARLY, Move, Reply, Screen, Where
from circle_cli.interview.script.prompts import Prompt, choice, several
from circle_cli.interview.terminal.editing.choosing import choose_option
from circle_cli.interview.terminal.screen import ScreenAsker

PLAIN = choice("x", "X?", ("one", "One"), ("two", "Two"), ("three", "Three"))


def chosen(keys: str, where: Where = Where.INTERVIEW, before: str = "two", prompt: Prompt = PLAIN) -> Reply:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        return choose_option(prompt, before, lambda _: None, others=False, where=where)


@pytest.mark.parametrize("enter", ["\r", "\n", "\x04"], ids=repr)
def test_arrows_or_a_number_choose_and_enter_takes(enter: str) -> None:
    for keys, value in {"": "two", "\x1b[B": "three", "\x1b[A": "one", "\x1bOA": "one", "3": "three"}.items():
        assert chosen(keys + enter) == Reply(move=Move.NEXT, text=value), repr(keys)


def test_a_key_that_means_nothing_here_changes_nothing() -> None:
    for key in ("\x1b", "\x1b[6~", "\x1b[H", "\x1b[1;5C", "\x1b[200~3\x1b[201~", "\x13", "\x11", "\x12", "j", "\t"):
        assert chosen(key + "\r") == Reply(move=Move.NEXT, text="two"), repr(key)


def test_the_option_that_was_moved_to_is_kept_on_every_way_out_but_a_skip() -> None:
    for key, move in {"\x02": Move.BACK, "\x1b[5~": Move.BACK, "\x10": Move.PAUSE, "\x03": Move.PAUSE}.items():
        assert chosen(f"\x1b[B{key}") == Reply(move=move, text="three"), repr(key)
        assert chosen(key) == Reply(move=move, text="two"), repr(key)
    assert chosen("\x1b[B\x0e") == Reply(move=Move.NOTE, text="three")
    assert chosen("\x1b[B\x0b") == Reply(move=Move.SKIP, text="two")


def test_what_a_terminal_says_by_itself_moves_no_pointer() -> None:
    for reply in (
        "\x1b]11;rgb:1e1e/3333/1e1e\x1b\\",
        "\x1b[?1;3c",
        "\x1bP1+r3\x1b\\",
        "\x1b[?62;22c",
        "\x1b_Gi=31;OK\x1b\\",
    ):
        assert chosen(reply + "\r") == Reply(move=Move.NEXT, text="two"), repr(reply)


def test_esc_closes_a_list_that_was_opened_in_the_middle_and_its_other_ways_out_do_nothing() -> None:
    for where in (Where.ASIDE, Where.ALONE):
        assert chosen("\x1b", where) == Reply(move=Move.BACK, text="two")
        assert chosen("\x0b\x0e\x0f\x1b[5~\r", where) == Reply(move=Move.NEXT, text="two")


APPROVE = choice(
    "decision",
    "What shall become of it?",
    ("approved", "Approve it"),
    ("declined", "Decline it"),
    ("returned", "Return it"),
    needed="Please choose one.",
    guarded=True,
)


def decided(keys: str) -> str:
    return chosen(keys, before="", prompt=APPROVE).text


def test_a_list_has_no_pointer_until_it_is_moved_and_enter_takes_nothing() -> None:
    assert decided("\r") == ""
    assert decided("\x04") == ""
    assert {decided("1\r"), decided("\x1b[B\r"), decided("a\r"), decided("APPR\r")} == {"approved"}
    assert {decided("\x1b[A\r"), decided("3\r"), decided("r\r")} == {"returned"}
    assert decided("1\x7f\r") == ""


@pytest.mark.parametrize("keys", ["1\r1\r1\r", "\r\r\r", "yes, I think\n1\n", "\x1b[B\r\r\r", "\x1b[200~1\r\x1b[201~"])
def test_what_is_pasted_or_held_down_decides_nothing_that_protects_somebody(keys: str) -> None:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        threading.Timer(0.3, lambda: pipe.send_text("\x10")).start()  # a pause: it is still asked
        assert choose_option(APPROVE, "", lambda _: None, others=False).move is Move.PAUSE


@pytest.mark.parametrize("early", ["keys waiting", "keys typed ahead", ""])
def test_what_came_before_the_question_is_let_go_of_where_it_protects_somebody(early: str) -> None:
    shown: list[str] = []
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        if early == "keys typed ahead":
            store_typeahead(pipe, [KeyPress("1"), KeyPress(Keys.ControlM)])
        pipe.send_text("2\r")
        asker = ScreenAsker(shown.append, str, lambda: 0.0, lambda: early == "keys waiting", bell=False)
        reply = asker.ask(Screen(prompt=APPROVE), "", lambda _: None)
    assert reply == Reply(move=Move.NEXT, text="declined")
    assert (EARLY in "".join(shown).replace("\n", " ")) == bool(early)


def test_numbers_above_nine_and_the_first_letters_are_read_as_in_a_typed_line() -> None:
    many = choice("x", "X?", *((f"v{n}", f"Word {n}") for n in range(1, 13)))
    for keys in ("1", "10", "12", "129", "word 1", "word 11", "w"):
        text = chosen(f"{keys}\r", before="", prompt=many).text
        assert text == {"129": "v9", "w": "w", "word 1": "v1"}.get(keys, f"v{keys.split()[-1]}"), keys


@pytest.mark.parametrize(
    ("keys", "kept", "last"),
    [("\r", "one, ours", "one, ours"), (", 3\r", "1, ours, 3", "1, ours, 3"), ("x\x7f\r", "one, ours", "one, ours")],
    ids=["untouched", "more", "touched and put back"],
)
def test_of_several_what_stands_there_is_shown_by_number_and_is_what_it_was_where_it_is_left_so(
    keys: str, kept: str, last: str
) -> None:
    told: list[str] = []
    prompt = several("x", "X?", ("one", "One"), ("two", "Two"), ("three", "Three"))
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        asker = ScreenAsker(lambda _: None, str, lambda: 0.0, lambda: False, bell=False)
        reply = asker.ask(Screen(prompt=prompt), "one, ours", told.append)
    assert (reply.text, (told or [last])[-1]) == (kept, last)
    assert prompt.in_words("one, ours") == "One; ours"
