"""At a Windows console every letter arrives, and no key that is none is taken for one."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from circle_cli.interview.terminal.console import WindowsKeys
from circle_cli.interview.terminal.keyboard import LineReader

SMILE = "\U0001f642"


@dataclass(frozen=True)
class Key:
    data: str


class FakeConsole:
    """A console in which these batches of keys were pressed; a batch may hold no letters: keys that were let go."""

    def __init__(self, *batches: list[str]) -> None:
        self.batches = list(batches)

    def read(self) -> Iterable[Key]:
        return [Key(data) for data in self.batches.pop(0)]

    def wait(self, _: float) -> bool:
        return bool(self.batches)


def line(*batches: list[str]) -> str:
    return LineReader(WindowsKeys(lambda: FakeConsole(*batches)), lambda _: None).line(lambda _: None).text


ENTER = ["\r"]


def test_letters_with_accents_are_letters() -> None:
    assert line(["à", "\xe0"], [], ["ê"], ENTER) == "ààê"


def test_an_emoji_that_comes_in_two_halves_is_put_together() -> None:
    assert line(["\ud83d", "\ude42"], ENTER) == SMILE
    assert line(["a\ud83d"], ["\ude42", "b"], ENTER) == f"a{SMILE}b"


def test_half_an_emoji_breaks_nothing() -> None:
    assert line(["\ude42"], ["a"], ENTER) == "\ufffda"


@pytest.mark.parametrize("sequence", ["\x1b[A", "\x1b[D", "\x1b[3~", "\x1bOP", "\x1b[1;5C", ""])
def test_keys_without_a_letter_are_none(sequence: str) -> None:
    assert line(["a"], [sequence], ["b"], ENTER) == "ab"


@pytest.mark.parametrize("end", ["\x1a", "\x04"])
def test_ctrl_z_and_ctrl_d_end_the_input(end: str) -> None:
    reader = LineReader(WindowsKeys(lambda: FakeConsole(["a", end])), lambda _: None)
    assert reader.line(lambda _: None).ended


def test_ctrl_c_is_heard() -> None:
    with pytest.raises(KeyboardInterrupt):
        line(["a", "\x03"])


def test_what_was_pasted_is_known_by_what_follows() -> None:
    reader = LineReader(WindowsKeys(lambda: FakeConsole(["one\rtwo", "\r"])), lambda _: None)
    assert reader.line(lambda _: None).text == "one"
    assert reader.pasting()
    assert reader.line(lambda _: None).text == "two"
    assert not reader.pasting()


def test_what_was_typed_before_ctrl_c_is_kept() -> None:
    heard: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        LineReader(WindowsKeys(lambda: FakeConsole(["half a", " line\x03"])), lambda _: None).line(heard.append)
    assert heard[-1] == "half a line"
