"""Whose name stands with what is kept in a log's history: asked once, where git knows nobody here."""

from pathlib import Path

from circle_cli.commands.drafts.interview import How, greet, plain_or_screen
from circle_cli.commands.edge import at_terminal
from circle_cli.interview.asides import choose
from circle_cli.interview.asker import Paused
from circle_cli.interview.script.prompts import Misread, line
from circle_cli.interview.terminal.keyboard import system_keys
from circle_cli.log.history import git


def _one_address(typed: str) -> str:
    text = typed.strip()
    if text and ("@" not in text or any(sign in text for sign in " <>")):
        raise Misread("An e-mail address has an @ in it, and no space; Enter alone leaves it out.")
    return text


WHY_A_NAME = "git keeps the log's history, and writes a name beside each entry."
WHO_READS = "What is shared is read by somebody else than its author, and git tells the two apart by their addresses."
_NAME = line(
    "name",
    "Whose name is to stand there?",
    remark=("Yours, as colleagues know you; Enter alone for no name.",),
    reading=lambda typed: " ".join(typed.replace("<", " ").replace(">", " ").split()),
)
_ADDRESS = line(
    "address",
    "And an e-mail address?",
    remark=(
        "Nothing is ever sent to it. It tells you from a second reader, should you share what you learnt; "
        "Enter alone for none.",
    ),
    reading=_one_address,
)


def name_committer(root: Path, why: str, *, plain: bool) -> None:
    """Ask for a name and an address, and keep them in the log's own settings of git; leaving it changes nothing."""
    if not at_terminal():
        return
    keys = system_keys()
    how = How(plain=plain, keys=keys, require_commit=False)
    greet(f"{why} It is asked for once, and kept in this log alone.", how)
    asker = plain_or_screen(how, lambda text: text)
    try:
        with keys.reading():
            name, address = choose(asker, _NAME) or "", choose(asker, _ADDRESS) or ""
    except Paused:
        return
    git.introduce(root, name, address)
    if not name and not address:
        greet(f"Then it says “{git.NOBODY}” there.", how)
