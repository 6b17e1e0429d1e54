"""What the answers of a session with others become of it, beside those of one alone. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from circle_cli.interview.answers.people import AGREED, FACILITATOR, MINUTES, PEOPLE, PRESENTING, agreed_roles
from circle_cli.interview.answers.together import (
    ALL_READY,
    BETWEEN,
    CLOSING,
    FEEDBACK,
    FEEDBACK_FROM,
    HEARD,
    IMAGINED,
    OBSERVATIONS,
    ON,
    OPENING,
    PRACTICE,
    QUESTIONING,
    SHARING,
    TAKEAWAYS,
    each_given,
)
from circle_cli.interview.composing.part import Part, Telling
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.during.round import tellers, told_apart, told_to
from circle_cli.interview.script.during.together import view_options
from circle_cli.session.record import FeedbackFrom, Observation, Plan, Session, Takeaway, Views
from circle_cli.vocabulary import Role, Status


def _people(telling: Telling) -> Mapping[str, Any]:
    company = telling.company
    return {"roles": dict(company.roles), "facilitator": company.facilitator or None} if company else {}


def _people_of(session: Session) -> Mapping[str, str | None]:
    people = tuple(dict.fromkeys(name for names in session.roles.values() for name in names))
    roles = PEOPLE.given(people) | agreed_roles(people).given(session.roles) if people else {}
    return roles | (FACILITATOR.given(session.facilitator) if session.facilitator else {})


def _time(telling: Telling) -> Mapping[str, Any]:
    """Give how long there is, where somebody says so; that the session and its end have begun is kept nowhere."""
    minutes = MINUTES.value(telling.answers)
    return {"plan": replace(telling.base.plan or Plan(), minutes=minutes)} if minutes else {}


def _time_of(session: Session) -> Mapping[str, str | None]:
    """Give how long there is; of what is over, what is asked now is asked at leisure, and nobody watches the time."""
    if session.status in (Status.RECORDED, Status.FOLLOWED_UP):
        return OPENING.given(ALL_READY) | CLOSING.given(ON) | MINUTES.given(None)
    return MINUTES.given(session.plan.minutes) if session.plan and session.plan.minutes else {}


def _views(telling: Telling) -> Mapping[str, Any]:
    names = {
        value: view
        for question in telling.interview.guidance.questions
        for value, view in view_options(question).items()
    }
    heard, imagined = (
        tuple(names.get(view, view) for view in answer.value(telling.answers)) for answer in (HEARD, IMAGINED)
    )
    views = replace(telling.base.views or Views(), heard=heard, imagined=imagined)
    return {"views": None if views == Views() else views}


def _views_of(session: Session) -> Mapping[str, str | None]:
    return HEARD.given(session.views.heard) | IMAGINED.given(session.views.imagined) if session.views else {}


def _observations(telling: Telling) -> Mapping[str, Any]:
    """Give what each told each; what was there before and nobody changed stays, to the letter."""
    company, base = telling.company, telling.base
    if company is None:
        return {}
    before = _written(base)
    order = {name: place for place, name in enumerate(tellers(company))}
    made: list[tuple[int, Observation]] = []
    for kind, by, text in each_given(OBSERVATIONS, telling.answers):
        there = before.get((kind, by), {})
        parts = there if text == BETWEEN.join(there) else told_apart(kind, text, company)
        for part in parts:
            to, words = told_to(kind, part, company)
            extra = next((each.extra for each in base.observations if (each.by, each.to) == (by, to)), {})
            place = order.get(by, len(order))
            observation = place, there.get(part) or Observation(by=by, to=to, text=words, extra=extra)
            if parts is there or observation not in made:  # the same told twice, by two ways of writing a name, is once
                made.append(observation)
    return {"observations": tuple(observation for _, observation in sorted(made, key=lambda each: each[0]))}


def _observations_of(session: Session) -> Mapping[str, str | None]:
    answers: dict[str, str | None] = {}
    for (kind, by), parts in _written(session).items():
        answers |= OBSERVATIONS[kind].of(by).given(BETWEEN.join(parts))
    return answers


def _written(session: Session) -> dict[tuple[str, str], dict[str, Observation]]:
    """Give the observations by kind and person, each as somebody would write it so that it reaches whom it is for."""
    company = Company(people=session.people, facilitator=session.facilitator or "", roles=session.roles)
    found: dict[tuple[str, str], dict[str, Observation]] = {}
    for each in session.observations:
        kind = SHARING
        for role, of_role in ((Role.PRESENTER, PRACTICE), (Role.QUESTIONER, QUESTIONING)):
            if each.to == role or each.to in company.roles.get(role, ()):
                kind = of_role
                break
        there = found.setdefault((kind, each.by), {})
        plain = not there and told_to(kind, each.text, company) == (each.to, each.text)
        there[each.text if plain else f"{each.to}: {each.text}"] = each
    return found


def _takeaways(telling: Telling) -> Mapping[str, Any]:
    made: list[Takeaway] = []
    for _, name, text in each_given({"": TAKEAWAYS}, telling.answers):
        before = [each for each in telling.base.takeaways if each.by == name]
        same = text == BETWEEN.join(each.text for each in before)
        made += before if same else [replace(before[0] if before else Takeaway(by=name, text=""), text=text)]
    return {"takeaways": tuple(made)}


def _takeaways_of(session: Session) -> Mapping[str, str | None]:
    answers: dict[str, str | None] = {}
    for name in dict.fromkeys(each.by for each in session.takeaways):
        answers |= TAKEAWAYS.of(name).given(BETWEEN.join(each.text for each in session.takeaways if each.by == name))
    return answers


def _feedback(telling: Telling) -> Mapping[str, Any]:
    given: dict[str, dict[str, str]] = {}
    for part, name, text in each_given(FEEDBACK, telling.answers):
        given.setdefault(name, {})[part] = text
    made: list[FeedbackFrom] = []
    for name, parts in given.items():
        before = [each for each in telling.base.feedback_from if each.by == name]
        same = parts == _offered(before)
        made += before if same else [FeedbackFrom(by=name, **parts, extra=before[0].extra if before else {})]
    return {"feedback_from": tuple(made)}


def _feedback_of(session: Session) -> Mapping[str, str | None]:
    names = tuple(dict.fromkeys(each.by for each in session.feedback_from))
    answers: dict[str, str | None] = FEEDBACK_FROM.given(names) if names else {}
    for name in names:
        offered = _offered([each for each in session.feedback_from if each.by == name])
        for part, answer in FEEDBACK.items():
            answers |= answer.of(name).given(offered.get(part))
    return answers


def _offered(given: Sequence[FeedbackFrom]) -> dict[str, str]:
    """Give what one person said of the session, by what it is about."""
    found = {part: [text for each in given if (text := getattr(each, part))] for part in FEEDBACK}
    return {part: BETWEEN.join(texts) for part, texts in found.items() if texts}


PARTS_TOGETHER = (
    Part(made_of=(PEOPLE, FACILITATOR, PRESENTING, AGREED), compose=_people, decompose=_people_of),
    Part(made_of=(OPENING, MINUTES, CLOSING), compose=_time, decompose=_time_of),
    Part(made_of=(HEARD, IMAGINED), compose=_views, decompose=_views_of),
    Part(made_of=tuple(OBSERVATIONS.values()), compose=_observations, decompose=_observations_of),
    Part(made_of=(TAKEAWAYS,), compose=_takeaways, decompose=_takeaways_of),
    Part(made_of=(FEEDBACK_FROM, *FEEDBACK.values()), compose=_feedback, decompose=_feedback_of),
)
