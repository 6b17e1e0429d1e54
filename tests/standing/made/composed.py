"""From answers to a session: of somebody alone, and of six together."""

from datetime import date
from functools import cache
from typing import Any

from making import SESSION_ID

from circle_cli.guidance.pages import load_guidance
from circle_cli.guidance.records import Guidance
from circle_cli.interview.composing.compose import compose, new_session
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode

DAY = date(2026, 11, 23)
PEOPLE = "Sam, Jo, Cy, Dee, Ade, Bea"


@cache
def shipped() -> Guidance:
    """Load the guidance for what hypothesis runs, which can have no fixtures of one test."""
    return load_guidance(None)


def an_interview(mode: Mode = Mode.INDIVIDUAL) -> Interview:
    return Interview(guidance=shipped(), day=DAY, today=DAY, quick=False, mode=mode)


def session_of(interview: Interview, answers: dict[str, str | None], base: Session | None = None) -> Session:
    return compose(interview, answers, base or new_session(SESSION_ID, DAY, interview.mode))


def composed(answers: dict[str, str | None], base: Session | None = None) -> Session:
    """Make the session of somebody alone."""
    return session_of(an_interview(), answers, base)


def together(**more: Any) -> dict[str, Any]:
    """Give what six people say first."""
    return {"title": "The lunch", "people": PEOPLE, "facilitator": "Jo", "presenting": "Sam", **more}
