"""Ctrl-C in a plain line: what was typed before it is kept, looked at already or not."""

import pytest
from keys import FakeKeys

from circle_cli.interview.terminal.keyboard import LineReader


class Interrupted(FakeKeys):
    """Ctrl-C is heard at the first reading, and what was typed before it can be read afterwards."""

    interrupted = False

    def read(self) -> str:
        if not self.interrupted:
            self.interrupted = True
            raise KeyboardInterrupt
        return super().read()

    def waiting(self) -> bool:
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
