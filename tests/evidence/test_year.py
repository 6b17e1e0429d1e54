"""The registration year: from when to when, and how it is named."""

from datetime import date

import pytest

from circle_cli.evidence.contents import look_at_year
from circle_cli.evidence.year import begins_on, year_named, year_with


@pytest.mark.parametrize(
    ("day", "begins", "first", "last", "name"),
    [
        (date(2026, 11, 30), (12, 1), date(2025, 12, 1), date(2026, 11, 30), "2025 to 2026"),
        (date(2026, 12, 1), (12, 1), date(2026, 12, 1), date(2027, 11, 30), "2026 to 2027"),
        (date(2024, 2, 29), (9, 1), date(2023, 9, 1), date(2024, 8, 31), "2023 to 2024"),
        (date(2024, 2, 29), (3, 1), date(2023, 3, 1), date(2024, 2, 29), "2023 to 2024"),
        (date(2026, 5, 5), (1, 1), date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_a_day_lies_in_one_year(day: date, begins: tuple[int, int], first: date, last: date, name: str) -> None:
    year = year_with(day, begins)
    assert (year.first, year.last, year.name) == (first, last, name)
    assert year.holds(first) and year.holds(last) and year.holds(day)


@pytest.mark.parametrize("named", ["2026", "2025-26", "2025-2026", "2025/26", "2025 to 2026", " 2026 "])
def test_it_is_named_by_the_year_in_which_it_ends_or_by_both(named: str) -> None:
    year = year_named(named)
    assert year and year.first == date(2025, 12, 1)


@pytest.mark.parametrize("named", ["", "26", "last", "2025-27", "2026-25", "0000", "9999-10000", "٢٠٢٦"])
def test_nothing_else_is_a_year(named: str) -> None:
    assert year_named(named) is None


def test_a_year_that_is_one_of_the_calendar_is_named_by_that() -> None:
    year = year_named("2026", (1, 1))
    assert year and (year.first, year.last) == (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1 September", (9, 1)),
        ("1st of April", (4, 1)),
        ("12 Dec", (12, 12)),
        ("29 February", None),
        ("soon", None),
        ("", None),
    ],
)
def test_it_begins_on_a_day_that_every_year_has(typed: str, found: tuple[int, int] | None) -> None:
    assert begins_on(typed) == found


@pytest.mark.parametrize(
    ("today", "left"),
    [(date(2026, 11, 30), 1), (date(2026, 11, 27), 4), (date(2026, 12, 1), 0), (date(2025, 12, 1), 365)],
)
def test_the_days_that_are_left_have_today_among_them(today: date, left: int) -> None:
    assert year_with(date(2026, 5, 5)).days_left(today) == left


def test_only_months_that_have_begun_can_be_quiet() -> None:
    year = year_with(date(2026, 5, 5))
    assert year.months(date(2026, 2, 3)) == ((2025, 12), (2026, 1), (2026, 2))
    for today, quiet in ((date(2025, 12, 1), 0), (date(2026, 2, 3), 2), (date(2026, 2, 20), 3)):
        assert len(look_at_year(year, today, (), (), ()).quiet) == quiet
