"""Two people decide on one proposal at once: one decision counts, and the other person is told."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from decided import decided, proposed_again, public, start_of
from making import admitted, git
from running import Run

from circle_cli.commands.door.approve import Done
from circle_cli.commands.door.overtaken import Overtaken
from circle_cli.commands.door.withdraw import withdraw
from circle_cli.commands.edge import Asked
from circle_cli.errors import CircleError
from circle_cli.log import deciding
from circle_cli.share.proposal import State, read_proposal

Decide = Callable[..., Done]
DID = {State.APPROVED: "approved it", State.RETURNED: "returned it", State.DECLINED: "declined it"}
PAIRS = [(first, second) for first in DID for second in DID]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_the_second_to_decide_is_told_what_the_first_decided_who_and_when(
    place: Path, first: State, second: State
) -> None:
    start = start_of(place)
    decided(place, start, "bea", first, "Thank you both.")
    with pytest.raises(Overtaken) as told:
        decided(place, start, "carol", second)
    assert f"bea@example.org {DID[first]}" in str(told.value)
    assert "26 November 2026" in str(told.value)
    assert "“Thank you both.”" in str(told.value)
    proposal = read_proposal(place)
    assert (proposal.state, len(proposal.readings)) == (first, 1)
    assert public(place).exists() is (first is State.APPROVED)


@pytest.mark.parametrize(("first", "second"), PAIRS[:3])
def test_of_two_who_decide_at_once_one_does(place: Path, first: State, second: State) -> None:
    start, both, done, told = start_of(place), threading.Barrier(2), [], []

    def somebody(by: str, decision: State) -> None:
        both.wait()
        try:
            decided(place, start, by, decision)
            done.append(decision)
        except Overtaken as error:
            told.append(str(error))

    people = [threading.Thread(target=somebody, args=each) for each in (("bea", first), ("carol", second))]
    for each in people:
        each.start()
    for each in people:
        each.join()
    assert (len(done), len(told)) == (1, 1)
    assert DID[done[0]] in told[0]
    assert read_proposal(place).state is done[0]
    assert public(place).exists() is (done[0] is State.APPROVED)


@pytest.fixture
def slow_hook(log: Path, tmp_path: Path) -> Callable[[Callable[[], object]], None]:
    """Has a decision wait inside git, while something else is tried."""
    there, go = tmp_path / "there", tmp_path / "go"
    hook = log / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)

    def during(decision: Callable[[], object], other: Callable[[], object]) -> None:
        hook.write_text(f"#!/bin/sh\ntouch '{there}'\nwhile [ ! -e '{go}' ]; do sleep 0.02; done\n")
        hook.chmod(0o755)
        person = threading.Thread(target=decision)
        person.start()
        while not there.exists() and person.is_alive():
            person.join(0.02)
        try:
            other()
        finally:
            go.touch()
            person.join()

    return during


@pytest.mark.parametrize("what", ["decide", "share", "withdraw"])
def test_while_a_decision_is_being_committed_nobody_else_decides_and_nobody_waits_for_long(
    circle: Run, log: Path, place: Path, slow_hook: Callable[..., None], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(deciding, "_PATIENCE", 0.0)
    start = start_of(place)
    admitted(log)

    def other() -> None:
        with pytest.raises(CircleError, match="is being saved in this log just now"):
            if what == "decide":
                decided(place, start, "carol", State.DECLINED)
            elif what == "share":
                proposed_again(log)
            else:
                withdraw(Asked(log=str(log)), place.stem, yes=True, require_commit=False)

    slow_hook(lambda: decided(place, start, "bea", State.APPROVED), other)
    assert read_proposal(place).state is State.APPROVED
    assert git(log, "status", "--porcelain") == ""
    with pytest.raises(Overtaken, match=r"bea@example\.org approved it"):
        decided(place, start, "carol", State.DECLINED)


HOLDING = """
import sys
from pathlib import Path
from circle_cli.log.deciding import deciding
with deciding(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_program_that_decides_is_told_of_and_its_end_is_enough(log: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(log)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CircleError, match="is being saved"), deciding.deciding(log, patience=0.0):
            pass
        other.kill()
    with deciding.deciding(log, patience=0.0):
        assert git(log, "status", "--porcelain", ".circle") == ""
