"""What each key does while somebody writes.

Enter starts a new line in an answer; after an empty line it goes on. Keys that come quicker than a hand types are
a paste: there, Enter is only a new line, whether or not the terminal marks what is pasted.
"""

import time
from collections.abc import Callable, Mapping

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from circle_cli.interview.asker import Move, Where
from circle_cli.interview.terminal.editing.allowed import (
    BEHIND_ESCAPE,
    editing_keys,
    letter_of,
    never,
    put_in,
    take_away,
)
from circle_cli.interview.terminal.editing.around import EDITOR, Around, Written
from circle_cli.interview.terminal.editing.hints import EMPTIED, Hint, all_keys
from circle_cli.interview.terminal.editing.pace import Pace
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.text import one_newline

MOVES = {
    "c-b": Move.BACK,
    "pageup": Move.BACK,
    "pagedown": Move.NEXT,
    "c-k": Move.SKIP,
    "c-n": Move.NOTE,
    "c-p": Move.PAUSE,
    "c-c": Move.PAUSE,
    "<sigint>": Move.PAUSE,
}
MOVES_WITH_OTHERS = {"c-r": Move.CARD, "c-f": Move.BRING_BACK}
_ESCAPE_COUNTS_SECONDS = 1.0
"""How long an Escape waits for an Enter that a hand presses: the two go on."""

Handler = Callable[[KeyPressEvent], None]


def ways_out(where: Where, *, others: bool) -> Mapping[str, str]:
    """Give the keys that leave a prompt as it stands, by what becomes of it: no others there do anything."""
    if where is not Where.INTERVIEW:
        back = ("c-b", "c-k") if where is Where.SAVED else ("c-b",)
        return {key: move for key, move in MOVES.items() if key in back or move is Move.PAUSE}
    return {**MOVES, "c-o": EDITOR, **(MOVES_WITH_OTHERS if others else {})}


class WritingKeys:
    """What each key does while somebody writes."""

    def __init__(self, around: Around, hint: Hint, buffer: Buffer, *, lines: bool) -> None:
        self._buffer, self._stood = buffer, buffer.text
        self._recalled, self._others, self._hint, self._lines = around.recalled, around.others, hint, lines
        self._more = around.more or "There are no more prompts here."
        self._all_keys = all_keys(around, lines=lines)
        self._skip = ", or Ctrl-K to skip" if around.skips else ""
        self._ways = ways_out(around.where, others=around.others)
        self._closes = around.where is not Where.INTERVIEW
        self._pace, self._escaped = Pace(), 0.0

    def bindings(self) -> KeyBindings:
        """Give them as prompt_toolkit wants them. None saves by itself what can be undone: `put_in` does."""
        own: dict[str, Handler] = {
            Keys.Any: self._letter,
            Keys.BracketedPaste: self._paste,
            "tab": self._tab,
            "enter": self._enter,
            "c-j": self._enter,  # how some terminals send Enter
            "c-d": self._leave(Move.NEXT),
            "escape": self._escape,
            "c-t": lambda _: _show(self._more),
            "c-g": lambda _: _show(self._all_keys),
            "c-e": self._recall,
            "c-u": self._empty,
        }
        keys = editing_keys(self._buffer)
        for key, handler in {**own, **{key: self._leave(way) for key, way in self._ways.items()}}.items():
            keys.add(key, save_before=never)(handler)
        keys.add("?", filter=Condition(lambda: not self._buffer.text), save_before=never)(self._question_mark)
        return keys

    def pressed(self, _: object) -> None:
        """Have what stands there stay, once any key was pressed."""
        self._hint.anew = False

    def _in_its_place(self) -> None:
        """Take away what stands there, where the first key takes its place; Ctrl-Z brings it back."""
        if self._hint.anew:
            take_away(self._buffer, -len(self._buffer.text))

    def _paste(self, event: KeyPressEvent) -> None:
        self._in_its_place()
        put_in(self._buffer, one_newline(event.data))

    def _letter(self, event: KeyPressEvent) -> None:
        if letter_of(event):
            self._in_its_place()
        self._pace.pressed()
        self._pace.queued = bool(event.app.key_processor.input_queue)
        letter = letter_of(event)
        if letter and event.is_repeat and not letter.isspace():
            self._buffer.insert_text(letter)  # Ctrl-Z takes back a word, and not a letter
        else:
            put_in(self._buffer, letter)

    def _tab(self, event: KeyPressEvent) -> None:
        self._pace.pressed()
        put_in(self._buffer, "\t")

    def _escape(self, event: KeyPressEvent) -> None:
        """Close what was opened in the middle of something; in an answer an Escape alone does nothing."""
        queue = event.app.key_processor.input_queue
        behind = queue[0].key if queue else None
        if behind in (Keys.ControlM, Keys.ControlJ):
            queue.popleft()
            self._leave(Move.NEXT)(event)
        elif behind and behind in BEHIND_ESCAPE:
            queue.popleft()
            BEHIND_ESCAPE[behind](self._buffer)
        elif behind is None and self._closes:
            self._leave(Move.BACK)(event)
        self._escaped = time.monotonic()

    def _enter(self, event: KeyPressEvent) -> None:
        buffer = self._buffer
        hurried, more_follows = self._pace.pressed(), self._pace.more_follows(event)
        if more_follows or (hurried and self._lines):
            put_in(buffer, "\n")
        elif not self._lines or self._escape_before(event):
            self._leave(Move.NEXT)(event)
        elif not buffer.text.strip():
            self._hint.message = f"Nothing is written yet: start whenever you like{self._skip}."
        elif buffer.document.is_cursor_at_the_end and buffer.text.endswith("\n\n"):
            self._leave(Move.NEXT)(event)
        else:
            put_in(buffer, "\n")
            if buffer.document.is_cursor_at_the_end and buffer.text.endswith("\n\n"):
                self._hint.message = "Enter once more goes on; or start a new paragraph."

    def _escape_before(self, event: KeyPressEvent) -> bool:
        before = [press.key for press in event.previous_key_sequence]
        return before == [Keys.Escape] and time.monotonic() - self._escaped < _ESCAPE_COUNTS_SECONDS

    def _question_mark(self, event: KeyPressEvent) -> None:
        if self._pace.more_follows(event):
            put_in(self._buffer, "?")
        else:
            _show(self._more)

    def _empty(self, event: KeyPressEvent) -> None:
        """Empty what stood there already, whole; of what is being written, the line up to the cursor."""
        buffer = self._buffer
        if buffer.text and buffer.text == self._stood:
            buffer.cursor_position = len(buffer.text)
            take_away(buffer, -len(buffer.text))
            self._hint.message = EMPTIED
        else:
            take_away(buffer, buffer.document.get_start_of_line_position())

    def _recall(self, event: KeyPressEvent) -> None:
        if self._recalled:
            put_in(self._buffer, "\n".join(f"- {note}" for note in self._recalled) + "\n")

    def _leave(self, move: str) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=Written(move=move, text=self._buffer.text))


def _show(text: str) -> None:
    run_in_terminal(lambda: print("\n" + "\n".join(wrapped(text)) + "\n"))
