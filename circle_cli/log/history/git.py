"""Commits what was saved, or says in plain words why not. Finds the repository, and who commits in it."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from circle_cli.log.durable import locked, replace
from circle_cli.log.history.running import NO_GIT, TOO_SLOW, Output, run_git, run_git_to_its_end
from circle_cli.log.history.spelling import spelling
from circle_cli.system.typed import one_after_another, typed

_LIMIT = 10.0  # seconds for one git command, and for other runs of this program to finish theirs
_TRIES, _PAUSE = 6, 0.1  # while another git holds its lock
_LINES = 10  # of what git printed, shown to a person

_UNFINISHED = (  # found in git's folder: what is going on, what finishes it
    ("rebase-apply/applying", "a series of patches", "git am --continue"),
    ("rebase-merge", "a rebase", "git rebase --continue"),
    ("rebase-apply", "a rebase", "git rebase --continue"),
    ("MERGE_HEAD", "a merge", "git merge --continue"),
    ("CHERRY_PICK_HEAD", "a cherry-pick", "git cherry-pick --continue"),
    ("REVERT_HEAD", "a revert", "git revert --continue"),
    ("sequencer", "a series of commits", "git status, which says how to go on"),
    ("BISECT_LOG", "a bisect", "git bisect reset"),
)
_BUSY = ("lock': File exists", "cannot lock ref")
_STILL_AT_IT = (
    "It is saved, and git is still at it: a check that it runs before each commit, or it waits for a password. "
    "Ctrl-C stops git, and loses nothing."
)
_NAMELESS = "git does not know who you are"
_NAME = (
    "`circle`, at a terminal, asks whose name is to stand there; or:\n"
    'git config --global user.name "Your Name"\ngit config --global user.email "you@example.org"\n{later}'
)
NOBODY, _NO_ADDRESS = "Somebody", "nobody@circle.invalid"
"""What stands in the history for whoever leaves the name out."""
_SIGN = "unlock your signing key, or leave signing out (git config commit.gpgsign false), then:\n{later}"
_IN_WORDS = (  # what git printed: why there is no commit, what to do next
    (NO_GIT, "git was not found on this computer", "install git (https://git-scm.com), then:\n{later}"),
    (TOO_SLOW, "{output}", "see what it waited for (a hook, a password?), then:\n{later}"),
    ("tell me who you are", _NAMELESS, _NAME),
    ("empty ident name", _NAMELESS, _NAME),
    (_BUSY[0], "another git is at work here", "if none is, remove {lock}, then:\n{later}"),
    (_BUSY[1], "another git is at work here", "{later}"),
    ("ignored by one of your", "git was told to leave this file out (.gitignore)", "if it belongs in git: git add -f"),
    ("sparse-checkout", "git's sparse checkout leaves this folder out", "git sparse-checkout add {folder}\n{later}"),
    ("must be run in a work tree", "this git repository holds no files (it is bare)", "circle init in another folder"),
    ("dubious ownership", "{output}", "if you trust it: git config --global --add safe.directory {top}\n{later}"),
    ("unsafe repository", "{output}", "if you trust it: git config --global --add safe.directory {top}\n{later}"),
    ("failed to sign", "git could not sign the commit: {output}", _SIGN),
    ("failed to write commit object", "git could not sign or write the commit: {output}", _SIGN),
    ("", "git, or a check that it runs before each commit, refused:\n{output}", "put that right, then:\n{later}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """How it went: where not `done`, `reason` says why in plain words and `fix` what to type or do."""

    done: bool
    reason: str = ""
    fix: str = ""

    @property
    def nameless(self) -> bool:
        """Tell whether there is none because git does not know whose it is."""
        return self.reason == _NAMELESS


class Signature(StrEnum):
    """Whether the last commit is signed, as git itself verifies it."""

    GOOD = "good"
    NONE = "none"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A git repository: its `top`, and git's own `folder`, `.git` mostly; `top` itself with no files (bare)."""

    top: Path
    folder: Path

    @property
    def unfinished(self) -> tuple[str, str] | None:
        """Give what somebody is in the middle of, and what finishes it."""
        return next(((what, finish) for mark, what, finish in _UNFINISHED if (self.folder / mark).exists()), None)

    @property
    def on_branch(self) -> bool:
        """Tell whether a branch is checked out."""
        head = self.folder / "HEAD"
        return head.is_symlink() or head.read_bytes().startswith(b"ref:")


