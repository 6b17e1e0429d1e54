"""What an interview's answers become of a session, whoever took part in it. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from circle_cli.guidance.records import Question
from circle_cli.ids import in_order, own_questions
from circle_cli.interview.answers.during import (
    ACTION_POINTS,
    CAST,
    DURING,
    LEARNING_POINTS,
    MATTERS,
    OUTCOMES,
    OWN_QUESTION,
    RAISED,
    RAISED_ON,
    SAFETY_STEP,
    SCALES,
    SCALING,
    SECTION,
    STORY,
    THEMES,
    in_their_places,
    section,
)
from circle_cli.interview.answers.people import ALONE, COMPANY, PRESENTER, QUESTIONER, WITH_SOMEBODY, is_alone
from circle_cli.interview.answers.together import NUMBERS, SCORES
from circle_cli.interview.composing.part import Part, Telling, whole_fields
from circle_cli.interview.script.during.together import NAMED_UP_TO, ONE_OF_MANY
from circle_cli.session.record import ActionPoint, Safeguarding, Score, Session
from circle_cli.vocabulary import Mode, Role

_HOLDERS = {Role.PRESENTER: PRESENTER, Role.QUESTIONER: QUESTIONER}


def _sections(telling: Telling) -> Mapping[str, Any]:
    """Give the sections that say something, or were there, empty, before."""
    base = telling.base.answers
    own = (*own_questions(base), *(name for key in telling.answers if (name := OWN_QUESTION.name_in(key))))
    names = in_order((*SECTION, *dict.fromkeys(own)))
    sections = {name: telling.answers.get(section(name).key, base.get(name)) for name in names}
    texts = {name: text.strip("\n") for name, text in sections.items() if text is not None}
    return {"answers": {name: text for name, text in texts.items() if text or base.get(name) == ""}}


def _sections_of(session: Session) -> Mapping[str, str | None]:
    return {section(name).key: text for name, text in session.answers.items()}


def _roles(telling: Telling) -> Mapping[str, Any]:
    """Give the roles of whoever is on their own, or one to one with somebody."""
    one_to_one = COMPANY.text(telling.answers) == WITH_SOMEBODY
    named = {role: answer.value(telling.answers) for role, answer in _HOLDERS.items() if one_to_one}
    return {"roles": {**telling.base.roles, **{role: names for role, names in named.items() if names}}}


def _roles_of(session: Session) -> Mapping[str, str | None]:
    if session.mode is not Mode.INDIVIDUAL:
        return {}
    if not session.roles:  # on one's own leaves no trace in a session; whoever told the situation was asked right after
        return COMPANY.given(ALONE) if "situation" in session.answers else {}
    answers = COMPANY.given(WITH_SOMEBODY if session.roles.get(Role.QUESTIONER) else ALONE)
    for role, answer in _HOLDERS.items():
        answers |= answer.given(session.roles.get(role, ()))
    return answers


def _scaling(telling: Telling) -> Mapping[str, Any]:
    questions = telling.interview.guidance.questions
    return {"scaling": tuple(score for question in questions for score in _scores(question, telling))}


def _scores(question: Question, telling: Telling) -> Iterator[Score]:
    before = [score for score in telling.base.scaling if score.question == question.id]
    made: list[Score] = []
    for item in SCALING[question.id].given(telling.answers):
        score, asked = item.value("score")
        extra = before[item.number - 1].extra if item.number <= len(before) else {}
        asked = asked or question.scaling or question.title
        by, view = item.value("by"), item.value("view")
        made.append(Score(question=question.id, asked=asked, by=by, score=score, view=view, extra=extra))
    yield from made
    for each in (*_scores_in_a_line(question, telling), *_scores_by_role(question, telling)):
        if each in made:  # an interrupted save had finished: it is in the file already
            made.remove(each)
        else:
            yield each


def _scores_in_a_line(question: Question, telling: Telling) -> Iterator[Score]:
    """Give the numbers typed for a question; among many who are together it is not kept whose is whose."""
    company, asked = telling.company, question.scaling or question.title
    answers = (SCALES[question.id], NUMBERS[question.id])
    given = [each for answer in answers for each in answer.value(telling.answers)]
    if company and len(company.people) > NAMED_UP_TO:
        here = {name.casefold() for name in (*company.people, Role.PRESENTER)}
        apart = [each if each.by.casefold() not in here else each._replace(by=ONE_OF_MANY) for each in given]
        given = sorted(apart, key=lambda each: (each.by != ONE_OF_MANY, each.score if each.by == ONE_OF_MANY else 0))
    for by, score, view in given:
        yield Score(question=question.id, asked=asked, by=by, score=score, view=view)


def _scores_by_role(question: Question, telling: Telling) -> Iterator[Score]:
    """Give everybody's scores as earlier versions asked for them: by name among a few, by role among more."""
    company = telling.company
    if company is None:
        return
    for name, score in SCORES[question.id].value(telling.answers).items():
        by = (company.role_of(name) or "facilitator") if len(company.people) > NAMED_UP_TO else name
        yield Score(question=question.id, asked=question.scaling or question.title, by=by, score=score)


