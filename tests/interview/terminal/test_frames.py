"""The quick and the full interview as somebody sees them: what stood on the screen after each key.

A change of a word is seen here by whoever reviews it: `pytest --update-golden`, and read the diff.
"""

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from keys import CTRL_B, CTRL_D, CTRL_G, CTRL_K, ENTER
from terminals import PATIENCE, Terminal

GOLDEN = Path(__file__).parents[2] / "golden"
SETTLED = 0.6
"""So long nothing new is drawn before a frame is written down; where frames are compared, nothing depends on it."""

KEYS = {
    ENTER: "Enter",
    CTRL_B: "Ctrl-B",
    CTRL_D: "Ctrl-D",
    CTRL_G: "Ctrl-G",
    CTRL_K: "Ctrl-K",
    "\x1b[B": "Down",
    " ": "Space",
}
_FOLDER = r"circle-[a-z0-9_]{8}(?=/log)"
"""Where the log is: wherever the tests are run, the same lines are full."""

WENT_WELL = "Robin talked for a whole hour, about the garden."
QUICK = (
    *("Tea with Robin", ENTER, "She came.", CTRL_D, f" {WENT_WELL}", CTRL_D),
    *(CTRL_G, "I waited, and said little at all.", CTRL_D),
    *("I will ask Jo to come along next time.", CTRL_D),
)
FULL = (
    *("Tea with Robin", ENTER, "A first visit after a long time.", ENTER, ENTER, CTRL_D),
    *(WENT_WELL, CTRL_D, CTRL_G, CTRL_B, CTRL_D, "I waited, and said little at all.", CTRL_D),
    *("His aunt said that he had looked forward to it.", CTRL_D, CTRL_K, CTRL_K, "1", ENTER, CTRL_K),
    *("Silence can be an invitation to speak.", CTRL_D, "I will ask Jo to come along next time.", CTRL_D, "?"),
)


def frames(at: Terminal, keys: Iterable[str], seen: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Press each key and give its name and what is seen then; `seen` waits until that is whole."""
    yield "circle reflect", seen("circle reflect")
    for key in keys:
        at.child.send(key)
        yield KEYS.get(key, key), seen(KEYS.get(key, key))


def as_ever(screen: str) -> str:
    """Put words that stay in place of those that are of this day and this session."""
    days = [(date.today() + timedelta(days=ahead)).isoformat() for ahead in (0, 1)]
    for day in days:
        screen = screen.replace(day, "2026-11-23")
    return re.sub(r"(?<=2026-11-23-)[a-z0-9]{4}", "k3f9", re.sub(_FOLDER, "circle-somebody", screen))


def drawn(at: Terminal) -> str:
    at.read()
    return as_ever(at.text)


def still(at: Terminal) -> str:
    """Wait until nothing more is drawn."""
    before, since = drawn(at), time.monotonic()
    while time.monotonic() - since < SETTLED:
        now = drawn(at)
        if now != before:
            before, since = now, time.monotonic()
    return before


def written(frames: Iterable[tuple[str, str]]) -> str:
    return "".join(f"=== {key}\n{screen}\n\n" for key, screen in frames)


def film(name: str, at: Terminal, keys: tuple[str, ...], update: bool) -> None:
    """Hold an interview against the golden one, frame by frame; with `update`, write that anew."""
    path = GOLDEN / name
    if update:
        path.write_bytes(written(frames(at, keys, lambda _: still(at))).encode("utf-8"))
    wanted = iter(re.split(r"^=== .*\n", path.read_text("utf-8"), flags=re.MULTILINE)[1:])

    def as_wanted(key: str) -> str:
        frame, end = next(wanted, "").removesuffix("\n\n"), time.monotonic() + PATIENCE
        while (shown := drawn(at)) != frame and time.monotonic() < end:
            pass
        assert shown == frame, f"after {key} it is not as it was: pytest --update-golden, read the diff"
        return shown

    if not update:
        assert written(frames(at, keys, as_wanted)) == path.read_text("utf-8")


@pytest.fixture
def known_log(log: Path) -> Iterator[Path]:
    """Moves the log to where its path is always as long."""
    folder = Path(tempfile.mkdtemp(prefix="circle-", dir="/tmp"))
    yield Path(shutil.move(log, folder / "log"))
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("name", "arguments", "keys", "size"),
    [
        ("frames-quick.txt", ("reflect", "--quick"), QUICK, (24, 80)),
        ("frames-full.txt", ("reflect",), FULL, (24, 80)),
        ("frames-small.txt", ("reflect", "--quick"), QUICK, (10, 40)),
    ],
)
def test_an_interview_is_seen_as_it_always_was(
    name: str,
    arguments: tuple[str, ...],
    keys: tuple[str, ...],
    size: tuple[int, int],
    terminal: Callable[..., Terminal],
    known_log: Path,
    request: pytest.FixtureRequest,
) -> None:
    film(name, terminal(*arguments, size=size, cwd=str(known_log)), keys, request.config.getoption("--update-golden"))
