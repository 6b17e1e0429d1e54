"""From what was settled beforehand to a planned session, or to those of a training event; and back. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from circle_cli.interview.answers.answer import Answers, nothing_more
from circle_cli.interview.answers.before import (
    AT,
    BEFORE,
    DATE,
    MODE,
    PLACE,
    READY,
    SUGGESTED_MODE,
    WISHES,
    day_of,
    time_of,
)
from circle_cli.interview.answers.people import FACILITATOR, MINUTES, PEOPLE, PRESENTING, agreed_roles
from circle_cli.interview.composing.compose import TAKEN, compose
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.composing.part import Part, Telling, all_answers, put_together, whole_fields
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.before.splitting import groups_of, presenter_of, to_split
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Event, Plan, Session
from circle_cli.vocabulary import Mode, Role, Status


def compose_plan(preparation: Preparation, answers: Answers, base: Session) -> Session:
    """Put what was settled into `base`."""
    nothing_more(answers, (*TAKEN, *all_answers(SETTLED)))
    mode, day = preparation.chosen(answers) or base.mode, day_of(answers) or base.date
    interview = Interview(
        guidance=preparation.guidance, day=day, today=day, quick=False, mode=mode, turns=preparation.turns
    )
    session = compose(interview, answers, replace(base, mode=mode))
    telling = Telling(interview=interview, company=None, answers=answers, base=session)
    return replace(put_together(SETTLED, telling, decompose_plan(base)), status=Status.PLANNED)


def compose_event(
    preparation: Preparation, answers: Answers, base: Session, event_id: str, ids: Sequence[str]
) -> tuple[Session, ...]:
    """Give the sessions of a training event, one for each group, with its own people and roles."""
    groups = groups_of(to_split(answers), preparation.groups, answers)
    made: list[Session] = []
    for number, (session_id, group) in enumerate(zip(ids, groups, strict=True), start=1):
        presenter = presenter_of(group, FACILITATOR.text(answers), preparation.turns, answers)
        own = {**answers, **PEOPLE.given(group), **PRESENTING.given(presenter)}
        session = compose_plan(preparation, own, replace(base, id=session_id, mode=Mode.TRAINING))
        title = f"{session.title}, group {number}" if len(groups) > 1 else session.title
        made.append(replace(session, title=title, event=Event(id=event_id, group=number, groups=len(groups))))
    return tuple(made)


def decompose_plan(session: Session) -> dict[str, str | None]:
    """Give what is settled already of a planned session; a check that does not hold yet is asked again."""
    answers = decompose(session)
    for part in SETTLED:
        answers |= part.decompose(session)
    presenters = session.roles.get(Role.PRESENTER, ())
    if len(presenters) == 1 and session.mode is not Mode.INDIVIDUAL:
        everybody = PEOPLE.value(answers)
        del answers[agreed_roles(everybody).key]
        answers |= PRESENTING.given(presenters[0]) | agreed_roles(everybody, presenters[0]).given(session.roles)
    return answers


def _plan(telling: Telling) -> Mapping[str, Any]:
    answers, interview = telling.answers, telling.interview
    checks = interview.guidance.page_of(interview.mode).readiness
    ready = tuple(check.id for check in checks if READY.of(check.id).value(answers))
    before, day = telling.base.plan or Plan(), day_of(answers)
    plan = replace(
        before,
        at=time_of(answers) or None,
        minutes=MINUTES.value(answers),
        place=PLACE.value(answers),
        wishes=WISHES.value(answers),
        undated=day is None and (before.undated or DATE.key in answers),
        ready=ready,
    )
    return {"plan": None if plan == Plan() else plan, "date": day or telling.base.date}


def _plan_of(session: Session) -> Mapping[str, str | None]:
    plan = session.plan or Plan()
    answers = {key: text for check in plan.ready for key, text in READY.of(check).given(True).items()}
    found = AT.given(plan.at) | MINUTES.given(plan.minutes) | PLACE.given(plan.place) | WISHES.given(plan.wishes)
    found |= {} if plan.undated else DATE.given((session.date, None))
    return answers | {key: text for key, text in found.items() if text}


def _mode(telling: Telling) -> Mapping[str, Any]:
    return {"mode": telling.interview.mode}


def _mode_of(session: Session) -> Mapping[str, str | None]:
    return MODE.given(session.mode)


SETTLED = (
    *whole_fields(BEFORE),
    Part(made_of=(MODE, SUGGESTED_MODE), compose=_mode, decompose=_mode_of),
    Part(made_of=(DATE, AT, MINUTES, PLACE, WISHES, READY), compose=_plan, decompose=_plan_of),
)
