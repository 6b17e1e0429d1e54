"""What goes into a calendar (RFC 5545), which Outlook, Google and others import; the one owner of icalendar.

Actions, and an invitation to a session that is planned.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from circle_cli.confided.words import MADE_BY
from circle_cli.log.reading.actions import OpenAction
from circle_cli.shown import shown

_FIRST, _LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2076, 1, 1, tzinfo=UTC)
"""Between these a clock may be right; until the last, what is counted in seconds since the first fits into 31 bits."""


def draw_calendar(actions: Iterable[OpenAction], now: datetime) -> bytes:
    """Draw one all-day entry for each action that has a day; the time stays free.

    An action's entry keeps its name (UID) for good, and a later file has higher numbers (SEQUENCE), so that importing
    again updates what is there. By a clock that is wrong it is 0, so that a file from the right time is higher. It says
    what is to be done, who does it, and the session's id; nothing else.
    """
    calendar = _calendar()
    for each in actions:
        if each.by is not None:
            calendar.add_component(_entry(each, each.by, now))
    return bytes(calendar.to_ical())


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What an invitation says: when (`at` None: some time that day), where, and what it is; it names nobody."""

    uid: str
    day: date
    at: time | None
    minutes: int
    place: str
    title: str
    text: str


def draw_invitation(invitation: Invitation, now: datetime) -> bytes:
    """Draw an entry to be sent to those who are to come.

    Its time is that of the clock on the wall there, whatever zone this computer believes to be in. Sent again it
    updates the first (UID, SEQUENCE).
    """
    entry = Event()
    entry.add("uid", f"{invitation.uid}@circle")
    entry.add("sequence", _sequence(now))
    entry.add("dtstamp", now)
    if invitation.at is None:
        entry.add("dtstart", invitation.day)
        if invitation.day < date.max:
            entry.add("dtend", invitation.day + timedelta(days=1))
    else:
        start = datetime.combine(invitation.day, invitation.at)
        entry.add("dtstart", start)
        entry.add("dtend", start + timedelta(minutes=invitation.minutes))
    entry.add("summary", _line(invitation.title))
    if invitation.place:
        entry.add("location", _line(invitation.place))
    entry.add("description", "\n".join(_line(line) for line in invitation.text.split("\n")))
    calendar = _calendar()
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    return calendar


def _sequence(now: datetime) -> int:
    return int((now - _FIRST).total_seconds()) if is_plausible(now) else 0


def is_plausible(now: datetime) -> bool:
    """Tell whether a clock may be right: nothing was made here before, and hardly anything will be after."""
    return _FIRST <= now < _LAST


def is_ours(content: bytes) -> bool:
    """Tell whether a file is one that was drawn here."""
    return content.startswith(b"BEGIN:VCALENDAR\r\n") and f"\r\nPRODID:{MADE_BY}\r\n".encode() in content


def _entry(each: OpenAction, day: date, now: datetime) -> Event:
    who = f" ({_line(each.who)})" if each.who else ""
    entry = Event()
    entry.add("uid", f"{each.session}-{each.number}@circle")
    entry.add("sequence", _sequence(now))
    entry.add("dtstamp", now)
    entry.add("dtstart", day)
    if day < date.max:
        entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", f"{_line(each.what)}{who}")
    entry.add("description", each.session)
    entry.add("transp", "TRANSPARENT")
    entry.add("class", "PRIVATE")
    return entry


def _line(text: str) -> str:
    """Give text on one line, without the control characters that the format has no place for."""
    return shown(" ".join(text.split()))
