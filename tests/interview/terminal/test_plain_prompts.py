"""The plain terminal's prompts: words that do something, pastes, the editor, and what is kept meanwhile."""

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keys import FakeKeys, Pasted

from circle_cli.errors import CircleError
from circle_cli.interview.asker import EARLY, Move, Reply, Screen, Where
from circle_cli.interview.script.prompts import Misread, Prompt, PromptKind, choice, line
from circle_cli.interview.terminal.keyboard import LineReader
from circle_cli.interview.terminal.plain import PlainAsker

WRITING = Prompt(key="situation", kind=PromptKind.WRITING, ask="The practice situation")
WHICH = choice("setting", "Which?", ("children", "Children's"), ("adults", "Adults'"))
NAME = line("title", "What shall we call it?")


class Interrupted(FakeKeys):
    """Keys, and then Ctrl-C."""

    def read(self) -> str:
        if not self.entries:
            raise KeyboardInterrupt
        return super().read()


def ask(
    prompt: Prompt, keys: FakeKeys, text: str = "", edit: Any = None, where: Where = Where.INTERVIEW
) -> tuple[Reply, str, list[str]]:
    shown: list[str] = []
    typed: list[str] = []
    asker = PlainAsker(
        LineReader(keys, shown.append), shown.append, edit or (lambda text: text), lambda: 0.0, bell=False
    )
    reply = asker.ask(Screen(prompt=prompt, where=where), text, typed.append)
    return reply, "".join(shown), typed


@pytest.mark.parametrize("ending", [("tea\n", ".\n"), ("tea\x04",), ("tea\n", "\x04"), ("tea\n", "  . \n")])
def test_a_full_stop_alone_or_ctrl_d_goes_on(ending: tuple[str, ...]) -> None:
    assert ask(WRITING, FakeKeys(*ending))[0] == Reply(move=Move.NEXT, text="tea")


@pytest.mark.parametrize(
    ("word", "move"),
    [(".back", Move.BACK), (".skip", Move.SKIP), (".note", Move.NOTE), (".pause", Move.PAUSE), ("\x04", Move.NEXT)],
)
@pytest.mark.parametrize("prompt", [WRITING, NAME, WHICH])
def test_words_alone_on_a_line_do_something_at_every_prompt(prompt: Prompt, word: str, move: Move) -> None:
    assert ask(prompt, FakeKeys(word if word == "\x04" else f"{word}\n"))[0] == Reply(move=move, text="")


@pytest.mark.parametrize("prompt", [WRITING, NAME, WHICH])
@pytest.mark.parametrize("keys", [(), ("half",), ("half a", " visit")])
def test_a_terminal_that_has_gone_pauses_and_keeps_what_stands(prompt: Prompt, keys: tuple[str, ...]) -> None:
    assert ask(prompt, FakeKeys(*keys))[0] == Reply(move=Move.END, text="".join(keys))


SCORE = line("score", "From 1 to 10?", reading=lambda text: _number(text))


def _number(text: str) -> str:
    if not text.isdecimal():
        raise Misread("A number, please.")
    return text


@pytest.mark.parametrize(
    ("key", "move"),
    [("\x03", Move.PAUSE), ("", Move.END), (".skip\n", Move.SKIP), (".back\n", Move.BACK), (".note\n", Move.NOTE)],
)
def test_words_that_are_no_answer_are_shown_and_stay_on_every_way_out(key: str, move: Move) -> None:
    keys = Interrupted() if key == "\x03" else FakeKeys(*[key] * bool(key))
    reply, shown, typed = ask(SCORE, keys, "nine or so")
    assert reply == Reply(move=move, text="nine or so")
    assert "You had typed: “nine or so”. That is no answer yet; type it anew. Enter lets it go." in shown
    assert not any(typed)


def test_a_word_that_is_being_typed_takes_no_place_in_what_stands() -> None:
    assert ask(NAME, FakeKeys(".", "pa"), "Tea")[2] == ["Tea", "Tea"]


def test_in_the_middle_of_something_only_its_own_words_do_something() -> None:
    for where in (Where.ASIDE, Where.ALONE):
        keys = FakeKeys(".skip\n", ".note\n", ".edit\n", ".back\n")
        reply, shown, _ = ask(NAME, keys, where=where, edit=lambda _: "edited")
        assert reply == Reply(move=Move.BACK, text="")
        assert shown.count("does nothing here.") == 3


def test_what_a_terminal_says_by_itself_is_no_word() -> None:
    for reply in ("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]10;rgb:f/f/f\x07", "\x1bP>|xterm(388)\x1b\\", "\x1b[?1;2c"):
        assert ask(NAME, FakeKeys(f"te{reply}a\n"))[0].text == "tea", repr(reply)
    for key in ("\x1b", "\x1bO", "\x1b[", "\x1b]", "\x1bP", "\x1b_"):
        assert ask(NAME, FakeKeys("te", key, "a\n"))[0].text == f"te{key[1:]}a", repr(key)


def test_a_moves_word_keeps_the_text_before_it() -> None:
    assert ask(WRITING, FakeKeys("one\n", "two\n", ".back\n"))[0] == Reply(move=Move.BACK, text="one\ntwo")
    assert ask(NAME, FakeKeys(".back\n"), "Tea")[0] == Reply(move=Move.BACK, text="Tea")


PAGE = "  first\tline\n\n.\n.skip\n?\n.clear\n\n  dernière – 🌻\n.pause\nthe end"


def test_inside_a_pasted_text_the_same_words_are_text() -> None:
    reply, shown, _ = ask(WRITING, FakeKeys(PAGE + "\n", ".\n"))
    assert reply == Reply(move=Move.NEXT, text=PAGE)
    assert "What it is for" not in shown


