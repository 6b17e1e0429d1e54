"""Sessions of all kinds as Hypothesis invents them, with texts that might be mistaken for something else."""

import re
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from inventing import with_words

from circle_cli.ids import ALPHABET, QUESTIONS, SECTIONS
from circle_cli.session.record import (
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

HOSTILE = (
    "---", "--- ", "...", "## x {#safety}", "\\## x {#safety}", "\\\\# x {#what-worked}", "###### {#notes} \t",
    "## x {#safety}\r## y {#safety}", "## x {#unknown}", " ## x {#safety}", "##x {#safety}", "```", "~~~ yaml",
    "key: value", "- item", "# comment", "!!python/object:os.system {}", "&a *a", "{a: [b", "%YAML 1.2", "? x", "'",
    '"', "no", "null", "2026-11-23", "1e3", "0o7", "<<: *x", "\t", "\ttab", "a\tb", " ", "  two spaces  ", "\\", "\\n",
    "\x00", "\x1b[31mred\x1b[0m", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\U0001fffe", "\x0b\x0c\x1c",
    "## x {#our-own}", "\\## x {#our-own}", "\\\\## y {#own-2}",
    "🌍👩🏽‍⚕️", "e\u0301", "\u202eabc", "\r", "\r\n", "",
)  # fmt: skip

OWN = ("our-own", "own-2")
"""Questions that some log has beside the eight; what answers say may look like the heading of one, in any log."""

letters = st.characters(exclude_categories=["Cs"])
lines = st.sampled_from(HOSTILE) | st.text(letters, max_size=8)
texts = st.lists(lines, max_size=4).map("\n".join)
said = texts.map(with_words)
maybe = st.none() | said
keys = st.text(letters, max_size=12) | st.sampled_from(["no", "on", "null", "a b", "<<", "123", "2026-01-01"])
plain = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.dates() | texts
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3))
words = st.lists(texts, max_size=3).map(tuple)


def extras(record: type) -> st.SearchStrategy[dict[str, Any]]:
    """Keys that this version does not know."""
    known = {*record.__dataclass_fields__, "circle", "answers"}  # type: ignore[attr-defined]  # a dataclass
    return st.just({}) | st.dictionaries(keys.filter(lambda key: key not in known), values, max_size=2)


def some(record: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A few records of one kind; those with a number have each its own."""
    entry = st.builds(record, **fields, extra=extras(record))
    unique = (lambda made: made.id) if "id" in fields else None
    return st.lists(entry, max_size=2, unique_by=unique).map(tuple)


numbers = st.integers(1, 9999)
ids = st.builds(lambda day, tail: f"{day.isoformat()}-{tail}", st.dates(), st.text(ALPHABET, min_size=4, max_size=4))
feedback = st.builds(Feedback, positive=maybe, even_better=maybe, will_use=maybe, extra=extras(Feedback))
numbers_of_groups = st.integers(1, 999)
plans = st.builds(
    Plan,
    at=st.none() | st.times().map(lambda time: f"{time:%H:%M}"),
    minutes=st.none() | st.integers(1, 1440),
    place=maybe,
    wishes=words,
    undated=st.booleans(),
    ready=words,
    extra=extras(Plan),
)
sessions = st.builds(
    Session,
    id=ids,
    title=said,
    date=st.dates(),
    mode=st.sampled_from(Mode),
    status=st.sampled_from(Status),
    setting=st.none() | st.sampled_from(Setting),
    focus=st.none() | st.sampled_from(Focus),
    themes=words,
    cast=st.none() | some(CastEntry, name=said, also=words, say=maybe),
    roles=st.dictionaries(st.sampled_from(Role), words, max_size=3),
    scaling=some(
        Score,
        question=st.sampled_from(QUESTIONS),
        asked=said,
        by=said,
        score=st.integers(1, 10),
        view=st.none() | st.sampled_from(View),
    ),
    observations=some(Observation, by=said, to=said, text=said),
    feedback=st.none() | feedback.filter(lambda told: told != Feedback()),
    learning_points=some(
        LearningPoint,
        id=numbers,
        text=said,
        scope=st.sampled_from(Scope),
        matters=st.none() | st.integers(1, 10),
        share=st.sampled_from(Share),
        point=st.none() | st.text(ALPHABET, min_size=8, max_size=8),
    ),
    action_points=some(
        ActionPoint,
        id=numbers,
        what=said,
        who=maybe,
        by=st.none() | st.dates(),
        tracked_by=maybe,
        done=st.none() | st.dates(),
        note=maybe,
    ),
    safeguarding=st.none()
    | st.builds(Safeguarding, raised=st.booleans(), on=st.none() | st.dates(), extra=extras(Safeguarding)),
    frameworks=some(FrameworkLink, framework=said, statement=said, how=maybe),
    learning_outcomes=words,
    facilitator=maybe,
    plan=st.none() | plans.filter(lambda plan: plan != Plan()),
    event=st.none() | st.builds(Event, id=ids, group=numbers_of_groups, groups=numbers_of_groups, extra=extras(Event)),
    gathered=some(Gathered, by=said, text=said),
    views=st.none() | st.builds(Views, heard=words, imagined=words, extra=extras(Views)).filter(lambda v: v != Views()),
    takeaways=some(Takeaway, by=said, text=said),
    feedback_from=some(FeedbackFrom, by=said, positive=maybe, even_better=maybe, will_use=maybe),
    answers=st.dictionaries(st.sampled_from((*SECTIONS, *OWN)), texts),
    preamble=texts,
    extra=extras(Session),
)


def tidy(text: str) -> str:
    """One kind of newline, no blank lines around: all that a file changes about an answer."""
    return re.sub("\r\n?", "\n", text).strip("\n")


def as_kept(session: Session) -> Session:
    """The session as its file holds it."""
    answers = {name: tidy(text) for name, text in session.answers.items()}
    return replace(session, answers=answers, preamble=tidy(session.preamble))
