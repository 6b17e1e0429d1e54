"""Long work says how far it is and how long it still takes: at a terminal, after a second, and nowhere else."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pyte
import pytest

from circle_cli.log.index import finding
from circle_cli.waiting import how_far
from circle_cli.waiting.how_far import Waiting, fitting

OF_TEN_THOUSAND = "Reading the sessions", 3_400, 10_000


@pytest.mark.parametrize(
    ("seconds", "columns", "said"),
    [
        (6.0, 79, "Reading the sessions: 3,400 of 10,000, about 10 seconds to go"),
        (6.0, 39, "Reading the sessions: 34%, 10 s to go"),
        (6.0, 36, "3,400 of 10,000"),
        (0.5, 36, "3,400 of 10,000"),
        (6.0, 9, "3,400 of "),
        (0.5, 79, "Reading the sessions: 3,400 of 10,000"),
        (2.0, 79, "Reading the sessions: 3,400 of 10,000, a few seconds to go"),
        (29.7, 79, "Reading the sessions: 3,400 of 10,000, about 1 minute to go"),
        (62.0, 79, "Reading the sessions: 3,400 of 10,000, about 2 minutes to go"),
        (6000.0, 79, "Reading the sessions: 3,400 of 10,000, about 3 hours to go"),
    ],
)
def test_it_says_on_one_line_that_fits_how_far_and_how_long(seconds: float, columns: int, said: str) -> None:
    assert fitting(*OF_TEN_THOUSAND, seconds, columns) == said


def test_what_nobody_counts_is_only_named() -> None:
    assert fitting("Putting the whole history into a backup", 0, 0, 3.0, 79).endswith("into a backup …")
    assert fitting("Putting the whole history into a backup", 0, 0, 3.0, 20) == "Putting the whole hi"


class AtTerminal:
    """A real terminal's two ends, of a size, with somebody before it who waits; the clock is the test's."""

    def __init__(self, rows: int, columns: int, *, plain: bool = False) -> None:
        import fcntl
        import struct
        import termios

        self.now, self.seen, self.on_its_way = 0.0, b"", 0
        self.there, self.here = os.openpty()
        fcntl.ioctl(self.here, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.window = pyte.Screen(columns, rows)
        self.waiting = Waiting(
            clock=lambda: self.now,
            write=self.write,
            columns=lambda: os.get_terminal_size(self.here).columns,
            plain=lambda: plain,
        )

    def after(self, seconds: float, *heard: Any) -> list[str]:
        """Tell of what is done after so many seconds; give the lines that stand on the screen then."""
        self.now = seconds
        self.waiting.hear(*heard)
        return self.shown()

    def write(self, text: str) -> None:
        os.write(self.here, text.encode())
        self.on_its_way += len(text) + text.count("\n")  # a terminal makes two signs of each

    def shown(self) -> list[str]:
        while self.on_its_way:  # the system hands it over when it has time for that
            said = os.read(self.there, 65536)
            self.on_its_way -= len(said)
            self.seen += said
            pyte.ByteStream(self.window).feed(said)
        return [line.rstrip() for line in self.window.display if line.strip()]


@pytest.fixture
def screen() -> Iterator[Callable[..., AtTerminal]]:
    opened: list[AtTerminal] = []

    def make(rows: int = 24, columns: int = 80, **how: bool) -> AtTerminal:
        opened.append(AtTerminal(rows, columns, **how))
        return opened[-1]

    yield make
    for each in opened:
        os.close(each.there)
        os.close(each.here)


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal as Linux has them")


@posix
@pytest.mark.parametrize("size", [(24, 80), (10, 40)])
def test_nothing_is_shown_for_a_second_then_one_line_which_is_gone_at_the_end(
    screen: Callable[..., AtTerminal], size: tuple[int, int]
) -> None:
    at = screen(*size)
    assert at.after(0.0, "Reading the sessions", 0, 900) == at.after(0.9, "Reading the sessions", 300, 900) == []
    shown = at.after(1.0, "Reading the sessions", 300, 900)
    assert shown in (
        ["Reading the sessions: 300 of 900, a few seconds to go"],
        ["Reading the sessions: 33%, 5 s to go"],
    )
    assert at.after(1.1, "Reading the sessions", 310, 900) == shown
    assert len(at.after(1.3, "Reading the sessions", 400, 900)) == 1
    assert at.after(1.4, "Reading the sessions", 900, 900) == []
    assert at.after(1.6, "Saving the sessions", 0, 20) == ["Saving the sessions: 0 of 20"]
    at.waiting.clear()
    assert (at.shown(), at.window.cursor.x, at.window.cursor.y) == ([], 0, 0)
    assert b"\x1b" not in at.seen  # no colour, and nothing that an old window would show as it stands


@posix
def test_what_is_said_meanwhile_has_a_line_of_its_own_and_another_second(screen: Callable[..., AtTerminal]) -> None:
    at = screen()
    at.after(0.0, *OF_TEN_THOUSAND)
    at.after(2.0, *OF_TEN_THOUSAND)
    at.waiting.clear()
    at.write("Left out: a file\n")
    assert at.shown() == at.after(2.9, *OF_TEN_THOUSAND) == ["Left out: a file"]
    assert at.after(3.9, *OF_TEN_THOUSAND)[1].startswith("Reading the sessions: 3,400 of 10,000")


@posix
def test_nothing_is_left_where_it_ends_in_the_middle(screen: Callable[..., AtTerminal]) -> None:
    at = screen()
    with pytest.raises(KeyboardInterrupt), how_far.told_to(at.waiting):
        for _ in how_far.each(range(900), "Reading the sessions"):
            at.now += 0.1
            if at.now > 5:
                assert len(at.shown()) == 1
                raise KeyboardInterrupt
    assert at.shown() == []


@posix
def test_plain_lines_stay_and_are_few(screen: Callable[..., AtTerminal]) -> None:
    at = screen(plain=True)
    for tenth in range(150):
        at.after(tenth / 10, "Reading the sessions", tenth, 150)
    assert at.shown() == [
        "Reading the sessions: 10 of 150, about 15 seconds to go",
        "Reading the sessions: 110 of 150, a few seconds to go",
    ]
    assert at.seen.count(b"\n") == 2 and at.seen.count(b"\r") == 2


def test_nobody_is_told_where_nobody_waits() -> None:
    things = [1, 2]
    assert how_far.each(things, "Looking") is things
    with how_far.told_to(Waiting(clock=count().__next__, write=pytest.fail, columns=lambda: 80, plain=lambda: False)):
        assert [*how_far.each([], "Looking"), *how_far.each(iter(things), "Looking")] == things


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all work be long, and each log large."""
    monkeypatch.setattr(finding, "WORTH_IT", 1)
    monkeypatch.setattr(how_far, "SILENT", 0.0)
    monkeypatch.setattr(how_far, "REDRAWN", 0.0)


