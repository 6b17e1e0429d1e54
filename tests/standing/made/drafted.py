"""A draft to be kept, and waiting until it is."""

import time
from collections.abc import Callable

from circle_cli.interview.draft.lines import DraftHead

ID = "2026-11-23-k3f9"
HEAD = DraftHead(id=ID, log="/a log", mode="individual", date="2026-11-23", quick=False, start={"title": "Tea"})
TEXT = 'Sie kam — "ça va?"\n\n\t{#theory} 🌻\n.\n'


def until(holds: Callable[[], object]) -> None:
    """Wait until it holds: what is being typed is kept by a thread of its own."""
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)