def commit(root: Path, paths: Sequence[Path], message: str, tell: Callable[[str], None] = lambda _: None) -> Commit:
    """Commit the saved, changed or removed `paths` (relative ones are in `root`) and nothing else.

    It takes as long as git does, which is told once that is long. Should one of the files not be there afterwards as it
    was before (a hook was stopped in the middle), it is put back.

    Whatever is wrong with git, it never raises: the files are saved, and stay so.
    """
    try:
        places = [(root / path).parent.resolve() / path.name for path in paths]  # git follows no links in paths
        repositories = {find_repository(place.parent) for place in places}
        if len(repositories) > 1:
            return Commit(done=False, reason="the files are in different git repositories", fix="commit them by hand")
        for repository in repositories:
            if repository is None:
                return Commit(done=False, reason="this folder is not in a git repository", fix="circle init")
            with _kept(places):
                return _commit_in(repository, [spelling(place, repository.top) for place in places], message, tell)
    except OSError as error:
        return Commit(done=False, reason=f"git could not be used: {error}", fix="try `git status` in that folder")
    return Commit(done=True)


def identity(root: Path) -> str | None:
    """Give the e-mail address under which somebody commits here, which tells one person from another; None if unset."""
    try:
        output = _run("-C", os.fsencode(root), "config", "--get", "user.email")
    except OSError:
        return None
    address = output.out.decode("utf-8", "replace").strip().casefold() if output.code == 0 else ""
    return address if address not in ("", _NO_ADDRESS) else None


def introduce(root: Path, name: str, address: str) -> None:
    """Tell git, for this log alone, whose name its commits have; without one, nobody's."""
    for key, value in (("user.name", name or NOBODY), ("user.email", address or _NO_ADDRESS)):
        _run("-C", os.fsencode(root), "config", "--local", key, value)


def signature(root: Path) -> Signature:
    """Verify the signature of the last commit; one by an unknown key is not good."""
    try:
        letter = _run("-C", os.fsencode(root), "log", "-1", "--format=%G?").out.strip()
    except OSError:
        return Signature.NONE
    return {b"G": Signature.GOOD, b"N": Signature.NONE, b"": Signature.NONE}.get(letter, Signature.BAD)


def remotes(root: Path) -> tuple[str, ...]:
    """Give the names of the other places that the repository around `root` knows; none where there is no git."""
    try:
        output = _run("-C", os.fsencode(root), "remote")
    except OSError:
        return ()
    return tuple(os.fsdecode(output.out).split()) if output.code == 0 else ()


def uncommitted(root: Path, folders: Sequence[str]) -> tuple[str, ...]:
    """Name the files below these folders of `root` that git has not as they are; none where there is no git."""
    try:
        output = _run("-C", os.fsencode(root), "status", "--porcelain", "-z", "--no-renames", "-uall", "--", *folders)
    except OSError:
        return ()
    return tuple(os.fsdecode(entry[3:]) for entry in output.out.split(b"\0") if entry) if output.code == 0 else ()


def init(root: Path) -> Commit:
    """Put `root` (made if missing) under git, on a branch `main`; done if it is a repository's top already.

    Inside somebody else's repository (a home folder kept in git, say) it gets one of its own: what is private must
    not go where that one is pushed to.
    """
    try:
        repository = find_repository(root.resolve())
        if repository is not None and repository.top == repository.folder:
            return _not_done("must be run in a work tree")
        ours = repository is not None and repository.top == root.resolve()
        output = _DONE if ours else _run("-c", "init.defaultBranch=main", "init", "-q", "--", os.fsencode(root))
    except OSError as error:
        return Commit(done=False, reason=f"git could not be used: {error}", fix="try `git status` in that folder")
    return Commit(done=True) if output.code == 0 else _not_done(output.text, later="circle init")


def find_repository(folder: Path) -> Repository | None:
    """Find what git would find, without waiting for git."""
    for top in (folder, *folder.parents):
        dot = top / ".git"
        if dot.is_file():  # a worktree or a submodule: it says where git's own folder is
            pointer = os.fsdecode(dot.read_bytes()).removeprefix("gitdir: ").rstrip("\r\n")
            return Repository(top=top, folder=top / pointer)
        if (dot / "HEAD").exists():
            return Repository(top=top, folder=dot)
        if (top / "HEAD").exists() and (top / "objects").is_dir() and (top / "refs").is_dir():
            return Repository(top=top, folder=top)
    return None


