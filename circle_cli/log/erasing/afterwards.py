"""What still holds a session once it has been erased: every file of the log and of its git is looked through."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.erasing.finding.gathering import gather_words, look_for
from circle_cli.log.erasing.finding.leftovers import Search, gits_below
from circle_cli.log.erasing.finding.traces import text_of
from circle_cli.log.erasing.finding.unpacking import contents, in_bundle
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Store, clone
from circle_cli.log.history.repository import Repository


def still_holding(root: Path, repository: Repository | None, search: Search, scratch: Path) -> Iterator[Path]:
    """Give every file that holds something of the session, or that could not be looked into."""
    yield from (each.path for each in search.leftovers(root))
    yield from (
        path for path in root.rglob("*.bundle") if path not in search.but and _holds_packed(path, search, scratch)
    )
    gits = {repository.folder.resolve()} if repository else set()
    for folder in gits:
        yield from _in_git(folder, search.words)
    around = {found for top in (root, *gits) for found in gits_below(top) if found.resolve() not in gits}
    yield from (found for found in sorted(around) if _is_kept_by(found, search.words))


def backups_holding(folder: Path, search: Search, scratch: Path) -> Iterator[Path]:
    """Give the backups that hold the session: those made of it, and those made before another was erased."""
    for path in sorted(folder.glob("*.bundle")):
        if path.name.startswith(f"{search.session_id}-") or _holds_packed(path, search, scratch):
            yield path


def _holds_packed(path: Path, search: Search, scratch: Path) -> bool:
    """Tell whether a bundle of git's holds words of the session."""
    try:
        return any(search.words.found_in(content) for content in in_bundle(path, scratch))
    except OSError:
        return True  # said rather than passed over


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What backups tell of a session: the words by which it is known, and its versions."""

    words: Words = field(default=Words(), repr=False)
    versions: tuple[bytes, ...] = field(default=(), repr=False)


def told_by_backups(folder: Path, session_id: str, scratch: Path) -> Told:
    """Gather what the backups of an erasing that was interrupted tell, since the history may say it no longer."""
    told = Told()
    for number, path in enumerate(sorted(folder.glob(f"{session_id}-*.bundle"))):
        try:
            copy = clone(path, scratch / f"earlier-{number}")
            seen = look_for(copy, session_id)
            words = gather_words(copy, session_id, seen)
            told = Told(words=told.words | words, versions=(*told.versions, *seen.versions))
        except CircleError:
            continue  # it is named all the same
    return told


def _in_git(folder: Path, words: Words) -> Iterator[Path]:
    """Give the files of git's own that hold words of it, but for its objects: git is asked about those."""
    for here, names, files in os.walk(folder):
        if (Path(here) / "HEAD").exists():
            names[:] = [name for name in names if name != "objects"]
        for path in (Path(here) / name for name in sorted(files)):
            if path.is_file() and _told_by(path, os.fsencode(path.relative_to(folder).as_posix()), words):
                yield path


def _told_by(path: Path, name: bytes, words: Words) -> bool:
    try:
        return bool(words.found_in(name)) or any(words.found_in(content) for content in contents(path))
    except OSError:
        return True


def _is_kept_by(git: Path, words: Words) -> bool:
    """Tell whether another git keeps words of it."""
    try:
        return any(words.found_in(text_of(each)) for each in Store(folder=git, copy=True).everything())
    except CircleError:
        return True
