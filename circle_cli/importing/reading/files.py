"""Which kind a file is, by what stands in it, and the entries that it holds."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.from_outside import as_text, no_text
from circle_cli.front_matter.located import Value
from circle_cli.front_matter.reading import has_front_matter, read, split
from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.importing.entry import Entry, Found, LeftOut, Piece
from circle_cli.importing.phrases import CALLS_A_FORM
from circle_cli.importing.reading.journal import from_jrnl, is_journal, is_jrnl, read_journal
from circle_cli.importing.reading.notes import read_note
from circle_cli.importing.reading.tables import TableRow, as_entries, read_csv
from circle_cli.importing.targets import Targets, targets_of
from circle_cli.importing.when import day_in_name
from circle_cli.paper.intake.ours import our_words
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx, read_sheet_md
from circle_cli.paper.kinds import OLE, is_sheet, other_kind
from circle_cli.points.by_email.shared import with_headings

TEXTS = (".md", ".markdown", ".txt", ".text")
TABLES = (".csv", ".tsv", ".tab")
PACKED = (".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx")
KNOWN = (*TEXTS, *TABLES, *PACKED, ".json", ".yml", ".yaml", ".doc", ".xls")
"""By what the names of files end that are looked into where a folder is named."""

_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """What is known while a file is read: the log's guidance, what words may become, the day, our sheets' headings."""

    guidance: Guidance
    targets: Targets
    today: date
    headings: frozenset[str]


def circle_of(guidance: Guidance, today: date) -> Circle:
    """Gather what is known."""
    headings = frozenset(our_words(guidance, load_guidance()).headings)
    return Circle(guidance=guidance, targets=targets_of(guidance), today=today, headings=headings)


def read_file(content: bytes, where: str, circle: Circle) -> Found:
    """Read a file of any kind that is known.

    Raises:
        CircleError: nothing of it could be read.
    """
    suffix = PurePath(where).suffix.lower()
    if content.startswith(OLE) or (content and not content.startswith(_PACKED) and suffix in PACKED):
        return _damaged(content, where)
    if content.startswith(_PACKED):
        found = _packed(content, where, circle)
    else:
        found = _text(content, where, suffix, circle)
    day, rest = _in_name(where)
    name = rest if _LETTERS.search(rest) else ""
    return replace(found, entries=tuple(_named(each, day, name) for each in found.entries))


def _in_name(where: str) -> tuple[date | None, str]:
    """Find what a file's name says; one that is no text says that with question marks."""
    return day_in_name(PurePath(where).stem.encode("utf-8", "replace").decode("utf-8"))


def _named(entry: Entry, day: date | None, name: str) -> Entry:
    """Note what the file's name says of an entry: of a row, or of a journal's entry, it says nothing.

    It says more than a heading that all who fill in one form have in common.
    """
    alone = not entry.table and entry.day is None
    if alone and name and CALLS_A_FORM.fullmatch(entry.name):
        pieces = (*entry.pieces, Piece(label="heading", text=entry.name, aside=True))
        return replace(entry, day=day, file_name=name, name="", pieces=pieces)
    return replace(entry, day=day if alone else entry.day, file_name="" if entry.table or entry.name else name)


def _damaged(content: bytes, where: str) -> Found:
    kind, do = "damaged, or not of the kind that its name says", "open it in the program that made it, and save it anew"
    if content.startswith(OLE):
        kind = "locked with a password, or of an old kind (.doc, .xls)"
        do = "open it, take the password off, save it as .docx or .xlsx, and try again"
    raise CircleError(kind, where=Place(where), do=do)


def _packed(content: bytes, where: str, circle: Circle) -> Found:
    try:
        with ZipFile(BytesIO(content)) as packed:
            names = [name.replace("\\", "/").lower() for name in packed.namelist()]
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        names = ["xl/"] if PurePath(where).suffix.lower().startswith(".xl") else []
    if any(name.startswith("xl/") for name in names):
        from circle_cli.importing.reading.excel import read_workbook

        return read_workbook(content, where, circle.targets)
    if "mimetype" in names or any(name.startswith("ppt/") for name in names):
        do = "open it in the program that made it, save it as .docx or .xlsx, and try again"
        raise CircleError("an OpenDocument file or slides, which cannot be taken in", where=Place(where), do=do)
    from circle_cli.importing.reading.documents import read_document

    found = read_document(content, where, circle.targets, circle.headings)
    if found is None:
        try:
            return Found(entries=(_of_sheet(read_sheet_docx(content, where, circle.guidance, circle.today), where),))
        except CircleError:  # it only looked like one
            found = read_document(content, where, circle.targets, ()) or Found()
    return _unless_empty(found, where, circle.targets)


def _of_sheet(sheet: SheetContent, where: str) -> Entry:
    if "title" not in sheet.values:
        sheet = replace(sheet, values={**sheet.values, "title": _in_name(where)[1] or "Untitled"})
    return Entry(where=where, ours=sheet.as_yaml(), told=sheet.understood)


