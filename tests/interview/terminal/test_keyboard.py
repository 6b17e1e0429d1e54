"""What was typed before Ctrl-C in a plain line is kept; what was typed before a question can be let go of."""

import os
import sys

import pytest
from keys import FakeKeys

from circle_cli.interview.terminal.keyboard import LineReader, PosixKeys, let_go_of_early


class Interrupted(FakeKeys):
    """Ctrl-C is heard at the first reading, and what was typed before it can be read afterwards."""

    interrupted = False

    def read(self) -> str:
        if not self.interrupted:
            self.interrupted = True
            raise KeyboardInterrupt
        return super().read()

    def waiting(self, _: float = 0) -> bool:
        return bool(self.entries)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [(["half"], "half"), (["ha", "lf"], "half"), (["half\x7f"], "hal"), (["half\nnot this line"], "half")],
)
def test_what_was_typed_before_ctrl_c_is_kept(typed: list[str], kept: str) -> None:
    heard: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        LineReader(Interrupted(*typed), lambda _: None).line(heard.append)
    assert heard == [kept]


def test_nothing_is_told_where_nothing_was_typed() -> None:
    heard: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        LineReader(Interrupted(), lambda _: None).line(heard.append)
    assert heard == []


@pytest.mark.skipif(os.name == "nt", reason="select() there knows sockets alone")
def test_what_is_there_already_is_let_go_of_as_far_as_it_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading) as stream, os.fdopen(writing, "wb", buffering=0) as typed:
        monkeypatch.setattr(sys, "stdin", stream)
        keys = PosixKeys()
        assert not let_go_of_early(keys)
        typed.write(b"1\nand the end of a long paste" + b"." * 9_000)
        assert let_go_of_early(keys)
        assert not let_go_of_early(keys)
        typed.write(b"2\n")
        assert LineReader(keys, lambda _: None).line(lambda _: None).text == "2"


def test_a_terminal_that_has_gone_is_no_endless_paste() -> None:
    gone = FakeKeys()
    gone.at_once = True
    assert not let_go_of_early(gone)
