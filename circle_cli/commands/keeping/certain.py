"""Asking somebody whether they are certain; at a terminal in words, elsewhere by a flag that names what goes."""

from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, at_terminal, is_plain, need_terminal, say
from circle_cli.errors import USAGE, CircleError
from circle_cli.interview.script.prompts import choice
from circle_cli.interview.terminal.wrapping import wrapped


def tell(asked: Asked, text: str) -> None:
    """Say some lines, wrapped to the window unless it is a plain one."""
    lines = text.split("\n")
    wide = is_plain(asked) or not at_terminal()
    say("\n".join(lines if wide else [part for line in lines for part in wrapped(line)]))


def confirmed(asked: Asked, confirm: str | None, session_id: str, question: tuple[str, str, str]) -> bool:
    """Tell whether it is meant: `--confirm` has the whole id, or the question is answered so: what is asked, yes, no.

    Raises:
        CircleError: another id was given, or there is no terminal to ask in.
    """
    if confirm is None:
        need_terminal(f"--confirm {session_id} does it without asking")
        return certain(asked, *question)
    if confirm.strip() != session_id:
        raise CircleError(f"--confirm {confirm}: not its id, which is {session_id}; nothing was changed", USAGE)
    return True


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
