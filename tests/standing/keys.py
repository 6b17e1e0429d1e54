"""Keys that nobody presses: from a list, one entry after the other."""

import io
from collections.abc import Callable
from typing import Any


class FakeKeys:
    """Keys from a list; those of one entry come at once, and so does what follows an entry that ends in `...`."""

    def __init__(self, *entries: str, heard: Callable[[], None] = lambda: None) -> None:
        self.entries, self.heard = list(entries), heard

    def read(self) -> str:
        self.heard()
        return self.entries.pop(0).removesuffix("...") if self.entries else ""

    def waiting(self) -> bool:
        return self.at_once

    def reading(self) -> Any:
        return io.StringIO()

    def released(self) -> Any:
        return io.StringIO()

    at_once = False


class Pasted(FakeKeys):
    """Whatever is left comes at once."""

    def waiting(self) -> bool:
        return bool(self.entries)
