"""Answers to questions that a log has beside the eight: a file reads the same wherever it is read."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_sessions import as_kept, texts
from making import session_text

from circle_cli.errors import CircleError
from circle_cli.log.copies import Copy, told
from circle_cli.merging.sessions import merge_sessions
from circle_cli.session.file import headings_in, parse_session, render_session, rewrite_session, session_as_json
from circle_cli.session.incoming import read_incoming
from circle_cli.session.record import Session
from circle_cli.session.scanned import session_text as scanned
from circle_cli.vocabulary import Mode, Status

TODAY = date(2026, 11, 24)
TITLES = {"safety": "Safety", "family-words": "What did the family say?"}
READS_AS_A_HEADING = "## x {#family-words}"


def made(**answers: str) -> Session:
    named = {name.replace("_", "-"): text for name, text in answers.items()}
    return Session(id="2026-11-23-k3f9", title="x", date=TODAY, mode=Mode.GROUP, status=Status.RECORDED, answers=named)


WHOLE = made(safety="Safe.", family_words="“Thank you.”", notes="None.")


def test_an_answer_to_an_own_question_has_a_section_after_the_eight_and_the_file_names_it() -> None:
    text = render_session(WHOLE, TITLES)
    assert 'own_questions: ["family-words"]\n' in text or "own_questions: [family-words]\n" in text
    assert "\n## Safety {#safety}\n\nSafe.\n\n## What did the family say? {#family-words}\n\n“Thank you.”\n\n##" in text
    assert parse_session(text, "x.md") == WHOLE
    assert session_as_json(WHOLE)["answers"]["family-words"] == "“Thank you.”"


def test_a_heading_that_the_file_does_not_name_is_somebodys_words() -> None:
    text = session_text(safety=f"a\n\n{READS_AS_A_HEADING}\n\nb")
    assert parse_session(text, "x.md").answers == {"safety": f"a\n\n{READS_AS_A_HEADING}\n\nb"}


@given(st.lists(st.sampled_from([READS_AS_A_HEADING, f"\\{READS_AS_A_HEADING}", f"#{READS_AS_A_HEADING}\t", "a", ""])))
def test_what_looks_like_its_heading_reads_back_as_typed_with_and_without_it(lines: list[str]) -> None:
    """Also when the answer to the own question comes or goes later, and the others stay as they are."""
    typed = "\n".join(lines)
    without, there = made(safety=typed, notes=typed), made(safety=typed, family_words=typed, notes=typed)
    for before, after in ((without, there), (there, without), (there, there), (without, without)):
        text = render_session(before, TITLES)
        assert parse_session(text, "x.md") == as_kept(before)
        assert parse_session(rewrite_session(text, after, TITLES), "x.md") == as_kept(after)


@given(texts, texts)
def test_a_name_without_a_section_opens_none_for_what_is_typed_later(first: str, second: str) -> None:
    text = session_text(front="own_questions: [family-words, our-own]\n")
    after = replace(parse_session(text, "x.md"), answers={"safety": first, "our-own": second})
    assert parse_session(rewrite_session(text, after, TITLES), "x.md") == as_kept(after)


def test_a_section_of_another_log_stays_to_the_letter_under_its_heading() -> None:
    text = render_session(WHOLE, TITLES)
    done = rewrite_session(text, replace(WHOLE, status=Status.FOLLOWED_UP), {})
    assert done == text.replace("status: recorded", "status: followed-up")
    other = rewrite_session(text, replace(WHOLE, answers={**WHOLE.answers, "family-words": "Thanks."}), {})
    assert other == text.replace("“Thank you.”", "Thanks.")
    assert headings_in(other, "x.md")["family-words"] == "What did the family say?"


@pytest.mark.parametrize("named", ["safety", "preamble", "Our-Own", "a b", "x", "../x", "a--b", "-a"])
def test_what_can_be_no_own_questions_id_is_refused_by_its_line(named: str) -> None:
    with pytest.raises(CircleError, match=r"^x\.md:\d+: own_questions: `.*` cannot be an own question's id"):
        parse_session(session_text(front=f'own_questions: ["{named}"]\n'), "x.md")


def taken(text: str, where: str, **known: Any) -> Session:
    return read_incoming(text, where, TODAY, {}, **known)[0]


def test_from_outside_the_logs_own_questions_are_answers_and_others_only_where_they_are_named() -> None:
    json = '{"title": "x", "answers": {"notes": "n", "family-words": "f", "what-worked": "w"}}'
    assert list(taken(json, "x.json", own=("family-words",)).answers.items()) == [
        ("what-worked", "w"),
        ("family-words", "f"),
        ("notes", "n"),
    ]
    with pytest.raises(CircleError, match=r"answers\.family-words: `family-words` is no question"):
        taken(json, "x.json")
    named = json.replace('"title"', '"own_questions": ["family-words"], "title"')
    assert taken(named, "x.json").answers["family-words"] == "f"
    by_hand = "---\ntitle: x\n---\n\n## What did they say? {#family-words}\n\nThank you.\n"
    assert taken(by_hand, "x.md", own=("family-words",)).answers == {"family-words": "Thank you."}
    assert taken(by_hand, "x.md").answers == {}


def test_two_versions_of_it_become_one() -> None:
    base = render_session(WHOLE, TITLES)
    one = rewrite_session(base, replace(WHOLE, answers={**WHOLE.answers, "own-2": "Two."}), {"own-2": "Second?"})
    other = rewrite_session(base, replace(WHOLE, answers={**WHOLE.answers, "family-words": "Thanks."}), {})
    for ours, theirs in ((one, other), (other, one)):
        whole = parse_session(merge_sessions(base, ours, theirs), "x.md")
        assert whole.answers == {**WHOLE.answers, "own-2": "Two.", "family-words": "Thanks."}
        assert headings_in(merge_sessions(base, ours, theirs), "x.md")["own-2"] == "Second?"
        assert not whole.extra


def test_a_copy_that_differs_in_it_says_so_and_not_its_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    one.write_text(render_session(WHOLE, TITLES), "utf-8")
    other.write_text(render_session(made(safety="Safe.", notes="None."), TITLES), "utf-8")
    said = str(told(Copy(session_id=WHOLE.id, path=str(other), of=str(one))))
    assert "a question of your own" in said and "family-words" not in said


def test_it_is_scanned_like_any_answer_and_its_heading_is_not() -> None:
    text = render_session(WHOLE, {**TITLES, "family-words": "What did Amira say?"})
    found = scanned(text, "x.md")
    assert found and len(found.text) == len(text)
    assert "Thank you" in found.text and "Amira" not in found.text
