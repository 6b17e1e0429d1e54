"""`circle list`: the newest sessions first; what cannot be read is said, skipped and left alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from circle_cli.session.record import Session

Run = Callable[..., Any]


def ids(done: Any) -> list[str]:
    assert done.returncode == 0, done.stderr
    return [found["id"] for found in json.loads(done.stdout)]


def test_an_empty_log_says_how_to_begin(circle: Run, log: Path) -> None:
    done = circle("list", cwd=log)
    assert (done.returncode, done.stdout) == (0, "")
    assert "`circle reflect`" in done.stderr
    assert circle("list", "--json", cwd=log).stdout == "[]\n"


def test_filters_that_let_nothing_through_do_not_call_the_log_empty(
    circle: Run, log: Path, put: Callable[..., Path]
) -> None:
    put("2026-11-23-k3f9")
    done = circle("list", "--theme", "tea", cwd=log)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "No session is like that.\n")


def test_a_line_says_what_a_session_is(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    put("2026-11-23-k3f9", "The handover that held", 'themes: ["relationships"]\n')
    done = circle("list", cwd=log)
    assert done.stdout == "2026-11-23-k3f9  The handover that held  (individual, recorded, relationships)\n"


def test_a_planned_session_says_for_which_day(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    path = put("2026-11-23-k3f9", "Our circle", "mode: group\nstatus: planned\n")
    path.write_text(path.read_text("utf-8").replace("date: 2026-11-23", "date: 2026-12-04"), encoding="utf-8")
    said = "2026-11-23-k3f9  Our circle  (group, planned for Friday 4 December 2026)\n"
    assert circle("list", cwd=log).stdout == said
    assert "\nPlanned: Friday 4 December 2026\n" in circle("show", "k3f9", cwd=log).stdout


def test_the_newest_twenty_come_first(circle: Run, full_log: Path, two_hundred: list[Session]) -> None:
    expected = [session.id for session in reversed(two_hundred)]
    assert ids(circle("list", "--json", cwd=full_log)) == expected[:20]
    assert ids(circle("list", "--json", "--limit", "3", cwd=full_log)) == expected[:3]
    assert ids(circle("list", "--json", "-n", "0", cwd=full_log)) == expected
    assert [line[:15] for line in circle("list", cwd=full_log).stdout.splitlines()] == expected[:20]


@pytest.mark.parametrize(
    ("flags", "wanted"),
    [
        (("--since", "2026-07-18"), lambda session: session.date.isoformat() >= "2026-07-18"),
        (("--until", "2026-01-02"), lambda session: session.date.isoformat() <= "2026-01-02"),
        (("--since", "2026-02", "--until", "2026-02"), lambda session: session.date.month == 2),
        (("--since", "2027"), lambda session: False),
        (("--since", "18 July"), lambda session: session.date.isoformat() >= "2026-07-18"),
        (("--until", "2026"), lambda session: True),
        (("--mode", "group"), lambda session: session.mode == "group"),
        (("--status", "followed-up"), lambda session: session.status == "followed-up"),
        (("--theme", "Relationships"), lambda session: bool(session.themes)),
        (("--theme", "relation"), lambda session: False),
        (
            ("--mode", "training", "--status", "recorded", "--since", "2026-03", "--until", "2026-03-20"),
            lambda session: (
                (session.mode, session.status) == ("training", "recorded")
                and "2026-03" <= session.date.isoformat() <= "2026-03-20"
            ),
        ),
    ],
)
def test_filters_let_through_what_they_name(
    circle: Run, full_log: Path, two_hundred: list[Session], flags: tuple[str, ...], wanted: Callable[[Session], bool]
) -> None:
    expected = [session.id for session in reversed(two_hundred) if wanted(session)]
    assert ids(circle("list", "--json", "--limit", "0", *flags, cwd=full_log)) == expected


@pytest.mark.parametrize("said", ["some day", "2026-13", "2026-02-30", "2026-1-1-1", "26", "٢٠٢٦", ""])
def test_a_day_that_is_none_is_wrong_usage(circle: Run, log: Path, said: str) -> None:
    done = circle("list", "--since", said, cwd=log)
    assert done.returncode == 2
    assert "--since" in done.stderr
    assert "2026-11" in done.stderr


def test_what_cannot_be_read_is_said_and_skipped_and_left_alone(
    circle: Run, log: Path, put: Callable[..., Path]
) -> None:
    good = put("2026-11-23-k3f9")
    bad = {
        put("2026-11-24-aaaa", "a: b: c"): ":4: not readable as YAML",
        put("2026-11-25-aaaa", "x", "mode: crowd\n"): ":7: mode: `crowd` is not known",
        put("2026-11-26-aaaa", "caf\udce9"): ":4: not UTF-8 text",
        log / "sessions" / "2026" / "empty.md": ":1: no front matter",
    }
    (log / "sessions" / "2026" / "empty.md").touch()
    (log / "sessions" / "2026" / "2026-11-28-gone.md").symlink_to("nowhere.md")
    (log / "sessions" / "2026" / "2026-11-29-fold.md").mkdir()
    before = {path: path.read_bytes() for path in (good, *bad)}
    for command in (("list",), ("search", "x")):
        done = circle(*command, "--json", cwd=log)
        assert ids(done) == ["2026-11-23-k3f9"]
        assert "Traceback" not in done.stderr
    done = circle("list", cwd=log)
    for path, message in bad.items():
        (line,) = [line for line in done.stderr.splitlines() if str(path) in line]
        assert line.startswith(f"Left out: {path}{message}")
    assert "2026-11-28-gone.md: a link to another place" in done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_only_session_files_are_read(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    put("2026-11-23-k3f9")
    for name in ("README.md", ".hidden.md", "notes.txt", "2026-11-23-k3f9-x.md~", "2026-11-23-k3f9-x.md.orig"):
        (log / "sessions" / name).write_text("not a session", encoding="utf-8")
    done = circle("list", cwd=log)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_a_file_by_another_name_is_listed_in_its_place(circle: Run, log: Path, put: Callable[..., Path]) -> None:
    put("2026-11-22-aaaa")
    put("2026-11-23-k3f9").rename(log / "sessions" / "A visit.md")
    put("2026-11-24-bbbb")
    assert ids(circle("list", "--json", cwd=log)) == ["2026-11-24-bbbb", "2026-11-23-k3f9", "2026-11-22-aaaa"]


@pytest.mark.parametrize("command", ["list", "search tea", "export --to -", "portfolio --framework pcf-2018"])
def test_days_between_which_no_day_lies_are_said_to_be_so(circle: Run, log: Path, command: str) -> None:
    first = "--from" if command.startswith("portfolio") else "--since"
    done = circle(*command.split(), first, "2026-05", "--until", "2026-03-01", cwd=log)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{first} 2026-05 is later than --until 2026-03-01, so no day lies between")
    assert "no day lies" not in circle(*command.split(), first, "2026-03", "--until", "2026-03", cwd=log).stderr
