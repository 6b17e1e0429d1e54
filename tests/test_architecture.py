"""The shape of the code: who may import whom, which library belongs to whom, and what a command loads.

Who may import whom is what the tables of rooms in CONTRIBUTING say: they are read here, so that they hold.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from house import Graph, arrows_up, circles, holes, homeless, imported, read_graph, read_table, read_walls

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "circle_cli"
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TABLE, WALLS = read_table(CONTRIBUTING), read_walls(CONTRIBUTING)
LINES, FILES = 300, 12
"""The most lines in a file, and the most Python files side by side."""

OWNERS = {
    "yaml": {"front_matter/composed.py", "front_matter/slips.py", "front_matter/by_hand.py"},
    "frontmatter": {"front_matter/composed.py"},
    "questionary": {"interview/terminal/editing/"},
    "prompt_toolkit": {"interview/terminal/editing/", "interview/terminal/console.py"},
    "typer": {"cli/app.py", "cli/parser.py"},
    "platformdirs": {"commands/folders.py"},
    "mkdocs": {
        "site/plugin.py",
        "site/shell.py",
        "site/known.py",
        "site/filling.py",
        "site/build.py",
        "site/rehearsal.py",
        "site/building/telling.py",
    },
    "markdown": {"site/drawing/render.py"},
    "nh3": {"site/drawing/render.py"},
    "markupsafe": {
        "form/",
        "site/drawing/",
        "site/plugin.py",
        "paper/drawing/html.py",
        "paper/drawing/circle.py",
        "look/bars.py",
        "insights/drawing/",
    },
    "icalendar": {"log/reading/ics.py"},
    "sshsig": {"signing/signatures.py"},
    "openpyxl": {"importing/reading/excel.py"},
    "docx": {"paper/drawing/word.py", "paper/drawing/word_style.py"},
    "subprocess": {
        "system/running.py",
        "interview/terminal/editor.py",
        "commands/reading/pager.py",
        "system/processes.py",
    },
}
"""Which modules, or folders of them, may import a library. Two where it has two sides, as MkDocs has."""


@cache
def graph() -> Graph:
    """Read the imports of the whole program: when they are asked for, and once."""
    return read_graph(PACKAGE)


def told(wrong: Sequence[str]) -> str:
    return "\n".join(("", *wrong, "The tables in CONTRIBUTING.md say who may import whom, and where a new room goes."))


def test_no_module_imports_itself_by_any_way_round() -> None:
    assert not (wrong := circles(graph())), told(wrong)


def test_a_room_imports_only_rooms_that_stand_below_it() -> None:
    assert not (wrong := arrows_up(graph(), TABLE)), told(wrong)


def test_no_import_goes_through_a_wall() -> None:
    assert not (wrong := holes(graph(), WALLS)), told(wrong)


def test_the_site_never_imports_what_reads_sessions() -> None:
    assert {"session/", "interview/", "log/", "share/"} <= set(WALLS["site/"])


def test_contributing_names_every_room_and_none_that_is_gone() -> None:
    names = [*(place.room for place in TABLE), *WALLS, *(each for never in WALLS.values() for each in never)]
    assert [name for name in names if not (PACKAGE / name).exists()] == []
    modules = [module for module in graph() if not module.endswith("/__init__.py")]
    assert not (wrong := homeless(modules, TABLE)), told(wrong)


def test_no_room_is_named_twice() -> None:
    rooms = [place.room for place in TABLE]
    assert sorted(rooms) == sorted(set(rooms))


def test_each_library_has_its_owner() -> None:
    strays = [
        f"{module} imports {name}"
        for module in graph()
        for name in imported(PACKAGE / module)
        if not module.startswith(tuple(OWNERS.get(name.split(".")[0], {module})))
    ]
    assert strays == []


def python_files() -> Iterator[Path]:
    return (
        path
        for folder in ("circle_cli", "bench", "examples", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
    )


def test_a_file_can_be_read_in_one_sitting() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").count("\n") for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > LINES} == {}


def test_a_room_holds_no_more_than_can_be_seen_at_once() -> None:
    rooms = Counter(path.parent for path in python_files() if path.name != "__init__.py")
    assert {room.as_posix(): files for room, files in rooms.items() if files > FILES} == {}


ONE_AFTER_ANOTHER = """
import json, sys
from circle_cli.__main__ import main
for words in json.loads(sys.argv[1]):
    sys.argv[1:], code = words, 0
    try:
        main()
    except SystemExit as end:
        code = end.code or 0
    print("LOADED", json.dumps([words, code, [*sys.modules]]), file=sys.stderr)
