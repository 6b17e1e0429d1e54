"""Every malformed file is refused in one sentence that names it, the line, and what to do; never a traceback."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.session.file import read_session

GOOD = """\
---
circle: 1
id: 2026-11-23-k3f9
title: "x"
date: 2026-11-23
mode: group
status: recorded
---

## What worked? {#what-worked}

It did.
"""


def with_line(line: str) -> bytes:
    """A session file with one more line of front matter: its eighth."""
    return GOOD.replace("status: recorded\n", f"status: recorded\n{line}\n").encode("utf-8", "surrogateescape")


def with_other(old: str, new: str) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new).encode("utf-8")


MALFORMED = {
    "empty": (b"", 1, "no front matter"),
    "no front matter": (b"# A heading\n", 1, "no front matter"),
    "unclosed": (b"---\ncircle: 1\n", 1, "no front matter"),
    "empty front matter": (b"---\n---\n", 1, "circle: missing"),
    "list for front matter": (b"---\n- circle: 1\n---\n", 2, "expected keys and values"),
    "words for front matter": (b"---\nonly words\n---\n", 2, "expected keys and values"),
    "no id": (with_other("id: 2026-11-23-k3f9\n", ""), 2, "id: missing; add a line `id: ...`"),
    "no title": (with_other('title: "x"\n', ""), 2, "title: missing"),
    "empty title": (with_other('title: "x"', 'title: " "'), 4, "title: missing"),
    "no date": (with_other("date: 2026-11-23\n", ""), 2, "date: missing"),
    "no mode": (with_other("mode: group\n", ""), 2, "mode: missing; add one of: individual"),
    "no format": (with_other("circle: 1\n", ""), 2, "circle: missing; add a line `circle: 1`"),
    "later format": (with_other("circle: 1", "circle: 2"), 2, "circle: format `2` is not known here"),
    "true for a format": (with_other("circle: 1", "circle: true"), 2, "circle: format"),
    "bad id": (with_other("k3f9", "K3F9"), 3, "id: `2026-11-23-K3F9` is no session id"),
    "a path for a learning point's id": (
        with_line('learning_points: [{id: 1, text: "x", scope: general, point: "../guidance/evil"}]'),
        8,
        "`../guidance/evil` is no learning point's id; one looks like k3f9abcd",
    ),
    "number for a title": (with_other('"x"', "12"), 4, "title: expected words, found `12`; put it in quotation marks"),
    "list for a title": (with_other('"x"', "[1, 2]"), 4, "title: expected words, found a list"),
    "no such day": (with_other("date: 2026-11-23", "date: 2026-02-30"), 5, "`2026-02-30` is not a date"),
    "words for a date": (with_other("date: 2026-11-23", "date: yesterday"), 5, "date: expected a date such as"),
    "unknown mode": (with_other("group", "crowd"), 6, "mode: `crowd` is not known; use one of: individual, group"),
    "unknown status": (with_other("recorded", "done"), 7, "status: `done` is not known"),
    "list for a status": (with_other("status: recorded", "status: [recorded]"), 7, "status: a list is not known"),
    "unknown setting": (with_line("setting: no"), 8, "setting: `no` is not known"),
    "unknown focus": (with_line('focus: "a\\nb"'), 8, "focus: `a b` is not known"),
    "words for themes": (with_line("themes: relationships"), 8, "themes: expected a list"),
    "number in themes": (with_line("themes: [1]"), 8, "themes: expected words"),
    "words for the cast": (with_line("cast: Robin"), 8, "cast: expected a list of entries"),
    "name for a cast entry": (with_line("cast: [Robin]"), 8, "cast[1]: expected keys and values"),
    "no name in the cast": (with_line("cast:\n  - {name: A}\n  - {say: b}"), 10, "cast[2].name: missing"),
    "unknown role": (with_line("roles: {boss: [A]}"), 8, "roles.boss: `boss` is no role"),
    "score of 11": (with_line("scaling: [{question: safety, asked: a, by: b, score: 11}]"), 8, "from 1 to 10"),
    "score of yes": (with_line("scaling: [{question: safety, asked: a, by: b, score: true}]"), 8, "from 1 to 10"),
    "score for nothing": (with_line("scaling: [{question: x, asked: a, by: b, score: 1}]"), 8, "`x` is not known"),
    "a score that nobody saw": (
        with_line("scaling:\n- {question: safety, asked: a, by: b, score: 1, view: seen}"),
        9,
        "scaling[1].view: `seen` is not known; use one of: told, imagined",
    ),
    "a point that matters too much": (
        with_line("learning_points:\n- {id: 1, text: a, matters: 11}"),
        9,
        "learning_points[1].matters: expected a whole number from 1 to 10",
    ),
    "a point that matters so": (with_line("learning_points: [{id: 1, text: a, matters: much}]"), 8, "from 1 to 10"),
    "words for outcomes": (with_line("learning_outcomes: LO3"), 8, "learning_outcomes: expected a list, such as"),
    "a number for an outcome": (with_line("learning_outcomes: [3]"), 8, "learning_outcomes: expected words, found `3`"),
    "number twice": (
        with_line("learning_points:\n- {id: 1, text: a, scope: general}\n- {id: 1, text: b, scope: general}"),
        10,
        "learning_points[2].id: 1 is there twice; give it another",
    ),
    "unknown share": (
        with_line("learning_points: [{id: 1, text: a, scope: general, share: yes}]"), 8, "share: `yes` is not known"
    ),
    "words for raised": (with_line("safeguarding: {raised: perhaps}"), 8, "expected true or false"),
    "duplicate key": (with_line("mode: group"), 8, "`mode` is given twice; keep one"),
    "duplicate inner key": (with_line("cast: [{name: A, name: B}]"), 8, "`name` is given twice; keep one"),
    "alias": (with_line("a: &x {b: 1}\nc: *x"), 8, "YAML aliases (`*name`) are not used here"),
    "alias of itself": (with_line("a: &x [*x]"), 8, "YAML aliases"),
    "tag": (with_line("a: !!python/object/apply:os.getcwd []"), 8, "YAML tags"),
    "own tag": (with_line("a: !secret b"), 8, "YAML tags"),
    "binary tag": (with_line("a: !!binary aGk="), 8, "YAML tags"),
    "list for a key": (with_line("? [a]\n: b"), 8, "a key must be a word"),
    "unclosed quote": (with_line('a: "b'), 8, "not readable as YAML: a quotation mark is opened here"),
    "tab": (with_line("a:\n\tb: 1"), 9, "not readable as YAML"),
    "two documents": (with_line("--- x"), 8, "not readable as YAML"),
    "NUL": (with_line("a: \0"), 8, "a character that YAML does not allow"),
    "escape": (with_line("a: \x1b[31m"), 8, "a character that YAML does not allow"),
    "40,000 brackets": (with_line("a: " + "[" * 40_000), 8, "nested more than 50 deep"),
    "40,000 braces": (with_line("a: " + "{" * 40_000), 8, "nested more than 50 deep"),
    "40,000 dashes": (with_line("a:\n " + "- " * 40_000), 9, "nested more than 50 deep"),
    "40,000 dashes, set apart": (with_line("a:\n " + "-  " * 40_000), 9, "nested more than 50 deep"),
    "400 steps that no editor shows as lines": (
        with_line("a:\n" + "".join("\u2028" + " " * n + "-" for n in range(1, 400))), 59, "nested more than 50 deep"
    ),
    "40,000 questions": (with_line("? " * 40_000), 8, "nested more than 50 deep"),
    "400 steps": (with_line("\n".join(" " * n + "a:" for n in range(400))), 58, "nested more than 50 deep"),
    "5 MB of words": (with_line("mode: " + "word " * 1_000_000), 8, "`mode` is given twice"),
    "5 MB unclosed": (with_line('a: "' + "x" * 5_000_000), 8, "not readable as YAML"),
    "UTF-16": (GOOD.encode("utf-16"), 1, "not UTF-8 text; save the file as UTF-8"),
    "UTF-16 without a mark": (GOOD.encode("utf-16-le"), 1, "no front matter"),
    "invalid UTF-8": (with_line("a: \udcff"), 8, "not UTF-8 text"),
    "invalid UTF-8 in an answer": (GOOD.encode("utf-8") + b"caf\xe9\n", 13, "not UTF-8 text"),
    "surrogate": (with_line('a: "\\ud83d"'), 8, "not readable as YAML"),
    "section twice": (GOOD.encode("utf-8") + b"# Again {#what-worked}\n", 13, "is there twice"),
    "section twice, CRLF": (
        (GOOD + "# Again {#what-worked}\n").replace("\n", "\r\n").encode("utf-8"), 13, "the section `what-worked`"
    ),
}  # fmt: skip

Circle = Callable[..., object]


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_refused_in_one_sentence(name: str, tmp_path: Path) -> None:
    content, line, message = MALFORMED[name]
    path = tmp_path / "x.md"
    path.write_bytes(content)
    with pytest.raises(CircleError) as refused:
        read_session(path)
    assert str(refused.value).startswith(f"{path}:{line}: ")
    assert message in str(refused.value)
    assert re.fullmatch("[^\n]{1,400}", str(refused.value))
    assert refused.value.exit_code == 65


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_a_byte_order_mark_and_any_newline_are_read(newline: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes((mark + GOOD.replace("\n", newline)).encode("utf-8"))
    assert read_session(path).answers == {"what-worked": "It did."}


def test_five_megabytes_of_answer_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    said = "\n---\n## not one {#nothing}\n" + "\\" * 100_000 + "x" * 5_000_000
    path.write_text(GOOD + said, encoding="utf-8")
    assert read_session(path).answers["what-worked"] == f"It did.\n{said}"


def test_a_nul_in_an_answer_is_text_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text(GOOD + "\0\n", encoding="utf-8")
    assert read_session(path).answers["what-worked"] == "It did.\n\0"


def test_no_type_is_guessed(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(with_line("a: [no, on, 1.5, 1e3, 0x10, 012, 12:30, 2026-11-23 10:00, =, <<, ~, TRUE, -7]"))
    said = ["no", "on", "1.5", "1e3", "0x10", "012", "12:30", "2026-11-23 10:00", "=", "<<", None, True, -7]
    assert read_session(path).extra["a"] == said
