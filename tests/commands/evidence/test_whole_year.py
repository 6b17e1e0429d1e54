"""From an empty log to what is handed in: sparks, two sessions, two pieces of evidence and a portfolio."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from composed import an_interview, session_of, shipped, together
from docx import Document
from making import SESSION_ID
from running import Run

from circle_cli.interview.composing.decompose import decompose
from circle_cli.session.file import render_session
from circle_cli.session.people import typed_entry
from circle_cli.session.record import FrameworkLink, Observation, Session
from circle_cli.vocabulary import Mode

OTHER_ID = "2026-11-24-zzyy"
CAST = (typed_entry("Robin Vale (Rob) = the young person"),)


def alone() -> Session:
    """Give a quick session, and what it is once it was deepened."""
    quick = {"title": "A walk with Robin", "what-worked": "We walked, and Robin talked.", "learning": "Say less."}
    short = session_of(replace(an_interview(), quick=True), quick)
    more = {"situation": "Robin had not talked for weeks.", "actions": "I walk first."}
    deep = session_of(an_interview(), {**decompose(short), **more}, short)
    shows = FrameworkLink(framework="pcf-2018", statement="6", how="I saw why Rob talks when we walk.")
    return replace(deep, cast=CAST, frameworks=(shows,))


def in_a_group() -> Session:
    answers = together(**{"what-worked": "Sam asked each in turn.", "learning": "Ask first.", "actions": "Sam asks."})
    made = session_of(an_interview(Mode.GROUP), answers)
    told = Observation(by="Bea", to="Sam", text="You asked Robin first.")
    shows = FrameworkLink(framework="pcf-2018", statement="8", how="Each agency said one thing.")
    return replace(made, id=OTHER_ID, date=date(2026, 11, 24), cast=CAST, observations=(told,), frameworks=(shows,))


def words_of(path: Path) -> str:
    opened = Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in opened.paragraphs), *cells])


def test_two_pieces_and_a_portfolio_come_of_a_year(terminal: Any, circle: Run, log: Path, own_home: Path) -> None:
    for line in ("Robin laughed", "A colleague thanked me", "Tea helped"):
        assert circle("--log", str(log), "spark", line).returncode == 0
    for session in (alone(), in_a_group()):
        path = log / "sessions" / "2026" / f"{session.id}-x.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(render_session(session, shipped().titles), encoding="utf-8")
    settings = own_home / ".config" / "circle" / "settings.yml"
    settings.parent.mkdir(parents=True)
    settings.write_text("name: Sam\n", encoding="utf-8")

    out = log.parent / "out"
    out.mkdir()
    at = terminal("evidence", SESSION_ID[-4:], "zzyy", "--to", str(out), "--plain")
    at.until("A walk with Robin", "Type", "My own reflection").type(".\n")
    at.until("What it was", "The young person had not talked for weeks.").type(".\n").until("Date").type("\n")
    at.until("What I learnt", "Say less.").type(".\n").until("What it changed", "I walk first.").type(".\n")
    at.until("from a peer").type(".\n").until("This is what others would read").type("1\n")
    at.until("Read it once more", "the second piece", "The lunch", "Type", "Group reflection").type(".\n")
    at.until("What it was", "My part: presenting practitioner.").type(".\n").until("Date").type("\n")
    at.until("What I learnt", "Ask first.").type(".\n").until("What it changed").type("I ask first now.\n.\n")
    at.until("from a peer", "- a colleague: You asked the young person first.")
    at.type("Bea saw what I had missed.\n.\n").until("“Bea” by “a colleague”")
    at.until("This is what others would read", "A colleague saw what I had missed.").type("1\n")
    assert at.end() == 0

    made = circle("--log", str(log), "portfolio", "--framework", "pcf-2018", "--to", str(out))
    assert made.returncode == 0, made.stderr
    words = {path.name.split("-")[1] + path.stem[-5:]: words_of(path) for path in sorted(out.glob("*.docx"))}
    assert len(words) == 3
    text = "\n".join(words.values())
    assert not [name for name in ("Robin", "Rob ", "Bea", "Sam") if name in text]
    for held in ("Say less.", "A colleague saw what I had missed.", "I saw why the young person talks when we walk."):
        assert held in text
    seen = json.loads(circle("--log", str(log), "year", "2026", "--json").stdout)
    assert [each["with_peer"] for each in seen["made"]] == [False, True]