def _scaling_of(session: Session) -> Mapping[str, str | None]:
    answers: dict[str, str | None] = {}
    for question, scores in SCALING.items():
        given = (score for score in session.scaling if score.question == question)
        answers |= scores.written(
            {"score": (each.score, each.asked), "by": each.by, "view": each.view} for each in given
        )
    return answers


def _safeguarding(telling: Telling) -> Mapping[str, Any]:
    raised = RAISED.value(telling.answers)
    if raised is None:
        return {}
    before = telling.base.safeguarding or Safeguarding(raised=False)
    on = RAISED_ON.value(telling.answers) if raised else None
    return {"safeguarding": replace(before, raised=raised, on=on)}


def _safeguarding_of(session: Session) -> Mapping[str, str | None]:
    there = session.safeguarding
    return RAISED.given(there.raised) | RAISED_ON.given(there.on) | SAFETY_STEP.given(None) if there else {}


def _cast(telling: Telling) -> Mapping[str, Any]:
    """Give the cast as it was, with who was typed since, and what else those are called who were there."""
    there = CAST.compose(telling.answers, telling.base).get("cast", telling.base.cast)
    typed = STORY.value(telling.answers)
    if typed is None:
        return {"cast": there}
    known = {entry.name.casefold(): entry for entry in there or ()}
    for entry in typed:
        before = known.get(entry.name.casefold(), entry)
        also = tuple(dict.fromkeys((*before.also, *entry.also)))
        known[entry.name.casefold()] = replace(before, also=also, say=before.say or entry.say)
    return {"cast": tuple(known.values())}


def _learnt(telling: Telling) -> Mapping[str, Any]:
    return LEARNING_POINTS.compose(in_their_places(telling.answers), telling.base)


def _actions(telling: Telling) -> Mapping[str, Any]:
    """Give the actions; a new one of somebody alone is their own where nobody else was named."""
    there = {action.id for action in telling.base.action_points}
    actions = ACTION_POINTS.records(telling.answers, telling.base.action_points)
    step = SAFETY_STEP.value(telling.answers)
    if step and step not in (action.what for action in actions):  # an interrupted save may have finished
        actions += (ActionPoint(id=max((action.id for action in actions), default=0) + 1, what=step),)
    alone = is_alone(telling.interview.mode, telling.answers)
    mine = (each.id not in there and not each.who and alone for each in actions)
    return {
        "action_points": tuple(
            replace(each, who=telling.interview.me) if own else each for each, own in zip(actions, mine, strict=True)
        )
    }


def _themes(telling: Telling) -> Mapping[str, Any]:
    """Give the themes that were there, and those chosen since."""
    return {"themes": tuple(dict.fromkeys((*telling.base.themes, *THEMES.value(telling.answers))))}


def _themes_of(session: Session) -> Mapping[str, str | None]:
    return THEMES.given(session.themes) if session.themes else {}


def _outcomes(telling: Telling) -> Mapping[str, Any]:
    """Give the learning outcomes that were there, and those typed since, each once."""
    there, typed = telling.base.learning_outcomes, OUTCOMES.value(telling.answers)
    return {"learning_outcomes": (*there, *(each for each in typed if each not in there))}


PARTS = (
    *whole_fields(each for each in DURING if each not in (CAST, LEARNING_POINTS, ACTION_POINTS)),
    Part(made_of=(LEARNING_POINTS, MATTERS), compose=_learnt, decompose=LEARNING_POINTS.decompose),
    Part(made_of=(ACTION_POINTS, SAFETY_STEP), compose=_actions, decompose=ACTION_POINTS.decompose),
    Part(made_of=(CAST, STORY), compose=_cast, decompose=CAST.decompose),
    Part(made_of=(THEMES,), compose=_themes, decompose=_themes_of),
    Part(made_of=(OUTCOMES,), compose=_outcomes, decompose=lambda _: {}),
    Part(made_of=(*SECTION.values(), OWN_QUESTION), compose=_sections, decompose=_sections_of),
    Part(made_of=(COMPANY, PRESENTER, QUESTIONER), compose=_roles, decompose=_roles_of),
    Part(
        made_of=(*SCALING.values(), *SCALES.values(), *NUMBERS.values(), *SCORES.values()),
        compose=_scaling,
        decompose=_scaling_of,
    ),
    Part(made_of=(RAISED, RAISED_ON), compose=_safeguarding, decompose=_safeguarding_of),
)
