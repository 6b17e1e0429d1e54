"""One run of a command, stopped before each of its calls: the disk is copied there as a kill would leave it."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path

from killing.looking import anywhere
from killing.place import Place, copy
from killing.stopping import How, Stops

_A_MOMENT = 0.1  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The disk as a kill before this call leaves it; `heard`: the words were taken in by then."""

    call: str
    home: Path
    heard: bool


@dataclass(slots=True, kw_only=True)
class Trace:
    """What came of one run: its calls, and the disk wherever it was another than before."""

    place: Place
    words: str
    state: Callable[[Place], Hashable]
    calls: list[str] = field(default_factory=list)
    heard: list[bool] = field(default_factory=list)
    """Whether the words were taken in by then, for each of the calls."""
    snapshots: list[Snapshot] = field(default_factory=list)
    _seen: set[Hashable] = field(default_factory=set)
    _heard: bool = False
    _last: float = 0.0

    def run(self, stops: Stops, start: Callable[..., None]) -> None:
        """Run it once; `start` is handed what it needs to be stopped."""
        thread = stops.asked(self._answer)
        try:
            start(env=stops.environment, apart=True, busy=self._busy, heard=self._hear)
        finally:
            stops.over(thread)

    def _answer(self, call: str) -> None:
        self.calls.append(call)
        self.heard.append(self._heard)
        if (state := self.state(self.place)) not in self._seen:
            self._seen.add(state)
            to = self.place.home.with_name(f"snapshot-{len(self.snapshots)}")
            copy(self.place.home, to)
            self.snapshots.append(Snapshot(call=call, home=to, heard=self._heard))
            self._heard |= bool(self.words) and anywhere(self.place, self.words)
        self._last = time.monotonic()

    def _busy(self) -> bool:
        return time.monotonic() - self._last < _A_MOMENT

    def _hear(self, reply: str) -> None:
        self._heard |= bool(self.words) and self.words in reply


def traced(
    place: Place, words: str, state: Callable[[Place], Hashable], library: Path, start: Callable[..., None]
) -> Trace:
    """Run a command once, stopped before each call."""
    trace = Trace(place=place, words=words, state=state)
    trace.run(Stops(folder=place.home.with_name("stops"), library=library, how=How.ASK), start)
    return trace
