"""Writing an answer: one line, or as many as it takes."""

from collections.abc import Callable

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.layout import Dimension

from circle_cli.interview.asker import Move
from circle_cli.interview.script.prompts import Prompt, PromptKind
from circle_cli.interview.terminal.editing.allowed import only
from circle_cli.interview.terminal.editing.around import Around, Written
from circle_cli.interview.terminal.editing.hints import Hint
from circle_cli.interview.terminal.editing.keys import WritingKeys
from circle_cli.interview.terminal.editing.rows import shown_in_rows
from circle_cli.interview.terminal.editing.style import STYLE

_TIME_SECONDS = 5.0
"""How often the time is shown anew."""

_LEAST_ROWS, _ROWS_BELOW = 3, 3
"""What an answer has in the smallest window, and what stands below it: the time, and the keys."""


def write_answer(prompt: Prompt, text: str, typed: Callable[[str], None], around: Around) -> Written:
    """Let somebody write, with `text` already in place."""
    lines = prompt.kind is PromptKind.WRITING
    hint = Hint(around, text, lines=lines)
    question = questionary.text(
        ">",
        default=text,
        qmark="",
        instruction="",
        multiline=True,
        style=STYLE,
        bottom_toolbar=hint.toolbar,
        input_processors=shown_in_rows(beside=len(" > ")),
        refresh_interval=_TIME_SECONDS if around.time else 0,
        reserve_space_for_menu=0,
    )
    question.application.layout.current_window.height = lambda: _room(around.above)
    buffer = question.application.current_buffer
    keys = WritingKeys(around, hint, buffer, lines=lines)
    only(question.application, keys.bindings())
    question.application.key_processor.after_key_press += keys.pressed
    buffer.cursor_position = len(text)
    buffer.on_text_changed += lambda changed: typed(_as_typed(changed.text))
    buffer.on_text_changed += lambda _: hint.forget()
    try:
        written: Written = question.unsafe_ask()
    except EOFError:  # the terminal has gone
        written = Written(move=Move.END, text=buffer.text)
    text = _as_typed(written.text)
    return Written(move=written.move, text=text if lines else " ".join(text.split("\n")))


def _room(above: int) -> Dimension:
    """Give how many rows an answer has while it is written: no more than leave what is asked on the screen."""
    application = get_app()
    if application.is_done:
        return Dimension()
    return Dimension(max=max(_LEAST_ROWS, application.output.get_size().rows - above - _ROWS_BELOW))


def _as_typed(text: str) -> str:
    """Give the letters that were typed where the system's locale knows no more than ASCII."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
