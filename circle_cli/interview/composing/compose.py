"""From an interview's answers to a session's record; `decompose` goes the other way. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from circle_cli.ids import SECTIONS
from circle_cli.interview.composing.compose_together import compose_together, scores_together
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.answers import NOBODY, STATEMENT, Answers, numbers
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.script import Interview
from circle_cli.session.record import ActionPoint, CastEntry, FrameworkLink, LearningPoint, Safeguarding, Score, Session
from circle_cli.vocabulary import Mode, Role, Scope, Setting, Status

UNTITLED = "Something that went well"


def new_session(session_id: str, day: date, mode: Mode) -> Session:
    """Give the session as it is before the first answer."""
    return Session(id=session_id, title=UNTITLED, date=day, mode=mode, status=Status.RECORDED)


def compose(interview: Interview, answers: Answers, base: Session) -> Session:
    """Put the answers into `base`; what it holds and nobody answered anew stays, to the letter."""
    before = decompose(base)

    def changed(*groups: str) -> bool:
        keys = {key for key in (*answers, *before) if re.split("[/ ]", key, maxsplit=1)[0] in groups}
        return any(answers.get(key) != before.get(key) for key in keys)

    setting = answers.get("setting")
    company = interview.company(answers)
    others = compose_together(interview.questions, answers, base, company, changed) if company else {}
    sections = {name: answers.get(name, base.answers.get(name)) for name in SECTIONS}
    session = replace(
        base,
        title=answers.get("title") or base.title,
        answers={
            name: text.strip("\n") for name, text in sections.items() if text is not None and _held(name, text, base)
        },
        roles=_roles(answers, base) if changed("company", Role.PRESENTER, Role.QUESTIONER) else base.roles,
        scaling=_scaling(interview, answers, base, company) if changed("scaling", "scores") else base.scaling,
        learning_points=_learning_points(answers, base) if changed("learning-points") else base.learning_points,
        action_points=_action_points(answers, base) if changed("action-points") else base.action_points,
        frameworks=_frameworks(answers, base) if changed("frameworks") else base.frameworks,
        cast=_cast(answers, base) if changed("cast") else base.cast,
        themes=tuple(dict.fromkeys(_split(answers.get("themes")))) if changed("themes") else base.themes,
        setting=Setting(setting) if setting else base.setting,
        safeguarding=_safeguarding(answers, base) if changed("safeguarding") else base.safeguarding,
    )
    return replace(session, **others)


def _held(name: str, text: str, base: Session) -> bool:
    """Tell whether a section belongs in the file: it says something, or was there, empty, before."""
    return bool(text.strip("\n")) or base.answers.get(name) == ""


def _split(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split(",") if part.strip()]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _roles(answers: Answers, base: Session) -> Mapping[str, tuple[str, ...]]:
    roles = dict(base.roles)
    for role in (Role.PRESENTER, Role.QUESTIONER):
        if answers.get("company") == "with" and answers.get(role):
            roles[role] = tuple(_split(answers[role]))
    return roles


def _scaling(interview: Interview, answers: Answers, base: Session, company: Company | None) -> tuple[Score, ...]:
    scores: list[Score] = []
    for question in interview.guidance.questions:
        before = [score for score in base.scaling if score.question == question.id]
        for number in numbers(answers, f"scaling/{question.id}", "score"):
            stem = f"scaling/{question.id}/{number}"
            score, _, asked = (answers[f"{stem}/score"] or "").partition(" ")
            extra = before[number - 1].extra if number <= len(before) else {}
            scores.append(
                Score(
                    question=question.id,
                    asked=asked or question.scaling or question.title,
                    by=answers.get(f"{stem}/by") or Role.PRESENTER,
                    score=int(score),
                    extra=extra,
                )
            )
        if company:
            there = [made for made in scores if made.question == question.id]
            for each in scores_together(question, answers, company):
                if each in there:  # an interrupted save had finished: it is in the file already
                    there.remove(each)
                else:
                    scores.append(each)
    return tuple(scores)


def _safeguarding(answers: Answers, base: Session) -> Safeguarding | None:
    raised = answers.get("safeguarding/raised")
    if not raised:
        return base.safeguarding
    before = base.safeguarding or Safeguarding(raised=False)
    on = _day(answers.get("safeguarding/on")) if raised == "yes" else None
    return replace(before, raised=raised == "yes", on=on)


def _learning_points(answers: Answers, base: Session) -> tuple[LearningPoint, ...]:
    points = {number: point for number, point in enumerate(base.learning_points, start=1)}
    made: list[LearningPoint] = []
    for number in numbers(answers, "learning-points", "text"):
        stem = f"learning-points/{number}"
        text = answers[f"{stem}/text"] or ""
        scope = Scope(answers.get(f"{stem}/scope") or Scope.SPECIFIC)
        point = points.get(number) or LearningPoint(id=_free((*base.learning_points, *made)), text=text, scope=scope)
        made.append(replace(point, text=text, scope=scope))
    return tuple(made)


def _action_points(answers: Answers, base: Session) -> tuple[ActionPoint, ...]:
    points = {number: point for number, point in enumerate(base.action_points, start=1)}
    made: list[ActionPoint] = []
    for number in numbers(answers, "action-points", "what"):
        stem = f"action-points/{number}"
        point = points.get(number) or ActionPoint(id=_free((*base.action_points, *made)), what="")
        made.append(
            replace(
                point,
                what=answers[f"{stem}/what"] or "",
                who=answers.get(f"{stem}/who") or None,
                by=_day(answers.get(f"{stem}/by")),
                tracked_by=answers.get(f"{stem}/tracked-by") or None,
            )
        )
    return tuple(made)


def _free(points: Sequence[LearningPoint | ActionPoint]) -> int:
    """Give a number that no point has: once given, a number stays with its point."""
    return max((point.id for point in points), default=0) + 1


def _frameworks(answers: Answers, base: Session) -> tuple[FrameworkLink, ...]:
    links: list[FrameworkLink] = []
    for number in numbers(answers, "frameworks", "framework"):
        stem = f"frameworks/{number}"
        statement = (answers.get(f"{stem}/statement") or "").removeprefix(STATEMENT)
        if statement:
            before = base.frameworks[number - 1] if number <= len(base.frameworks) else None
            links.append(
                FrameworkLink(
                    framework=answers[f"{stem}/framework"] or "",
                    statement=statement,
                    how=answers.get(f"{stem}/how") or None,
                    extra=before.extra if before else {},
                )
            )
    return tuple(links)


def _cast(answers: Answers, base: Session) -> tuple[CastEntry, ...] | None:
    given = numbers(answers, "cast", "name")
    if not given:
        return base.cast
    entries: list[CastEntry] = []
    for number in given:
        stem = f"cast/{number}"
        name = (answers[f"{stem}/name"] or "").strip()
        if name.casefold() != NOBODY:
            before = base.cast[number - 1] if base.cast and number <= len(base.cast) else None
            also = tuple(_split(answers.get(f"{stem}/also")))
            say = answers.get(f"{stem}/say") or None
            entries.append(CastEntry(name=name, also=also, say=say, extra=before.extra if before else {}))
    return tuple(entries)