"""


def loaded_by(log: Path, *commands: Sequence[str]) -> list[tuple[list[str], int, set[str]]]:
    """Run commands, all in one process; give each with its exit code and the names of the modules loaded by its end."""
    env = {**os.environ, "CIRCLE_LOG": str(log)}
    command = [sys.executable, "-c", ONE_AFTER_ANOTHER, json.dumps(commands)]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    told = [json.loads(line.removeprefix("LOADED ")) for line in done.stderr.splitlines() if line.startswith("LOADED ")]
    assert [words for words, _, _ in told] == [list(words) for words in commands]
    return [(words, code, set(loaded)) for words, code, loaded in told]


HEAVY = {
    "pydantic",
    "rich",
    "prompt_toolkit",
    "questionary",
    "asyncio",
    "mkdocs",
    "docx",
    "openpyxl",
    "icalendar",
    "sqlite3",
    "nh3",
    "markdown",
}
READING = (
    ("list",),
    ("list", "--json"),
    ("show", "h4nd"),
    ("show", "h4nd", "--json"),
    ("search", "handover"),
    ("--help",),
    ("actions",),
    ("actions", "--json"),
    ("actions", "--due", "next Friday", "--who", "Sam"),
)
IN_A_LOG = (
    ("event", "ev2n"),
    ("insights",),
    ("export", "--format", "json", "--to", "-"),
    ("import", "LICENSE", "README.md", "--dry-run"),
)


def test_no_command_that_reads_loads_anything_heavy(log: Path) -> None:
    """What one loads, those after it have: so each is named that has something heavy by its end."""
    (log / "sessions" / "2026").mkdir()
    together = (ROOT / "tests/golden/session-together.md").read_text(encoding="utf-8")
    told = together.replace("\ntitle:", "\ncast: []\ntitle:", 1)  # else nothing is exported where nobody looks
    (log / "sessions" / "2026" / "session-together.md").write_text(told, encoding="utf-8")
    [kept] = loaded_by(log, ["spark", "Robin laughed today"])
    assert kept[1:2] == (0,) and not kept[2] & {*HEAVY, "typer", "yaml"}
    told = loaded_by(ROOT, *READING, ["sparks"], *(("--log", str(log), *words) for words in (*IN_A_LOG, ("check",))))
    assert [(words, code) for words, code, _ in told if code] == []
    assert [(words, heavy) for words, _, loaded in told if (heavy := loaded & HEAVY)] == []


def test_the_version_the_help_and_a_list_are_there_before_what_they_have_no_need_of(log: Path) -> None:
    (log / ".circle" / "drafts").mkdir()
    (log / ".circle" / "drafts" / "2026-11-27-d6ju.jsonl").write_text('a75199fc {"draft":1,"log":"/x"}\n')
    version, help = loaded_by(log, ["--version"], ["--help"])
    asked, listed, found, acted = loaded_by(log, ["reflect"], ["list"], ["search", "tea"], ["actions"])
    unneeded = {"dataclasses", "circle_cli.cli.parser", "circle_cli.commands.edge", "circle_cli.log.folder", "tempfile"}
    assert version[2] & {"typer", "yaml", "circle_cli.cli.app"} | help[2] & unneeded == set()
    unneeded = {"circle_cli.sparks.file", "subprocess", "typer", "circle_cli.commands.sparks", "platformdirs"}
    assert asked[2] & {*unneeded, "circle_cli.log.history.elsewhere", "circle_cli.fields"} == set()
    unneeded |= {"circle_cli.interview.draft.lines", "circle_cli.front_matter.writing", "textwrap"}
    assert [each[2] & unneeded for each in (listed, found, acted)] == [set()] * 3
    assert [each[1] for each in (version, help, listed, found, acted)] == [0] * 5
