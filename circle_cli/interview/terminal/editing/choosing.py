"""Choosing one option of several, by arrow keys or by its number."""

from collections.abc import Callable
from typing import Any

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from circle_cli.interview.asker import Move, Reply, Where
from circle_cli.interview.script.prompts import Prompt
from circle_cli.interview.terminal.editing.allowed import only
from circle_cli.interview.terminal.editing.around import EDITOR
from circle_cli.interview.terminal.editing.keys import ways_out
from circle_cli.interview.terminal.editing.style import STYLE
from circle_cli.interview.terminal.wrapping import window, wrapped

_HOW = "arrows or number, Enter or Ctrl-D · Ctrl-B back · Ctrl-K skip · Ctrl-P pause"
_HOW_OTHERS = "arrows, then Enter · Ctrl-B back · Ctrl-K skip · Ctrl-R roles · Ctrl-P pause"
_HOW_ELSEWHERE = {
    Where.ASIDE: "arrows or number, Enter or Ctrl-D · Esc close · Ctrl-P pause, all kept",
    Where.ALONE: "arrows or number, Enter or Ctrl-D · Esc leave it",
}
_BESIDE = " " * 6
"""As wide as what stands before an option: the pointer and its number."""


def choose_option(prompt: Prompt, chosen: str, *, others: bool, where: Where = Where.INTERVIEW) -> Reply:
    """Let somebody choose; Enter takes it."""
    options = [
        questionary.Choice(f"\n{_BESIDE}".join(wrapped(option.label, less=len(_BESIDE))), value=option.value)
        for option in prompt.options
    ]
    known = [option.value for option in prompt.options]
    how = _HOW_ELSEWHERE.get(where) or (_HOW_OTHERS if others else _HOW)
    question = questionary.select(
        "",
        choices=options,
        default=chosen if chosen in known else prompt.default or None,
        qmark="",
        instruction=how if window()[0] > len(how) + 2 else "arrows, then Enter",
        use_shortcuts=True,
        use_jk_keys=False,
        use_emacs_keys=False,
        style=STYLE,
    )
    own = question.application.key_bindings or KeyBindings()
    only(question.application, merge_key_bindings([own, _keys(chosen, where, others=others)]))
    try:
        picked: Any = question.unsafe_ask()
    except EOFError:  # the terminal has gone
        return Reply(move=Move.END, text=chosen)
    return picked if isinstance(picked, Reply) else Reply(move=Move.NEXT, text=str(picked))


def _keys(chosen: str, where: Where, *, others: bool) -> KeyBindings:
    """Give the keys that leave with what was chosen before; a page down would take what nobody looked at.

    Enter comes as Ctrl-J from some terminals, and from all while the menu is not there yet.
    """

    def leave(move: str) -> Callable[[KeyPressEvent], None]:
        return lambda event: event.app.exit(result=Reply(move=Move(move), text=chosen))

    keys = KeyBindings()
    for key, move in ways_out(where, others=others).items():
        if move not in (Move.NEXT, EDITOR):
            keys.add(key, eager=True)(leave(move))
    if where is not Where.INTERVIEW:
        alone = Condition(lambda: not get_app().key_processor.input_queue)  # and not Alt with another key
        keys.add("escape", eager=True, filter=alone)(leave(Move.BACK))
    keys.add("c-q", eager=True)(lambda _: None)  # questionary's own way to break off, which nobody knows of
    for enter in ("c-j", "c-d"):
        keys.add(enter)(lambda event: event.key_processor.feed(KeyPress(Keys.ControlM, "\r"), first=True))
    return keys
