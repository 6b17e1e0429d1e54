"""Everyday words on a sheet: days without their year, and what people call the ways to use the circle."""

from collections.abc import Callable
from datetime import date

import docx
import pytest
from other_programs import edited

from circle_cli.guidance.records import Guidance
from circle_cli.paper.intake.sheet import SheetContent, read_sheet_docx

TODAY = date(2026, 11, 26)
Read = Callable[..., SheetContent]


@pytest.fixture
def read(blank: bytes, guidance: Guidance) -> Read:
    """Reads a sheet with these words in the rows of its first table, and an action with these days."""

    def read(today: date | None = TODAY, by: str = "", done: str = "", **rows: str) -> SheetContent:
        def fill(opened: "docx.document.Document") -> None:
            about, actions = opened.tables[0], opened.tables[3]
            for number, key in enumerate(("title", "date", "mode"), start=1):
                about.rows[number].cells[1].text = rows.get(key, "")
            for label, key in (("Session", "id"), ("Services for", "setting"), ("What we looked at", "focus"),
                               ("Raised under safeguarding procedures", "raised")):  # fmt: skip
                if key in rows:
                    cells = about.add_row().cells
                    cells[0].text, cells[1].text = label, rows[key]
            if by or done:
                for cell, text in zip(actions.rows[1].cells, ("Ring", "", by, "", done), strict=True):
                    cell.text = text

        return read_sheet_docx(edited(blank, fill), "x.docx", guidance, today)

    return read


DAYS = {
    "Mon 16th Nov": date(2026, 11, 16),
    "Monday 16th of November": date(2026, 11, 16),
    "16 Nov": date(2026, 11, 16),
    "16/11": date(2026, 11, 16),
    "16 Nov, Mon": date(2026, 11, 16),
    "3rd Dec": date(2025, 12, 3),
    "Thurs 3rd Dec": date(2026, 12, 3),
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_without_its_year_is_the_last_of_that_name_and_is_said_in_full(text: str, day: date, read: Read) -> None:
    sheet = read(date=text)
    assert (sheet.values, sheet.unplaced) == ({"date": day}, ())
    (line,) = sheet.understood
    assert line.startswith(f"“{text}” as ") and line.endswith(f" {day.year}")


def test_what_is_written_in_full_goes_without_saying(read: Read) -> None:
    sheet = read(date="Monday 16 November 2026", mode="In a group", by="1/12/2026")
    assert sheet.values["date"] == date(2026, 11, 16)
    assert sheet.values["mode"] == "group"
    assert sheet.understood == ()


def test_a_day_without_its_year_on_the_sheet_of_a_planned_session_is_the_one_nearest_to_that(read: Read) -> None:
    sheet = read(date="11 Jan", id="2027-01-04-gr2p")
    assert sheet.values == {"date": date(2027, 1, 11), "id": "2027-01-04-gr2p"}
    assert sheet.understood == ("“11 Jan” as Monday 11 January 2027",)


@pytest.mark.parametrize(
    "text", ["last Tuesday", "yesterday", "Tue 16th Nov", "the 16th", "16th", "soon", "16 Nov or so"]
)
def test_a_day_that_may_be_another_is_not_guessed(text: str, read: Read) -> None:
    sheet = read(date=text)
    assert (sheet.values, sheet.unplaced) == ({}, (f"Date: {text}",))


def test_where_nobody_knows_what_day_it_is_a_day_needs_its_year(read: Read) -> None:
    assert read(None, date="Mon 16th Nov").unplaced == ("Date: Mon 16th Nov",)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mon 16th Nov, 2pm", "2pm"),
        ("16/11/2026 14:00", "14:00"),
        ("16.11.26 at 2.30 pm", "at 2.30 pm"),
        ("2-4pm Mon 16th Nov", "2-4pm"),
        ("16 Nov (afternoon)", "afternoon"),
        ("16 November 2026 from 10:00 to 11:30", "from 10:00 to 11:30"),
    ],
)
def test_the_time_beside_a_day_goes_to_the_notes(text: str, left: str, read: Read) -> None:
    sheet = read(date=text)
    assert sheet.values == {"date": date(2026, 11, 16)}
    assert sheet.unplaced == (f"Date: {left}",)


