"""From answers to a session and back; and two versions of one session brought together."""

from dataclasses import replace
from typing import Any

import pytest
from composed import DAY, an_interview, composed
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples, with_words
from making import SESSION_ID, a_session

from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.interview.answers.after import AFTER
from circle_cli.interview.answers.known import KNOWN
from circle_cli.interview.answers.people import ALONE, COMPANY
from circle_cli.interview.composing.compose_plan import SETTLED
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.during import PARTS
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.composing.part import all_answers
from circle_cli.interview.composing.together import PARTS_TOGETHER
from circle_cli.session.record import (
    ActionPoint,
    CastEntry,
    FeedbackFrom,
    FrameworkLink,
    LearningPoint,
    Observation,
    Plan,
    Safeguarding,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Mode, Role, Scope, Setting, Share, Status, View

few = settings(max_examples=examples(40))  # a session is a large example
words = st.text(min_size=1).map(str.strip).map(with_words)
texts = st.text().map(lambda text: text.strip("\n"))
days = st.none() | st.dates()
maybe = st.none() | words


def several(made: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(made, max_size=3).map(tuple)


def numbered(make: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return several(make).map(
        lambda found: tuple(replace(each, id=number * 2) for number, each in enumerate(found, start=1))
    )


sessions = st.builds(
    Session,
    id=st.just(SESSION_ID),
    title=words,
    date=st.just(DAY),
    mode=st.sampled_from(Mode),
    status=st.sampled_from(Status),
    setting=st.none() | st.sampled_from(Setting),
    themes=several(words),
    cast=st.none() | several(st.builds(CastEntry, name=words, also=st.lists(words, max_size=2).map(tuple), say=maybe)),
    roles=st.dictionaries(st.sampled_from(Role), st.lists(words, max_size=2).map(tuple), max_size=3),
    scaling=several(
        st.builds(
            Score,
            question=st.sampled_from(QUESTIONS),
            asked=words,
            by=words,
            score=st.integers(1, 10),
            view=st.none() | st.sampled_from(View),
        )
    ),
    learning_points=numbered(
        st.builds(
            LearningPoint,
            id=st.just(1),
            text=words,
            scope=st.sampled_from(Scope),
            matters=st.none() | st.integers(1, 10),
            share=st.sampled_from(Share),
        )
    ),
    action_points=numbered(
        st.builds(ActionPoint, id=st.just(1), what=words, who=maybe, by=days, tracked_by=maybe, done=days)
    ),
    safeguarding=st.none() | st.builds(Safeguarding, raised=st.booleans(), on=days),
    frameworks=several(st.builds(FrameworkLink, framework=words, statement=words, how=maybe)),
    learning_outcomes=several(words),
    facilitator=maybe,
    plan=st.none() | st.builds(Plan, minutes=st.integers(5, 600)),
    observations=several(st.builds(Observation, by=words, to=words, text=words)),
    views=st.none() | st.just(Views(heard=("managers",), imagined=("the law",))),
    takeaways=several(st.builds(Takeaway, by=words, text=words)),
    feedback_from=several(st.builds(FeedbackFrom, by=words, positive=words, will_use=maybe)),
    answers=st.dictionaries(st.sampled_from(SECTIONS), texts, max_size=4),
)


@few
@given(sessions)
def test_a_session_taken_apart_and_put_together_is_the_same(session: Session) -> None:
    assert composed(decompose(session), session) == session


@few
@given(sessions)
def test_an_answer_given_anew_changes_nothing_else(session: Session) -> None:
    changed = composed({**decompose(session), "theory": "Attachment"}, session)
    assert changed == replace(session, answers={**session.answers, "theory": "Attachment"})


@few
@given(sessions)
def test_what_a_session_holds_is_not_asked_again_and_what_it_lacks_is(session: Session) -> None:
    answers = decompose(session)
    open_now = {prompt.key for prompt in an_interview().draw_up(answers) if prompt.key not in answers}
    assert open_now.isdisjoint(session.answers)
    assert {name for name in QUESTIONS if name not in session.answers} <= open_now


def test_whoever_said_that_they_are_on_their_own_is_not_asked_again() -> None:
    alone = a_session(mode=Mode.INDIVIDUAL, answers={"situation": "A first visit."})
    assert (COMPANY.text(decompose(alone)), composed(decompose(alone), alone)) == (ALONE, alone)


@few
@given(sessions, sessions)
def test_a_file_that_nobody_changed_meanwhile_takes_what_was_answered(before: Session, after: Session) -> None:
    start, ours = decompose(before), decompose(after)
    merged = merge({**start, **ours}, start, start)
    assert {key: text for key, text in merged.items() if text} == {
        key: text for key, text in {**start, **ours}.items() if text
    }


@few
@given(sessions, sessions)
def test_a_file_changed_meanwhile_is_as_it_is_where_nothing_was_answered(before: Session, after: Session) -> None:
    assert merge(decompose(before), decompose(before), decompose(after)) == decompose(after)


@few
@given(sessions, sessions, sessions)
def test_two_changed_versions_lose_no_word_of_either(before: Session, one: Session, other: Session) -> None:
    start = decompose(before)
    ours, theirs = {**start, **decompose(one)}, decompose(other)
    merged = merge(ours, start, theirs)
    everything = "\n\0".join(text for text in merged.values() if text)
    single = {"title", "themes", "company", "presenter", "questioner", "setting", "people", "facilitator", "minutes"}
    for version in (ours, theirs):
        for key, text in version.items():
            if (
                text
                and text.strip()
                and text != start.get(key)
                and key not in single
                and not key.startswith(("safeguarding", "roles of"))
            ):
                if key == "cast/1/name" and text.casefold() == "nobody":
                    continue
                assert text.strip("\n") in everything, key


def test_an_answer_that_nobody_takes_is_refused_without_saying_whose_it_is() -> None:
    with pytest.raises(LookupError, match="“wishes”") as refused:
        composed({"title": "Tea", "wishes/Sam": "a walk"})
    assert "Sam" not in str(refused.value)
    for key in ("action-points/1/helper", "scaling/safety/1/why", "follow-up/thanks", "observations/looks/Jo"):
        with pytest.raises(LookupError):
            composed({key: None})


def test_every_answer_becomes_something_or_says_why_not() -> None:
    becomes_something = (*all_answers((*PARTS, *PARTS_TOGETHER, *SETTLED)), *AFTER)
    assert [each for each in KNOWN if (each in becomes_something) == bool(each.unrecorded)] == []


def test_both_texts_of_a_section_stand_below_each_other() -> None:
    start = {"theory": "old"}
    assert merge({"theory": "mine"}, start, {"theory": "theirs"}) == {"theory": "theirs\n\nmine"}
    assert merge({"theory": "mine"}, start, {"theory": "mine\n"}) == {"theory": "mine"}
    assert merge({"theory": "old", "barriers": "new"}, start, {}) == {"barriers": "new"}  # taken out by hand: gone
    assert merge({"title": "Tea"}, {"title": "A"}, {"title": "Coffee"}) == {"title": "Coffee / Tea"}


def test_items_that_both_added_are_both_there() -> None:
    merged = merge(
        {"learning-points/1/text": "mine", "learning-points/1/scope": "general", "learning-points/2/text": None},
        {},
        {"learning-points/1/text": "theirs", "learning-points/1/scope": "specific"},
    )
    points = composed(merged).learning_points
    assert [(point.text, str(point.scope)) for point in points] == [("theirs", "specific"), ("mine", "general")]


def test_nobody_gives_way_to_somebody() -> None:
    somebody: dict[str, str | None] = {"cast/1/name": "Amira", "cast/1/also": "", "cast/1/say": None}
    nobody: dict[str, str | None] = {"cast/1/name": "nobody"}
    for ours, theirs in ((somebody, nobody), (nobody, somebody)):
        cast = composed(merge(ours, {}, theirs)).cast
        assert [entry.name for entry in cast or ()] == ["Amira"]
