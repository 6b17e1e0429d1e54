"""A session's front matter, read: from values to the record."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, Value, quoted
from circle_cli.ids import POINT_ID, QUESTIONS, SESSION_ID, may_be_own_question
from circle_cli.session.record import (
    OWN_QUESTIONS,
    SESSION_FORMAT,
    ActionPoint,
    CastEntry,
    Event,
    Feedback,
    FeedbackFrom,
    FrameworkLink,
    Gathered,
    LearningPoint,
    Observation,
    Plan,
    Safeguarding,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Focus, Mode, Role, Scope, Setting, Share, Status, View


def build_session(source: Located, answers: Mapping[str, str], preamble: str, *, strict: bool) -> Session:
    """Make the record; with `strict`, a key that this version does not know is an error, else it is kept.

    Raises:
        CircleError: a key is missing or holds something else than it should; file, line and key are named.
    """
    front = _Front(strict=strict)
    keys = Fields(source)
    found = keys.take("circle")
    if found is None:
        raise keys.problem("circle", "missing", do=f"add a line `circle: {SESSION_FORMAT}`")
    if found != SESSION_FORMAT or isinstance(found, bool):
        wrong = f"format … is not known here; this program reads `circle: {SESSION_FORMAT}`"
        raise keys.problem("circle", wrong, words=quoted(found))
    keys.take(OWN_QUESTIONS)  # read with the body, of which it says what opens a section
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
        learning_outcomes=keys.texts("learning_outcomes"),
        facilitator=keys.optional_text("facilitator"),
        plan=keys.record("plan", front.plan),
        event=keys.record("event", front.event),
        gathered=keys.records("gathered", front.gathered) or (),
        views=keys.record("views", front.views),
        takeaways=keys.records("takeaways", front.takeaway) or (),
        feedback_from=keys.records("feedback_from", front.feedback_from) or (),
        answers=answers,
        preamble=preamble,
        extra=front.unknown(keys),
    )


def own_questions_named(source: Located) -> tuple[str, ...]:
    """Give the questions beside the eight that a file has sections for.

    Raises:
        CircleError: they are no list of ids, or one of them is ours; line and key are named.
    """
    keys = Fields(source)
    found = keys.texts(OWN_QUESTIONS)
    for name in found:
        if not may_be_own_question(name):
            do = "an id of your own has small letters, digits and single hyphens"
            raise keys.problem(OWN_QUESTIONS, "… cannot be an own question's id", do=do, words=quoted(name))
    return tuple(dict.fromkeys(found))


def _session_id(keys: Fields) -> str:
    found = keys.text("id")
    if not SESSION_ID.fullmatch(found):
        raise keys.problem("id", "… is no session id; one looks like 2026-11-23-k3f9", words=quoted(found))
    return found


def _point_id(keys: Fields) -> str | None:
    found = keys.optional_text("point")
    if found is not None and not POINT_ID.fullmatch(found):  # it names a file
        wrong = "… is no learning point's id; one looks like k3f9abcd"
        raise keys.problem("point", wrong, do="leave the line out; `circle share` gives it one", words=quoted(found))
    return found


def _day(keys: Fields) -> date:
    found = keys.day("date")
    if found is None:
        raise keys.problem("date", "missing", do="add a line such as `date: 2026-11-23`")
    return found


def _numbered(keys: Fields, key: str, build: Any) -> Any:
    """Take records that are known by their number, which must not be there twice."""
    found = keys.records(key, build) or ()
    numbers = [item.id for item in found]
    for place, number in enumerate(numbers):
        if number in numbers[:place]:
            at = (*keys.at, key, place, "id")
            raise keys.source.problem(at, f"{number} is there twice", do="give it another")
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
            if role not in list(Role):
                do = f"use some of: {', '.join(Role)}"
                raise keys.problem(role, "… is no role", do=do, words=quoted(role), unknown_key=True)
        return {role: keys.texts(role) for role in list(keys.left)}

    def score(self, keys: Fields) -> Score:
        return Score(
            question=keys.word("question", QUESTIONS),
            asked=keys.text("asked"),
            by=keys.text("by"),
            score=keys.number("score", 1, 10),
            view=keys.optional_one_of("view", View),
            extra=self.unknown(keys),
        )

    def observation(self, keys: Fields) -> Observation:
        return Observation(by=keys.text("by"), to=keys.text("to"), text=keys.text("text"), extra=self.unknown(keys))

    def feedback(self, keys: Fields) -> Feedback | None:
        feedback = Feedback(
            positive=keys.optional_text("positive"),
            even_better=keys.optional_text("even_better"),
            will_use=keys.optional_text("will_use"),
            extra=self.unknown(keys),
        )
        return None if feedback == Feedback() else feedback

    def learning_point(self, keys: Fields) -> LearningPoint:
        return LearningPoint(
            id=keys.number("id", 1, 9999),
            text=keys.text("text"),
            scope=keys.optional_one_of("scope", Scope),
            matters=keys.optional_number("matters", 1, 10),
            share=keys.optional_one_of("share", Share) or Share.NO,
            point=_point_id(keys),
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
            note=keys.optional_text("note"),
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

    def plan(self, keys: Fields) -> Plan | None:
        at = keys.optional_text("at")
        if at is not None and not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", at):
            raise keys.problem("at", 'expected a time such as "14:00"')
        minutes = keys.optional_number("minutes", 1, 1440)
        plan = Plan(
            at=at,
            minutes=minutes,
            place=keys.optional_text("place"),
            wishes=keys.texts("wishes"),
            undated=keys.truth("undated") if keys.left.get("undated") is not None else bool(keys.take("undated")),
            ready=keys.texts("ready"),
            extra=self.unknown(keys),
        )
        return None if plan == Plan() else plan

    def event(self, keys: Fields) -> Event:
        found = keys.text("id")
        if not SESSION_ID.fullmatch(found):
            raise keys.problem("id", "… is not an event's id; it looks like 2026-11-23-k3f9", words=quoted(found))
        group, groups = keys.number("group", 1, 999), keys.number("groups", 1, 999)
        return Event(id=found, group=group, groups=groups, extra=self.unknown(keys))

    def gathered(self, keys: Fields) -> Gathered:
        return Gathered(by=keys.text("by"), text=keys.text("text"), extra=self.unknown(keys))

    def views(self, keys: Fields) -> Views | None:
        views = Views(heard=keys.texts("heard"), imagined=keys.texts("imagined"), extra=self.unknown(keys))
        return None if views == Views() else views

    def takeaway(self, keys: Fields) -> Takeaway:
        return Takeaway(by=keys.text("by"), text=keys.text("text"), extra=self.unknown(keys))

    def feedback_from(self, keys: Fields) -> FeedbackFrom:
        return FeedbackFrom(
            by=keys.text("by"),
            positive=keys.optional_text("positive"),
            even_better=keys.optional_text("even_better"),
            will_use=keys.optional_text("will_use"),
            extra=self.unknown(keys),
        )
