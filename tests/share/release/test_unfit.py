"""A report that the check finds something in is left out of the site and named; all else is built."""

from dataclasses import replace
from pathlib import Path

import pytest
from making import POINT, approve, put_point, put_report, report
from signed import approve_report

from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.points.folder import read_published
from circle_cli.points.record import Trial
from circle_cli.session.record import CastEntry
from circle_cli.share.release.gate import inspect
from circle_cli.share.release.terms import make_terms
from circle_cli.share.release.unfit import Known, leave_out, unfit, warnings_in
from circle_cli.vocabulary import Outcome

CAST = (CastEntry(name="Robin Vale", also=("Rob",)), CastEntry(name="Larkfield"))


@pytest.fixture
def known(lists: Lists) -> Known:
    """What a log knows in which there is one session."""
    return Known(lists=lists, everybody=CAST, terms=make_terms(CAST, ("2026-11-23-k3f9",), lists))


FIT = (None, "By telephone.", "With older adults; it took longer.", "There was no time to walk.")
UNFIT = (
    "With Robin Vale.",
    "we asked rob first",
    "in larkfield",
    "At 14 Mafeking Terrace.",
    "Ring 01632 960123.",
    "It was Zyxwv who asked.",
    "On 3 March.",
    "as in 2026-11-23-k3f9",
)


@pytest.mark.parametrize("differed", FIT)
def test_plain_words_may_be_shown(known: Known, differed: str | None) -> None:
    assert unfit(differed, known) == ""


@pytest.mark.parametrize("differed", UNFIT)
def test_what_may_tell_who_where_or_when_may_not_and_no_word_of_it_is_said(known: Known, differed: str) -> None:
    why = unfit(differed, known)
    assert why
    assert not [word for word in differed.split() if len(word) > 4 and word.strip(".") in why]


def test_what_only_warns_is_said_to_whoever_reads_it(known: Known) -> None:
    assert any("quotes" in each for each in warnings_in("They said “we never had such a walk”.", known))
    assert warnings_in("By telephone.", known) == ()


@pytest.mark.parametrize("differed", UNFIT)
def test_no_report_keeps_the_rest_from_being_shown(tmp_path: Path, known: Known, differed: str) -> None:
    within = Trial(outcome=Outcome.WORKED, year=2026, differed=differed)
    path = put_point(tmp_path, approve(replace(POINT, tried=(*POINT.tried, within))))
    put_report(tmp_path, approve_report(report(differed=differed)))
    put_report(tmp_path, approve_report(report(id="bcde2345", differed="By telephone.")))
    held = leave_out(read_published(path.parent), known)
    assert [trial.differed for trial in held.points[0].tried] == ["There was no time to walk.", "By telephone."]
    assert {Path(each.place.path).name for each in held.left_out} == {"k3f9abcd.md", "abcd2345.md"}
    assert inspect(held, load_lists(None)) == {"k3f9abcd"}