def _text(content: bytes, where: str, suffix: str, circle: Circle) -> Found:
    if kind := other_kind(content):
        do = "open it in the program that made it, save it as .docx or as text, and try again"
        raise CircleError(f"{kind}, which cannot be taken in", where=Place(where), do=do)
    text, encoding = as_text(content, where)
    if "\0" in text:
        raise no_text(where)
    text = with_headings(text)
    if not text.strip():
        return Found(left_out=(LeftOut(where=where, why="nothing is written in it"),))
    if suffix == ".json" or (suffix not in (*TEXTS, *TABLES) and text.lstrip().startswith(("{", "["))):
        found = _json(text, where, circle.targets)
    elif suffix in TABLES:
        found = read_csv(text, where, circle.targets)
    elif is_sheet(text):
        found = _our_sheet(text, where, circle)
    elif _is_session(text, where) or suffix in (".yml", ".yaml"):
        found = Found(entries=(Entry(where=where, ours=text),))
    elif is_journal(text):
        found = Found(entries=read_journal(text, where))
    else:
        found = _unless_empty(Found(entries=(read_note(text, where, circle.targets),)), where, circle.targets)
    if not encoding:
        return found
    first = tuple(replace(each, told=(f"read with {encoding}", *each.told)) for each in found.entries[:1])
    return replace(found, entries=(*first, *found.entries[1:]))


def _our_sheet(text: str, where: str, circle: Circle) -> Found:
    try:
        return Found(entries=(_of_sheet(read_sheet_md(text, where, circle.guidance, circle.today), where),))
    except CircleError:  # it begins like a sheet of ours, and is none
        return _unless_empty(Found(entries=(read_note(text, where, circle.targets),)), where, circle.targets)


def _unless_empty(found: Found, where: str, targets: Targets) -> Found:
    """Name a file in which nothing is written, and a form in which nothing is filled in, with its words."""
    blank = [entry for entry in found.entries if _is_blank_form(entry, targets)]
    written = tuple(
        entry
        for entry in found.entries
        if entry not in blank and (entry.name or any(_is_written(piece) for piece in entry.pieces))
    )
    left_out = (*found.left_out, *(_left_blank(entry) for entry in blank))
    if written or left_out:
        return Found(entries=written, left_out=left_out)
    return Found(left_out=(LeftOut(where=where, why="nothing is written in it"),))


def _is_blank_form(entry: Entry, targets: Targets) -> bool:
    """Tell whether an entry has headings, most of which ask for something of ours, and nothing below any of them."""
    asked = [piece for piece in entry.pieces if not piece.aside]
    near = sum(1 for piece in asked if piece.label and targets.nearly(piece.label))
    return near > 1 and near * 2 >= len(asked) and not any(piece.text.strip() for piece in asked)


def _left_blank(entry: Entry) -> LeftOut:
    words = [entry.name, *(part for piece in entry.pieces for part in (piece.label, piece.text))]
    said = " | ".join(" ".join(part.split()) for part in words if part.strip())
    return LeftOut(where=entry.where, why=f"a form with nothing filled in: {said}")


def _is_written(piece: Piece) -> bool:
    return bool(piece.text.strip() or (piece.label and not piece.aside))


def _is_session(text: str, where: str) -> bool:
    """Tell a session's file, by the key with which it begins, from a note with front matter of its own."""
    text = text.lstrip("\n")  # as `read_incoming` reads it
    if not has_front_matter(text):
        return False
    try:
        return "circle" in read(split(text, where)[0], where).values
    except CircleError:
        return re.match(r"---[ \t]*\ncircle:", text) is not None


def _json(text: str, where: str, targets: Targets) -> Found:
    try:
        found: Value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise CircleError("not readable as JSON", where=Place(where, line), do="export it anew") from error
    if _halved(text):
        raise CircleError("holds half a character (a lone surrogate)", where=Place(where), do="export it anew")
    if is_jrnl(found):
        return Found(entries=tuple(from_jrnl(found, where)))
    if isinstance(found, dict) and ("answers" in found or "circle" in found):
        return Found(entries=(Entry(where=where, ours=text),))
    if isinstance(found, list) and found and all(isinstance(each, dict) for each in found):
        return _of_objects(found, where, targets)
    raise CircleError("JSON of a kind that is not known here", where=Place(where), do="export it as CSV or text")


def _of_objects(found: list[Mapping[str, Value]], where: str, targets: Targets) -> Found:
    labels = tuple(dict.fromkeys(str(key) for each in found for key in each))
    rows = [
        TableRow(place=f"entry {number}", cells=tuple(_cell(each.get(label)) for label in labels))
        for number, each in enumerate(found, start=1)
    ]
    return as_entries([TableRow(place="its keys", cells=labels), *rows], where, targets)


def _cell(value: Value) -> str:
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return ", ".join(str(each) for each in value)
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _halved(text: str) -> bool:
    return re.search(r"\\ud[89ab]", text, re.I) is not None and any(
        "\ud800" <= sign <= "\udfff" for sign in json.dumps(json.loads(text), ensure_ascii=False)
    )
