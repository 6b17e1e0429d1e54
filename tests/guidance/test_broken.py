"""A malformed page of the guidance stops the program with one line: the file, the line, what to do."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance, own_pages

QUESTION = "questions/influence.md"

BROKEN = {  # page, what stands in it, what stands there instead; line, message
    "missing key": (QUESTION, r"minutes: \d+\n", "", 2, "minutes: expected a whole number from 1 to 60"),
    "missing title": (QUESTION, r"title: .*\n", "", 2, "title: missing; add a line `title: ...`"),
    "missing list": (QUESTION, r"aims:\n(  - .*\n)+", "", 2, "aims: missing; add a list `aims: [...]`"),
    "unknown key": (QUESTION, "order: 2\n", "order: 2\ncolour: red\n", 6, "colour: unknown key; take it out or"),
    "another id": (QUESTION, "id: influence", "id: safety", 2, "id: `safety` is not the file's name; write `id: infl"),
    "order that is taken": (QUESTION, "order: 2", "order: 5", 5, "another page has 5 too; give each of 1 to 8 once"),
    "order of nine": (QUESTION, "order: 2", "order: 9", 5, "order: expected a whole number from 1 to 8"),
    "order in words": (QUESTION, "order: 2", "order: two", 5, "order: expected a whole number from 1 to 8"),
    "empty list": (QUESTION, r"prompts:\n(  - .*\n)+", "prompts: []\n", None, "prompts: holds nothing; write at least"),
    "empty line": (QUESTION, r"prompts:\n", 'prompts:\n  - ""\n', None, "prompts: has an empty line"),
    "words for a list": (QUESTION, r"prompts:\n(  - .*\n)+", "prompts: one\n", None, "prompts: expected a list"),
    "quick in words": (QUESTION, "quick: true", "quick: yes", None, "quick: expected true or false"),
    "unknown then": (QUESTION, "order: 2\n", "order: 2\nthen: [tea]\n", 6, "then: `tea` is not known; use one of"),
    "view twice": (QUESTION, "order: 2\n", "order: 2\nviews: [a, b, a]\n", 6, "views: `a` is there twice; keep one"),
    "no views": (QUESTION, "order: 2\n", "order: 2\nviews: []\n", 6, "views: holds nothing; write at least one line"),
    "key twice": (QUESTION, "order: 2\n", "order: 2\norder: 3\n", 6, "`order` is given twice; keep one"),
    "bad YAML": (QUESTION, "order: 2\n", "order: 2: 3\n", 5, "not readable as YAML"),
    "no front matter": (QUESTION, r"^---\n", "", 1, "no front matter; the file should begin with a line `---`"),
    "value over lines": (QUESTION, "id: influence", 'id: "a\\\\nb"', 2, "id: `a b` is not the file's name"),
    "unknown role": ("modes/group.md", r"roles: .*\n", "roles: [cook]\n", None, "roles: `cook` is not known"),
    "check twice": (
        "modes/individual.md", r"readiness: \[\]", "readiness:\n- &a {id: x, check: y, required: true}\n"
        "- {id: x, check: z, required: true}", None, "readiness: `x` is there twice; keep one"
    ),
    "facilitator": ("modes/group.md", r"facilitator: .*\n", "facilitator: maybe\n", None, "`maybe` is not known; use"),
    "no duties": ("roles/presenter.md", r"duties:\n(  - .*\n)+", "", 2, "duties: missing; add a list `duties: [...]`"),
    "framework without statements": (
        "frameworks/pcf-2018.yml", r"statements:\n( .*\n)+", "", 2, "statements: missing; list the framework's"
    ),
    "unconfirmed": ("frameworks/pcf-2018.yml", r"confirmed: (true|false)", "confirmed: no", None, "expected true or"),
    "theme with a path": ("themes.yml", "id: voice", "id: ../voice", 7, "`../voice` cannot name a page; use"),
    "theme in capital": ("themes.yml", "id: voice", "id: Voice", 7, "id: `Voice` cannot name a page; use small"),
    "theme of many letters": ("themes.yml", "id: voice", f"id: {'x' * 41}", 7, "cannot name a page; use small letters"),
    "theme named aux": ("themes.yml", "id: voice", "id: aux", 7, "id: `aux` is a name that Windows keeps"),
    "theme named index": ("themes.yml", "id: voice", "id: index", 7, "id: `index` cannot name a page; use small"),
    "statement with a space": ("frameworks/pcf-2018.yml", 'id: "2"', 'id: "2 a"', 12, "`2 a` is no statement's number"),
    "link that runs": ("frameworks/pcf-2018.yml", "link: .*", 'link: "javascript:alert(1)"', 7, "link: expected"),
    "link with a quote": ("frameworks/pcf-2018.yml", "link: .*", "link: 'https://x/\"a'", 7, "link: expected"),
    "theme twice": ("themes.yml", r"(?s)\A(.*?)(  - .*?\n)", r"\1\2\2", None, "is there twice; keep one"),
}  # fmt: skip


def break_page(folder: Path, name: str) -> tuple[Path, int | None, str]:
    """Put a broken page into a folder of guidance."""
    page, old, new, line, message = BROKEN[name]
    text, times = re.subn(old, new, (own_pages() / page).read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert times == 1, f"{page} holds no {old}"
    (folder / page).parent.mkdir(parents=True, exist_ok=True)
    (folder / page).write_text(text, encoding="utf-8")
    return folder / page, line, message


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_page_is_named_with_its_line_and_what_to_do(tmp_path: Path, name: str) -> None:
    path, line, message = break_page(tmp_path, name)
    with pytest.raises(CircleError) as refused:
        load_guidance(tmp_path)
    assert re.fullmatch(rf"{re.escape(str(path))}:{line or '[0-9]+'}: [^\n]{{1,300}}", str(refused.value))
    assert message in str(refused.value)


@pytest.mark.parametrize("name", ["missing key", "bad YAML", "value over lines"])
def test_the_program_says_it_on_one_line_and_saves_nothing(circle: Callable[..., Any], log: Path, name: str) -> None:
    path, _, message = break_page(log / "guidance", name)
    done = circle("--log", str(log), "reflect", "--from", "-", stdin="title: x\n")
    assert (done.returncode, done.stdout) == (65, "")
    assert re.fullmatch(rf"{re.escape(str(path))}:\d+: [^\n]*{re.escape(message)}[^\n]*\n", done.stderr)
    assert not list((log / "sessions").rglob("*.md"))


def test_a_ninth_question_is_refused(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    shutil.copy(own_pages() / QUESTION, tmp_path / "questions" / "my-own.md")
    with pytest.raises(CircleError, match=r"my-own\.md: `my-own` is none of the 8 questions; rename it or take it out"):
        load_guidance(tmp_path)


def test_seven_questions_are_refused(tmp_path: Path) -> None:
    """In a copy of the program whose own page is gone."""
    shutil.copytree(Path(__file__).parents[2] / "circle_cli", tmp_path / "circle_cli")
    shutil.copytree(own_pages(), tmp_path / "guidance")
    gone = tmp_path / "guidance" / QUESTION
    gone.unlink()
    done = subprocess.run(
        [sys.executable, "-c", "import circle_cli.guidance.pages as pages; pages.load_guidance()"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr.splitlines()[-1].endswith(f"{gone}: this page of the guidance is missing; put it back")


def test_a_log_may_have_pages_of_its_own(circle: Callable[..., Any], log: Path) -> None:
    (log / "guidance" / "questions").mkdir()
    text = (own_pages() / QUESTION).read_text(encoding="utf-8")
    text = re.sub(r"title: .*", 'title: "And you?"', text, count=1)
    (log / "guidance" / QUESTION).write_text(text, encoding="utf-8")
    done = circle("--log", str(log), "reflect", "--from", "-", stdin="title: x\nanswers: {influence: I waited.}\n")
    assert "## And you? {#influence}\n" in Path(done.stdout.strip()).read_text(encoding="utf-8")
