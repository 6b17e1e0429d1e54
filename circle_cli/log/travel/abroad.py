"""Git that asks another place for something, or sends it there; and what that place answers, in words."""

import os
import re
from enum import Enum, auto
from pathlib import Path

from circle_cli.errors import USAGE, CircleError
from circle_cli.shown import shown
from circle_cli.system.early.heard import WAYS
from circle_cli.system.running import NO_GIT, TOO_SLOW, Output, run_git

_LIMIT = 900.0  # seconds: a slow line takes its time
_DEAF = ("-c", f"core.hooksPath={os.devnull}", "-c", "push.followTags=false", "-c", "submodule.recurse=false")
_ANSWER = r"(?m)^remote:[ \t]?(.*?)(?:[ \t\r]|\x1b\[K)*$"
_MOST = 12
"""Lines of what a server says that are shown: some put a page of rules into every answer."""


class Answer(Enum):
    """What came of asking another place."""

    DONE = auto()
    MOVED_ON = auto()
    """Somebody else has sent something meanwhile."""
    NOT_TAKEN = auto()
    """It was heard, and not taken: nobody may send to this branch, or the other side could not write."""
    NO_GIT = auto()
    TOO_SLOW = auto()
    UNREACHABLE = auto()
    """There is no network, or nobody answers."""
    REFUSED = auto()
    """Whoever asks may not."""
    NOT_TRUSTED = auto()
    """The folder there is somebody else's, and git opens no such folder."""
    NOTHING_THERE = auto()
    ONE_FILE = auto()
    """It is one file, a bundle, which git reads and does not write."""
    UNCLEAR = auto()


_TOLD_APART = (
    (Answer.NO_GIT, NO_GIT),
    (Answer.TOO_SLOW, TOO_SLOW),
    (Answer.MOVED_ON, r"\((?:fetch first|non-fast-forward|stale info|failed to update ref)\)|cannot lock ref"),
    (Answer.NOT_TAKEN, r"\[remote rejected\]|protected branch|hook declined|unpack(?:er)? (?:failed|error)"),
    (
        Answer.UNREACHABLE,
        r"could not resolve|couldn't connect|could not connect|failed to connect|timed out|unreachable"
        r"|connection (?:re|closed)|no route to host",
    ),
    (
        Answer.REFUSED,
        r"authentication|permission (?:to \S+ )?denied|access denied|could not read (?:username|password)"
        r"|terminal prompts|host key|\b40[13]\b",
    ),
    (Answer.NOT_TRUSTED, r"dubious ownership"),
    (
        Answer.NOTHING_THERE,
        r"not found|does not exist|does not appear to be|not a git repository|no such|not allowed|unable to find",
    ),
    (Answer.NOT_TAKEN, r"rejected|declined|denied"),
)
_IN_WORDS = {
    Answer.NO_GIT: ("git was not found on this computer", "sending needs it: ask whoever looks after your computer"),
    Answer.TOO_SLOW: ("it took too long", "try again later"),
    Answer.MOVED_ON: ("somebody else is sending there just now", "try again in a minute"),
    Answer.NOT_TAKEN: ("it did not take it", "ask whoever keeps it"),
    Answer.UNREACHABLE: ("there is no way there now", "see whether you are online, and try again: nothing is lost"),
    Answer.REFUSED: (
        "it does not know you, or does not let you in",
        "ask whoever keeps it for a way in (a key, a password kept by your git), and try again",
    ),
    Answer.NOT_TRUSTED: (
        "the folder belongs to somebody else, so git does not trust it",
        "ask whoever keeps it for its address",
    ),
    Answer.ONE_FILE: ("it is one file, from which git takes and to which it sends nothing", "ask whoever keeps it"),
    Answer.NOTHING_THERE: (
        "nothing of that kind is there",
        "look at the address, as you typed it or as it stands in circle.yml",
    ),
    Answer.UNCLEAR: ("git could not say why", "ask whoever looks after your git"),
}


def ask_there(*arguments: str | bytes) -> Output:
    """Run git where it may open a connection; it asks nobody anything, and runs no hook."""
    return run_git(*_DEAF, *arguments, limit=_LIMIT, heard=WAYS)


def answer_of(output: Output) -> Answer:
    """Tell from what git and the other place said what came of asking it."""
    if output.code == 0:
        return Answer.DONE
    gits = "\n".join(line for line in output.text.splitlines() if not line.startswith("remote:"))
    for text in (gits, output.text):  # what a server says of its own rules may sound like anything
        for answer, pattern in _TOLD_APART:
            if re.search(pattern, text, re.IGNORECASE):
                return answer
    return Answer.UNCLEAR


def in_words(answer: Answer) -> tuple[str, str]:
    """Say what is wrong, and what to do."""
    return _IN_WORDS[answer]


def address_of(given: str, beside: Path) -> str:
    """Give an address as git takes it: a folder as its whole path, seen from the folder `beside`; others as they are.

    Raises:
        CircleError: it would be taken for something else.
    """
    wanted = given.strip()
    if not wanted or wanted.startswith("-") or "::" in wanted.partition("/")[0]:
        do = "give a folder, or an address such as https://example.org/base.git"
        raise CircleError("… is no address", USAGE, do=do, words=given)
    folder = beside / Path(wanted).expanduser()
    return str(folder.resolve()) if os.path.lexists(folder) else wanted


def answered(output: Output) -> tuple[str, ...]:
    """Give what the other place itself said, line by line, without what git says of its own work."""
    return lines_of(output.err.decode("utf-8", "replace"))


def lines_of(said: str) -> tuple[str, ...]:
    """Give the same of what git printed; of a long one its beginning."""
    lines = [line for found in re.finditer(_ANSWER, said) if (line := shown(found[1]))]
    return (*lines[:_MOST], *([f"... and {len(lines) - _MOST} lines more"] if len(lines) > _MOST else []))


def refused(output: Output, address: str, what: str) -> CircleError:
    """Make the error for what did not come about, with the words of the other place."""
    from circle_cli.log.history.elsewhere import without_password

    wrong, do = in_words(answer_of(output))
    answer = "".join(f"\nIt says: {line}" for line in answered(output))
    return CircleError(f"{what} {without_password(address)}: {wrong}{answer}", USAGE, do=do)
