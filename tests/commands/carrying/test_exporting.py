"""`circle export`: which sessions, as what and where to; without names unless they are asked for."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from jsonschema import Draft202012Validator
from running import Run

ROOT = Path(__file__).parents[3]
FIRST = """\
mode: group
roles: {presenter: [Sam], questioner: [Josephine]}
themes: [endings]
cast:
  - {name: "Amira Hassan", also: ["Mira"], say: "the young person"}
  - {name: "Larkspur Road"}
learning_points:
  - {id: 1, text: "Let Mira choose.", scope: general}
action_points:
  - {id: 1, what: "Ring Amira", who: Sam, by: 2026-12-08}
"""
NAMES = ("Amira", "Mira", "Hassan", "Larkspur", "Sam", "Josephine", "Brackenbury")


@pytest.fixture
def out(circle: Run, log: Path, put: Callable[..., Path], tmp_path: Path) -> Callable[..., Any]:
    """Runs `circle export` in a log with two sessions; what is relative lies in the test's folder."""
    story = "Mira met Josephine in Larkspur Road, and Mrs Brackenbury came on 3 May."
    put("2026-11-20-aa2a", "Mira at the pond", FIRST, what_worked=story)
    put("2026-12-01-bb2b", "Tea", "cast: []\n", what_worked="Tea helped.")
    return lambda *arguments: circle("export", *arguments, "--log", str(log), cwd=tmp_path)


def text_of(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8-sig")
    opened = docx.Document(str(path))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in opened.paragraphs), *cells])


@pytest.mark.parametrize("kind", ["html", "docx", "md", "json", "csv"])
def test_no_name_stands_in_what_is_handed_on_and_what_is_said_instead_does(
    kind: str, out: Callable[..., Any], tmp_path: Path
) -> None:
    done = out("aa2a", "--to", f"out.{kind}")
    assert done.returncode == 0, done.stderr
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert len(paths) == (3 if kind == "csv" else 1)
    text = "\n".join(map(text_of, paths))
    for held in ("The young person at the pond", "Let the young person choose.", "Ring the young person",
                 "The young person met the questioner in the street"):  # fmt: skip
        assert held in text, held
    assert [name for name in NAMES if name in text] == []
    for path in paths:
        assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600


def test_what_is_said_is_what_a_person_has_to_look_at(out: Callable[..., Any]) -> None:
    told = out("aa2a", "--to", "out.md").stderr
    assert "  the street, for Larkspur Road\n" in told
    assert "  somebody, for Brackenbury\n" in told
    assert "“3 May” says which day or year it was (aa2a). Instead: in the spring" in told
    assert "Only people can tell that nobody is recognisable" in told
    assert "anonym" not in told


def test_as_told_the_names_stand_there(out: Callable[..., Any], tmp_path: Path) -> None:
    told = out("aa2a", "--as-told", "--to", "out.md")
    assert [name for name in NAMES if name not in text_of(tmp_path / "out.md")] == ["Hassan"]
    assert "as private as the session itself" in told.stderr


def test_at_a_terminal_nothing_is_written_before_somebody_has_seen_what_is_left(
    terminal: Any, put: Callable[..., Path], tmp_path: Path
) -> None:
    put("2026-12-02-cc2c", "A visit", what_worked="Tea helped.")
    to = tmp_path / "out.md"
    for reply, is_there in (("\n", False), ("2\n", True)):
        at = terminal("export", "cc2c", "--to", str(to), "--plain").until("who is in the story of cc2c", "1. No")
        assert not to.exists()
        at.type(reply)
        assert at.end() == 0 and to.exists() == is_there


@pytest.mark.parametrize("flags", [(), ("--format", "csv")])
def test_where_nobody_looks_a_story_of_which_nobody_said_who_is_in_it_stays(
    out: Callable[..., Any], put: Callable[..., Path], tmp_path: Path, flags: tuple[str, ...]
) -> None:
    put("2026-12-02-cc2c", "A visit", what_worked="we had tea with ettl")
    done = out("--to", "new", *flags)
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.startswith(
        "Nobody has said who is in the story of"
    )
    assert "circle resume cc2c asks" in done.stderr
    assert not (tmp_path / "new").exists()
    assert out("--to", "new", "--as-told", *flags).returncode == 0


