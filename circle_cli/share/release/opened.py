"""A file as the sweep of the built site reads it: unpacked, decoded, every spelling of a letter taken apart."""

import gzip
import html
import io
import os
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from circle_cli.errors import CircleError, Place
from circle_cli.shown import INVISIBLE

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of one file, unpacked; the site's own are a hundredth of that."""

PIECES = 2**14
"""Pieces of texts that are kept: those that all pages share are always among them."""

_ROUNDS = 3
"""How often an entity inside an entity, or inside a string of JSON, is taken apart."""

_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf])|([/\"'\\]))")
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
"""How JSON writes a sign beyond the first 65,536, such as an emoji."""

_INLINE = re.compile(r"(?i)</?(?:a|abbr|b|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>|<!--.*?-->")
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_MAY_BE_A_MARK = r"[\u0300-\u1fff\u20d0-\u20ff\u2de0-\u2dff\u302a-\u309a\ua66f-\ufe2f\U00010000-\U0001efff](?<!\w)"
"""Signs among which are all marks that stand on a letter: left of them are those that no letter has taken up."""

_QUOTE = re.compile(r'(?<!\\)"')
_HASH = re.compile(rb"'sha256-[A-Za-z0-9+/]{43}='")
"""How a page's policy names a script: letters by chance, among which somebody's short name may stand."""

_LINE, _PARAGRAPH = (">", "\n"), ("</w:p>", "<")
_IN_QUOTES = (".json", ".pf_fragment", ".js")
"""Of what sentences stand in quotes, each opens one: the index of words is written so, and the lists."""

_GZIPPED = (".gz", ".pf_fragment")
_PACKED = (".docx", ".xlsx", ".zip")
_DAMAGED = (zlib.error, zipfile.BadZipFile, struct.error)
_GZIP, _ZIP = PACKED_SIGNS = b"\x1f\x8b", b"PK\x03\x04"
"""How the content of a packed file begins."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a file as it stands there: all that is in it, or (`seen`) what of it a reader sees."""

    raw: str
    seen: bool

    @property
    def whole(self) -> str:
        """The text as it is read, with its lines."""
        return unescaped(_as_seen(self.raw)) if self.seen else unescaped(self.raw)

    def pieces(self) -> Sequence[str] | None:
        """Give the pieces of `whole`, as they are read; None where they cannot be told apart.

        It is cut where a tag ends with its line, or a paragraph of Word's. No tag goes on from there, nor any spelling
        of a letter. Of signs that are no tags (`<x <b>`) one may be open there, once the tag at the end is taken out.
        """
        ends, begins = _PARAGRAPH if "".join(_PARAGRAPH) in self.raw else _LINE
        first, *others = self.raw.split(ends + begins)
        raw = [first]
        if others:
            raw = [first + ends, *[f"{begins}{each}{ends}" for each in others[:-1]], begins + others[-1]]
        if not self.seen:
            return [*map(_piece, raw)]
        pieces = [*map(_seen_piece, raw)]
        return None if any([is_open for _, is_open in pieces[:-1]]) else [text for text, _ in pieces]


@lru_cache(PIECES)
def _piece(raw: str) -> str:
    """Give a piece as it is read."""
    return unescaped(raw)


@lru_cache(PIECES)
def _seen_piece(raw: str) -> tuple[str, bool]:
    """Give what is seen of a piece, and whether a sign that begins a tag is open at its end."""
    in_one_line = "\n" not in raw[1:]  # so no tag has a newline in it
    joined = _INLINE.sub("" if in_one_line else _newlines, raw)
    text = _TAG.sub(" | " if in_one_line else _blank, joined)
    return unescaped(text), joined.rfind("<") > joined.rfind(">")


def texts_of(place: str) -> Iterator[Text]:
    """Give the texts of a file.

    Raises:
        CircleError: it cannot be unpacked, or is far too large.
    """
    return texts_in(*_read(place))


def refuse_closed(place: str) -> None:
    """Refuse a file that nobody can read, where there is nothing to be looked for in its texts.

    Raises:
        CircleError: it cannot be unpacked, or is far too large.
    """
    for _ in _unpacked(*_read(place)):
        pass


def _read(place: str) -> tuple[bytes, str, str]:
    with open(place, "rb") as file:  # noqa: PTH123  # thousands of them
        return file.read(), os.path.splitext(place)[1].lower(), place  # noqa: PTH122  # and here too


def texts_in(content: bytes, suffix: str, where: str) -> Iterator[Text]:
    """Give the texts of what stands in a file of such a suffix.

    Raises:
        CircleError: it cannot be unpacked, or is far too large.
    """
    quotes = suffix in _IN_QUOTES
    for opened in _unpacked(content, suffix, where):
        alone = opened is content or len(opened) > _LARGEST_KEPT  # what Word files of ours have in common is read once
        yield from (_read_as if alone else _read_once)(opened, quotes=quotes)


def _read_as(opened: bytes, *, quotes: bool) -> Sequence[Text]:
    """Give what bytes are as texts; `quotes` open sentences."""
    text = _HASH.sub(b"''", opened).decode("utf-8", "replace")
    if b"\0" in opened:
        text = text.replace("\0", " ")
        wide = (opened.decode(each, "replace") for each in ("utf-16-le", "utf-16-be"))
        others = [Text(each, seen=False) for each in wide]
    else:
        others = [Text(opened.decode("latin-1"), seen=False)] if "\ufffd" in text else []
    return [Text(text, seen=False), Text(_QUOTE.sub(" | ", text) if quotes else text, seen=True), *others]


_read_once = lru_cache(2**6)(_read_as)


def _as_seen(text: str) -> str:
    return _TAG.sub(_blank, _INLINE.sub(_newlines, text))


def _unpacked(content: bytes, suffix: str, where: str) -> Iterator[bytes]:
    try:
        if suffix in _GZIPPED or content.startswith(_GZIP):
            with gzip.open(io.BytesIO(content)) as packed:
                yield _limited(packed.read(LARGEST_FILE + 1), where)
        elif suffix in _PACKED or content.startswith(_ZIP):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for entry in archive.infolist():
                    yield entry.filename.encode("utf-8", "replace")
                    yield _limited(_member(archive, entry, content), where)
                yield archive.comment
        else:
            yield _limited(content, where)
    except (*_DAMAGED, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise CircleError(
            "cannot be unpacked, so nobody can say what is in it", where=Place(where), do="take it out"
        ) from error


_members: dict[tuple[object, ...], bytes] = {}
_MOST_MEMBERS, _LARGEST_KEPT = 2**7, 2**20
_HEAD, _NAMED = 30, 26
"""How long what stands before a content is at least, and where in it it says how much longer."""


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes) -> bytes:
    """Give what is in an archive under an entry. Most of what is in a Word file of ours is in every other, bit for bit.

    What is told of it, and all bytes from where it begins up to where it ends, are the same then.
    """
    begin = entry.header_offset
    lengths = struct.unpack_from("<HH", content, begin + _NAMED) if 0 <= begin <= len(content) - _HEAD else (0, 0)
    whole = content[begin : begin + _HEAD + sum(lengths) + entry.compress_size]
    told = (entry.CRC, entry.file_size, entry.compress_size, entry.compress_type, entry.flag_bits)
    key = (entry.orig_filename, entry.filename, *told, whole)
    if key not in _members:
        with archive.open(entry) as packed:
            found = packed.read(LARGEST_FILE + 1)
        if len(found) > _LARGEST_KEPT:
            return found
        if len(_members) >= _MOST_MEMBERS:
            _members.clear()
        _members[key] = found
    return _members[key]


def _limited(content: bytes, where: str) -> bytes:
    if len(content) > LARGEST_FILE:
        raise CircleError(
            f"larger than {LARGEST_FILE // 1024**2} MB; this is no file of the site's", where=Place(where)
        )
    return content


def unescaped(text: str) -> str:
    """Give a text with entities, escapes of JSON and of addresses decoded, without letters nobody can see and marks.

    A mark that no letter has taken up would end a word: in Arabic and Hebrew vowels are written so, or are left out.
    """
    found = with_marks(text)
    return found if found.isascii() else _marks().sub(_unless_a_mark, found)


@cache
def _marks() -> "re.Pattern[str]":
    return re.compile(_MAY_BE_A_MARK)


def with_marks(text: str) -> str:
    """Give the same with its marks: so names of erased sessions were read once, and kept as hashes."""
    for _ in range(_ROUNDS):
        once = html.unescape(_ESCAPED.sub(_letter, text)) if "\\" in text or "&" in text else text
        once = unquote(once) if "%" in once else once
        if once == text:
            break
        text = once
    text = text if text.isascii() else _HALVES.sub(_put_together, text)
    return _UNSEEN.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text))


def _put_together(found: "re.Match[str]") -> str:
    return found[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _unless_a_mark(found: "re.Match[str]") -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def _letter(found: "re.Match[str]") -> str:
    code = found[1] or found[2]
    if code:
        return chr(int(code, 16))
    return " " if found[3] else found[4]


def _blank(tag: "re.Match[str]") -> str:
    """Leave of a tag a mark at which a new sentence begins, and its newlines."""
    return " | " + _newlines(tag)


def _newlines(tag: "re.Match[str]") -> str:
    return "\n" * tag.group().count("\n")
