"""Writing and choosing in a terminal; the one owner of questionary, and with `rows` of prompt_toolkit beneath it.

Keys: Enter starts a new line in an answer; after an empty line it goes on. Keys that come quicker than a hand types are
a paste: there, Enter is only a new line, whether or not the terminal marks what is pasted.
"""

import select
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import questionary
from prompt_toolkit.application import get_app, run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.utils import suspend_to_background_supported

from circle_cli.interview.asker import Move, Reply
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.interview.terminal.rows import shown_in_rows
from circle_cli.interview.terminal.wrapping import window, wrapped

EDITOR = "editor"
_PASTE_SECONDS = 0.03
_TIME_SECONDS = 5.0
"""How often the time is shown anew."""

_STYLE = questionary.Style(
    [
        ("qmark", "bold"),
        ("question", "bold"),
        ("answer", ""),
        ("pointer", "bold"),
        ("highlighted", "bold"),
        ("selected", ""),
        ("instruction", ""),
        ("bottom-toolbar", "noreverse"),
    ]
)
"""No colours: bold alone reads on any background, with any eyes, and under NO_COLOR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of writing: a move's name, or EDITOR, and the text as it stands."""

    move: str
    text: str


class _Pace:
    """Tells keys that were typed from keys that were pasted."""

    def __init__(self) -> None:
        self._last = 0.0

    def pressed(self) -> bool:
        """Note that a key came; tell whether it came quicker after the last one than a hand types."""
        now, last = time.monotonic(), self._last
        self._last = now
        return now - last < _PASTE_SECONDS

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is to hand while somebody writes: `more` for `?`, `recalled` for Ctrl-Y, role cards where there are others.

    `time` says how the time stands, where it is watched; `rings` tells when a bell is to ring.
    """

    more: str
    recalled: tuple[str, ...]
    others: bool
    time: Callable[[], str] | None
    rings: Callable[[], bool]


def write_answer(prompt: Prompt, text: str, typed: Callable[[str], None], around: Around) -> Written:
    """Let somebody write, with `text` already in place."""
    lines = prompt.kind is PromptKind.WRITING
    hint = _Hint(around)
    question = questionary.text(
        ">",
        default=text,
        qmark="",
        instruction="",
        multiline=True,
        style=_STYLE,
        key_bindings=_Keys(lines, around, hint).bindings(),
        bottom_toolbar=lambda: hint.toolbar(lines),
        input_processors=shown_in_rows(beside=len(" > ")),
        enable_suspend=True,
        refresh_interval=_TIME_SECONDS if around.time else 0,
        reserve_space_for_menu=0,
    )
    buffer = question.application.current_buffer
    buffer.cursor_position = len(text)
    buffer.on_text_changed += lambda changed: typed(_as_typed(changed.text))
    buffer.on_text_changed += lambda _: hint.forget()
    try:
        written: Written = question.unsafe_ask()
    except EOFError:  # the terminal has gone
        written = Written(move=Move.END, text=buffer.text)
    text = _as_typed(written.text)
    return Written(move=written.move, text=text if lines else " ".join(text.split("\n")))


def _as_typed(text: str) -> str:
    """Give the letters that were typed where the system's locale knows no more than ASCII."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class _Hint:
    """The lines at the bottom: the time, and which keys there are, or what the last key did."""

    def __init__(self, around: Around) -> None:
        self.said, self._around = "", around

    def forget(self) -> None:
        self.said = ""

    def toolbar(self, lines: bool) -> str:
        if self._around.rings():
            get_app().output.bell()
        time = wrapped(self._around.time()) if self._around.time else []
        return "\n".join((*time, self.said or self._keys(lines)))

    def _keys(self, lines: bool) -> str:
        size = get_app().output.get_size()
        next_key = "Ctrl-D next" if lines else "Enter next"
        if size.rows < 16 or size.columns < 62:
            return f"{next_key} · Ctrl-G keys"
        more_key = "Ctrl-T" if get_app().current_buffer.text else "?"
        more = f" · {more_key} more prompts" if self._around.more else ""
        others = " · Ctrl-R roles" if self._around.others and size.columns >= 78 else ""
        return (
            f"{next_key} · Ctrl-B back · Ctrl-K skip{more}{others}\n"
            "Ctrl-N note · Ctrl-O your editor · Ctrl-P pause · Ctrl-G help"
        )


_FINISH_LINES = (
    "Ctrl-D, or Esc then Enter: on to the next",
    "Enter: a new line; after an empty line, on to the next",
)
_FINISH_LINE = ("Enter: on to the next",)
_KEYS = (
    "Ctrl-B: back",
    "Ctrl-K: skip",
    "Ctrl-N: jot a note",
    "Ctrl-O: open in your editor",
    "Ctrl-P or Ctrl-C: pause; everything is kept",
)
_MORE = "?: more prompts (when nothing is written yet; Ctrl-T at any time)"
_RECALL = "Ctrl-Y: bring in what was said or noted earlier"
_OTHERS = (
    "Ctrl-R: the role cards",
    "Ctrl-F: bring it back, when a question has asked for what went wrong",
)


