"""Commits what was saved, or says in plain words why not."""

import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from circle_cli.ids import SPARKS
from circle_cli.log.durable import FileChanged, locked, replace
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.log.history.looking import unready
from circle_cli.log.history.refused import Commit as Commit
from circle_cli.log.history.refused import in_words, is_busy, is_nameless
from circle_cli.log.history.repository import Repository, find_repository, spelling
from circle_cli.log.history.whose import given
from circle_cli.sparks.file import with_all_lines
from circle_cli.system.running import NO_GIT, Output, is_there, run_git, run_git_to_its_end

_LIMIT = 10.0  # seconds for one git command, and for other runs of this program to finish theirs
_TRIES, _PAUSE = 6, 0.1  # while another git holds its lock
_NO_GUESS = ("-c", "user.useConfigOnly=true")
"""A name that git makes up of the account's and the computer's is nobody's."""
_UNSIGNED = ("-c", "commit.gpgsign=false")
_STILL_AT_IT = (
    "It is saved, and git is still at it: a check that it runs before each commit, or it waits for a password. "
    "Ctrl-C stops git, and loses nothing."
)


def commit(
    root: Path,
    paths: Sequence[Path],
    message: str,
    tell: Callable[[str], None] = lambda _: None,
    saved_over: Callable[[], Collection[Path]] = tuple,
    trust: Trust = NO_TRUST,
    *,
    unsigned: bool = False,
) -> Commit:
    """Commit the saved, changed or removed `paths` (relative ones are in `root`) and nothing else.

    It takes as long as git does, which is told once that is long. Should one of the files not be there afterwards as it
    was before (a hook was stopped in the middle), it is put back, unless it was `saved_over` by somebody meanwhile.

    Whatever is wrong with git, it never raises: the files are saved, and stay so.
    """
    try:
        places = [_place(root / path) for path in paths]
        repositories = {find_repository(place.parent) for place in places}
        if len(repositories) > 1:
            return Commit(
                done=False, reason="the files are in different git repositories", fix="ask whoever looks after your git"
            )
        for repository in repositories:
            if repository is None and not is_there():
                return in_words(NO_GIT, root)
            if repository is None:
                return Commit(done=False, reason="this folder is not in a git repository", fix="circle init")
            with _kept(places, saved_over):
                if why_not := unready(repository, trust):
                    return why_not
                names = [spelling(place, repository.top) for place in places]
                return _commit_in(repository, names, message, tell, _UNSIGNED if unsigned else ())
    except OSError as error:
        return Commit(
            done=False,
            reason=f"git could not be used: {error}",
            fix="ask whoever looks after your git: `git status` says more there",
        )
    return Commit(done=True)


def _place(path: Path) -> Path:
    """Give a path as git has it: it follows no links in paths."""
    return path.parent.resolve() / path.name


@contextmanager
def _kept(places: Sequence[Path], saved_over: Callable[[], Collection[Path]]) -> Iterator[None]:
    """See that the files hold afterwards what they held before, but for what another run of ours saved meanwhile."""
    held = {place: place.read_bytes() for place in places if place.is_file() and not place.is_symlink()}
    try:
        yield
    finally:
        for place, content in held.items():
            now = place.read_bytes() if place.is_file() else None
            if now != content and place not in [_place(path) for path in saved_over()]:
                with suppress(FileChanged):
                    replace(place, _put_together(place, content, now), now)


def _put_together(place: Path, held: bytes, now: bytes | None) -> bytes:
    """Give what is to stand there again: of a month's sparks with what others may have added, whoever told of it."""
    return with_all_lines(now, held) if now and place.parent.name == SPARKS else held


