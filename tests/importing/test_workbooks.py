"""Excel workbooks, as openpyxl writes them: what was saved in cells, and nothing that is worked out."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from circle_cli.errors import CircleError
from circle_cli.importing.composing import Composed
from circle_cli.importing.entry import Found
from circle_cli.importing.reading import workbooks

Made = Callable[[str, bytes | str], list[Composed]]
Read = Callable[[str, bytes | str], Found]


def saved(*rows: tuple[object, ...], epoch: datetime | None = None) -> bytes:
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


HEAD = ("Date", "What went well?", "How many?")


def test_a_row_is_a_session_with_the_days_and_numbers_that_excel_shows(sessions: Made) -> None:
    rows = (
        HEAD,
        (datetime(2026, 3, 12), "We talked.", 3),
        (46093, "We walked.", 2.5),
        (date(2026, 3, 12), "Sang", True),
    )
    made = sessions("book.xlsx", saved(*rows))
    assert {each.session.date for each in made} == {date(2026, 3, 12)}
    assert [each.session.answers["what-worked"] for each in made] == ["We talked.", "We walked.", "Sang"]
    assert [each.session.answers["notes"] for each in made] == ["How many?: 3", "How many?: 2.5", "How many?: yes"]
    assert made[0].entry.where == "book.xlsx, row 2"


def test_a_formula_is_not_worked_out_but_its_words_stay(sessions: Made) -> None:
    (made,) = sessions("book.xlsx", saved(HEAD, ("2026-03-12", '=CONCATENATE("a","b")', None)))
    assert made.session.answers["what-worked"] == '=CONCATENATE("a","b")'


def test_days_since_1904(sessions: Made) -> None:
    (made,) = sessions("book.xlsx", saved(HEAD, (44631, "On a Mac", None), epoch=CALENDAR_MAC_1904))
    assert made.session.date == date(2026, 3, 12)


def test_each_sheet_is_a_table_and_comments_are_named_with_their_words(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(("2026-03-12", "a", 1))
    book.active["B2"].comment = Comment("said over tea", "Jo")
    more = book.create_sheet("Spring")
    more.append(("What happened", "Learning"))
    more.append(("b", "c"))
    book.create_sheet("Empty")
    written = BytesIO()
    book.save(written)
    found = read("book.xlsx", written.getvalue())
    assert [each.where for each in found.entries] == [
        "book.xlsx, sheet “Sheet”, row 2",
        "book.xlsx, sheet “Spring”, row 2",
    ]
    assert [each.why for each in found.left_out] == ["a comment on B2, which stays there: “said over tea”"]


def test_what_a_merged_cell_says_it_says_for_each_of_its_rows(sessions: Made, read: Read) -> None:
    book = openpyxl.Workbook()
    sheet, lists = book.active, book.create_sheet("Lists")
    for row in (
        ("Worker", "Date", "What went well", ""),
        ("", "", "there", "and why"),
        ("Bea", date(2026, 3, 12), "We walked.", "slow"),
        ("", "", "We sang.", ""),
        ("Worker", "Date", "What went well", None),
        ("Total", "", 2, ""),
    ):
        sheet.append(row)
    for merged in ("A1:A2", "B1:B2", "C1:D1", "A3:A4", "B3:B4"):
        sheet.merge_cells(merged)
    sheet.oddHeader.center.text = "North & South"
    lists.append(("Yes",))
    lists.sheet_state = "hidden"
    written = BytesIO()
    book.save(written)
    made = sessions("book.xlsx", written.getvalue())
    assert [(each.session.date.day, each.session.roles["presenter"]) for each in made] == [(12, ("Bea",))] * 2
    assert made[0].session.answers == {"what-worked": "We walked.", "notes": "and why: slow"}
    assert made[1].session.answers == {"what-worked": "We sang."}
    left_out = [each.why for each in read("book.xlsx", written.getvalue()).left_out]
    assert left_out == [
        "the names of the columns, once more: Worker | Date | What went well",
        "it sums up the rows above: Total | 2",
        "in a hidden sheet: Yes",
        "at the edge of a page, which stays there: “North & South”",
    ]


def _with_part(content: bytes, name: str, part: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(written, "w", ZIP_DEFLATED) as after:
        for each in before.namelist():
            after.writestr(each, part if each == name else before.read(each))
    return written.getvalue()


def test_a_workbook_that_would_unpack_to_something_huge_is_refused_before_it_is(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        workbooks, "_LARGEST", 1_000_000
    )  # a hundredth of what it is: packing a hundred megabytes takes long
    bomb = _with_part(saved(HEAD), "xl/worksheets/sheet1.xml", b" " * 1_000_001)
    assert len(bomb) < 10_000
    with pytest.raises(CircleError, match="far larger unpacked"):
        read("book.xlsx", bomb)


def test_entities_are_refused(read: Read) -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'
    with pytest.raises(CircleError, match="damaged"):
        read("book.xlsx", _with_part(saved(HEAD), "xl/worksheets/sheet1.xml", evil))


def test_a_damaged_workbook_says_so(read: Read) -> None:
    whole = saved(HEAD, ("2026-03-12", "a", 1))
    for content in (whole[:2000], whole[:-40], _with_part(whole, "xl/worksheets/sheet1.xml", b"<worksheet")):
        with pytest.raises(CircleError, match="damaged"):
            read("book.xlsx", content)
