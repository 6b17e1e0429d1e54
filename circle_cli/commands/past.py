"""Has the git history that goes along with a site looked through, object by object, packed or loose.

It is read from the copy that would go along, with a git that hears nobody's settings. Where `.git` is a file, the
history is kept elsewhere and does not go along: there, what the branch leads to is looked at, which a push would send.
What was looked at once is remembered by its id, in the person's own folder, for as long as the same names are looked
for: a name that is new may stand in any version, however old.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from circle_cli import __version__
from circle_cli.commands.edge import say
from circle_cli.commands.folders import own_folder
from circle_cli.errors import CircleError, Place
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.erasing.store import Reading, Store
from circle_cli.own_words.passages import OwnWords
from circle_cli.own_words.reading import names_at_home
from circle_cli.share.release.opened import LARGEST_FILE
from circle_cli.share.release.past import CODE, Kept, Looked, entries_of, found_in, found_in_name
from circle_cli.share.release.sweep import at_home, for_index
from circle_cli.share.release.terms import Term, Terms
from circle_cli.site.building.carried import GIT
from circle_cli.site.searching.words import stem
from circle_cli.system.files import ignore_all, make_folder

_CACHE = "looked-through"
_MANY = 2000
"""Objects from which on somebody is told what takes so long."""

LookBack = Callable[[Path, Path, Path], Sequence[str]]


class _Listed(NamedTuple):
    id: str
    kind: str
    size: int


def looking_back(own_words: Sequence[OwnWords], terms: Terms) -> LookBack:
    """Give what looks through the history of a site for these names of casts.

    It gives, for each object in which it found something, its id and what that is.
    """
    named = names_at_home(own_words)

    def look(site: Path, carried: Path, fresh: Path) -> Sequence[str]:
        if not terms.by_word:
            return ()
        looked = Looked(
            terms=terms,
            own_name=frozenset(term for text in named for term, _ in terms.find(text)),
            home=at_home(terms, named),
            in_index=for_index(terms, named, stem),
            by_theme=_said_by_theme,
        )
        inside = (carried / GIT).is_dir()
        store = Store(folder=carried / GIT, copy=True) if inside else Store(folder=site)
        try:
            return _look_through(store, looked, site, fresh, whole=inside)
        except CircleError as error:
            error.add_note("Until the git history in site/.git can be read, nobody can tell what it holds; see there.")
            raise

    return look


def _look_through(store: Store, looked: Looked, site: Path, fresh: Path, *, whole: bool) -> Sequence[str]:
    listed = _all_of(store) if whole else _of_branch(store)
    seen = _Seen(site, looked)
    swept = _ids_of(fresh, len(listed[0].id)) if listed else frozenset()
    new = [each for each in listed if each.id not in seen.ids and each.id not in swept]
    if len(new) > _MANY:
        say(f"Looking through what git keeps of earlier versions of the site: {len(new):,} objects …")
    names = dict(_in_index(store))
    found: list[str] = []
    with store.reading() as reading:
        known_as: dict[str, set[str]] = {}
        for tree in (each for each in new if each.kind == "tree"):
            for name, id_ in entries_of(_content(reading, tree), len(tree.id) // 2):
                known_as.setdefault(id_, set()).add(name)
                names.setdefault(name, id_)
        for each in (each for each in new if each.kind != "tree"):
            kept = Kept(id=each.id, kind=each.kind, content=_content(reading, each), names=known_as.get(each.id, ()))
            found += [f"{each.id[:12]}: {what}" for what in found_in(kept, looked)]
    found += [f"{id_[:12]}: {what}" for name, id_ in names.items() for what in found_in_name(name, looked)]
    if not found:
        seen.keep(each.id for each in listed)
    return found


def _all_of(store: Store) -> list[_Listed]:
    """List every object, whether anything leads to it or not."""
    return [*_rows(store.git("cat-file", "--batch-all-objects", "--batch-check"))]


def _of_branch(store: Store) -> list[_Listed]:
    """List what the branch leads to that is checked out."""
    if store.output("rev-parse", "-q", "--verify", "HEAD").code != 0:
        store.git("rev-parse", "--git-dir")  # a branch without a commit yet, and no git that says nothing
        return []
    ids = store.git("rev-list", "--objects", "--no-object-names", "HEAD")
    return [*_rows(store.git("cat-file", "--batch-check", given=ids))]


def _rows(printed: bytes) -> Iterator[_Listed]:
    for row in printed.decode("ascii", "replace").splitlines():
        match row.split():
            case [id_, "blob" | "tree" | "commit" | "tag" as kind, size] if size.isdigit():
                yield _Listed(id_, kind, int(size))
            case _:
                raise CircleError("git cannot read an object in site/.git", do="`git -C site fsck` says which")


def _content(reading: Reading, each: _Listed) -> bytes:
    if each.size > LARGEST_FILE:
        wrong = f"git keeps a file larger than {LARGEST_FILE // 1024**2} MB here; this was no file of the site's"
        raise CircleError(wrong, where=Place(f"site/.git: {each.id[:12]}"))
    return reading.content(each.id.encode())


def _in_index(store: Store) -> Iterator[tuple[str, str]]:
    """Give the name and id of each file that is about to be committed."""
    for row in store.git("ls-files", "--stage", "-z").decode("utf-8", "replace").split("\0"):
        about, _, name = row.partition("\t")
        if name:
            yield name, about.split()[1]


def _ids_of(fresh: Path, length: int) -> frozenset[str]:
    """Give the ids under which git keeps, or would keep, the files of the new site: these were swept as they are."""
    algorithm = "sha1" if length == hashlib.sha1(usedforsecurity=False).digest_size * 2 else "sha256"
    contents = (path.read_bytes() for path in fresh.rglob("*") if path.is_file())
    return frozenset(
        hashlib.new(algorithm, b"blob %d\0%b" % (len(each), each), usedforsecurity=False).hexdigest()
        for each in contents
    )


def _said_by_theme(term: Term) -> bool:
    return all(re.search(rf"\b{word}\b", _code_of_theme()) for word in term.words)


@cache
def _code_of_theme() -> str:
    paths = (path for path in Path(str(files("material"))).rglob("*") if path.suffix in CODE)
    return "\n".join(path.read_text(encoding="utf-8").casefold() for path in paths)


class _Seen:
    """What was looked at already, by its id, while the same was looked for."""

    def __init__(self, site: Path, looked: Looked) -> None:
        own = own_folder()
        name = hashlib.sha256(os.fsencode(site.resolve())).hexdigest()[:16]
        self._path = own / _CACHE / f"{name}.json" if own else None
        self._for = _digest(looked)
        self.ids: frozenset[str] = frozenset()
        if self._path:
            with suppress(OSError, ValueError, CircleError, AttributeError, TypeError):
                kept = json.loads(self._path.read_text(encoding="utf-8"))
                self.ids = frozenset(kept.get("ids", ()) if kept.get("for") == self._for else ())

    def keep(self, ids: Iterator[str]) -> None:
        """Note what was looked at, and nothing found in it."""
        if self._path and (found := frozenset(ids)) != self.ids:
            with suppress(OSError, CircleError):
                make_folder(self._path.parent)
                ignore_all(self._path.parent)
                before = self._path.read_bytes() if self._path.is_file() else None
                replace_anywhere(self._path, json.dumps({"for": self._for, "ids": sorted(found)}).encode(), before)


def _digest(looked: Looked) -> str:
    each = (f"{term.words} {term.kind} {term.common}" for terms in looked.terms.by_word.values() for term in terms)
    excused = (f"{name}: {sorted(term.words for term in getattr(looked, name))}" for name in ("own_name", "home"))
    return hashlib.sha256("\n".join((__version__, *sorted(each), *excused)).encode()).hexdigest()
