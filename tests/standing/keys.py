"""Keys: what a terminal sends for each, and a list of them that nobody presses."""

import io
from collections.abc import Callable
from typing import Any

ESC_ENTER = "\x1b\r"
ENTER = "\r"
CTRL_B = "\x02"
CTRL_C = "\x03"
CTRL_D = "\x04"
CTRL_E = "\x05"
CTRL_F = "\x06"
CTRL_G = "\x07"
CTRL_K = "\x0b"
CTRL_N = "\x0e"
CTRL_O = "\x0f"
CTRL_P = "\x10"
CTRL_R = "\x12"
CTRL_T = "\x14"


class FakeKeys:
    """Keys from a list; those of one entry come at once, and so does what follows an entry that ends in `...`."""

    def __init__(self, *entries: str, heard: Callable[[], None] = lambda: None) -> None:
        self.entries, self.heard = list(entries), heard

    def read(self) -> str:
        self.heard()
        return self.entries.pop(0).removesuffix("...") if self.entries else ""

    def waiting(self, _: float = 0) -> bool:
        return self.at_once

    def reading(self) -> Any:
        return io.StringIO()

    def released(self) -> Any:
        return io.StringIO()

    at_once = False


class Pasted(FakeKeys):
    """Whatever is left comes at once."""

    def waiting(self, _: float = 0) -> bool:
        return bool(self.entries)
