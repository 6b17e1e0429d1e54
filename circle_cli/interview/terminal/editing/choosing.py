"""Choosing one option of several, by arrow keys or by its number."""

from collections.abc import Callable
from typing import Any

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from circle_cli.interview.asker import Move, Reply
from circle_cli.interview.script.prompts import Prompt
from circle_cli.interview.terminal.editing.allowed import only
from circle_cli.interview.terminal.editing.keys import MOVES, MOVES_WITH_OTHERS
from circle_cli.interview.terminal.editing.style import STYLE
from circle_cli.interview.terminal.wrapping import window, wrapped

_HOW = "arrows or number, then Enter · Ctrl-B back · Ctrl-K skip · Ctrl-P pause"
_HOW_OTHERS = "arrows, then Enter · Ctrl-B back · Ctrl-K skip · Ctrl-R roles · Ctrl-P pause"
_BESIDE = " " * 6
"""As wide as what stands before an option: the pointer and its number."""


def choose_option(prompt: Prompt, chosen: str, *, others: bool) -> Reply:
    """Let somebody choose; Enter takes it."""
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
        style=STYLE,
    )
    own = question.application.key_bindings or KeyBindings()
    only(question.application, merge_key_bindings([own, _keys(chosen, others=others)]))
    try:
        picked: Any = question.unsafe_ask()
    except EOFError:  # the terminal has gone
        return Reply(move=Move.END, text=chosen)
    return picked if isinstance(picked, Reply) else Reply(move=Move.NEXT, text=str(picked))


def _keys(chosen: str, *, others: bool) -> KeyBindings:
    """Give the keys that leave with what was chosen before; a page down would take what nobody looked at.

    Enter comes as Ctrl-J from some terminals, and from all while the menu is not there yet.
    """

    def leave(move: Move) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=Reply(move=move, text=chosen))

    keys = KeyBindings()
    for key, move in {**MOVES, **(MOVES_WITH_OTHERS if others else {}), "c-d": Move.END}.items():
        if key != "pagedown":
            keys.add(key, eager=True)(leave(move))
    keys.add("c-q", eager=True)(lambda _: None)  # questionary's own way to break off, which nobody knows of
    keys.add("c-j")(lambda event: event.key_processor.feed(KeyPress(Keys.ControlM, "\r"), first=True))
    return keys
