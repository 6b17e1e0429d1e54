"""Where the copy of a log is: a new folder that a team shares, or an address; another while nothing is there."""

import os
from pathlib import Path

from circle_cli.commands.drafts.one_prompt import certain
from circle_cli.commands.edge import Asked, say
from circle_cli.commands.teams.whose import forget_synced, noted
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.log.folder import Log
from circle_cli.log.history.elsewhere import without_password
from circle_cli.log.syncing.history import History, There
from circle_cli.log.syncing.network import main_branch
from circle_cli.log.travel.abroad import address_of
from circle_cli.settings import load_settings
from circle_cli.system.running import run_git
from circle_cli.system.typed import typed
from circle_cli.vocabulary import LogKind

_ANEW = "if it was to erase something, get it anew with circle join, into another folder"
_LIMIT = 60.0  # seconds; a shared disk may be far away


def is_to_be_shared(asked: Asked, log: Log, address: str) -> bool:
    """Ask before a log that was not made to be shared goes elsewhere: whoever forgot `circle use` sends their own."""
    if load_settings(log.root).kind not in (None, LogKind.OWN):
        return True
    what = (
        f"{log.root} is not a team's log. All that is in it, every session too, would go to "
        f"{without_password(address)}, and whoever may open that can read it. Send it there?"
    )
    if certain(asked, what, "Yes, send all of it", "No, keep it on this computer"):
        return True
    say("Nothing was sent. circle use, with a folder, goes to your team's log; circle init --team begins one.")
    return False


def begin_with(history: History, address: str) -> None:
    """Note where the copy of a log is to be; a folder that is new, or empty, is made ready for it.

    Raises:
        CircleError: it has one elsewhere already, or the folder cannot be made.
    """
    there = history.there()
    if there is not None and history.commit(there.tracking):
        wrong = "this log has a copy elsewhere already"
        raise CircleError(wrong, USAGE, where=Place(history.root), do="circle sync brings the two together")
    if folder := _new_folder(address, Path.cwd()):
        _make_ready(folder)
    how = ("add",) if there is None else ("set-url",)
    remote = there.remote if there else "origin"
    forget_synced(history)
    history.git("remote", *how, "--", remote, address_of(address, Path.cwd()))


def gone_on(history: History, there: There) -> There:
    """Find where the log elsewhere goes on, if the branch on which it was is no longer there.

    Raises:
        CircleError: nowhere: somebody took it out, and may have meant to.
    """
    had = noted(history).get("there", "")
    now = There(remote=there.remote, branch=main_branch(history, there))
    theirs = history.commit(now.tracking) if now.branch else ""
    if theirs and (history.holds(had, theirs) if had else history.base("HEAD", theirs)):
        history.git("branch", "-q", f"--set-upstream-to={now.remote}/{now.branch}")
        say(f"The log elsewhere is called {now.branch} now, and was {there.branch}: circle follows it.")
        return now
    if not had:
        return there  # nothing ever was
    address = history.address(there.remote)
    wrong = f"this log is no longer at {address}, where it was. Nothing was sent there, and everything here is safe"
    again = typed("circle", "sync", "--with", address)
    do = f"ask your team. If it was taken out by mistake, {again} sends it there again; {_ANEW}"
    raise CircleError(wrong, USAGE, do=do)


def tell_colleagues(history: History, there: There) -> None:
    """Say how a colleague gets the log, once it is there for them to get."""
    say(f"A colleague gets it with: {typed('circle', 'join', history.address(there.remote))}")


def _new_folder(address: str, beside: Path) -> Path | None:
    """Give the folder that an address means, if nothing is there, and the folder around it is."""
    first = address.strip().partition("/")[0]
    if "::" in first or (":" in first and not Path(address).is_absolute()):
        return None  # a server
    folder = beside / Path(address.strip()).expanduser()
    empty = folder.is_dir() and not any(folder.iterdir())
    folder = folder.parent.resolve() / folder.name
    return folder if folder.parent.is_dir() and (empty or not os.path.lexists(folder)) else None


def _make_ready(folder: Path) -> None:
    """Make it whole beside its place first; whoever may write in the folder around it may write there."""
    made = folder.parent / f".{folder.name}.making-{os.getpid()}"  # one that was killed stays: it may be a colleague's
    asked = ("init", "-q", "--bare", "--shared=group", "--", os.fsencode(made))
    output = run_git("-c", "init.defaultBranch=main", *asked, limit=_LIMIT)
    if output.code != 0:
        wrong = "the copy of this log cannot be kept here"
        raise CircleError(wrong, USAGE, where=Place(folder), do="name a folder in which you may write")
    if folder.is_dir():
        folder.rmdir()
    made.rename(folder)
    say(f"Made: {folder}.")
