"""What is in a file, as it is and unpacked: a copy may lie in an archive, a Word file, or a bundle of git's."""

import bz2
import gzip
import lzma
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BufferedIOBase
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.erasing.store import clone

_AT_ONCE = 1 << 26
_OVERLAP = 1 << 12  # words that lie across two pieces are in the second
_DAMAGED = (OSError, EOFError, ValueError, RuntimeError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
_BUNDLE = b"# v"
_PACKED: dict[bytes, Callable[[Path], BufferedIOBase]] = {
    b"\x1f\x8b": gzip.GzipFile,
    b"BZh": bz2.BZ2File,
    b"\xfd7zX": lzma.LZMAFile,
}
"""By how a packed file begins, what unpacks it."""


def contents(path: Path) -> Iterator[bytes]:
    """Give what stands in a file, in pieces, then what is packed into it; what cannot be unpacked is left out.

    Raises:
        OSError: the file cannot be read.
    """
    start = b""
    with path.open("rb") as file:
        kept = b""
        while piece := file.read(_AT_ONCE):
            start = start or piece[:4]
            yield kept + piece
            kept = piece[-_OVERLAP:]
    with suppress(*_DAMAGED):
        yield from _unpacked(path, start)


def in_bundle(path: Path, scratch: Path) -> Iterator[bytes]:
    """Give what git packed into a bundle, unpacked in a folder of its own within `scratch`; nothing if it is none."""
    with path.open("rb") as file:
        if not file.read(16).startswith(_BUNDLE):
            return
    with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as folder, suppress(CircleError):
        for each in clone(path, Path(folder) / "copy").everything():
            yield each.content


def _unpacked(path: Path, start: bytes) -> Iterator[bytes]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                yield member.filename.encode("utf-8", "replace")
                with archive.open(member) as file:
                    yield file.read(_AT_ONCE)
    for packed, unpacking in _PACKED.items():
        if start.startswith(packed):
            with unpacking(path) as unpacked:
                yield unpacked.read(_AT_ONCE)
    if start.startswith(b"\x78"):
        yield zlib.decompressobj().decompress(path.read_bytes(), _AT_ONCE)
