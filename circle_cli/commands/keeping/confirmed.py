"""Asking somebody whether they are certain; at a terminal in words, elsewhere by a flag that names what goes."""

from circle_cli.commands.drafts.one_prompt import certain
from circle_cli.commands.edge import Asked, need_terminal
from circle_cli.errors import USAGE, CircleError


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
