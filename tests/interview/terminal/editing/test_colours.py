"""What is drawn: no colour, however many the terminal knows; and beforehand, how to go on and how to leave."""

import io
import re
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from circle_cli.interview.asker import Screen, Where
from circle_cli.interview.script.prompts import Prompt, PromptKind, choice, line, several, writing
from circle_cli.interview.script.script import Interview
from circle_cli.interview.terminal.screen import ScreenAsker, heading_of

COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;0-9]*m")
KEY = re.compile(r"\x1b\[200~.*?\x1b\[201~|\x1b\[\d*.|.", re.DOTALL)
NOTHING = ("\x00",) * 8
"""Keys that do nothing but have it drawn once more."""

OPTIONS = (("one", "One"), ("two", "Two"))
PROMPTS = {
    kind: (made, keys)
    for kind, made, keys in (
        (PromptKind.WRITING, writing("x", "X?", remark=("Why?",)), "one\x17two\x1a\x1b[D\x07\x14\r\r"),
        (PromptKind.LINE, line("x", "X?"), "\x1b[200~one\x1b[201~\x07"),
        (PromptKind.CHOICE, choice("x", "X?", *OPTIONS), "\x1b[B\x1b[A2"),
        (PromptKind.SEVERAL, several("x", "X?", *OPTIONS), "1, 2"),
    )
}


class Drawn(Vt100_Output):
    """A terminal of 16 million colours that presses the next key when something was drawn."""

    def __init__(self, out: io.StringIO, pipe: PipeInput, keys: str) -> None:
        super().__init__(out, lambda: Size(24, 80), term="xterm-256color", default_color_depth=ColorDepth.TRUE_COLOR)
        self._pipe, self._keys = pipe, ["\x1b[12;1R", *NOTHING, *KEY.findall(keys), *(NOTHING if keys else ()), "\x10"]

    def flush(self) -> None:
        super().flush()
        if self._keys:
            self._pipe.send_text(self._keys.pop(0))


def rendered(prompt: Prompt, keys: str, **how: Any) -> str:
    """Give all bytes that a prompt sends to a terminal, its heading included."""
    out = io.StringIO()
    screen = Screen(prompt=prompt, **how)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=Drawn(out, pipe, keys)):
        ScreenAsker(out.write, lambda text: text, lambda: 0.0, bool, bell=False).ask(screen, "", lambda _: None)
    return out.getvalue() + heading_of(screen)


@pytest.mark.parametrize("where", Where)
@pytest.mark.parametrize("kind", PROMPTS)
def test_no_prompt_has_a_colour(kind: PromptKind, where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("PROMPT_TOOLKIT_COLOR_DEPTH", "DEPTH_24_BIT")
    made, keys = PROMPTS[kind]
    said = rendered(made, keys, where=where)
    assert "Ctrl-" in said
    assert not COLOUR.search(said)


def test_none_of_the_questions_has_a_colour(interview: Interview) -> None:
    for question in interview.questions[:2]:
        prompt = Prompt(key="x", kind=PromptKind.WRITING, ask=question.title, question=question)
        said = rendered(prompt, "?", number=1, total=8, done=(False,) * 8, recalled=("noted",), others=True)
        assert not COLOUR.search(said)


def test_what_is_looked_for_here_would_be_found() -> None:
    for colour in ("\x1b[31m", "\x1b[0;38;5;67m", "\x1b[97m", "\x1b[48;2;1;2;3m", "\x1b[0;1;35m", "\x1b[107m"):
        assert COLOUR.search(colour)
    for plain in ("\x1b[1m", "\x1b[0m", "\x1b[0;1;4;7m", "\x1b[40C"):
        assert not COLOUR.search(plain)


@pytest.mark.parametrize("others", [False, True])
@pytest.mark.parametrize("kind", PROMPTS)
def test_the_screen_says_beforehand_how_to_go_on_and_how_to_leave(kind: PromptKind, *, others: bool) -> None:
    leave = {Where.INTERVIEW: "Ctrl-P pause", Where.ASIDE: "Esc close", Where.ALONE: "Esc leave it"}
    for where, how in leave.items():
        with_others = others and where is Where.INTERVIEW
        said = rendered(PROMPTS[kind][0], "", where=where, others=with_others)
        assert how in said
        assert "Ctrl-D" in said or (where is not Where.INTERVIEW and "Enter next" in said)
        assert ("Ctrl-K" in said) is (where is Where.INTERVIEW)
