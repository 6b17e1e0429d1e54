"""Opens a Word file that a stranger may have made: nothing is unpacked before its size is known."""

import posixpath
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from circle_cli.errors import CircleError, Place
from circle_cli.paper.intake.word.tree import LARGEST, MOST_SIGNS, Element, TooMuch, Unreadable, as_utf8, parsed, signs
from circle_cli.paper.kinds import OLE

LARGEST_WORD_FILE = 20_000_000
"""In bytes, of a file that is read at all; our own sheet has 25,000."""

_MOST_PARTS = 5_000
_USUAL_MAIN = "word/document.xml"
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_ASIDES = ("footnotes", "endnotes", "comments", "header", "footer")
_ASIDE = re.compile(r"(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordParts:
    """The parts of a Word file that matter here, as trees.

    `asides` are notes, comments, headers and footers; `elsewhere` counts what was put in as a file of another kind.
    """

    main: Element
    styles: Element | None
    numbering: Element | None
    asides: tuple[Element, ...]
    elsewhere: int


def unpacked(content: bytes, where: str, most_signs: int = MOST_SIGNS) -> WordParts:
    """Give the parts that hold text, having made sure that they are small enough.

    Raises:
        CircleError: it is no Word file, locked, damaged, or too large.
    """
    place = Place(where)
    if content.startswith(OLE):
        locked = "locked with a password, or of Word's old kind (.doc)"
        raise CircleError(
            locked, where=place, do="open it in Word, take the password off, save it as .docx and try again"
        )
    if len(content) > LARGEST_WORD_FILE:
        raise CircleError("larger than 20 MB", where=place, do="take the pictures out and try again")
    if content.count(b"PK\1\2") > _MOST_PARTS:
        raise _too_much(place)
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _Package(packed, most_signs).parts(place)
    except TooMuch as error:
        raise _too_much(place) from error
    except (*_DAMAGED, Unreadable) as error:
        do = "open it in Word, save it as .docx and try again"
        raise CircleError("damaged, or not a Word file", where=place, do=do) from error


def _too_much(place: Place) -> CircleError:
    do = "copy what was written into a new sheet"
    return CircleError("far larger unpacked than a sheet can be; nothing was read", where=place, do=do)


class _Package:
    """A packed file, whose parts are found by what they say of each other; their names are as a program likes."""

    def __init__(self, packed: ZipFile, most_signs: int) -> None:
        self.packed = packed
        self.names = {_folded(info.filename): info for info in packed.infolist()}
        self.left, self.signs_left = LARGEST, most_signs

    def parts(self, place: Place) -> WordParts:
        """Read the parts; which one is the main part stands in the package's own relations."""
        named = [target for kind, target in self.related("") if kind == "officeDocument"]
        main = next((name for name in (*named, _USUAL_MAIN) if name in self.names), None)
        body = None if main is None else self.tree(main)
        if main is None or body is None or body.tag != "document":
            raise CircleError("not a Word file", where=place, do="save the sheet as .docx and try again")
        related = list(self.related(main))
        found = {kind: name for kind, name in related if name in self.names}
        folder = posixpath.dirname(main)
        asides = {name for kind, name in related if kind in _ASIDES and name in self.names}
        asides |= {name for name in self.names if posixpath.dirname(name) == folder and _is_aside(name)}
        return WordParts(
            main=body,
            styles=self.tree(found["styles"]) if "styles" in found else None,
            numbering=self.tree(found["numbering"]) if "numbering" in found else None,
            asides=tuple(self.tree(name) for name in sorted(asides)),
            elsewhere=sum(1 for kind, _ in related if kind == "aFChunk"),
        )

    def related(self, part: str) -> Iterator[tuple[str, str]]:
        """Give the kind and the name of each part that a part (`""`: the package) says it belongs with."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        for each in self.tree(relations) if relations in self.names else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                yield each.get("Type", "").rpartition("/")[2], _folded(target)

    def tree(self, name: str) -> Element:
        """Read a part, as long as it and those before are not too large."""
        info = self.names[name]
        self.left -= info.file_size
        if self.left < 0:
            raise TooMuch
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable
        content = as_utf8(self.packed.read(info))
        self.signs_left -= signs(content)
        if self.signs_left < 0:
            raise TooMuch
        return parsed(content)


def _is_aside(name: str) -> bool:
    return _ASIDE.fullmatch(posixpath.basename(name)) is not None


def _folded(name: str) -> str:
    """Give a part's name as it is compared: case means nothing, and some programs write it with back-slashes."""
    return unquote(name).replace("\\", "/").lstrip("/").casefold()
