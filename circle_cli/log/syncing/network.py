"""Fetching from a log's copy elsewhere, and sending there; what a server answers. Nothing else asks a network."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from circle_cli.log.syncing.history import History, There
from circle_cli.log.travel.abroad import Answer, answer_of, lines_of
from circle_cli.system.early.heard import WAYS, asked_to_fetch
from circle_cli.system.running import Output, run_git

_BRANCH = "main"
_LIMIT = 3600.0  # seconds: a long history over a slow line
_MAIN = r"(?m)^ref: refs/heads/(\S+)\tHEAD$"
_ADDRESS = r"https?://[^\s\x1b]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of asking, what the other side said, and the addresses in that."""

    answer: Answer
    said: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give the addresses that the server answered with, such as that of a page on which to ask for a merge."""
        return tuple(dict.fromkeys(re.findall(_ADDRESS, self.said)))

    @property
    def lines(self) -> tuple[str, ...]:
        """Give what the server said, line by line."""
        return lines_of(self.said)


def fetch(history: History, there: There) -> Asked:
    """Fetch what the other place has, and forget what it has no longer; nothing in the folder is changed."""
    return _asked(history, *asked_to_fetch(there.remote))


def send(history: History, there: There, commit: str) -> Asked:
    """Send a commit to a branch there, if it holds all that is there; git's own note of that place follows."""
    if Path(history.address(there.remote)).is_file():
        return Asked(answer=Answer.ONE_FILE)
    what = f"{commit}:refs/heads/{there.branch}"
    asked = _asked(history, "push", "--no-follow-tags", "--no-recurse-submodules", "--", there.remote, what)
    if asked.answer is Answer.DONE:
        history.git("update-ref", there.tracking, commit)
    return asked


def lock_there(history: History, there: There) -> Path | None:
    """Find the lock of a git that sends to a folder on a shared disk just now, or was stopped there."""
    lock = Path(history.address(there.remote)) / "refs" / "heads" / f"{there.branch}.lock"
    return lock if lock.is_absolute() and os.path.lexists(lock) else None


def main_branch(history: History, there: There) -> str:
    """Ask the other place which of its branches is the main one; empty where it has none, or does not say."""
    output = run_git(
        "-C", os.fsencode(history.root), "ls-remote", "--symref", "--", there.remote, "HEAD", limit=_LIMIT, heard=WAYS
    )
    found = re.search(_MAIN, output.out.decode("utf-8", "replace")) if output.code == 0 else None
    return found[1] if found else ""


def clone(address: str, folder: Path) -> Asked:
    """Make a copy of a log here; `folder` is not there yet, or empty.

    A place that nobody set up for it (a folder on a shared disk) may name a first branch that it has not got.
    """
    command = ("clone", "-q", "--no-tags", "--", address, os.fsencode(folder))
    asked = _in_words(run_git(*command, limit=_LIMIT, heard=WAYS))
    history = History(root=folder)
    if asked.answer is Answer.DONE and not history.commit("HEAD"):
        listed = history.git("for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/origin")
        branches = listed.decode("utf-8", "replace").split()
        if branch := _BRANCH if _BRANCH in branches else branches[0] if len(branches) == 1 else "":
            history.git("checkout", "-q", "-B", branch, "--track", f"origin/{branch}")
    return asked


def _asked(history: History, *arguments: str) -> Asked:
    return heard(history, run_git("-C", os.fsencode(history.root), *arguments, limit=_LIMIT, heard=WAYS))


def heard(history: History, output: Output) -> Asked:
    """Tell what came of asking the other place, by what git said.

    Raises:
        Locked: another git is at work here.
    """
    history.refuse_locked(output)
    return _in_words(output)


def _in_words(output: Output) -> Asked:
    return Asked(answer=answer_of(output), said=output.err.decode("utf-8", "replace"))
