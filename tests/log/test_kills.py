"""Killed in the middle of a command: nothing is torn or lost, and the next command finishes it or says so.

Each command at a few of its steps; `python bench/kills.py` tries all of them at all.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from making import ROOT
from running import run_copied

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is what kills it at a system call")


@pytest.mark.parametrize("name", ["reflect --from", "done", "share"])
def test_a_kill_in_the_middle_costs_nothing(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import kills_writing
    from kills_place import Place, spread

    alone = Place.circle

    def circle(place: Place, *arguments: str, trace: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
        """Only what is traced or killed has to be a program of its own."""
        if trace:
            return alone(place, *arguments, trace=trace)
        done = run_copied(*arguments, cwd=place.log, env=place.environment)
        told = (text.encode() for text in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(arguments, done.returncode, *told)

    monkeypatch.setattr(Place, "circle", circle)
    writing = next(each for each in kills_writing.WRITING if each.name == name)
    pattern = kills_writing.make(tmp_path / "pattern")
    found = kills_writing.points(pattern, writing, tmp_path)
    if not found:
        pytest.skip("strace may not look at programs here")
    for number, (call, count) in enumerate(spread(found, 1, 5)[1:4]):
        assert kills_writing.outcome(pattern, writing, tmp_path / f"{number}", call, count) == set(), (call, count)
    for module in [each for each in sys.modules if each.startswith("kills_")]:
        monkeypatch.delitem(sys.modules, module)
