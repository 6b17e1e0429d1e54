"""Choosing one option of several, by arrow keys, by its number or by its first letters.

questionary's own list always has a pointer somewhere, so that Enter alone chooses; this one has none until it is moved.
"""

from collections.abc import Callable

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    VerticalAlign,
    Window,
)

from circle_cli.interview.asker import Move, Reply, Where
from circle_cli.interview.script.prompts import Prompt
from circle_cli.interview.terminal.editing.allowed import letter_of, only
from circle_cli.interview.terminal.editing.around import EDITOR
from circle_cli.interview.terminal.editing.keys import ways_out
from circle_cli.interview.terminal.editing.menu import Menu
from circle_cli.interview.terminal.editing.pace import Pace
from circle_cli.interview.terminal.editing.style import STYLE
from circle_cli.interview.terminal.wrapping import window, wrapped

_SKIP = " · Ctrl-K skip"
_HOW = f"arrows or number, Enter or Ctrl-D · Ctrl-B back{_SKIP} · Ctrl-P pause"
_HOW_OTHERS = f"arrows, Ctrl-D next · Ctrl-B back{_SKIP} · Ctrl-R roles · Ctrl-P pause"
_HOW_ELSEWHERE = {
    Where.ASIDE: "arrows or number, Enter or Ctrl-D · Esc close · Ctrl-P pause, all kept",
    Where.ALONE: "arrows or number, Enter or Ctrl-D · Esc leave it",
    Where.SAVED: "arrows or number, Enter or Ctrl-D · Esc that is all",
}
_HOW_IN_LITTLE_ROOM = {
    Where.INTERVIEW: "arrows, then Enter · Ctrl-P pause",
    Where.ASIDE: "arrows, then Enter · Esc close",
    Where.ALONE: "arrows, then Enter · Esc leave it",
    Where.SAVED: "arrows, then Enter · Esc that is all",
}
_BESIDE_THE_LIST = 3
"""Rows: which keys there are, and what is chosen."""

_POINTER, _NO_POINTER = " » ", "   "
_PASTED = "A paste chooses nothing here: type a number, or use the arrows."
_TOO_QUICK = "That came quicker than a hand types, so it chooses nothing here."


def choose_option(
    prompt: Prompt,
    chosen: str,
    typed: Callable[[str], None],
    *,
    others: bool,
    skips: bool = True,
    where: Where = Where.INTERVIEW,
) -> Reply:
    """Let somebody choose; Enter takes what the pointer is at. `typed` is called with it whenever it moves."""
    menu = Menu(prompt, chosen)
    keys = _ChoosingKeys(prompt, menu, chosen, typed)
    how = how_to_choose(where, others=others, skips=skips)
    how = how if window()[0] > len(how) + 2 else _HOW_IN_LITTLE_ROOM[where]
    top = "\n".join(f" {line}" for line in (*_asked_again(prompt), *wrapped(how, less=1)))
    listed = _list(prompt, menu)
    hidden = _Hidden(listed)

    def below() -> str:
        said = " ".join(filter(None, (hidden.says(), keys.message or menu.says())))
        return "\n".join(f" {line}" for line in wrapped(said, less=1))

    application: Application[Reply] = Application(
        layout=Layout(
            HSplit(
                [_line(lambda: keys.taken or top), _while_asked(listed), _while_asked(_line(below))],
                align=VerticalAlign.TOP,
            )
        ),
        style=STYLE,
        after_render=hidden.look,
    )
    only(application, keys.bindings(where, others=others))
    try:
        return application.run()
    except EOFError:  # the terminal has gone
        return Reply(move=Move.END, text=keys.half)


def _asked_again(prompt: Prompt) -> list[str]:
    """Give what is asked where the options alone take all of the window: what stood above them has scrolled away."""
    taken = sum(len(_label(prompt, place)) for place in range(len(prompt.options)))
    return wrapped(prompt.ask, less=1) if taken + _BESIDE_THE_LIST > window()[1] else []


def how_to_choose(where: Where, *, others: bool, skips: bool) -> str:
    """Say which keys there are, in a window that has room for it."""
    how = _HOW_ELSEWHERE.get(where) or (_HOW_OTHERS if others else _HOW)
    return how if skips else how.replace(_SKIP, "")


class _Hidden:
    """Which options the window has no room for: whoever does not see them would not know of them."""

    def __init__(self, listed: Window) -> None:
        self._listed, self._said = listed, ""

    def says(self) -> str:
        """Say where there are more."""
        return self._said

    def look(self, application: "Application[Reply]") -> None:
        """See what was drawn, and have it drawn once more where something else is to be said of it."""
        drawn = self._listed.render_info
        if drawn is None:
            return
        above = "above" if drawn.first_visible_line() > 0 else ""
        under = "below" if drawn.last_visible_line() < drawn.content_height - 1 else ""
        where = " and ".join(filter(None, (above, under)))
        said = f"More {where}." if where else ""
        if said != self._said:
            self._said = said
            application.invalidate()


