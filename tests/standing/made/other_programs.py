"""What other programs make of a Word file: the same file with its XML changed."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx

MAIN = "word/document.xml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)

Change = Callable[[str], str]


def repacked(content: bytes, changes: Mapping[str, Change], names: Mapping[str, str] | None = None) -> bytes:
    """Pack a file anew with the text of some parts changed (`*`: of all), some parts renamed."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            text = before.read(name).decode("utf-8")
            for part, change in changes.items():
                text = change(text) if part in ("*", name) else text
            after.writestr((names or {}).get(name, name), text)
    return made.getvalue()


def with_main(content: bytes, change: Change) -> bytes:
    """Change the main part."""
    return repacked(content, {MAIN: change})


def edited(content: bytes, change: Callable[["docx.document.Document"], None]) -> bytes:
    """Change a file as somebody would in Word."""
    opened = docx.Document(BytesIO(content))
    change(opened)
    made = BytesIO()
    opened.save(made)
    return made.getvalue()


_MARK = re.compile(r"<w:bookmark(?:Start|End) [^>]*?/>")
_START = re.compile(r'(<w:bookmarkStart [^>]*?w:name=")circle_[^"]*"')


def renamed(xml: str) -> str:
    """Another program gives bookmarks names of its own."""
    return _START.sub(r'\1_heading=h.abc"', xml)


def dropped(xml: str) -> str:
    """Another program throws bookmarks away."""
    return _MARK.sub("", xml)


def before_their_paragraphs(xml: str) -> str:
    """Another program sets bookmarks between paragraphs."""
    start = r"<w:bookmarkStart [^>]*?/>"
    return re.sub(rf"(<w:p>(?:<w:pPr>(?:(?!</w:p>).)*?</w:pPr>)?)({start})", r"\2\1", xml)


def slipped(xml: str) -> str:
    """Another program ends a paragraph with the bookmark of the next one."""
    start = r"<w:bookmarkStart [^>]*?/>"
    return re.sub(rf"(</w:p>)(<w:p>(?:<w:pPr>(?:(?!</w:p>).)*?</w:pPr>)?)({start})", r"\3\1\2", xml)


def without_styles(xml: str) -> str:
    """Another program knows no styles."""
    return re.sub(r"<w:(?:pStyle|tblStyle|tblLook|tblCaption)\b[^>]*?/>", "", xml)


def in_pieces(xml: str) -> str:
    """Word cuts what it has checked for spelling into runs."""
    cut = r'</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve">'
    return re.sub(
        r"(<w:t[^>]*>)([^<]*)(</w:t>)", lambda found: found[1] + found[2].replace(" ", f" {cut}") + found[3], xml
    )


def typeset(xml: str) -> str:
    """A program puts in the quotation marks, dashes and spaces that printers use."""
    return xml.replace("It is", "It\u00a0is").replace(", and", "\u2009— and").replace("went well", "went\u00adwell")


def line_by_line(xml: str) -> str:
    """A program that turns a PDF into a Word file makes a paragraph of each line."""
    broken = r"</w:t></w:r></w:p><w:p><w:r><w:t>"
    return re.sub(r"(that went well|be known by|you brought|the good) ", rf"\1{broken}", xml)


BY_PROGRAM: dict[str, Change] = {
    "renamed bookmarks": renamed,
    "no bookmarks": dropped,
    "bookmarks between paragraphs": before_their_paragraphs,
    "bookmarks that slipped": slipped,
    "no bookmarks and no styles": lambda xml: without_styles(dropped(xml)),
    "renamed bookmarks, words in pieces": lambda xml: in_pieces(renamed(xml)),
    "other signs and spaces": lambda xml: typeset(dropped(xml)),
    "other signs, bookmarks left": typeset,
    "a paragraph a line": lambda xml: without_styles(line_by_line(dropped(xml))),
}
"""What programs do to a sheet, by what it is."""


def strict(xml: str) -> str:
    """Word's "Strict Open XML Document" has other namespaces, and other kinds of relations."""
    for kind in ("wordprocessingml", "drawingml", "officeDocument"):
        xml = re.sub(rf"http://schemas\.openxmlformats\.org/{kind}/2006/", f"http://purl.oclc.org/ooxml/{kind}/", xml)
    return xml.replace("officeDocument/relationships/metadata/", "package/relationships/metadata/")


def elsewhere(content: bytes, main: str, target: str) -> bytes:
    """Keep the main part under another name."""
    folder, _, name = main.rpartition("/")
    renamed_parts = {MAIN: main, "word/_rels/document.xml.rels": f"{folder}/_rels/{name}.rels".lstrip("/")}
    renamed_parts |= {f"word/{part}.xml": f"{folder}/{part}.xml".lstrip("/") for part in ("styles", "numbering")}
    relations = {"_rels/.rels": lambda xml: xml.replace('Target="word/document.xml"', f'Target="{target}"')}
    return repacked(content, relations, renamed_parts)
