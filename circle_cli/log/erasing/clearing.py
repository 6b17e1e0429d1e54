"""Has git throw away what no branch leads to any more, and whatever else it keeps of a session beside its history."""

import os
import re
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import DISK, CircleError, Place
from circle_cli.log.erasing.finding.traces import Traces, find_traces, text_of
from circle_cli.log.erasing.finding.unpacking import contents
from circle_cli.log.erasing.finding.words import Words
from circle_cli.log.erasing.store import Store
from circle_cli.log.history.repository import Repository
from circle_cli.system.files import leads_elsewhere, remove_tree
from circle_cli.waiting import how_far

_SCRATCH = re.compile(
    r"[A-Z]+_(EDITMSG|MSG)|(ORIG|FETCH|REBASE)_HEAD|AUTO_MERGE|EDIT_DESCRIPTION|gc\.log|.*\.(diff|patch)"
)
"""Files in which git keeps its last message, and where it was before; nothing needs them."""

_NEEDED = {"HEAD", "config", "config.worktree", "description", "index", "packed-refs", "commondir", "gitdir", "shallow"}
"""Files that git cannot do without; whatever else lies beside them, and holds words of it, goes."""

_MEMORIES = ("rr-cache", "lost-found")
"""Folders in which git keeps files that it once saw: conflicts that were settled, and what it found lost."""

_HALF_DONE = re.compile(r"\.?tmp[_-].*|incoming-.*|.*\.(keep|lock)")
_STORED = re.compile(r"pack-[0-9a-f]+\.pack")


def forget(repository: Repository, traces: Traces, words: Words, session_id: str) -> None:
    """Let git throw away what no ref leads to any more; what was only ever staged (`git add`) too.

    Raises:
        CircleError: some of it is still there.
    """
    top = Store(folder=repository.top)
    _clear_scratch(repository.folder, words)
    top.reset_index()
    top.git("-c", "core.untrackedCache=false", "update-index", "--force-write-index")
    top.git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    top.git("pack-refs", "--all")
    _repack(top, repository.folder / "objects")
    if find_traces(top, session_id, traces.also, words).any or _still_kept(top, traces, words):
        raise CircleError(
            "git still keeps some of it",
            DISK,
            where=Place(repository.top),
            do="see that no other git is at work, and do this again",
        )


def _clear_scratch(folder: Path, words: Words) -> None:
    for path in folder.iterdir():
        if path.is_file() and path.name not in _NEEDED and (_SCRATCH.fullmatch(path.name) or _holds(path, words)):
            _remove(path)
    for memory in _MEMORIES:
        for path in (folder / memory).glob("*"):
            _remove(path)


def _holds(path: Path, words: Words) -> bool:
    return bool(words.found_in(os.fsencode(path.name))) or any(words.found_in(piece) for piece in contents(path))


def _repack(top: Store, objects: Path) -> None:
    """Leave what a ref leads to, and nothing else, whatever git was told to keep."""
    for path in (objects / "pack").glob("*.keep"):
        path.unlink()
    graphs = [path for path in (objects / "info" / "commit-graph", objects / "info" / "commit-graphs") if path.exists()]
    for path in graphs:
        _remove(path)
    how_far.hear("Throwing away what no branch leads to")
    top.git("repack", "-a", "-d", "-q")
    top.git("prune", "--expire=now")
    for path in (*objects.iterdir(), *(objects / "pack").iterdir()):
        unused = _STORED.fullmatch(path.name) and not path.with_suffix(".idx").exists()
        if unused or _HALF_DONE.fullmatch(path.name):
            _remove(path)
    if graphs:
        top.git("-c", "core.commitGraph=true", "commit-graph", "write", "--reachable")


def _still_kept(top: Store, traces: Traces, words: Words) -> bool:
    """Tell whether git keeps a version of it, or words of it that no ref leads to."""
    reached = set(top.git("rev-list", "--objects", "--no-object-names", "--all").split())
    return any(
        each.id in traces.blobs or (each.id not in reached and words.found_in(text_of(each)))
        for each in top.everything()
    )


def _remove(path: Path) -> None:
    if path.is_dir() and not leads_elsewhere(path):
        remove_tree(path)
    else:
        with suppress(FileNotFoundError):
            path.unlink()
