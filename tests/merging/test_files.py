"""Two versions of everything else that a log holds: the careful one wins, and what cannot be one stays two."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from making import POINT

from circle_cli.merging.files import Merged, merge_files, name_beside
from circle_cli.merging.trees import Entry, Together, merge_trees
from circle_cli.points.file import render_point, render_withdrawn
from circle_cli.points.notices import parse_notice, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.share.proposal import INTRUDER, Proposal, Reading, State, parse_proposal, render_proposal
from circle_cli.signing.readers import Admitted, Reader, parse_readers, render_readers

PROPOSAL = Proposal(point=POINT, state=State.PROPOSED, author="sam@example.org", proposed=date(2026, 11, 24))
WHERE = f"proposals/{POINT.id}.md"
POINT_AT = f"guidance/learning-points/{POINT.id}.md"


def merge(path: str, base: str | None, ours: str, theirs: str) -> Merged:
    sides = (ours.encode(), theirs.encode())
    came_of = None if base is None else base.encode()
    found = merge_files(path, came_of, *sides)
    assert found == merge_files(path, came_of, *reversed(sides))
    return found


def read_by(who: str, decision: State, comment: str | None = None, **different: object) -> Proposal:
    answers = tuple((key, "no") for key in INTRUDER)
    reading = Reading(by=who, on=date(2026, 11, 25), decision=decision, answers=answers, comment=comment)
    return replace(PROPOSAL, state=decision, readings=(reading,), **different)  # type: ignore[arg-type]


def proposal_of(found: Merged) -> Proposal:
    return parse_proposal(found.content.decode(), WHERE, POINT.id)


def test_returned_beats_approved_and_both_readings_are_kept() -> None:
    returned, approved = read_by("ade@x", State.RETURNED, "Who is meant?"), read_by("bea@x", State.APPROVED)
    found = proposal_of(merge(WHERE, *map(render_proposal, (PROPOSAL, returned, approved))))
    assert (found.state, [each.by for each in found.readings]) == (State.RETURNED, ["bea@x", "ade@x"])
    assert found.readings[-1].comment == "Who is meant?"  # which its author is shown


@pytest.mark.parametrize("day", [date(2015, 1, 2), date(2099, 2, 3)])
def test_the_last_reading_is_the_one_that_counts_whatever_day_is_on_it(day: date) -> None:
    (first,) = read_by("ama@x", State.RETURNED).readings
    before = replace(PROPOSAL, readings=(replace(first, on=date(2099, 12, 31)),))
    versions = [
        replace(before, state=decision, readings=(*before.readings, replace(reading, on=on)))
        for decision, on in ((State.RETURNED, day), (State.APPROVED, date(2026, 11, 26)))
        for reading in read_by("bea@x", decision).readings
    ]
    found = proposal_of(merge(WHERE, *map(render_proposal, (before, *versions))))
    assert (found.state, [each.decision for each in found.readings][-1]) == (State.RETURNED, State.RETURNED)
    assert found.readings[0] == before.readings[0]


@pytest.mark.parametrize("day", [date(2015, 1, 2), date(2026, 11, 26), date(2099, 2, 3)])
def test_a_newer_wording_is_not_approved_by_an_approval_of_the_older_one_whatever_day_is_on_it(day: date) -> None:
    newer = replace(PROPOSAL, point=replace(POINT, title="Another title"), proposed=day)
    found = merge(WHERE, *map(render_proposal, (PROPOSAL, newer, read_by("bea@x", State.APPROVED))))
    assert (proposal_of(found).state, proposal_of(found).point.title) == (State.PROPOSED, "Another title")
    assert found.beside
    assert POINT.title in found.beside.decode()


def test_the_higher_revision_of_a_point_wins_and_withdrawn_beats_everything() -> None:
    first, second = render_point(POINT), render_point(replace(POINT, revision=2, title="Newer"))
    gone = render_withdrawn(Withdrawn(id=POINT.id, year=2026))
    assert merge(POINT_AT, None, first, second).content.decode() == second
    assert merge(POINT_AT, first, gone, second).content.decode() == gone


@pytest.mark.parametrize("path", [POINT_AT, f"guidance/reports/{POINT.id}.md", "guidance/running.md", "photo.png"])
def test_what_cannot_be_one_is_kept_as_two_under_a_name_of_its_own(path: str) -> None:
    texts = [render_point(replace(POINT, title=title)) for title in ("One", "Two")]
    found = merge(path, None, *texts)
    assert {found.content, found.beside} == {text.encode() for text in texts}
    assert name_beside(path, found.beside or b"").startswith(path.rpartition(".")[0] + " (also ")


def test_a_page_that_was_changed_in_two_places_holds_both() -> None:
    base = "One.\n\nTwo.\n\nThree.\n"
    found = merge("guidance/running.md", base, base.replace("One", "First"), base.replace("Three", "Third"))
    assert found == Merged(content=b"First.\n\nTwo.\n\nThird.\n")


@pytest.mark.parametrize("path", [".gitignore", "identifier-check/names.txt"])
def test_a_list_has_what_either_added_below_the_heading_where_it_was_added(path: str) -> None:
    base = "[always]\nAda\nEve\n[warn]\nBea\n"
    found = merge(path, base, base.replace("Ada\n", "Ada\nCy\n"), base.replace("Eve\n", "Dee\n"))
    assert found.content.decode() == "[always]\nAda\nCy\nDee\n[warn]\nBea\n"


def test_names_that_were_erased_are_never_forgotten() -> None:
    assert merge("erased-names", "a\nb\n", "a\n", "b\nc\n").content == b"a\nb\nc\n"


def test_a_reader_who_ended_in_one_version_has_ended() -> None:
    line = 'reader-{} namespaces="circle-approval",valid-after="20260101"{} ssh-ed25519 {}\n'
    keys = [f"AAAAC3NzaC1lZDI1NTE5AAAAI{letter * 43}" for letter in "AB"]
    base = line.format("aaaa", "", keys[0])
    ended = line.format("aaaa", ',valid-before="20260301"', keys[0])
    found = merge("readers", base, ended, base + line.format("bbbb", "", keys[1])).content.decode()
    assert [each for each in found.splitlines(keepends=True) if each[0] != "#"] == [
        ended,
        line.format("bbbb", "", keys[1]),
    ]


def test_what_either_says_of_a_base_s_readers_is_said_afterwards() -> None:
    keys = [f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{letter * 43}" for letter in "ABCD"]
    said = [
        Admitted(
            readers=(Reader(name=f"reader-{who * 4}", key=key, since=date(2026, 1, 1)),),
            asking=((f"reader-{who * 3}q", asks),),
            teams=((f"reader-{who * 4}", f"team-{who * 4}"),),
            comments=(f"# {who}",),
        )
        for who, key, asks in zip("ab", keys[:2], keys[2:], strict=True)
    ]
    found = parse_readers(merge("readers", "", *map(render_readers, said)).content.decode(), Path("readers"))
    for each in fields(Admitted):
        for one in said:
            assert set(getattr(one, each.name)) <= set(getattr(found, each.name)), each.name
    assert found.at_home.readers == ()


def together(base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]) -> Together:
    versions = [{path: Entry(mode="100644", id=text) for path, text in each.items()} for each in (base, ours, theirs)]
    found = merge_trees(*versions, content=str.encode)
    assert found == merge_trees(versions[0], versions[2], versions[1], content=str.encode)
    return found


def contents(found: Together) -> dict[str, str]:
    return {path: each.id if each.new is None else each.new.decode() for path, each in found.files.items()}


def test_a_session_that_was_renamed_here_and_changed_there_is_one_session() -> None:
    old, new = (f"sessions/2026/2026-11-23-k3f9-{name}.md" for name in ("old", "new"))
    assert contents(together({old: "a"}, {new: "a"}, {old: "b"})) == {new: "b"}


def test_what_one_took_out_is_gone_unless_the_other_changed_it() -> None:
    path = "sessions/2026/2026-11-23-k3f9.md"
    assert contents(together({path: "a"}, {}, {path: "a"})) == {}
    assert together({path: "a"}, {}, {path: "b"}).both == (path,)


def test_a_notice_wins_over_a_revision_that_comes_with_it() -> None:
    notice = f"guidance/withdrawn/{POINT.id}.md"
    said = render_notice(Withdrawn(id=POINT.id, year=2026))
    assert parse_notice(said, notice, POINT.id)
    words = render_point(POINT)
    assert "two" not in contents(together({POINT_AT: "x"}, {notice: said}, {POINT_AT: words}))[POINT_AT]
    assert POINT.title not in contents(together({POINT_AT: "x"}, {notice: said}, {POINT_AT: words}))[POINT_AT]
