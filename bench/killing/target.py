"""A command to be killed, and each way in which it is killed."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path

from killing.looking import state
from killing.place import Place, put
from killing.stopping import How, Stops, Where
from killing.tracing import traced

Start = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A command: the place that it is run on each time, how it is run there, and what is looked at afterwards."""

    name: str
    pattern: Path
    start: Start
    look: Callable[..., set[str]]
    state: Callable[[Place], Hashable] = state
    words: str = ""
    typed: bool = False
    """Whether the words are typed while it runs, and were not there before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """How one command is killed again and again; what was wrong is counted, and told."""

    target: Target
    library: Path
    counts: Counter[str]

    @property
    def home(self) -> Path:
        """Where it runs each time."""
        return self.target.pattern.with_name("home")

    def everywhere(self, *, every: int, really: int) -> None:
        """Kill it with all that it runs before each call, git alone, circle alone, and some of the first for good."""
        target, place = self.target, put(self.target.pattern, self.home)
        trace = traced(place, target.words, target.state, self.library, lambda **how: target.start(place, **how))
        self.counts["calls"] = len(trace.calls)
        for snapshot in trace.snapshots[::every]:
            shutil.rmtree(self.home)
            snapshot.home.rename(self.home)
            self._look("all", snapshot.call, heard=snapshot.heard)
        own = [each for each in zip(trace.calls, trace.heard, strict=True) if each[0].split()[1] == "git"]
        for number in range(0, len(own), every):
            call, heard = own[number]
            said = self._kill(How.KILL_ONE, Where.GIT, number + 1)
            typed = not target.typed or any(target.words in each for each in said)
            self._look("git", call, heard=bool(target.words) and typed)
            self._kill(How.KILL_CIRCLE, Where.GIT, number + 1)
            self._look("circle", call, heard=heard)
        for number in [len(trace.calls) * part // (really + 1) for part in range(1, really + 1)]:
            self._kill(How.KILL_ALL, Where.CIRCLE | Where.GIT, number)
            self._look("really", trace.calls[number - 1], heard=False)

    def _kill(self, how: How, where: Where, at: int) -> list[str]:
        """Kill it there; give what was typed."""
        said: list[str] = []
        folder = self.home.with_name(f"{how.name}-{at}")
        stops = Stops(folder=folder, library=self.library, how=how, where=where, at=at)
        place, apart = put(self.target.pattern, self.home), how is How.KILL_ALL
        self.target.start(place, env=stops.environment, apart=apart, heard=said.append)
        stops.wait()
        shutil.rmtree(folder)
        return said

    def _look(self, how: str, call: str, *, heard: bool) -> None:
        self.counts[how] += 1
        for what in self.target.look(Place(home=self.home), heard=heard):
            self.counts[what.partition(":")[0]] += 1
            print(f"{self.target.name}, {how}, {call}: {what}", file=sys.stderr, flush=True)
