"""Drafts as they were written before answers were declared: what was said in them becomes what it became then.

Beside each draft stands what the version that wrote it made of it. `group` has keys of the very first drafts as well.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.ids import SECTIONS
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import EVENT_IDS
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.compose_follow_up import compose_follow_up, decompose_follow_up
from circle_cli.interview.composing.compose_plan import compose_event, compose_plan, decompose_plan
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.draft.lines import DraftState, read_draft
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.following import FollowUp
from circle_cli.interview.script.script import Interview
from circle_cli.session.file import parse_session, render_session
from circle_cli.session.record import Session
from circle_cli.share.proposal import Proposal, State, render_proposal
from circle_cli.share.proposing.answers import POINT_ID
from circle_cli.share.proposing.script import Sharing, proposed_point
from circle_cli.share.reviewing import reading_of
from circle_cli.vocabulary import Mode, Status

DRAFTS = Path(__file__).parent / "earlier_drafts"
GUIDANCE = load_guidance(None)
DAY = date(2026, 11, 23)


def draft(name: str) -> DraftState:
    return read_draft(DRAFTS / f"{name}.jsonl")


def made_then(name: str) -> str:
    return (DRAFTS / f"{name}.md").read_text(encoding="utf-8")


def session_then(name: str) -> Session:
    return parse_session(made_then(name), name)


def written(session: Session) -> str:
    """Write a session without the words of the guidance, which may change."""
    text = render_session(session, {name: name for name in SECTIONS})
    for question in GUIDANCE.questions:
        text = text.replace(question.scaling or "\0", f"({question.id})")
    return text


def interview(mode: Mode, day: date = DAY) -> Interview:
    return Interview(guidance=GUIDANCE, day=day, today=day, quick=False, mode=mode)


def merged(state: DraftState, theirs: Answers) -> Answers:
    return merge(state.known, state.head.start, theirs)


def test_an_interview_one_to_one() -> None:
    state = draft("one-to-one")
    base = new_session(state.head.id, DAY, Mode.INDIVIDUAL)
    assert written(compose(interview(Mode.INDIVIDUAL), state.known, base)) == made_then("one-to-one")


def test_a_preparation_that_began_with_three_short_questions() -> None:
    state = draft("prepared")
    preparation = Preparation(guidance=GUIDANCE, today=DAY)
    base = new_session(state.head.id, DAY, Mode.GROUP)
    assert written(compose_plan(preparation, state.known, base)) == made_then("prepared")


def test_a_session_prepared_once_more() -> None:
    base = session_then("prepared")
    settled = decompose_plan(base)
    preparation = Preparation(guidance=GUIDANCE, today=DAY, mode=Mode.GROUP, settled=settled)
    after = compose_plan(preparation, {**settled, **draft("prepared-again").known}, base)
    assert written(after) == made_then("prepared-again")


def test_a_session_with_others_begun_from_its_plan() -> None:
    base, day = session_then("prepared-again"), date(2026, 12, 11)
    after = compose(interview(Mode.GROUP, day), merged(draft("group"), decompose_plan(base)), base)
    assert written(replace(after, status=Status.RECORDED, date=day)) == made_then("group")


def test_a_training_event_with_groups_of_ones_own() -> None:
    state = draft("training")
    preparation = Preparation(guidance=GUIDANCE, today=DAY, mode=Mode.TRAINING)
    event, *ids = EVENT_IDS.value(state.known)
    sessions = compose_event(preparation, state.known, new_session(event, DAY, Mode.TRAINING), event, ids)
    assert "\n".join(written(each) for each in sessions) == made_then("training")


def test_a_follow_up_of_a_session_that_a_hand_had_changed() -> None:
    base = session_then("one-to-one-by-hand")
    follow_up = FollowUp(guidance=GUIDANCE, session=base, today=DAY)
    answers = merged(draft("followed-up"), decompose_follow_up(base))
    assert written(compose_follow_up(follow_up, answers, base)) == made_then("followed-up")


def find(text: str) -> tuple[Finding, ...]:
    """Find three words, and warn of a fourth."""
    kinds = {"Elm": Identifier.PLACE, "Bowlby": Identifier.NAME, "Tuesday": Identifier.DATE, "one": Identifier.WORD}
    return tuple(
        Finding(kind=kind, start=at, end=at + len(words), line=1, reason="", suggestion="", only_warns=words == "one")
        for words, kind in kinds.items()
        if (at := text.find(words)) >= 0
    )


@pytest.fixture
def proposal() -> Proposal:
    session, today = session_then("one-to-one"), date(2027, 3, 1)
    sharing = Sharing(guidance=GUIDANCE, session=session, learnt=session.learning_points[0], today=today, check=find)
    answers = draft("shared").known
    point, explained = proposed_point(sharing, answers, POINT_ID.text(answers))
    author = "Sam <sam@example.org>"
    return Proposal(point=point, state=State.PROPOSED, author=author, proposed=today, explained=explained)


def test_a_proposal(proposal: Proposal) -> None:
    assert render_proposal(proposal) == made_then("shared")


def test_a_reading_by_somebody_who_became_unsure(proposal: Proposal) -> None:
    reading = reading_of(draft("reviewed").known, "Jo <jo@example.org>", date(2027, 3, 2))
    assert render_proposal(replace(proposal, state=reading.decision, readings=(reading,))) == made_then("reviewed")
