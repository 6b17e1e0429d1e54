"""The day of an entry: read where it is written whole, in the order of the United Kingdom, and never guessed."""

from datetime import date

import pytest

from circle_cli.importing.when import day_in_name, is_month_first, read_when

MARCH = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2026-03-12", ""),
        ("2026-03-12T00:00:00.000Z", ""),
        ("2026-03-12T14:05:00Z", "14:05:00Z"),
        ("2026-03-12 14:05", "14:05"),
        ("Thursday 12 March 2026", ""),
        ("12th March 2026, 2pm", "2pm"),
        ("12/03/2026 14:05:33", "14:05:33"),
        ("12.3.26", ""),
        ("Thu, 12 Mar 2026 14:05:33 +0000", "14:05:33 +0000"),
        ("12 Mar 2026 14:05:33 GMT", "14:05:33 GMT"),
        ("46093", ""),
        ("46093.5868", ""),
    ],
)
def test_a_day_is_read_and_what_stands_beside_it_is_kept(text: str, rest: str) -> None:
    read = read_when(text)
    assert read is not None
    assert (read.day, read.rest) == (MARCH, rest)


@pytest.mark.parametrize(
    "text", ["12 March", "last week", "Friday 12 March 2026", "31/02/2026", "soon", "", "12345678"]
)
def test_what_has_no_year_or_is_no_day_is_not_guessed(text: str) -> None:
    assert read_when(text) is None


def test_figures_are_read_the_uk_way_and_that_is_said() -> None:
    read = read_when("03/04/2026")
    assert read is not None
    assert read.day == date(2026, 4, 3)
    assert read.said == "“03/04/2026” as Friday 3 April 2026, day first"


def test_figures_that_make_no_sense_day_first_are_read_month_first_and_that_is_said() -> None:
    read = read_when("8/20/25 12:51:45")
    assert read is not None
    assert (read.day, read.rest) == (date(2025, 8, 20), "12:51:45")
    assert "month first" in read.said


def test_other_rows_of_a_column_show_that_it_is_month_first() -> None:
    assert is_month_first(["9/3/25", "8/20/25"])
    assert not is_month_first(["9/3/25", "10/3/25"])
    assert not is_month_first(["20/8/25", "8/20/25"])
    read = read_when("9/3/25", month_first=True)
    assert read is not None
    assert read.day == date(2025, 9, 3)


def test_a_workbook_of_an_old_mac_counts_its_days_from_1904() -> None:
    read = read_when("44631", since_1904=True)
    assert read is not None
    assert read.day == MARCH


@pytest.mark.parametrize(
    ("name", "day", "rest"),
    [
        ("2026-03-12 Visit to Bea", MARCH, "Visit to Bea"),
        ("20260312140533", MARCH, ""),
        ("Visit_2026-03-12", MARCH, "Visit"),
        ("12 March 2026 - visit", MARCH, "visit"),
        ("supervision notes 7", None, "supervision notes 7"),
        ("2026-13-40", None, "2026-13-40"),
        ("-2+3 degrees", None, "-2+3 degrees"),
        ("2026-03-12 -2 degrees", MARCH, "-2 degrees"),
        ("2026-03-12-2 visits -", MARCH, "2 visits"),
        ("- a visit", None, "a visit"),
    ],
)
def test_a_files_name_may_hold_a_day(name: str, day: date | None, rest: str) -> None:
    assert day_in_name(name) == (day, rest)
