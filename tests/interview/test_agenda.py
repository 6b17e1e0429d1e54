"""The agenda: the time there is goes round the questions, and the closing round keeps its own."""

from hypothesis import given
from hypothesis import strategies as st

from circle_cli.guidance.pages import load_guidance
from circle_cli.interview.script.agenda import Watch, fit

QUESTIONS = load_guidance(None).questions


@given(st.integers(5, 600))
def test_the_parts_fill_the_time_exactly_and_the_closing_round_is_protected(minutes: int) -> None:
    agenda = fit(QUESTIONS, minutes)
    assert agenda.opening + sum(agenda.questions.values()) + agenda.closing == minutes
    assert agenda.closing >= min(10, minutes // 3)
    assert all(span >= 0 for span in agenda.questions.values())


def test_an_hour_goes_as_the_running_page_says() -> None:
    agenda = fit(QUESTIONS, 60)
    assert (agenda.opening, sum(agenda.questions.values()), agenda.closing) == (5, 45, 10)


def test_what_a_question_takes_longer_is_taken_from_those_that_follow() -> None:
    watch = Watch(QUESTIONS, fit(QUESTIONS, 60))
    first = watch.at(QUESTIONS[0], 0)
    assert not first.over(60)
    assert first.said(60) == "1 of 8 min used; closing round in 44 min"
    assert first.over(20 * 60)
    assert first.said(20 * 60) == (
        "20 of 8 min used: boundary setter, time to move on, kindly; closing round in 25 min"
    )
    second = watch.at(QUESTIONS[1], 20 * 60)
    assert second.seconds < 6 * 60
    assert second.closing == first.closing


def test_a_question_that_is_visited_again_goes_on_counting() -> None:
    watch = Watch(QUESTIONS, fit(QUESTIONS, 60))
    first = watch.at(QUESTIONS[0], 0)
    watch.at(QUESTIONS[1], 300)
    assert watch.at(QUESTIONS[0], 400) is first


def test_a_session_gone_on_with_has_the_time_of_what_is_left() -> None:
    watch = Watch(QUESTIONS, fit(QUESTIONS, 60))
    last = watch.at(QUESTIONS[-1], 1000)
    assert last.closing - 1000 == fit(QUESTIONS, 60).questions[QUESTIONS[-1].id] * 60


def test_when_all_the_time_is_gone_it_is_time_for_the_closing_round() -> None:
    watch = Watch(QUESTIONS, fit(QUESTIONS, 60))
    watch.at(QUESTIONS[0], 0)
    late = watch.at(QUESTIONS[1], 3600)
    assert late.said(3600).endswith("time for the closing round")
