"""Keys of a Windows console, for the plain terminal.

Read as prompt_toolkit reads them, for Python's own `msvcrt.getwch` cannot tell `à` from the first half of an arrow key,
nor put together the two halves in which an emoji comes.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

_SLICE_SECONDS = 0.2  # Ctrl-C is heard between two waits only
_PASTE_PAUSE_SECONDS = 0.05
_OTHERWISE = str.maketrans({"\r": "\n", "\x1a": "\x04"})  # Ctrl-Z ends the input there


class KeyPress(Protocol):
    """What prompt_toolkit says of a key; one without a letter comes as the sequence that a terminal would send."""

    data: str


class Console(Protocol):
    """Where keys come from."""

    def read(self) -> Iterable[KeyPress]:
        """Give the keys that are there."""

    def wait(self, seconds: float) -> bool:
        """Wait for something to be there; False if nothing came."""


class WindowsKeys:
    """Keys of a Windows console."""

    def __init__(self, open_console: Callable[[], Console] | None = None) -> None:
        self._console = (open_console or _open_console)()
        self._half = ""  # of a letter that came in two
        self._before = ""  # Ctrl-C, and read with it

    def read(self) -> str:
        """Wait for keys and give those there are."""
        while True:
            text, self._before = self._before, ""
            while not text and not self._console.wait(_SLICE_SECONDS):
                pass
            text = text or self._half + "".join(key.data for key in self._console.read())
            if "\x03" in text:
                self._before, _, _ = text.partition("\x03")
                raise KeyboardInterrupt
            self._half = text[-1] if "\ud800" <= text[-1:] <= "\udbff" else ""
            text = text.removesuffix(self._half).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            if text:
                return text.translate(_OTHERWISE)

    def waiting(self, seconds: float = _PASTE_PAUSE_SECONDS) -> bool:
        """Tell whether keys are there, or come at once."""
        return bool(self._half or self._before) or self._console.wait(seconds)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Nothing is to be prepared: keys are taken from the console one by one."""
        yield

    @contextmanager
    def released(self) -> Iterator[None]:
        """The console is as it was."""
        yield


def _open_console() -> Console:
    if sys.platform == "win32":
        from prompt_toolkit.eventloop.win32 import wait_for_handles
        from prompt_toolkit.input.win32 import ConsoleInputReader

        reader = ConsoleInputReader(recognize_paste=False)

        class OwnConsole:
            """The console that this program was started in; that a key was let go is also something that is there."""

            def read(self) -> Iterable[KeyPress]:
                return reader.read()

            def wait(self, seconds: float) -> bool:
                return wait_for_handles([reader.handle], timeout=round(seconds * 1000)) is not None

        return OwnConsole()
    raise NotImplementedError("there is no console of Windows here")
