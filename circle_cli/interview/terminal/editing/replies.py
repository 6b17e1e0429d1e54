"""What a terminal sends by itself, such as its colours, its name, or that its window was left: no key of anybody's.

prompt_toolkit knows some of these and gives the others key by key: an Escape, then letters and digits that nobody
typed. They come at once, as no hand types, and are taken out before any key is looked at.
"""

import time
from collections.abc import Iterable, Mapping
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding.key_processor import KeyPress, KeyProcessor
from prompt_toolkit.keys import Keys

_AT_ONCE_SECONDS = 0.03
_ESCAPE_SECONDS = 0.05
"""How long an Escape waits for what belongs to it: what comes later was typed."""

_STRINGS = "]P_^X"
"""What follows the Escape of a reply that runs to its own end: BEL, or Escape and a backslash."""

_SIGNS: Mapping[Keys | str, str] = {Keys.Escape: "\x1b", Keys.ControlG: "\x07"}


class Replies:
    """Takes out of the keys that came what belongs to something that the terminal said by itself."""

    def __init__(self) -> None:
        self._begun, self._last = "", 0.0

    def without(self, came: Iterable[KeyPress], now: float) -> list[KeyPress]:
        """Give the keys that somebody pressed, of those that came at once.

        An Escape with one sign behind it stays, and so does whatever breaks off: rather a strange sign in the answer
        than a word less.
        """
        if now - self._last > _AT_ONCE_SECONDS:
            self._begun = ""
        self._last = now
        pressed: list[KeyPress] = []
        held: list[KeyPress] = []
        for press in came:
            sign = _SIGNS.get(press.key, "" if isinstance(press.key, Keys) else press.key)
            goes_on = _go_on(self._begun, sign)
            if goes_on is None:  # none of a reply, nor is what seemed to begin one
                pressed += held
                goes_on = _go_on("", sign)
                held = []
                if goes_on is None:
                    pressed.append(press)
            held = [*held, press] if goes_on else []
            self._begun = goes_on or ""
        return pressed + (held if len(self._begun) <= 2 else [])


class Deaf(KeyProcessor):
    """Handles keys as prompt_toolkit does, and hears nothing that the terminal says by itself."""

    def __init__(self, application: Application[Any]) -> None:
        super().__init__(application.key_processor._bindings)
        self._replies = Replies()
        application.ttimeoutlen = _ESCAPE_SECONDS

    def feed_multiple(self, key_presses: list[KeyPress], first: bool = False) -> None:
        """Take the keys that came at once."""
        super().feed_multiple(self._replies.without(key_presses, time.monotonic()), first)


def _go_on(begun: str, sign: str) -> str | None:
    """Give what has come of a reply with this sign: nothing more where that is its end, None where it is none."""
    if not sign:
        return None
    if not begun:
        return sign if sign == "\x1b" else None
    if begun == "\x1b":
        return begun + sign if sign in (*_STRINGS, "[", "O") else None
    if begun[1] in "[O":
        inside = sign.isascii() and " " <= sign <= "?" and len(begun) < 40
        return begun + sign if inside else "" if "@" <= sign <= "~" else None
    ended = sign == "\x07" or (sign == "\\" and begun.endswith("\x1b"))
    return "" if ended else begun + sign
