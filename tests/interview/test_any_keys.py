"""Random keys, over whole interviews and both terminals: what stood on the screen, and nobody deleted, is in the draft.

10,000 keys in all, from seeds that stand in a failure's name; `CIRCLE_MORE_KEYS=20` presses twenty times as many.
"""

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafted import HEAD
from keys import FakeKeys
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from circle_cli.interview.asides import NOTE
from circle_cli.interview.asker import Paused, Reply, Screen, Where
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import read_draft
from circle_cli.interview.run import Run
from circle_cli.interview.script.prompts import Misread, Prompt, PromptKind
from circle_cli.interview.script.script import Interview
from circle_cli.interview.terminal.keyboard import LineReader
from circle_cli.interview.terminal.plain import PlainAsker
from circle_cli.interview.terminal.screen import ScreenAsker
from circle_cli.vocabulary import Mode

pytestmark = pytest.mark.usefixtures("library_keys_made_once", "lines_read_once")

TIMES = int(os.environ.get("CIRCLE_MORE_KEYS", "1"))
LETTERS = "abc é 日ß🌻  ,.12"
NOTHING = ("\x1b[15~", "\x1b[2~", "\x07", "\x14", "\x1b[I", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b[?1;2c", "\x00")
"""Keys and replies that change nothing that is written."""


class Fingers:
    """Types at random, and knows what stands there then."""

    def __init__(self, seed: int, keys: int) -> None:
        self.chance, self.left = random.Random(seed), keys  # noqa: S311 (a game of chance, no secret)
        self.before, self.behind = "", ""

    def start(self, text: str) -> None:
        self.before, self.behind = text, ""

    @property
    def text(self) -> str:
        return self.before + self.behind

    def press(self, moving: bool) -> Iterator[str]:
        """Give some keys, and follow what they do; `moving` where a cursor can."""
        for _ in range(self.chance.randrange(12)):
            self.left -= 1
            what = self.chance.random()
            if what < 0.7:
                letter = self.chance.choice(LETTERS)
                self.before += letter
                yield letter
            elif what < 0.8:
                self.before = self.before[:-1]
                yield "\x7f"
            elif what < 0.82:
                start = self.before.rfind("\n") + 1
                self.before = self.before[:start]
                yield "\x15"
            elif what < 0.9 and moving:
                yield self.move()
            else:
                yield self.chance.choice(NOTHING)

    def move(self) -> str:
        key = self.chance.choice(("\x1b[D", "\x1b[C", "\x1b[3~", "\x1a\x19", "\r"))
        if key == "\x1b[D":
            self.before, self.behind = self.before[:-1], self.before[-1:] + self.behind
        elif key == "\x1b[C":
            self.before, self.behind = self.before + self.behind[:1], self.behind[1:]
        elif key == "\x1b[3~":
            self.behind = self.behind[1:]
        elif key == "\r":  # more keys stand right behind it: a paste
            self.before += "\n"
        if key in ("\x1b[D", "\x1b[C") and "\n" in self.text:
            self.before, self.behind = self.text, ""
            return "\x1b[1;5F"  # arrows stop at a line's end
        return key


class Watched:
    """Asks with one of the two terminals, with random keys, and looks whether the draft has it all."""

    def __init__(self, fingers: Fingers, draft: Path) -> None:
        self.fingers, self.draft = fingers, draft
        self.visible: dict[str, tuple[Prompt, str]] = {}
        self.resumed = ""

    def say(self, text: str) -> None:
        pass

    def ask(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        prompt = screen.prompt
        self.all_kept(but=prompt.key)
        if prompt.key in self.visible and self.resumed == prompt.key:
            assert text.strip() == self.visible[prompt.key][1].strip(), f"{prompt.key}: not shown on coming back"
        self.resumed = ""
        told: list[str] = []
        self.fingers.start(text)
        self.fingers.left -= 1
        reply = self.put(screen, text, lambda now: (told.append(now), typed(now))[0])
        if prompt.kind is not PromptKind.CHOICE:
            assert one_line(reply.text) == one_line(self.fingers.text), f"{prompt.key}, {reply}"
            assert not told or not reply.text or one_line(told[-1]) == one_line(reply.text), f"a kill at {prompt.key}"
            self.visible[prompt.key] = (prompt, reply.text)
        return reply

    def put(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        raise NotImplementedError

    def all_kept(self, but: str = "") -> None:
        state = read_draft(self.draft)
        for key, (prompt, text) in self.visible.items():
            if key == but or not text.strip():
                continue
            known = {state.halves.get(key, "").strip(), (state.answers.get(key) or "").strip()}
            noted = key == NOTE.key and text.strip() in (state.answers.get("notes") or "")
            assert noted or text.strip() in known or understood(prompt, text) in known, f"{key}: {text!r} in {known}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def understood(prompt: Prompt, text: str) -> str:
    try:
        return prompt.read(text).strip()
    except Misread:
        return text.strip()


class AtTheScreen(Watched):
    """With prompt_toolkit, through a pipe."""

    def __init__(self, fingers: Fingers, draft: Path, pipe: Any) -> None:
        super().__init__(fingers, draft)
        self.pipe = pipe
        self.asker = ScreenAsker(lambda _: None, lambda text: text, lambda: 0.0, bool, bell=False)

    def put(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        chance = self.fingers.chance
        if screen.prompt.kind is PromptKind.CHOICE:
            ways = (
                ["\x02", "\r", "\x03"] if screen.where is Where.ASIDE else ["\x0b", "\r", "\x1b[B\x0b", "\x02", "\x03"]
            )
            self.pipe.send_text(chance.choice(ways))
        else:
            on = ["\x04"] * 6 + ["\x02", "\x10", "\x03"]
            more = [] if screen.where is Where.ASIDE else ["\x0b"] * 2 + ["\x0e", "\x1b[5~", "\x1b[6~", "\x1b\r"]
            more += ["\x12", "\x06"] * screen.others
            self.pipe.send_text("".join(self.fingers.press(moving=True)) + chance.choice(on + more))
        return self.asker.ask(screen, text, typed)


class Interruptible(FakeKeys):
    """Keys one by one, with Ctrl-C among them."""

    def read(self) -> str:
        key = super().read()
        if key == "\x03":
            raise KeyboardInterrupt
        return key


class InPlainLines(Watched):
    """With the plain terminal's own reader."""

    def __init__(self, fingers: Fingers, draft: Path) -> None:
        super().__init__(fingers, draft)
        self.keys = Interruptible()
        reader = LineReader(self.keys, lambda _: None)
        self.asker = PlainAsker(reader, lambda _: None, lambda text: text, lambda: 0.0, bell=False)

    def put(self, screen: Screen, text: str, typed: Callable[[str], None]) -> Reply:
        fingers, chance, kind = self.fingers, self.fingers.chance, screen.prompt.kind
        words = (
            [".back\n", ".pause\n"] if screen.where is Where.ASIDE else [".back\n", ".skip\n", ".note\n", ".pause\n"]
        )
        fingers.start("")
        keys = [] if kind is PromptKind.CHOICE else list(fingers.press(moving=False))
        line = fingers.text
        starts_a_word = line.strip().startswith((".", "?")) or line.strip() == "."
        if starts_a_word:
            keys, line = [*keys, "\x15"], ""
        way = chance.choice(["\x04", "\n", "\x03", ""] if line else ["\x04", "\n", *words, "\x03", ""])
        if kind is PromptKind.WRITING:
            keys += [".\n"] if way == "\n" and not line else ["\n", ".\n"] if way == "\n" else [way]
            whole = f"{text}\n{line}" if text and line else line or text
        else:
            keys.append(way)
            whole = line if line.strip() else text
        fingers.start(whole)
        self.keys.entries = [key for key in keys if key]
        reply = self.asker.ask(screen, text, typed)
        if not reply.text and understood(screen.prompt, text) == text.strip() and way in ("\x04", "\n"):
            fingers.start("")  # it was said that Enter lets words go that are no answer
        return reply


@contextmanager
def at_a_screen(fingers: Fingers, draft: Path) -> Iterator[Watched]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield AtTheScreen(fingers, draft, pipe)


def hold(interview: Interview, fingers: Fingers, folder: Path, seat: Callable[[Fingers, Path], Any]) -> None:
    """Hold one interview to its end, or until the fingers tire; gone on with after each pause."""
    draft = Draft.begin(folder, HEAD)
    with seat(fingers, draft.path) as asker:
        while fingers.left > 0:
            state = read_draft(draft.path)
            asker.resumed = state.at or ""
            try:
                answers = Run(interview, asker, draft, state.known, state.halves, lambda: 0.0).go(state.at)
            except Paused:
                asker.all_kept()
                draft.close()
                draft = Draft.reopen(draft.path)
                continue
            said = one_line(" ".join(text for text in answers.values() if text))
            for prompt, text in asker.visible.values():
                wanted = understood(prompt, text)
                assert (wanted == text.strip() and prompt.reading) or one_line(wanted) in said, (
                    f"{prompt.key} is not saved"
                )
            break
    draft.remove()


@pytest.mark.parametrize("seed", range(4 * TIMES))
def test_random_keys_in_the_terminal_lose_nothing(
    seed: int, quick: Interview, interview: Interview, folder: Path
) -> None:
    press(seed, 300, one_of(seed, quick, interview), folder, at_a_screen)


@pytest.mark.parametrize("seed", range(11 * TIMES))
def test_random_keys_in_plain_lines_lose_nothing(
    seed: int, quick: Interview, interview: Interview, folder: Path
) -> None:
    press(seed, 800, one_of(seed, quick, interview), folder, lambda *how: nullcontext(InPlainLines(*how)))


def one_of(seed: int, *alone: Interview) -> Interview:
    """Give an interview of each kind in turn: the quick one, the whole one, and one with a group."""
    return (*alone, replace(alone[0], mode=Mode.GROUP), replace(alone[1], mode=Mode.TRAINING))[seed % 4]


def press(seed: int, keys: int, interview: Interview, folder: Path, seat: Callable[[Fingers, Path], Any]) -> None:
    fingers = Fingers(seed, keys)
    while fingers.left > 0:
        hold(interview, fingers, folder, seat)
