"""The keys that edit an answer: these and no others. prompt_toolkit binds many more, and some open fields of its own.

Its search opened one that nobody saw (Ctrl-S, Ctrl-R), took the next key for itself, and the answer was gone: so each
key is bound here or in `keys`, and reads the answer's own buffer, never the one that has the focus.
"""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.key_binding import KeyBindings, KeyBindingsBase, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.bindings.cpr import load_cpr_bindings
from prompt_toolkit.keys import Keys

from circle_cli.text import one_newline

Edit = Callable[[Buffer], object]

_MOVES: Mapping[str, Edit] = {
    "left": lambda it: it.cursor_left(),
    "right": lambda it: it.cursor_right(),
    "up": lambda it: it.cursor_up(),
    "down": lambda it: it.cursor_down(),
    "home": lambda it: _go(it, it.document.get_start_of_line_position()),
    "end": lambda it: _go(it, it.document.get_end_of_line_position()),
    "c-home": lambda it: _go(it, -len(it.text)),
    "c-end": lambda it: _go(it, len(it.text)),
    **dict.fromkeys(("c-left", "escape left", "escape b"), lambda it: _go(it, _word_before(it))),
    **dict.fromkeys(("c-right", "escape right", "escape f"), lambda it: _go(it, _word_behind(it))),
    "c-z": lambda it: it.undo(),
    "c-y": lambda it: it.redo(),
}
"""Keys that change no letter, or take back what did. Option with an arrow, on a Mac, comes as Escape and a key."""

_CHANGES: Mapping[str, Edit] = {
    "backspace": lambda it: it.delete_before_cursor(),
    "delete": lambda it: it.delete(),
    "escape backspace": lambda it: it.delete_before_cursor(-_word_before(it)),
    "c-delete": lambda it: it.delete(_word_behind(it)),
    "c-u": lambda it: it.delete_before_cursor(-it.document.get_start_of_line_position()),
    "c-w": lambda it: it.delete_before_cursor(-(it.document.find_start_of_previous_word(WORD=True) or 0)),
}
"""Keys that take letters away; Ctrl-Z brings them back."""


def editing_keys(buffer: Buffer) -> KeyBindings:
    """Give the keys that edit what stands in a buffer."""
    keys = KeyBindings()
    for key, edit in _MOVES.items():
        keys.add(*key.split(), save_before=lambda _: False)(_on(buffer, edit))
    for key, edit in _CHANGES.items():
        keys.add(*key.split())(_on(buffer, edit))
    keys.add(Keys.BracketedPaste)(lambda event: buffer.insert_text(one_newline(event.data)))
    return keys


def only(application: "Application[Any]", keys: KeyBindingsBase) -> None:
    """Let an application know these keys alone, and the terminal's own word on where its cursor is."""
    application.key_bindings = merge_key_bindings([load_cpr_bindings(), keys])
    application._default_bindings = KeyBindings()  # it has no public way to go without its defaults
    application._page_navigation_bindings = KeyBindings()


def letter_of(event: KeyPressEvent) -> str:
    """Give what a key types; nothing for one that types no letter, or that a terminal sends by itself."""
    key = event.key_sequence[0].key
    is_letter = not isinstance(key, Keys) and all(unicodedata.category(sign) != "Cc" for sign in event.data)
    return event.data if is_letter else ""


def _on(buffer: Buffer, edit: Edit) -> Callable[[KeyPressEvent], None]:
    def handle(_: KeyPressEvent) -> None:
        edit(buffer)

    return handle


def _word_before(buffer: Buffer) -> int:
    return buffer.document.find_previous_word_beginning() or 0


def _word_behind(buffer: Buffer) -> int:
    return buffer.document.find_next_word_ending() or 0


def _go(buffer: Buffer, far: int) -> None:
    buffer.cursor_position = min(max(0, buffer.cursor_position + far), len(buffer.text))
