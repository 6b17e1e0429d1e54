"""Which two sessions would make good evidence: they differ, one was with others, and the reasons are said."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from making import a_session

from circle_cli.evidence.pieces import peers_in, two_pieces
from circle_cli.session.record import LearningPoint, Observation, Session
from circle_cli.vocabulary import Mode, Status

DAY = date(2026, 5, 5)


def one(end: str, **different: Any) -> Session:
    plain = a_session(id=f"2026-05-05-{end}", title=end, date=DAY, mode=Mode.INDIVIDUAL, status=Status.RECORDED)
    return replace(
        plain, **{"learning_points": (), "observations": (), "roles": {}, "themes": (), "cast": None} | different
    )


POINT = (LearningPoint(id=1, text="Let them choose."),)


def chosen(*sessions: Session, used: tuple[str, ...] = ()) -> list[str]:
    return [each.session.title for each in two_pieces(sessions, used)]


@pytest.mark.parametrize(
    ("different", "peer"),
    [
        ({}, ""),
        ({"roles": {"presenter": ("Jo",)}}, ""),
        ({"roles": {"presenter": ("Jo",), "questioner": ("Sam",)}}, "somebody else asked the questions"),
        ({"mode": Mode.GROUP}, "others took part"),
        ({"mode": Mode.GROUP, "roles": {"encourager": ("Sam",)}}, "encouragers told what they noticed"),
        ({"observations": (Observation(by="Sam", to="Jo", text="Calm."),)}, "somebody else took part"),
    ],
)
def test_a_peer_is_whoever_was_there(different: dict[str, Any], peer: str) -> None:
    assert peers_in(one("aaaa", **different)) == peer


def test_the_one_with_a_peer_comes_first_and_the_other_differs_from_it() -> None:
    group = one("aaaa", mode=Mode.GROUP, themes=("trust",))
    alike = one("bbbb", mode=Mode.GROUP, themes=("trust",), learning_points=POINT)
    apart = one("cccc", themes=("hope",))
    found = two_pieces((group, alike, apart))
    assert "cccc" in [each.session.title for each in found]
    assert "with a peer" in found[0].why[0]
    assert found[1].why[-1].startswith("it differs from the first in kind and themes")


def test_one_that_says_what_was_learnt_goes_before_one_that_does_not_and_one_used_before_comes_last() -> None:
    bare, full, other = one("aaaa"), one("bbbb", learning_points=POINT), one("cccc", learning_points=POINT)
    assert sorted(chosen(bare, full, other)) == ["bbbb", "cccc"]
    assert sorted(chosen(bare, full, other, used=(full.id,))) == ["aaaa", "cccc"]


def test_of_one_or_none_no_more_is_said() -> None:
    assert (chosen(), chosen(one("aaaa"))) == ([], ["aaaa"])


def test_what_is_planned_is_no_evidence() -> None:
    assert chosen(one("aaaa", status=Status.PLANNED)) == []