def _commit_in(
    repository: Repository, names: list[bytes], message: str, tell: Callable[[str], None], settings: Sequence[str]
) -> Commit:
    with locked(repository.folder, _LIMIT):
        output = _add_and_commit(repository.top, names, message, tell, settings)
    _clear_second_indexes(repository.folder)
    if output.interrupted:
        raise KeyboardInterrupt
    if output.code == 0 and (left := repository.folder / "HEAD.lock").exists():  # of a git that was killed at its end
        return in_words(f"Unable to create '{left}': File exists", repository.top)
    folder = os.fsdecode(names[0]).rpartition("/")[0] or "."
    return Commit(done=True) if output.code == 0 else in_words(output.text, repository.top, folder)


def _clear_second_indexes(folder: Path) -> None:
    """Delete what gits that were killed left of a second index: git itself never does.

    A git has one only while it has the lock of the index, on whatever computer it runs. So those that were there
    before nobody had that lock are of no use to anybody.
    """
    left = list(folder.glob("next-index-*.lock"))
    if not (folder / "index.lock").exists():
        for each in left:
            with suppress(OSError):
                each.unlink(missing_ok=True)


def _add_and_commit(
    top: Path, names: list[bytes], message: str, tell: Callable[[str], None], settings: Sequence[str]
) -> Output:
    """Add new files as an intention only, so that the index can be left as it was."""
    here = (b"-C", os.fsencode(top))
    there = [name for name in names if os.path.lexists(os.fsencode(top) + b"/" + name)]
    if len(there) < len(names):  # git refuses names that it has never known
        known = _run(*here, "ls-files", "-z", "--with-tree=HEAD", "--", *names)
        if not known.answered:
            return known
        gone = known.out.split(b"\0")
        names = [name for name in names if name in there or name in gone]
    added = output = _again_while_busy(lambda: _run(*here, "add", "-N", "--", *there)) if there else _DONE
    if added.code == 0 and names:
        text = message.encode("utf-8", "replace").replace(b"\0", b"")
        only: tuple[str | bytes, ...] = ("commit", "-q", "--only", b"--message=" + text, "--", *names)
        output = _as_whoever_it_is(top, (*settings, *here, *only), tell)
    return output if output.code == 0 else _put_back(here, names, added, output)


def _as_whoever_it_is(top: Path, command: tuple[str | bytes, ...], tell: Callable[[str], None]) -> Output:
    """Commit; where git itself finds nobody, but the environment names somebody in another way, as that person."""

    def run(settings: Sequence[str]) -> Output:
        whole = (*settings, *command)
        return _again_while_busy(lambda: run_git_to_its_end(*whole, slow=lambda: tell(_STILL_AT_IT)))

    output = run(_NO_GUESS)
    if output.code not in (0, None) and is_nameless(output.text) and (person := given(top)).address:
        return run(person.as_settings)
    return output


def _put_back(here: tuple[bytes, bytes], names: list[bytes], added: Output, output: Output) -> Output:
    """Take the intentions back, unless all is committed: earlier, or before what failed (a later hook).

    A git that is killed after its commit, and before its index says so, leaves one that knows nothing of these files.
    """
    status = _run(*here, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *names)
    if added.code == 0 and (output.code == 1 or not output.answered):
        if (status.code, status.out) == (0, b""):
            return _DONE
        if _run(*here, "diff", "--quiet", "HEAD", "--", *names).code == 0:  # a git was killed before its last step
            return _run(*here, "update-index", "--add", "--remove", "--", *names)  # `reset` passes over empty files
    intended = [entry[3:] for entry in status.out.split(b"\0") if entry.startswith(b" A ")]
    if intended:
        _run(*here, "update-index", "--force-remove", "--", *intended)
    return output


def _again_while_busy(run: Callable[[], Output]) -> Output:
    """Wait for another git that is at work; its lock is never removed."""
    for _ in range(_TRIES - 1):
        output = run()
        if output.code != 128 or output.interrupted or not is_busy(output.text):
            return output
        time.sleep(_PAUSE)
    return run()


def _run(*arguments: str | bytes) -> Output:
    return run_git(*arguments, limit=_LIMIT)


_DONE = Output()
