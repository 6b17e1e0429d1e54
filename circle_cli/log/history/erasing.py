"""Takes a session out of a repository's history.

The history is rewritten in a copy, looked through there, and comes back in one step of git's that is done whole or
not at all. A kill at any moment leaves the old history or the new one, and whatever was left to do is done by doing it
again: the session's own file goes last.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import DISK, USAGE, CircleError, Place
from circle_cli.log.durable import locked
from circle_cli.log.history.git import Repository, find_repository
from circle_cli.log.history.running import run, run_git
from circle_cli.log.history.traces import Traces, checked, find_traces, refs, remotes_with, run_checked, still_there

_LIMIT = 6 * 3600.0
_REMOTE = b"refs/remotes/"
_FOLDER = "circle-erasing-"
_SCRATCH = ("COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "ORIG_HEAD", "FETCH_HEAD")
"""Files in which git keeps its last message, and where it was before; nothing needs them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """Another place that this repository knows; `has_it` where it had the session when it was last asked."""

    name: str
    has_it: bool


def repository_of(root: Path) -> Repository | None:
    """Find the repository in which a log lies, and see that its history may be rewritten now.

    Raises:
        CircleError: it is bare, or somebody is in the middle of something there.
    """
    repository = find_repository(root.resolve())
    if repository is None:
        return None
    if repository.top == repository.folder:
        wrong = "this git repository holds no files (it is bare)"
        raise CircleError(wrong, USAGE, where=Place(root), do="erase it in a clone of it")
    if repository.unfinished:
        what, finish = repository.unfinished
        raise _not_now(repository.top, f"{what} is not finished here", finish)
    if not repository.on_branch:
        raise _not_now(repository.top, "no branch is checked out", "git switch main")
    return repository


