"""In a log large enough to have an index: nothing of a session that was erased, or deleted, stays in its `.circle/`."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from erased import NEEDLES
from making import SESSION_ID, git
from running import Run

from circle_cli.log.folder import INDEX
from circle_cli.log.saving import file_name
from circle_cli.session.file import render_session
from circle_cli.session.record import Session

ZLIB = b"\x78\x01"
"""How packed lines begin, packed as fast as can be."""


@pytest.fixture
def large(log: Path, edited: Path, two_hundred: list[Session]) -> Path:
    """A log of two hundred sessions, and two beside the one that goes in its month."""
    for session in two_hundred:
        path = log / "sessions" / session.id[:4] / file_name(session.id, session.title)
        path.write_text(render_session(session, {}), encoding="utf-8")
    git(log, "add", ".")
    git(log, "commit", "-qm", "Two hundred more")
    return log


def held_in(folder: Path) -> list[tuple[str, str]]:
    """Give each needle that stands in a file of the folder, as it was written or in small letters, packed or not."""
    return [
        (str(path.relative_to(folder)), needle)
        for path in folder.rglob("*")
        if path.is_file()
        for content in [b"\n".join(unpacked(path.read_bytes())).lower()]
        for needle in NEEDLES
        if needle.lower().encode() in content
    ]


def unpacked(content: bytes) -> Iterator[bytes]:
    yield content
    at = content.find(ZLIB)
    while at >= 0:
        try:
            yield zlib.decompressobj().decompress(content[at:])
        except zlib.error:
            pass
        at = content.find(ZLIB, at + 1)


@pytest.mark.parametrize("command", ["erase", "delete"])
def test_no_byte_of_it_stays_in_what_circle_keeps(circle: Run, large: Path, command: str) -> None:
    assert circle("search", "library", cwd=large).stdout.startswith(SESSION_ID)
    kept = held_in(large / ".circle")
    assert {needle for name, needle in kept if name == INDEX.name} == set(NEEDLES)
    done = circle(command, "k3f9", "--confirm", SESSION_ID, cwd=large)
    assert (done.returncode, held_in(large / ".circle")) == (0, []), done.stderr
    assert SESSION_ID not in circle("list", "-n", "0", cwd=large).stdout
    assert circle("search", "library", cwd=large).stdout == ""
    assert (large / INDEX).exists() and held_in(large / ".circle") == []
