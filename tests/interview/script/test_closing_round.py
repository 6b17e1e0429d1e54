"""The closing round: what each saw, said and takes away is their own, and is asked once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from composed import DAY, session_of, together
from hypothesis import given, settings
from hypothesis import strategies as st
from inventing import examples

from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.asker import Move
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.script.company import company_of
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import FeedbackFrom, Observation, Score, Session, Takeaway
from circle_cli.vocabulary import Mode, Role

Hold = Callable[..., Any]


def test_the_closing_round_is_not_passed_by_without_a_word(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{"observations/practice/Ade": [Move.SKIP, "You asked twice."]}))
    urged = [said for said in held.asker.told if "One sentence is plenty." in said]
    assert len(urged) == 5  # each who was to tell something, once
    assert [said.startswith("This is what people remember longest") for said in urged] == [True] + [False] * 4
    assert session_of(group, held.answers).observations == (Observation(by="Ade", to="Sam", text="You asked twice."),)


def test_the_facilitator_begins_the_praise_and_everybody_but_the_presenter_is_asked(
    group: Interview, hold: Hold
) -> None:
    asked = [key for key in dict.fromkeys(hold(group, together()).asker.asked) if key.startswith("observations/")]
    assert asked == [
        "observations/practice/Jo",
        "observations/sharing/Jo",  # the questioner does not praise the questions
        "observations/practice/Ade",
        "observations/questioning/Ade",
        "observations/sharing/Ade",
        "observations/practice/Bea",
        "observations/questioning/Bea",
        "observations/sharing/Bea",
        "observations/practice/Cy",
        "observations/practice/Dee",
    ]


def test_what_each_saw_reaches_whom_it_was_meant_for(group: Interview, hold: Hold) -> None:
    said = {
        "observations/practice/Bea": "You sat down.",
        "observations/questioning/Bea": "The one about the door.",
        "observations/sharing/Bea": "cy: you knew the article.",
        "observations/sharing/Ade": "Everybody listened: really.",
    }
    assert session_of(group, hold(group, together(**said)).answers).observations == (
        Observation(by="Ade", to="everyone", text="Everybody listened: really."),
        Observation(by="Bea", to="Sam", text="You sat down."),
        Observation(by="Bea", to="Jo", text="The one about the door."),
        Observation(by="Bea", to="Cy", text="you knew the article."),
    )


def test_feedback_and_takeaways_are_each_persons_own(group: Interview, hold: Hold) -> None:
    said = {
        "feedback/who": "cy, 5",
        "feedback/Cy/positive": "Time.",
        "feedback/Ade/will_use": "The questions.",
        "takeaways/Sam": "I will ask twice.",
    }
    session = session_of(group, hold(group, together(**said)).answers)
    assert session.feedback_from == (
        FeedbackFrom(by="Cy", positive="Time."),
        FeedbackFrom(by="Ade", will_use="The questions."),
    )
    assert session.takeaways == (Takeaway(by="Sam", text="I will ask twice."),)


def test_a_stranger_who_would_say_something_is_not_passed_over(group: Interview, hold: Hold) -> None:
    held = hold(group, together(**{"feedback/who": ["Kim", "be"]}))
    assert any(said.startswith("Kim is not among those here") for said in held.asker.told)
    assert "feedback/Bea/positive" in held.asker.asked


def test_a_name_and_a_colon_send_what_is_said_to_that_person_alone(group: Interview, hold: Hold) -> None:
    said = {"observations/practice/Ade": "jo: you saw his tea.", "observations/questioning/Ade": "He said: come in."}
    assert [(each.to, each.text) for each in session_of(group, hold(group, together(**said)).answers).observations] == [
        ("Jo", "you saw his tea."),
        ("Jo", "He said: come in."),
    ]


def test_what_two_people_were_told_by_one_stays_apart_when_more_is_added(group: Interview, hold: Hold) -> None:
    told = (
        Observation(by="Ade", to="Cy", text="You knew it / all."),
        Observation(by="Ade", to="Dee", text="You said when."),
        Observation(by="Ade", to="everyone", text="Bea: a quote?"),
    )
    base = replace(session_of(group, hold(group, together()).answers), observations=told)
    for more in ({"observations/practice/Bea": "You sat."}, {"observations/sharing/Ade": "{} / Bea: tea."}):
        answers = decompose(base)
        answers |= {key: text.format(answers.get(key)) for key, text in more.items()}
        assert compose(group, answers, base).observations[:3] == told
        assert len(compose(group, answers, base).observations) == 4


def test_the_same_answers_over_the_file_that_they_made_change_nothing(group: Interview, hold: Hold) -> None:
    """An interrupted save had finished; going on with the draft must not double anything."""
    said = {
        "scores/safety": "8 6 7 7 9 9",
        "views/heard": "managers, the GP",
        "observations/sharing/Ade": "cy: you knew.",
        "observations/sharing/Bea": "everyone: you all listened.",
        "feedback/who": "cy, 4",
        "feedback/Cy/positive": "Time.",
        "takeaways/Dee": "The door.",
    }
    answers = hold(group, together(minutes="60", **said)).answers
    session = session_of(group, answers)
    assert len(session.scaling) == 6
    assert compose(group, merge(answers, {}, decompose(session)), session) == session


def test_a_facilitator_may_leave_anywhere_and_finds_each_thing_where_it_was(group: Interview, hold: Hold) -> None:
    said = together(minutes="60", **{"feedback/who": "Cy", "learning-points/1/text": "Ask."})
    whole = hold(group, said)
    before: dict[str, str | None] = {}
    for key in dict.fromkeys(whole.asker.asked):
        left = hold(group, {key: (Move.PAUSE, "half")}, answers=before, at=key)
        assert left.paused
        before[key] = whole.answers[key]
        back = hold(group, {key: Move.PAUSE}, answers=left.answers, halves=left.run.halves, at=key)
        [screen] = back.asker.screens
        half = "" if screen.prompt.guarded else "half"
        assert back.asker.found == [(key, half)]
        assert back.run.halves[key] == "half"
        assert bool(half) or "You were at “half”. It counts when you choose it." in screen.prompt.remark


def test_what_is_over_is_not_asked_again_when_a_session_is_gone_on_with(group: Interview, hold: Hold) -> None:
    said = {f"observations/practice/{name}": "You asked." for name in ("Jo", "Ade", "Bea", "Cy", "Dee")}
    base = session_of(group, hold(group, together(minutes="60", **said)).answers)
    held = hold(group, answers=decompose(base))
    assert not any(screen.timing for screen in held.asker.screens)
    asked = held.asker.asked
    assert compose(group, held.answers, base) == base
    assert not {"opening", "closing", "minutes", "people", "facilitator", *said} & set(asked)
    assert not [key for key in asked if key.startswith("roles")]


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
        feedback_from=several(st.builds(FeedbackFrom, by=names, positive=words)),
    )


@settings(max_examples=examples(60))
@given(sessions())
def test_a_session_with_others_taken_apart_and_put_together_is_the_same(session: Session) -> None:
    interview = Interview(guidance=load_guidance(None), day=DAY, today=DAY, quick=False, mode=session.mode)
    assert compose(interview, decompose(session), session) == session


@settings(max_examples=examples(60))
@given(sessions(), words)
def test_one_more_observation_loses_none_of_the_others(session: Session, text: str) -> None:
    interview = Interview(guidance=load_guidance(None), day=DAY, today=DAY, quick=False, mode=session.mode)
    answers = decompose(session)
    company = company_of(session.mode, answers, {})
    key = f"observations/sharing/{company.people[0]}"
    before = answers.get(key)
    answers[key] = f"{before}\n{text}" if before else text
    after = compose(interview, answers, session)
    for each in session.observations:
        assert any(each.by == other.by and each.text in other.text for other in after.observations), each
