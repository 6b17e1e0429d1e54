"""A session's front matter: from values to the record and back. Keys stand in the order of the contract."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from circle_cli.fields import Fields
from circle_cli.front_matter import Located, Plain, Value, said
from circle_cli.ids import QUESTIONS, ROLES, SESSION_ID
from circle_cli.session.record import (
    FORMAT,
    ActionPoint,
    CastEntry,
    Feedback,
    Focus,
    FrameworkLink,
    LearningPoint,
    Mode,
    Observation,
    Safeguarding,
    Scope,
    Score,
    Session,
    Setting,
    Share,
    Status,
)


def build_session(source: Located, answers: Mapping[str, str], preamble: str, *, strict: bool) -> Session:
    """Make the record; with `strict`, a key that this version does not know is an error, else it is kept.

    Raises:
        CircleError: a key is missing or holds something else than it should; file, line and key are named.
    """
    front = _Front(strict=strict)
    keys = Fields(source)
    found = keys.take("circle")
    if found is None:
        raise keys.problem("circle", f"missing; add a line `circle: {FORMAT}`")
    if found != FORMAT or isinstance(found, bool):
        raise keys.problem("circle", f"format {said(found)} is not known here; this program reads `circle: {FORMAT}`")
    return Session(
        id=_session_id(keys),
        title=keys.text("title"),
        date=_day(keys),
        mode=keys.one_of("mode", Mode),
        status=keys.one_of("status", Status),
        setting=keys.optional_one_of("setting", Setting),
        focus=keys.optional_one_of("focus", Focus),
        themes=keys.texts("themes"),
        cast=keys.records("cast", front.cast_entry),
        roles=keys.record("roles", front.roles) or {},
        scaling=keys.records("scaling", front.score) or (),
        observations=keys.records("observations", front.observation) or (),
        feedback=keys.record("feedback", front.feedback),
        learning_points=_numbered(keys, "learning_points", front.learning_point),
        action_points=_numbered(keys, "action_points", front.action_point),
        safeguarding=keys.record("safeguarding", front.safeguarding),
        frameworks=keys.records("frameworks", front.framework_link) or (),
        answers=answers,
        preamble=preamble,
        extra=front.unknown(keys),
    )


def _session_id(keys: Fields) -> str:
    found = keys.text("id")
    if not SESSION_ID.fullmatch(found):
        raise keys.problem("id", f"{said(found)} is no session id; one looks like 2026-11-23-k3f9")
    return found


def _day(keys: Fields) -> date:
    found = keys.day("date")
    if found is None:
        raise keys.problem("date", "missing; add a line such as `date: 2026-11-23`")
    return found


def _numbered(keys: Fields, key: str, build: Any) -> Any:
    """Take records that are known by their number, which must not be there twice."""
    found = keys.records(key, build) or ()
    numbers = [item.id for item in found]
    for place, number in enumerate(numbers):
        if number in numbers[:place]:
            raise keys.source.problem((*keys.place, key, place, "id"), f"{number} is there twice; give it another")
    return found


class _Front:
    """Builds the records inside the front matter, all under the same rule for unknown keys."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict

    def unknown(self, keys: Fields) -> Mapping[str, Value]:
        if self.strict:
            keys.nothing_more()
        return keys.left

    def cast_entry(self, keys: Fields) -> CastEntry:
        return CastEntry(
            name=keys.text("name"), also=keys.texts("also"), say=keys.optional_text("say"), extra=self.unknown(keys)
        )

    def roles(self, keys: Fields) -> Mapping[str, tuple[str, ...]]:
        for role in list(keys.left):
            if role not in ROLES:
                raise keys.problem(role, f"{said(role)} is no role; use some of: {', '.join(ROLES)}")
        return {role: keys.texts(role) for role in list(keys.left)}

    def score(self, keys: Fields) -> Score:
        return Score(
            question=keys.word("question", QUESTIONS),
            asked=keys.text("asked"),
            by=keys.text("by"),
            score=keys.number("score", 1, 10),
            extra=self.unknown(keys),
        )

    def observation(self, keys: Fields) -> Observation:
        return Observation(by=keys.text("by"), to=keys.text("to"), text=keys.text("text"), extra=self.unknown(keys))

    def feedback(self, keys: Fields) -> Feedback | None:
        told = Feedback(
            positive=keys.optional_text("positive"),
            even_better=keys.optional_text("even_better"),
            will_use=keys.optional_text("will_use"),
            extra=self.unknown(keys),
        )
        return None if told == Feedback() else told

    def learning_point(self, keys: Fields) -> LearningPoint:
        return LearningPoint(
            id=keys.number("id", 1, 9999),
            text=keys.text("text"),
            scope=keys.one_of("scope", Scope),
            share=keys.optional_one_of("share", Share) or Share.NO,
            extra=self.unknown(keys),
        )

    def action_point(self, keys: Fields) -> ActionPoint:
        return ActionPoint(
            id=keys.number("id", 1, 9999),
            what=keys.text("what"),
            who=keys.optional_text("who"),
            by=keys.day("by"),
            tracked_by=keys.optional_text("tracked_by"),
            done=keys.day("done"),
            extra=self.unknown(keys),
        )

    def safeguarding(self, keys: Fields) -> Safeguarding:
        return Safeguarding(raised=keys.truth("raised"), on=keys.day("on"), extra=self.unknown(keys))

    def framework_link(self, keys: Fields) -> FrameworkLink:
        return FrameworkLink(
            framework=keys.text("framework"),
            statement=keys.text("statement"),
            how=keys.optional_text("how"),
            extra=self.unknown(keys),
        )


def front_of(session: Session) -> dict[str, Value]:
    """Give the front matter's values, in the order of the contract; what was not asked has no key."""
    values: dict[str, Value] = {
        "circle": FORMAT,
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
        **session.extra,
    }
    asked = {"cast"} if session.cast is not None else set()
    return {key: value for key, value in values.items() if value or key in asked or key in session.extra}


def _cast(entry: CastEntry) -> dict[str, Value]:
    return {"name": entry.name, **_given(also=list(entry.also), say=entry.say), **entry.extra}


def _score(score: Score) -> dict[str, Value]:
    return {
        "question": Plain(score.question), "asked": score.asked, "by": score.by, "score": score.score, **score.extra
    }  # fmt: skip


def _feedback(feedback: Feedback) -> dict[str, Value]:
    said = _given(positive=feedback.positive, even_better=feedback.even_better, will_use=feedback.will_use)
    return {**said, **feedback.extra}


def _learning_point(point: LearningPoint) -> dict[str, Value]:
    return {
        "id": point.id, "text": point.text, "scope": Plain(point.scope), "share": Plain(point.share), **point.extra
    }  # fmt: skip


def _action_point(point: ActionPoint) -> dict[str, Value]:
    given = _given(who=point.who, by=point.by, tracked_by=point.tracked_by)
    return {"id": point.id, "what": point.what, **given, "done": point.done, **point.extra}


def _safeguarding(safeguarding: Safeguarding) -> dict[str, Value]:
    return {"raised": safeguarding.raised, "on": safeguarding.on, **safeguarding.extra}


def _framework(link: FrameworkLink) -> dict[str, Value]:
    how = _given(how=link.how)
    return {"framework": Plain(link.framework), "statement": link.statement, **how, **link.extra}


def _given(**values: Value) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value}
