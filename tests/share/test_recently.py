"""Whether a story may be told too soon: by its session's day where that is, else by what is known without it."""

import pytest

from circle_cli.identifiers.lists import Lists
from circle_cli.points.record import LearningPoint
from circle_cli.share.noticing import Noticed, notice
from circle_cli.share.proposing.settling import RECENT

PLACE_IT = "those who were there may still place it"


def told(noticed: Noticed) -> tuple[bool, bool]:
    """Tell whether it is among the notes, and whether it is said of a session that is not there."""
    return any(PLACE_IT in each for each in noticed.notes), PLACE_IT in noticed.people


@pytest.mark.parametrize(("days", "soon"), [(0, True), (RECENT - 1, True), (RECENT, False)])
def test_where_the_session_is_its_day_tells(point: LearningPoint, lists: Lists, days: int, soon: bool) -> None:
    assert told(notice(point, (), lists, (), days, is_stated=True, may_be_recent=True)) == (soon, False)


@pytest.mark.parametrize("recent", [True, False])
def test_where_it_is_not_the_reader_hears_that_nobody_knows(point: LearningPoint, lists: Lists, recent: bool) -> None:
    assert told(notice(point, (), lists, None, None, is_stated=True, may_be_recent=recent)) == (False, recent)
    unsigned = notice(point, (), lists, None, None, is_stated=False, may_be_recent=recent)
    assert told(unsigned) == (False, False) and unsigned.obstacle  # it cannot be approved anyhow
