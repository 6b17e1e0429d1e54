"""A file that is no sheet of ours: one clear line, and nothing half-written."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA

import docx
import pytest
from other_programs import with_main

from circle_cli.guidance.records import Guidance
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.prints.cards import role_cards

TOO_MUCH = "far larger unpacked"
BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'


def packed(main: str | bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", main)
    return made.getvalue()


def with_part(sheet: bytes, name: str, content: bytes, how: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO(sheet)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(name, content, how)
    return made.getvalue()


def with_parts(sheet: bytes, count: int) -> bytes:
    made = BytesIO(sheet)
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(count):
            archive.writestr(f"word/media/{number}.png", b"")
    return made.getvalue()


def with_body(sheet: bytes, more: str) -> bytes:
    """The sheet with more at its end."""
    return with_main(sheet, lambda xml: xml.replace("<w:sectPr", f"{more}<w:sectPr", 1))


def letter() -> bytes:
    made = BytesIO()
    other = docx.Document()
    other.add_heading("Dear all")
    other.save(made)
    return made.getvalue()


def flipped(content: bytes) -> bytes:
    """The sheet with a byte of its text changed on the way."""
    at = content.index(b"word/document.xml") + 200
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a letter": (lambda _: letter(), "not a recording sheet of ours"),
    "a password": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "locked with a password"),
    "half a file": (lambda sheet: sheet[: len(sheet) // 2], "damaged"),
    "a wrong byte": (flipped, "damaged"),
    "no file of Word's": (lambda _: b"hello", "damaged, or not a Word file"),
    "nothing": (lambda _: b"", "damaged, or not a Word file"),
    "another packed file": (lambda _: packed("<a/>").replace(b"word/document", b"text/document"), "not a Word file"),
    "50 MB": (lambda sheet: sheet + bytes(50_000_000), "larger than 20 MB"),
    "a zip bomb": (lambda _: packed(b" " * 30_000_000), TOO_MUCH),
    "an XML bomb": (lambda _: packed(BOMB), "damaged"),
    "no XML": (lambda _: packed("<a"), "damaged"),
    "an unknown encoding": (lambda _: packed('<?xml version="1.0" encoding="x-x"?><a/>'), "not a Word file"),
    "another encoding": (lambda _: packed(BOMB.encode("utf-16")), "damaged"),
    "an external entity": (
        lambda _: packed('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        "damaged",
    ),
    "an entity in an encoding that hides it": (
        lambda _: packed(b'<?xml version="1.0" encoding="cp037"?>' + BOMB.encode("cp037")),
        "damaged",
    ),
    "an entity in a part beside": (lambda sheet: with_part(sheet, "word/comments.xml", BOMB.encode()), "damaged"),
    "a part packed by other means": (
        lambda sheet: with_part(sheet, "word/comments.xml", b"<comments/>", ZIP_LZMA),
        "damaged",
    ),
    "millions of empty paragraphs": (lambda sheet: with_body(sheet, "<w:p/>" * 2_000_000), TOO_MUCH),
    "millions of paragraphs that are not quite empty": (
        lambda sheet: with_body(sheet, "<w:p><w:pPr/></w:p>" * 1_000_000),
        TOO_MUCH,
    ),
    "millions of attributes": (
        lambda sheet: with_body(sheet, "<w:p " + " ".join(f"a{n}=''" for n in range(200_000)) + "/>"),
        TOO_MUCH,
    ),
    "millions of letters": (
        lambda sheet: with_body(sheet, f"<w:p><w:r><w:t>{'a' * 9_000_000}</w:t></w:r></w:p>"),
        TOO_MUCH,
    ),
    "millions of letters in a comment of the file's own": (
        lambda sheet: with_body(sheet, f"<!--{'a' * 30_000_000}-->"),
        TOO_MUCH,
    ),
    "too many in a part beside": (
        lambda sheet: with_part(sheet, "word/footer9.xml", b"<f>" + b"<p/>" * 2_000_000 + b"</f>"),
        TOO_MUCH,
    ),
    "thousands of parts": (lambda sheet: with_parts(sheet, 6_000), TOO_MUCH),
    "tables in tables in tables": (
        lambda sheet: with_body(sheet, "<w:tbl><w:tr><w:tc>" * 2_000 + "</w:tc></w:tr></w:tbl>" * 2_000),
        TOO_MUCH,
    ),
    "deep nesting": (lambda _: packed("<a>" * 50_000 + "</a>" * 50_000), TOO_MUCH),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_taken_in_is_refused_in_one_line(
    name: str, blank: bytes, log: Path, tmp_path: Path, circle_here: Callable[..., tuple[int, str, str]]
) -> None:
    make, why = BAD[name]
    (tmp_path / "sheet.docx").write_bytes(make(blank))
    code, out, err = circle_here("reflect", "--from", "sheet.docx", "--title", "x", "--log", str(log))
    assert (code, out) == (65, "")
    assert err.startswith("sheet.docx: ")
    assert err.count("\n") == 1
    assert why in err
    assert list((log / "sessions").rglob("*.md")) in ([], [log / "sessions" / "README.md"])


def test_our_other_prints_are_no_sheets(
    guidance: Guidance, log: Path, tmp_path: Path, circle_here: Callable[..., tuple[int, str, str]]
) -> None:
    (tmp_path / "cards.docx").write_bytes(draw_word(role_cards(guidance, 2, None)))
    code, _, err = circle_here("reflect", "--from", "cards.docx", "--log", str(log))
    assert code == 65
    assert "`circle print sheet` makes one" in err


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (rb"{\rtf1\ansi What worked}", "an RTF file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>x", "a web page"),
        (b'<?xml version="1.0"?><pkg:package/>', "an XML file"),
    ],
)
def test_a_text_of_another_kind_is_named_and_not_taken_for_an_empty_session(
    content: bytes, kind: str, log: Path, tmp_path: Path, circle_here: Callable[..., tuple[int, str, str]]
) -> None:
    for name in ("sheet", "sheet.docx"):
        (tmp_path / name).write_bytes(content)
        code, out, err = circle_here("reflect", "--from", name, "--title", "x", "--log", str(log))
        assert (code, out) == (65, "")
        assert err.startswith(f"{name}: {kind}, which cannot be taken in; ")
