"""The one owner of the git command: it commits what was saved, or says in plain words why not."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from circle_cli.log.durable import locked

# A save does not wait for git's housekeeping, and a path is a path, never a pattern.
_GIT = ("git", "--literal-pathspecs", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "color.ui=false")
_ENVIRONMENT = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}  # C: git's words are looked up below
_LIMIT = 10.0  # seconds for one git command, and for other runs of this program to finish theirs
_TRIES, _PAUSE = 6, 0.1  # while another git holds its lock
_LINES = 10  # of what git said, shown to a person

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
_NO_GIT, _TOO_SLOW = "git was not found", f"git was stopped after {_LIMIT:.0f} seconds"
_BUSY = ("lock': File exists", "cannot lock ref")
_NAME = 'git config --global user.name "Your Name"\ngit config --global user.email "you@example.org"\n{later}'
_SIGN = "unlock your signing key, or leave signing out (git config commit.gpgsign false), then:\n{later}"
_IN_WORDS = (  # what git says: why there is no commit, what to do next
    (_NO_GIT, "git was not found on this computer", "install git (https://git-scm.com), then:\n{later}"),
    (_TOO_SLOW, "{said}", "see what it waited for (a hook, a password?), then:\n{later}"),
    ("tell me who you are", "git does not know who you are", _NAME),
    ("empty ident name", "git does not know who you are", _NAME),
    (_BUSY[0], "another git is at work here", "if none is, remove {lock}, then:\n{later}"),
    (_BUSY[1], "another git is at work here", "{later}"),
    ("ignored by one of your", "git was told to leave this file out (.gitignore)", "if it belongs in git: git add -f"),
    ("sparse-checkout", "git's sparse checkout leaves this folder out", "git sparse-checkout add {folder}\n{later}"),
    ("must be run in a work tree", "this git repository holds no files (it is bare)", "circle init in another folder"),
    ("dubious ownership", "{said}", "if you trust it: git config --global --add safe.directory {top}\n{later}"),
    ("unsafe repository", "{said}", "if you trust it: git config --global --add safe.directory {top}\n{later}"),
    ("failed to sign", "git could not sign the commit: {said}", _SIGN),
    ("failed to write commit object", "git could not sign or write the commit: {said}", _SIGN),
    ("", "git, or a check that it runs before each commit, refused:\n{said}", "put that right, then:\n{later}"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """How it went: where not `done`, `reason` says why in plain words and `fix` what to type or do."""

    done: bool
    reason: str = ""
    fix: str = ""


class Signature(StrEnum):
    """Whether the last commit is signed, as git itself verifies it."""

    GOOD = "good"
    NONE = "none"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Repository:
    top: Path
    folder: Path  # git's own, `.git` mostly; `top` itself where there are no files (bare)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    code: int | None = 0  # None: it was stopped
    out: bytes = b""
    err: bytes = b""

    @property
    def text(self) -> str:
        """Its errors, or what it printed if there were none."""
        return (self.err.strip() or self.out.strip()).decode("utf-8", "replace")


def commit(root: Path, paths: Sequence[Path], message: str) -> Commit:
    """Commit the saved, changed or removed `paths` (relative ones are in `root`) and nothing else.

    Whatever is wrong with git, it never raises: the files are saved, and stay so.
    """
    try:
        places = [(root / path).parent.resolve() / path.name for path in paths]  # git follows no links in paths
        repositories = {_repository(place.parent) for place in places}
        if len(repositories) > 1:
            return Commit(done=False, reason="the files are in different git repositories", fix="commit them by hand")
        for repository in repositories:
            if repository is None:
                return Commit(done=False, reason="this folder is not in a git repository", fix="circle init")
            return _commit_in(repository, [place.relative_to(repository.top) for place in places], message)
    except OSError as error:
        return Commit(done=False, reason=f"git could not be used: {error}", fix="try `git status` in that folder")
    return Commit(done=True)


def identity(root: Path) -> str | None:
    """Give the e-mail address under which somebody commits here, which tells one person from another; None if unset."""
    try:
        said = _run("-C", os.fsencode(root), "config", "--get", "user.email")
    except OSError:
        return None
    return (said.out.decode("utf-8", "replace").strip().casefold() or None) if said.code == 0 else None


def signature(root: Path) -> Signature:
    """Verify the signature of the last commit; one by an unknown key is not good."""
    try:
        said = _run("-C", os.fsencode(root), "log", "-1", "--format=%G?").out.strip()
    except OSError:
        return Signature.NONE
    return {b"G": Signature.GOOD, b"N": Signature.NONE, b"": Signature.NONE}.get(said, Signature.BAD)


def init(root: Path) -> Commit:
    """Put `root` (made if missing) under git, on a branch `main`; done if it is a repository's top already.

    Inside somebody else's repository (a home folder kept in git, say) it gets one of its own: what is private must
    not go where that one is pushed to.
    """
    try:
        repository = _repository(root.resolve())
        if repository is not None and repository.top == repository.folder:
            return _not_done("must be run in a work tree")
        ours = repository is not None and repository.top == root.resolve()
        said = _DONE if ours else _run("-c", "init.defaultBranch=main", "init", "-q", "--", os.fsencode(root))
    except OSError as error:
        return Commit(done=False, reason=f"git could not be used: {error}", fix="try `git status` in that folder")
    return Commit(done=True) if said.code == 0 else _not_done(said.text, later="circle init")


def _repository(folder: Path) -> _Repository | None:
    """Find what git would find, without waiting for git."""
    for top in (folder, *folder.parents):
        dot = top / ".git"
        if dot.is_file():  # a worktree or a submodule: it says where git's own folder is
            said = os.fsdecode(dot.read_bytes()).removeprefix("gitdir: ").rstrip("\r\n")
            return _Repository(top=top, folder=top / said)
        if (dot / "HEAD").exists():
            return _Repository(top=top, folder=dot)
        if (top / "HEAD").exists() and (top / "objects").is_dir() and (top / "refs").is_dir():
            return _Repository(top=top, folder=top)
    return None


def _commit_in(repository: _Repository, names: list[Path], message: str) -> Commit:
    advice = _advice(repository, names, message)
    if repository.top == repository.folder:
        return _not_done("must be run in a work tree", **advice)
    for mark, what, finish in _UNFINISHED:
        if (repository.folder / mark).exists():
            return Commit(done=False, reason=f"{what} is not finished here", fix=f"{finish}; then:\n{advice['later']}")
    head = repository.folder / "HEAD"
    if not head.is_symlink() and not head.read_bytes().startswith(b"ref:"):
        reason = "no branch is checked out (detached HEAD), and git would lose a commit made now"
        return Commit(done=False, reason=reason, fix=f"git switch main; then:\n{advice['later']}")
    with locked(repository.folder, _LIMIT):
        said = _add_and_commit(repository.top, [os.fsencode(name) for name in names], message)
    return Commit(done=True) if said.code == 0 else _not_done(said.text, **advice)


def _advice(repository: _Repository, names: list[Path], message: str) -> dict[str, str]:
    """What a person would type, quoted for a shell."""
    from shlex import quote

    files = " ".join(quote(str(name)) for name in names)
    top = quote(str(repository.top))
    return {
        "top": top,
        "folder": quote(str(names[0].parent)),
        "lock": quote(str(repository.folder / "index.lock")),
        "later": f"cd {top} && git add -- {files} && git commit -m {quote(message)} -- {files}",
    }


def _not_done(said: str, **advice: str) -> Commit:
    reason, fix = next((reason, fix) for words, reason, fix in _IN_WORDS if words in said)
    last = "\n".join(said.splitlines()[-_LINES:])
    plain = [text.format(said=last, **advice).encode("utf-8", "replace").decode() for text in (reason, fix)]
    return Commit(done=False, reason=plain[0], fix=plain[1])


def _add_and_commit(top: Path, names: list[bytes], message: str) -> _Said:
    """Add new files as an intention only, so that the index can be left as it was."""
    here = (b"-C", os.fsencode(top))
    there = [name for name in names if os.path.lexists(os.fsencode(top) + b"/" + name)]
    if len(there) < len(names):  # git refuses names that it has never known
        gone = _run(*here, "ls-files", "-z", "--with-tree=HEAD", "--", *names).out.split(b"\0")
        names = [name for name in names if name in there or name in gone]
    added = said = _patiently(*here, "add", "-N", "--", *there) if there else _DONE
    if added.code == 0 and names:
        text = message.encode("utf-8", "replace").replace(b"\0", b"")
        try:
            said = _patiently(*here, "commit", "-q", "--only", b"--message=" + text, "--", *names)
        except KeyboardInterrupt:
            _put_back(here, names, added, _Said(code=None))
            raise
    return said if said.code == 0 else _put_back(here, names, added, said)


def _put_back(here: tuple[bytes, bytes], names: list[bytes], added: _Said, said: _Said) -> _Said:
    """Take the intentions back, unless all is committed: earlier, or before what failed (a later hook)."""
    status = _run(*here, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *names)
    if added.code == 0 and said.code in (1, None) and (status.code, status.out) == (0, b""):
        return _DONE
    intended = [entry[3:] for entry in status.out.split(b"\0") if entry.startswith(b" A ")]
    if intended:
        _run(*here, "update-index", "--force-remove", "--", *intended)
    return said


def _patiently(*arguments: str | bytes) -> _Said:
    """Wait for another git that is at work; its lock is never removed."""
    for _ in range(_TRIES - 1):
        said = _run(*arguments)
        if said.code != 128 or not any(words in said.text for words in _BUSY):
            return said
        time.sleep(_PAUSE)
    return _run(*arguments)


def _run(*arguments: str | bytes) -> _Said:
    """Run git without a terminal, and deaf to what the environment says of git (as inside a hook)."""
    environment = {key: value for key, value in os.environ.items() if not key.upper().startswith(("GIT_", "GPG_TTY"))}
    try:
        child = subprocess.Popen(  # noqa: S603 (git, from PATH as the person has it; paths follow `--`)
            [*_GIT, *arguments],
            env=environment | _ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except FileNotFoundError:
        return _Said(code=127, err=_NO_GIT.encode())
    with child:
        try:
            return _listen(child)
        except BaseException:
            _stop(child)
            raise


def _listen(child: subprocess.Popen[bytes]) -> _Said:
    """Hear it out, until it ends: what a hook left running in the background may hold the pipe for ever."""
    end = time.monotonic() + _LIMIT
    while True:
        try:
            out, err = child.communicate(timeout=0.25)
            return _Said(code=child.returncode, out=out, err=err)
        except subprocess.TimeoutExpired as slow:
            out, err = slow.output or b"", slow.stderr or b""
        if child.poll() is not None:
            return _Said(code=child.returncode, out=out, err=err)
        if time.monotonic() > end:
            _stop(child)
            return _Said(code=None, err=err + b"\n" + _TOO_SLOW.encode())


def _stop(child: subprocess.Popen[bytes]) -> None:
    """End git and all that it started; asked politely first, it removes its own locks."""
    if sys.platform == "win32":
        child.kill()
        return
    for end in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(child.pid, end)
            child.wait(2)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


_DONE = _Said()
