"""The shape of the code: who may import whom, which library belongs to whom, and what a command loads."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "circle_cli"
SHARED = {"errors", "ids", "days", "fields", "front_matter", "shown", "settings"}
MAY_IMPORT = {
    "guidance": SHARED,
    "session": SHARED,
    "interview": SHARED | {"guidance", "session"},
    "log": SHARED | {"session"},
    "paper": SHARED | {"guidance", "session"},
    "points": SHARED,
    "settings": {"errors", "fields", "front_matter", "ids"},
    "site": SHARED | {"guidance", "points"},
    "identifiers": SHARED | {"session"},
    "share": SHARED | {"guidance", "session", "points", "interview", "identifiers"},
    "commands": SHARED
    | {"guidance", "session", "interview", "log", "paper", "points", "site", "identifiers", "share", ""},
    "cli": {"errors", "commands", "log", "session", ""},
    "__main__": {"cli", "commands", "log", ""},
    "fields": {"errors", "front_matter"},
    "front_matter": {"errors"},
}
"""What each room may import beside itself; "" is the package, for its version. What is not named imports nothing."""

OWNERS = {
    "yaml": {"front_matter.py"},
    "frontmatter": {"front_matter.py"},
    "questionary": {"interview/terminal/editing.py"},
    "prompt_toolkit": {"interview/terminal/editing.py", "interview/terminal/rows.py"},
    "typer": {"cli.py"},
    "platformdirs": {"commands/edge.py"},
    "mkdocs": {"site/plugin.py", "site/building/build.py", "site/building/telling.py"},
    "markdown": {"site/drawing/render.py"},
    "nh3": {"site/drawing/render.py"},
    "markupsafe": {"site/drawing/", "site/plugin.py", "paper/drawing/html.py"},
    "icalendar": {"log/reading/ics.py"},
    "pagefind_bin": {"site/building/words.py"},
    "docx": {"paper/drawing/word.py", "paper/drawing/word_style.py"},
    "subprocess": {"log/history/running.py", "interview/terminal/editor.py"},
}
"""Which modules, or folders of them, may import a library. Two where it has two sides, as MkDocs has."""


def imports() -> Iterator[tuple[str, str]]:
    """Give each import as (module's path within the package, name imported)."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
                if node.module in ("circle_cli", *(f"circle_cli.{room}" for room in MAY_IMPORT)):
                    names = [f"{node.module}.{alias.name}" for alias in node.names]
            for name in names:
                yield path.relative_to(ROOT).as_posix(), name


def room_of(path: str) -> str:
    return path.removesuffix(".py").split("/")[0]


def test_a_room_imports_only_what_it_may() -> None:
    strays = []
    for path, name in imports():
        if not name.startswith("circle_cli"):
            continue
        room, wanted = room_of(path), name.split(".")[1]
        wanted = "" if wanted == "__version__" else wanted
        if wanted != room and wanted not in MAY_IMPORT.get(room, set()):
            strays.append(f"{path} imports {name}")
    assert strays == []


def test_no_room_is_left_out_of_the_rules() -> None:
    rooms = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    assert rooms <= MAY_IMPORT.keys()


def test_each_library_has_its_owner() -> None:
    strays = [
        f"{path} imports {name}"
        for path, name in imports()
        if not path.startswith(tuple(OWNERS.get(name.split(".")[0], {path}))) and not name.startswith("circle_cli")
    ]
    assert strays == []


def loaded_by(log: Path, *arguments: str) -> set[str]:
    """Run the program and give the names of the modules it had loaded at its end."""
    code = (
        "import atexit, sys, runpy\n"
        "atexit.register(lambda: print('\\n'.join(['LOADED', *sys.modules]), file=sys.stderr))\n"
        "sys.argv[0] = 'circle'\n"
        "runpy.run_module('circle_cli', run_name='__main__')"
    )
    env = {**os.environ, "CIRCLE_LOG": str(log)}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return set(done.stderr.partition("LOADED\n")[2].split("\n"))


HEAVY = {
    "pydantic",
    "rich",
    "prompt_toolkit",
    "questionary",
    "asyncio",
    "mkdocs",
    "docx",
    "icalendar",
    "sqlite3",
    "nh3",
    "markdown",
}


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("show", "h4nd"),
        ("show", "h4nd", "--json"),
        ("search", "handover"),
        ("--help",),
        ("actions",),
        ("actions", "--json"),
        ("actions", "--due", "next Friday", "--who", "Sam"),
        ("check",),
    ],
    ids=" ".join,
)
def test_a_command_that_reads_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(ROOT.parent, *arguments)
    assert "circle_cli" in loaded
    assert loaded & HEAVY == set()


def test_gathering_an_event_loads_nothing_heavy(log: Path) -> None:
    (log / "sessions" / "2026").mkdir()
    shutil.copy(ROOT.parent / "tests/golden/session-together.md", log / "sessions" / "2026")
    assert loaded_by(log, "event", "ev2n") & HEAVY == set()


def test_the_version_is_said_before_anything_is_loaded() -> None:
    assert loaded_by(ROOT.parent, "--version") & {"typer", "yaml", "dataclasses", "circle_cli.cli"} == set()
