"""What is still to do: found in every spelling, in order, without parsing what is done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import session_text

from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.reading import actions
from circle_cli.log.reading.actions import OpenAction, still_to_do
from circle_cli.session.file import parse_session, render_session
from circle_cli.session.record import ActionPoint, LearningPoint, Session
from circle_cli.vocabulary import Mode, Scope, Status

TODAY = date(2026, 11, 23)

WORDS = st.text(min_size=1).map(str.strip).filter(bool) | st.sampled_from(
    [
        'done: 2026-01-01, note: "',
        '", done: 2026-01-01}',
        "\n---\n",
        "status: planned",
        "action_points",
        "\\",
        "{#safety}",
    ]
)
POINTS = st.builds(
    ActionPoint,
    id=st.just(1),
    what=WORDS,
    who=st.none() | WORDS,
    by=st.none() | st.dates(),
    tracked_by=st.none() | WORDS,
    done=st.none() | st.dates(),
    note=st.none() | WORDS,
)


def session(status: Status, points: tuple[ActionPoint, ...], answers: dict[str, str] | None = None) -> Session:
    return Session(
        id="2026-11-23-k3f9",
        title="x",
        date=TODAY,
        mode=Mode.GROUP,
        status=status,
        learning_points=(LearningPoint(id=1, text="Ask first", scope=Scope.GENERAL),),
        action_points=tuple(
            ActionPoint(
                id=number,
                what=point.what,
                who=point.who,
                by=point.by,
                tracked_by=point.tracked_by,
                done=point.done,
                note=point.note,
            )
            for number, point in enumerate(points, start=1)
        ),
        answers=answers or {},
    )


def may_hold_some(text: str) -> bool:
    return actions._may_hold_some(text.encode("utf-8", "surrogatepass"))


@given(st.lists(POINTS, max_size=4), st.sampled_from(Status), WORDS)
def test_nothing_that_is_still_to_do_is_ruled_out(points: list[ActionPoint], status: Status, words: str) -> None:
    made = session(status, tuple(points), {"safety": words})
    if status is Status.PLANNED or any(point.done is None for point in points):
        assert may_hold_some(render_session(made, {}))


@given(st.lists(POINTS.filter(lambda point: point.done is not None), max_size=4))
def test_what_is_all_done_is_not_parsed(points: list[ActionPoint]) -> None:
    text = render_session(session(Status.RECORDED, tuple(points)), {})
    if not any(sign in text for sign in ("\\x", "\\u", "\\U", "\\\r", "\0", "planned")) and text.count("action_p") < 2:
        assert not may_hold_some(text)


@pytest.mark.parametrize(
    "front",
    [
        "action_points:\n- {id: 1, what: x}",
        "action_points: [{id: 1, what: x, done: }]",
        '"action_points": [{"id": 1, "what": "x"}]',
        '"action\\x5fpoints": [{id: 1, what: x}]',
        "? action_points\n: - id: 1\n    what: x",
        'action_points:\n  - {id: 1, what: "x", done: 2026-01-01}\n  - {id: 2, what: "y"}',
        'action_points:\n  - {id: 1, what: "x", done: 2026-01-01}\n  -\n    id: 2\n    what: y',
        'action_points:\n  - {id: 1, what: "x", done: 2026-01-01}\n  # more\n  - {id: 2, what: y}',
        'action_points:\n  - {id: 1, what: "x", done: 2026-01-01}\n\n  - {id: 2, what: y}',
        'action_points: [{id: 1, what: x}]\nours: "\n\naction_points:\n  - {id: 1, what: x, done: 2026-01-01}\n"',
    ],
)
def test_an_open_action_is_found_in_whatever_spelling(front: str) -> None:
    text = session_text(front=f"{front}\n")
    assert any(action.done is None for action in parse_session(text, "x").action_points)
    assert may_hold_some(text)


@pytest.mark.parametrize(
    "status", ["status: planned", '"status" : "planned"', "status: >-\n  planned", 'status: "pl\\u0061nned"']
)
def test_a_planned_session_is_found_in_whatever_spelling(status: str) -> None:
    text = session_text().replace("status: recorded", status)
    assert parse_session(text, "x").status is Status.PLANNED
    assert may_hold_some(text)


def test_a_list_in_the_body_hides_nothing_of_the_front() -> None:
    done = '\naction_points:\n  - {id: 1, what: "x", done: 2026-01-01}\n---\n'
    assert may_hold_some(session_text(front="action_points: [{id: 1, what: x}]\n") + done)


@pytest.mark.parametrize("body", ["We planned a visit.", "status: planned", "---\nplanned"])
def test_the_word_planned_in_the_text_is_no_plan(body: str) -> None:
    assert not may_hold_some(f"{session_text()}{body}\n")


def write(log: Path, name: str, points: str, status: str = "recorded", day: str = "2026-11-01") -> None:
    path = log / "sessions" / "2026" / f"{name}-x.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    front = f"date: {day}\nmode: group\nstatus: {status}\naction_points: [{points}]\n"
    path.write_text(session_text(name, f"Talk {name}", front), encoding="utf-8")


def refuse(error: CircleError) -> None:
    raise error


def test_what_is_due_first_comes_first_and_what_has_no_date_last(log: Path) -> None:
    write(log, "2026-11-01-aaaa", "{id: 1, what: no day}, {id: 2, what: later, by: 2026-12-02}")
    write(log, "2026-11-02-bbbb", "{id: 7, what: soon, by: 2026-12-01}, {id: 8, what: done, done: 2026-11-03}")
    write(log, "2026-10-01-cccc", "{id: 2, what: soon too, by: 2026-12-01}, {id: 1, what: first, by: 2026-12-01}")
    found = still_to_do(Log(root=log), refuse)
    assert [each.what for each in found.actions] == ["first", "soon too", "soon", "later", "no day"]


def test_planned_sessions_come_in_the_order_of_their_days(log: Path) -> None:
    write(log, "2026-11-01-aaaa", "", "planned", "2026-12-03")
    write(log, "2026-11-02-bbbb", "", "planned", "2026-12-01")
    write(log, "2026-11-03-cccc", "", "recorded", "2026-12-02")
    assert [each.short for each in still_to_do(Log(root=log), refuse).planned] == ["bbbb", "aaaa"]


def test_on_one_day_planned_sessions_come_by_their_time_then_by_their_group(log: Path) -> None:
    for name, front in {
        "2026-11-01-aaaa": "plan: {at: '14:00'}",
        "2026-11-01-bbbb": "event: {id: 2026-11-01-ev2n, group: 2, groups: 2}\nplan: {at: '09:30'}",
        "2026-11-01-cccc": "event: {id: 2026-11-01-ev2n, group: 1, groups: 2}\nplan: {at: '09:30'}",
    }.items():
        write(log, name, "", f"planned\n{front}")
    assert [each.short for each in still_to_do(Log(root=log), refuse).planned] == ["cccc", "bbbb", "aaaa"]


def test_an_id_is_shortened_while_it_means_one_session(log: Path) -> None:
    write(log, "2026-11-01-aaaa", "{id: 1, what: one}")
    write(log, "2026-11-02-aaaa", "{id: 1, what: two, done: 2026-11-03}")
    write(log, "2026-11-03-bbbb", "{id: 1, what: three}")
    shorts = [each.short for each in still_to_do(Log(root=log), refuse).actions]
    assert shorts == ["2026-11-01-aaaa", "bbbb"]


def test_what_cannot_be_read_is_reported_and_the_rest_found(log: Path) -> None:
    write(log, "2026-11-01-aaaa", "{id: 1, what: one}")
    write(log, "2026-11-02-bbbb", "{id: one}")
    said: list[str] = []
    found = still_to_do(Log(root=log), lambda error: said.append(str(error)))
    assert [each.what for each in found.actions] == ["one"]
    assert len(said) == 1
    assert "2026-11-02-bbbb" in said[0]


def action(**values: object) -> OpenAction:
    about = {"session": "2026-11-23-k3f9", "title": "x", "short": "k3f9", "path": "x"}
    return OpenAction(number=1, what="x", **(about | values))  # type: ignore[arg-type]  # as each test has it


@pytest.mark.parametrize(
    ("name", "who", "tracked", "meant"),
    [
        ("Sam", "Sam", None, True),
        ("sam", "SAM", None, True),
        ("sam", "Jo", "Sam", True),
        ("sam", "Jo and Sam", None, True),
        ("sam", "Sam Vale", None, True),
        ("sam vale", "Sam  Vale", None, True),
        ("sam", "Samira", None, False),
        ("am", "Sam", None, False),
        ("olu", "Olu-Ade", None, True),
        ("Zoë", "Zoe\u0308", None, True),
        ("STRASSE", "Straße", None, True),
        (".", "Sam", "Jo", False),
        ("Sam", None, None, False),
    ],
)
def test_a_name_is_meant_whole_in_any_case(name: str, who: str | None, tracked: str | None, meant: bool) -> None:
    assert action(who=who, tracked_by=tracked).is_for(name) is meant


@given(st.dates(), st.dates())
def test_an_action_is_due_on_its_day_and_overdue_after_it(by: date, today: date) -> None:
    each: Callable[[date], bool] = action(by=by).is_due
    assert each(today) is (by <= today)
    assert action(by=by).is_overdue(today) is (by < today)
    assert not action().is_due(today)
