"""`circle portfolio`: evidence by statement, without names, and what the check finds is settled by a person."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from making import session_text
from running import Run

FRONT = """cast: [{name: "Robin Vale", also: ["Rob"], say: "the young person"}]
frameworks:
  - {framework: pcf-2018, statement: "6", how: "I saw why Robin talks."}
  - {framework: pcf-2018, statement: "12"}
learning_outcomes: ["I can explain a decision to Robin"]
"""


@pytest.fixture
def session(log: Path) -> Path:
    return put(log, FRONT)


def put(log: Path, front: str) -> Path:
    path = log / "sessions" / "2026" / "2026-05-05-abcd-x.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(session_text("2026-05-05-abcd", "A walk with Robin", front), encoding="utf-8")
    return path


def test_it_is_written_as_word_and_html_for_its_owner_alone(circle: Run, log: Path, session: Path) -> None:
    done = circle("--log", str(log), "portfolio", "--framework", "pcf-2018", cwd=log)
    assert done.returncode == 0
    names = [Path(line).name for line in done.stdout.splitlines()]
    assert names == ["circle-portfolio-pcf-2018.docx", "circle-portfolio-pcf-2018.html"]
    page = (log / names[1]).read_text(encoding="utf-8")
    for words in (
        "I saw why the young person talks.",
        "A walk with the young person",
        "a decision to the young person",
    ):
        assert words in page
    assert "No session in this time speaks yet to: 1 Professionalism, 2 Values" in page
    assert "PCF 2018 12, named in the session of 5 May 2026: this edition has no such statement." in page
    assert "For the assessor" in page
    assert "Robin" not in page
    assert "For the assessor" in [each.text for each in Document(str(log / names[0])).paragraphs]
    assert {stat.S_IMODE((log / name).stat().st_mode) for name in names} == {0o600}
    again = circle("--log", str(log), "portfolio", "--framework", "PCF 2018", cwd=log)
    assert next(Path(line).name for line in again.stdout.splitlines()) == "circle-portfolio-pcf-2018-2.docx"


def test_what_the_check_finds_is_settled_once_and_a_kill_loses_nothing(
    terminal: Any, circle: Run, log: Path, drafts: Path
) -> None:
    put(log, FRONT.replace("why Robin talks", "on 3 May what Temitope saw"))
    to = log.parent / "portfolio.html"
    asked = ("portfolio", "--framework", "pcf-2018", "--to", str(to), "--plain")
    at = (
        terminal(*asked)
        .until("“3 May” says which day", "From the session of 5 May 2026 (abcd):", "1. Say “in the spring” instead")
        .type("1\n")
    )
    at.until("“Temitope”").kill()
    listed = json.loads(circle("--log", str(log), "list", "--json").stdout)
    assert [each["id"] for each in listed] == ["2026-05-05-abcd"]
    assert "portfolios-pcf-2018" in circle("--log", str(log), "discard", "--json").stdout
    again = terminal("resume", "pcf-2018", "--plain").until("Welcome back.", "“Temitope”").type("1\n")
    again.until("What could stand there instead").type("a colleague\n")
    again.until("Shall the portfolio be made?", "I saw in the spring what a colleague saw.").type("1\n")
    assert again.end() == 0
    page = to.read_text(encoding="utf-8")
    assert "I saw in the spring what a colleague saw." in page
    assert not list(drafts.iterdir())
    kept = log / ".circle" / "portfolios" / "2026-05-05-abcd.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    again_to = ("--log", str(log), "portfolio", "--framework", "pcf-2018", "--to", str(log.parent / "again.html"))
    made = circle(*again_to)
    assert "What you decided about its words before holds again" in made.stderr
    assert (log.parent / "again.html").read_text(encoding="utf-8") == page
    assert "“3 May”" in circle(*again_to, "--anew").stderr
    put(log, FRONT.replace("why Robin talks", "on 3 May what Temitope said"))
    assert "“Temitope”" in circle(*again_to).stderr
    kept.write_text("[")
    assert "this is not as circle kept it" in circle(*again_to).stderr


def test_without_a_terminal_nothing_is_written_that_is_not_settled(circle: Run, log: Path) -> None:
    put(log, FRONT.replace("why Robin talks", "Temitope on Monday 3 May"))
    done = circle("--log", str(log), "portfolio", "--framework", "pcf-2018", cwd=log)
    assert done.returncode != 0
    assert "“Temitope”" in done.stderr
    assert not list(log.glob("*.docx"))


def test_a_framework_or_a_time_of_which_there_is_nothing_is_refused(circle: Run, log: Path, session: Path) -> None:
    for asked in ((), ("--framework", "pcf")):
        refused = circle("--log", str(log), "portfolio", *asked)
        assert refused.returncode == 2 and "name one of: kss-adults" in refused.stderr
    later = circle("--log", str(log), "portfolio", "--framework", "pcf-2018", "--from", "2027")
    assert (later.returncode, "--from and --until" in later.stderr) == (2, True)


def test_where_there_is_no_session_yet_nothing_is_said_of_a_time(circle: Run, log: Path) -> None:
    done = circle("--log", str(log), "portfolio", "--framework", "pcf-2018")
    told = "No session of yours is here yet; circle reflect begins one\n"
    assert (done.returncode, done.stderr) == (2, told)
