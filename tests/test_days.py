"""Days as people write and say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.days import WAYS, Years, in_brief, in_words, read_date, read_day

TODAY = date(2026, 11, 23)  # a Monday
DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31))
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = st.integers(0, 6)


def iso(said: str, today: date | None = TODAY) -> str | None:
    found = read_day(said, today)
    return found.isoformat() if found else None


WRITTEN = {
    "2026-12-01": "2026-12-01",
    "2026-2-1": "2026-02-01",
    "1/12/2026": "2026-12-01",
    "1.12.26": "2026-12-01",
    "1-12-2026": "2026-12-01",
    "01.12.26": "2026-12-01",
    "1st December 2027": "2027-12-01",
    "1st of December, 2026": "2026-12-01",
    "the 1st of December 2026": "2026-12-01",
    "Tuesday, 1 Dec. 2026": "2026-12-01",
    "Tues. the 1st of December 2026": "2026-12-01",
    "December 1st, 2026": "2026-12-01",
    "1Dec2026": None,
    "1-Dec-26": "2026-12-01",
    "1/Dec/2026": "2026-12-01",
    "1.Dec.2026": "2026-12-01",
    "1 Dec '26": "2026-12-01",
    "1 Dec ’26": "2026-12-01",
    "Tue 1/12/2026": "2026-12-01",
    "Tuesday 1.12.26": "2026-12-01",
    "Mon 1/12/2026": None,
    "1st December 2026 (Tue)": "2026-12-01",
    "1 Dec 2026, Tuesday": "2026-12-01",
    "1 Dec 2026, Monday": None,
    "1 Dec 2026, maybe": None,
    "2026/12/01": "2026-12-01",
    "2026.12.1": "2026-12-01",
    "2026/12.1": None,
    "29 feb 2028": "2028-02-29",
    "31/11/2026": None,
    "31 November 2026": None,
    "29 feb 2027": None,
    "2026-13-01": None,
    "Friday 1 December 2026": None,  # it is a Tuesday
    "December 2026": None,
    "1 marble 2026": None,
    "soon": None,
    "": None,
}

WITHOUT_A_YEAR = {
    "1/12": "2026-12-01",
    "1.12.": "2026-12-01",
    "1-12": None,
    "1 Dec": "2026-12-01",
    "Dec 1": "2026-12-01",
    " 2ND jan ": "2027-01-02",
    "23 nov": "2026-11-23",
    "22 nov": "2027-11-22",
    "on Tuesday 1 December": "2026-12-01",
    "Friday 1 December": None,
    "29 feb": "2028-02-29",
    "Mon 16th Nov": "2026-11-16",  # a week ago: this year's is a Monday, and next year's is not
    "Mon. 16th of Nov.": "2026-11-16",
    "16th November, Monday": "2026-11-16",
    "Monday November 16th": "2026-11-16",
    "Mon 16/11": "2026-11-16",
    "Tues 16th Nov": "2027-11-16",
    "Sun 16th Nov": None,  # that was in 2025, and is more likely a slip
    "Mon 1 Dec": None,
    "Sat 29 feb": None,
    "Tue 29 feb": "2028-02-29",
    "the 15th": "2026-12-15",
    "Tue 15th": "2026-12-15",
    "Wed 15th": None,
    "Someday 15th": None,
    "23rd": "2026-11-23",
    "31st": "2026-12-31",
    "15": None,
}

SPOKEN = {
    "today": "2026-11-23",
    "Tomorrow": "2026-11-24",
    "yesterday": "2026-11-22",
    "the day after tomorrow": "2026-11-25",
    "in 2 weeks": "2026-12-07",
    "in two weeks": "2026-12-07",
    "in two weeks' time": "2026-12-07",
    "in a fortnight’s time": "2026-12-07",
    "in a couple of weeks": "2026-12-07",
    "two weeks from today": "2026-12-07",
    "in a week": "2026-11-30",
    "next week": "2026-11-30",
    "in three days": "2026-11-26",
    "3 days ago": "2026-11-20",
    "in a month": "2026-12-23",
    "in a year": "2027-11-23",
    "a week today": "2026-11-30",
    "a week tomorrow": "2026-12-01",
    "a week on Friday": "2026-12-04",
    "a fortnight on Friday": "2026-12-11",
    "Friday": "2026-11-27",
    "Monday": "2026-11-30",
    "weds": "2026-11-25",
    "this Friday": "2026-11-27",
    "this Monday": "2026-11-23",
    "this coming Friday": "2026-11-27",
    "next Friday": "2026-12-04",
    "next Monday": "2026-11-30",
    "Friday next week": "2026-12-04",
    "last Friday": "2026-11-20",
    "last Monday": "2026-11-16",
    "Friday week": "2026-12-04",
    "Monday week": "2026-12-07",
    "end of the month": "2026-11-30",
    "by the end of this month": "2026-11-30",
    "end of next month": "2026-12-31",
    "the end of the week": "2026-11-27",
    "end of next week": "2026-12-04",
    "end of the year": "2026-12-31",
    "end of February": "2027-02-28",
    "end of Feb 2028": "2028-02-29",
    "end of November": "2026-11-30",
    "end of term": None,
    "next term": None,
    "in a while": None,
    "in 999999 weeks": None,
    "in 9999 years": None,
    "when Jo is back": None,
    "today or tomorrow": None,
    "1/1/1/1": None,
    "²": None,
}


@pytest.mark.parametrize(("said", "day"), [*WRITTEN.items(), *WITHOUT_A_YEAR.items(), *SPOKEN.items()])
def test_people_say_days_in_many_ways(said: str, day: str | None) -> None:
    assert iso(said) == day


@pytest.mark.parametrize(("said", "day"), WRITTEN.items())
def test_a_whole_date_needs_no_today(said: str, day: str | None) -> None:
    assert iso(said, None) == day


@pytest.mark.parametrize("said", [*WITHOUT_A_YEAR, *SPOKEN])
def test_without_a_today_nothing_is_counted_from_it(said: str) -> None:
    assert read_day(said) is None


@pytest.mark.parametrize(
    ("said", "today", "day"),
    [
        ("29 feb", "2026-03-01", "2028-02-29"),
        ("31st", "2027-02-01", "2027-03-31"),
        ("in a month", "2027-01-31", "2027-02-28"),
        ("in a year", "2028-02-29", "2029-02-28"),
        ("end of the month", "2028-02-10", "2028-02-29"),
        ("next Friday", "2026-11-29", "2026-12-04"),  # a Sunday: the week to come
        ("next Friday", "2026-11-27", "2026-12-04"),  # a Friday
        ("this Friday", "2026-11-28", "2026-12-04"),  # a Saturday: this week's has gone
        ("the end of the week", "2026-11-28", "2026-11-29"),
        ("end of next month", "2026-12-31", "2027-01-31"),
        ("in a week", "9999-12-31", None),
        ("yesterday", "0001-01-01", None),
    ],
)
def test_the_calendars_edges_are_minded(said: str, today: str, day: str | None) -> None:
    assert iso(said, date.fromisoformat(today)) == day


@pytest.mark.parametrize(
    ("text", "years", "day"),
    [
        ("16 Nov", Years.PAST, "2026-11-16"),
        ("Mon 16th Nov", Years.PAST, "2026-11-16"),
        ("23 Nov", Years.PAST, "2026-11-23"),
        ("24 Nov", Years.PAST, "2025-11-24"),
        ("Tue 24 Nov", Years.PAST, "2026-11-24"),  # tomorrow: last year's was a Monday
        ("Mon 24 Nov", Years.PAST, "2025-11-24"),
        ("Wed 24 Nov", Years.PAST, None),
        ("29 Feb", Years.PAST, "2024-02-29"),
        ("3/1", Years.PAST, "2026-01-03"),
        ("3/1", Years.NEAREST, "2027-01-03"),
        ("16 Nov", Years.NEAREST, "2026-11-16"),
        ("30 Nov", Years.NEAREST, "2026-11-30"),
        ("1 June", Years.NEAREST, "2026-06-01"),
        ("16/11/24", Years.PAST, "2024-11-16"),
        ("yesterday", Years.PAST, None),
        ("last Monday", Years.NEAREST, None),
        ("the 15th", Years.PAST, None),
        ("16 Nov" + " " * 60, Years.PAST, None),
    ],
)
def test_a_date_on_paper_is_seen_from_a_day_that_is_known(text: str, years: Years, day: str | None) -> None:
    found = read_date(text, TODAY, years)
    assert (found.isoformat() if found else None) == day
    assert read_date(text, None, years) == (read_day(text) if day else None)


@given(DAYS, DAYS, st.sampled_from(Years))
def test_a_date_without_a_year_is_on_the_side_that_was_asked_for(day: date, near: date, years: Years) -> None:
    found = read_date(f"{day.day}/{day.month}", near, years)
    assert found is None or (found.day, found.month) == (day.day, day.month)
    assert found or (day.day, day.month) == (29, 2) or near.year > 9990 or near.year < 1010
    if found and years is not Years.NEAREST:
        assert found >= near if years is Years.COMING else found <= near
    if found and years is Years.NEAREST:
        assert abs((found - near).days) <= 366 * 4


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_a_day_with_its_weekday_is_found_shortly_before_and_after(near: date, far: int) -> None:
    for day in (near - timedelta(days=far), near + timedelta(days=far)):
        if (day.day, day.month) != (29, 2):
            written = f"{NAMES[day.weekday()][:3]} {day.day}/{day.month}"
            assert {read_date(written, near, years) for years in Years} == {day}


def test_the_examples_in_messages_are_read() -> None:
    assert all(read_day(way, TODAY) for way in WAYS.replace(" or ", ", ").split(", "))


@given(DAYS, DAYS)
def test_what_was_understood_reads_back_as_the_same_day(day: date, today: date) -> None:
    assert read_day(in_words(day)) == read_day(in_words(day), today) == day


@given(DAYS, DAYS)
def test_a_day_in_brief_is_in_this_year_or_names_its_own(day: date, today: date) -> None:
    said = in_brief(day, today)
    assert read_day(said, date(today.year, 1, 1)) == day


@given(DAYS, st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"]))
def test_numbers_are_day_month_year_or_iso(day: date, form: str) -> None:
    assert read_day(day.strftime(form)) == day


@given(st.dates(date(2000, 1, 1), date(2080, 1, 1)), st.integers(0, 9999))
def test_in_so_many_days_is_so_many_days_on(today: date, count: int) -> None:
    assert read_day(f"in {count} days", today) == today + timedelta(days=count)
    assert read_day(f"{count} days ago", today) == today - timedelta(days=count)


@given(DAYS, WEEKDAYS)
def test_a_weekday_is_always_the_one_named_and_where_its_word_puts_it(today: date, which: int) -> None:
    name, monday = NAMES[which], today - timedelta(days=today.weekday())
    after, this, coming, last = (read_day(f"{said} {name}", today) for said in ("", "this", "next", "last"))
    assert after and this and coming and last
    assert {day.weekday() for day in (after, this, coming, last)} == {which}
    assert today < after <= today + timedelta(days=7)
    assert today <= this < today + timedelta(days=7)
    assert coming - timedelta(days=which) == monday + timedelta(days=7)
    assert today - timedelta(days=7) <= last < today
    assert read_day(f"{name} week", today) == after + timedelta(days=7)


@given(DAYS, st.integers(1, 12))
def test_in_so_many_months_is_the_same_day_or_the_months_last(today: date, count: int) -> None:
    day = read_day(f"in {count} months", today)
    assert day
    assert (day.year * 12 + day.month) - (today.year * 12 + today.month) == count
    assert day.day == today.day or (day + timedelta(days=1)).day == 1


@given(DAYS)
def test_the_15th_is_the_next_one(today: date) -> None:
    day = read_day("the 15th", today)
    assert day
    assert day.day == 15
    assert today <= day <= today + timedelta(days=31)


@given(st.text() | st.text("0123456789 /.-,'’adeghinokrstuwy"), st.dates())
def test_any_words_are_a_day_or_none(said: str, today: date) -> None:
    assert isinstance(read_day(said, today), date | None)
    assert isinstance(read_day(said), date | None)
