"""What `circle check` found well before, so that ten thousand files are not judged again because one of them changed.

It is a cache and nothing else (`commands/well/entries.py`). An entry is a digest of a file's name, of all that it holds
and of all by which it is judged: the lists and readers, the themes, the names in all casts, this program's own files.
Only what is well has one. What builds a site, and what sends anything, never asks here.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from circle_cli.commands.checking.found.problem import Problem
from circle_cli.commands.checking.found.public import Known
from circle_cli.commands.erasing.names_kept import kept_of_erased
from circle_cli.commands.folders import HIDDEN
from circle_cli.commands.well.entries import Entries, entries_of, program
from circle_cli.errors import CircleError
from circle_cli.ids import POINT_FILE, PROPOSALS, REPORTS, SPARKS, WITHDRAWN
from circle_cli.log.folder import Log
from circle_cli.own_words.pages import GUIDANCE
from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.of_base.themes import render_meanings
from circle_cli.signing.readers import render_readers
from circle_cli.system.files import leads_elsewhere
from circle_cli.system.no_links import content_of, inside, names_in

_KEPT = "checked"
_JUDGED = re.compile(rf"guidance/(?:{POINTS_FOLDER}|{REPORTS})/{POINT_FILE.pattern}")
_NOT_OF_SITE = (".git", HIDDEN, "site", "sessions", SPARKS, PROPOSALS)
_SPEAKS_OF = re.compile(rb'---\r?\ncircle: 1\r?\nkind: report\r?\nid: "?\w+"?\r?\npoint: "?(\w+)"?\r?\n')
"""How a report that is well begins, to the byte."""

_TOLD: Mapping[str, Callable[[Any], object]] = {
    "lists": lambda lists: lists.version,
    "themes": sorted,
    "readers": render_readers,
    "cast": lambda cast: sorted(cast.items()),
    "unsaid": sorted,
    "terms": lambda terms: sorted(terms.by_word.items()),
    "meanings": lambda meanings: render_meanings(meanings.lines),
}
"""What is known, each part so that the same is told in the same words; of a part that is not here, nothing is kept."""


class _Held(NamedTuple):
    """What a file holds: a digest of it, and which learning point it speaks of if it is a report."""

    digest: bytes
    speaks_of: str


class Before:
    """What was well before, and what is now. It knows of nothing until it was told by what all is judged."""

    def __init__(self, root: Path, entries: Entries | None = None) -> None:
        entries = entries or Entries(root, _KEPT)
        self._root, self._of_log = root, entries
        self._key, self._kept, self._digest = entries.key, entries.kept, entries.digest
        self._within = f"{root}{os.sep}"
        self._judged = b""
        self._gone: frozenset[str] = frozenset()
        self._entries: dict[str, bytes | None] = {}
        self._held: dict[str, _Held | None] = {}
        self._well: dict[str, bytes] = {}

    def judge_by(self, log: Log, known: Known) -> None:
        """Tell by what all is judged from now on."""
        if not self._key:
            return
        self._entries.clear()
        with suppress(CircleError, KeyError):  # something of it cannot be read, or told: nothing is known to be well
            by = [(each.name, _TOLD[each.name](getattr(known, each.name))) for each in fields(known)]
            self._gone = frozenset(path.name for path in names_in(inside(log.root, log.root / GUIDANCE / WITHDRAWN)))
            self._judged = self._digest(program(), repr((by, kept_of_erased(log))).encode())

    def look(self, path: str, look: Callable[[], Iterable[Problem]]) -> Sequence[Problem]:
        """Give what is found in a file, which is looked at unless it was well before as it is."""
        entry = self._entry(path)
        if entry and entry in self._kept:
            self._well[path] = entry
            return ()
        found = [*look()]
        held = self._held.pop(path, None)
        if entry and not found and self._held_by(path) == held:  # and nobody changed it meanwhile
            self._well[path] = entry
        return found

    def is_well(self, path: str) -> bool:
        """Tell whether a file was well before as it is."""
        entry = self._entry(path)
        return entry is not None and entry in self._kept

    def look_at_site(
        self, look: Callable[[], Iterable[Problem]], public: Iterable[str], beside: Collection[Problem]
    ) -> Sequence[Problem]:
        """Give what is found in what a log changes of its site, unless all of that was well before.

        Of the learning points and reports, which are looked at by themselves, it rests on which of them there are.
        Nothing is noted where something else was found `beside`: what follows from that is not said there.
        """
        entry = self._of_site(public)
        if entry and entry in self._kept:
            self._well[""] = entry
            return ()
        found = [*look()]
        if entry and not found and not beside and self._of_site(public) == entry:
            self._well[""] = entry
        return found

    def seen(self, commits: Iterable[str]) -> tuple[str, ...]:
        """Give those of these commits of which it was noted that nothing private stands in them."""
        return tuple(each for each in commits if self._key and self._of_commit(each) in self._kept)

    def note(self, commits: Iterable[str]) -> None:
        """Note that nothing private stands in these commits, nor in any that led to them."""
        self._well.update((each, self._of_commit(each)) for each in commits if self._key)

    def keep(self, found: Iterable[Problem], *, all_looked_at: bool) -> None:
        """Keep what is well for the next time; where that cannot be written, all is looked at again."""
        for each in found:
            self._well.pop(each.path, None)
        self._of_log.keep({*self._well.values(), *(() if all_looked_at else self._kept)})

    def _entry(self, path: str) -> bytes | None:
        """Give the entry of a file as it is now; None where that would not say all by which it is judged."""
        if self._judged and path not in self._entries:
            self._entries[path] = self._entry_of(path)
        return self._entries.get(path)

    def _entry_of(self, path: str) -> bytes | None:
        name = path[len(self._within) :].replace(os.sep, "/") if path.startswith(self._within) else ""
        if not _JUDGED.fullmatch(name) or name[-11:] in self._gone:
            return None
        held, beside = self._held_by(path), b""
        if held and name.startswith(f"{GUIDANCE}/{REPORTS}/"):
            point = f"{held.speaks_of}.md"
            spoken_of = self._held_by(f"{self._within}{GUIDANCE}{os.sep}{POINTS_FOLDER}{os.sep}{point}")
            if point in self._gone or not held.speaks_of or not spoken_of:
                return None
            beside = spoken_of.digest
        return self._digest(self._judged, name.encode(), held.digest, beside) if held else None

    def _held_by(self, path: str) -> _Held | None:
        """Read a file once; None where it cannot be."""
        if path not in self._held:
            self._held[path] = None
            with suppress(CircleError):
                content = content_of(path)
                spoken_of = _SPEAKS_OF.match(content)
                self._held[path] = _Held(self._digest(content), spoken_of[1].decode() if spoken_of else "")
        return self._held[path]

    def _of_site(self, public: Iterable[str]) -> bytes | None:
        if not self._judged:
            return None
        parts = [self._judged, b"site", *map(os.fsencode, sorted(public)), *map(os.fsencode, sorted(self._gone))]
        try:
            for top in names_in(self._root):
                if leads_elsewhere(top):
                    return None  # the walk would follow it
                if top.name not in _NOT_OF_SITE:
                    below = (os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names)  # noqa: PTH118
                    for path in sorted(below) if top.is_dir() else (str(top),):
                        name = path[len(self._within) :].replace(os.sep, "/")
                        parts += () if _JUDGED.fullmatch(name) else (os.fsencode(name), content_of(path))
        except CircleError:
            return None
        return self._digest(*parts)

    def _of_commit(self, commit: str) -> bytes:
        return self._digest(program(), b"commit", commit.encode())


def before_of(log: Log, *, anew: bool = False) -> Before:
    """Give what is kept of a log; `anew` looks at everything again, and keeps what is well then."""
    kept = entries_of(log.root, _KEPT)
    return Before(log.root, Entries(log.root, _KEPT, kept.key) if anew else kept)
