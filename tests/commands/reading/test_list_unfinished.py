"""`circle list` shows what is unfinished, the newest of one day first, and whose sessions somebody asks for."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drafted import HEAD
from jsonschema import Draft202012Validator

from circle_cli.commands.folders import drafts_folders
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftKind
from circle_cli.log.folder import Log
from circle_cli.system.files import make_folder

Run = Callable[..., Any]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def begin(log: Path) -> Callable[..., Path]:
    """Begins a draft, writes private words into it, and leaves it."""

    def start(**different: Any) -> Path:
        folder = drafts_folders(Log(root=log))[0]
        make_folder(folder)
        draft = Draft.begin(folder, replace(HEAD, log=str(log), **different))
        draft.answered("what-worked", "Amira chose the library.", "influence")
        draft.close()
        return draft.path

    return start


def ids(done: Any) -> list[str]:
    assert done.returncode == 0, done.stderr
    return [found["id"] for found in json.loads(done.stdout)]


def test_what_is_unfinished_is_listed_with_its_name_and_how_far_it_is_and_not_a_word_more(
    circle: Run, log: Path, put: Callable[..., Path], begin: Callable[..., Path]
) -> None:
    put("2026-11-22-aaaa")
    put("2026-11-24-bbbb")
    path = begin()
    done = circle("list", cwd=log)
    assert done.stdout.splitlines() == [
        "2026-11-24-bbbb  x  (individual, recorded)",
        "2026-11-23-k3f9  Tea  (individual, unfinished: 1 of 8 questions answered)",
        "2026-11-22-aaaa  x  (individual, recorded)",
    ]
    assert done.stderr == ""
    listed = json.loads(circle("list", "--json", cwd=log).stdout)[1]
    assert (listed["status"], listed["answered"], listed["path"]) == ("unfinished", 1, str(path))
    schema = json.loads((ROOT / "schema" / "list.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate([listed, {**listed, "mode": None}])
    assert "Amira" not in done.stdout + json.dumps(listed)
    assert circle("search", "Amira", cwd=log).stdout == ""


@pytest.mark.parametrize(
    ("different", "state"),
    [
        ({"kind": DraftKind.FOLLOW_UP}, "being followed up"),
        ({"kind": DraftKind.SHARE, "id": "2026-11-23-k3f9-1"}, "a learning point being shared"),
        ({"adding": "scales", "deepens": "x"}, "being added to"),
        ({"kind": DraftKind.PREPARE, "mode": ""}, "being prepared"),
    ],
)
def test_a_session_says_what_else_of_it_is_unfinished(
    circle: Run, log: Path, put: Callable[..., Path], begin: Callable[..., Path], different: Any, state: str
) -> None:
    put("2026-11-23-k3f9", "The place")
    begin(**different)
    said = f"2026-11-23-k3f9  The place  (individual, recorded, unfinished: {state})\n"
    assert circle("list", cwd=log).stdout == said
    [listed] = json.loads(circle("list", "--json", cwd=log).stdout)
    assert (listed["status"], listed["unfinished"]) == ("recorded", state)


def test_what_somebody_reads_of_others_is_no_session(circle: Run, log: Path, begin: Callable[..., Path]) -> None:
    begin(kind=DraftKind.REVIEW, id="k3f9abcd")
    assert circle("list", "--json", cwd=log).stdout == "[]\n"


@pytest.mark.parametrize(
    ("flags", "there"),
    [
        (("--since", "2026-11-23", "--until", "2026-11", "--mode", "individual"), True),
        (("--since", "2026-11-24"), False),
        (("--mode", "group"), False),
        (("--status", "recorded"), False),
        (("--theme", "tea"), False),
        (("--who", "Me"), True),
        (("--who", "Sam"), False),
        (("--limit", "1"), True),
    ],
)
def test_filters_hold_for_what_is_unfinished_too(
    circle: Run, log: Path, put: Callable[..., Path], begin: Callable[..., Path], flags: tuple[str, ...], there: bool
) -> None:
    put("2026-11-22-aaaa")
    begin()
    assert ("2026-11-23-k3f9" in ids(circle("list", "--json", *flags, cwd=log))) is there
    assert len(ids(circle("list", "--json", "-n", "1", cwd=log))) == 1


def test_of_one_day_what_was_written_last_comes_first_and_a_day_is_whole_before_it_is_cut(
    circle: Run, log: Path, put: Callable[..., Path], begin: Callable[..., Path]
) -> None:
    tails = ("mmmm", "zzzz", "aaaa", "bbbb")
    for second, tail in enumerate(tails):
        os.utime(put(f"2026-11-23-{tail}", what_worked="word"), (second, second))
    begin()
    newest = [f"2026-11-23-{tail}" for tail in reversed(tails)]
    assert ids(circle("list", "--json", cwd=log)) == ["2026-11-23-k3f9", *newest]
    assert ids(circle("list", "--json", "--limit", "2", cwd=log)) == ["2026-11-23-k3f9", newest[0]]
    assert ids(circle("search", "word", "--json", "--limit", "2", cwd=log)) == newest[:2]


def test_a_session_stands_at_its_own_day_whenever_it_was_planned(
    circle: Run, log: Path, put: Callable[..., Path]
) -> None:
    path = put("2026-11-20-k3f9", "Our circle", "mode: group\nstatus: planned\n")
    path.write_text(path.read_text("utf-8").replace("date: 2026-11-20", "date: 2026-12-04"), encoding="utf-8")
    put("2026-11-23-aaaa")
    assert ids(circle("list", "--json", cwd=log)) == ["2026-11-20-k3f9", "2026-11-23-aaaa"]


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("Sam", ["2026-11-23-gggg"]),
        ("olu-ade", ["2026-11-23-gggg"]),
        ("me", ["2026-11-22-aaaa"]),
        ("Jo", ["2026-11-22-aaaa"]),
        ("Ola", []),
    ],
)
def test_only_the_sessions_of_somebody(
    circle: Run, log: Path, put: Callable[..., Path], who: str, found: list[str]
) -> None:
    put("2026-11-22-aaaa", "Alone")
    roles = "mode: group\nroles: {presenter: [Sam Green], questioner: [Olu]}\n"
    put("2026-11-23-gggg", "Ours", f"{roles}action_points:\n  - {{id: 1, what: Ring, who: Olu-Ade}}\n")
    assert ids(circle("list", "--json", "--who", who, cwd=log)) == found
    assert circle("list", "--who", " ", cwd=log).returncode == 2
