"""`circle actions`: what is still to do, and the calendar file."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from making import put_session

from circle_cli.commands.reading.actions import lines, when
from circle_cli.days import in_brief, in_words
from circle_cli.log.reading.actions import OpenAction

Run = Callable[..., Any]
MONDAY = date(2026, 11, 23)
TODAY = date.today()


def days(count: int) -> str:
    return (TODAY + timedelta(days=count)).isoformat()


@pytest.fixture
def agreed(log: Path, put: Callable[..., Path]) -> Path:
    put(
        "2026-11-01-aaaa",
        "The door",
        "action_points:\n"
        "  - {id: 1, what: Ring the school, who: Sam, tracked_by: Jo}\n"
        f"  - {{id: 2, what: Thank the carer, who: Jo, by: {days(-2)}}}\n"
        f"  - {{id: 3, what: Rest, who: Sam, by: {days(0)}, done: {days(-1)}}}\n",
    )
    put("2026-11-02-bbbb", "Tea", f"action_points:\n  - {{id: 1, what: Write it up, who: Sam, by: {days(5)}}}\n")
    put("2026-11-03-cccc", "Nothing agreed")
    return log


def what(done: Any) -> list[str]:
    assert done.returncode == 0, done.stderr
    return [each["what"] for each in json.loads(done.stdout)]


def test_overdue_comes_first_and_what_has_no_date_last(circle: Run, agreed: Path) -> None:
    done = circle("actions", cwd=agreed)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "aaaa 2  Thank the carer",
        f"    Jo, overdue since {in_brief(TODAY - timedelta(days=2), TODAY)}",
        "bbbb 1  Write it up",
        f"    Sam, by {in_brief(TODAY + timedelta(days=5), TODAY)}",
        "aaaa 1  Ring the school",
        "    Sam, no date, Jo keeps an eye on it",
    ]


def test_json_says_the_same(circle: Run, agreed: Path) -> None:
    first, second, _ = json.loads(circle("actions", "--json", cwd=agreed).stdout)
    assert (first["session"], first["number"], first["overdue"]) == ("2026-11-01-aaaa", 2, True)
    assert (second["by"], second["overdue"], second["title"]) == (days(5), False, "Tea")


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        (("--who", "sam"), ["Write it up", "Ring the school"]),
        (("--who", "Jo"), ["Thank the carer", "Ring the school"]),
        (("--who", "Bea"), []),
        (("--due", "today"), ["Thank the carer"]),
        (("--due", "in two weeks"), ["Thank the carer", "Write it up"]),
        (("--due", "in two weeks", "--who", "JO"), ["Thank the carer"]),
        (("--due", days(5)), ["Thank the carer", "Write it up"]),
        (("--due", "3 days ago"), []),
    ],
)
def test_filters_let_through_what_they_name(
    circle: Run, agreed: Path, flags: tuple[str, ...], expected: list[str]
) -> None:
    assert what(circle("actions", "--json", *flags, cwd=agreed)) == expected


@pytest.mark.parametrize("json_too", [(), ("--json",)])
def test_what_was_understood_of_a_day_is_said(circle: Run, agreed: Path, json_too: tuple[str, ...]) -> None:
    done = circle("actions", "--due", "Tomorrow", *json_too, cwd=agreed)
    assert done.stderr == f"Due by {in_words(TODAY + timedelta(days=1))}:\n"


@pytest.mark.parametrize("flags", [("--due", "end of term"), ("--due", ""), ("--who", " "), ("--ics", "-", "--json")])
def test_wrong_usage_says_what_to_do(circle: Run, agreed: Path, flags: tuple[str, ...]) -> None:
    done = circle("actions", *flags, cwd=agreed)
    assert (done.returncode, done.stdout) == (2, "")
    assert flags[0] in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_nothing_open_is_said_kindly(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    for _ in range(2):
        done = circle("actions", cwd=log)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.startswith("Nothing is open just now.")
        assert "is done." in done.stderr and "was agreed" not in done.stderr  # nobody may have agreed on anything
        put("2026-11-01-aaaa", "x", 'action_points:\n  - {id: 1, what: "x", done: 2026-11-02}\n')
    assert circle("actions", "--json", cwd=log).stdout == "[]\n"
    assert "for Sam by then" in circle("actions", "--who", "Sam", "--due", "today", cwd=log).stderr
    assert circle("actions", "--ics", "x.ics", cwd=log).stdout == ""
    assert not (log / "x.ics").exists()


def test_what_cannot_be_read_is_said_and_skipped(circle: Run, agreed: Path, put: Callable[..., Path]) -> None:
    path = put("2026-11-04-dddd", "x", "action_points:\n  - {id: one}\n")
    done = circle("actions", "--json", cwd=agreed)
    assert len(what(done)) == 3
    assert done.stderr.startswith(f"Left out: {path}:9: ")


def action(**values: Any) -> OpenAction:
    about = {"what": "x", "session": "2026-11-23-k3f9", "title": "x", "short": "k3f9", "path": "x"}
    return OpenAction(number=1, **(about | values))


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (None, "no date"),
        (date(2026, 11, 22), "overdue since 22 November"),
        (date(2025, 12, 1), "overdue since 1 December 2025"),
        (date(2026, 11, 23), "due today"),
        (date(2026, 11, 24), "by 24 November"),
        (date(2027, 1, 15), "by 15 January 2027"),
    ],
)
def test_a_day_is_said_in_words(by: date | None, said: str) -> None:
    assert when(by, MONDAY) == said


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_it_fits_the_window(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    each = action(what="Ask at the first visit where they would like to meet " * 3, who="Sam", tracked_by="Jo")
    shown = lines(each, MONDAY)
    assert all(len(line) < columns for line in shown)
    assert all(line.startswith("    ") for line in shown[1:])
    assert " ".join(line.strip() for line in shown) == " ".join(
        f"k3f9 1  {each.what.strip()} Sam, no date, Jo keeps an eye on it".split()
    ).replace("k3f9 1 ", "k3f9 1  ")


def test_nobody_named_is_said_and_lines_stay_lines() -> None:
    assert lines(action(what="two\nlines\there"), MONDAY) == [
        "k3f9 1  two lines here",
        "    nobody named yet, no date",
    ]


def test_a_calendar_file_holds_what_has_a_date(circle: Run, agreed: Path) -> None:
    done = circle("actions", "--ics", "due.ics", cwd=agreed)
    path = agreed / "due.ics"
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert "Left out, without a date: 1." in done.stderr
    assert "private" in done.stderr
    assert path.stat().st_mode & 0o077 == 0
    entries = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert [str(each["SUMMARY"]) for each in entries] == ["Thank the carer (Jo)", "Write it up (Sam)"]


def test_a_calendar_goes_to_standard_output_alone(circle: Run, agreed: Path) -> None:
    done = circle("actions", "--ics", "-", "--who", "Jo", cwd=agreed)
    [entry] = icalendar.Calendar.from_ical(done.stdout).walk("VEVENT")
    assert str(entry["UID"]).startswith("2026-11-01-aaaa-2")
    assert "private" in done.stderr


def test_an_earlier_calendar_is_replaced_and_nothing_else_ever(circle: Run, agreed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for _ in range(2):
        assert circle("actions", "--ics", str(folder), cwd=agreed).stdout == f"{folder / 'circle-actions.ics'}\n"
    other = folder / "other.ics"
    for content in (b"", b"BEGIN:VCALENDAR\r\nPRODID:-//another//EN\r\nEND:VCALENDAR\r\n"):
        other.write_bytes(content)
        done = circle("actions", "--ics", str(other), cwd=agreed)
        assert (done.returncode, done.stdout) == (2, "")
        assert "nothing was overwritten" in done.stderr
        assert other.read_bytes() == content


@pytest.mark.parametrize("place", ["guidance/x.ics", "guidance", "link/x.ics", "sessions/../guidance/x.ics"])
def test_a_calendar_never_goes_where_anybody_may_read(circle: Run, agreed: Path, place: str) -> None:
    (agreed / "link").symlink_to("guidance")
    done = circle("actions", "--ics", place, cwd=agreed)
    assert (done.returncode, done.stdout) == (2, "")
    assert "private" in done.stderr
    assert not list((agreed / "guidance").glob("*.ics"))


@pytest.mark.parametrize("place", ["/dev/null/x.ics", "/dev/null"])
def test_a_place_that_cannot_be_is_one_clear_line(circle: Run, agreed: Path, place: str) -> None:
    done = circle("actions", "--ics", place, cwd=agreed)
    assert done.returncode in (2, 74, 77)
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)


@pytest.mark.parametrize("year", [1970, 2015, 2099])
def test_a_clock_that_is_wrong_is_said_beside_the_calendar_file(
    circle: Run, log: Path, put: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    put("2026-11-23-k3f9", "Tea", "action_points:\n  - {id: 1, what: Ring, by: 2026-12-01}\n")
    monkeypatch.setattr("circle_cli.commands.reading.actions.now", lambda: datetime(year, 6, 1, tzinfo=UTC))
    done = circle("actions", "--ics", "-", cwd=log)
    assert (done.returncode, done.stdout.count("BEGIN:VEVENT")) == (0, 1)
    [line] = [line for line in done.stderr.split("\n") if "clock" in line]
    assert str(year) in line


def test_of_a_long_one_a_screenful_is_shown_and_how_to_read_the_rest(
    terminal: Any, circle: Callable[..., Any], log: Path
) -> None:
    put_session(log, "2026-11-23-k3f9", "x", f"action_points:\n  - {{id: 1, what: {'Ring the school ' * 100}}}\n")
    at = terminal("actions", size=(10, 200)).ends()
    assert "goes on: circle show k3f9 has all of it" in at.told
    assert at.told.count("Ring the school") < 40
    assert circle("actions", cwd=log).stdout.count("school") == 100