def test_the_days_of_an_action_are_seen_from_that_of_the_session(read: Read) -> None:
    sheet = read(date="Mon 16th Nov", by="in two weeks", done="Fri 20th")
    (action,) = sheet.values["action_points"]
    assert (action["by"], action["done"]) == (date(2026, 11, 30), date(2026, 11, 20))
    assert sheet.understood == (
        "“Mon 16th Nov” as Monday 16 November 2026",
        "“in two weeks” as Monday 30 November 2026",
        "“Fri 20th” as Friday 20 November 2026",
    )


def test_a_day_of_an_action_that_is_none_goes_to_the_notes_with_what_follows_it(read: Read) -> None:
    sheet = read(date="16/11/2026", by="1 Dec, noon", done="when Jo is back")
    assert sheet.unplaced == ("“Ring”: By when: noon; Done: when Jo is back",)


@pytest.mark.parametrize(
    ("text", "raised"),
    [
        ("Yes, Mon 16th Nov", {"raised": True, "on": date(2026, 11, 16)}),
        ("yes on 16/11/2026", {"raised": True, "on": date(2026, 11, 16)}),
        ("No.", {"raised": False, "on": None}),
    ],
)
def test_what_was_raised_may_be_dated_as_people_write_days(text: str, raised: dict[str, object], read: Read) -> None:
    assert read(raised=text).values == {"safeguarding": raised}


@pytest.mark.parametrize("text", ["yesterday", "not yet", "yes, by Jo", "maybe", "yes, 16 Nov, 2pm"])
def test_what_was_raised_is_never_guessed(text: str, read: Read) -> None:
    sheet = read(raised=text)
    assert (sheet.values, sheet.unplaced) == ({}, (f"Raised under safeguarding procedures: {text}",))


MODES = {
    "group": ["team meeting", "Team Meeting (monthly)", "with the team", "our reflective group", "Group",
              "staff meeting", "small group", "peer group", "Learning set", "in the team huddle", "with colleagues"],
    "individual": ["supervision", "In supervision with Jo", "one to one", "One-to-one", "1:1", "1-1", "1 to 1", "121",
                   "on my own", "alone", "individually", "by myself", "with my practice educator", "just me"],
    "collaborative": ["with the family", "With the family, at home", "family meeting", "with those involved",
                      "family group conference", "team meeting with the family", "with her mother",
                      "together with the child"],
    "training": ["training day", "training", "Team training day", "workshop", "group supervision", "team supervision",
                 "CPD event", "course", "induction week"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "mode"), [(text, mode) for mode, texts in MODES.items() for text in texts])
def test_what_people_call_the_ways_to_use_the_circle_is_understood(
    text: str, mode: str, read: Read, guidance: Guidance
) -> None:
    sheet = read(mode=text)
    title = next(each.title for each in guidance.modes if each.id == mode)
    assert (sheet.values, sheet.unplaced) == ({"mode": mode}, ())
    assert sheet.understood in ((), (f"“{text}” as “{title}”",))
    assert sheet.understood or text.casefold() == mode


@pytest.mark.parametrize(
    "text", ["in the car", "not in a group", "without the family", "alone, after the team day", "?"]
)
def test_a_way_that_nobody_can_tell_goes_to_the_notes(text: str, read: Read) -> None:
    sheet = read(mode=text)
    assert (sheet.values, sheet.unplaced) == ({}, (f"How we used the circle: {text}",))


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("setting", "children's services", "children"),
        ("setting", "Children and families", "children"),
        ("setting", "Adults’ services", "adults"),
        ("setting", "children and adults", "both"),
        ("setting", "both", "both"),
        ("focus", "a family", "family"),
        ("focus", "One conversation", "interaction"),
        ("focus", "Event", "event"),
    ],
)
def test_whose_services_and_what_was_looked_at_are_understood(key: str, text: str, value: str, read: Read) -> None:
    assert read(**{key: text}).values == {key: value}


@pytest.mark.parametrize(
    ("key", "text"), [("setting", "prisons"), ("focus", "a family and a person"), ("focus", "tea")]
)
def test_anything_else_is_not(key: str, text: str, read: Read) -> None:
    assert read(**{key: text}).values == {}
