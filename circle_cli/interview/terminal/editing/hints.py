"""Which keys there are: the lines below what is written, and the whole list for Ctrl-G."""

from prompt_toolkit.application import get_app

from circle_cli.interview.asker import Where
from circle_cli.interview.terminal.editing.around import Around
from circle_cli.interview.terminal.wrapping import wrapped

_ON_LINES = (
    "Ctrl-D, or Esc then Enter: on to the next",
    "Enter: a new line; after an empty line, on to the next",
)
_ON_LINE = ("Enter or Ctrl-D: on to the next",)
_UNDO = "Ctrl-Z: undo; Ctrl-Y: redo"
_EMPTY = "Ctrl-U: empty it, as long as nothing in it is changed; else clear the line"
EMPTIED = "Emptied. Ctrl-Z brings it back."
_PAUSE = "Ctrl-P or Ctrl-C: pause; everything is kept, and circle resume goes on here"
_BACK, _SKIP = "Ctrl-B: back", "Ctrl-K: skip"
_NOTE, _EDITOR = "Ctrl-N: jot a note", "Ctrl-O: open in your editor"
_MORE = "?: more prompts (when nothing is written yet; Ctrl-T at any time)"
_RECALL = "Ctrl-E: bring in what was said or noted earlier"
_OTHERS = (
    "Ctrl-R: the role cards",
    "Ctrl-F: bring it back, when a question has asked for what went wrong",
)
_ESC = {
    Where.ASIDE: "Esc: close this; what is written is kept",
    Where.ALONE: "Esc: leave it; nothing is done",
    Where.SAVED: "Esc: that is all; everything is saved",
}
_ANEW = "Type, and it takes the place of this; an arrow key or Backspace changes it."
_SHORT = {
    Where.ASIDE: "Esc close · Ctrl-P pause, all kept · Ctrl-G help",
    Where.ALONE: "Esc leave it · Ctrl-G help",
    Where.SAVED: "Esc that is all · Ctrl-G help",
}


class Hint:
    """The lines at the bottom: the time, and which keys there are, or a message about what the last key did."""

    def __init__(self, around: Around, stood: str, *, lines: bool) -> None:
        self.message, self._around, self._stood, self._lines = "", around, stood, lines
        self.anew = around.anew
        """Whether the next key that types takes the place of what stands there."""

    def forget(self) -> None:
        """Show the keys again, when what the message spoke of is past."""
        self.message = ""

    def toolbar(self) -> str:
        """Give what stands there now, and ring where it is time to."""
        if self._around.rings():
            get_app().output.bell()
        time = wrapped(self._around.time()) if self._around.time else []
        anew = wrapped(_ANEW) if self.anew else []
        return "\n".join((*time, *anew, *(wrapped(self.message) if self.message else [self._keys()])))

    def _keys(self) -> str:
        size, around = get_app().output.get_size(), self._around
        text = get_app().current_buffer.text
        empty = " · Ctrl-U empty it" if text and text == self._stood else ""
        on = f"{'Ctrl-D' if self._lines else 'Enter'} next{empty}"
        if size.columns < 40:
            return "\n".join(wrapped(f"{on} · Ctrl-G keys"))
        if around.where is not Where.INTERVIEW:
            return "\n".join(wrapped(f"{on} · {_SHORT[around.where]}"))
        if size.rows < 16 or size.columns < 68:
            return "\n".join(wrapped(f"{on.replace(' ·', ',')}, Ctrl-P pause, Ctrl-G keys"))
        on = on if self._lines else f"Enter or Ctrl-D next{empty}"
        more_key = "Ctrl-T" if text else "?"
        more = f" · {more_key} more prompts" if around.more and (not empty or size.columns >= 80) else ""
        others = " · Ctrl-R roles" if around.others and size.columns >= 78 and not empty else ""
        skip, note = " · Ctrl-K skip" if around.skips else "", "Ctrl-N note · " if around.notes else ""
        return f"{on} · Ctrl-B back{skip}{more}{others}\n{note}Ctrl-O editor · Ctrl-P pause, all kept · Ctrl-G help"


def all_keys(around: Around, *, lines: bool) -> str:
    """Give the whole list; `lines` where an answer may have several."""
    on = _ON_LINES if lines else _ON_LINE
    if around.where is not Where.INTERVIEW:
        keys = (*on, _ESC[around.where], _UNDO, _EMPTY, *((_PAUSE,) if around.where is Where.ASIDE else ()))
    else:
        keys = (
            *(*on, _BACK, *((_SKIP,) if around.skips else ()), _UNDO, _EMPTY),
            *(*((_NOTE,) if around.notes else ()), _EDITOR),
            *((_MORE,) if around.more else ()),
            *((_RECALL,) if around.recalled else ()),
            *(_OTHERS if around.others else ()),
            _PAUSE,
        )
    return "\n".join(("The keys:", *(f"· {key}" for key in keys)))
