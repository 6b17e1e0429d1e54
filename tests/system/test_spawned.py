"""One program run without `subprocess`: what it printed, and what becomes of it when it is to end."""

import os
import signal
import sys
from pathlib import Path

import pytest

from circle_cli.system.early.spawned import TooSlowError, can_spawn, spawned

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
    said = run(f"while [ ! -e {end} ]; do sleep 0.05; done & echo out")
    end.touch()
    assert said == (0, b"out\n", b"")


@pytest.mark.parametrize(("sent", "raised"), [("INT", KeyboardInterrupt), ("ALRM", TooSlowError)])
def test_ctrl_c_stops_it_and_so_does_the_end_of_its_time(
    tmp_path: Path, sent: str, raised: type[BaseException]
) -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(raised):
        run(f"echo $$ >{tmp_path}/group; kill -{sent} $PPID; exec sleep 60")
    with pytest.raises(ProcessLookupError):
        os.killpg(int((tmp_path / "group").read_text()), 0)
    assert signal.getsignal(signal.SIGINT) == before
    assert signal.getsignal(signal.SIGALRM) == signal.SIG_DFL


def test_what_is_not_there_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        spawned((f"{tmp_path}/git",), {}, limit=60, umask=0o077)
