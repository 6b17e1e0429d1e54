"""Questions that a log has beside the eight: asked after them, whoever takes part, and kept under keys of their own."""

from dataclasses import replace
from typing import Any

import pytest
from composed import PEOPLE, an_interview, session_of
from walked import OTHERS, TOLD, walk

from circle_cli.interview.answers.during import in_their_places
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.merging import merge
from circle_cli.interview.script.script import Interview
from circle_cli.vocabulary import Mode

SAID: dict[str, Any] = {**TOLD, **OTHERS, "people": PEOPLE, "own/family-words": "“Come again.”"}


def with_own(mode: Mode) -> Interview:
    interview = an_interview(mode)
    [first, *_] = interview.guidance.questions
    own = [
        replace(first, id=name, title=f"And {name}?", order=order, then=(), scaling=None, quick=False, views=())
        for order, name in ((9, "family-words"), (10, "title"))
    ]
    return replace(interview, guidance=replace(interview.guidance, own=tuple(own)))


def questions_met(met: Any) -> list[str]:
    return list(dict.fromkeys(screen.prompt.question.id for screen, _ in met if screen.prompt.question))


@pytest.mark.parametrize("mode", Mode)
def test_they_come_after_the_eight_and_before_the_closing_round(mode: Mode) -> None:
    walked, answers = walk(with_own(mode), SAID)
    met = [screen.prompt.key for screen, _ in walked.met]
    asked = questions_met(walked.met)
    assert asked[8:] == ["family-words", "title"]
    closing = [key for key in met if key.startswith(("observations", "feedback", "takeaway"))]
    assert all(met.index("own/title") < met.index(key) for key in closing)
    session = session_of(with_own(mode), answers)
    assert session.answers["family-words"] == "“Come again.”"
    assert decompose(session)["own/family-words"] == "“Come again.”"


def test_none_is_asked_the_quick_way() -> None:
    walked, _ = walk(replace(with_own(Mode.INDIVIDUAL), quick=True), SAID)
    assert len(questions_met(walked.met)) == 3


def test_an_answer_stays_where_its_question_is_gone_and_can_be_changed_where_it_is_there() -> None:
    answers = {"own/family-words": "“Come again.”", "what-worked": "Tea."}
    assert session_of(an_interview(), answers).answers["family-words"] == "“Come again.”"
    changed = in_their_places({**answers, "changed/which": "family-words", "changed/text": "“Do.”"})
    assert merge(changed, answers, answers)["own/family-words"] == "“Do.”"


def test_an_own_question_may_be_called_like_another_answer() -> None:
    session = session_of(with_own(Mode.INDIVIDUAL), {"title": "Tea", "own/title": "It has none."})
    assert (session.title, session.answers) == ("Tea", {"title": "It has none."})
