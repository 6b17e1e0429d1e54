"""Whether a log and its copy elsewhere may differ, read from git's own files: a list does not wait for git."""

import os
from collections.abc import Iterator
from pathlib import Path

from circle_cli.log.history.repository import find_repository


def differs_from_its_copy(root: Path) -> bool:
    """Tell whether a log may have what its copy elsewhere has not, or the other way round, as git last saw that."""
    try:
        repository = find_repository(root)
        if repository is None or repository.top != root:
            return False
        head = (repository.folder / "HEAD").read_text(encoding="utf-8").strip().removeprefix("ref: ")
        refs = dict(_refs(repository.common))
    except (OSError, ValueError):
        return False
    branch = head.removeprefix("refs/heads/")
    there = {ref: commit for ref, commit in refs.items() if ref.startswith("refs/remotes/")}
    copies = {commit for ref, commit in there.items() if ref.endswith(f"/{branch}")} or {*there.values()}
    return bool(copies) and copies != {refs.get(head)}


def branch_of(root: Path) -> str:
    """Name the branch that is checked out; nothing where that cannot be read, as where git keeps it another way."""
    try:
        repository = find_repository(root)
        head = os.fsdecode((repository.folder / "HEAD").read_bytes()) if repository else ""
    except OSError:
        return ""
    name = head.strip().removeprefix("ref: refs/heads/")
    return "" if name == head.strip() or name.startswith(".") else name


def branches_of(root: Path) -> dict[str, str]:
    """Give what git last saw of every branch, here and elsewhere, and `HEAD`; nothing where it cannot be read."""
    try:
        repository = find_repository(root)
        if repository is None:
            return {}
        refs = {ref: commit for ref, commit in _refs(repository.common)}
        head = (repository.folder / "HEAD").read_text(encoding="utf-8").strip().removeprefix("ref: ")
        return {**refs, "HEAD": refs.get(head, head)}
    except (OSError, ValueError):
        return {}


def has_a_copy(root: Path) -> bool:
    """Tell whether git has ever seen a copy of this log elsewhere."""
    try:
        repository = find_repository(root)
        return repository is not None and any(ref.startswith("refs/remotes/") for ref, _ in _refs(repository.common))
    except (OSError, ValueError):
        return False


def _refs(folder: Path) -> Iterator[tuple[str, str]]:
    packed = folder / "packed-refs"
    for line in packed.read_text(encoding="utf-8").splitlines() if packed.is_file() else ():
        commit, _, ref = line.partition(" ")
        yield ref, commit
    for place in ("refs/heads", "refs/remotes"):
        for found, _, files in os.walk(folder / place):
            for path in (Path(found) / name for name in files):
                yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8").strip()
