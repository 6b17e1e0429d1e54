"""`circle reflect` offers the sparks that wait, and asks nothing more where none does."""

from datetime import date
from pathlib import Path
from typing import Any

from making import git

from circle_cli.log.folder import Log
from circle_cli.log.sparks.keeping import keep_sparks
from circle_cli.sparks.record import Spark

DAY = date.today()


def keep(log: Path, *words: str) -> None:
    keep_sparks(Log(root=log), [Spark(day=DAY, text=each) for each in words])


def lines(log: Path) -> str:
    return (log / "sparks" / f"{DAY.isoformat()[:7]}.md").read_text(encoding="utf-8")


def test_a_session_begins_with_the_words_of_a_spark_which_then_waits_no_longer(terminal: Any, log: Path) -> None:
    keep(log, "He rang himself", "Robin laughed today")
    at = terminal("reflect", "--plain").until("Begin with one of these?", "Robin laughed today", "He rang himself")
    at.keys("1\n").until("What shall we call it?").keys("The call\n")
    at.until("The practice situation", "Robin laughed today").keys(".\n").until("Question 1").keys(".pause\n")
    at.until("Paused").end()
    assert f"- {DAY} [{DAY}-" in lines(log) and f"- {DAY}: He rang himself" in lines(log)
    assert git(log, "log", "-1", "--format=%s") == "Begin with a spark\n"
    again = terminal("--plain").until("One spark waits", "What would you like to do?", "Go on with")
    again.keys("\n").end()


def test_where_something_else_is_begun_all_is_as_without_sparks(terminal: Any, log: Path) -> None:
    keep(log, "He rang himself")
    at = terminal("reflect", "--quick", "--plain").until("Begin with one of these?").keys("\n")
    at.until("What shall we call it?").keys("The call\n").until("Question 1 of 3")
    assert "He rang himself" not in at.told.partition("Question 1 of 3")[2]
    at.keys(".pause\n").end()
    assert lines(log) == f"- {DAY}: He rang himself\n"
    at = terminal("reflect", "--plain").until("Begin with one of these?").keys(".back\n").until("Nothing was begun")
    assert at.end() == 0


def test_the_quick_way_begins_its_first_answer_with_it(terminal: Any, log: Path) -> None:
    keep(log, "He rang himself")
    at = terminal("reflect", "--quick").until("Begin with one of these?").keys("1", "\r")
    at.until("What shall we call it?").keys("The call", "\r").until("Question 1 of 3", "> He rang himself")
    at.keys(", and stayed", "\x04").until("Question 2 of 3").keys("\x0b").until("Question 3 of 3").keys("\x0b")
    at.until("Saved:")
    at.end()
    [session] = (log / "sessions").rglob("2*.md")
    assert "He rang himself, and stayed" in session.read_text(encoding="utf-8")
    assert session.name[:15] in lines(log)


def test_without_sparks_nothing_is_asked_of_them(terminal: Any, log: Path) -> None:
    at = terminal("reflect", "--plain").until("What shall we call it?")
    assert "Begin with one" not in at.told
    at.keys(".pause\n").end()
