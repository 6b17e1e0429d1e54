"""Two people work at once, each on a clone: synced in either order, both have the same of it, and nothing is lost.

What they do is by chance, of all that asks nobody; `bench/merging.py` tries the rest, and many more of them.
"""

import random
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from making import ROOT, git, give_key, publish, put_session
from proposing import FRONT, TOLD
from running import run_here

ACTION = "action_points:\n  - {id: 1, what: Ring the school}\n"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the bench does with two people's clones."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import merging

    return merging


@pytest.fixture
def arrive(bench: Any) -> Callable[[Path, int], Any]:
    """Gives somebody a home of that name, and a key; what they type runs in the process of the test."""

    class Here(bench.Place):  # type: ignore[misc,name-defined]  # known when the test runs
        def circle(self, *words: str, **_: Any) -> subprocess.CompletedProcess[bytes]:
            folders = {f"XDG_{name}_HOME": str(self.home / name) for name in ("CONFIG", "DATA", "STATE")}
            done = run_here(*words, cwd=self.log, env={"HOME": str(self.home), **folders})
            return subprocess.CompletedProcess(words, done.returncode, done.stdout.encode(), done.stderr.encode())

    def make(home: Path, seed: int) -> Here:
        here = Here(home=home)
        here.log.mkdir(parents=True)
        (home / ".gitconfig").write_text(f"[user]\n\tname = {home.name}\n\temail = {home.name}@example.org\n")
        give_key(home / "STATE" / "circle", seed)
        return here

    return make


@pytest.fixture
def pair(tmp_path: Path, bench: Any, arrive: Callable[[Path, int], Any]) -> list[Any]:
    """Two people with a clone each of one log, in which there is something of every kind to work on."""
    folder = tmp_path / "pair"
    jo, sam = (arrive(folder / name, seed) for name, seed in (("jo", 1), ("sam", 2)))
    jo.circle("init", "--team", ".")
    for id_ in ("2026-05-05-abcd", "2026-11-20-k3f2"):
        put_session(jo.log, id_, "The walk with Robin", FRONT + ACTION, what_worked=TOLD)
    publish(jo.log, tried=())
    git(folder, "init", "-q", "--bare", "--initial-branch=main", "there.git")
    jo.circle("sync", "--with", str(folder / "there.git"))
    sam.circle("join", str(folder / "there.git"), ".")
    assert bench.contents(jo.log) == bench.contents(sam.log) != {}
    return [jo, sam]


@pytest.mark.skipif(sys.platform == "win32", reason="the bench types at terminals as Linux and macOS have them")
@pytest.mark.parametrize("seed", [9, 13])  # two of those in which both write in one place
def test_any_two_histories_of_two_clones(tmp_path: Path, bench: Any, pair: list[Any], seed: int) -> None:
    from histories import ACTS, ASKING, work

    chance, numbers = random.Random(seed), count()  # noqa: S311  # no secret
    acts = {act: often for act, often in ACTS.items() if act not in ASKING}
    before = bench.contents(pair[0].log)
    for place in pair:
        work(bench.Desk(place=place, chance=chance, count=numbers), 6, acts)
    both = bench.in_both_orders(tmp_path / "pair", pair, before)
    assert any(b"\nlook_at:" in content for content in both.whole.values())  # they have written in one place
    assert both.wrong == ()