def test_a_paste_that_comes_in_pieces_is_one() -> None:
    pieces = [PAGE[start : start + 7] for start in range(0, len(PAGE), 7)]
    reply, _, typed = ask(WRITING, Pasted(*pieces, "\x04"))
    assert reply == Reply(move=Move.NEXT, text=PAGE)
    assert typed[-1] == PAGE


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), min_size=1))
def test_any_pasted_text_comes_back_exactly(text: str) -> None:
    reply, _, _ = ask(WRITING, FakeKeys(f"x\n{text}\nx\x04"))
    assert reply.text == f"x\n{text}\nx"


def test_a_page_pasted_where_one_line_is_asked_for_becomes_one_line() -> None:
    assert ask(NAME, FakeKeys("Tea\nand cake\n.skip\n"))[0] == Reply(move=Move.NEXT, text="Tea and cake .skip")


def test_ctrl_c_keeps_the_line_that_is_being_typed() -> None:
    assert ask(WRITING, Interrupted("one\n", "tw"))[0] == Reply(move=Move.PAUSE, text="one\ntw")
    assert ask(WRITING, Interrupted("tw"), "one")[0] == Reply(move=Move.PAUSE, text="one\ntw")
    assert ask(NAME, Interrupted("Te"))[0] == Reply(move=Move.PAUSE, text="Te")


def test_what_is_being_typed_is_reported_with_the_lines_before_it() -> None:
    assert ask(WRITING, FakeKeys("t", "\n", "\n", "w", "\n", ".\n"), "one")[2] == [
        "one\nt", "one\nt", "one\nt\n", "one\nt\n\nw", "one\nt\n\nw"
    ]  # fmt: skip


def test_a_word_that_did_something_is_no_part_of_the_text() -> None:
    assert ask(WRITING, FakeKeys("t", "\n", ".he", "lp\n", ".\n"))[2][-1] == "t"


def test_enter_keeps_what_is_there_and_clear_takes_it_away() -> None:
    assert ask(NAME, FakeKeys("\n"), "Tea")[0].text == "Tea"
    assert ask(NAME, FakeKeys(".clear\n", "\n"), "Tea")[0].text == ""
    assert "Now: “Adults'”. Enter keeps it." in ask(WHICH, FakeKeys("\n"), "adults")[1]


def test_enter_on_nothing_says_what_one_can_do() -> None:
    reply, shown, _ = ask(WRITING, FakeKeys("\n", ".skip\n"))
    assert reply == Reply(move=Move.SKIP, text="")
    assert "Nothing is written yet. Start whenever you like, or type .skip to go on." in shown
    needed = ask(replace(WRITING, needed="Please say it."), FakeKeys("\n", ".back\n"))[1]
    assert "Nothing is written yet. Start whenever you like." in needed and ".skip" not in needed.partition("yet.")[2]


def test_the_editor_takes_the_text_and_gives_it_back() -> None:
    reply, shown, _ = ask(WRITING, FakeKeys("one\n", ".edit\n", "two\n", ".\n"), edit=lambda text: f"{text} edited")
    assert reply.text == "one edited\ntwo"
    assert "What you have now" in shown


def test_an_editor_that_fails_leaves_the_text() -> None:
    def fail(_: str) -> str:
        raise CircleError("the editor could not be started")

    reply, shown, _ = ask(WRITING, FakeKeys("one\n", ".edit\n", ".\n"), edit=fail)
    assert reply.text == "one"
    assert "the editor could not be started" in shown


def test_what_a_file_brings_along_is_shown_and_not_obeyed() -> None:
    shown = ask(WRITING, FakeKeys(".\n"), "\x1b[2Jred \x9b31m \u202e")[1]
    assert r"\x1b[2Jred \x9b31m \u202e" in shown
    assert not re.search("[\x1b\x9b\u202e]", shown)


CONSENT = choice("consent", "May we?", ("yes", "Yes"), ("no", "No"), left_open="Nobody has said.", guarded=True)


@pytest.mark.parametrize("pasted", ["1\n1\n1\n", "\n\n1\n", "yes\nand more\n"])
def test_several_lines_at_once_choose_nothing_that_protects_somebody(pasted: str) -> None:
    reply, shown, _ = ask(CONSENT, FakeKeys(pasted, "2\n"))
    assert reply == Reply(move=Move.NEXT, text="2")
    assert "Several lines came at once, so they choose nothing here." in shown
    assert ask(CONSENT, FakeKeys("\n\n\n"))[0].text.strip() == ""


def test_what_was_there_before_the_question_is_no_answer_to_what_protects_somebody() -> None:
    reply, shown, _ = ask(CONSENT, Pasted("1\n", "and the end of a long paste\n1\n"))
    assert reply == Reply(move=Move.END, text="")
    assert shown.index(EARLY) < shown.index("May we?")
    assert ask(WHICH, Pasted("1\n"))[0] == Reply(move=Move.NEXT, text="1")


def test_what_follows_the_line_before_in_one_paste_is_no_answer_to_what_protects_somebody() -> None:
    shown: list[str] = []
    reader = LineReader(FakeKeys("Sam\n1\n", "2\n"), shown.append)
    asker = PlainAsker(reader, shown.append, lambda text: text, lambda: 0.0, bell=False)
    assert reader.line(lambda _: None).text == "Sam"
    assert asker.ask(Screen(prompt=CONSENT), "", lambda _: None).text == "2"
    assert EARLY in "".join(shown)


def test_a_question_that_is_put_again_takes_what_is_typed_at_once() -> None:
    shown: list[str] = []
    asker = PlainAsker(
        LineReader(Pasted("2\n"), shown.append), shown.append, lambda text: text, lambda: 0.0, bell=False
    )
    assert asker.ask(Screen(prompt=CONSENT, again=True), "", lambda _: None).text == "2"
