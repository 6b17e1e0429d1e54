"""What each key does while somebody writes.

Enter starts a new line in an answer; after an empty line it goes on. Keys that come quicker than a hand types are
a paste: there, Enter is only a new line, whether or not the terminal marks what is pasted.
"""

import select
import time
from collections.abc import Callable, Mapping

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from circle_cli.interview.asker import Move
from circle_cli.interview.terminal.editing.allowed import editing_keys, letter_of
from circle_cli.interview.terminal.editing.around import EDITOR, Around, Written
from circle_cli.interview.terminal.editing.hints import Hint, all_keys
from circle_cli.interview.terminal.editing.replies import Replies
from circle_cli.interview.terminal.wrapping import wrapped

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
_IN_REPLIES: Mapping[Keys | str, str] = {Keys.Escape: "\x1b", Keys.ControlG: "\x07"}
_PASTE_SECONDS = 0.03


class WritingKeys:
    """What each key does while somebody writes."""

    def __init__(self, around: Around, hint: Hint, buffer: Buffer, *, lines: bool) -> None:
        self._buffer = buffer
        self._recalled, self._others, self._hint, self._lines = around.recalled, around.others, hint, lines
        self._more = around.more or "There are no more prompts here."
        self._all_keys = all_keys(around, lines=lines)
        self._pace, self._replies = _Pace(), Replies()

    def bindings(self) -> KeyBindings:
        """Give them as prompt_toolkit wants them."""
        keys = editing_keys(self._buffer)
        keys.add(Keys.Any, save_before=lambda event: event.data.isspace() or not event.is_repeat)(self._letter)
        keys.add("tab")(self._tab)
        keys.add("enter")(self._enter)
        keys.add("c-j")(self._enter)  # how some terminals send Enter
        keys.add("escape", "enter")(self._leave(Move.NEXT))
        keys.add("escape", "c-j")(self._leave(Move.NEXT))
        keys.add("c-d")(self._end)
        keys.add("?", filter=Condition(lambda: not self._buffer.text))(self._question_mark)
        keys.add("c-t")(lambda _: _show(self._more))
        keys.add("c-g")(self._help)
        keys.add("c-e")(self._recall)
        keys.add("c-o")(self._leave(EDITOR))
        for key, move in {**MOVES, **(MOVES_WITH_OTHERS if self._others else {})}.items():
            keys.add(key)(self._leave(move))
        return keys

    def _letter(self, event: KeyPressEvent) -> None:
        if not self._is_of_a_reply(event):
            self._buffer.insert_text(letter_of(event))

    def _is_of_a_reply(self, event: KeyPressEvent) -> bool:
        """Tell whether the terminal said it by itself; an arrow, say, is in no reply, and none goes on behind it."""
        before = {press.key for press in event.previous_key_sequence}
        hurried = self._pace.pressed() and all(key in _IN_REPLIES or not isinstance(key, Keys) for key in before)
        self._pace.queued = bool(event.app.key_processor.input_queue)
        key = event.key_sequence[0].key
        return self._replies.takes(_IN_REPLIES.get(key, event.data), hurried=hurried)

    def _help(self, event: KeyPressEvent) -> None:
        if not self._is_of_a_reply(event):
            _show(self._all_keys)

    def _tab(self, event: KeyPressEvent) -> None:
        self._pace.pressed()
        self._buffer.insert_text("\t")

    def _enter(self, event: KeyPressEvent) -> None:
        buffer = self._buffer
        hurried, more_follows = self._pace.pressed(), self._pace.more_follows(event)
        if more_follows or (hurried and self._lines):
            buffer.insert_text("\n")
        elif not self._lines:
            self._leave(Move.NEXT)(event)
        elif not buffer.text.strip():
            self._hint.message = "Nothing is written yet: start whenever you like, or Ctrl-K to skip."
        elif buffer.document.is_cursor_at_the_end and buffer.text.endswith("\n\n"):
            self._leave(Move.NEXT)(event)
        else:
            buffer.insert_text("\n")
            if buffer.document.is_cursor_at_the_end and buffer.text.endswith("\n\n"):
                self._hint.message = "Enter once more goes on; or start a new paragraph."

    def _end(self, event: KeyPressEvent) -> None:
        written = bool(self._buffer.text.strip())
        self._leave(Move.NEXT if written else Move.END)(event)

    def _question_mark(self, event: KeyPressEvent) -> None:
        if self._is_of_a_reply(event):
            return
        if self._pace.more_follows(event):
            self._buffer.insert_text("?")
        else:
            _show(self._more)

    def _recall(self, event: KeyPressEvent) -> None:
        if self._recalled:
            self._buffer.insert_text("\n".join(f"- {note}" for note in self._recalled) + "\n")

    def _leave(self, move: str) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=Written(move=move, text=self._buffer.text))


class _Pace:
    """Tells keys that were typed from keys that were pasted."""

    def __init__(self) -> None:
        self._last = 0.0
        self.queued = False

    def pressed(self) -> bool:
        """Note that a key came; tell whether it came quicker after the last one than a hand types."""
        now, last, queued = time.monotonic(), self._last, self.queued
        self._last, self.queued = now, False
        return queued or now - last < _PASTE_SECONDS

    def more_follows(self, event: KeyPressEvent) -> bool:
        """Tell whether other keys stand right behind this one."""
        if any(press.key != Keys.CPRResponse for press in event.app.key_processor.input_queue):
            return True
        if event.app.renderer.waiting_for_cpr:
            return False  # what comes now may be the terminal's own word on where its cursor is
        try:
            return bool(select.select([event.app.input.fileno()], [], [], _PASTE_SECONDS)[0])
        except (OSError, ValueError, NotImplementedError):  # Windows cannot ask a console
            return False


def _show(text: str) -> None:
    run_in_terminal(lambda: print("\n" + "\n".join(wrapped(text)) + "\n"))
