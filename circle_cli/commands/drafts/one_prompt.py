"""Asking one thing at the terminal, where there is no interview to hold.

Many commands may ask, and mostly need not: what it takes is loaded when something is asked.
"""

from circle_cli.commands.edge import Asked, is_plain
from circle_cli.interview.script.prompts import Prompt, choice


def ask(asked: Asked, prompt: Prompt) -> str | None:
    """Put one prompt, until the reply is understood; None where nothing was given or it was left (Esc).

    Ctrl-C ends the command.
    """
    from circle_cli.interview.asker import Paused

    try:
        return put(asked, prompt)
    except Paused:
        return None


def put(asked: Asked, prompt: Prompt) -> str | None:
    """Put one prompt, until the reply is understood; None where nothing was given. Ctrl-C ends the command.

    Raises:
        Paused: it was left (Esc).
    """
    from circle_cli.commands.drafts.interview import How, plain_or_screen
    from circle_cli.interview.asides import choose
    from circle_cli.interview.asker import Paused, Where
    from circle_cli.interview.terminal.keyboard import system_keys

    keys = system_keys()
    asker = plain_or_screen(How(plain=is_plain(asked), keys=keys, require_commit=False), lambda text: text)
    try:
        with keys.reading():
            return choose(asker, prompt, Where.ALONE)
    except Paused as paused:
        if paused.interrupted:
            raise KeyboardInterrupt from None
        raise


def certain(asked: Asked, what: str, yes: str, no: str) -> bool:
    """Ask; whatever is not a yes is a no."""
    prompt = choice(
        "certain",
        what,
        ("no", no),
        ("yes", yes),
        enter="leaves it as it is",
        left_open="Nothing is changed.",
        guarded=True,
    )
    return ask(asked, prompt) == "yes"
