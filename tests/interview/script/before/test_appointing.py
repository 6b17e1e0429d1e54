"""Days and times of a session, as people say them."""

from datetime import date

import pytest

from circle_cli.interview.script.before.appointing import read_time, read_when
from circle_cli.interview.script.prompts import Misread

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("14:00", "14:00"),
        ("9.30", "09:30"),
        ("2pm", "14:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("8", "08:00"),
        ("2", "14:00"),
        ("2.30", "14:30"),
        ("02:30", "02:30"),
        ("noon", "12:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(said: str, read: str) -> None:
    assert read_time(said) == read


@pytest.mark.parametrize("said", ["25:00", "9:60", "13pm", "0am", "soon", "14:00:00", "-1"])
def test_what_is_no_time_is_asked_again(said: str) -> None:
    with pytest.raises(Misread, match="You could write 14:00, or 2pm"):
        read_time(said)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("tomorrow 2pm", "2026-11-24 14:00"), ("Tue 14:30", "2026-11-24 14:30"), ("3 Dec at 10.15", "2026-12-03 10:15"),
        ("next Fri at 9", "2026-12-04 09:00"), ("Tuesday at 2", "2026-11-24 14:00"), ("Tue 14.30", "2026-11-24 14:30"),
        ("2pm tomorrow", "2026-11-24 14:00"), ("at 10:15 on 3 December", "2026-12-03 10:15"),
        ("2026-12-01, 2.30 pm", "2026-12-01 14:30"), ("in two weeks, midday", "2026-12-07 12:00"),
        ("3.12.2026", "2026-12-03"), ("1 Dec", "2026-12-01"), ("3 Dec 26", "2026-12-03"), ("the 15th", "2026-12-15"),
        ("Tue 1.12", "2026-12-01"), ("today", "2026-11-23"),
    ],
)  # fmt: skip
def test_a_day_is_read_with_its_time_where_both_are_said(said: str, read: str) -> None:
    assert read_when(said, DAY) == read


@pytest.mark.parametrize("said", ["soon", "2pm", "tomorrow 25:00", "31 Feb 2pm", "at 2pm"])
def test_what_is_no_day_is_asked_again(said: str) -> None:
    with pytest.raises(Misread, match=r"You could write (tomorrow 2pm|14:00)"):
        read_when(said, DAY)
