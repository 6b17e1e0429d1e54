"""The same sheet a second time: it is noticed, said, and not added again; another sheet always is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import docx
import pytest

from circle_cli.days import in_words
from circle_cli.session.file import read_session

Here = Callable[..., tuple[int, str, str]]
Fill = Callable[..., None]
A_WEEK_AGO = datetime.now().astimezone().date() - timedelta(days=8)


@pytest.fixture
def fill(tmp_path: Path, circle_here: Here, blank: bytes) -> Fill:
    """Writes into the sheet `s.docx`, which is a blank one if it is not there."""

    def write(
        *, title: str = "The key", day: str = f"{A_WEEK_AGO:%a %d %b}", answer: str = "She showed me the hook."
    ) -> None:
        path = tmp_path / "s.docx"
        if not path.exists():
            path.write_bytes(blank)
        opened = docx.Document(str(path))
        for number, text in ((1, title), (2, day), (3, "team meeting")):
            opened.tables[0].rows[number].cells[1].text = text
        line = next(each for each in opened.paragraphs if each.style.name == "Circle lines")
        line.text = answer
        opened.save(str(path))

    circle_here("init", "log")
    return write


@pytest.fixture
def take(circle_here: Here, tmp_path: Path) -> Callable[..., tuple[int, str, str, int]]:
    """Takes a sheet in; gives the exit code, what was written, and how many sessions there are then."""

    def run(name: str = "s.docx", *more: str) -> tuple[int, str, str, int]:
        code, out, err = circle_here("reflect", "--from", name, "--log", "log", *more)
        return code, out, err, len(list((tmp_path / "log" / "sessions").glob("2*/*.md")))

    return run


def test_the_same_sheet_twice_is_one_session_and_what_was_understood_is_said_in_one_line(
    fill: Fill, take: Here
) -> None:
    fill()
    code, first, err, count = take()
    assert (code, count) == (0, 1)
    day = f"“{A_WEEK_AGO:%a %d %b}” as {in_words(A_WEEK_AGO)}"
    assert err == f"Understood: {day}; “team meeting” as “In a group”.\n"
    before = Path(first.strip()).read_bytes()
    code, out, err, count = take()
    assert (code, out, count) == (65, "", 1)
    path = first.strip()
    assert err == (
        f"s.docx: this sheet is in the log already: {path}; give it another name or another day to add it again\n"
    )
    assert Path(path).read_bytes() == before


def test_the_same_sheet_in_another_format_or_saved_again_is_still_that_sheet(
    fill: Fill, take: Here, tmp_path: Path, circle_here: Here
) -> None:
    fill()
    _, out, _, _ = take()
    docx.Document(str(tmp_path / "s.docx")).save(str(tmp_path / "again.docx"))
    assert take("again.docx")[0::3] == (65, 1)
    short = read_session(Path(out.strip())).id
    circle_here("print", "sheet", short, "--to", "whole.md", "--log", "log")
    text = (tmp_path / "whole.md").read_text(encoding="utf-8").replace(f"| Session | {short} |\n", "")
    (tmp_path / "without-id.md").write_text(text, encoding="utf-8")
    assert take("without-id.md")[0::3] == (65, 1)


def test_a_session_that_has_grown_since_still_holds_its_sheet(fill: Fill, take: Here) -> None:
    fill()
    path = Path(take()[1].strip())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: recorded", "status: followed-up") + "\nAnd tea.\n", encoding="utf-8")
    assert take()[0::3] == (65, 1)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": "Another key"}, "These words are in the log already"),
        ({"day": "17/11/2025"}, "These words are in the log already"),
        ({"answer": "She laughed."}, "A session of that name and day is in the log already"),
        ({"answer": "She laughed.", "title": "Another key"}, None),
    ],
)
def test_a_sheet_that_says_anything_else_is_added_and_what_is_like_it_is_named(
    change: dict[str, str], told: str | None, fill: Fill, take: Here
) -> None:
    fill()
    first = take()[1].strip()
    fill(**change)
    code, out, err, count = take()
    assert (code, count) == (0, 2)
    assert out.strip() != first
    assert (f"{told}, and this one was added beside it: {first}\n" in err) if told else ("already" not in err)


def test_a_sheet_without_a_day_or_a_name_of_its_own_is_noticed_too(fill: Fill, take: Here) -> None:
    fill(title="", day="")
    assert take("s.docx", "--title", "The key")[0::3] == (0, 1)
    assert take("s.docx", "--title", "The key")[0::3] == (65, 1)
    assert take("s.docx", "--title", "A second key")[0::3] == (0, 2)


def test_a_session_nobody_can_read_is_left_to_other_commands(fill: Fill, take: Here, tmp_path: Path) -> None:
    fill()
    folder = tmp_path / "log" / "sessions" / "2026"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "2026-11-16-aaaa-the-key.md").write_text("---\nThe key\n", encoding="utf-8")
    assert take()[0] == 0
