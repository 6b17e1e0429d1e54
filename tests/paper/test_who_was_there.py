"""The recording sheet has what those who took part need: somebody alone, two people, a group."""

from dataclasses import replace
from datetime import date

import pytest
from sheets import GUIDANCE, from_markdown

from circle_cli.paper.document import Document, Heading, Table
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.session.record import Feedback, Observation, Session, Takeaway
from circle_cli.vocabulary import Mode, Status

ALONE = Session(
    id="2026-11-24-aaaa",
    title="The key on the hook",
    date=date(2026, 11, 23),
    mode=Mode.INDIVIDUAL,
    status=Status.RECORDED,
    roles={"presenter": ("Sam",)},
    answers={"what-worked": "She showed me the hook."},
)
TWO = replace(ALONE, roles={"presenter": ("Sam",), "questioner": ("Jo",)})
GROUP_ONLY = {"encouragers-saw", "facilitator-saw"}
CLOSING = {"who", "peers-said", "takeaways", "feedback"}


def parts_of(sheet: Document) -> set[str]:
    return {block.id for block in sheet.blocks if isinstance(block, Heading)}


def rows_of(sheet: Document, caption: str) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in sheet.blocks if isinstance(block, Table) and block.caption == caption)


def test_somebody_on_their_own_has_no_tables_of_a_group_and_their_name_beside_the_day() -> None:
    sheet = recording_sheet(GUIDANCE, ALONE)
    assert not parts_of(sheet) & (GROUP_ONLY | CLOSING)
    assert ("Whose practice", "Sam") in rows_of(sheet, "About this session")
    assert from_markdown(draw_markdown(sheet)) == ALONE


def test_two_people_have_what_fits_two() -> None:
    sheet = recording_sheet(GUIDANCE, TWO)
    assert parts_of(sheet) >= CLOSING
    assert not parts_of(sheet) & GROUP_ONLY
    assert rows_of(sheet, "Who was there") == (("Presenting practitioner", "Sam"), ("Curious questioner", "Jo"))


def test_a_portfolio_has_room_on_the_sheet_of_one_person_or_two() -> None:
    assert all(parts_of(recording_sheet(GUIDANCE, each)) >= {"frameworks", "outcomes"} for each in (ALONE, TWO))


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.INDIVIDUAL])
def test_the_blank_sheet_and_any_group_has_them_all(mode: Mode) -> None:
    for session in (None, replace(ALONE, mode=mode)):
        assert parts_of(recording_sheet(GUIDANCE, session)) >= GROUP_ONLY | CLOSING


@pytest.mark.parametrize(
    "had",
    [
        {"observations": (Observation(by="Bea", to="Jo", text="You listened."),)},
        {"observations": (Observation(by="facilitator", to="Sam", text="Calm."),)},
        {"takeaways": (Takeaway(by="Sam", text="To wait."),)},
        {"feedback": Feedback(positive="Time.")},
        {"roles": {"recorder": ("Sam",)}},
        {"roles": {"presenter": ("Sam", "Jo")}},
        {"facilitator": "Lee"},
    ],
    ids=str,
)
def test_whatever_a_session_of_one_person_holds_has_its_place_all_the_same(had: dict[str, object]) -> None:
    session = replace(ALONE, **had)  # type: ignore[arg-type]  # fields of the record
    assert from_markdown(draw_markdown(recording_sheet(GUIDANCE, session))) == session


def test_what_a_peer_said_stands_in_the_box_for_it_and_what_an_encourager_saw_in_theirs() -> None:
    told = (Observation(by="Ade", to="Sam", text="You waited."), Observation(by="Jo", to="Sam", text="You laughed."))
    roles = {"presenter": ("Sam",), "questioner": ("Jo",), "encourager": ("Ade",)}
    session = replace(ALONE, mode=Mode.GROUP, roles=roles, observations=told)
    sheet = recording_sheet(GUIDANCE, session)
    assert rows_of(sheet, "Feedback from peers, for the presenter to keep")[0] == ("Jo", "You laughed.")
    assert rows_of(sheet, "Good things the encouragers saw")[0] == ("Ade", "Sam", "You waited.")
    assert from_markdown(draw_markdown(sheet)) == session


def test_feedback_without_a_name_is_from_the_one_other_person() -> None:
    header = "| From | What they said to the presenter |\n| --- | --- |\n"
    text = draw_markdown(recording_sheet(GUIDANCE, TWO)).replace(f"{header}|   |   |", f"{header}|   | You waited. |")
    assert from_markdown(text).observations == (Observation(by="Jo", to="Sam", text="You waited."),)
