"""A group in the plain terminal, to the byte, with a clock that stands still until the script says otherwise."""

import contextlib
import io
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from circle_cli.commands.asking import eight_questions
from circle_cli.commands.asking.reflect import reflect
from circle_cli.commands.drafts import interview, session_file
from circle_cli.commands.edge import Asked
from circle_cli.interview.terminal import keyboard

GROUP = """\
The lunch
Sam
Sam, Jo and Bea
jo
sam
.roles
4
3
soon
half an hour
30
Sam
Jo
Sam, Bea
Bea
Jo
Jo
Bea
hello
1
Sunday dinner at the home.
.
.time
He laughed, and he took more soup.
+9
Then he asked who had made it.
.bring
2
.
.time
9 8
Bea 9, sam 8
I asked him twice what he would like to eat.
.note
There is a paper on shared meals
2
.
.back
.
.skip
1, the GP, imagined 3

.skip
.skip

1
.skip
.skip
.skip
You sat down, and it went quiet.
.time
bea: you counted the chairs out loud.
.
.back
.
Bea: You waited: nobody else did.
jo: Which one he liked best.
.
Kim: so calm.
sam: Time.
.
.
Sam: I will ask twice.
Bea: I will bring the soup again.
.

""".splitlines()


class Clock:
    """Keys from the script; `+9` is no key, but nine minutes that pass."""

    def __init__(self, script: list[str]) -> None:
        self.script, self.now = list(script), 0.0

    def read(self) -> str:
        while self.script and self.script[0].startswith("+"):
            self.now += 60 * int(self.script.pop(0))
        return f"{self.script.pop(0)}\n" if self.script else ""

    def waiting(self, _: float = 0) -> bool:
        return False

    def reading(self) -> Any:
        return contextlib.nullcontext()

    released = reading


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_group_in_plain_lines_reads_as_it_always_has(
    log: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    letters, keys, out = iter("k3f9"), Clock(GROUP), Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", Terminal())
        patch.setattr(sys, "stdout", out)
        patch.setattr(keyboard, "system_keys", lambda: keys)
        patch.setattr(interview, "time", SimpleNamespace(monotonic=lambda: keys.now))
        patch.setattr(eight_questions, "today", lambda: date(2026, 11, 23))
        patch.setattr(session_file, "today", lambda: date(2026, 11, 23))
        patch.setattr(session_file, "pick", lambda _: next(letters))
        reflect(Asked(log=str(log), plain=True), quick=False, mode="group", title=None, require_commit=True, bell=True)
    said = out.getvalue()
    golden("plain-group.txt", said.replace(str(log), "/home/jo/log"))
    assert keys.script == []
    assert said.count("\a") == 1
    (path,) = (log / "sessions").rglob("*.md")
    front = path.read_text(encoding="utf-8").split("\n---\n")[0]
    assert re.findall(r'by: "(\w+)", score: (\d)', front) == [("Bea", "9"), ("Sam", "8")]
    assert re.findall(r'by: "(\w+)", to: "(\w+)"', front) == [
        ("Jo", "Sam"), ("Jo", "Bea"), ("Bea", "Sam"), ("Bea", "Jo")
    ]  # fmt: skip
