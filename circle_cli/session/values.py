"""A session's front matter, written: from the record to values, with the keys always in one order."""

from circle_cli.front_matter.located import Plain, Value
from circle_cli.session.record import (
    OWN_QUESTIONS,
    SESSION_FORMAT,
    ActionPoint,
    CastEntry,
    Event,
    Feedback,
    FeedbackFrom,
    FrameworkLink,
    LearningPoint,
    Plan,
    Safeguarding,
    Score,
    Session,
    Views,
)


def front_of(session: Session) -> dict[str, Value]:
    """Give the front matter's values, in the order of the file; what was not asked has no key."""
    values: dict[str, Value] = {
        "circle": SESSION_FORMAT,
        "id": Plain(session.id),
        "title": session.title,
        "date": session.date,
        "mode": Plain(session.mode),
        "status": Plain(session.status),
        "setting": session.setting and Plain(session.setting),
        "focus": session.focus and Plain(session.focus),
        "themes": list(session.themes),
        "cast": None if session.cast is None else [_cast(entry) for entry in session.cast],
        "roles": {role: list(names) for role, names in session.roles.items()},
        "scaling": [_score(score) for score in session.scaling],
        "observations": [{"by": o.by, "to": o.to, "text": o.text, **o.extra} for o in session.observations],
        "feedback": session.feedback and _feedback(session.feedback),
        "learning_points": [_learning_point(point) for point in session.learning_points],
        "action_points": [_action_point(point) for point in session.action_points],
        "safeguarding": session.safeguarding and _safeguarding(session.safeguarding),
        "frameworks": [_framework(link) for link in session.frameworks],
        "learning_outcomes": list(session.learning_outcomes),
        "facilitator": session.facilitator,
        "plan": session.plan and _plan(session.plan),
        "event": session.event and _event(session.event),
        "gathered": [{"by": each.by, "text": each.text, **each.extra} for each in session.gathered],
        "views": session.views and _views(session.views),
        "takeaways": [{"by": each.by, "text": each.text, **each.extra} for each in session.takeaways],
        "feedback_from": [{"by": each.by, **_feedback(each)} for each in session.feedback_from],
        OWN_QUESTIONS: [Plain(name) for name in session.own_questions],
        **session.extra,
    }
    asked = {"cast"} if session.cast is not None else set()
    return {key: value for key, value in values.items() if value or key in asked or key in session.extra}


def _cast(entry: CastEntry) -> dict[str, Value]:
    return {"name": entry.name, **_given(also=list(entry.also), say=entry.say), **entry.extra}


def _score(score: Score) -> dict[str, Value]:
    view = _given(view=score.view and Plain(score.view))
    given = {"question": Plain(score.question), "asked": score.asked, "by": score.by, "score": score.score}
    return {**given, **view, **score.extra}


def _feedback(feedback: Feedback | FeedbackFrom) -> dict[str, Value]:
    given = _given(positive=feedback.positive, even_better=feedback.even_better, will_use=feedback.will_use)
    return {**given, **feedback.extra}


def _learning_point(point: LearningPoint) -> dict[str, Value]:
    scope = _given(scope=point.scope and Plain(point.scope), matters=point.matters)
    share = {"share": Plain(point.share), **_given(point=point.point)}
    return {"id": point.id, "text": point.text, **scope, **share, **point.extra}


def _action_point(point: ActionPoint) -> dict[str, Value]:
    given = _given(who=point.who, by=point.by, tracked_by=point.tracked_by)
    return {"id": point.id, "what": point.what, **given, "done": point.done, **_given(note=point.note), **point.extra}


def _safeguarding(safeguarding: Safeguarding) -> dict[str, Value]:
    return {"raised": safeguarding.raised, "on": safeguarding.on, **safeguarding.extra}


def _framework(link: FrameworkLink) -> dict[str, Value]:
    how = _given(how=link.how)
    return {"framework": Plain(link.framework), "statement": link.statement, **how, **link.extra}


def _plan(plan: Plan) -> dict[str, Value]:
    told = _given(
        at=plan.at,
        minutes=plan.minutes,
        place=plan.place,
        wishes=list(plan.wishes),
        undated=plan.undated,
        ready=list(plan.ready),
    )
    return {**told, **plan.extra}


def _event(event: Event) -> dict[str, Value]:
    return {"id": Plain(event.id), "group": event.group, "groups": event.groups, **event.extra}


def _views(views: Views) -> dict[str, Value]:
    return {**_given(heard=list(views.heard), imagined=list(views.imagined)), **views.extra}


def _given(**values: Value) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value}
