"""What a session with others adds to its record, from the answers and back. Pure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from circle_cli.guidance.records import Question
from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.company import Company, roles_key
from circle_cli.interview.script.dealing import write_roles
from circle_cli.interview.script.people import EVERYONE
from circle_cli.interview.script.round import FEEDBACK, PRACTICE, QUESTIONING, SHARING, tellers, told_to
from circle_cli.interview.script.together import NAMED_UP_TO, read_scores, scores_key, view_options
from circle_cli.session.record import Mode, Observation, Plan, Said, Score, Session, Takeaway, Views

Changed = Callable[..., bool]
"""Tells whether any answer of these groups differs from what the base holds."""


def compose_together(
    questions: tuple[Question, ...], answers: Answers, base: Session, company: Company, changed: Changed
) -> dict[str, Any]:
    """Give the fields that differ from `base` in a session with others."""
    fields: dict[str, Any] = {}
    if changed("people", "facilitator", "roles"):
        outside = company.facilitator if company.facilitator else None
        fields |= {"roles": dict(company.roles), "facilitator": outside}
    if changed("minutes") and answers.get("minutes"):
        fields["plan"] = replace(base.plan or Plan(), minutes=int(answers["minutes"] or 0))
    if changed("views"):
        fields["views"] = _views(questions, answers, base)
    if changed("observations"):
        fields["observations"] = _observations(answers, company, base)
    if changed("takeaways"):
        before = {each.by: each for each in base.takeaways}
        fields["takeaways"] = tuple(
            replace(before.get(name, Takeaway(by=name, text="")), text=text)
            for name, text in _under("takeaways", answers).items()
        )
    if changed("feedback"):
        fields["feedback_from"] = _feedback(answers, base)
    return fields


def scores_together(question: Question, answers: Answers, company: Company) -> tuple[Score, ...]:
    """Give everybody's scores for a question: by name among a few, by role among more."""
    given = read_scores(answers.get(scores_key(question.id)) or "")
    many = len(company.people) > NAMED_UP_TO
    return tuple(
        Score(
            question=question.id,
            asked=question.scaling or question.title,
            by=(company.role_of(name) or "facilitator") if many else name,
            score=score,
        )
        for name, score in given.items()
    )


def _under(group: str, answers: Answers) -> dict[str, str]:
    """Give what was said under `group/...`, by what follows."""
    found = {key.removeprefix(f"{group}/"): text for key, text in answers.items() if key.startswith(f"{group}/")}
    return {key: text for key, text in found.items() if text and text.strip()}


def _views(questions: tuple[Question, ...], answers: Answers, base: Session) -> Views | None:
    names = {value: view for question in questions for value, view in view_options(question).items()}
    said = _under("views", answers)
    found = {
        how: tuple(names.get(part, part) for part in said.get(how, "").split(", ") if part)
        for how in ("heard", "imagined")
    }
    views = replace(base.views or Views(), heard=found["heard"], imagined=found["imagined"])
    return None if views == Views() else views


def _observations(answers: Answers, company: Company, base: Session) -> tuple[Observation, ...]:
    said = _under("observations", answers)
    order = {name: place for place, name in enumerate(tellers(company))}
    made: list[tuple[int, Observation]] = []
    for key, text in said.items():
        kind, _, by = key.partition("/")
        to, words = told_to(kind, text, company)
        extra = next((each.extra for each in base.observations if (each.by, each.to) == (by, to)), {})
        made.append((order.get(by, len(order)), Observation(by=by, to=to, text=words, extra=extra)))
    return tuple(observation for _, observation in sorted(made, key=lambda each: each[0]))


def _feedback(answers: Answers, base: Session) -> tuple[Said, ...]:
    before = {each.by: each for each in base.feedback_from}
    said: dict[str, Said] = {}
    for key, text in _under("feedback", answers).items():
        name, _, part = key.rpartition("/")
        if part in FEEDBACK and name:
            told = said.get(name) or Said(by=name, extra=before[name].extra if name in before else {})
            said[name] = replace(told, **{part: text})  # type: ignore[arg-type]  # a field's name, from FEEDBACK
    return tuple(said.values())


def decompose_together(session: Session) -> dict[str, str | None]:
    """Give the answers that a session with others holds beside those of one alone."""
    if session.mode is Mode.INDIVIDUAL:
        return {}
    people = tuple(dict.fromkeys(name for names in session.roles.values() for name in names))
    answers: dict[str, str | None] = {}
    if people:
        answers |= {"people": ", ".join(people), roles_key(people): write_roles(session.roles)}
    if session.facilitator:
        answers["facilitator"] = session.facilitator
    if session.plan and session.plan.minutes:
        answers["minutes"] = str(session.plan.minutes)
    if session.views:
        answers["views/heard"] = ", ".join(view.replace(",", "") for view in session.views.heard)
        answers["views/imagined"] = ", ".join(view.replace(",", "") for view in session.views.imagined)
    answers |= {f"takeaways/{each.by}": each.text for each in session.takeaways}
    for said in session.feedback_from:
        answers |= {f"feedback/{said.by}/{part}": getattr(said, part) for part in FEEDBACK}
    if session.feedback_from:
        answers["feedback/who"] = ", ".join(said.by for said in session.feedback_from)
    return answers | _observed(session)


def _observed(session: Session) -> dict[str, str | None]:
    """Give the observations by kind and person; what one person told another twice stands one below the other."""
    answers: dict[str, str | None] = {}
    for each in session.observations:
        kind, words = SHARING, each.text if each.to == EVERYONE else f"{each.to}: {each.text}"
        for role, of_role in (("presenter", PRACTICE), ("questioner", QUESTIONING)):
            if each.to == role or each.to in session.roles.get(role, ()):
                kind, words = of_role, each.text
                break
        key = f"observations/{kind}/{each.by}"
        answers[key] = f"{answers[key]}\n{words}" if key in answers else words
    return answers
