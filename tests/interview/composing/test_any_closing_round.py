"""The closing round of any session: taken apart and put together it is the same, and one more word loses no other."""

from dataclasses import replace
from typing import Any

from composed import DAY
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.during.spoken import said_in
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Feedback, FeedbackFrom, Observation, Score, Session, Takeaway
from circle_cli.vocabulary import Mode, Role

names = st.sampled_from(["Sam", "Jo", "Cy", "Dee", "Ade", "Bea"])
words = st.text(min_size=1).map(str.strip).filter(bool)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Sessions with others as an interview makes them."""
    people = draw(st.lists(names, min_size=2, max_size=6, unique=True))

    def several(made: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(made, max_size=3)))

    base = new_session("2026-11-23-k3f9", DAY, draw(st.sampled_from([Mode.GROUP, Mode.TRAINING])))
    return replace(
        base,
        title="T",
        roles={"presenter": (people[0],), "questioner": (people[1],), "encourager": tuple(people[2:])},
        facilitator=draw(names),
        observations=several(
            st.builds(Observation, by=names, to=names | st.sampled_from(["everyone", *Role]), text=words)
        ),
        scaling=several(st.builds(Score, question=st.just("safety"), asked=words, by=words, score=st.integers(1, 10))),
        takeaways=several(st.builds(Takeaway, by=names, text=words)),
        feedback_from=several(st.builds(FeedbackFrom, by=names, positive=words, will_use=st.none() | words)),
        feedback=draw(st.none() | st.builds(Feedback, positive=words, will_use=st.none() | words)),
    )


@settings(max_examples=examples(60))
@given(sessions())
def test_a_session_with_others_taken_apart_and_put_together_is_the_same(session: Session) -> None:
    interview = Interview(guidance=load_guidance(None), day=DAY, today=DAY, quick=False, mode=session.mode)
    assert compose(interview, decompose(session), session) == session


@settings(max_examples=examples(60))
@given(sessions(), names, words)
def test_one_more_word_of_anybody_loses_none_of_the_others(session: Session, name: str, text: str) -> None:
    interview = Interview(guidance=load_guidance(None), day=DAY, today=DAY, quick=False, mode=session.mode)
    answers = decompose(session)
    more = {
        f"noticed/{name}": text,
        "round/positive": f"{name}: {text}",
        "round/taken-away": f"{name}: {text}",
    }
    answers |= {key: "\n".join(filter(None, (answers.get(key), line))) for key, line in more.items()}
    after = compose(interview, answers, session)
    assert [
        each for each in session.observations if after.observations.count(each) < session.observations.count(each)
    ] == []
    assert [each for each in session.takeaways if each not in after.takeaways] == []
    for each in session.feedback_from:
        assert any(each.by == now.by and each.positive in (now.positive or "") for now in after.feedback_from)
    if session.feedback:
        assert after.feedback is not None and (session.feedback.positive or "") in (after.feedback.positive or "")


def test_a_line_that_ends_in_a_colon_is_no_name_alone() -> None:
    said = "Jo: you did three things:\nYou sat down.\nSam:\nYou waited."
    assert list(said_in(said, ("Sam", "Jo"))) == ["Jo: you did three things:", "You sat down.", "Sam: You waited."]
