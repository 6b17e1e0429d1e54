"""At the door no key decides by itself: Enter alone approves nothing, takes nothing back and shares nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from keys import ENTER
from making import git
from proposing import become, propose
from terminals import Terminal

from circle_cli.share.proposal import State, read_proposal

Run = Callable[..., Any]


@pytest.mark.parametrize("plain", [(), ("--plain",)], ids=["rich", "plain"])
def test_enter_alone_however_often_approves_nothing(
    circle: Run, log: Path, walk: Path, terminal: Callable[..., Terminal], plain: tuple[str, ...]
) -> None:
    place = Path(propose(circle, log).stdout.strip())
    become(log, "bea")
    at = terminal("review", *plain).until("This is what everyone would read", "Enter alone chooses nothing.")
    for _ in range(9):
        at.keys(ENTER).until("Nothing is approved yet. Please read it first")
    at.type(ENTER * 9).keys("\x03")  # held down
    at.until("Nothing new was written")
    assert at.end() == 130
    assert read_proposal(place).state is State.PROPOSED
    assert not (log / "guidance" / "learning-points").exists()


def test_where_nobody_has_said_that_it_holds_elsewhere_it_is_not_shared(circle: Run, log: Path, walk: Path) -> None:
    text = walk.read_text(encoding="utf-8")
    walk.write_text(text.replace(" scope: general,", ""), encoding="utf-8")
    assert "where to meet. (nobody has said yet where it holds, matters" in circle("show", "abcd", cwd=log).stdout
    for number in ("1", ""):
        done = circle("share", "abcd", *filter(None, [number]), "--from", "-", cwd=log, stdin="{}")
        assert done.returncode == 2
        assert "kept back: nobody has said yet where it holds; `circle resume` asks" in done.stderr
    assert circle("check", cwd=log).returncode == 0
    assert git(log, "status", "--porcelain").split() == ["M", walk.relative_to(log).as_posix()]
