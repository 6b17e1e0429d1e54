"""Streams that are full, closed or gone, a folder that was deleted, Ctrl-C at any moment: never a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import put_session
from terminals import PROGRAM

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


@pytest.mark.parametrize("words", [*COMMANDS, "--version"])
def test_a_full_disk_behind_standard_output_is_one_line(told: Path, words: str) -> None:
    done = shell(told, f"{words} >/dev/full")
    lines = done.stderr.strip().split("\n")
    assert (done.returncode, lines[-1].count("No space left on device"), len(lines) < 4) == (74, 1, True), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", ["list", "check", "--help"])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_a_stream_that_is_closed_ends_nothing(told: Path, words: str, closed: str) -> None:
    done = shell(told, f"{words} {closed}")
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
    for words in ("list", "search héron", "show k3f9", "--help"):
        done = shell(told, words, **env)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_ctrl_c_while_it_starts_ends_it_without_a_word(told: Path) -> None:
    command = [*PROGRAM, "--log", str(told), "check"]
    for pause in (0.02, 0.05, 0.08, 0.12, 0.18, 0.25, 0.4):
        with subprocess.Popen(command, cwd=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
            time.sleep(pause)  # whenever it comes, what follows holds
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=60)
        by_python = "circle_cli" not in said and running.returncode in (1, -signal.SIGINT)  # before a line of ours ran
        assert by_python or ("Traceback" not in said and running.returncode in (0, 130, -signal.SIGINT)), said


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE])
def test_other_signals_end_it_without_a_word(told: Path, how: signal.Signals) -> None:
    command = [*PROGRAM, "--log", str(told), "check"]
    with subprocess.Popen(command, cwd=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        time.sleep(0.1)  # whenever it comes, what follows holds
        running.send_signal(how)
        _, said = running.communicate(timeout=60)
    assert "Traceback" not in said
    assert running.returncode in (0, -how)
