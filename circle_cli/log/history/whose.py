"""Whose name stands with what is committed: as git was told, and never as it guesses."""

import os
from dataclasses import dataclass
from pathlib import Path

from circle_cli.log.history.running import run_git

NOBODY, _NO_ADDRESS = "Somebody", "nobody@circle.invalid"
"""What stands in the history for whoever leaves the name out."""
_LIMIT = 10.0  # seconds
_SETTINGS = r"^(user|author|committer)\.(name|email)$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of who commits here; empty where nobody said it."""

    name: str
    address: str

    @property
    def as_settings(self) -> tuple[str, ...]:
        """Give it as git takes settings on its command line."""
        given = (("user.name", self.name), ("user.email", self.address))
        return tuple(word for key, value in given if value for word in ("-c", f"{key}={value}"))


def given(root: Path) -> Person:
    """Give who commits here: by the environment, else by git's settings. What git would make up counts for nothing."""
    settings = _settings(root)

    def first(part: str, *others: str) -> str:
        """Find it as git does; what it takes for one of author and committer alone is better than nobody."""
        upper = part.upper()
        places = (
            os.environ.get(f"GIT_AUTHOR_{upper}"),
            settings.get(f"author.{part}"),
            settings.get(f"user.{part}"),
            *others,
            os.environ.get(f"GIT_COMMITTER_{upper}"),
            settings.get(f"committer.{part}"),
        )
        return next((place.strip() for place in places if place and place.strip()), "")

    return Person(name=first("name"), address=first("email", os.environ.get("EMAIL", "")))


def identity(root: Path) -> str | None:
    """Give the e-mail address under which somebody commits here, which tells one person from another; None if unset."""
    address = given(root).address.casefold()
    return address if address not in ("", _NO_ADDRESS) else None


def introduce(root: Path, name: str, address: str) -> str:
    """Tell git, for this log alone, whose name its commits have; without one, nobody's.

    Gives what git has against it, if anything.
    """
    for key, value in (("user.name", name or NOBODY), ("user.email", address or _NO_ADDRESS)):
        output = run_git("-C", os.fsencode(root), "config", "--local", key, value, limit=_LIMIT)
        if output.code != 0:
            return output.text
    return ""


def _settings(root: Path) -> dict[str, str]:
    try:
        output = run_git("-C", os.fsencode(root), "config", "-z", "--get-regexp", _SETTINGS, limit=_LIMIT)
    except OSError:
        return {}
    entries = output.out.decode("utf-8", "replace").split("\0") if output.code == 0 else []
    return {key: value for key, _, value in (entry.partition("\n") for entry in entries)}
