"""Whatever a person writes reads back as it was written: for any text at all."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from inventing import examples, with_words
from jsonschema import Draft202012Validator
from making import session_text

from circle_cli.errors import CircleError
from circle_cli.front_matter.reading import read
from circle_cli.front_matter.writing import write
from circle_cli.ids import ALPHABET, QUESTIONS, SECTIONS
from circle_cli.session.file import parse_session, render_session, rewrite_session, session_as_json
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
from circle_cli.text import decode
from circle_cli.vocabulary import Focus, Mode, Role, Scope, Setting, Share, Status

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "schema" / "session.schema.json").read_text(encoding="utf-8"))
)
TITLES = {name: f"About {name}" for name in QUESTIONS}

# A whole session is a lot to invent.
few = settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow])

HOSTILE = (
    "---", "--- ", "...", "## x {#safety}", "\\## x {#safety}", "\\\\# x {#what-worked}", "###### {#notes} \t",
    "## x {#safety}\r## y {#safety}", "## x {#unknown}", " ## x {#safety}", "##x {#safety}", "```", "~~~ yaml",
    "key: value", "- item", "# comment", "!!python/object:os.system {}", "&a *a", "{a: [b", "%YAML 1.2", "? x", "'",
    '"', "no", "null", "2026-11-23", "1e3", "0o7", "<<: *x", "\t", "\ttab", "a\tb", " ", "  two spaces  ", "\\", "\\n",
    "\x00", "\x1b[31mred\x1b[0m", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe", "\U0001fffe", "\x0b\x0c\x1c",
    "🌍👩🏽‍⚕️", "e\u0301", "\u202eabc", "\r", "\r\n", "",
)  # fmt: skip

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
    scaling=some(Score, question=st.sampled_from(QUESTIONS), asked=said, by=said, score=st.integers(1, 10)),
    observations=some(Observation, by=said, to=said, text=said),
    feedback=st.none() | feedback.filter(lambda told: told != Feedback()),
    learning_points=some(
        LearningPoint,
        id=numbers,
        text=said,
        scope=st.sampled_from(Scope),
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
    facilitator=maybe,
    plan=st.none() | plans.filter(lambda plan: plan != Plan()),
    event=st.none() | st.builds(Event, id=ids, group=numbers_of_groups, groups=numbers_of_groups, extra=extras(Event)),
    gathered=some(Gathered, by=said, text=said),
    views=st.none() | st.builds(Views, heard=words, imagined=words, extra=extras(Views)).filter(lambda v: v != Views()),
    takeaways=some(Takeaway, by=said, text=said),
    feedback_from=some(FeedbackFrom, by=said, positive=maybe, even_better=maybe, will_use=maybe),
    answers=st.dictionaries(st.sampled_from(SECTIONS), texts),
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


def read_back(text: str) -> Session:
    """Read a file's text by way of the bytes on the disk."""
    return parse_session(decode(text.encode("utf-8"), "x.md"), "x.md")


def bare(**said: Any) -> Session:
    return Session(
        id="2026-11-23-k3f9", title="x", date=date(2026, 11, 23), mode=Mode.GROUP, status=Status.RECORDED, **said
    )


@few
@given(sessions)
@example(bare(answers={"influence": "a\r## x {#safety}", "safety": "b"}))
@example(bare(answers={"influence": "\n\n---\n\n", "actions": ""}, preamble="---\n\n---"))
@example(bare(extra={"long": ["a" * 3000, {"b": "c " * 3000}], "x": {}}))
def test_a_session_reads_back_as_it_was_written(session: Session) -> None:
    assert read_back(render_session(session, TITLES)) == as_kept(session)


@few
@given(sessions)
def test_the_same_session_is_the_same_bytes_with_one_kind_of_newline(session: Session) -> None:
    once = render_session(session, TITLES)
    assert render_session(read_back(once), TITLES) == render_session(replace(session), TITLES) == once
    assert "\r" not in once
    assert once.endswith("\n")


@few
@given(sessions)
def test_any_session_is_shown_as_the_schema_says(session: Session) -> None:
    shown = json.loads(json.dumps(session_as_json(as_kept(session))))
    SCHEMA.validate(shown)


@few
@given(sessions, sessions)
def test_a_rewritten_file_reads_as_the_new_session(before: Session, after: Session) -> None:
    original = decode(render_session(before, TITLES).encode("utf-8"), "x.md")
    assert read_back(rewrite_session(original, after, TITLES)) == as_kept(after)


@few
@given(sessions)
def test_nothing_changed_means_not_a_byte_changed(session: Session) -> None:
    original = decode(render_session(session, TITLES).encode("utf-8"), "x.md")
    assert rewrite_session(original, read_back(original), TITLES) == original


@given(texts, texts, texts)
def test_any_answer_reads_back_exactly(first: str, second: str, above: str) -> None:
    session = bare(answers={"what-worked": first, "safety": second}, preamble=above)
    assert read_back(render_session(session, TITLES)) == as_kept(session)


@given(st.dictionaries(keys, values, max_size=3))
def test_any_values_read_back_exactly(given_values: dict[str, Any]) -> None:
    assert read(decode(write(given_values).encode("utf-8"), "x.yml"), "x.yml").values == given_values


@given(texts)
def test_any_body_is_read_or_refused_in_one_sentence(body: str) -> None:
    try:
        session = read_back(session_text() + body)
    except CircleError as error:
        assert re.fullmatch(r"x\.md:\d+: the section `\S+` is there twice; .*", str(error))
    else:
        assert read_back(render_session(session, TITLES)) == session
