"""Whose name stands with what is kept in a log's history: asked once, where git knows nobody here."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from circle_cli.commands.drafts.offers import offered
from circle_cli.commands.drafts.one_prompt import ask
from circle_cli.commands.edge import Asked, at_terminal, now, result, say, tell_commit
from circle_cli.errors import USAGE, CircleError
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.log.folder import Log
from circle_cli.log.history import whose
from circle_cli.log.history.in_the_way import Owner, find_lock, take_away
from circle_cli.log.history.refused import Commit, Remedy, lock_in
from circle_cli.log.history.repository import find_repository
from circle_cli.log.intents import bring_home
from circle_cli.system.running import is_there

if TYPE_CHECKING:
    from circle_cli.interview.asker import Asker


def _one_address(typed: str) -> str:
    text = typed.strip()
    if text and ("@" not in text or any(sign in text for sign in " <>")):
        raise Misread("An e-mail address has an @ in it, and no space; Enter alone leaves it out.")
    return text


WHY_A_NAME = "A name stands beside each entry in the log's history."
WHO_READS = "What is shared is read by somebody else than its author, and the two are told apart by their addresses."
_SAY_WHO = (
    "do this again at a terminal: it asks whose name is to stand there, with an address. A program can say it in "
    "GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL."
)
UNLOCK = choice(
    "unlock",
    "Take the lock away?",
    ("yes", "Yes: no other program, and no other computer, is at work in this log just now"),
    ("no", "No, leave it for now; it is saved all the same"),
    remark=("No git is at work in it on this computer.",),
    enter="leaves it for now",
    left_open="It is left for now.",
    guarded=True,
)
RUN = choice(
    "run",
    "May they run?",
    ("yes", "Yes: I know them, or whoever set them up for us"),
    ("no", "No, leave them alone; what was written is saved all the same"),
    remark=("Such a program can do whatever you can. If you are not sure, ask whoever gave you this log.",),
    enter="leaves them alone for now",
    left_open="They are left alone for now.",
    guarded=True,
)
NAME = line(
    "name",
    "Whose name is to stand there?",
    remark=("Yours, as colleagues know you; Enter alone for no name.",),
    reading=lambda typed: " ".join(typed.replace("<", " ").replace(">", " ").split()),
)
ADDRESS = line(
    "address",
    "And an e-mail address?",
    remark=(
        "Nothing is ever sent to it. It tells you from a second reader, should you share what you learnt; "
        "Enter alone for none.",
    ),
    reading=_one_address,
)
TELLS_APART = replace(
    ADDRESS,
    ask="Your e-mail address?",
    remark=("Nothing is ever sent to it: it only tells one person from another.",),
    needed="This needs an address; any that is yours alone will do, and nothing is sent to it.",
)


def name_committer(root: Path, why: str, *, plain: bool) -> bool:
    """Ask for a name and an address, and keep them in the log's own settings of git; True where that will do.

    A name that was given before stands, and so does one that was typed just now by somebody who leaves the address.
    Wherever it is not only for a name, an address is needed.
    """
    if not at_terminal():
        return False
    from circle_cli.commands.drafts.interview import How, greet, plain_or_screen  # most that is kept asks nothing
    from circle_cli.interview.terminal.keyboard import system_keys

    known = whose.given(root).name
    keys = system_keys()
    how = How(plain=plain, keys=keys, require_commit=False)
    greet(f"{why} It is asked for once, and kept in this log alone.", how)
    asker = plain_or_screen(how, lambda text: text)
    needs_address = why != WHY_A_NAME
    with keys.reading():
        name = known if known not in ("", whose.NOBODY) else _said(asker, NAME)
        address = None if name is None else _said(asker, TELLS_APART if needs_address else ADDRESS)
    if address is None and name in (None, "", known):  # it was left, and nothing that was typed is lost by it
        return False
    refused = whose.introduce(root, name or "", address or "")
    if refused and (lock := lock_in(refused, root)) and offer_to_unlock(root, lock, plain=plain):
        refused = whose.introduce(root, name or "", address or "")
    if refused:
        say(f"It could not be kept: {refused}")
    elif not name and not address:
        greet(f"Then it says “{whose.NOBODY}” there.", how)
    return not refused and not (needs_address and not address)


def _said(asker: "Asker", prompt: Prompt) -> str | None:
    """Ask; empty where nothing was given, and None where it was left."""
    from circle_cli.interview.asides import choose
    from circle_cli.interview.asker import Paused, Where

    try:
        return choose(asker, prompt, Where.ALONE) or ""
    except Paused:
        return None


def who_is_here(log: Log, because: str) -> str:
    """Give by which address git tells whoever is here from others.

    Raises:
        CircleError: none is known; `because` says why it must be.
    """
    known = whose.identity(log.root)
    if known is None:
        wrong = f"no e-mail address of yours is known here, and {because}."
        raise CircleError(wrong, USAGE, do="\nTo put that right: " + _SAY_WHO)
    return known


def need_git() -> None:
    """Refuse to share where there is no git: it tells an author from a second reader.

    Raises:
        CircleError: there is none.
    """
    if not is_there():
        wrong = "git was not found on this computer, and sharing needs it: it tells an author from a second reader"
        raise CircleError(wrong, USAGE, do="install git (https://git-scm.com); everything else works without it")


def tell_kept(log: Log, *commits: Commit, plain: bool, required: bool) -> None:
    """Say why the history has not got what was saved; at a terminal, ask for what is missing, and try again first.

    Raises:
        CircleError: a commit was required.
    """
    failed_first = min(commits, key=lambda commit: commit.done)
    tell_commit(settled(log, failed_first, plain=plain), required=required)


def settled(log: Log, commit: Commit, *, plain: bool, tell: Callable[[str], None] | None = None) -> Commit:
    """Give the commit as it is once somebody has been asked what only a person can say.

    Of each that is made, `tell` is told; without it, that all is committed is said once.
    """
    kept: list[str] = []
    asked: set[str] = set()
    while not commit.done and at_terminal() and commit.reason not in asked:
        asked.add(commit.reason)
        if not _settle(log, commit, plain=plain):
            return commit
        commit = bring_home(log.root, tell or kept.append, log.trust, unsigned=commit.remedy is Remedy.UNSIGNED)
    if kept and commit.done:
        result("Committed to the log's own history now.")
    return commit


def _settle(log: Log, commit: Commit, *, plain: bool) -> bool:
    """Ask whatever this commit waits for; False where that is nothing that can be asked here."""
    if commit.nameless:
        return name_committer(log.root, WHY_A_NAME, plain=plain)
    if commit.lock is not None:
        return offer_to_unlock(log.root, commit.lock, plain=plain)
    if commit.would_run:
        return _may_run(log, commit, plain=plain)
    return commit.remedy is not None and offered(
        log, commit, lambda prompt: _ask(prompt, plain=plain), lambda text: _tell(text, plain=plain)
    )


def _may_run(log: Log, commit: Commit, *, plain: bool) -> bool:
    """Show what git would run here, and ask whether it may; what is agreed to is asked once."""
    listed = "\n".join(f"- {each}" for each in commit.would_run)
    _tell(
        "\nAs far as circle knows, this log did not begin on this computer, and its settings have git run other "
        f"programs:\n{listed}",
        plain=plain,
    )
    repository = find_repository(log.root.resolve())
    if _ask(RUN, plain=plain) != "yes" or repository is None:
        return False
    log.trust.keep(repository.top, commit.agreed)
    return log.trust.knows(repository.top, commit.agreed)


def offer_to_unlock(root: Path, path: Path, *, plain: bool, shared: bool = False) -> bool:
    """Say whose lock is in the way; where its git is gone, offer to take it away. True where it is out of the way."""
    lock = find_lock(path, root, shared=shared)
    if lock is None:
        return True
    there = f"{lock.path} has been there for {lock.age(now().timestamp())}."
    if lock.owner is not Owner.GONE:
        _tell(f"{there} A git may still be at work in this log, so it stays.", plain=plain)
        return False
    said = "\nA git that was stopped in the middle has left a lock, and nothing can be added to the history.\n"
    _tell(f"{said}{there}", plain=plain)
    return _ask(UNLOCK, plain=plain) == "yes" and take_away(lock, root, shared=shared)


def _tell(text: str, *, plain: bool) -> None:
    say(text if plain else "\n".join(wrapped(text)))


def _ask(prompt: Prompt, *, plain: bool) -> str | None:
    try:
        return ask(Asked(plain=plain), prompt)
    except KeyboardInterrupt:  # it is saved: whoever leaves here is told so
        return None
