"""From the answers of a whole interview to a session."""

from dataclasses import replace
from datetime import date

import pytest
from composed import DAY, an_interview, composed, shipped
from making import SESSION_ID

from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.composing.compose import UNTITLED, new_session
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.session.file import render_session
from circle_cli.session.record import (
    ActionPoint,
    CastEntry,
    FrameworkLink,
    LearningPoint,
    Safeguarding,
)
from circle_cli.vocabulary import Mode, Scope, Share


def whole() -> dict[str, str | None]:
    return {
        "title": "Tea",
        "situation": "A visit\n\n",
        "company": "with",
        "presenter": "Sam, Kit",
        "questioner": "Jo",
        "what-worked": "She came.",
        "scaling/what-worked/1/score": "8",
        "scaling/what-worked/1/by": "presenter",
        "scaling/what-worked/2/score": "6 as her mother saw it",
        "scaling/what-worked/2/by": "mother",
        "safeguarding/raised": "yes",
        "safeguarding/on": "2026-11-24",
        "learning-points/1/text": "Ask first",
        "learning-points/1/scope": "general",
        "action-points/1/what": "Ring her",
        "action-points/1/who": "Sam",
        "action-points/1/by": "2026-12-01",
        "action-points/1/tracked-by": "Jo",
        "themes": "relationships, tea",
        "setting": "children",
        "frameworks/1/framework": "pcf-2018",
        "frameworks/1/statement": "§6",
        "frameworks/1/how": "By asking",
        "cast/1/name": "Amira Hassan",
        "cast/1/also": "Mira, Am",
        "cast/1/say": "the young person",
        "notes": "- theory: Winnicott",
    }


def test_the_same_answers_over_the_file_that_they_made_change_nothing() -> None:
    """An interrupted save had finished; going on with the draft must not double anything."""
    session = composed(whole())
    assert composed(merge(whole(), {}, decompose(session)), session) == session


def test_a_whole_interview_is_a_whole_session() -> None:
    session = composed(whole())
    assert session.answers == {"situation": "A visit", "what-worked": "She came.", "notes": "- theory: Winnicott"}
    assert session.roles == {"presenter": ("Sam", "Kit"), "questioner": ("Jo",)}
    assert [(each.by, each.score) for each in session.scaling] == [("presenter", 8), ("mother", 6)]
    assert session.scaling[0].asked == shipped().questions[0].scaling
    assert session.scaling[1].asked == "as her mother saw it"
    assert session.safeguarding == Safeguarding(raised=True, on=date(2026, 11, 24))
    assert session.learning_points == (LearningPoint(id=1, text="Ask first", scope=Scope.GENERAL),)
    assert session.action_points == (
        ActionPoint(id=1, what="Ring her", who="Sam", by=date(2026, 12, 1), tracked_by="Jo"),
    )
    assert session.themes == ("relationships", "tea")
    assert session.frameworks == (FrameworkLink(framework="pcf-2018", statement="6", how="By asking"),)
    assert session.cast == (CastEntry(name="Amira Hassan", also=("Mira", "Am"), say="the young person"),)


def test_nothing_answered_is_a_session_all_the_same() -> None:
    session = composed({"title": None})
    assert session == new_session(SESSION_ID, DAY, Mode.INDIVIDUAL)
    assert session.title == UNTITLED


@pytest.mark.parametrize(("name", "cast"), [("nobody", ()), (" Nobody", ()), (None, None)])
def test_nobody_is_an_empty_cast_and_no_answer_is_none(name: str | None, cast: tuple[CastEntry, ...] | None) -> None:
    assert composed({"cast/1/name": name}).cast == cast


def test_what_was_cleared_is_gone_and_what_follows_keeps_its_number() -> None:
    base = composed({**whole(), "learning-points/2/text": "Listen", "learning-points/2/scope": "general"})
    base = replace(
        base, learning_points=(base.learning_points[0], replace(base.learning_points[1], share=Share.PROPOSED))
    )
    after = composed({**decompose(base), "learning-points/1/text": None, "theory": None}, base)
    assert [(point.id, point.text, point.share) for point in after.learning_points] == [(2, "Listen", Share.PROPOSED)]
    assert (
        composed(
            {**decompose(base), "scaling/what-worked/1/score": None, "scaling/what-worked/2/score": None}, base
        ).scaling
        == ()
    )


def test_a_no_to_safeguarding_has_no_day() -> None:
    after = composed({**whole(), "safeguarding/raised": "no"}, composed(whole()))
    assert after.safeguarding == Safeguarding(raised=False)


def test_a_number_once_given_is_not_given_again() -> None:
    base = replace(composed({}), action_points=(ActionPoint(id=7, what="Ring her"),))
    after = composed({**decompose(base), "action-points/2/what": "Write"}, base)
    assert [point.id for point in after.action_points] == [7, 8]


def test_what_was_left_open_is_open_in_the_session_and_asked_when_it_is_opened_again() -> None:
    open_now = ("safeguarding/raised", "learning-points/1/scope", "setting")
    left = whole() | dict.fromkeys((*open_now, "safeguarding/on"))
    session = composed(left)
    assert (session.safeguarding, session.setting) == (None, None)
    assert [point.scope for point in session.learning_points] == [None]
    assert "scope" not in render_session(session, {})
    known = decompose(session)
    whole_of_it = replace(an_interview(), adding=tuple(Addition))
    asked = {prompt.key for prompt in whole_of_it.draw_up(known) if prompt.key not in known}
    assert asked >= set(open_now)
    later = merge(known | {"learning-points/1/scope": "general"}, known, known)
    assert [point.scope for point in composed(later, session).learning_points] == [Scope.GENERAL]
