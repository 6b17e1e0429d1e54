"""What git would run because a log's own settings say so: a log that came from elsewhere may bring any.

Hooks lie in the log's `.git`, and so do settings that name programs. `git clone` brings neither, but a folder that was
copied does. Nobody but the person who works here can say whether they may run; the edge knows what that person said.
"""

import hashlib
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from circle_cli.log.history.repository import Repository, find_repository
from circle_cli.log.history.running import run_git

Trusts = Callable[[Path, str], bool]

_LIMIT = 10.0  # seconds
_RUNS = re.compile(
    r"core\.(hookspath|fsmonitor|editor|pager|sshcommand|askpass|gitproxy|worktree|alternaterefscommand)"
    r"|(commit|tag)\.gpgsign|gpg\.(.*\.)?(program|defaultkeycommand)|credential\.(.*\.)?helper"
    r"|filter\..*\.(clean|smudge|process)|diff\.external|diff\..*\.(command|textconv)|merge\..*\.driver"
    r"|trailer\..*\.(command|cmd)|hook\..*|gc\.recentobjectshook|sequence\.editor|remote\..*\.(uploadpack|vcs)"
)
_HINTS = re.compile(
    rb"(?i)hook|fsmonitor|editor|pager|command|askpass|proxy|worktree|gpg|helper|clean|smudge|process|external|textconv"
    rb"|driver|cmd|uploadpack|vcs|include"
)
_OFF = ("false", "no", "off", "0", "")
_trusted: list[Trusts] = []


def trust_by(trusts: Trusts) -> None:
    """Have the edge say, from now on, what somebody agreed to; without it everything is trusted."""
    _trusted[:] = [trusts]


def not_agreed_to(repository: Repository) -> tuple[str, ...]:
    """Give what git would run here that nobody on this computer has set or agreed to."""
    if not _trusted:
        return ()
    found = would_run(repository)
    if not found or _began_here(repository) or _trusted[0](repository.top, digest(found, repository)):
        return ()
    return found


def without_filters(folder: Path) -> tuple[str, ...]:
    """Give the settings by which a git that only looks runs no filter that nobody agreed to."""
    repository = find_repository(folder)
    found = not_agreed_to(repository) if repository else ()
    drivers = {key.rpartition(".")[0] for key in (each.partition(" = ")[0] for each in found) if key[:7] == "filter."}
    off = [f"{driver}.{what}" for driver in sorted(drivers) for what in ("clean=", "process=", "required=false")]
    return tuple(word for setting in off for word in ("-c", setting))


def would_run(repository: Repository) -> tuple[str, ...]:
    """Name the hooks that are there, and the settings of the log's own that run or redirect something."""
    common = _common(repository.folder)
    hooks = [f"the hook {path.name}" for path in _hooks(common / "hooks")]
    places = (common / "config", common / "config.worktree", repository.folder / "config.worktree")
    if not any(_HINTS.search(_content(place)) for place in places):
        return tuple(hooks)
    output = run_git(
        *("-C", os.fsencode(repository.top), "config", "--list", "--includes", "--show-scope", "-z"), limit=_LIMIT
    )
    words = output.out.decode("utf-8", "replace").split("\0")
    settings = []
    for scope, entry in zip(words[::2], words[1::2], strict=False):
        key, _, value = entry.partition("\n")
        if key == "core.worktree" and (repository.folder / value).resolve() == repository.top.resolve():
            continue  # as git itself sets it for a submodule
        if scope in ("local", "worktree") and _RUNS.fullmatch(key) and value.strip().lower() not in _OFF:
            settings.append(f"{key} = {value}")
    return tuple(dict.fromkeys((*hooks, *settings)))


def digest(found: tuple[str, ...], repository: Repository) -> str:
    """Tell what was agreed to from what became of it: other settings, or another text of a hook."""
    whole = hashlib.sha256("\0".join(found).encode("utf-8", "surrogateescape"))
    for path in _hooks(_common(repository.folder) / "hooks"):
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


def _began_here(repository: Repository) -> bool:
    """Tell whether this person began the history: by the first entry of git's own notes, which no clone brings."""
    first = _content(_common(repository.folder) / "logs" / "HEAD").split(b"\n", 1)[0]
    who, _, what = first.partition(b"\t")
    address = who.rpartition(b"<")[2].partition(b">")[0].decode("utf-8", "replace").strip().casefold()
    return bool(address) and not what.startswith(b"clone:") and address in _own_addresses()


def _own_addresses() -> set[str]:
    """Give the addresses of whoever works here; what the log's own settings say of that does not count."""
    named = [os.environ.get(name, "") for name in ("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL", "EMAIL")]
    output = run_git("config", "--global", "--includes", "--get-all", "user.email", limit=_LIMIT)
    lines = output.out.decode("utf-8", "replace").splitlines() if output.code == 0 else []
    return {each.strip().casefold() for each in (*named, *lines) if each.strip()}


def _common(folder: Path) -> Path:
    place = os.fsdecode(_content(folder / "commondir").rstrip(b"\r\n"))
    return folder / place if place else folder


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b""
