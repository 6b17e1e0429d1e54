"""Which keys there are: the lines below what is written, and the whole list for Ctrl-G."""

from prompt_toolkit.application import get_app

from circle_cli.interview.terminal.editing.around import Around
from circle_cli.interview.terminal.wrapping import wrapped

_FINISH_LINES = (
    "Ctrl-D, or Esc then Enter: on to the next",
    "Enter: a new line; after an empty line, on to the next",
)
_FINISH_LINE = ("Enter: on to the next",)
_KEYS = (
    "Ctrl-B: back",
    "Ctrl-K: skip",
    "Ctrl-Z: undo; Ctrl-Y: redo",
    "Ctrl-N: jot a note",
    "Ctrl-O: open in your editor",
    "Ctrl-P or Ctrl-C: pause; everything is kept",
)
_MORE = "?: more prompts (when nothing is written yet; Ctrl-T at any time)"
_RECALL = "Ctrl-E: bring in what was said or noted earlier"
_OTHERS = (
    "Ctrl-R: the role cards",
    "Ctrl-F: bring it back, when a question has asked for what went wrong",
)


class Hint:
    """The lines at the bottom: the time, and which keys there are, or a message about what the last key did."""

    def __init__(self, around: Around, *, lines: bool) -> None:
        self.message, self._around, self._lines = "", around, lines

    def forget(self) -> None:
        """Show the keys again, when what the message spoke of is past."""
        self.message = ""

    def toolbar(self) -> str:
        """Give what stands there now, and ring where it is time to."""
        if self._around.rings():
            get_app().output.bell()
        time = wrapped(self._around.time()) if self._around.time else []
        return "\n".join((*time, self.message or self._keys()))

    def _keys(self) -> str:
        size = get_app().output.get_size()
        next_key = "Ctrl-D next" if self._lines else "Enter next"
        if size.rows < 16 or size.columns < 62:
            return f"{next_key} · Ctrl-G keys"
        more_key = "Ctrl-T" if get_app().current_buffer.text else "?"
        more = f" · {more_key} more prompts" if self._around.more else ""
        others = " · Ctrl-R roles" if self._around.others and size.columns >= 78 else ""
        return (
            f"{next_key} · Ctrl-B back · Ctrl-K skip{more}{others}\n"
            "Ctrl-N note · Ctrl-O your editor · Ctrl-P pause · Ctrl-G help"
        )


def all_keys(around: Around, *, lines: bool) -> str:
    """Give the whole list; `lines` where an answer may have several."""
    here = [
        *([_MORE] if around.more else []),
        *([_RECALL] if around.recalled else []),
        *(_OTHERS if around.others else ()),
    ]
    finish = _FINISH_LINES if lines else _FINISH_LINE
    return "\n".join(("The keys:", *(f"· {key}" for key in (*finish, *_KEYS[:5], *here, *_KEYS[5:]))))