class _Keys:
    """What each key does while somebody writes."""

    def __init__(self, lines: bool, around: Around, hint: _Hint) -> None:
        self._lines, self._recalled, self._hint, self._others = lines, around.recalled, hint, around.others
        self._more = around.more or "There are no more prompts here."
        finish = _FINISH_LINES if lines else _FINISH_LINE
        others = [
            *([_MORE] if around.more else []),
            *([_RECALL] if around.recalled else []),
            *(_OTHERS if around.others else ()),
        ]
        self._all_keys = "\n".join(("The keys:", *(f"· {key}" for key in (*finish, *_KEYS[:4], *others, *_KEYS[4:]))))
        self._pace = _Pace()

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add(Keys.Any)(self._letter)
        keys.add("tab")(self._tab)
        keys.add("enter")(self._enter)
        keys.add("escape", "enter")(_leave(Move.NEXT))
        keys.add("c-d")(self._end)
        keys.add("?", filter=Condition(lambda: not get_app().current_buffer.text))(self._question_mark)
        keys.add("c-t")(lambda _: _show(self._more))
        keys.add("c-g")(lambda _: _show(self._all_keys))
        keys.add("c-y")(self._recall)
        keys.add("c-o")(_leave(EDITOR))
        for key, move in {**_MOVES, **(_WITH_OTHERS if self._others else {})}.items():
            keys.add(key)(_leave(move))
        return keys

    def _letter(self, event: KeyPressEvent) -> None:
        self._pace.pressed()
        event.current_buffer.insert_text(event.data * event.arg)

    def _tab(self, event: KeyPressEvent) -> None:
        self._pace.pressed()
        event.current_buffer.insert_text("\t")

    def _enter(self, event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        hurried, more_follows = self._pace.pressed(), self._pace.more_follows(event)
        if more_follows or (hurried and self._lines):
            buffer.insert_text("\n")
        elif not self._lines:
            _leave(Move.NEXT)(event)
        elif not buffer.text.strip():
            self._hint.said = "Nothing is written yet: start whenever you like, or Ctrl-K to skip."
        elif buffer.document.is_cursor_at_the_end and buffer.text.endswith("\n\n"):
            _leave(Move.NEXT)(event)
        else:
            buffer.insert_text("\n")
            if buffer.document.is_cursor_at_the_end and buffer.text.endswith("\n\n"):
                self._hint.said = "Enter once more goes on; or start a new paragraph."

    def _end(self, event: KeyPressEvent) -> None:
        written = bool(event.current_buffer.text.strip())
        _leave(Move.NEXT if written else Move.END)(event)

    def _question_mark(self, event: KeyPressEvent) -> None:
        if self._pace.more_follows(event):
            event.current_buffer.insert_text("?")
        else:
            _show(self._more)

    def _recall(self, event: KeyPressEvent) -> None:
        if self._recalled:
            event.current_buffer.insert_text("\n".join(f"- {note}" for note in self._recalled) + "\n")


def _leave(move: str) -> Callable[[KeyPressEvent], None]:
    return lambda event: event.app.exit(result=Written(move=move, text=event.current_buffer.text))


def _show(text: str) -> None:
    run_in_terminal(lambda: print("\n" + "\n".join(wrapped(text)) + "\n"))


_MOVES = {
    "c-b": Move.BACK,
    "pageup": Move.BACK,
    "pagedown": Move.NEXT,
    "c-k": Move.SKIP,
    "c-n": Move.NOTE,
    "c-p": Move.PAUSE,
    "c-c": Move.PAUSE,
    "<sigint>": Move.PAUSE,
}
_WITH_OTHERS = {"c-r": Move.CARD, "c-f": Move.BRING_BACK}


_HOW = "arrows or number, then Enter · Ctrl-B back · Ctrl-K skip · Ctrl-P pause"
_HOW_OTHERS = "arrows, then Enter · Ctrl-B back · Ctrl-K skip · Ctrl-R roles · Ctrl-P pause"
_BESIDE = " " * 6
"""As wide as what stands before an option: the pointer and its number."""


def choose_option(prompt: Prompt, chosen: str, *, others: bool) -> Reply:
    """Let somebody choose one option, by arrow keys or its number; Enter takes it."""
    options = [
        questionary.Choice(f"\n{_BESIDE}".join(wrapped(option.label, less=len(_BESIDE))), value=option.value)
        for option in prompt.options
    ]
    known = [option.value for option in prompt.options]
    how = _HOW_OTHERS if others else _HOW
    question = questionary.select(
        "",
        choices=options,
        default=chosen if chosen in known else prompt.default or None,
        qmark="",
        instruction=how if window()[0] > len(how) + 2 else "arrows, then Enter",
        use_shortcuts=True,
        use_jk_keys=False,
        style=_STYLE,
    )
    keys = KeyBindings()

    def leave(move: Move) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=Reply(move=move, text=chosen))

    for key, move in {**_MOVES, **(_WITH_OTHERS if others else {}), "c-d": Move.END}.items():
        if key != "pagedown":
            keys.add(key, eager=True)(leave(move))
    keys.add("c-z", filter=Condition(suspend_to_background_supported))(lambda event: event.app.suspend_to_background())
    question.application.key_bindings = merge_key_bindings([question.application.key_bindings or KeyBindings(), keys])
    try:
        found: Any = question.unsafe_ask()
    except EOFError:  # the terminal has gone
        return Reply(move=Move.END, text=chosen)
    return found if isinstance(found, Reply) else Reply(move=Move.NEXT, text=str(found))
