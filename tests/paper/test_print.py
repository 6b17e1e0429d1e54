"""`circle print`, and `circle reflect --from` a sheet, as a person uses them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from making import put_session

from circle_cli.session.file import render_session
from circle_cli.session.record import Session

Here = Callable[..., tuple[int, str, str]]


@pytest.fixture
def held(log: Path, typed: Session) -> Path:
    """A log that holds the session."""
    path = log / "sessions" / "2026" / f"{typed.id}-key.md"
    path.parent.mkdir()
    path.write_text(render_session(typed, {}), encoding="utf-8")
    return log


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("cards",), "circle-role-cards.html"),
        (("cards", "--mode", "group", "--encouragers", "3", "--format", "docx"), "circle-role-cards.docx"),
        (("prompts", "--format", "md"), "circle-prompts.md"),
        (("sheet",), "circle-recording-sheet.html"),
        (("circle", "--format", "docx"), "circle-drawing.docx"),
        (("sheet", "--to", "our sheet.docx"), "our sheet.docx"),
        (("sheet", "--to", "new folder/sheet.md"), "new folder/sheet.md"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_a_print_is_put_into_this_folder_and_it_is_said_where(
    arguments: tuple[str, ...], name: str, log: Path, tmp_path: Path, circle_here: Here
) -> None:
    code, out, err = circle_here("print", *arguments, "--log", str(log))
    assert (code, out) == (0, f"{tmp_path / name}\n")
    assert err.startswith("Open it in ")
    if name.endswith("docx"):
        docx.Document(str(tmp_path / name))


def test_the_form_is_one_page_for_a_browser(log: Path, tmp_path: Path, circle_here: Here) -> None:
    code, out, err = circle_here("print", "form", "--log", str(log))
    assert (code, out) == (0, f"{tmp_path / 'circle-form.html'}\n")
    assert "sends nothing" in err and "circle reflect --from FILE" in err
    page = (tmp_path / "circle-form.html").read_text(encoding="utf-8")
    assert circle_here("print", "form", "--to", "-", "--log", str(log))[1] == page
    (tmp_path / "circle-form.html").write_text("mine", encoding="utf-8")
    code, _, err = circle_here("print", "form", "--log", str(log))
    assert code == 2 and "nothing was overwritten" in err


def test_a_file_that_is_there_is_never_overwritten(log: Path, tmp_path: Path, circle_here: Here) -> None:
    (tmp_path / "circle-prompts.html").write_text("mine", encoding="utf-8")
    code, out, err = circle_here("print", "prompts", "--log", str(log))
    assert (code, out) == (2, "")
    assert "nothing was overwritten" in err and "--to" in err
    assert (tmp_path / "circle-prompts.html").read_text(encoding="utf-8") == "mine"


def test_the_same_print_twice_is_no_mishap(log: Path, circle_here: Here) -> None:
    first = circle_here("print", "sheet", "--format", "docx", "--log", str(log))
    second = circle_here("print", "sheet", "--format", "docx", "--log", str(log))
    assert (second[0], second[1]) == (0, first[1])


def test_standard_output_takes_text_and_no_word_file(log: Path, tmp_path: Path, circle_here: Here) -> None:
    code, out, err = circle_here("print", "sheet", "--format", "md", "--to", "-", "--log", str(log))
    assert (code, err) == (0, "")
    assert out.startswith("<!-- circle recording sheet 1 ")
    assert circle_here("print", "sheet", "--to", "-", "--log", str(log))[1].startswith("<!DOCTYPE html>")
    code, out, err = circle_here("print", "sheet", "--format", "docx", "--to", "-", "--log", str(log))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert list(tmp_path.glob("*.*")) == []


def test_a_filled_sheet_is_called_private_and_stays_out_of_what_everyone_may_read(
    held: Path, tmp_path: Path, circle_here: Here
) -> None:
    code, out, err = circle_here("print", "sheet", "aaaa", "--log", str(held))
    assert (code, out) == (0, f"{tmp_path / 'circle-sheet-2026-11-24-aaaa.html'}\n")
    assert "private" in err
    code, out, err = circle_here("print", "sheet", "aaaa", "--to", "log/guidance/a.html", "--log", str(held))
    assert (code, out) == (2, "")
    assert not (held / "guidance" / "a.html").exists()


def test_cards_with_names_are_those_of_a_session_and_stay_out_of_what_everyone_may_read(
    held: Path, tmp_path: Path, circle_here: Here
) -> None:
    code, out, err = circle_here("print", "cards", "aaaa", "--log", str(held))
    assert (code, out) == (0, f"{tmp_path / 'circle-cards-2026-11-24-aaaa.html'}\n")
    assert "give each to the person whose it is" in err
    assert "<span>Sam</span>" in Path(out.strip()).read_text(encoding="utf-8")
    assert circle_here("print", "cards", "aaaa", "--to", "log/guidance/a.html", "--log", str(held))[0] == 2
    put_session(held, "2026-11-24-bbbb", "Still to come", "mode: group\nstatus: planned\n")
    code, out, err = circle_here("print", "cards", "bbbb", "--format", "md", "--log", str(held))
    assert code == 0 and "Nobody has a role in it yet" in err
    assert Path(out.strip()).read_text(encoding="utf-8").count("Name: ____") == 6
    code, out, err = circle_here("print", "cards", "aaaa", "--mode", "training", "--log", str(held))
    assert (code, out) == (2, "") and "leave --mode out" in err


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_a_sheet_goes_out_and_comes_back(
    kind: str, held: Path, typed: Session, tmp_path: Path, circle_here: Here
) -> None:
    circle_here("print", "sheet", "aaaa", "--to", f"s.{kind}", "--log", str(held))
    circle_here("init", "other")
    code, out, err = circle_here("reflect", "--from", f"s.{kind}", "--json", "--log", "other")
    assert (code, err) == (0, "")
    back = json.loads(out)
    assert back["answers"] == dict(typed.answers)
    assert [each["what"] for each in back["action_points"]] == [each.what for each in typed.action_points]


def test_what_has_no_place_is_said_and_a_sheet_without_a_name_asks_for_one(
    log: Path, tmp_path: Path, circle_here: Here
) -> None:
    circle_here("print", "sheet", "--to", "s.md", "--log", str(log))
    text = (tmp_path / "s.md").read_text(encoding="utf-8").replace("| Date |   |", "| Date | one morning |")
    (tmp_path / "s.md").write_text(text, encoding="utf-8")
    code, out, err = circle_here("reflect", "--from", "s.md", "--log", str(log))
    assert (code, out) == (65, "")
    assert "the sheet has no name yet" in err and "--title" in err
    code, out, err = circle_here("reflect", "--from", "s.md", "--title", "Tea", "--log", str(log))
    assert code == 0
    assert err == "Some of the sheet has no place of its own. It is all in the notes:\nDate: one morning\n"
    assert "Date: one morning" in Path(out.strip()).read_text(encoding="utf-8")


def test_only_a_print_for_word_loads_what_writes_word(log: Path) -> None:
    code = (
        "import sys, runpy, atexit\n"
        "atexit.register(lambda: print(sorted({'docx', 'lxml', 'markupsafe'} & sys.modules.keys()), file=sys.stderr))\n"
        "sys.argv[0] = 'circle'\nrunpy.run_module('circle_cli', run_name='__main__')"
    )
    for arguments, loaded in (
        (("list",), "[]"),
        (("reflect", "--help"), "[]"),
        (("print", "sheet", "--to", "-"), "['markupsafe']"),
        (("print", "sheet", "--to", "-", "--format", "md"), "[]"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env={**os.environ, "CIRCLE_LOG": str(log)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr.strip().endswith(loaded), arguments
