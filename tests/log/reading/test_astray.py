"""Sessions that are missing, elsewhere, or whose `cast:` is misspelt: said, and nobody takes them for no sessions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.log.history import past
from circle_cli.log.reading.astray import astray
from circle_cli.log.reading.misspelt import refuse_misspelt
from circle_cli.session.file import parse_session
from circle_cli.system.running import Output

SESSION = """---
circle: 1
id: 2026-11-23-k3f9
title: "The handover"
date: 2026-11-23
mode: individual
status: recorded
{}---
"""
NAME = "2026-11-23-k3f9-the-handover.md"


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """A log with something to publish, and a session."""
    put(tmp_path, "guidance/learning-points/abcdefgh.md", "")
    put(tmp_path, f"sessions/2026/{NAME}", SESSION.format(""))
    return Log(root=tmp_path)


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(text.encode())


def found(log: Log, *tracked: str) -> list[str]:
    return [Path(error.where.path).relative_to(log.root).as_posix() for error in astray(log, tracked) if error.where]


@pytest.mark.parametrize(
    "elsewhere",
    [
        f"archive/2026/{NAME}", f"Sessions 2025/{NAME}", "old/handover.md", "notes.txt", f"sessions/2026/11/{NAME}",
        "sessions/2026/README.md", "sessions/2026/handover.txt", f"guidance/{NAME}", "sessions.bak/x",
    ],
)  # fmt: skip
def test_a_session_elsewhere_is_said(log: Log, elsewhere: str) -> None:
    assert found(log) == []
    put(log.root, elsewhere, SESSION.format("").replace("\n", "\r\n" if elsewhere.endswith("txt") else "\n"))
    assert found(log) == [elsewhere]


def test_what_only_speaks_of_a_session_is_none_and_other_logs_are_left_alone(log: Log) -> None:
    put(log.root, "README.md", f"# Ours\n\nLike this:\n\n{SESSION.format('')}")
    put(log.root, f"site/{NAME}", SESSION.format(""))
    put(log.root, "another/circle.yml", "")
    put(log.root, f"another/sessions/2026/{NAME}", SESSION.format(""))
    put(log.root, f".hidden/{NAME}", SESSION.format(""))
    assert found(log) == []


def test_a_session_that_git_knows_and_that_is_not_there_is_said(log: Log) -> None:
    other = "sessions/2026/2026-11-24-a2bc-another.md"
    assert found(log, f"sessions/2026/{NAME}", "sessions/.gitkeep", other) == [other]


def test_no_folder_of_sessions_is_said(log: Log) -> None:
    (log.root / "sessions").rename(log.root.parent / "gone")
    assert found(log) == ["sessions"]


CAST = 'cast:\n  - {name: "Amira Hassan"}\n'


@pytest.mark.parametrize("key", ["casts", "Cast", "CAST", "csat", "cats", "cast_", "kast", "cst", "c-ast", "сast"])
def test_a_key_that_is_nearly_cast_is_refused_by_line(key: str) -> None:
    for text in (SESSION.format(CAST.replace("cast", key)), SESSION.format(CAST + CAST.replace("cast", key))):
        with pytest.raises(CircleError, match=r"is not read, and is nearly `cast`") as caught:
            refuse_misspelt(parse_session(text, "x.md"), text, "x.md")
        assert caught.value.where and caught.value.where.line == text[: text.index(f"{key}:")].count("\n") + 1


@pytest.mark.parametrize(
    ("front", "meant"),
    [
        ('theme: ["voice"]\n', "themes"),
        ('cast:\n  - {name: "Amira", alos: ["Mira"]}\n', "also"),
        ('learning_point:\n  - {id: 1, text: "x"}\n', "learning_points"),
        ('learning_points:\n  - {id: 1, text: "x", scoep: general}\n', "scope"),
    ],
)
def test_so_is_one_that_is_nearly_another_of_ours(front: str, meant: str) -> None:
    text = SESSION.format(front)
    with pytest.raises(CircleError, match=f"nearly `{meant}`"):
        refuse_misspelt(parse_session(text, "x.md"), text, "x.md")


def test_a_key_of_another_programs_stays() -> None:
    text = SESSION.format(CAST + "tags: [a]\naliases: [b]\npublish: no\ndata: 7\n")
    refuse_misspelt(parse_session(text, "x.md"), text, "x.md")


Publish = Callable[..., Path]


@pytest.mark.parametrize("wrong", ["missing", "a file", "misspelt", "elsewhere"])
def test_no_site_is_built_then_and_check_says_it(tmp_path: Path, publish: Publish, circle: Any, wrong: str) -> None:
    publish(tmp_path)
    put(tmp_path, "circle.yml", "")
    put(tmp_path, f"sessions/2026/{NAME}", SESSION.format(""))
    assert circle("check").returncode == 0
    match wrong:
        case "missing":
            (tmp_path / "sessions").rename(tmp_path.with_name(f"{tmp_path.name}-gone"))
        case "a file":
            (tmp_path / "sessions").rename(tmp_path.with_name(f"{tmp_path.name}-gone"))
            put(tmp_path, "sessions", "")
        case "misspelt":
            put(tmp_path, f"sessions/2026/{NAME}", SESSION.format(CAST.replace("cast", "casts")))
        case "elsewhere":
            put(tmp_path, f"old/{NAME.replace('k3f9', 'm4g8')}", SESSION.format(CAST).replace("k3f9", "m4g8"))
    done = circle("site")
    assert done.returncode != 0 and not (tmp_path / "site").exists()
    assert ("nothing was published" in done.stderr or wrong == "a file") and "Amira" not in done.stderr
    assert circle("check").returncode == 1


def test_no_site_is_built_while_git_does_not_say_which_sessions_it_knows(
    tmp_path: Path, publish: Publish, circle: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path)
    put(tmp_path, "circle.yml", "")
    put(tmp_path, f"sessions/2026/{NAME}", SESSION.format(""))
    run = past.run_git
    monkeypatch.setattr(past, "run_git", lambda *a, **how: Output(code=None) if "ls-files" in a else run(*a, **how))
    done = circle("site")
    assert (done.returncode, "git did not say" in done.stderr) == (65, True), done.stderr
    assert not (tmp_path / "site").exists()
    done = circle("check")
    assert (done.returncode, "git did not say" in done.stdout) == (1, True), done.stderr