@contextmanager
def _kept(places: Sequence[Path]) -> Iterator[None]:
    """See that the files hold afterwards what they held before."""
    held = {place: place.read_bytes() for place in places if place.is_file() and not place.is_symlink()}
    try:
        yield
    finally:
        for place, content in held.items():
            now = place.read_bytes() if place.is_file() else None
            if now != content:
                replace(place, content, now)


def _commit_in(repository: Repository, names: list[bytes], message: str, tell: Callable[[str], None]) -> Commit:
    advice = _advice(repository, names, message)
    if repository.top == repository.folder:
        return _not_done("must be run in a work tree", **advice)
    if repository.unfinished:
        what, finish = repository.unfinished
        return Commit(done=False, reason=f"{what} is not finished here", fix=f"{finish}; then:\n{advice['later']}")
    if not repository.on_branch:
        reason = "no branch is checked out (detached HEAD), and git would lose a commit made now"
        return Commit(done=False, reason=reason, fix=f"git switch main; then:\n{advice['later']}")
    with locked(repository.folder, _LIMIT):
        output = _add_and_commit(repository.top, names, message, tell)
    if output.interrupted:
        raise KeyboardInterrupt
    return Commit(done=True) if output.code == 0 else _not_done(output.text, **advice)


def _advice(repository: Repository, names: list[bytes], message: str) -> dict[str, str]:
    """What a person would type."""
    files = [os.fsdecode(name) for name in names]
    commands = (
        typed("cd", str(repository.top)),
        typed("git", "add", "--", *files),
        typed("git", "commit", "-m", message, "--", *files),
    )
    return {
        "top": typed(str(repository.top)),
        "folder": typed(files[0].rpartition("/")[0] or "."),
        "lock": typed(str(repository.folder / "index.lock")),
        "later": one_after_another(*commands),
    }


def _not_done(output: str, **advice: str) -> Commit:
    reason, fix = next((reason, fix) for words, reason, fix in _IN_WORDS if words in output)
    last = "\n".join(output.splitlines()[-_LINES:])
    plain = [text.format(output=last, **advice).encode("utf-8", "replace").decode() for text in (reason, fix)]
    return Commit(done=False, reason=plain[0], fix=plain[1])


def _add_and_commit(top: Path, names: list[bytes], message: str, tell: Callable[[str], None]) -> Output:
    """Add new files as an intention only, so that the index can be left as it was."""
    here = (b"-C", os.fsencode(top))
    there = [name for name in names if os.path.lexists(os.fsencode(top) + b"/" + name)]
    if len(there) < len(names):  # git refuses names that it has never known
        gone = _run(*here, "ls-files", "-z", "--with-tree=HEAD", "--", *names).out.split(b"\0")
        names = [name for name in names if name in there or name in gone]
    added = output = _again_while_busy(lambda: _run(*here, "add", "-N", "--", *there)) if there else _DONE
    if added.code == 0 and names:
        text = message.encode("utf-8", "replace").replace(b"\0", b"")
        command: tuple[str | bytes, ...] = (*here, "commit", "-q", "--only", b"--message=" + text, "--", *names)
        output = _again_while_busy(lambda: run_git_to_its_end(*command, slow=lambda: tell(_STILL_AT_IT)))
    return output if output.code == 0 else _put_back(here, names, added, output)


def _put_back(here: tuple[bytes, bytes], names: list[bytes], added: Output, output: Output) -> Output:
    """Take the intentions back, unless all is committed: earlier, or before what failed (a later hook)."""
    status = _run(*here, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *names)
    if added.code == 0 and output.code in (1, None) and (status.code, status.out) == (0, b""):
        return _DONE
    intended = [entry[3:] for entry in status.out.split(b"\0") if entry.startswith(b" A ")]
    if intended:
        _run(*here, "update-index", "--force-remove", "--", *intended)
    return output


def _again_while_busy(run: Callable[[], Output]) -> Output:
    """Wait for another git that is at work; its lock is never removed."""
    for _ in range(_TRIES - 1):
        output = run()
        if output.code != 128 or output.interrupted or not any(words in output.text for words in _BUSY):
            return output
        time.sleep(_PAUSE)
    return run()


def _run(*arguments: str | bytes) -> Output:
    return run_git(*arguments, limit=_LIMIT)


_DONE = Output()
