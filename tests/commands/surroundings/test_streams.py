"""Streams that are full, closed or gone, a folder that was deleted, Ctrl-C at any moment: never a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from making import put_session
from running import Ended, Streams, run_copied

COMMANDS = (
    "list",
    "show k3f9",
    "search heron",
    "actions --json",
    "print cards --to -",
    "--help",
    "list --help",
)

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="no such signals, devices or shell there")
pytestmark = needs_posix


@pytest.fixture
def told(log: Path) -> Path:
    put_session(log, "2026-11-23-k3f9", "Kept", "action_points:\n  - {id: 1, what: Ring}\n", what_worked="A heron.")
    return log


def shell(log: Path, line: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    words = f'"{sys.executable}" -m circle_cli --log "{log}" {line}'
    return subprocess.run(
        ["sh", "-c", words], cwd=cwd or log, capture_output=True, text=True, timeout=60, env={**os.environ, **env}
    )


def copied(log: Path, words: str, streams: Streams) -> Ended:
    """Run it with streams that lead elsewhere, but for Python's own start and end."""
    return run_copied("--log", str(log), *words.split(), cwd=log, env=os.environ, streams=streams)


def assert_said_in_a_line(done: Any) -> None:
    lines = done.stderr.strip().split("\n")
    assert (done.returncode, lines[-1].count("No space left on device"), len(lines) < 4) == (74, 1, True), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["list", "--help", "--version"])
def test_a_full_disk_behind_standard_output_is_one_line(told: Path, words: str) -> None:
    assert_said_in_a_line(shell(told, f"{words} >/dev/full"))


@pytest.mark.parametrize("words", COMMANDS)
def test_whatever_was_to_be_written_to_a_full_disk(told: Path, words: str) -> None:
    assert_said_in_a_line(copied(told, words, {1: "/dev/full"}))


CLOSED: dict[str, Streams] = {
    "<&-": {0: None},
    ">&-": {1: None},
    "2>&-": {2: None},
    "<&- >&- 2>&-": {0: None, 1: None, 2: None},
    "2>/dev/full": {2: "/dev/full"},
}


@pytest.mark.parametrize("closed", CLOSED)
def test_a_stream_that_is_closed_ends_nothing(told: Path, closed: str) -> None:
    """Whether Python itself starts and ends so is tried once, and for the others what they do."""
    started = shell(told, f"list {closed}")
    for done in (started, *(copied(told, words, CLOSED[closed]) for words in ("list", "check", "--help"))):
        assert (done.returncode, "Traceback" in done.stderr) == (0, False)


@pytest.mark.parametrize("words", ["list", "show k3f9", "print cards --to -"])
def test_a_reader_that_has_gone_ends_it_quietly(told: Path, words: str) -> None:
    assert shell(told, f"{words} | true").stderr == ""


@pytest.mark.parametrize("named", [True, False])
def test_a_working_folder_that_was_deleted_is_said(told: Path, tmp_path: Path, named: bool) -> None:
    option = f'--log "{told}"' if named else ""
    words = f'mkdir gone && cd gone && rmdir ../gone && "{sys.executable}" -P -m circle_cli {option} list'
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(["sh", "-c", words], cwd=tmp_path, capture_output=True, text=True, env=env)
    if named:
        assert (done.returncode, done.stdout[:15]) == (0, "2026-11-23-k3f9")
    else:
        gone = "The folder that you are in is not there any more; go to another one, such as `cd ~`, and try again\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", gone)


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "en_GB.ISO-8859-1"},
        {"TZ": "Nowhere/At_all"},
        {"TZ": ":/dev/null"},
        {"COLUMNS": "0"},
        {"COLUMNS": "1"},
        {"COLUMNS": "99999999999999999999"},
        {"COLUMNS": "many"},
        {"TERM": ""},
        {"TERM": "no-such"},
        {"NO_COLOR": "1"},
        {"HOME": "/nonexistent"},
        {"HOME": ""},
        {"HOME": "~"},
        {"XDG_STATE_HOME": "relative", "XDG_DATA_HOME": "relative"},
        {"XDG_STATE_HOME": "/dev/null", "XDG_DATA_HOME": "/dev/null", "XDG_CONFIG_HOME": "/dev/null"},
    ],
    ids=lambda env: "-".join(f"{name}={value}" for name, value in env.items()).replace("/", "_"),
)
def test_an_odd_environment_is_no_obstacle(told: Path, env: dict[str, str]) -> None:
    """To start in it is tried once, unless Python's own start looks at it each time."""
    for words in ("list", "search héron", "show k3f9", "--help"):
        if words == "list" or (words == "search héron" and {"LC_ALL", "TZ"} & env.keys()):
            done = shell(told, words, **env)
        else:
            done = run_copied("--log", str(told), *words.split(), cwd=told, env={**os.environ, **env})
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


SIGNALLED = """
import os, sys
sys.argv = ["circle", *{words!r}]
import circle_cli.__main__

def signalled(event, told):
    if event == "import" and told[0] == {at!r}:
        os.kill(os.getpid(), {number})

sys.addaudithook(signalled)
circle_cli.__main__.start()
"""
STARTING = ("circle_cli.cli.app", "typer", "circle_cli.commands.ending", "circle_cli.commands.edge")
RUNNING = ("circle_cli.commands.checking.check", "circle_cli.session.record")


def signalled(words: list[str], at: str, number: signal.Signals) -> subprocess.CompletedProcess[str]:
    """Run a command that gets a signal at the moment in which it begins to load a module."""
    code = SIGNALLED.format(words=words, at=at, number=int(number))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("at", [*STARTING, *RUNNING])
def test_ctrl_c_at_any_moment_ends_it_without_a_word(told: Path, at: str) -> None:
    done = signalled(["--log", str(told), "check"], at, signal.SIGINT)
    ends = (-signal.SIGINT,) if at in STARTING else (130,)  # a shell makes 130 of both
    assert (done.stdout, done.stderr, done.returncode in ends) == ("", "", True), done


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE])
def test_other_signals_end_it_without_a_word(told: Path, how: signal.Signals) -> None:
    done = signalled(["--log", str(told), "check"], RUNNING[0], how)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, -how)
