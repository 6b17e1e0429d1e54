"""What `--json` prints is what `schema/` says; other people's scripts are written after it."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from circle_cli.ids import QUESTIONS

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]
EXAMPLES = [*sorted((ROOT / "tests" / "golden").glob("session-*.md")), *sorted((ROOT / "sessions").rglob("2*.md"))]


def schema(name: str) -> Draft202012Validator:
    text = (ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text), format_checker=FormatChecker())


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema that says what a value is."""
    if isinstance(value, dict):
        if {"type", "enum", "const", "anyOf", "$ref"} & value.keys():
            yield value
        for key in ("properties", "$defs"):
            for inner in value.get(key, {}).values():
                yield from parts(inner)
        yield from parts(value.get("items"))


@pytest.mark.parametrize(
    "name",
    [
        *("session", "list", "actions", "sparks", "event", "check"),
        *("discard", "import", "settings", "insights", "vocabulary"),
    ],
)
def test_a_schema_is_one_and_says_what_everything_is(name: str) -> None:
    Draft202012Validator.check_schema(schema(name).schema)
    bare = [part for part in parts(schema(name).schema) if "description" not in part and part != {"type": "string"}]
    assert bare == []


@pytest.fixture
def examples(log: Path) -> list[str]:
    (log / "sessions" / "2026").mkdir()
    ids = [path.read_text(encoding="utf-8").partition("\nid: ")[2][:15] for path in EXAMPLES]
    for path, name in zip(EXAMPLES, ids, strict=True):
        shutil.copy(path, log / "sessions" / "2026" / f"{name}.md")
    return ids


def test_sessions_are_shown_and_taken_in_as_the_schema_says(circle: Run, log: Path, examples: list[str]) -> None:
    for name, path in zip(examples, EXAMPLES, strict=True):
        shown = json.loads(circle("show", name, "--json", cwd=log).stdout)
        schema("session").validate(shown)
        if "awkward" in path.name:  # it holds a key from a later version
            continue
        back = {key: value for key, value in shown.items() if key != "id"}
        taken = json.loads(circle("reflect", "--from", "-", "--json", cwd=log, stdin=json.dumps(back)).stdout)
        schema("session").validate(taken)
        assert taken | {"id": name} == shown


def test_lists_and_searches_are_as_the_schema_says(circle: Run, log: Path, examples: list[str]) -> None:
    for words in (("list",), ("list", "--mode", "training"), ("list", "--theme", "none"), ("search", "a")):
        schema("list").validate(json.loads(circle(*words, "--json", cwd=log).stdout))
    by_id = {each["id"]: each for each in json.loads(circle("list", "--json", cwd=log).stdout)}
    assert by_id.keys() == set(examples)
    assert by_id["2026-11-23-k3f9"]["answered"] == len(QUESTIONS)
    assert by_id["2026-02-03-ab2d"]["answered"] == 3
    assert by_id["2026-02-03-ab2d"]["setting"] is None
    assert Path(by_id["2026-02-03-ab2d"]["path"]).is_file()


def test_actions_are_as_the_schema_says(circle: Run, log: Path, examples: list[str]) -> None:
    for words in (("actions",), ("actions", "--who", "Sam"), ("actions", "--due", "yesterday")):
        schema("actions").validate(json.loads(circle(*words, "--json", cwd=log).stdout))
    found = json.loads(circle("actions", "--json", cwd=log).stdout)
    assert {each["session"] for each in found} <= set(examples)
    assert {each["by"] is None for each in found} == {True, False}
    assert not schema("actions").is_valid([found[0] | {"by": "1 December"}])


def test_sparks_are_as_the_schema_says(circle: Run, log: Path) -> None:
    circle("spark", "-", cwd=log, stdin="Robin laughed\nHe rang himself\n")
    found = json.loads(circle("sparks", "--json", cwd=log).stdout)
    schema("sparks").validate(found)
    assert [each["open"] for each in found] == [True, True]
    schema("list").validate(json.loads(circle("search", "rang", "--json", cwd=log).stdout))


def test_an_event_is_as_the_schema_says(circle: Run, log: Path, examples: list[str]) -> None:
    schema("event").validate(json.loads(circle("event", "ev2n", "--json", cwd=log).stdout))


def test_a_schema_refuses_what_is_not_so(circle: Run, log: Path, examples: list[str]) -> None:
    good = json.loads(circle("show", "k3f9", "--json", cwd=log).stdout)
    for key, wrong in (("mode", "crowd"), ("date", "23 November"), ("id", "x"), ("answers", {"no id": "x"})):
        assert not schema("session").is_valid(good | {key: wrong})
    assert not schema("session").is_valid({key: value for key, value in good.items() if key != "answers"})