def refuse_unsaved(top: Path, but: Sequence[Path]) -> None:
    """Refuse to rewrite a history beside which there is work that git does not have; `but` are to go anyway.

    Raises:
        CircleError: there is some, or there is another work tree.
    """
    changed = run_checked(top, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=no").out.split(b"\0")
    gone = [os.fsencode(path.relative_to(top)) for path in but]
    left = [os.fsdecode(entry[3:]) for entry in changed if entry and entry[3:] not in gone]
    if left:
        some = ", ".join(left[:3]) + (" ..." if len(left) > 3 else "")
        raise _not_now(top, "some changes are not committed yet (…)", "commit them", some)
    if run_checked(top, "for-each-ref", "refs/stash").out:
        raise _not_now(top, "git stash holds changes", "git stash pop and commit them")
    trees = [
        line[9:] for line in run_checked(top, "worktree", "list", "--porcelain").out.split(b"\n") if line[:1] == b"w"
    ]
    if len(trees) > 1:
        tree = os.fsdecode(trees[-1])
        raise _not_now(top, f"it has another work tree, {tree}", "git worktree remove it")


def _not_now(top: Path, wrong: str, first: str, words: str | None = None) -> CircleError:
    return CircleError(wrong, USAGE, where=Place(top), do=f"{first}, then do this again", words=words)


def remotes_holding(top: Path, traces: Traces) -> tuple[Remote, ...]:
    """Give the other places that the repository knows."""
    holding = remotes_with(top, traces)
    return tuple(
        Remote(name=os.fsdecode(name), has_it=any(ref.startswith(_REMOTE + name + b"/") for ref in holding))
        for name in run_checked(top, "remote").out.splitlines()
    )


def erase_from(repository: Repository, session_id: str, traces: Traces, backup: Path) -> None:
    """Rewrite the history without a session; before that, put all of it into the file `backup`.

    Raises:
        CircleError: it could not be done, and everything is as it was.
    """
    top = repository.top
    with locked(repository.folder, 10.0), _working_folder(backup.parent) as folder:
        before, branch = refs(top), run_checked(top, "symbolic-ref", "HEAD").out.strip()
        _back_up(top, folder / "backup", backup)
        copy = folder / "copy"
        checked(run_git("init", "-q", "--bare", "--", os.fsencode(copy), limit=_LIMIT))
        run_checked(copy, "symbolic-ref", "HEAD", branch)
        run_checked(copy, "fetch", "-q", "--no-tags", "--", os.fsencode(top), "+refs/*:refs/*", "^refs/remotes/*")
        _filter(copy, session_id, traces)
        if find_traces(copy, session_id, traces.also).any:
            wrong = "some of it would have stayed in the history, so nothing was changed"
            raise CircleError(wrong, DISK, where=Place(top))
        after = refs(copy)
        if after:
            given = b"".join(ref + b"\n" for ref in after)
            unseen = ("-q", "--no-tags", "--no-write-fetch-head", "--stdin")
            run_checked(top, "fetch", *unseen, "--", os.fsencode(copy), given=given)
        _swap(top, before, after, remotes_with(top, traces))
        run_checked(top, "read-tree", *(("-m", "HEAD") if branch in after else ("--empty",)))


def forget(repository: Repository, traces: Traces, session_id: str, files: Sequence[Path]) -> None:
    """Let git throw away what no ref leads to any more; what was only ever staged (`git add`) too.

    Raises:
        CircleError: some of it is still there.
    """
    top = repository.top
    for name in _SCRATCH:
        with suppress(FileNotFoundError):
            (repository.folder / name).unlink()
    if files:
        run_checked(
            top, "update-index", "--force-remove", "--", *(os.fsencode(path.relative_to(top)) for path in files)
        )
    run_checked(top, "reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    run_checked(top, "gc", "-q", "--prune=now")
    if find_traces(top, session_id, traces.also).any or still_there(top, traces.blobs):
        do = "see that no other git is at work, and do this again"
        raise CircleError("git still keeps some of it", DISK, where=Place(top), do=do)


def _back_up(top: Path, unfinished: Path, place: Path) -> None:
    """Put the whole history into one file that only its owner may read; its name means that it is whole."""
    here = ("-C", os.fsencode(top), "bundle")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        checked(run_git(*here, "create", "-q", "-", "--all", "HEAD", limit=_LIMIT, to=file.fileno()))
        os.fsync(file.fileno())
    checked(run_git(*here, "verify", "-q", "--", os.fsencode(unfinished), limit=_LIMIT))
    unfinished.rename(place)


def _filter(copy: Path, session_id: str, traces: Traces) -> None:
    blobs, words = copy / "circle-blobs", copy / "circle-words"
    blobs.write_bytes(b"".join(blob + b"\n" for blob in sorted(traces.blobs)))
    words.write_text(f"literal:{session_id}==>(erased)\n", encoding="utf-8")
    program = (sys.executable, "-P", "-m", "git_filter_repo", "--force", "--quiet", "--no-gc")
    paths = [part for path in sorted(traces.paths) for part in (b"--path", path)]
    wanted = ("--replace-message", words.name, "--strip-blobs-with-ids", blobs.name)
    checked(run([*program, *wanted, *paths, *(["--invert-paths"] if paths else [])], limit=_LIMIT, cwd=copy))


def _swap(
    top: Path, before: Mapping[bytes, bytes], after: Mapping[bytes, bytes], remote_refs: tuple[bytes, ...]
) -> None:
    """Put the new history in the old one's place: all refs at once, each only if it is still as it was."""
    lines = [b"start"]
    for ref, old in before.items():
        if ref.startswith(_REMOTE):
            lines += [b"option no-deref", b"delete " + ref] if ref in remote_refs else []
        elif ref not in after:
            lines.append(b"delete %b %b" % (ref, old))
        elif after[ref] != old:
            lines.append(b"update %b %b %b" % (ref, after[ref], old))
    run_checked(top, "update-ref", "--stdin", given=b"\n".join([*lines, b"prepare", b"commit", b""]))


@contextmanager
def _working_folder(nearby: Path) -> Iterator[Path]:
    """Give a folder that only its owner may enter, and see that it goes; one that a killed run left goes first."""
    try:
        nearby.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in nearby.glob(f"{_FOLDER}*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=_FOLDER, dir=nearby, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        wrong = f"no backup could be made: {error.strerror}; nothing was erased"
        raise CircleError(wrong, DISK, where=Place(error.filename or nearby)) from error