class _ChoosingKeys:
    """What each key does while somebody chooses."""

    def __init__(self, prompt: Prompt, menu: Menu, chosen: str, typed: Callable[[str], None]) -> None:
        self._prompt, self._menu, self._typed = prompt, menu, typed
        self._before = self.half = chosen
        self._pace, self._in_a_paste = Pace(), False
        self.message = self.taken = ""

    def bindings(self, where: Where, *, others: bool) -> KeyBindings:
        """Give them as prompt_toolkit wants them; a page down would take what nobody looked at.

        Enter comes as Ctrl-J from some terminals, and from all while the menu is not there yet.
        """
        keys = KeyBindings()
        keys.add("up")(lambda _: self._moved(-1))
        keys.add("down")(lambda _: self._moved(1))
        keys.add("backspace")(self._take_back)
        keys.add(Keys.Any)(self._letter)
        keys.add(Keys.BracketedPaste)(self._pasted)
        for enter in ("enter", "c-j", "c-d"):
            keys.add(enter)(self._enter)
        for key, move in ways_out(where, others=others).items():
            if move not in (Move.NEXT, EDITOR):
                keys.add(key)(self._leave(Move(move)))
        if where is not Where.INTERVIEW:
            alone = Condition(lambda: not get_app().key_processor.input_queue)  # and not Alt with another key
            keys.add("escape", eager=True, filter=alone)(self._leave(Move.BACK))
        return keys

    def _moved(self, by: int) -> None:
        self._hurried()
        self._menu.move(by)
        self._changed()

    def _take_back(self, _: KeyPressEvent) -> None:
        self._hurried()
        self._menu.take_back()
        self._changed()

    def _letter(self, event: KeyPressEvent) -> None:
        self._hurried()
        if self._menu.type(letter_of(event)):
            self._changed()
        else:
            self._in_a_paste = True

    def _pasted(self, _: KeyPressEvent) -> None:
        self._hurried()
        self.message, self._in_a_paste = _PASTED, True

    def _changed(self) -> None:
        self.message, self.half = "", self._menu.reply
        self._typed(self.half)

    def _hurried(self) -> bool:
        """Tell whether a key came quicker than a hand types; one that did not ends what was a paste."""
        hurried = self._pace.pressed()
        self._in_a_paste = hurried and self._in_a_paste
        return hurried

    def _enter(self, event: KeyPressEvent) -> None:
        """Take what the pointer is at; where that protects somebody, an Enter among other keys takes nothing."""
        self._hurried()
        if self._prompt.guarded and (self._in_a_paste or self._pace.more_follows(event)):
            self._menu.take_back()
            self._changed()
            self.message, self._in_a_paste = _TOO_QUICK, True
            return
        at = self._menu.at
        taken = "Nothing chosen." if at is None else self._prompt.options[at].label
        self.taken = "\n".join(f" {line}" for line in wrapped(taken, less=1))
        event.app.exit(result=Reply(move=Move.NEXT, text=self._menu.reply))

    def _leave(self, move: Move) -> Callable[[KeyPressEvent], None]:
        """Give the way out with what the pointer is at; a skip leaves it as it was before."""

        def leave(event: KeyPressEvent) -> None:
            self.taken = " "  # no keys are said where there is nothing left to press
            event.app.exit(result=Reply(move=move, text=self._before if move is Move.SKIP else self.half))

        return leave


def _label(prompt: Prompt, place: int) -> list[str]:
    """Give an option's words in lines, with room before them for the pointer and the number."""
    return wrapped(prompt.options[place].label, less=_beside(prompt))


def _beside(prompt: Prompt) -> int:
    return len(_POINTER) + len(f"{len(prompt.options)}) ")


def _options(prompt: Prompt, menu: Menu) -> StyleAndTextTuples:
    beside = _beside(prompt)
    wide = beside - len(_POINTER)
    shown: StyleAndTextTuples = []
    for place in range(len(prompt.options)):
        here = place == menu.at
        label = f"\n{' ' * beside}".join(_label(prompt, place))
        shown += [("[SetCursorPosition]", "")] if here else []
        shown.append(("class:pointer", _POINTER) if here else ("", _NO_POINTER))
        shown.append(("class:highlighted" if here else "", f"{f'{place + 1})':<{wide}}{label}"))
        shown.append(("", "\n" if place < len(prompt.options) - 1 else ""))
    return shown


def _list(prompt: Prompt, menu: Menu) -> Window:
    control = FormattedTextControl(lambda: _options(prompt, menu), focusable=True, show_cursor=False)
    whole = ScrollOffsets(bottom=lambda: 0 if menu.at is None else len(_label(prompt, menu.at)) - 1)
    return Window(control, always_hide_cursor=True, dont_extend_height=True, scroll_offsets=whole)


def _line(text: Callable[[], str]) -> Window:
    """Make room for a few words, as many rows as they take."""
    return Window(
        FormattedTextControl(text),
        wrap_lines=True,
        height=lambda: Dimension.exact(text().count("\n") + 1),
        always_hide_cursor=True,
    )


def _while_asked(window: Window) -> ConditionalContainer:
    return ConditionalContainer(window, ~is_done)
