"""A log that two people share, each with a clone of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from making import git

Circle = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The place elsewhere, and the folder of each of two people; `sync` is said in one of them."""

    there: Path
    jo: Path
    sam: Path
    circle: Circle

    def sync(self, log: Path, *words: str) -> Any:
        return self.circle("--log", str(log), "sync", *words)

    def contents(self, log: Path) -> dict[str, bytes]:
        """All that git has of a log, as it stands in the folder."""
        names = git(log, "ls-files").split("\n")
        return {name: (log / name).read_bytes() for name in names if name}
