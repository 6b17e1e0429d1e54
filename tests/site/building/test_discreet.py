"""What a CI run prints is read by many: no word of the log stands in it, whatever is wrong, and yet the place does."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from making import put_session

from circle_cli.discreet import nameless, without_words
from circle_cli.errors import CircleError, Place
from circle_cli.guidance.files import own_pages

CANARY = "Zyxwvina"
SESSION = "sessions/2026/2026-11-23-k3f9*.md"


def session(log: Path, old: str, new: str) -> None:
    path = put_session(log, "2026-11-23-k3f9", title=f"The visit to {CANARY}")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    path.rename(path.with_name(f"2026-11-23-k3f9-the-visit-to-{CANARY.lower()}.md"))


def put(log: Path, name: str, text: str) -> None:
    (log / name).parent.mkdir(parents=True, exist_ok=True)
    (log / name).write_text(text, encoding="utf-8")


TWICE = f"""\
---
circle: 1
id: 2026-11-23-k3f9
title: {CANARY}
---

## {CANARY} {{#safety}}

## {CANARY} {{#safety}}
"""

WRONG = {
    "a value": lambda log: session(log, "mode: individual", f"mode: {CANARY}"),
    "a key": lambda log: session(log, "mode:", f"{CANARY}: [\nmode:"),
    "a key given twice": lambda log: session(log, "mode:", f"{CANARY}: 1\n{CANARY}: 2\nmode:"),
    "a tag": lambda log: session(log, "mode:", f"x: !{CANARY} 1\nmode:"),
    "an id": lambda log: session(log, "id: 2026-11-23-k3f9", f"id: {CANARY}"),
    "a role": lambda log: session(log, "mode:", f"roles: {{{CANARY}: [Sam]}}\nmode:"),
    "a day": lambda log: session(log, "date: 2026-11-23", f"date: {CANARY}"),
    "a section there twice": lambda log: put(log, f"sessions/2026/2026-11-23-k3f9-{CANARY}.md", TWICE),
    "a learning point's file": lambda log: put(log, f"guidance/learning-points/{CANARY}.md", CANARY),
    "a learning point's key": lambda log: put(
        log, "guidance/learning-points/abcdefgh.md", f"---\ncircle: 1\nkind: learning-point\n{CANARY}: 1\n---\n"
    ),
    "a learning point's value": lambda log: put(
        log, "guidance/learning-points/abcdefgh.md", f"---\ncircle: 1\nkind: learning-point\nid: {CANARY}\n---\n"
    ),
    "a page's id": lambda log: put(log, f"guidance/questions/{CANARY}.md", "x"),
    "a theme": lambda log: put(log, "guidance/themes.yml", f"themes: [{{id: {CANARY} {CANARY}, title: x}}]\n"),
    "a setting": lambda log: put(log, "circle.yml", f"review: {CANARY}\n"),
    "a list": lambda log: put(log, "identifier-check/names.txt", f"[{CANARY}]\n"),
    "a file beside the pages": lambda log: put(log, f"guidance/{CANARY}.md", "x"),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("command", [("check",), ("check", "--json"), ("site",), ("site", "--export", "elsewhere")])
def test_nothing_of_the_log_is_said_where_there_is_no_terminal(
    circle: Any, log: Path, command: tuple[str, ...], wrong: str
) -> None:
    WRONG[wrong](log)
    done = circle(*command, cwd=log)
    assert CANARY.lower() not in (done.stdout + done.stderr).lower()
    if wrong != "a file beside the pages":
        assert done.returncode != 0
        assert "Traceback" not in done.stderr


def test_the_place_is_said_as_a_pattern_that_finds_the_file(circle: Any, log: Path) -> None:
    WRONG["a value"](log)
    done = circle("site", cwd=log)
    assert done.returncode == 65
    assert f"{SESSION}:6: mode: … is not known; use one of: individual" in done.stderr
    assert "nothing was published" in done.stderr


@pytest.mark.parametrize("wrong", ["a learning point's file", "a learning point's value", "a file beside the pages"])
def test_plain_mkdocs_says_none_either(log: Path, wrong: str) -> None:
    WRONG[wrong](log)
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    done = subprocess.run(command, cwd=log, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert CANARY.lower() not in (done.stdout + done.stderr).lower()


def test_an_error_keeps_its_line_its_own_keys_and_what_to_do(tmp_path: Path) -> None:
    place = Place(tmp_path / "sessions/2026/2026-11-23-k3f9-tea.md", 7, "cast[1].name")
    error = CircleError("… is no name", where=place, do="write one", words="`Tea`")
    error.add_note("Nothing was changed.")
    said = str(without_words(error, tmp_path, own_pages()))
    assert said == f"{SESSION}:7: cast[1].name: … is no name; write one\nNothing was changed."


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("sessions/2026/2026-11-23-k3f9-tea.md", "sessions/2026/2026-11-23-k3f9*.md"),
        ("sessions/tea with sam.docx", "sessions/*.docx"),
        ("guidance/learning-points/abcdefgh.md", "guidance/learning-points/abcdefgh.md"),
        ("guidance/questions/safety.md", "guidance/questions/safety.md"),
        ("guidance/questions/sam.md", "guidance/*/*.md"),
        ("circle.yml", "circle.yml"),
        ("../elsewhere/x.yml", "../elsewhere/x.yml"),
    ],
)
def test_a_file_is_named_without_what_people_wrote(tmp_path: Path, path: str, named: str) -> None:
    found = nameless(str(tmp_path / path), tmp_path, own_pages())
    assert found == (str(tmp_path / path) if path.startswith("..") else named)