def test_words_that_name_somebody_again_stop_it(
    out: Callable[..., Any], put: Callable[..., Path], tmp_path: Path
) -> None:
    put("2026-12-02-cc2c", "A visit", 'cast: [{name: "Zola", say: "Zola’s friend"}]\n', what_worked="Zola laughed.")
    done = out("--to", "out.md")
    assert done.returncode == 2 and "In cc2c" in done.stderr
    assert not (tmp_path / "out.md").exists()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ((), ["2026-11-20-aa2a", "2026-12-01-bb2b"]),
        (("bb2b", "aa2a"), ["2026-11-20-aa2a", "2026-12-01-bb2b"]),
        (("--since", "2026-12"), ["2026-12-01-bb2b"]),
        (("--until", "2026-11"), ["2026-11-20-aa2a"]),
        (("--theme", "Endings"), ["2026-11-20-aa2a"]),
        (("--who", "sam"), ["2026-11-20-aa2a"]),
    ],
)
def test_it_is_said_which_sessions_go(out: Callable[..., Any], asked: tuple[str, ...], found: list[str]) -> None:
    done = out(*asked, "--format", "json", "--to", "-")
    sessions = json.loads(done.stdout)
    assert [each["id"] for each in sessions] == found
    schema = json.loads((ROOT / "schema" / "session.schema.json").read_text(encoding="utf-8"))
    for each in sessions:
        Draft202012Validator(schema).validate(each)


def test_of_no_session_nothing_is_written(out: Callable[..., Any], tmp_path: Path) -> None:
    done = out("--theme", "none", "--to", "out.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert not (tmp_path / "out.md").exists()


def test_a_folder_gets_a_file_of_a_name_of_its_own(out: Callable[..., Any], tmp_path: Path) -> None:
    assert Path(out("aa2a", "--to", "new").stdout.strip()) == tmp_path / "new" / "circle-export-2026-11-20-aa2a.html"
    assert len(out("--format", "csv", "--to", "new").stdout.splitlines()) == 3


@pytest.mark.parametrize("public", ["guidance", "site"])
@pytest.mark.parametrize("kind", ["html", "json", "csv"])
def test_it_goes_nowhere_that_everyone_may_read(out: Callable[..., Any], log: Path, public: str, kind: str) -> None:
    done = out("aa2a", "--as-told", "--to", str(log / public / f"x.{kind}"))
    assert (done.returncode, done.stdout) == (2, "") and f"what is in {public}/" in done.stderr
    assert [*(log / public).glob("x*")] == []


@pytest.mark.parametrize("kind", ["md", "json", "csv"])
def test_it_goes_over_no_file_that_is_there(out: Callable[..., Any], tmp_path: Path, kind: str) -> None:
    assert out("aa2a", "--to", f"x.{kind}").returncode == 0
    before = {path: path.read_bytes() for path in tmp_path.glob("x*")}
    assert out("aa2a", "--to", f"x.{kind}").returncode == 0
    assert out("aa2a", "--as-told", "--to", f"x.{kind}").returncode == 2
    assert {path: path.read_bytes() for path in tmp_path.glob("x*")} == before


def test_how_to_print_a_pdf_is_said(out: Callable[..., Any]) -> None:
    told = out("aa2a", "--to", "x.html").stderr
    assert "For a PDF, choose “Save as PDF”" in told and told.lower().count("open it in a browser") == 1
    refused = out("aa2a", "--to", "x.pdf")
    assert refused.returncode == 2 and "Save as PDF" in refused.stderr


@pytest.mark.parametrize("asked", [("export", "aa2a"), ("print", "sheet"), ("takeaway", "aa2a")])
def test_a_file_is_called_what_it_is(
    out: Callable[..., Any], circle: Run, log: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    for ending in ("odt", "pdf"):
        done = circle(*asked, "--log", str(log), "--to", f"x.{ending}", cwd=tmp_path)
        assert done.returncode == 2 and "--to" in done.stderr
    assert not [*tmp_path.glob("x.*")]


def test_in_a_base_there_is_nothing_to_hand_on(circle: Run, log: Path) -> None:
    with (log / "circle.yml").open("a", encoding="utf-8") as settings:
        settings.write("kind: base\n")
    done = circle("export", "--log", str(log))
    assert done.returncode == 2 and "this is a base" in done.stderr
