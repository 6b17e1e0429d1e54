"""`circle scan`: a text, a session, many texts; findings for people, as JSON, as lines."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from making import session_text

from circle_cli.identifiers.findings.record import Identifier

Run = Callable[..., Any]
ROOT = Path(__file__).parents[3]
SCHEMAS = ("scan", "scan-line")
FRONT = """\
cast:
  - {name: "Amira Hassan", also: ["Mira"], say: "the young person"}
roles: {presenter: ["Zebedee"]}
learning_points:
  - {id: 1, text: "Ask Mira first.", scope: general, share: "no"}
"""
TOLD = "We walked to the library, and mira chose the book."
SESSION = session_text(title="The visit to Kestrel House", front=FRONT, what_worked=TOLD)


def lines(done: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_lines_in_and_lines_out(circle: Run) -> None:
    given = [
        {"id": "1", "text": "Oluwaseun came. 😀 seun left.", "cast": ["Oluwaseun Adeyemi (Seun)"]},
        {"id": 2, "text": "Nothing here."},
        {"id": "3", "text": "We met Mira.", "cast": [{"name": "Amira", "also": ["Mira"], "say": "the young person"}]},
    ]
    done = circle("scan", "--jsonl", stdin="\n".join(json.dumps(each) for each in given) + "\n\n")
    assert (done.returncode, done.stderr) == (0, "")
    found = lines(done)
    assert all(set(each) == {"id", "start", "end", "kind", "warns"} for each in found)
    by_id = {each["id"]: each["text"] for each in given}
    words = [(each["id"], by_id[each["id"]][each["start"] : each["end"]], each["kind"]) for each in found]
    assert words == [("1", "Oluwaseun", "cast"), ("1", "seun", "cast"), ("3", "Mira", "cast")]


def test_both_schemas_know_every_kind() -> None:
    whole, line = (json.loads((ROOT / "schema" / f"{name}.schema.json").read_text("utf-8")) for name in SCHEMAS)
    inner = whole["properties"]["findings"]["items"]["properties"]
    assert set(inner["kind"]["enum"]) == set(line["properties"]["kind"]["enum"]) == {str(kind) for kind in Identifier}


def test_a_line_says_what_only_warns(circle: Run) -> None:
    text = "It was a British girl whom Zofia saw."
    done = circle("scan", "--jsonl", stdin=json.dumps({"id": 1, "text": text}))
    warns = {text[each["start"] : each["end"]]: each["warns"] for each in lines(done)}
    schema = json.loads((ROOT / "schema" / "scan-line.schema.json").read_text(encoding="utf-8"))
    for each in lines(done):
        jsonschema.Draft202012Validator(schema).validate(each)
    assert warns["Zofia"] is False and True in warns.values()


@pytest.mark.parametrize(
    "line",
    ["x", "[]", '{"id": 1}', '{"text": "x"}', '{"id": 1, "text": 2}', '{"id": 1, "text": "x", "cast": "Amira"}',
     "[" * 100_000],
    ids=lambda line: line[:20],
)  # fmt: skip
def test_a_line_that_is_none_is_named(circle: Run, line: str) -> None:
    done = circle("scan", "--jsonl", stdin=f'{{"id": 0, "text": "fine"}}\n{line}\n')
    assert done.returncode == 65
    assert done.stderr.startswith("standard input:2: ")
    assert "Traceback" not in done.stderr


def test_a_text_is_explained_line_by_line(circle: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("All was well.\nWe met Zofia on 14 March 2024.\n", encoding="utf-8")
    done = circle("scan", str(path))
    assert done.returncode == 0
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [f"{path}:2", f"{path}:2"]
    assert "in the spring" in done.stdout
    assert done.stderr.startswith("2 to look at")
    assert circle("scan", stdin="We met Zofia.").stdout.startswith("line 1: “Zofia”")


def test_a_quiet_text_is_still_for_people_to_judge(circle: Run) -> None:
    done = circle("scan", "-", stdin="We waited, and it was enough.")
    assert (done.returncode, done.stdout) == (0, "")
    assert "Only people can tell" in done.stderr
    assert "anonymis" not in done.stderr


def test_a_cast_may_come_from_a_file(circle: Run, tmp_path: Path) -> None:
    (tmp_path / "cast.txt").write_text("# who\nHope Barlow = the young person\n", encoding="utf-8")
    done = circle("scan", "--cast", "cast.txt", "--json", stdin="Hope came.")
    shown = json.loads(done.stdout)
    assert [(each["kind"], each["text"], each["suggestion"]) for each in shown["findings"]] == [
        ("cast", "Hope", "the young person")
    ]


def test_json_is_as_the_schema_says(circle: Run) -> None:
    schema = json.loads((ROOT / "schema" / "scan.schema.json").read_text(encoding="utf-8"))
    for text in ("", "We met Zofia, her twins and\x1b[31m the rest at Kestrel House on 14 March 2024."):
        shown = json.loads(circle("scan", "--json", stdin=text).stdout)
        jsonschema.Draft202012Validator(schema).validate(shown)
        assert all(text[each["start"] : each["end"]] == each["text"] for each in shown["findings"])


def test_a_session_is_scanned_with_its_own_cast_and_at_its_own_places(circle: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.md"
    path.write_text(SESSION, encoding="utf-8")
    found = json.loads(circle("scan", str(path), "--json").stdout)["findings"]
    assert [(each["line"], each["kind"], each["text"]) for each in found] == [
        (4, "organisation", "Kestrel House"), (12, "cast", "Mira"), (17, "cast", "mira")
    ]  # fmt: skip
    assert all(SESSION[each["start"] : each["end"]] == each["text"] for each in found)


@pytest.mark.parametrize("words", [("nowhere.txt",), ("--cast", "nowhere.txt"), ("--jsonl", "x.txt"), ("--cast", "-")])
def test_wrong_usage_is_said(circle: Run, words: tuple[str, ...]) -> None:
    done = circle("scan", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_no_escape_of_a_text_reaches_the_terminal(circle: Run) -> None:
    done = circle("scan", stdin="We met \x1b[31mZofia\x07 there.")
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout + done.stderr


def test_the_lists_are_loaded_by_no_other_command(log: Path) -> None:
    code = (
        "import sys; from circle_cli.__main__ import main; sys.argv = ['circle', 'list']\ntry: main()\n"
        "finally: print([name for name in sys.modules if '.share' in name or '.identifiers' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=log, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_megabyte_is_read_to_its_end(circle: Run) -> None:
    text = ("The young person said that Amira came." + "\n" * 400) * 2_290
    assert len(text) > 1_000_000
    assert circle("scan", stdin=text).stderr.startswith("2290 to look at")


def test_a_file_that_is_far_too_large_is_not_read(circle: Run, tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(20 << 30)
    for name in ("huge.txt", "/dev/zero"):
        done = circle("scan", name, cwd=tmp_path)
        assert (done.returncode, "larger than anything that can be read here" in done.stderr) == (2, True)
