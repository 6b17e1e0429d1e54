"""What a repository's history holds of one session: every version of its file, under every name it ever had."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import DISK, CircleError
from circle_cli.log.history.running import Output, run_git

_LIMIT = 3600.0  # seconds: a long history takes its time, and nobody is waiting to type
_AT_ONCE = 500
_LARGEST = 1 << 20
"""Bytes in a file that may be a session; larger ones are something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a history holds of a session. `paths` are names that were only ever its own; `blobs` its versions."""

    paths: frozenset[bytes] = frozenset()
    blobs: frozenset[bytes] = frozenset()
    commits: frozenset[bytes] = frozenset()
    """Those that put it there, changed it, or name it in their message."""

    also: frozenset[bytes] = frozenset()
    """Names of further files that came of the session, and go with it."""

    @property
    def any(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.paths or self.blobs or self.commits)


def find_traces(top: Path, session_id: str, also: Collection[bytes] = ()) -> Traces:
    """Find all that is reachable from any ref; `also` names further files that came of the session.

    A version is the session's if it says so (`id: ...`), or lies under a name that begins with the id, or under one
    that held nothing but versions of this session and what had lost its id by a mistake.
    """
    name = session_id.encode()
    changes = list(_changes(top))
    id_of = _ids(top, {blob for _, _, blob in changes})
    versions = {blob for blob, session in id_of.items() if session == name}
    others = {path for _, path, blob in changes if id_of.get(blob) not in (None, name)}
    named = {path for _, path, blob in changes if blob in versions} - others
    named |= {path for _, path, _ in changes if path.rpartition(b"/")[2].startswith(name)}
    versions |= {blob for _, path, blob in changes if path in also}
    named |= {path for _, path, _ in changes if path in also}
    commits = {commit for commit, path, blob in changes if path in named or blob in versions}
    return Traces(
        paths=frozenset(named),
        blobs=frozenset(versions),
        commits=frozenset(commits | set(_named_in(top, name))),
        also=frozenset(also),
    )


def refs(top: Path) -> dict[bytes, bytes]:
    """Give every ref with the object it points to."""
    listed = run_checked(top, "for-each-ref", "--format=%(refname) %(objectname)").out.splitlines()
    return {ref: found for ref, _, found in (line.rpartition(b" ") for line in listed)}


def remotes_with(top: Path, traces: Traces) -> tuple[bytes, ...]:
    """Give the refs that remember what other places have, and that hold some of it."""
    holding = [b"--contains=" + commit for commit in sorted(traces.commits)]
    if not holding:
        return ()
    return tuple(run_checked(top, "for-each-ref", "--format=%(refname)", *holding, "refs/remotes").out.splitlines())


def still_there(top: Path, blobs: Iterable[bytes]) -> int:
    """Count the versions that git still keeps, reachable or not."""
    given = b"".join(blob + b"\n" for blob in blobs)
    lines = run_checked(top, "cat-file", "--batch-check", given=given).out.splitlines()
    return sum(not line.endswith(b" missing") for line in lines)


def run_checked(top: Path, *arguments: str | bytes, given: bytes | None = None) -> Output:
    """Run git in `top`.

    Raises:
        CircleError: it failed; its words are passed on.
    """
    return checked(run_git("--no-replace-objects", "-C", os.fsencode(top), *arguments, limit=_LIMIT, given=given))


def checked(output: Output) -> Output:
    """Give the output of a command that did its work.

    Raises:
        CircleError: it did not.
    """
    if output.code != 0:
        last = "\n".join(output.text.splitlines()[-5:]) or "it was stopped"
        wrong = "git could not do its part: …\nNothing was lost"
        raise CircleError(wrong, DISK, do="put that right and do this again", words=last)
    return output


def _changes(top: Path) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Give (commit, path, blob) for each file that a commit added or changed, and for each it took away."""
    shape = ("--format=%x01%H", "--raw", "-z", "--no-abbrev", "--no-renames", "-m", "--root", "--no-show-signature")
    commit = b""
    words = iter(run_checked(top, "log", "--all", *shape).out.replace(b"\x01", b"\0\x01").split(b"\0"))
    for word in words:
        word = word.lstrip(b"\n")
        if word.startswith(b"\x01"):
            commit = word[1:]
        elif word.startswith(b":"):
            _, after, before, blob, _ = word.split(b" ")
            yield commit, next(words), before if after == b"000000" else blob


def _ids(top: Path, blobs: set[bytes]) -> dict[bytes, bytes | None]:
    """Give the session's id that each file says in its beginning; None where it says none."""
    found: dict[bytes, bytes | None] = {}
    for some in _parts(sorted(blobs)):
        given = b"".join(blob + b"\n" for blob in some)
        sizes = (row.split() for row in run_checked(top, "cat-file", "--batch-check", given=given).out.splitlines())
        small = [size[0] for size in sizes if len(size) == 3 and size[1] == b"blob" and int(size[2]) <= _LARGEST]
        for blob, content in _contents(run_checked(top, "cat-file", "--batch", given=b"\n".join([*small, b""])).out):
            line = _ID_LINE.search(content[:4096])
            found[blob] = line[1] if line else None
    return found


_ID_LINE = re.compile(rb"^id:[ \t]*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]{4})", re.MULTILINE)


def _contents(batch: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        blob, _, size = batch[at:end].split(b" ")
        at = end + 1 + int(size) + 1
        yield blob, batch[end + 1 : at - 1]


def _parts(blobs: list[bytes]) -> Iterator[list[bytes]]:
    return (blobs[at : at + _AT_ONCE] for at in range(0, len(blobs), _AT_ONCE))


def _named_in(top: Path, name: bytes) -> Iterator[bytes]:
    """Give the commits, and the tags, whose message names the session."""
    for line in run_checked(top, "log", "--all", "-z", "--format=%H %B", "--no-show-signature").out.split(b"\0"):
        commit, _, message = line.partition(b" ")
        if name in message:
            yield commit
    for line in run_checked(top, "for-each-ref", "--format=%(objectname) %(contents)%00", "refs/tags").out.split(b"\0"):
        commit, _, message = line.strip(b"\n").partition(b" ")
        if name in message:
            yield commit
