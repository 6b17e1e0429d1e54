"""The agenda: the time there is goes round the questions, and the closing round keeps its own."""

import re

from hypothesis import given
from hypothesis import strategies as st

from circle_cli.guidance.pages import load_guidance, own_pages
from circle_cli.interview.script.agenda import CLOSING, Timing, Watch, fit
from circle_cli.interview.terminal.screen import ScreenAsker

QUESTIONS = load_guidance(None).questions
FIRST, SECOND, LAST = QUESTIONS[0].id, QUESTIONS[1].id, QUESTIONS[-1].id
HOUR = fit(QUESTIONS, 60)
BEGUN = 5 * 60.0


def at(watch: Watch, part: str, now: float) -> Timing:
    found = watch.at(part, now)
    assert found is not None
    return found


@given(st.integers(5, 600))
def test_the_parts_fill_the_time_exactly_and_the_closing_round_is_protected(minutes: int) -> None:
    agenda = fit(QUESTIONS, minutes)
    assert agenda.opening + sum(agenda.questions.values()) + agenda.closing == minutes
    assert agenda.closing >= min(10, minutes // 3)
    assert all(span >= 0 for span in agenda.questions.values())


def test_an_hour_goes_as_the_running_page_says() -> None:
    assert (HOUR.opening, sum(HOUR.questions.values()), HOUR.closing) == (5, 45, 10)
    assert HOUR.in_words() == "The time: 5 minutes to open, 45 for the questions, 10 to close. (ours)"


def test_the_plans_of_the_running_page_are_what_the_program_gives() -> None:
    page = (own_pages() / "running.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*?) \| (.*?) \| (\d+) \| (\d+) \|$", page, re.MULTILINE)
    assert re.findall(r"questions/(.*?)\.md", str(rows)) == [question.id for question in QUESTIONS]
    quick = [question for question in QUESTIONS if question.quick]
    for column, (minutes, asked) in enumerate(((30, quick), (50, QUESTIONS), (90, QUESTIONS)), start=1):
        plan = fit(asked, minutes)
        told = [int(row[column]) for row in rows if row[column] != "next time"]
        assert told == [plan.opening, *plan.questions.values(), plan.closing]


def test_the_time_used_and_left_is_said_and_the_cue_when_it_runs_over() -> None:
    first = at(Watch(HOUR, 0), FIRST, BEGUN)
    assert first.in_words(BEGUN + 60) == "1 of 8 min used, 7 left; closing round in 44 min"
    assert first.in_words(BEGUN + 20 * 60) == (
        "Boundary setter: time to move on, kindly.\n20 min used of 8; closing round in 25 min"
    )


def test_what_a_question_takes_longer_is_taken_from_those_that_follow() -> None:
    watch = Watch(HOUR, 0)
    first = at(watch, FIRST, BEGUN)
    second = at(watch, SECOND, BEGUN + 20 * 60)
    assert second.seconds < 6 * 60
    assert second.closing == first.closing


def test_an_opening_that_takes_longer_leaves_the_closing_round_where_it_was() -> None:
    assert at(Watch(HOUR, 0), FIRST, 20 * 60).in_words(20 * 60).endswith("closing round in 30 min")


def test_a_question_that_is_visited_again_goes_on_counting() -> None:
    watch = Watch(HOUR, 0)
    first = at(watch, FIRST, BEGUN)
    watch.at(SECOND, 300)
    assert watch.at(FIRST, 400) is first


def test_a_session_gone_on_with_has_the_time_of_what_is_left() -> None:
    last = at(Watch(HOUR, 1000, LAST), LAST, 1000)
    assert last.closing == 1000 + HOUR.questions[LAST] * 60


def test_when_all_the_time_is_gone_it_is_time_for_the_closing_round_which_keeps_its_minutes() -> None:
    watch = Watch(HOUR, 0)
    assert at(watch, SECOND, 3600).in_words(3600).endswith("time for the closing round")
    closing = at(watch, CLOSING, 4000)
    assert closing.in_words(4100) == "1 of 10 min used, 9 left"
    assert closing.in_words(4700) == "Boundary setter: time to finish, kindly.\n11 min used of 10"


def test_a_bell_rings_once_for_each_question_and_only_where_it_is_wanted() -> None:
    now = [BEGUN]
    watch = Watch(HOUR, 0)
    wanted, quiet = (ScreenAsker(print, str, lambda: now[0], bool, bell=bell) for bell in (True, False))
    first = watch.at(FIRST, now[0])
    assert not wanted.rings(first)
    now[0] += 600
    assert [wanted.rings(first), wanted.rings(first), quiet.rings(first)] == [True, False, False]
    second = watch.at(SECOND, now[0])
    now[0] += 1200
    assert [wanted.rings(second), wanted.rings(second), wanted.rings(None)] == [True, False, False]


def test_a_part_that_is_none_has_no_time() -> None:
    assert Watch(HOUR, 0).at("", 0) is None
    assert Watch(HOUR, 0, CLOSING).at(CLOSING, 0) is not None
