"""What git would run because a log's own settings say so: a log that came from elsewhere may bring any.

Hooks lie in the log's `.git`, and so do settings that name programs. `git clone` brings neither, but a folder that was
copied does. Nobody but the person who works here can say whether they may run. What that person began or agreed to on
this computer comes in as a value (`Trust`).
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from circle_cli.log.folder import Trust
from circle_cli.log.history.repository import Repository, find_repository
from circle_cli.system.running import run_git

_LIMIT = 10.0  # seconds
_RUNS = (  # put together where something may be found: every command that looks at git loads this
    r"core\.(hookspath|fsmonitor|editor|pager|sshcommand|askpass|gitproxy|worktree|alternaterefscommand)"
    r"|(commit|tag)\.gpgsign|gpg\.(.*\.)?(program|defaultkeycommand)|credential\.(.*\.)?helper"
    r"|filter\..*\.(clean|smudge|process)|diff\.external|diff\..*\.(command|textconv)|merge\..*\.driver"
    r"|trailer\..*\.(command|cmd)|hook\..*|gc\.recentobjectshook|sequence\.editor"
    r"|remote\..*\.(uploadpack|receivepack|vcs)"
)
_HINTS = (
    b"hook fsmonitor editor pager command askpass proxy worktree gpg helper clean smudge process external textconv "
    b"driver cmd uploadpack receivepack vcs include"
).split()
_OFF = ("false", "no", "off", "0", "")
_NOTED_SINCE = 1_796_083_200  # 1 December 2026: by then, whoever begins a log has it noted that it began here
_AT_ONCE = 60.0  # seconds between the beginning of a repository and its first commit, in a log that circle began


def not_agreed_to(repository: Repository, trust: Trust) -> tuple[str, ...]:
    """Give what git would run here that nobody on this computer has set or agreed to."""
    found = would_run(repository)
    if not found or _began_here(repository, trust) or trust.knows(repository.top, digest(found, repository)):
        return ()
    return found


def note_beginning(root: Path, trust: Trust) -> None:
    """Note that the repository at `root` was begun on this computer: what git runs in it, its owner set."""
    repository = find_repository(root.resolve())
    if repository is not None:
        trust.keep(repository.top, _beginning(repository))


def without_filters(folder: Path, trust: Trust) -> tuple[str, ...]:
    """Give the settings by which a git that only looks runs no filter that nobody agreed to."""
    repository = find_repository(folder)
    found = not_agreed_to(repository, trust) if repository else ()
    drivers = {key.rpartition(".")[0] for key in (each.partition(" = ")[0] for each in found) if key[:7] == "filter."}
    off = [f"{driver}.{what}" for driver in sorted(drivers) for what in ("clean=", "process=", "required=false")]
    return tuple(word for setting in off for word in ("-c", setting))


def would_run(repository: Repository) -> tuple[str, ...]:
    """Name the hooks that are there, and the settings of the log's own that run or redirect something."""
    common = repository.common
    hooks = [f"the hook {path.name}" for path in _hooks(common / "hooks")]
    places = (common / "config", common / "config.worktree", repository.folder / "config.worktree")
    said = b"\n".join(map(_content, places)).lower()
    if not any(hint in said for hint in _HINTS):
        return tuple(hooks)
    output = run_git(
        *("-C", os.fsencode(repository.top), "config", "--list", "--includes", "--show-scope", "-z"), limit=_LIMIT
    )
    if not output.answered:
        return (*hooks, "settings that git was stopped in reading out")
    words = output.out.decode("utf-8", "replace").split("\0")
    settings = []
    for scope, entry in zip(words[::2], words[1::2], strict=False):
        key, _, value = entry.partition("\n")
        if key == "core.worktree" and (repository.folder / value).resolve() == repository.top.resolve():
            continue  # as git itself sets it for a submodule
        if scope in ("local", "worktree") and re.fullmatch(_RUNS, key) and value.strip().lower() not in _OFF:
            settings.append(f"{key} = {value}")
    return tuple(dict.fromkeys((*hooks, *settings)))


def digest(found: tuple[str, ...], repository: Repository) -> str:
    """Tell what was agreed to from what became of it: other settings, or another text of a hook."""
    import hashlib  # mostly there is nothing to agree to, and OpenSSL comes with it

    whole = hashlib.sha256("\0".join(found).encode("utf-8", "surrogateescape"))
    for path in _hooks(repository.common / "hooks"):
        whole.update(_content(path))
    return whole.hexdigest()


def _hooks(folder: Path) -> list[Path]:
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        path
        for path in paths
        if path.suffix != ".sample" and path.is_file() and (sys.platform == "win32" or os.access(path, os.X_OK))
    ]


def _began_here(repository: Repository, trust: Trust) -> bool:
    """Tell whether the history was begun on this computer, as was noted then; or, before that was noted, by its times.

    Neither can be brought along: a copy's folder has another number, and the system sets the times of its files.
    """
    return trust.knows(repository.top, _beginning(repository)) or _began_before_that_was_noted(repository)


def _beginning(repository: Repository) -> str:
    """Give what no other folder can have, whatever is copied into it: which one it is, and since when it is there."""
    common = repository.common
    with suppress(OSError):
        since = (common / "description").stat()
        return f"began here: {common.stat().st_ino} {since.st_ino} {since.st_ctime_ns}"
    return f"began here: {common.stat().st_ino}"


def _began_before_that_was_noted(repository: Repository) -> bool:
    """Tell it by git's own note of the first commit: it is this person's, and as old as git's files on this disk."""
    common = repository.common
    first = _content(common / "logs" / "HEAD").split(b"\n", 1)[0]
    who, _, what = first.partition(b"\t")
    address = who.rpartition(b"<")[2].partition(b">")[0].decode("utf-8", "replace").strip().casefold()
    moment = who.rpartition(b"> ")[2].split(b" ", 1)[0]
    if sys.platform == "win32" or what.startswith(b"clone:") or not moment.isdigit():
        return False  # there a program that unpacks may set the times as it likes
    try:
        apart = int(moment) - (common / "description").stat().st_ctime
    except OSError:
        return False
    return int(moment) < _NOTED_SINCE and abs(apart) < _AT_ONCE and bool(address) and address in _own_addresses()


def _own_addresses() -> set[str]:
    """Give the addresses of whoever works here; what the log's own settings say of that does not count."""
    named = [os.environ.get(name, "") for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL", "EMAIL")]
    output = run_git("config", "--global", "--includes", "--get-all", "user.email", limit=_LIMIT)
    lines = output.out.decode("utf-8", "replace").splitlines() if output.code == 0 else []
    return {each.strip().casefold() for each in (*named, *lines) if each.strip()}


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""
