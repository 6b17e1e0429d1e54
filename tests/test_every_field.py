"""A field of a record that is not read, or not written, is found out here: its file brings back all that it has."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from filled import DAY, at_its_default, each_changed, filled

from circle_cli.commands.reading.session_lines import session_lines
from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.points.approval import digest
from circle_cli.points.file import parse_point, render_point
from circle_cli.points.record import PARTS, LearningPoint, Report
from circle_cli.points.report import parse_report, render_report
from circle_cli.session.file import parse_session, render_session, rewrite_session, session_as_json
from circle_cli.session.record import Session
from circle_cli.settings import Settings, load_settings
from circle_cli.share.proposal import INTRUDER, Proposal, State, parse_proposal, render_proposal
from circle_cli.vocabulary import Outcome

ID, POINT = "2026-11-23-k3f9", "k3f9abcd"
SCHEMAS = Path(__file__).parents[1] / "schema"
TITLES = {name: f"About {name}" for name in QUESTIONS}

SESSION = filled(
    Session,
    {
        ("Session", "id"): ID,
        ("Session", "date"): DAY,
        ("Session", "roles"): {"presenter": ("Sam",), "encourager": ("Ade", "Bea")},
        ("Session", "answers"): {name: f"All about {name}." for name in SECTIONS},
        ("Score", "question"): QUESTIONS[-1],
        ("Learnt", "point"): POINT,
        ("LearningPoint", "point"): POINT,
        ("Plan", "at"): "14:00",
        ("Event", "id"): ID,
    },
)
PUBLIC = filled(
    LearningPoint,
    {
        ("LearningPoint", "id"): POINT,
        ("LearningPoint", "questions"): QUESTIONS[:2],
        ("LearningPoint", "year"): 2026,
        ("LearningPoint", "parts"): {key: f"All about {key}." for key in PARTS},
        ("Trial", "year"): 2027,
        ("Trial", "revision"): 1,
        ("Trial", "report"): None,
        ("Trial", "team"): None,
        ("Trial", "several"): 2,
        ("Approval", "sha256"): "0" * 64,
        ("Approval", "tool"): "0.1.0",
        ("Approval", "lists"): "1-abc",
        ("Approval", "signature"): "A" * 40,
    },
)
REPORT = filled(
    Report,
    {
        ("Report", "id"): "abcd2345",
        ("Report", "point"): POINT,
        ("Report", "year"): 2027,
        ("Report", "approval"): replace(PUBLIC.approval, explained=()) if PUBLIC.approval else None,
    },
)
PROPOSAL = filled(
    Proposal,
    {
        ("Proposal", "point"): replace(PUBLIC, approval=None, tried=()),
        ("Statement", "tool"): "0.1.0",
        ("Statement", "lists"): "1-abc",
        ("Statement", "signature"): "A" * 40,
        ("Reading", "answers"): tuple((key, "no") for key in INTRUDER),
        ("Reading", "decision"): State.RETURNED,
    },
)
OF_A_REPORT = (
    *(f"LearningPoint.Trial.{name}" for name in ("revision", "report", "team", "several")),
    "Report.Approval.explained",
)
"""What a learning point's own file never says, since earlier versions wrote there; and what a report never explains."""

BEFORE_APPROVAL = ("Proposal.LearningPoint.tried", "Proposal.LearningPoint.approval")

SETTINGS = """\
kind: team
base: ../base.git
for-readers: ../readers.git
review: single
smallest-group: 7
evidence-limit: 1500
organisation: Larkspur
contact: {email: team@example.org, telephone: 01632 960000, post: 1 Larkspur Road}
reply-within: two weeks
accessibility:
  written: 2026-11-23
  reviewed: 2026-11-24
  tested-by: us
  problems:
    - {what: a table, criterion: 1.4.3, by: 2027-01-01}
  burden: [a film]
  out-of-scope: [old files]
name: What works in Larkspur
address: https://example.org/
language-of-dates: cy
colours:
  light: {main: "#4b286d", accent: "#8a3800"}
  dark: {main: "#ccaaff", accent: "#ffb77a"}
pages: [who-we-are.md]
"""


def test_every_field_has_something_in_it() -> None:
    for record in (SESSION, PUBLIC, REPORT, PROPOSAL):
        left = [name for name in at_its_default(record) if not name.startswith((*BEFORE_APPROVAL, *OF_A_REPORT))]
        assert left == []


def test_a_session_comes_back_whole() -> None:
    assert parse_session(render_session(SESSION, TITLES), "x") == SESSION


