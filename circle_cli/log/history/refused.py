"""Why git has not got what was saved: in plain words, from what it printed, with what to do about it."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from circle_cli.system.running import NO_GIT, TOO_SLOW
from circle_cli.system.typed import typed

_LINES = 10  # of what git printed, shown to a person
_BUSY = ("lock': File exists", "cannot lock ref", "could not lock config file")
_LOCK = re.compile(r"Unable to create '(.+?\.lock)': File exists|could not lock config file (.+?): File exists")
_NAMELESS = "the log's history has no name for you yet"
_NAME = (
    "circle, at a terminal, asks whose name is to stand there. A program can say it in GIT_AUTHOR_NAME and "
    "GIT_AUTHOR_EMAIL"
)
LATER = "circle tries again the next time you use it"
_OFFER = "circle, at a terminal, offers to do it; or ask whoever looks after your git, for whom it is: "
_SIGN = (
    "unlock your signing key, and {later}. Circle, at a terminal, offers to leave the signature out this once; for "
    "good: git config commit.gpgsign false"
)
_GITLESS = "git was not found on this computer"
_WITHOUT = (
    "install git (https://git-scm.com); {later}. Without it everything works but sharing, and no history is kept. "
    "This is said once"
)
_IGNORED = (
    "if it belongs in the history, take the line out that says so, and {later}; or ask whoever set this log up, for "
    "whom it is: git add -f"
)
_LOCKED = "{later}; circle, at a terminal, offers to take it away if its owner has gone"
_TRUST = "if you trust it, " + _OFFER + "git config --global --add safe.directory {top}\nThen {later}"
_OWNERSHIP = "this folder belongs to another account on this computer, and git does nothing there (dubious ownership)"
_IN_WORDS = (  # what git printed: why there is no commit, what to do next
    (NO_GIT, _GITLESS, _WITHOUT),
    (TOO_SLOW, "{output}", "see what it waited for (a hook, a password?); {later}"),
    ("tell me who you are", _NAMELESS, _NAME),
    ("empty ident name", _NAMELESS, _NAME),
    (_BUSY[0], "another git is at work here, or was stopped in the middle of it: {lock} is in the way", _LOCKED),
    (_BUSY[1], "another git is at work here", "{later}"),
    (_BUSY[2], "another git is at work here, or was stopped in the middle of it: {lock} is in the way", _LOCKED),
    ("ignored by one of your", "git was told to leave this file out (.gitignore)", _IGNORED),
    (
        "sparse-checkout",
        "git's sparse checkout leaves this folder out",
        _OFFER + "git sparse-checkout add {folder}\nThen {later}",
    ),
    ("must be run in a work tree", "this git repository holds no files (it is bare)", "circle init in another folder"),
    ("dubious ownership", _OWNERSHIP, _TRUST),
    ("unsafe repository", _OWNERSHIP, _TRUST),
    ("failed to sign", "git could not sign the commit: {output}", _SIGN),
    ("failed to write commit object", "git could not sign or write the commit: {output}", _SIGN),
    ("", "git, or a check that it runs before each commit, refused:\n{output}", "put that right; {later}"),
)


class Remedy(Enum):
    """What circle can offer to do about it, at a terminal."""

    UNSIGNED = auto()
    TRUST_FOLDER = auto()
    FINISH = auto()
    GO_BACK = auto()
    TAKE_FOLDER_IN = auto()


_REMEDIES = (
    ("sparse-checkout", Remedy.TAKE_FOLDER_IN),
    ("dubious ownership", Remedy.TRUST_FOLDER),
    ("unsafe repository", Remedy.TRUST_FOLDER),
    ("failed to sign", Remedy.UNSIGNED),
    ("failed to write commit object", Remedy.UNSIGNED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """How it went: where not `done`, `reason` says why in plain words and `fix` what to do."""

    done: bool
    reason: str = ""
    fix: str = ""
    lock: Path | None = None
    """The file that is in the way, where one is."""
    would_run: tuple[str, ...] = ()
    """What git would run that nobody here has agreed to."""
    agreed: str = ""
    """What stands for having agreed to exactly that."""
    remedy: Remedy | None = None
    folder: str = ""
    """What holds the files, as git has it."""

    @property
    def without_git(self) -> bool:
        """Tell whether there is none because there is no git here."""
        return self.reason == _GITLESS

    @property
    def nameless(self) -> bool:
        """Tell whether there is none because git does not know whose it is."""
        return self.reason == _NAMELESS


def is_nameless(output: str) -> bool:
    """Tell whether git printed that it does not know who somebody is."""
    return "tell me who you are" in output or "empty ident name" in output


def is_busy(output: str) -> bool:
    """Tell whether git printed that another git is in the way."""
    return any(words in output for words in _BUSY)


def in_words(output: str, top: Path, folder: str = ".") -> Commit:
    """Say why there is no commit, from what git printed in the repository at `top`; `folder` holds what was saved."""
    reason, fix = next((reason, fix) for words, reason, fix in _IN_WORDS if words in output)
    lock = lock_in(output, top)
    advice = {
        "output": "\n".join(output.splitlines()[-_LINES:]),
        "lock": lock,
        "later": LATER,
        "top": typed(str(top)),
        "folder": typed(folder),
    }
    plain = [text.format(**advice).encode("utf-8", "replace").decode() for text in (reason, fix)]
    remedy = next((remedy for words, remedy in _REMEDIES if words in output), None)
    return Commit(done=False, reason=plain[0], fix=plain[1], lock=lock, remedy=remedy, folder=folder)


def unfinished(what: str, command: str) -> Commit:
    """Say that somebody is in the middle of something, which this command would finish."""
    can = command.startswith("git ") and "," not in command
    fix = f"{_OFFER if can else 'ask whoever looks after your git, for whom it is: '}{command}; {LATER}"
    reason = f"{what} is not finished here"
    return Commit(done=False, reason=reason, fix=fix, remedy=Remedy.FINISH if can else None)


def detached() -> Commit:
    """Say that no branch is checked out."""
    reason = "an earlier state of this log is open, on no branch (detached HEAD), and git would lose a commit made now"
    return Commit(done=False, reason=reason, fix=f"{_OFFER}git switch main; {LATER}", remedy=Remedy.GO_BACK)


def lock_in(output: str, top: Path) -> Path | None:
    """Find the lock that git names: of the index, of a branch, of HEAD, of its settings, or any other."""
    found = _LOCK.search(output)
    if found is None:
        return None
    return top / (found[1] or f"{found[2]}.lock")
