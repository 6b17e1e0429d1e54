"""Git that asks another place for something, or sends it there; and what that place answers, in words."""

import os
import re
from pathlib import Path

from circle_cli.errors import USAGE, CircleError
from circle_cli.log.history.elsewhere import without_password
from circle_cli.shown import shown
from circle_cli.system.running import NO_GIT, TOO_SLOW, Output, run_git

_LIMIT = 900.0  # seconds: a slow line takes its time
WAYS = {"GIT_ALLOW_PROTOCOL": "file:http:https:ssh"}
"""How another place may be asked; none of these starts a program that an address names."""
_DEAF = ("-c", f"core.hooksPath={os.devnull}", "-c", "push.followTags=false", "-c", "submodule.recurse=false")
_WHY = (
    (NO_GIT, "git was not found on this computer", "sending needs it: ask whoever looks after your computer"),
    (TOO_SLOW, "it took too long", "try again later"),
    (
        r"(?i)could not resolve|could not connect|failed to connect|timed out|unreachable|connection (?:re|closed)",
        "there is no way there now",
        "see whether you are online, and try again: nothing is lost",
    ),
    (
        r"(?i)authentication|permission denied|could not read|terminal prompts|host key|\b40[13]\b",
        "it does not know you, or does not let you in",
        "ask whoever keeps it for a way in (a key, a password kept by your git), and try again",
    ),
    (
        r"(?i)dubious ownership",
        "the folder belongs to somebody else, so git does not trust it",
        "ask whoever keeps it for its address",
    ),
    (
        r"(?i)not found|does not exist|does not appear to be|not a git repository|no such|not allowed|unable to find",
        "nothing of that kind is there",
        "look at the address: `base:` in circle.yml, or what stands behind --to",
    ),
    (r"(?i)rejected|declined|denied|protected", "it did not take it", "ask whoever keeps it"),
)
_ANSWER = re.compile(r"(?m)^remote:[ \t]?(.*?)[ \t]*$")


def ask_there(*arguments: str | bytes) -> Output:
    """Run git where it may open a connection; it asks nobody anything, and runs no hook."""
    return run_git(*_DEAF, *arguments, limit=_LIMIT, heard=WAYS)


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
    said = (shown(found[1]) for found in _ANSWER.finditer(output.err.decode("utf-8", "replace")))
    return tuple(line for line in said if line)


def refused(output: Output, address: str, what: str) -> CircleError:
    """Make the error for what did not come about, with the words of the other place."""
    text = output.text
    found = next(((wrong, do) for pattern, wrong, do in _WHY if re.search(pattern, text)), None)
    wrong, do = found or ("git could not say why", "ask whoever looks after your git")
    answer = "".join(f"\nIt says: {line}" for line in answered(output))
    return CircleError(f"{what} {without_password(address)}: {wrong}{answer}", USAGE, do=do)
