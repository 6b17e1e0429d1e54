"""What a session with others adds to its record, from the answers and back. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from circle_cli.guidance.records import Question
from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.company import Company, roles_key
from circle_cli.interview.script.dealing import write_roles
from circle_cli.interview.script.during.round import (
    BETWEEN,
    FEEDBACK,
    PRACTICE,
    QUESTIONING,
    SHARING,
    tellers,
    told_apart,
    told_to,
)
from circle_cli.interview.script.during.together import NAMED_UP_TO, read_scores, scores_key, view_options
from circle_cli.session.record import FeedbackFrom, Observation, Plan, Score, Session, Takeaway, Views
from circle_cli.vocabulary import Mode, Role, Status

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
        fields["takeaways"] = _takeaways(answers, base)
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
    """Give what each told each; what was there before and nobody changed stays, to the letter."""
    before = _written(base)
    order = {name: place for place, name in enumerate(tellers(company))}
    made: list[tuple[int, Observation]] = []
    for key, text in _under("observations", answers).items():
        kind, _, by = key.partition("/")
        there = before.get(key, {})
        parts = there if text == BETWEEN.join(there) else told_apart(kind, text, company)
        for part in parts:
            to, words = told_to(kind, part, company)
            extra = next((each.extra for each in base.observations if (each.by, each.to) == (by, to)), {})
            place = order.get(by, len(order))
            observation = place, there.get(part) or Observation(by=by, to=to, text=words, extra=extra)
            if parts is there or observation not in made:  # the same told twice, by two ways of writing a name, is once
                made.append(observation)
    return tuple(observation for _, observation in sorted(made, key=lambda each: each[0]))


def _takeaways(answers: Answers, base: Session) -> tuple[Takeaway, ...]:
    made: list[Takeaway] = []
    for name, text in _under("takeaways", answers).items():
        before = [each for each in base.takeaways if each.by == name]
        same = text == BETWEEN.join(each.text for each in before)
        made += before if same else [replace(before[0] if before else Takeaway(by=name, text=""), text=text)]
    return tuple(made)


def _feedback(answers: Answers, base: Session) -> tuple[FeedbackFrom, ...]:
    said: dict[str, dict[str, str]] = {}
    for key, text in _under("feedback", answers).items():
        name, _, part = key.rpartition("/")
        if part in FEEDBACK and name:
            said.setdefault(name, {})[part] = text
    made: list[FeedbackFrom] = []
    for name, parts in said.items():
        before = [each for each in base.feedback_from if each.by == name]
        same = parts == _offered(before)
        made += before if same else [FeedbackFrom(by=name, **parts, extra=before[0].extra if before else {})]
    return tuple(made)


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
    for name in dict.fromkeys(each.by for each in session.takeaways):
        answers[f"takeaways/{name}"] = BETWEEN.join(each.text for each in session.takeaways if each.by == name)
    for name in dict.fromkeys(each.by for each in session.feedback_from):
        offered = _offered([each for each in session.feedback_from if each.by == name])
        answers |= {f"feedback/{name}/{part}": offered.get(part) for part in FEEDBACK}
    if session.feedback_from:
        answers["feedback/who"] = ", ".join(dict.fromkeys(said.by for said in session.feedback_from))
    answers |= {f"observations/{key}": BETWEEN.join(parts) for key, parts in _written(session).items()}
    if session.status in (Status.RECORDED, Status.FOLLOWED_UP):
        # that is over: what is asked now is asked at leisure, and nobody watches the time
        answers |= {"opening": "ready", "closing": "on", "minutes": None}
    return answers


def _offered(said: Sequence[FeedbackFrom]) -> dict[str, str]:
    """Give what one person said of the session, by what it is about."""
    found = {part: [text for each in said if (text := getattr(each, part))] for part in FEEDBACK}
    return {part: BETWEEN.join(texts) for part, texts in found.items() if texts}


def _written(session: Session) -> dict[str, dict[str, Observation]]:
    """Give the observations by kind and person, each as somebody would write it so that it reaches whom it is for."""
    company = Company(people=session.people, facilitator=session.facilitator or "", roles=session.roles)
    found: dict[str, dict[str, Observation]] = {}
    for each in session.observations:
        kind = SHARING
        for role, of_role in ((Role.PRESENTER, PRACTICE), (Role.QUESTIONER, QUESTIONING)):
            if each.to == role or each.to in company.roles.get(role, ()):
                kind = of_role
                break
        there = found.setdefault(f"{kind}/{each.by}", {})
        plain = not there and told_to(kind, each.text, company) == (each.to, each.text)
        there[each.text if plain else f"{each.to}: {each.text}"] = each
    return found
