"""From an empty log to what is handed in: three sparks, two sessions, two pieces of evidence and a portfolio."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from running import Run

Open = Callable[..., Any]
Sessions = Callable[[], list[Path]]

QUICK = [
    ("Begin with one of these?", "3\n"),
    ("call it?", "A walk with Robin\n"),
    ("says this again.", "We walked along the canal, and Robin talked about the dog.\n.\n"),
    ("Question 2 of 3", "I kept quiet, and walked beside Robin.\n.\n"),
    ("Question 3 of 3", "I will walk first at the next visit too.\n.\n"),
    ("Is any of these an action?", "1\n"),
    ("Something to do", "\n"),
    ("By when?", "\n"),
    ("Another action?", "\n"),
    ("like to add anything?", "\n"),
]
DEEPENED = [
    ("says this again.", "Robin had not come to any meeting for weeks.\n.\n"),
    ("Question 3 of 8", "His mum said that he slept that night.\n.\n"),
    ("Question 4 of 8", "I was told to see him at the office; I asked my manager.\n.\n"),
    ("Question 5 of 8", "He told me what he was afraid of.\n.\n"),
    ("safeguarding procedures?", "1\n"),
    ("Question 6 of 8", "Relationship-based practice: being there first, and saying little.\n.\n"),
    ("Question 7 of 8", "Say less, and walk more: side by side it is easier to talk than across a table.\n.\n"),
]
ADDED = [
    ("like to add anything?", "4\n"),
    ("Who and where", "Robin Vale (Rob) = the young person\n"),
    ("like to add anything?", "6\n"),
    ("Which part of a professional framework", "5\n"),
]
GROUP = [
    ("Begin with one of these?", "\n"),
    ("call it?", "The lunch\n"),
    ("Who is here?", "Sam, Bea, Ade\n"),
    ("Who facilitates?", "Bea\n"),
    ("bring something?", "Sam\n"),
    ("The opening", "2\n"),
    ("The practice situation", "A review that everybody dreaded.\n.\n"),
    ("Question 1 of 8", "Each agency said one good thing first, and Robin laughed.\n.\n"),
    ("how much did this matter", "8 9 9\n"),
    ("Question 2 of 8", "I asked the school to begin.\n.\n"),
    ("Question 3 of 8", "Robin said that for once nobody sighed.\n.\n"),
    ("Whose view have you really heard", "1\n"),
    ("how helpful would", "\n"),
    ("Question 4 of 8", "Two people came late, so we began again.\n.\n"),
    ("Question 5 of 8", "We saw what keeps him safe.\n.\n"),
    ("how safe or settled", "\n"),
    ("safeguarding procedures?", "1\n"),
    ("Question 6 of 8", "Signs of Safety: strengths first.\n.\n"),
    ("Question 7 of 8", "Ask first, and let the good be said before anything else is.\n.\n"),
    ("Question 8 of 8", "Sam asks at the next review too.\n.\n"),
    ("Bea, what did you notice?", "You asked Robin first.\n.\n"),
    ("Ade, what did you notice?", "You waited.\n.\n"),
    ("what was good about the session?", ".\n"),
    ("what would have made the session better", ".\n"),
    ("what do you take away", "Sam: I will ask for the good first.\n.\n"),
]
FIRST_PIECE = [
    ("A walk with Robin", ""),
    ("My own reflection", ".\n"),
    ("The young person had not come to any meeting", ".\n"),
    ("Date", "\n"),
    ("Say less, and walk more", ".\n"),
    ("walk first at the next visit", ".\n"),
    ("from a peer", ".\n"),
    ("This is what others would read", "1\n"),
]
SECOND_PIECE = [
    ("the second piece", ""),
    ("Group reflection", ".\n"),
    ("My part: presenting practitioner.", ".\n"),
    ("Date", "\n"),
    ("Ask first, and", ".\n"),
    ("What it changed", "I ask for the good first now.\n.\n"),
    ("- a colleague: You asked the young person first.", "Bea saw what I had missed.\n.\n"),
    ("“Bea” by “a colleague”", ""),
    ("A colleague saw what I had missed.", "1\n"),
]


def talk(at: Any, *steps: tuple[str, str]) -> Any:
    """Type each reply once its prompt is there."""
    for prompt, reply in steps:
        at.until(prompt).type(reply)
    return at


def shows(statement: str, how: str) -> list[tuple[str, str]]:
    """Say what of the framework it shows, and end."""
    more = [("Another part of a framework?", "\n"), ("learning outcomes", "\n"), ("like to add", "\n")]
    return [("Which part?", f"{statement}\n"), ("How does it show", f"{how}\n"), *more]


def words_of(path: Path) -> str:
    opened = Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in opened.paragraphs), *cells])


def test_two_pieces_and_a_portfolio_come_of_a_year(
    terminal: Open, circle: Run, log: Path, sessions: Sessions, own_home: Path
) -> None:
    settings = own_home / ".config" / "circle" / "settings.yml"
    settings.parent.mkdir(parents=True)
    settings.write_text("name: Sam\n", encoding="utf-8")
    for line in ("Robin laughed", "A colleague thanked me", "Tea helped"):
        assert circle("--log", str(log), "spark", line).returncode == 0

    def ask(*arguments: str) -> Any:
        return terminal("--plain", *arguments, size=(24, 200))

    assert talk(ask("reflect", "--quick"), *QUICK).until("What you might do next").end() == 0
    (walk,) = (path.stem[11:15] for path in sessions())
    shown = shows("6", "I saw why Rob talks when we walk.")
    assert talk(ask("resume", walk), *DEEPENED, *ADDED, *shown).end() == 0
    added = (*ADDED, *shows("8", "Each agency said one thing."))
    assert talk(ask("reflect", "--mode", "group"), *GROUP, *added).end() == 0
    (lunch,) = {path.stem[11:15] for path in sessions()} - {walk}

    out = log.parent / "out"
    out.mkdir()
    assert talk(ask("evidence", walk, lunch, "--to", str(out)), *FIRST_PIECE, *SECOND_PIECE).end() == 0
    made = circle("--log", str(log), "portfolio", "--framework", "pcf-2018", "--to", str(out))
    assert made.returncode == 0, made.stderr
    words = [words_of(path) for path in sorted(out.glob("*.docx"))]
    assert len(words) == 3
    text = "\n".join(words)
    assert not [name for name in ("Robin", "Rob ", "Bea", "Sam") if name in text]
    for held in (
        "Say less, and walk more",
        "A colleague saw what I had missed.",
        "I saw why the young person talks when we walk.",
    ):
        assert held in text
    seen = json.loads(circle("--log", str(log), "year", "2026", "--json").stdout)
    assert sorted(each["with_peer"] for each in seen["made"]) == [False, True]
