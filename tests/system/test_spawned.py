"""One program run without `subprocess`: what it printed, and what becomes of it when it is to end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from circle_cli.system.early.spawned import can_spawn, spawned

pytestmark = pytest.mark.skipif(sys.platform != "linux" or not can_spawn(), reason="run by `subprocess` elsewhere")


def run(script: str) -> tuple[int, bytes, bytes]:
    return spawned(("/bin/sh", "-c", script), {"PATH": os.defpath}, limit=60, umask=0o077)


def test_it_gives_how_it_ended_and_what_it_said(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        said = run(f"echo out; echo err >&2; cat; echo >{tmp_path}/made; kill -9 $$")
    finally:
        assert os.umask(before) == 0o022
    assert said == (-9, b"out\n", b"err\n")
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o600


def test_what_goes_on_in_the_background_is_not_waited_for(tmp_path: Path) -> None:
    end = tmp_path / "end"
    said = run(f"while [ -d {tmp_path} ] && [ ! -e {end} ]; do sleep 0.05; done & echo out")  # the folder goes at once
    end.touch()
    assert said == (0, b"out\n", b"")


ALONE = """
import os, signal, sys
from circle_cli.system.early.spawned import TooSlowError, spawned
before = signal.getsignal(signal.SIGINT)
try:
    spawned(("/bin/sh", "-c", sys.argv[1]), {"PATH": os.defpath}, limit=60, umask=0o077)
except (KeyboardInterrupt, TooSlowError) as raised:
    after = signal.getsignal(signal.SIGINT) == before and signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
    print(type(raised).__name__, after)
"""
"""In a program of its own: here are other threads, which signals reach although they are held."""


@pytest.mark.parametrize(("sent", "raised"), [("INT", "KeyboardInterrupt"), ("ALRM", "TooSlowError")])
def test_ctrl_c_stops_it_and_so_does_the_end_of_its_time(tmp_path: Path, sent: str, raised: str) -> None:
    script = f"echo $$ >{tmp_path}/group; kill -{sent} $PPID; exec sleep 60"
    ended = subprocess.run([sys.executable, "-c", ALONE, script], capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == (f"{raised} True\n", "")
    with pytest.raises(ProcessLookupError):
        os.killpg(int((tmp_path / "group").read_text()), 0)


def test_what_is_not_there_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        spawned((f"{tmp_path}/git",), {}, limit=60, umask=0o077)
