"""From what was settled beforehand to a planned session, or to those of a training event; and back. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from circle_cli.interview.composing.compose import compose
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.answers import Answers, numbers
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.before.splitting import groups_of
from circle_cli.interview.script.company import roles_key
from circle_cli.interview.script.people import names_in
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import Event, Gathered, Plan, Session
from circle_cli.vocabulary import Focus, Mode, Role, Status


def compose_plan(preparation: Preparation, answers: Answers, base: Session) -> Session:
    """Put what was settled into `base`."""
    mode = preparation.chosen(answers) or base.mode
    day = date.fromisoformat(answers.get("date") or base.date.isoformat())
    interview = Interview(
        guidance=preparation.guidance, day=day, today=day, quick=False, mode=mode, turns=preparation.turns
    )
    session = compose(interview, answers, replace(base, mode=mode))
    before = base.plan or Plan()
    focus, minutes = answers.get("focus"), answers.get("minutes", str(before.minutes or ""))
    checks = [check.id for page in preparation.guidance.modes if page.id == mode for check in page.readiness]
    plan = replace(
        before,
        at=answers.get("at", before.at),
        minutes=int(minutes) if minutes else None,
        ready=tuple(check for check in checks if answers.get(f"ready/{check}") == "yes"),
    )
    return replace(
        session,
        date=day,
        status=Status.PLANNED,
        focus=Focus(focus) if focus else base.focus,
        plan=None if plan == Plan() else plan,
        gathered=_gathered(answers, base),
    )


def compose_event(
    preparation: Preparation, answers: Answers, base: Session, event_id: str, ids: Sequence[str]
) -> tuple[Session, ...]:
    """Give the sessions of a training event, one for each group, with its own people and roles."""
    people = names_in(answers.get("people"))
    groups = groups_of(people, preparation.groups, answers)
    made: list[Session] = []
    for number, (session_id, group) in enumerate(zip(ids, groups, strict=True), start=1):
        own = {**answers, "people": ", ".join(group)}
        session = compose_plan(preparation, own, replace(base, id=session_id, mode=Mode.TRAINING))
        title = f"{session.title}, group {number}" if len(groups) > 1 else session.title
        made.append(replace(session, title=title, event=Event(id=event_id, group=number, groups=len(groups))))
    return tuple(made)


def decompose_plan(session: Session) -> dict[str, str | None]:
    """Give what is settled already of a planned session; a check that does not hold yet is asked again."""
    answers = {**decompose(session), "mode": str(session.mode), "date": session.date.isoformat()}
    plan = session.plan or Plan()
    answers |= {f"ready/{check}": "yes" for check in plan.ready}
    if plan.at:
        answers["at"] = plan.at
    if plan.minutes:
        answers["minutes"] = str(plan.minutes)
    presenters = session.roles.get(Role.PRESENTER, ())
    if len(presenters) == 1 and session.mode is not Mode.INDIVIDUAL:
        everybody = names_in(answers.get("people"))
        answers["presenting"] = presenters[0]
        answers[roles_key(everybody, presenters[0])] = answers.pop(roles_key(everybody))
    if session.focus:
        answers["focus"] = str(session.focus)
    for number, view in enumerate(session.gathered, start=1):
        answers |= {f"gathered/{number}/by": view.by, f"gathered/{number}/text": view.text}
    return answers


def _gathered(answers: Answers, base: Session) -> tuple[Gathered, ...]:
    made: list[Gathered] = []
    for number in numbers(answers, "gathered", "by"):
        text = (answers.get(f"gathered/{number}/text") or "").strip("\n")
        if text:
            extra = base.gathered[number - 1].extra if number <= len(base.gathered) else {}
            made.append(Gathered(by=answers[f"gathered/{number}/by"] or "", text=text, extra=extra))
    return tuple(made)
