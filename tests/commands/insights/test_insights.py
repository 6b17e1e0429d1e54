"""`circle insights`: said at the terminal, as JSON, and as a private page."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from making import git
from running import Run

ROOT = Path(__file__).parents[3]
FRONT = """\
themes: [relationships]
views: {heard: ["managers"]}
scaling: [{question: what-worked, asked: "How far?", by: Sam, score: 7}]
action_points: [{id: 1, what: "Ring", who: Sam, done: 2026-11-24, note: "It rang."}]
"""


@pytest.fixture
def held(log: Path, put: Callable[..., Path]) -> Path:
    """A log with two sessions."""
    for name in ("2026-11-20-aa2a", "2026-12-01-bb2b"):
        put(name, "Tea", FRONT, what_worked="The kettle whistled.")
    return log


def test_it_is_said_in_plain_lines(circle: Run, held: Path) -> None:
    done = circle("insights", "--log", str(held))
    assert done.returncode == 0, done.stderr
    for line in (
        "2 sessions, 20 November 2026 to 1 December 2026. Sessions are counted, and no people",
        "- Building relationships: 2 sessions, Nov 2026 1, Dec 2026 1",
        "- managers: heard 2, imagined 0, missing 0",
        "- How far? Nov 2026 7, Dec 2026 7",
        "2 done, 0 open.",
        "- Ring: 24 November 2026, It rang.",
        "- kettle: 2 sessions",
    ):
        assert line in done.stdout, line
    assert "Sam" not in done.stdout


def commit(log: Path, who: str, names: str) -> None:
    git(log, "reset", "-q")
    git(log, "add", f":(glob)sessions/**/{names}")
    git(log, "-c", f"user.name={who}", "commit", "-qm", "A session")


def test_as_json_it_is_as_the_schema_says(circle: Run, held: Path, log: Path, put: Callable[..., Path]) -> None:
    schema = Draft202012Validator(json.loads((ROOT / "schema" / "insights.schema.json").read_text(encoding="utf-8")))
    told = json.loads(circle("insights", "--json", "--log", str(held)).stdout)
    schema.validate(told)
    assert (told["sessions"], told["smallest"], told["hidden"]) == (2, 1, False)
    with (log / "circle.yml").open("a", encoding="utf-8") as settings:
        settings.write("kind: team\n")
        settings.write("smallest-group: 3\n")
    told = json.loads(circle("insights", "--json", "--log", str(held)).stdout)
    schema.validate(told)
    assert (told["sessions"], told["themes"], told["smallest"], told["hidden"]) == (0, [], 3, True)
    put("2026-11-21-cc2c", "Tea", FRONT, what_worked="The kettle whistled.")
    for who, names in (("Jo", "*a2a*"), ("Jo", "*b2b*"), ("Jo", "*c2c*")):
        commit(log, who, names)
    assert json.loads(circle("insights", "--json", "--log", str(held)).stdout)["sessions"] == 0  # all of them Jo's
    git(log, "update-ref", "-d", "HEAD")
    for who, names in (("Jo", "*a2a*"), ("Sam", "*b2b*"), ("Amara", "*c2c*")):
        commit(log, who, names)
    told = json.loads(circle("insights", "--json", "--log", str(held)).stdout)
    assert (told["sessions"], [each["sessions"] for each in told["themes"]]) == (3, [3])
    assert "At least 3 done." in circle("insights", "--log", str(held)).stdout


def test_the_page_is_for_its_owner_alone_and_goes_nowhere_that_everyone_may_read(
    circle: Run, held: Path, tmp_path: Path
) -> None:
    path = tmp_path / "i.html"
    done = circle("insights", "--to", str(path), "--log", str(held))
    assert (done.returncode, done.stdout) == (0, f"{path}\n")
    assert "<h1>What keeps working</h1>" in path.read_text(encoding="utf-8")
    assert sys.platform == "win32" or path.stat().st_mode & 0o077 == 0
    for public in ("guidance", "site"):
        refused = circle("insights", "--to", str(held / public / "i.html"), "--log", str(held))
        assert refused.returncode == 2 and not (held / public / "i.html").exists()
    path.write_text("mine", encoding="utf-8")
    assert circle("insights", "--to", str(path), "--log", str(held)).returncode == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert circle("insights", "--to", str(path), "--json", "--log", str(held)).returncode == 2
