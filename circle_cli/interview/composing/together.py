"""What the answers of a session with others become of it, beside those of one alone. Pure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from circle_cli.interview.answers.people import (
    AGREED,
    FACILITATOR,
    INSTEAD,
    MINUTES,
    OPENED,
    PEOPLE,
    PRESENTING,
    agreed_roles,
)
from circle_cli.interview.answers.together import ALL_READY, CLOSING, HEARD, IMAGINED, ON, OPENING, VIEWED
from circle_cli.interview.composing.part import Part, Telling
from circle_cli.interview.composing.round import ROUND
from circle_cli.interview.script.during.together import view_options
from circle_cli.session.record import Plan, Session, Views
from circle_cli.vocabulary import Role, Status

_OVER = (Status.RECORDED, Status.FOLLOWED_UP)


def _people(telling: Telling) -> Mapping[str, Any]:
    company = telling.company
    return {"roles": dict(company.roles), "facilitator": company.facilitator or None} if company else {}


def _people_of(session: Session) -> Mapping[str, str | None]:
    people = tuple(dict.fromkeys(name for names in session.roles.values() for name in names))
    roles = PEOPLE.given(people) | agreed_roles(people).given(session.roles) if people else {}
    if people and session.status in _OVER and not session.roles.get(Role.PRESENTER):
        roles |= PRESENTING.given(None)
    return roles | (FACILITATOR.given(session.facilitator) if session.facilitator else {})


def _time(telling: Telling) -> Mapping[str, Any]:
    """Give how long there is, where somebody says so; that the session and its end have begun is kept nowhere."""
    minutes = telling.interview.minutes(telling.answers)
    return {"plan": replace(telling.base.plan or Plan(), minutes=minutes)} if minutes else {}


def _time_of(session: Session) -> Mapping[str, str | None]:
    """Give how long there is; of what is over, what is asked now is asked at leisure, and nobody watches the time."""
    if session.status in _OVER:
        return OPENING.given(ALL_READY) | CLOSING.given(ON) | MINUTES.given(None)
    return MINUTES.given(session.plan.minutes) if session.plan and session.plan.minutes else {}


def _views(telling: Telling) -> Mapping[str, Any]:
    names = {
        value: view
        for question in telling.interview.guidance.questions
        for value, view in view_options(question).items()
    }
    before = HEARD.value(telling.answers), IMAGINED.value(telling.answers)
    heard, imagined = (
        tuple(dict.fromkeys(names.get(view, view) for view in (*earlier, *now)))
        for earlier, now in zip(before, VIEWED.value(telling.answers), strict=True)
    )
    views = replace(telling.base.views or Views(), heard=heard, imagined=imagined)
    return {"views": None if views == Views() else views}


def _views_of(session: Session) -> Mapping[str, str | None]:
    return VIEWED.given((session.views.heard, session.views.imagined)) if session.views else {}


TIME = Part(made_of=(OPENED, OPENING, MINUTES, CLOSING), compose=_time, decompose=_time_of)
PARTS_TOGETHER = (
    Part(made_of=(PEOPLE, FACILITATOR, PRESENTING, INSTEAD, AGREED, OPENED), compose=_people, decompose=_people_of),
    Part(made_of=(VIEWED, HEARD, IMAGINED), compose=_views, decompose=_views_of),
    TIME,
    *ROUND,
)
PARTS_OF_TWO = (TIME, *ROUND)
"""Those of a session one to one."""
