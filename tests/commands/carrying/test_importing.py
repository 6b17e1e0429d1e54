"""`circle import`: what is shown first, what is saved, what is there already, and what is left out."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from making import ROOT
from running import Run
from taken_in import FORMS, commits, there
from terminals import reply_to_each


def test_what_becomes_what_is_told_and_a_dry_run_writes_nothing(take: Run, log: Path) -> None:
    before = len(commits(log))
    code, out, err = take("forms.csv", "note.md", "--dry-run")
    assert (code, err) == (0, "")
    assert "3 sessions found; 3 to be taken in." in out
    assert "“What went well?”: What worked, and why? (what-worked)" in out
    assert "so they go to the situation or the notes: “Ward”" in out
    assert "12 March 2026, “We listened to Bea for an hour.”, forms.csv, line 2" in out
    assert "forms.csv, line 2: “12/03/2026” as Thursday 12 March 2026" in out
    assert (there(log), len(commits(log))) == ({}, before)


def test_as_json_it_is_said_what_would_become_of_it_and_what_was_done(take: Run, log: Path, tmp_path: Path) -> None:
    schema = Draft202012Validator(json.loads((ROOT / "schema/import.schema.json").read_text(encoding="utf-8")))
    (tmp_path / "c.docx").write_bytes(b"PK")
    assert take("forms.csv", "--json")[:2] == (2, "")
    code, out, err = take("forms.csv", "c.docx", "--dry-run", "--json")
    would = json.loads(out)
    schema.validate(would)
    assert (code, err, there(log)) == (0, "", {})
    assert {"label": "Ward", "becomes": None} in would["becomes"]
    assert [(each["where"], each["taken"], each["id"]) for each in would["sessions"]] == [
        ("forms.csv, line 2", True, None),
        ("forms.csv, line 3", True, None),
    ]
    assert [each["where"] for each in would["left_out"]] == ["c.docx"]
    done = json.loads(take("forms.csv", "--yes", "--json")[1])
    schema.validate(done)
    assert {each["title"] for each in done["sessions"] if Path(each["path"]).name.startswith(each["id"])} == {
        each.title for each in there(log).values()
    }
    again = json.loads(take("forms.csv", "--yes", "--json")[1])
    schema.validate(again)
    assert [(each["taken"], bool(each["there"])) for each in again["sessions"]] == [(False, True)] * 2


def test_all_of_it_is_one_commit_that_undo_takes_back(take: Run, log: Path, circle: Run) -> None:
    before = len(commits(log))
    code, out, _ = take("forms.csv", "note.md", "--yes")
    assert code == 0
    assert len(out.splitlines()) == len(there(log)) == 3
    assert all(Path(line).stat().st_mode & 0o077 == 0 for line in out.splitlines())
    assert (len(commits(log)), commits(log)[0]) == (before + 1, "Take in 3 sessions")
    assert circle("undo", "--yes", "--log", str(log)).returncode == 0
    assert there(log) == {}


def test_a_column_is_told_on_the_line_and_remembered_for_the_next_time(take: Run, log: Path, tmp_path: Path) -> None:
    take("forms.csv", "--yes", "--column", "Ward=theory", "--column", "what went well=leave-out")
    made = there(log)["North"]
    assert made.answers == {"theory": "North"}
    (tmp_path / "later.csv").write_text(FORMS.replace("12/03", "19/03"), encoding="utf-8")
    out = take("later.csv", "--dry-run")[1]
    assert "“Ward”: Which theory or research helps to explain it? (theory)" in out
    assert "later.csv, line 2: What went well?: We listened to Bea for an hour." in out
    assert "“Ward”: Which" not in take("later.csv", "--dry-run", "--column", "Ward=no-place")[1]
    for name, other in (("one.md", "Kit"), ("two.md", "Way")):
        (tmp_path / name).write_text(f"Bea.\n\n## Mood\n\nFine.\n\n## {other}\n\nNone.\n", encoding="utf-8")
    take("one.md", "--yes", "--column", "Mood=learning")
    assert "“Mood”: What is there to learn from it? (learning)" in take("two.md", "--dry-run")[1]


@pytest.mark.parametrize("column", ["Ward", "Ward=nothing", "Nobody=theory"])
def test_a_column_that_is_not_understood_is_refused(take: Run, log: Path, column: str) -> None:
    code, out, err = take("forms.csv", "--yes", "--column", column)
    assert (code, out) == (2, "")
    assert "--column" in err
    assert there(log) == {}


def test_without_a_terminal_it_shows_what_it_would_do_and_names_the_flags(take: Run, log: Path) -> None:
    code, out, err = take("forms.csv")
    assert (code, out) == (2, "")
    assert "2 to be taken in" in err
    assert "--yes" in err
    assert "--dry-run" in err
    assert there(log) == {}


def test_a_folder_is_looked_through_and_what_is_not_read_is_named(take: Run, log: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / ".obsidian").mkdir(parents=True)
    (folder / "deep").mkdir()
    (folder / "deep" / "a.md").write_text("Bea rang at nine.", encoding="utf-8")
    (folder / "b.png").write_bytes(b"x")
    (folder / "c.docx").write_bytes(b"PK\3\4")
    (folder / "~$d.docx").write_bytes(b"x")
    (folder / "e.md").symlink_to(folder / "deep" / "a.md")
    (folder / "f").symlink_to(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "g.md")
    code, _, err = take("notes", "--yes")
    assert (code, len(there(log))) == (0, 1)
    left_out = err.partition("Left out, and not in the log:")[2]
    for name in (".obsidian", "b.png", "c.docx", "~$d.docx", "e.md", "f"):
        assert str(Path("notes", name)) in left_out, name


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_or_would_draw_on_the_terminal_harms_nothing(
    take: Run, log: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name, text in ((b"\xff note.md", "Bea rang."), (b"\x1b[31mred\nblue.md", "Bea sang.")):
        (folder / os.fsdecode(name)).write_text(text, encoding="utf-8")
    code, out, err = take("odd", "--yes")
    assert code == 0
    assert "\x1b" not in out + err
    assert {each.answers["situation"] for each in there(log).values()} == {"Bea rang.", "Bea sang."}


def test_where_nothing_can_be_read_each_file_says_why(take: Run, tmp_path: Path) -> None:
    (tmp_path / "c.docx").write_bytes(b"PK\3\4")
    (tmp_path / "d.md").write_bytes(b"")
    code, out, err = take("c.docx", "d.md", "--yes")
    assert (code, out) == (65, "")
    assert "c.docx: damaged" in err
    assert "d.md: nothing is written in it" in err
    assert take("gone.md", "--yes")[0] == 2


def test_a_session_of_ours_keeps_its_id_and_is_known_by_it(take: Run, log: Path, tmp_path: Path) -> None:
    take("note.md", "--yes")
    (path,) = log.glob("sessions/2026/*.md")
    text = path.read_text(encoding="utf-8")
    (tmp_path / "ours.md").write_text(
        text.replace(path.name[:15], "2026-03-04-zzzz").replace("walked", "sang"), encoding="utf-8"
    )
    assert take("ours.md", "--yes")[0] == 0
    assert next(log.glob("sessions/2026/2026-03-04-zzzz*"))
    code, out, err = take("ours.md", "--yes")
    assert (code, out) == (0, "")
    assert "that session is in the log" in err
    for name in ("b.md", "c.md"):
        (tmp_path / name).write_text(
            text.replace(path.name[:15], "2026-03-05-zzzz").replace("walked", name), encoding="utf-8"
        )
    code, out, err = take("b.md", "c.md", "--yes")
    assert (code, len(out.splitlines())) == (0, 1)
    assert "c.md: b.md has the same id, 2026-03-05-zzzz" in err


def test_a_base_refuses_it(circle: Run, tmp_path: Path) -> None:
    (tmp_path / "n.md").write_text("Bea rang.", encoding="utf-8")
    circle("init", "--base", "base")
    done = circle("import", "n.md", "--yes", "--log", "base")
    assert (done.returncode, done.stdout) == (2, "")
    assert "base" in done.stderr


def test_what_becomes_what_is_changed_at_the_terminal_before_anything_is_written_and_remembered(
    take: Run, at_terminal: Callable[..., Any], log: Path, tmp_path: Path
) -> None:
    child = at_terminal("--plain", "import", str(tmp_path / "forms.csv"))
    written: list[int] = []
    told, code = reply_to_each(child, ["2", "3", "10", "1"], lambda: written.append(len(there(log))))
    assert (code, written) == (0, [0])
    assert "“Ward”: Which theory or research helps to explain it? (theory)" in told
    assert {each.answers["theory"] for each in there(log).values()} == {"South", "North"}
    assert "(theory)" in take("forms.csv", "--dry-run")[1]


def test_whoever_leaves_the_question_takes_nothing_in(
    take: Run, at_terminal: Callable[..., Any], log: Path, tmp_path: Path
) -> None:
    told, code = reply_to_each(at_terminal("--plain", "import", str(tmp_path / "note.md")), ["3"])
    assert (code, there(log)) == (0, {})
    assert "Nothing was taken in." in told


def test_of_a_long_table_the_first_rows_are_explained_and_a_dry_run_explains_all(take: Run, tmp_path: Path) -> None:
    rows = "".join(f"{day:02}/03/2026,Visit {day}\n" for day in range(1, 10))
    (tmp_path / "long.csv").write_text(f"Date,What happened\n{rows}", encoding="utf-8")
    assert take("long.csv", "--dry-run")[1].count("day first") == 8
    err = take("long.csv", "--yes")[2]
    assert (err.count("day first"), "long.csv: 3 more of its rows" in err) == (5, True)


def test_what_is_the_same_in_many_files_is_explained_once_and_a_dry_run_explains_all(take: Run, tmp_path: Path) -> None:
    (tmp_path / "many").mkdir()
    for number in range(8):
        (tmp_path / "many" / f"{number}.txt").write_text(f"We walked {number} times.", encoding="utf-8")
    assert take("many", "--dry-run")[1].count("no day was found") == 8
    err = take("many", "--yes")[2]
    assert (err.count("no day was found"), "0.txt, and 7 more, of which" in err) == (1, True)


def test_what_comes_through_a_pipe_is_named_by_its_words(circle: Run, log: Path) -> None:
    done = circle("import", "-", "--yes", "--log", str(log), stdin="Bea rang me back.\n")
    assert (done.returncode, list(there(log))) == (0, ["Bea rang me back."])
