"""What git knows of a log and of its copy elsewhere, asked for without a network."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import DISK, NOT_COMMITTED, CircleError
from circle_cli.ids import SESSION_ID
from circle_cli.log.syncing.refs import branch_of
from circle_cli.system.running import Output, run_git

_LIMIT = 60.0  # seconds: a git that only looks


class Locked(CircleError):
    """Another git is at work, or was stopped there and has left a lock behind."""

    def __init__(self, output: str, root: Path, lock: Path, *, shared: bool = False) -> None:
        """Say so, and keep which lock it is, and whether other computers may be at work there."""
        from circle_cli.log.history.refused import in_words  # here and below: what goes well needs no words

        refused = in_words(output, root)
        super().__init__(
            refused.reason,
            NOT_COMMITTED,
            do=f"say circle sync again{' in ten minutes' if shared else ''}, at a terminal",
        )
        self.top, self.lock, self.shared = root, lock, shared


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """The branch elsewhere with which a log is brought together: the place's name in git, and the branch's there."""

    remote: str
    branch: str

    @property
    def tracking(self) -> str:
        """The name of what git last saw of it."""
        return f"refs/remotes/{self.remote}/{self.branch}"


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The history of a log whose repository it is the top of."""

    root: Path

    def output(
        self, *arguments: str | bytes, given: bytes | None = None, heard: Mapping[str, str] | None = None
    ) -> Output:
        """Run git here, whatever comes of it."""
        return run_git("-C", os.fsencode(self.root), *arguments, limit=_LIMIT, given=given, heard=heard)

    def git(self, *arguments: str | bytes, given: bytes | None = None, heard: Mapping[str, str] | None = None) -> bytes:
        """Run git here, and give what it printed.

        Raises:
            CircleError: it failed; its words are passed on.
        """
        output = self.output(*arguments, given=given, heard=heard)
        self.refuse_locked(output)
        if output.code != 0:
            raise _failed(output)
        return output.out

    def refuse_locked(self, output: Output) -> None:
        """Refuse to go on where a lock of this log is in the way, which is not the same as a failure.

        Raises:
            Locked: so.
        """
        if output.code == 0:
            return
        from circle_cli.log.history.refused import lock_in

        lock = lock_in(output.text, self.root)
        if lock and lock.is_relative_to(self.root):
            raise Locked(output.text, self.root, lock)

    def commit(self, name: str) -> str:
        """Give the commit that a name stands for; nothing where there is none.

        Raises:
            CircleError: git was stopped from outside, which does not tell that there is none.
        """
        output = self.output("rev-parse", "-q", "--verify", f"{name}^{{commit}}")
        if not output.answered:
            raise _failed(output)
        return output.out.decode("ascii").strip() if output.code == 0 else ""

    def commits(self, *names: str) -> list[str]:
        """Give the commits that several names stand for, with one git; nothing of what there is not."""
        asked = "".join(f"{name}^{{commit}}\n" for name in names).encode()
        rows = self.git("cat-file", "--batch-check=%(objectname)", given=asked).decode("utf-8", "replace").splitlines()
        return ["" if row.endswith(" missing") else row for row in rows]

    def branch(self) -> str:
        """Name the branch that is checked out; nothing where none is."""
        if found := branch_of(self.root):
            return found
        output = self.output("symbolic-ref", "-q", "--short", "HEAD")
        return os.fsdecode(output.out).strip() if output.code == 0 else ""

    def holds(self, older: str, newer: str) -> bool:
        """Tell whether one commit came before the other, or is the same."""
        return self.output("merge-base", "--is-ancestor", older, newer).code == 0

    def base(self, one: str, other: str) -> str:
        """Give what two commits both came of; nothing where they have nothing in common."""
        output = self.output("merge-base", "--all", one, other)
        return min(output.out.decode("ascii").split(), default="")

    def changed(self, since: str, until: str) -> tuple[str, ...]:
        """Name the files that one history changed since it parted from another; all, where the other is not there."""
        span = (f"{since}...{until}",) if since else (self._empty(), until)
        if since and not self.base(since, until):
            span = (self._empty(), until)
        output = self.output("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", *span, "--")
        return tuple(os.fsdecode(name) for name in output.out.split(b"\0") if name)

    def _empty(self) -> str:
        return self.git("hash-object", "-t", "tree", "--stdin", given=b"").decode("ascii").strip()

    def there(self) -> There | None:
        """Find with what this log is brought together; None where it has no copy elsewhere.

        Raises:
            CircleError: it has several, and nobody said which.
        """
        branch = self.branch()
        settings = self._settings()
        urls = [key for key in settings if key.startswith("remote.") and key.endswith(".url") and key.count(".") > 1]
        remotes = [key.removeprefix("remote.").removesuffix(".url") for key in urls]
        remote, merge = settings.get(f"branch.{branch}.remote", ""), settings.get(f"branch.{branch}.merge", "")
        if remote in remotes and merge.startswith("refs/heads/"):
            return There(remote=remote, branch=merge.removeprefix("refs/heads/"))
        if not remotes:
            return None
        if len(remotes) > 1 and "origin" not in remotes:
            wrong = f"this log has copies in several places ({', '.join(remotes)}), and git was not told which counts"
            raise CircleError(
                wrong, do=f"ask whoever looks after your git: git branch --set-upstream-to {remotes[0]}/..."
            )
        return There(remote="origin" if "origin" in remotes else remotes[0], branch=branch)

    def _settings(self) -> dict[str, str]:
        output = self.output("config", "--list", "-z")
        entries = (entry.partition("\n") for entry in output.out.decode("utf-8", "replace").split("\0"))
        return {key: value for key, _, value in entries}

    def address(self, remote: str) -> str:
        """Give where a place is, as it may be shown."""
        from circle_cli.log.history.elsewhere import without_password

        return without_password(os.fsdecode(self.output("remote", "get-url", "--", remote).out).strip())


def came_from(root: Path) -> str:
    """Give the address of the place with which a log is brought together; empty where there is none."""
    history = History(root=root)
    there = history.there()
    return os.fsdecode(history.output("remote", "get-url", "--", there.remote).out).strip() if there else ""


def sessions_in(paths: tuple[str, ...]) -> list[str]:
    """Give the ids of the sessions whose files these are, each once."""
    names = (Path(path).name for path in paths if path.startswith("sessions/"))
    return sorted({found.group() for name in names if (found := SESSION_ID.match(name))})


def _failed(output: Output) -> CircleError:
    wrong, do = "git could not do its part: …\nNothing was lost", "put that right and do this again"
    return CircleError(wrong, DISK, do=do, words="\n".join(output.text.splitlines()[-5:]) or "it was stopped")
