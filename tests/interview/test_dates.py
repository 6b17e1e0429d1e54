"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.interview.dates import read_day
from circle_cli.interview.prompts import Misread

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("2026-2-1", "2026-02-01"),
        ("1/12/2026", "2026-12-01"),
        ("1.12.26", "2026-12-01"),
        ("1/12", "2026-12-01"),
        ("1 Dec", "2026-12-01"),
        ("1st December 2027", "2027-12-01"),
        (" 2ND jan ", "2027-01-02"),
        ("23 nov", "2026-11-23"),
        ("22 nov", "2027-11-22"),
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("in 2 weeks", "2026-12-07"),
        ("in a week", "2026-11-30"),
        ("in three days", "2026-11-26"),
        ("29 feb 2028", "2028-02-29"),
    ],
)
def test_people_write_days_in_many_ways(said: str, day: str) -> None:
    assert read_day(said, TODAY) == day


@pytest.mark.parametrize("said", ["soon", "31/2/2026", "29 feb 2027", "2026-13-01", "in 999999 weeks", "1/1/1/1", "²"])
def test_what_is_no_day_is_asked_again_in_words(said: str) -> None:
    with pytest.raises(Misread, match="You could write 2026-12-01"):
        read_day(said, TODAY)


def test_a_leap_day_without_a_year_is_the_next_there_is() -> None:
    assert read_day("29 feb", date(2026, 3, 1)) == "2028-02-29"


@given(st.text(), st.dates())
def test_any_words_are_a_day_or_a_question(said: str, today: date) -> None:
    try:
        date.fromisoformat(read_day(said, today))
    except Misread:
        pass