LONG: dict[str, tuple[tuple[str, ...], str]] = {
    "check": (("check",), "Reading the sessions: 0 of 1"),
    "search": (("search", "Tea"), "Making the index anew: 0 of 1"),
    "import": (("import", "notes.txt", "--yes"), "Saving the sessions: 0 of 1"),
    "site": (("site", "--export", "out"), "Looking for names in files: 0 of "),
    "erase": (("erase", "k3f9", "--confirm", "2026-11-23-k3f9"), "Looking through the files: 0 of "),
}


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("name", LONG)
def test_each_command_that_may_take_long_says_it_and_leaves_nothing_of_it(
    terminal: Callable[..., Any], put: Callable[..., Path], log: Path, name: str
) -> None:
    put("2026-11-23-k3f9", "A walk", **{"what-worked": "Tea."})
    (log / "notes.txt").write_text("What worked well: a walk along the canal, and time to talk about it.\n")
    words, said = LONG[name]
    at = terminal(*words).ends()
    assert said in at.told
    assert not re.search(r"\d of \d| …", at.text)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("name", LONG)
def test_none_of_it_goes_where_no_terminal_is(
    circle: Callable[..., Any], put: Callable[..., Path], log: Path, name: str
) -> None:
    put("2026-11-23-k3f9", "A walk", **{"what-worked": "Tea."})
    (log / "notes.txt").write_text("What worked well: a walk along the canal, and time to talk about it.\n")
    done = circle(*LONG[name][0], cwd=log)
    assert LONG[name][1] not in done.stdout + done.stderr and "\r" not in done.stderr
