"""A log that holds something of all that commands read, and an end to whatever waits."""

import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from making import POINT, publish, put_session

from circle_cli.share.proposal import Proposal, State, path_of, render_proposal

FRONT = """\
cast:
  - {name: "Amira Hassan", say: "the young person"}
learning_points:
  - {id: 1, text: "Let people choose.", scope: general, share: "no"}
action_points:
  - {id: 1, what: "Ring", who: "Sam", by: 2026-12-01}
event: {id: 2026-11-23-ev2n, group: 1, groups: 1}
roles: {presenter: [Sam]}
"""


@pytest.fixture
def plain_log(tmp_path: Path) -> Path:
    """A log without git, of what every command needs."""
    log = tmp_path / "log"
    log.mkdir(mode=0o700)
    (log / "circle.yml").touch()
    put_session(log, "2026-11-23-k3f9", "Kept", FRONT, what_worked="A heron.")
    publish(log)
    (log / "proposals").mkdir()
    waiting = replace(POINT, id="m3f9abcd")
    proposal = Proposal(point=waiting, state=State.PROPOSED, author="sam@example.org", proposed=date(2026, 11, 24))
    path_of(log, waiting.id).write_text(render_proposal(proposal))
    (log / "in.yml").write_text('title: Tea\nanswers: {what-worked: "It was."}\n')
    (log / "text.txt").write_text("Words.\n")
    return log


@pytest.fixture
def never_waits() -> Iterator[None]:
    """A pipe that is waited for would end no test."""

    def waited(*_: object) -> NoReturn:
        raise KeyboardInterrupt("it waited")  # which nothing on its way takes for something else

    before = signal.signal(signal.SIGALRM, waited)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)
