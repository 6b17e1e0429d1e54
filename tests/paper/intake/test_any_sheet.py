"""Whatever a session holds comes back from its sheet, in Word and in Markdown."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from inventing import examples, with_words
from sheets import GUIDANCE, as_the_sheet_has_it, from_markdown, from_word

from circle_cli.ids import QUESTIONS
from circle_cli.paper.drawing.markdown import cell, draw_markdown, escape_lines, from_cell, plain_lines
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.paper.words import from_xml, paragraphs_of, text_of
from circle_cli.session.record import (
    ActionPoint,
    Feedback,
    FeedbackFrom,
    FrameworkLink,
    Gathered,
    LearningPoint,
    Observation,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Mode, Scope, Status, View

AWKWARD = (
    "## x {#safety}", "## What worked, and why? {#what-worked}", "### y {#positive}", "| a | b |", "|", "| --- |",
    "> To stay.", "<!-- circle recording sheet 1 -->", "\\", "\\|", "\\\\", "<br>", "&#13;", "&amp;", "a | b", "---",
    "_x000D_", "\t", "  two  ", "```", "- item", "1. one", "🌍👩🏽‍⚕️", "e\u0301", "\x85", "\u2028", "\xa0", "x", "-", "",
    "Put a cross in the column that fits.", "\u202eabc", "\\## x {#notes}", "By", "What was positive",
)  # fmt: skip

HOSTILE = (*AWKWARD, "\x00", "\x1b[31m", "\r", "\x0b\x0c\x1c", "\ufffe", "\ufeff")
letters = st.characters(exclude_categories=["Cs", "Cc"])


def texts(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    lines = st.sampled_from(pieces) | st.text(letters, max_size=8)
    return st.lists(lines, min_size=1, max_size=5).map("\n".join).map(with_words)


def sessions(pieces: tuple[str, ...]) -> st.SearchStrategy[Session]:
    said = texts(pieces).map(tidy).map(with_words)
    title = st.text(letters, min_size=1, max_size=20).map(with_words)
    maybe = st.none() | said
    person = st.sampled_from(["Sam", "Jo", "Bea O'Hare", "Ṣadé", "Мо"])
    a_day = st.none() | st.dates(date(2000, 1, 1))
    learnt = st.builds(
        LearningPoint,
        id=st.just(1),
        text=said,
        scope=st.sampled_from(Scope),
        matters=st.none() | st.integers(1, 10),
    )
    scores = st.builds(
        Score,
        question=st.sampled_from(QUESTIONS),
        asked=said,
        by=person,
        score=st.integers(1, 10),
        view=st.none() | st.sampled_from(View),
    )
    links = st.sampled_from(sorted(GUIDANCE.known_statements)).flatmap(
        lambda known: st.builds(FrameworkLink, framework=st.just(known[0]), statement=st.just(known[1]), how=maybe)
    )
    done = st.builds(
        ActionPoint,
        id=st.just(1),
        what=said,
        who=st.none() | person,
        by=a_day,
        tracked_by=st.none() | person,
        done=a_day,
        note=st.none() | said,
    )
    seen = st.builds(Observation, by=person, to=person, text=said)
    view = st.sampled_from(GUIDANCE.views) | st.sampled_from(["her | dog", "Ṣadé"])
    heard = st.lists(view, unique=True, min_size=1, max_size=3).map(in_the_sheets_order)
    return st.builds(
        Session,
        id=st.just("2026-11-24-aaaa"),
        title=title,
        date=st.dates(date(2000, 1, 1)),
        mode=st.sampled_from(Mode),
        status=st.just(Status.RECORDED),
        roles=st.just({})
        | person.map(lambda name: {"presenter": (name,)})
        | st.tuples(person, person).map(lambda pair: {"presenter": pair[:1], "encourager": pair[1:]}),
        observations=st.lists(seen, max_size=2).map(tuple),
        feedback=st.none() | st.builds(Feedback, positive=said, even_better=st.none() | said, will_use=st.none()),
        learning_points=st.just(()) | learnt.map(lambda point: (point,)),
        scaling=st.lists(scores, max_size=2).map(tuple),
        frameworks=st.lists(links, max_size=1).map(tuple),
        learning_outcomes=st.lists(said, max_size=2).map(tuple),
        action_points=st.just(()) | done.map(lambda point: (point,)),
        facilitator=st.none() | person,
        gathered=st.lists(st.builds(Gathered, by=person, text=said), max_size=1).map(tuple),
        views=st.none() | st.builds(Views, heard=heard) | st.builds(Views, imagined=heard),
        takeaways=st.lists(st.builds(Takeaway, by=person, text=said), max_size=2).map(tuple),
        feedback_from=st.lists(st.builds(FeedbackFrom, by=person, positive=st.none() | said), max_size=2).map(tuple),
        answers=st.dictionaries(st.sampled_from(("situation", *QUESTIONS, "notes")), said, max_size=4),
    )


def in_the_sheets_order(views: list[str]) -> tuple[str, ...]:
    return tuple(sorted(views, key=lambda view: (*GUIDANCE.views, *views).index(view)))


def tidy(text: str) -> str:
    """One kind of newline, no blank lines around: all that a session's file changes about an answer."""
    return re.sub("\r\n?", "\n", text).strip("\n")


slow = settings(  # each example draws a whole Word file; to shrink one that fails would take minutes
    max_examples=examples(12),
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)


@slow
@given(sessions(HOSTILE))
def test_whatever_a_session_holds_comes_back_from_its_sheet_in_word(session: Session) -> None:
    assert from_word(draw_word(recording_sheet(GUIDANCE, session))) == as_the_sheet_has_it(session)


@pytest.mark.parametrize("what", ["-", ":-:", "---", "|"])
def test_words_that_look_like_the_line_below_a_header_are_words(what: str) -> None:
    session = Session(
        id="2026-11-24-aaaa",
        title="Tea",
        date=date(2026, 11, 24),
        mode=Mode.INDIVIDUAL,
        status=Status.RECORDED,
        action_points=(ActionPoint(id=1, what=what),),
    )
    assert from_markdown(draw_markdown(recording_sheet(GUIDANCE, session))) == session


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(sessions(HOSTILE))
def test_whatever_a_session_holds_comes_back_from_its_sheet_in_markdown(session: Session) -> None:
    text = draw_markdown(recording_sheet(GUIDANCE, session))
    assert from_markdown(text) == as_the_sheet_has_it(session)


@given(texts(HOSTILE))
@example("\\\n")
@example(" \n ")
def test_a_cell_of_a_table_reads_as_it_was_written(text: str) -> None:
    assert from_cell(cell(text)) == text
    assert "\n" not in cell(text)


@given(texts(HOSTILE))
def test_lines_between_the_tables_read_as_they_were_written(text: str) -> None:
    assert plain_lines(escape_lines(text)) == text


@given(texts(HOSTILE).map(tidy))
@example("a\n\n\n\nb\n \nc")
def test_paragraphs_join_to_the_text_that_they_were_cut_from(text: str) -> None:
    assert from_xml(text_of(paragraphs_of(text))) == text
