"""`circle year`: what is in it, kindly, and in a team's log only what is one's own."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from making import git, put_session

from circle_cli.commands.year import year as command
from circle_cli.commands.year.kept import keep_evidence
from circle_cli.evidence.writing.fields import FIELDS, Evidence
from circle_cli.log.folder import Log
from circle_cli.log.history.whose import introduce
from circle_cli.log.sparks.keeping import keep_sparks
from circle_cli.sparks.record import Spark

Run = Callable[..., Any]
SCHEMA = Path(__file__).parents[3] / "schema" / "year.schema.json"
GROUP = """\
mode: group
themes: [relationships]
roles: {presenter: [Jo], questioner: [Sam], encourager: [Aisha]}
learning_points:
  - {id: 1, text: "Let a young person choose the place.", scope: general, share: "no"}
action_points:
  - {id: 1, what: "Ring the school", who: "Jo", by: 2026-04-01, done: 2026-03-20, note: "They said yes"}
  - {id: 2, what: "Tell the team", who: "Sam", by: 2026-06-01, tracked_by: "Jo", done: null}
frameworks:
  - {framework: pcf-2018, statement: "6", how: "We looked back."}
"""


@pytest.fixture
def run(circle: Run, log: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(command, "today", lambda: date(2026, 11, 20))
    return lambda *words, **how: circle(*words, cwd=log, **how)


@pytest.fixture
def full(log: Path) -> Path:
    put_session(log, "2026-03-10-aaaa", "Our circle", f"date: 2026-03-10\n{GROUP}", what_worked="We did.")
    put_session(log, "2026-05-02-bbbb", "Tea", "date: 2026-05-02\nthemes: [safety]\n", learning="Warmth first.")
    put_session(log, "2025-11-30-cccc", "Last year", "date: 2025-11-30\n", what_worked="Then.")
    keep_sparks(Log(root=log), [Spark(day=date(2026, 2, 3), text="Robin laughed")])
    return log


def test_a_year_is_told_with_all_that_is_in_it_and_no_more(run: Run, full: Path) -> None:
    said = run("year").stdout
    for words in (
        "Registration year 2025 to 2026 (1 December 2025 to 30 November 2026)",
        "11 days left, today among them.",
        "Sessions: 2 (1 individual, 1 in a group)",
        "Let a young person choose the place. (aaaa)",
        "Warmth first. (bbbb)",
        "Ring the school: done 20 March; They said yes",
        "Tell the team: open, by 1 June",
        "Sparks: 1, 1 of them waiting",
        "6 Critical reflection and analysis (aaaa)",
        "Not spoken to: 1 Professionalism",
        "Quiet: December, January, April, June, July, August, September, October and November.",
        "1. aaaa  Our circle (10 March): with a peer: encouragers told what they noticed",
        "it differs from the first in kind and themes",
    ):
        assert words in said, said
    assert "Last year" not in said and "Evidence made" not in said
    assert not {"score", "streak", "%", "average"} & set(said.split())


def kept(log: Path, session_id: str, peer: str) -> None:
    fields = {key: "2026-05-02" if key == "date" else "x" for key in FIELDS} | {"peer": peer}
    keep_evidence(Log(root=log), Evidence(session=session_id, made=date(2026, 5, 3), fields=fields))


def test_of_which_sessions_evidence_was_made_is_told(run: Run, full: Path) -> None:
    kept(full, "2026-03-10-aaaa", "")
    assert "1. aaaa  Our circle (10 March): made already; with a peer" in run("year").stdout
    kept(full, "2026-05-02-bbbb", "")
    assert "None says yet what you learnt from a peer." in run("year").stdout
    kept(full, "2026-03-10-aaaa", "Sam asked why.")
    said = run("year").stdout
    assert (
        "Evidence made\n- aaaa  Our circle (10 March), with what you learnt from a peer\n- bbbb  Tea (2 May)\n" in said
    )
    assert "good evidence" not in said and "None says yet" not in said


def test_json_is_as_the_schema_says(run: Run, full: Path) -> None:
    kept(full, "2026-05-02-bbbb", "")
    shown = json.loads(run("year", "--json").stdout)
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    schema.check_schema(schema.schema)
    schema.validate(shown)
    assert [each["session"] for each in shown["pieces"]] == ["2026-03-10-aaaa", "2026-05-02-bbbb"]
    assert shown["made"] == [{"session": "2026-05-02-bbbb", "with_peer": False}]
    assert [each["id"] for each in json.loads(run("year", "2025", "--json").stdout)["sessions"]] == ["2025-11-30-cccc"]


def test_an_empty_year_says_how_to_begin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "circle spark" in run("year").stdout and "The year before" not in run("year").stdout
    assert "circle spark" not in run("year", "2028").stdout
    monkeypatch.setattr(command, "today", lambda: date(2026, 12, 1))
    assert "ended on 30 November 2026: circle year 2026 shows it." in run("year").stdout
    done = run("year", "soon")
    assert done.returncode == 2 and "such as 2027" in done.stderr


def test_another_year_begins_where_somebody_settled_it(run: Run, full: Path, own_home: Path) -> None:
    place = own_home / ".config" / "circle" / "settings.yml"
    place.parent.mkdir(parents=True)
    place.write_text("year: 1 September\n", encoding="utf-8")
    assert "2026 to 2027 (1 September 2026" in run("year").stdout
    place.write_text("year: 15 September\n", encoding="utf-8")
    assert "Quiet: September 2025, " in (said := run("year", "2026").stdout) and "and September 2026." in said
    place.write_text("year: 1 September\n", encoding="utf-8")
    assert "2025 to 2026 (1 September 2025" in run("year", "2026").stdout


def test_of_a_teams_log_only_what_is_ones_own(run: Run, full: Path) -> None:
    put_session(
        full, "2026-06-01-dddd", "Theirs", "date: 2026-06-01\nmode: group\nroles: {presenter: [Zoe]}\n", notes="x"
    )
    keep_sparks(Log(root=full), [Spark(day=date(2026, 6, 3), text="Theirs too", by="Zoe")])
    alone = put_session(full, "2026-06-02-eeee", "Theirs alone", "date: 2026-06-02\n", notes="x")
    git(full, "add", str(alone))
    git(full, "-c", "user.name=Zoe", "-c", "user.email=zoe@example.org", "commit", "-qm", "Hers")
    (full / "circle.yml").write_text("kind: team\n", encoding="utf-8")
    shown = json.loads(run("year", "--json").stdout)
    assert [each["title"] for each in shown["sessions"]] == ["Our circle", "Tea"]
    assert [each["what"] for each in shown["actions"]] == ["Ring the school"]
    assert [each["spark"] for each in shown["sparks"]] == ["Robin laughed"]


def test_what_somebody_kept_before_they_gave_an_address_is_theirs_by_their_name(run: Run, log: Path) -> None:
    for session_id, name in {"2026-06-01-aaaa": "Jo Example", "2026-06-02-bbbb": "Zoe Example"}.items():
        introduce(log, name, "")
        git(log, "add", str(put_session(log, session_id, name, "date: 2026-06-01\n", notes="x")))
        git(log, "commit", "-qm", f"Record session {session_id}")
    (log / "circle.yml").write_text("kind: team\n", encoding="utf-8")
    for address in ("", "jo@example.org"):
        introduce(log, "Jo Example", address)
        assert [each["title"] for each in json.loads(run("year", "--json").stdout)["sessions"]] == ["Jo Example"]


def test_it_is_refused_in_a_base(run: Run, log: Path) -> None:
    (log / "circle.yml").write_text("kind: base\n", encoding="utf-8")
    assert run("year").returncode == 2


def test_a_spark_that_is_one_long_link_is_shown(run: Run, log: Path) -> None:
    link = f"https://example.org/{'a' * 200}"
    keep_sparks(Log(root=log), [Spark(day=date(2026, 2, 3), text=link)])
    assert link in run("year").stdout