def test_a_session_is_rewritten_whole() -> None:
    bare = Session(id=ID, title="x", date=DAY, mode=SESSION.mode, status=SESSION.status)
    assert parse_session(rewrite_session(render_session(bare, TITLES), SESSION, TITLES), "x") == SESSION


def test_a_session_as_json_has_every_field_of_its_file() -> None:
    shown = session_as_json(SESSION)
    front = parse_session(render_session(SESSION, TITLES), "x")
    assert set(shown) >= {key for key in front.__dataclass_fields__ if key not in ("extra",)}


UNSHOWN = {
    "Session.date": "it is in the id",
    "Plan.undated": "where its day would stand, while it is planned",
    "Score.question": "what was asked says it",
    "LearningPoint.id": "`circle share` names it where it asks for one",
    "LearningPoint.share": "how far it has come, `circle share` says",
    "LearningPoint.point": "what others know it by; `circle share` says it",
    "extra": "what a later version wrote; `--json` has it",
}
"""What `circle show` leaves out, and why."""


def test_every_field_of_a_session_is_shown() -> None:
    def shown(session: Session) -> list[str]:
        return session_lines(session, TITLES, ("somebody else",), 80)

    same = {name for name, changed in each_changed(SESSION) if shown(changed) == shown(SESSION)}
    assert {name for name in same if not name.endswith(".extra")} == UNSHOWN.keys() - {"extra"}


def test_every_field_of_a_session_stands_in_its_schema() -> None:
    schema = json.loads((SCHEMAS / "session.schema.json").read_text(encoding="utf-8"))
    assert list(_undescribed(session_as_json(SESSION), schema, schema)) == []


def test_every_field_of_an_events_points_stands_in_its_schema() -> None:
    schema = json.loads((SCHEMAS / "event.schema.json").read_text(encoding="utf-8"))
    described = schema["properties"]["sessions"]["items"]["properties"]
    for key in ("learning_points", "action_points"):
        assert list(_undescribed(session_as_json(SESSION)[key], described[key], schema)) == []


def _undescribed(value: Any, described: Any, whole: Any, name: str = "") -> Iterator[str]:
    """Name the keys of a document of which a schema says nothing; other keys are allowed, so that it would be valid."""
    described = whole["$defs"][described["$ref"].rpartition("/")[2]] if "$ref" in described else described
    if isinstance(value, list):
        yield from _undescribed(value[0], described["items"], whole, name)
    elif isinstance(value, dict) and "properties" in described:
        for key, inner in value.items():
            if key in described["properties"]:
                yield from _undescribed(inner, described["properties"][key], whole, f"{name}/{key}")
            elif not key.endswith(" key"):
                yield f"{name}/{key}"


def test_a_learning_point_comes_back_whole() -> None:
    assert parse_point(render_point(PUBLIC), "x", POINT) == PUBLIC


def test_a_report_comes_back_whole() -> None:
    assert parse_report(render_report(REPORT), "x", REPORT.id) == REPORT


def test_the_digest_of_a_report_speaks_of_every_field_but_the_approval() -> None:
    others = {"id": "hjkmnpqr", "point": "hjkmnpqr", "revision": 3, "outcome": Outcome.WORKED, "year": 2026}
    for field in REPORT.__dataclass_fields__:
        changed = replace(REPORT, **{field: others.get(field)})
        assert (digest(changed) == digest(REPORT)) == (field == "approval"), field


def test_the_digest_speaks_of_every_field_but_the_approval_and_what_others_report() -> None:
    others = {"id": "abcdefgh", "revision": 1, "year": 2025, "questions": QUESTIONS[:1], "setting": "children"}
    for field in PUBLIC.__dataclass_fields__:
        value = others.get(field, () if isinstance(getattr(PUBLIC, field), tuple) else {**PUBLIC.parts, "why": "Else."})
        value = "Another title" if field == "title" else value
        changed = replace(PUBLIC, **{field: None if field == "approval" else value})
        assert (digest(changed) == digest(PUBLIC)) == (field in ("approval", "tried")), field


def test_a_proposal_comes_back_whole() -> None:
    assert parse_proposal(render_proposal(PROPOSAL), "x", POINT) == PROPOSAL


def test_every_setting_is_read(tmp_path: Path) -> None:
    (tmp_path / "circle.yml").write_text(SETTINGS, encoding="utf-8")
    settings = load_settings(tmp_path)
    assert isinstance(settings, Settings)
    assert at_its_default(settings) == []
