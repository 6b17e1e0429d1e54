"""The logo that `circle.yml` names: a PNG, of which the site gets the pixels alone, and nothing that lies beside them.

No other picture is published: it may show somebody, and it carries more than it shows, such as where it was taken.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.reading import read
from circle_cli.ids import MARK
from circle_cli.system.no_links import content_of, inside, is_there
from circle_cli.text import text_of

LOGO = "logo.png"
"""What it is called on the site, whatever its file is called."""

_NAME = re.compile(r"[\w-]{1,40}\.png")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LARGEST, _WIDEST = 200_000, 2000
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many values a pixel has, by its kind of colour."""

_PALETTE = 3
"""The kind of colour of which a pixel is the number, in a palette."""

_CLEAR = {0: 2, 2: 6}
"""How many bytes say which colour is seen through, where there is no palette."""

_FILTERS = 5
"""In how many ways a row may be packed: the byte before it says which, and nothing else."""


_OF_PIXELS = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST".split())


def logo_of(log_root: Path) -> tuple[bytes, int, int] | None:
    """Give the logo that `circle.yml` names, as `read_logo` does; None where it names none."""
    name = _named(log_root)
    return read_logo(log_root, name) if name else None


def logo_file(log_root: Path) -> str | None:
    """Give the name of the logo's file, if it may bear it; None of settings that cannot be read: others say so."""
    try:
        name = _named(log_root)
    except CircleError:
        return None
    return name if name and _NAME.fullmatch(name) else None


def holds_more(log_root: Path, name: str) -> bool:
    """Tell whether its file carries more than its pixels and how they are shown: words, a day, where it was taken.

    Raises:
        CircleError: it cannot be read.
    """
    try:
        parts = _chunks(content_of(inside(log_root, log_root / name))[len(_SIGNATURE) :])
        return not all(kind in _OF_PIXELS for kind, _ in parts)
    except (ValueError, struct.error):
        return True


def _named(log_root: Path) -> str | None:
    path = log_root / MARK
    name = read(text_of(path), str(path)).values.get("logo") if is_there(path) else None
    return name if name and isinstance(name, str) else None


def read_logo(log_root: Path, name: str) -> tuple[bytes, int, int]:
    """Read the picture anew from its pixels; also gives its width and height.

    Raises:
        CircleError: it is no plain PNG in the log's own folder, or is too large.
    """
    path = inside(log_root, log_root / name)
    where = Place(path)
    if not _NAME.fullmatch(name):
        raise CircleError("no name for a logo", where=where, do="put it beside circle.yml, as `logo.png` or the like")
    content = content_of(path)
    if len(content) > _LARGEST:
        raise CircleError(f"larger than {_LARGEST // 1000} kB", where=where, do="make it smaller")
    try:
        return _from_pixels(content)
    except (ValueError, struct.error, zlib.error, KeyError, MemoryError) as error:
        do = "save it anew as a plain PNG, not interlaced, at most 2000 pixels wide and high"
        raise CircleError("no picture that can be read whole", where=where, do=do) from error


def _from_pixels(content: bytes) -> tuple[bytes, int, int]:
    if not content.startswith(_SIGNATURE):
        raise ValueError
    chunks = list(_chunks(content[len(_SIGNATURE) :]))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"acTL" in kinds:
        raise ValueError
    head = dict(chunks)[b"IHDR"]
    width, height, depth, colour, *rest = struct.unpack(">IIBBBBB", head)
    if not (0 < width <= _WIDEST and 0 < height <= _WIDEST) or any(rest):
        raise ValueError
    row = 1 + (width * depth * _SAMPLES[colour] + 7) // 8
    size = height * row
    pixels = zlib.decompressobj()
    image = pixels.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"), size + 1)
    if len(image) != size or not pixels.eof or pixels.unused_data or max(image[::row]) >= _FILTERS:
        raise ValueError
    colours = _colours(dict(chunks), colour, depth)
    made = [(b"IHDR", head), *colours, (b"IDAT", zlib.compress(image, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in made), width, height


def _colours(chunks: Mapping[bytes, bytes], colour: int, depth: int) -> list[tuple[bytes, bytes]]:
    """Give the palette, if pixels go by it, and what is seen through: no longer than these can be."""
    palette = chunks[b"PLTE"] if colour == _PALETTE else b""
    clear = chunks.get(b"tRNS", b"")
    if len(palette) % 3 or len(palette) > 3 * 2 ** min(depth, 8):
        raise ValueError
    if clear and (len(clear) > len(palette) // 3 if palette else len(clear) != _CLEAR.get(colour)):
        raise ValueError
    return [(kind, data) for kind, data in ((b"PLTE", palette), (b"tRNS", clear)) if data]


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Take the parts apart; nothing may be left over behind the last."""
    while content:
        (length,) = struct.unpack(">I", content[:4])
        kind, data = content[4:8], content[8 : 8 + length]
        if content[: 12 + length] != _chunk(kind, data):
            raise ValueError
        yield kind, data
        content = content[12 + length :]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
