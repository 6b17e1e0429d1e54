"""Whatever a person writes reads back as it was written: for any text at all."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from invented_sessions import as_kept, keys, sessions, texts, values
from inventing import examples
from jsonschema import Draft202012Validator
from making import session_text

from circle_cli.errors import CircleError
from circle_cli.front_matter.reading import read
from circle_cli.front_matter.writing import write
from circle_cli.ids import QUESTIONS
from circle_cli.session.file import parse_session, render_session, rewrite_session, session_as_json
from circle_cli.session.record import (
    Session,
)
from circle_cli.text import decode
from circle_cli.vocabulary import Mode, Status

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "schema" / "session.schema.json").read_text(encoding="utf-8"))
)
TITLES = {name: f"About {name}" for name in QUESTIONS}

# A whole session is a lot to invent.
few = settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow])


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
