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
from prompt_toolkit.output import ColorDepth

from circle_cli.interview.terminal.editing.replies import Deaf
from circle_cli.text import one_newline

Move = Callable[[Buffer], object]
Far = Callable[[Buffer], int]
"""How far from the cursor an edit reaches: backwards where it is less than nothing."""

_MOVES: Mapping[str, Move] = {
    "left": lambda it: it.cursor_left(),
    "right": lambda it: it.cursor_right(),
    "up": lambda it: it.cursor_up(),
    "down": lambda it: it.cursor_down(),
    "home": lambda it: _go(it, it.document.get_start_of_line_position()),
    "end": lambda it: _go(it, it.document.get_end_of_line_position()),
    "c-home": lambda it: _go(it, -len(it.text)),
    "c-end": lambda it: _go(it, len(it.text)),
    "c-left": lambda it: _go(it, _word_before(it)),
    "c-right": lambda it: _go(it, _word_behind(it)),
    "c-z": lambda it: it.undo(),
    "c-y": lambda it: it.redo(),
}
"""Keys that change no letter, or take back what did."""

_TAKES_AWAY: Mapping[str, Far] = {
    "backspace": lambda it: -1 if it.cursor_position else 0,
    "delete": lambda it: 1 if it.cursor_position < len(it.text) else 0,
    "c-delete": lambda it: _word_behind(it),
    "c-w": lambda it: it.document.find_start_of_previous_word(WORD=True) or 0,
}
"""Keys that take letters away; Ctrl-Z brings them back."""

BEHIND_ESCAPE: Mapping[str, Move] = {
    **dict.fromkeys((Keys.Left, "b"), _MOVES["c-left"]),
    **dict.fromkeys((Keys.Right, "f"), _MOVES["c-right"]),
    Keys.Backspace: lambda it: take_away(it, _word_before(it)),
}
"""What a key does that comes with an Escape at once: so Option with an arrow comes from a Mac."""


def editing_keys(buffer: Buffer) -> KeyBindings:
    """Give the keys that edit what stands in a buffer.

    One that changes nothing, such as a Backspace at the beginning, leaves Ctrl-Y all that Ctrl-Z took back.
    """
    keys = KeyBindings()
    for key, move in _MOVES.items():
        keys.add(key, save_before=never)(lambda _, move=move: move(buffer))
    for key, far in _TAKES_AWAY.items():
        keys.add(key, save_before=never)(lambda _, far=far: take_away(buffer, far(buffer)))
    keys.add(Keys.BracketedPaste, save_before=never)(lambda event: put_in(buffer, one_newline(event.data)))
    return keys


def put_in(buffer: Buffer, text: str) -> None:
    """Put a text in at the cursor, to be taken back as a whole."""
    if text:
        buffer.save_to_undo_stack()
        buffer.insert_text(text)


def take_away(buffer: Buffer, far: int) -> None:
    """Take away what stands so far before the cursor (less than nothing) or behind it."""
    if far:
        buffer.save_to_undo_stack()
        buffer.delete(far) if far > 0 else buffer.delete_before_cursor(-far)


def only(application: "Application[Any]", keys: KeyBindingsBase) -> None:
    """Let an application know these keys alone, and the terminal's own word on where its cursor is."""
    application.key_bindings = merge_key_bindings([load_cpr_bindings(), keys])
    application._default_bindings = KeyBindings()  # it has no public way to go without its defaults
    application._page_navigation_bindings = KeyBindings()
    application.key_processor = Deaf(application)
    application._color_depth = ColorDepth.DEPTH_1_BIT  # bold alone reads on any background


def letter_of(event: KeyPressEvent) -> str:
    """Give what a key types; nothing for one that types no letter."""
    key = event.key_sequence[0].key
    is_letter = not isinstance(key, Keys) and all(unicodedata.category(sign) != "Cc" for sign in event.data)
    return event.data if is_letter else ""


def never(_: object) -> bool:
    """Say that a key saves nothing to be undone by itself."""
    return False


def _word_before(buffer: Buffer) -> int:
    return buffer.document.find_previous_word_beginning() or 0


def _word_behind(buffer: Buffer) -> int:
    return buffer.document.find_next_word_ending() or 0


def _go(buffer: Buffer, far: int) -> None:
    buffer.cursor_position = min(max(0, buffer.cursor_position + far), len(buffer.text))
