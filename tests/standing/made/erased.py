"""A log from which a session is to go for good, and what must be left of it afterwards: nothing."""

import subprocess
from pathlib import Path

from making import SESSION_ID, git, keep_session

OTHER, LATER = "2026-11-20-b2cd", "2026-11-24-c3de"
TITLE, FORENAME, NAME = "Where we met first", "Amira", "Amira Hassan"
SENTENCE = "Amira chose the library over the office."
NEEDLES = (SESSION_ID, TITLE, "where-we-met-first", NAME, SENTENCE, FORENAME)
"""Whatever tells of the session; no byte of the log may hold any of it."""


def keep_another(log: Path) -> Path:
    """Put a session beside it that has nothing to do with it, and has to stay."""
    return keep_session(log, OTHER, "Another", what_worked="Nothing to do with it.")


def git_given(log: Path, text: str, *arguments: str) -> str:
    """Run git with something to read, and give what it prints."""
    command = ["git", "-C", str(log), *arguments]
    return subprocess.run(command, check=True, input=text, capture_output=True, text=True).stdout.strip()


def contents(folder: Path) -> dict[str, bytes | None]:
    """Give all that stands in a folder, to the byte."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def holds_any(content: bytes) -> bool:
    return any(needle.encode() in content for needle in NEEDLES)


def assert_gone(log: Path) -> None:
    """See that no byte of the log, raw or unpacked, holds anything of the session, and that git finds all in order."""
    whole = git(log, "cat-file", "--batch", "--batch-all-objects")
    named = git(log, "log", "--all", "-g", "--format=%gs", "--name-only") + git(log, "ls-files")
    named += git(log, "log", "--all", "--format=%B", "--name-only") + git(log, "ls-files", "--resolve-undo")
    held = {"git": (whole + named).encode()}
    held |= {str(path): path.read_bytes() for path in log.rglob("*") if path.is_file() and not path.is_symlink()}
    held |= {"names": "\n".join(str(path.relative_to(log)) for path in log.rglob("*")).encode()}
    assert [
        (needle, where) for where, content in held.items() for needle in NEEDLES if needle.encode() in content
    ] == []
    git(log, "fsck", "--strict", "--full")
    assert git(log, "status", "--porcelain", "-uall") == ""
