"""At a terminal: what would leave is offered to be seen the first time, and nothing goes without a typed yes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import git, publish
from terminals import Terminal

Open = Callable[..., Terminal]


@pytest.fixture
def published(team: Path) -> Path:
    path = publish(team, tried=())
    git(team, "add", ".")
    git(team, "commit", "-qm", "More")
    return path


def branches(base: Path) -> list[str]:
    return git(base, "for-each-ref", "--format=%(refname:short)", "refs/heads/in/").split()


def test_it_is_shown_the_first_time_and_sent_after_a_yes_in_letters(
    terminal: Open, team: Path, base: Path, published: Path
) -> None:
    at = terminal("publish", "--plain", cwd=str(team))
    at.until("your team's pseudonym", "exactly what would leave?", "2. Yes", "Type a number").type("2\n")
    at.until("Ask where a first meeting should be.", "To send it, type yes", "Enter").type("y\n")
    at.until("Type yes, in letters")
    assert branches(base) == []
    assert at.type("yes\n").until("Sent: 1 thing").end() == 0
    assert len(branches(base)) == 1


def test_enter_alone_sends_nothing_and_a_withdrawal_is_offered_to_go_at_once(
    terminal: Open, team: Path, base: Path, published: Path
) -> None:
    at = terminal("publish", "--plain", cwd=str(team)).until("what would leave?", "Type a number").type("1\n")
    assert at.until("To send it, type yes", "Enter").type("\n").until("Nothing was sent.").end() == 0
    assert branches(base) == []
    at = terminal("publish", "--plain", cwd=str(team)).until("To send it, type yes", "Enter").type("yes\n")
    assert at.until("Sent: 1 thing").end() == 0
    at = terminal("withdraw", "k3f9", "--plain", cwd=str(team)).until("Take it back?", "Type a number").type("2\n")
    at.until("withdrawn in the base, too, now?", "Type a number").type("2\n")
    assert at.until("that it was withdrawn", "Sent: 1 thing").end() == 0
    assert len(branches(base)) == 2
