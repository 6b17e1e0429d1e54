"""Actions as a calendar file that other programs import."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.log.reading.actions import OpenAction
from circle_cli.log.reading.ics import draw_calendar, is_ours
from circle_cli.shown import shown

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)


def action(number: int = 1, **values: object) -> OpenAction:
    given = {"what": "Ring the school", "who": "Sam", "by": date(2026, 12, 1), "tracked_by": "Jo", "note": "soon"}
    about = {"session": "2026-11-23-k3f9", "title": "A title", "short": "k3f9", "path": "x.md"}
    return OpenAction(number=number, **(about | given | values))  # type: ignore[arg-type]  # as each test has it


def entry(each: OpenAction, now: datetime = NOW) -> icalendar.Event:
    [found] = icalendar.Calendar.from_ical(draw_calendar([each], now)).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def test_a_calendar_has_what_the_standard_asks_for() -> None:
    content = draw_calendar([action()], NOW)
    calendar = icalendar.Calendar.from_ical(content)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["PRODID"]
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.walk())
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_an_entry_takes_the_day_and_leaves_the_time_free() -> None:
    text = draw_calendar([action()], NOW).decode()
    assert "\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n" in text
    assert "\r\nTRANSP:TRANSPARENT\r\n" in text
    assert "\r\nCLASS:PRIVATE\r\n" in text
    assert "\r\nDTSTAMP:20261123T140000Z\r\n" in text


def test_an_entry_says_what_and_who_and_the_session_and_nothing_else() -> None:
    found = entry(action())
    assert found["SUMMARY"] == "Ring the school (Sam)"
    assert found["DESCRIPTION"] == "2026-11-23-k3f9"
    assert entry(action(who=None))["SUMMARY"] == "Ring the school"
    content = draw_calendar([action()], NOW)
    assert not any(word in content for word in (b"Jo", b"soon", b"A title", b"x.md"))


def test_a_later_file_updates_the_same_entry() -> None:
    before, after = entry(action()), entry(action(what="Write", by=date(2027, 1, 1)), NOW + timedelta(seconds=1))
    assert before["UID"] == after["UID"]
    assert int(before["SEQUENCE"]) < int(after["SEQUENCE"]) < 2**31
    assert entry(action(2))["UID"] != before["UID"]


def test_only_what_has_a_day_is_in_it() -> None:
    drawn = draw_calendar([action(), action(2, by=None), action(3, by=date.max)], NOW)
    assert [event["UID"][16:17] for event in icalendar.Calendar.from_ical(drawn).walk("VEVENT")] == ["1", "3"]


@pytest.mark.parametrize("what", ["a; b, c\\ d: e", 'say "hello"', "two\nlines", "BEGIN:VEVENT\r\nEND:VCALENDAR"])
def test_what_looks_like_structure_stays_text(what: str) -> None:
    assert entry(action(what=what))["SUMMARY"] == f"{' '.join(what.split())} (Sam)"


@given(st.text(min_size=1).filter(str.strip), st.none() | st.text())
def test_whatever_the_words_they_read_back(what: str, who: str | None) -> None:
    named = f" ({shown(' '.join(who.split()))})" if who else ""
    assert entry(action(what=what, who=who))["SUMMARY"] == shown(" ".join(what.split())) + named


def test_a_file_of_ours_is_known_and_another_is_not() -> None:
    assert is_ours(draw_calendar([action()], NOW))
    other = icalendar.Calendar()
    other.add("prodid", "-//another//EN")
    other.add("version", "2.0")
    assert not is_ours(other.to_ical())
    assert not is_ours(b"")
    assert not is_ours(b"# notes\r\nPRODID:-//circle//The practice learning circle//EN\r\n")


@pytest.mark.parametrize("year", [1, 1970, 2015, 2025, 2076, 2099, 9999])
def test_by_a_wrong_clock_the_file_is_sound_and_a_later_one_counts(year: int) -> None:
    wrong = entry(action(), datetime(year, 6, 1, tzinfo=UTC))
    assert 0 <= wrong["SEQUENCE"] < entry(action())["SEQUENCE"]
    assert wrong.decoded("DTSTAMP").year == year


def test_the_number_fits_into_what_calendars_read() -> None:
    assert entry(action(), datetime(2075, 12, 31, tzinfo=UTC))["SEQUENCE"] < 2**31
