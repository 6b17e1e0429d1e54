"""Days in an interview: what is no day is asked for again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.interview.script.dates import answer_as_day
from circle_cli.interview.script.prompts import Misread

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("said", "day"), [("1 Dec", "2026-12-01"), ("next Friday", "2026-12-04")])
def test_a_day_is_kept_as_the_file_has_it(said: str, day: str) -> None:
    assert answer_as_day(said, TODAY) == day


@pytest.mark.parametrize("said", ["soon", "31/2/2026", "29 feb 2027", "2026-13-01", "in 999999 weeks", "1/1/1/1", "²"])
def test_what_is_no_day_is_asked_again_in_words(said: str) -> None:
    with pytest.raises(Misread, match="You could write 2026-12-01"):
        answer_as_day(said, TODAY)


@given(st.text(), st.dates())
def test_any_words_are_a_day_or_a_question(said: str, today: date) -> None:
    try:
        date.fromisoformat(answer_as_day(said, today))
    except Misread:
        pass
