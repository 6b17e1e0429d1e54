"""`circle reflect --from` takes a session's file however a mail program or an old editor has dressed it."""

import codecs
from pathlib import Path

import pytest
from running import Run

from circle_cli.session.file import read_session

FILE = """\
---
circle: 1
title: "Café with Zoë"
date: 2026-11-20
---

## What worked, and why? {#what-worked}

She said:

> Café was “lovely” — the best.

- it helped
"""


def quoted(text: str, sign: str) -> str:
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n"))


WAYS = {
    "as it was saved": FILE.encode(),
    "with a mark": codecs.BOM_UTF8 + FILE.encode(),
    "with the newlines of Windows": FILE.replace("\n", "\r\n").encode(),
    "as Unicode in Notepad": FILE.encode("utf-16"),
    "UTF-16 without a mark": FILE.encode("utf-16-le"),
    "the letters of Windows": FILE.encode("cp1252"),
    "with blank lines above": b"\n\n" + FILE.encode(),
    "quoted": quoted(FILE, "> ").encode(),
    "quoted without a space": quoted(FILE, ">").encode(),
    "quoted twice": quoted(FILE, "> > ").encode(),
    "quoted twice without a space": quoted(FILE, ">> ").encode(),
    "quoted, from Windows": quoted(FILE, "> ").replace("\n", "\r\n").encode("cp1252"),
}


GUESSED = {"UTF-16 without a mark", "the letters of Windows", "quoted, from Windows"}
"""Where nothing in the file says its letters, and so a person is told to look."""


@pytest.mark.parametrize("way", WAYS)
def test_every_word_comes_in(circle: Run, log: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "came.txt").write_bytes(WAYS[way])
    done = circle("reflect", "--from", "came.txt", "--log", str(log))
    assert done.returncode == 0, done.stderr
    session = read_session(Path(done.stdout.strip()))
    assert session.title == "Café with Zoë"
    assert session.answers == {"what-worked": "She said:\n\n> Café was “lovely” — the best.\n\n- it helped"}
    assert ("was read as" in done.stderr) == (way in GUESSED)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"Hello Jo,\n\n{quoted(FILE, '> ')}", 1),
        (f"{quoted(FILE, '> ')}\nThank you!\n", 15),
        (f"From: jo@example.org\nSubject: mine\n\n{FILE}", 1),
        (f"\nHere it is:\n\n{FILE}\n-- \nJo\n", 2),
        (f"On Friday Sam wrote:\n{quoted(FILE, '> ')}", 1),
    ],
)
def test_other_words_around_it_are_not_passed_over(
    circle: Run, log: Path, tmp_path: Path, text: str, line: int
) -> None:
    (tmp_path / "came.txt").write_text(text, encoding="utf-8")
    done = circle("reflect", "--from", "came.txt", "--log", str(log))
    assert (done.returncode, done.stdout) == (65, "")
    assert (
        f"came.txt:{line}: other words stand around a session’s file" in done.stderr
        and "take out the lines" in done.stderr
    )
