"""What `circle` alone says of the days ahead: few lines, the nearest first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from circle_cli.commands.menu.coming_up import look_ahead
from circle_cli.log.reading.actions import OpenAction, Planned, StillToDo
from circle_cli.session.record import Plan, Session
from circle_cli.vocabulary import Mode, Status

TODAY = date(2026, 11, 23)


def session(days: int, at: str | None = None) -> Session:
    return Session(
        id="2026-11-01-k3f9",
        title="Our circle",
        date=TODAY + timedelta(days=days),
        mode=Mode.GROUP,
        status=Status.PLANNED,
        plan=Plan(at=at) if at else None,
    )


def due(*days: int | None) -> tuple[OpenAction, ...]:
    return tuple(
        OpenAction(
            number=number,
            what=f"Ring {number}",
            who="Sam",
            by=None if each is None else TODAY + timedelta(days=each),
            session="2026-11-23-k3f9",
            title="x",
            short="k3f9",
            path="x",
        )
        for number, each in enumerate(days, start=1)
    )


def said(actions: tuple[OpenAction, ...] = (), planned: tuple[Session, ...] = ()) -> list[str]:
    waiting = tuple(Planned(session=each, short="p7xq") for each in planned)
    return look_ahead(StillToDo(actions=actions, planned=waiting), TODAY).lines()


def test_nothing_near_is_not_mentioned() -> None:
    assert said() == []
    assert said(due(8, 400, None), (session(-1),)) == []


def test_what_is_overdue_or_due_within_a_week_is_said() -> None:
    assert said(due(-2, 0, 7)) == [
        "",
        "To do, within a week or overdue:",
        "  k3f9 1  Ring 1 (Sam, overdue since 21 November)",
        "  k3f9 2  Ring 2 (Sam, due today)",
        "  k3f9 3  Ring 3 (Sam, by 30 November)",
    ]


def test_at_most_three_are_told_and_the_others_counted() -> None:
    lines = said(due(*range(-7, 0)))
    assert len(lines) == 6
    assert lines[-1] == "  and 4 more: circle actions shows them all"


def test_sessions_planned_for_today_or_later_are_said() -> None:
    assert said((), (session(-1), session(0, "14:00"), session(3))) == [
        "",
        "Planned:",
        "  p7xq  Our circle (today at 14:00)",
        "  p7xq  Our circle (Thursday 26 November 2026)",
        "  To begin one: circle reflect p7xq",
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_a_long_action_is_shortened_and_fits_the_window(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    [each] = due(0)
    lines = said((replace(each, what="Ask where to meet " * 20),))[2:]
    assert len(lines) == (1 if columns == 80 else 2)
    assert " ".join(line.strip() for line in lines).endswith(" ... (Sam, due today)")
    assert all(len(line) < columns for line in lines)


def test_what_is_planned_for_today_can_be_begun_at_once_and_the_rest_is_only_named() -> None:
    waiting = tuple(Planned(session=session(days), short=f"p{days}") for days in (-1, 0, 0, 0, 0, 1))
    ahead = look_ahead(StillToDo(actions=(), planned=waiting), TODAY)
    assert [each.short for each in ahead.for_today] == ["p0", "p0", "p0"]
