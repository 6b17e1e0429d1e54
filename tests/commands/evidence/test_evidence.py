"""`circle evidence` at a plain terminal: six fields from the person's own words, settled, kept, and never lost."""

import json
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from making import session_text
from running import Run

from circle_cli.interview.draft.checked_lines import draft_line

FRONT = """cast: [{name: "Robin Vale", also: ["Rob"], say: "the young person"}]
learning_points:
  - {id: 1, text: "Let Robin choose where to meet.", scope: general, share: "no"}
action_points:
  - {id: 1, what: "Ask each one where to meet", done: 2026-05-12, note: "Two have chosen the park."}
"""
SESSION = session_text("2026-05-05-abcd", "The walk", FRONT, what_worked="We walked, and Robin talked.")
GROUP = """roles: {presenter: ["Jo"], questioner: ["Sam"], encourager: ["Bea"]}
observations: [{by: Bea, to: Jo, text: "You asked Robin first."}, {by: Bea, to: Sam, text: "You kept time."}]
takeaways: [{by: Jo, text: "Ask first."}, {by: Sam, text: "Write it down."}]
cast: [{name: "Robin Vale", say: "the young person"}]
mode: group
"""


def put(log: Path, session_id: str, text: str) -> Path:
    path = log / "sessions" / "2026" / f"{session_id}-x.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def session(log: Path) -> Path:
    return put(log, "2026-05-05-abcd", SESSION)


def test_six_fields_come_from_the_session_and_a_kill_loses_none_of_them(
    terminal: Any, log: Path, session: Path, drafts: Path
) -> None:
    to = log.parent / "evidence.docx"
    at = terminal("evidence", "abcd", "--to", str(to), "--plain").until("Type", "Now: “My own reflection”").type("\n")
    at.until("What it was, and why it matters", "The walk", "the young person talked").type(
        "A walk with Rob, on 3 May.\n.\n"
    )
    at.until("Replaced, since others will read it: “Rob” by “the young person”.")
    at.until("“3 May” says which day", "1. Say “in the spring” instead")
    at.kill()
    again = terminal("resume", "abcd-evidence", "--plain").until("Welcome back.", "[3 May]").type("1\n")
    again.until("Date", "2026-05-05").type("5 May 2025\n")
    again.until("5 May 2025 is not in your registration year")
    again.until("What I learnt", "Let the young person choose where to meet.").type(".\n")
    again.until("What it changed", "Ask each one where to meet: Two have chosen the park.").type(".\n")
    again.until("What I learnt from a peer", "nobody can begin for you").type(".\n")
    again.until("This is what others would read", "A walk with the young person, in the spring.", "(left out)")
    again.type("1\n").until("Made, and kept beside the session for you alone")
    assert again.end() == 0
    words = "\n".join(each.text for each in Document(str(to)).paragraphs) + "".join(
        cell.text for table in Document(str(to)).tables for row in table.rows for cell in row.cells
    )
    assert "A walk with the young person, in the spring." in words
    assert "Rob" not in words
    kept = log / ".circle" / "evidence" / "2026-05-05-abcd.json"
    assert json.loads(kept.read_text("utf-8"))["fields"]["date"] == "2025-05-05"
    assert stat.S_IMODE(kept.stat().st_mode) == stat.S_IMODE(to.stat().st_mode) == 0o600
    assert not list(drafts.iterdir())


@pytest.fixture
def made(log: Path, session: Path) -> Path:
    kept = log / ".circle" / "evidence" / "2026-05-05-abcd.json"
    kept.parent.mkdir(parents=True)
    fields = {"type": "My own reflection", "what": "=A walk", "date": "2026-05-05", "learnt": "L", "changed": "C"}
    kept.write_text(json.dumps({"session": "2026-05-05-abcd", "made": "2026-05-09", "fields": fields}))
    return kept


def test_what_was_made_is_told_and_written_out_again_without_a_terminal(circle: Run, log: Path, made: Path) -> None:
    to = log.parent / "again.md"
    done = circle("--log", str(log), "evidence", "abcd", "--to", str(to))
    assert done.returncode == 0
    assert "You made evidence of this session on 9 May 2026." in done.stderr
    assert "## What I learnt\n" in to.read_text(encoding="utf-8")
    (log / "circle.yml").write_text("evidence-limit: 5\n")
    copied = circle("--log", str(log), "evidence", "abcd", "--copy")
    assert "What it was, and why it matters (7 characters, 2 words)\n\n=A walk\n" in copied.stdout
    assert "That is 7 characters; the limit in circle.yml is 5." in copied.stderr


def test_two_that_differ_are_proposed_one_with_a_peer(circle: Run, log: Path) -> None:
    day = date.today().isoformat()
    put(log, f"{day}-bcde", session_text(f"{day}-bcde", "A meeting", GROUP, situation="All spoke at once."))
    put(log, f"{day}-cdef", session_text(f"{day}-cdef", "Another walk", what_worked="We walked."))
    put(log, f"{day}-defg", session_text(f"{day}-defg", "A third", learning="Ask."))
    done = circle("--log", str(log), "evidence")
    assert [line[:15] for line in done.stdout.splitlines()] == [f"{day}-bcde", f"{day}-defg"]
    assert "With a peer" in done.stdout.splitlines()[0]


def test_what_cannot_be_asked_or_written_is_refused(circle: Run, log: Path, session: Path, made: Path) -> None:
    assert circle("--log", str(log), "evidence", "abcd", "--to", "x.exe").returncode == 2
    assert circle("--log", str(log), "evidence", "abcd", "--to", "x.docx", "--copy").returncode == 2
    made.unlink()
    assert "no terminal" in circle("--log", str(log), "evidence", "abcd", "--copy").stderr


def test_erasing_a_session_takes_what_was_made_of_it_away(circle: Run, log: Path, made: Path, drafts: Path) -> None:
    drafts.mkdir(parents=True, exist_ok=True)
    portfolios = [drafts / f"portfolios-{name}.jsonl" for name in ("pcf-2018", "kss-adults")]
    portfolios[0].write_bytes(draft_line({"answered": "finding/words/2026-05-05-abcd/6/0/x/Rob", "text": "reword"}))
    decided = log / ".circle" / "portfolios" / "2026-05-05-abcd.json"
    decided.parent.mkdir()
    decided.write_text("{}")
    portfolios[1].write_bytes(draft_line({"answered": "finding/words/2026-05-06-bcde/6/0/x/Rob", "text": "reword"}))
    assert circle("--log", str(log), "erase", "abcd", "--confirm", "2026-05-05-abcd").returncode == 0
    assert not made.exists() and not decided.exists()
    assert [path.exists() for path in portfolios] == [False, True]
