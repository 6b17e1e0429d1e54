"""What is said once a session is saved: what one might do next."""

from dataclasses import replace
from datetime import date

from circle_cli.commands.asking.last_words import next_steps, steps_to_others
from circle_cli.guidance.pages import load_guidance
from circle_cli.ids import QUESTIONS
from circle_cli.session.record import LearningPoint, Safeguarding, Session
from circle_cli.vocabulary import Mode, Scope, Status

SAFE = Safeguarding(raised=False)
ALL = Session(
    id="2026-11-23-k3f9",
    title="x",
    date=date(2026, 11, 23),
    mode=Mode.INDIVIDUAL,
    status=Status.RECORDED,
    answers=dict.fromkeys(QUESTIONS, "So it was."),
    safeguarding=SAFE,
)


def resume(session: Session) -> list[str]:
    return [does for command, does in next_steps(session, load_guidance()) if command.startswith("circle resume")]


def test_what_protects_somebody_and_was_left_open_is_named_at_the_end() -> None:
    points = (LearningPoint(id=1, text="x", scope=Scope.GENERAL), LearningPoint(id=2, text="y"))
    assert resume(ALL) == []
    assert resume(replace(ALL, safeguarding=None)) == ["say whether anything needs raising: that is open yet"]
    assert resume(replace(ALL, learning_points=points)) == ["say where a learning point holds: that is open yet"]
    assert resume(replace(ALL, learning_points=points[:1])) == []


def test_questions_that_were_left_out_lead_there_too() -> None:
    assert resume(replace(ALL, answers={}, safeguarding=None)) == ["go on to the 8 questions you left out"]


def test_in_a_log_that_is_shared_what_others_can_learn_leads_to_share() -> None:
    general, specific = (LearningPoint(id=1, text="x", scope=scope) for scope in (Scope.GENERAL, Scope.SPECIFIC))

    def steps(session: Session) -> list[str]:
        return [command for command, _ in steps_to_others(session)]

    assert steps(replace(ALL, learning_points=(general,), cast=())) == ["circle share k3f9"]
    assert steps(replace(ALL, learning_points=(general,), cast=None)) == ["circle share k3f9"]  # it asks who is in it
    assert steps(replace(ALL, learning_points=(specific,), cast=())) == []
