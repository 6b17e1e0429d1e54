"""Files of sessions put in order at once, and their months found by halving: as if each were looked at by itself."""

import os
from pathlib import Path
from random import Random

import pytest

from circle_cli.errors import CircleError
from circle_cli.log import folder
from circle_cli.log.folder import Log, session_files
from circle_cli.log.index.months import _runs_of, month_of

DAYS = ("2025-12-31", "2026-01-02", "2026-01-03", "2026-02-04")
ENDS = (".md", "-a-walk.md", "-a-walk (1).md", "-b.md", ".txt", "")
ODD = ("README.md", ".gitkeep", "a.md", "our walk.md", ".2026-01-02-aaaa.md", "2026-01-02.md")


def scattered(root: Path, chance: Random) -> Log:
    """Put files into a log: mostly as we do, now and then a copy, another name, a file in another year."""
    log = Log(root=root)
    odd = chance.random() < 0.5
    for _ in range(chance.randrange(9)):
        day = chance.choice(DAYS)
        session_id = f"{day}-{chance.choice('abcd') * 4}"
        name = (
            chance.choice(ODD)
            if odd and chance.random() < 0.3
            else session_id + (chance.choice(ENDS) if odd else ".md")
        )
        place = log.sessions / (chance.choice(("2026", "2025", "")) if odd else day[:4]) / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"---\nid: {session_id}\n---\n")
    return log


def files_of(log: Log) -> tuple[list[str], list[str]]:
    told: list[CircleError] = []
    return session_files(log, told.append), [str(each) for each in told]


def test_the_order_is_that_of_whoever_looks_at_each_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, at_once = Random(1), 0  # noqa: S311  # names of files
    for number in range(120):
        log = scattered(tmp_path / str(number), chance)
        files = files_of(log)
        at_once += folder._in_order(folder._in_folders(log)) is not None
        with monkeypatch.context() as one_by_one:
            one_by_one.setattr(folder, "_in_order", lambda _: None)
            assert files == files_of(log)
        runs = [*_runs_of(files[0])]
        assert [path for _, paths in runs for path in paths] == files[0]
        assert all({month_of(path) for path in paths} == {month} for month, paths in runs)
    assert 40 < at_once < 110


def test_each_month_of_a_folder_is_found_once_by_halving() -> None:
    names = [
        "2026/2026-02-b.md",
        "2026/2026-02-a.md",
        "2026/2026-01-a.md",
        "2025/2026-01-b.md",
        "2025/b.md",
        "2025/a.md",
    ]
    files = [name.replace("/", os.sep) for name in names]
    runs = [
        ("2026-02", files[:2]),
        ("2026-01", files[2:3]),
        ("2026-01", files[3:4]),
        ("b.md", files[4:5]),
        ("a.md", files[5:]),
    ]
    assert [*_runs_of(files)] == runs
    assert [*_runs_of([*reversed(files)])] == [(month, paths[::-1]) for month, paths in reversed(runs)]
    assert [*_runs_of([])] == []
