"""The front door: which log, what help, and what happens where nobody can be asked."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from running import run_copied

from circle_cli import __version__
from circle_cli.cli.app import ROOM_OF

Run = Callable[..., Any]
ID = "2026-11-23-k3f9"


@pytest.fixture
def one(put: Callable[..., Path]) -> Path:
    return put(ID, "The one")


def other_log(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "circle.yml").touch()
    return folder


@pytest.mark.parametrize(
    "words", [("--log", "{log}", "list"), ("list", "--log", "{log}"), ("list", "--log={log}"), ("--log={log}", "list")]
)
def test_the_log_may_be_named_before_and_behind(circle: Run, log: Path, one: Path, words: tuple[str, ...]) -> None:
    done = circle(*(word.format(log=log) for word in words))
    assert done.stdout.startswith(f"{ID}  The one")


def test_the_log_named_stands_before_the_environment_and_that_before_the_folder(
    circle: Run, log: Path, one: Path, tmp_path: Path
) -> None:
    empty = other_log(tmp_path / "other")
    assert circle("list", env={"CIRCLE_LOG": str(log)}).stdout.startswith(ID)
    assert circle("list", cwd=empty, env={"CIRCLE_LOG": str(log)}).stdout.startswith(ID)
    assert circle("list", "--log", str(empty), env={"CIRCLE_LOG": str(log)}).stdout == ""
    assert circle("list", cwd=log, env={"CIRCLE_LOG": str(empty)}).stdout == ""


def test_the_nearest_folder_above_with_circle_yml_is_the_log(circle: Run, log: Path, one: Path) -> None:
    deep = log / "sessions" / "2026"
    assert circle("list", cwd=deep).stdout.startswith(ID)
    nearer = other_log(log / "sessions" / "nearer" / "x").parent
    assert circle("list", cwd=nearer / "x").stdout == ""


def test_outside_any_log_it_is_the_persons_own(circle: Run, log: Path, one: Path, own_home: Path) -> None:
    assert circle("list").stdout == ""
    assert not (own_home / ".local/share/circle").exists()  # reading makes nothing


def test_a_log_that_is_not_there_is_wrong_usage(circle: Run) -> None:
    done = circle("list", "--log", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "nowhere: no such folder; `circle init nowhere` makes a learning log there\n"


def test_without_a_terminal_it_prints_help(circle: Run) -> None:
    done = circle()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == circle("--help").stdout
    assert done.stdout.startswith("Usage: ")


@pytest.mark.parametrize("flags", [(), ("--quick",), ("--plain",), ("--title", "x"), ("--mode", "individual")])
def test_an_interview_without_a_terminal_names_the_flag_instead(circle: Run, log: Path, flags: tuple[str, ...]) -> None:
    done = circle("reflect", *flags, cwd=log, stdin="words\n" * 20)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--from" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_resume_and_edit_without_a_terminal_say_what_else_to_do(circle: Run, log: Path, one: Path) -> None:
    for command in ("resume", "edit"):
        done = circle(command, "k3f9", cwd=log)
        assert (done.returncode, done.stdout) == (2, "")
        assert "no terminal" in done.stderr


def test_the_commands_of_this_version_are_there() -> None:
    assert ROOM_OF.keys() >= {"init", "reflect", "resume", "list", "show", "search", "edit", "site"}


def test_every_command_is_declared_in_the_room_that_the_front_door_names() -> None:
    declared = {
        (name, room) for room in set(ROOM_OF.values()) for name in import_module(f"circle_cli.cli.{room}").COMMANDS
    }
    assert declared == set(ROOM_OF.items())


@pytest.mark.parametrize("words", [("list",), ("actions",), ("reflect",), ("reflect", "--quick")], ids=" ".join)
def test_a_shortcut_says_what_its_command_says(circle: Run, full_log: Path, words: tuple[str, ...]) -> None:
    short, parsed = (circle(*before, *words, cwd=full_log) for before in ((), ("--log", str(full_log))))
    assert (short.returncode, short.stdout, short.stderr) == (parsed.returncode, parsed.stdout, parsed.stderr)
    assert short.stdout or short.returncode


@pytest.mark.parametrize("command", ROOM_OF)
def test_every_command_has_help_and_stands_in_the_help(circle: Run, command: str) -> None:
    overview = circle("--help").stdout
    assert re.search(rf"^  {command} +\S", overview, re.MULTILINE)
    done = circle(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f" {command} " in done.stdout.splitlines()[0]
    for option in re.findall(r"^  (?:-\w, )?--[^\n]*(?:\n   +[^\n]*)*", done.stdout, re.MULTILINE):
        assert re.search(r"  [A-Z][^\n]*", option), f"{option} has no help"


@pytest.mark.parametrize("words", [("lst",), ("list", "--nope"), ("show",), ("reflect", "--mode", "crowd")])
def test_wrong_usage_ends_with_2_and_says_how(circle: Run, words: tuple[str, ...]) -> None:
    done = circle(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--help" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_is_printed(circle: Run) -> None:
    for words in (("--version",), ("--plain", "--version")):
        assert circle(*words).stdout == f"{__version__}\n"


def test_init_makes_a_log_once(circle: Run, tmp_path: Path) -> None:
    done = circle("init", "new/log")
    root = tmp_path / "new" / "log"
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{root}\n"
    assert "private" in done.stderr
    made = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".git" not in path.parts}
    assert {path.relative_to(root).as_posix() for path in made} == {
        "circle.yml", "mkdocs.yml", ".gitignore", ".gitattributes", "sessions/.gitkeep",
        "guidance/.gitkeep", "site/.gitignore", ".circle/.gitignore",
    }  # fmt: skip
    head = (root / ".git" / "refs" / "heads" / "main").read_text()
    assert subprocess.run(["git", "-C", root, "status", "--porcelain"], capture_output=True, check=True).stdout == b""

    again = circle("init", cwd=root)
    assert (again.returncode, again.stdout) == (0, f"{root}\n")
    assert {path: path.read_bytes() for path in made} == made
    assert (root / ".git" / "refs" / "heads" / "main").read_text() == head


def test_init_leaves_what_is_there(circle: Run, tmp_path: Path) -> None:
    root = other_log(tmp_path / "ours")
    for name in ("circle.yml", "mkdocs.yml", ".gitignore", "notes.md"):
        (root / name).write_text(f"our {name}\n", encoding="utf-8")
    (root / "sessions").mkdir()
    assert circle("init", str(root)).returncode == 0
    for name in ("circle.yml", "mkdocs.yml", ".gitignore", "notes.md"):
        assert (root / name).read_text(encoding="utf-8") == f"our {name}\n"
    tracked = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, check=True, text=True).stdout
    assert "notes.md" not in tracked


def test_init_where_a_file_is_says_so(circle: Run, tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    done = circle("init", "x")
    assert done.returncode in (74, 77)
    assert "Traceback" not in done.stderr


def closed(log: Path, *words: str, head: bool) -> tuple[int, bytes]:
    """Run the program with a reader that has gone, or with no standard output at all."""
    command = [sys.executable, "-m", "circle_cli", *words]
    if not head:
        shell = ["sh", "-c", '"$@" >&-', "sh", *command]
        done = subprocess.run(shell, cwd=log, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False, timeout=60)
        return done.returncode, done.stderr
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command, cwd=log, stdout=writer, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False, timeout=60
    )
    os.close(writer)
    return done.returncode, done.stderr


@pytest.mark.parametrize("head", [True, False], ids=["reader gone", "closed"])
def test_a_reader_that_has_gone_ends_it_quietly(full_log: Path, head: bool) -> None:
    code, err = closed(full_log, "list", head=head)
    assert err == b""
    assert code in (0, 141)


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be copied there")
@pytest.mark.parametrize("head", [True, False], ids=["reader gone", "closed"])
@pytest.mark.parametrize(
    "words", [("list",), ("list", "-n", "0"), ("list", "--json"), ("search", "visit"), ("show", "2026-07-19")]
)
def test_a_reader_that_has_gone_whatever_was_asked_for(full_log: Path, words: tuple[str, ...], head: bool) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = run_copied(*words, cwd=full_log, env=os.environ, streams={1: writer if head else None})
    os.close(writer)
    assert (done.stderr, done.returncode in (0, 141)) == ("", True)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("circle sh", ["show", "share"]),
        ("circle --log /tmp li", ["list"]),
        ("circle print c", ["cards", "circle"]),
        ("circle list --mo", ["--mode"]),
        ("circle list --mode g", ["group"]),
        ("circle bogus x", []),
    ],
)
def test_a_shell_can_complete_words(circle: Run, line: str, found: list[str]) -> None:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    done = circle(env={"_CIRCLE_COMPLETE": "complete_bash", **words})
    assert done.stdout.split() == found


def test_what_a_shell_needs_to_complete_words_names_the_program(circle: Run) -> None:
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}  # else it is that of whoever runs the tests, if any
    assert "_CIRCLE_COMPLETE=" in circle("--show-completion", "bash", env=named).stdout
