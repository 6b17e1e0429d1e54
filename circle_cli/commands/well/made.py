"""What was made before is taken from the site that stands, if it is what would be made now; nothing else is kept of it.

An entry tells, with a person's own key, of which bytes that is so: a file that was changed, an entry that was damaged
or is another's, and what another version made, stand for nothing, and it is made anew.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from circle_cli.commands.well.entries import Entries, program
from circle_cli.errors import CircleError
from circle_cli.system.no_links import content_of

Before = Callable[[str, bytes, Callable[[], bytes]], bytes]
"""Gives what was made for a place on the site, of the very same things, or makes it."""


def made_anew(_: str, rests_on: bytes, make: Callable[[], bytes]) -> bytes:
    """Make it, whatever was made before."""
    return make()


class Made:
    """The files of a site that were made before, each by what it rests on; `made_by` is what all of them rest on."""

    def __init__(self, entries: Entries, site: Path, *made_by: object) -> None:
        self._entries, self._site = entries, f"{site}{os.sep}"
        self._by = entries.digest(program(), repr(made_by).encode("utf-8", "surrogatepass"))
        self._now: set[bytes] = set()

    def get(self, name: str, rests_on: bytes, make: Callable[[], bytes]) -> bytes:
        """Give a file as it was made, or make it; `rests_on` is all that it depends on beside."""
        if not self._entries.key:
            return make()
        lying = self._lying(name)
        entry = self._entry(name, rests_on, lying)
        if entry not in self._entries.kept:
            lying = make()
            entry = self._entry(name, rests_on, lying)
        self._now.add(entry)
        return lying

    def keep(self) -> None:
        """Keep what was given for the next time, and no more."""
        self._entries.keep(self._now)

    def _entry(self, name: str, rests_on: bytes, content: bytes) -> bytes:
        return self._entries.digest(self._by, name.encode(), rests_on, content)

    def _lying(self, name: str) -> bytes:
        with suppress(CircleError):
            return content_of(self._site + name)
        return b""
