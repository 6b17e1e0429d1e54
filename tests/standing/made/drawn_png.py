"""A small picture, with what else somebody wants in its file."""

import struct
import zlib

_GREY = b"\x08\x00\x00\x00\x00"


def png(width: int = 2, height: int = 2, more: bytes = b"", head: bytes = _GREY, **beside: bytes) -> bytes:
    """Give a grey picture; `beside` are other parts of the file by their names, `more` stands behind the pixels."""
    pixels = b"".join(b"\0" + b"\x80" * width for _ in range(height)) + more
    parts = {"IHDR": struct.pack(">II", width, height) + head, **beside, "IDAT": zlib.compress(pixels, 9), "IEND": b""}
    return b"\x89PNG\r\n\x1a\n" + b"".join(part(kind.encode(), data) for kind, data in parts.items())


def part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
