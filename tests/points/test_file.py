"""A learning point's file: read strictly, written one way, and approved to the byte."""

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inventing import with_words
from signed import approve, public_key

from circle_cli.errors import CircleError, Place
from circle_cli.ids import ALPHABET, QUESTIONS
from circle_cli.points.approval import canonical, refuse_unapproved
from circle_cli.points.file import (
    LARGEST_POINT,
    parse_point,
    read_point,
    render_point,
    render_withdrawn,
)
from circle_cli.points.record import PARTS, LearningPoint, StatementLink, Trial, Withdrawn
from circle_cli.signing.readers import Admitted, Reader
from circle_cli.vocabulary import Outcome, Setting

POINT = LearningPoint(
    id="k3f9abcd",
    title="Let people choose the place",
    themes=("relationships",),
    setting=Setting.BOTH,
    questions=("learning", "perspectives"),
    frameworks=(StatementLink(framework="pcf-2018", statement="6"),),
    year=2026,
    parts={
        "what-to-try": "Ask where a first meeting should be.",
        "why": "A place of one's own choosing is a safe one.",
        "where-not": "Where it has to be private, and there is only one such room.",
        "how": "Offer three places, and walk there.\n\nAsk again each time.",
        "rests-on": "One account; people said that nobody had asked before.",
    },
)


READERS = Admitted(readers=(Reader(name="reader-exam", key=public_key(), since=date(2026, 1, 1)),))


def approved(point: LearningPoint) -> LearningPoint:
    return approve(point, "Bowlby")


UNSEEN = "\u200b\u00ad\u034f\u061c\u115f\u180e\u2029\u202e\u2066\u2800\u3164\ufe01\ufeff\ufff9\U000e0041\U000e0101"
SEEN = ("\u2764\ufe0f", "e\u0301", "\u05d1\u05bc\u05b7\u0591", "\u06dd", "\u00a0")
"""A heart in colour, and letters of languages that need marks."""

REPORT = 'year: 2026\ntried:\n  - {{outcome: worked, year: 2027, differed: "{}"}}\n'


def read(text: str) -> LearningPoint | Withdrawn:
    return parse_point(text, "points/k3f9abcd.md", "k3f9abcd")


FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
letters = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Mn", "Me"], exclude_characters=FILLERS)
words = st.text(letters, min_size=1, max_size=200)
lines = words | st.sampled_from(["## What to try", "\\## How to do it", "## Why it seems to work  ", "---", "- [x](y)"])
texts = st.lists(lines, min_size=1, max_size=4).map("\n".join).map(lambda text: text.strip("\n")).map(with_words)
points = st.builds(
    LearningPoint,
    id=st.just("k3f9abcd"),
    title=words.map(str.strip).filter(bool).map(lambda text: text[:100]),
    themes=st.lists(words, max_size=2, unique=True).map(tuple),
    setting=st.sampled_from(Setting),
    questions=st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=3, unique=True).map(tuple),
    frameworks=st.sampled_from([(), (StatementLink(framework="pcf-2018", statement="6"),)]),
    year=st.integers(2000, 2999),
    tried=st.lists(
        st.builds(Trial, outcome=st.sampled_from(Outcome), year=st.just(2027), differed=st.none() | words), max_size=2
    ).map(lambda trials: tuple(replace(each, differed=each.differed or None) for each in trials)),
    parts=st.fixed_dictionaries(dict.fromkeys(PARTS, texts)),
)  # fmt: skip


@given(points)
def test_what_is_written_reads_back(point: LearningPoint) -> None:
    assert read(render_point(point)) == point
    assert read(render_point(approved(point))) == approved(point)


@given(points)
def test_a_report_from_trying_it_and_the_approval_do_not_change_what_was_approved(point: LearningPoint) -> None:
    assert canonical(approved(point)) == canonical(replace(point, tried=()))


@given(points, st.data())
def test_one_changed_letter_undoes_the_approval(point: LearningPoint, data: st.DataObject) -> None:
    text = render_point(replace(approved(point), tried=()))
    body = text.index("\n---\n", 4)
    place = data.draw(st.integers(body, len(text) - 1))
    letter = data.draw(st.characters(codec="utf-8"))
    changed = text[:place] + letter + text[place + 1 :]
    try:
        found = read(changed)
    except CircleError:
        return
    assert isinstance(found, LearningPoint)
    if canonical(found) != canonical(point):
        with pytest.raises(CircleError, match="changed since it was approved"):
            refuse_unapproved(found, READERS, Place("x.md"))


def test_nothing_is_published_that_nobody_approved() -> None:
    with pytest.raises(CircleError, match=r"x\.md: not approved by a second person"):
        refuse_unapproved(POINT, READERS, Place("x.md"))
    refuse_unapproved(approved(POINT), READERS, Place("x.md"))


@pytest.mark.parametrize(("key", "said"), [("tool", "0.1.0 at 5 High Street"), ("lists", "1-hassan"), ("tool", "")])
def test_an_approval_holds_versions_and_no_words(key: str, said: str) -> None:
    text = render_point(approved(POINT))
    with pytest.raises(CircleError, match=rf"approval\.{key}: (expected the version|missing)"):
        read(re.sub(rf'{key}: "[^"]*"', f'{key}: "{said}"', text))


def test_what_was_withdrawn_keeps_its_id_and_nothing_else() -> None:
    text = render_withdrawn(Withdrawn(id="k3f9abcd", year=2027))
    assert text == '---\ncircle: 1\nkind: learning-point\nid: "k3f9abcd"\nwithdrawn: 2027\n---\n'
    assert read(text) == Withdrawn(id="k3f9abcd", year=2027)
    with pytest.raises(CircleError, match="text stands below"):
        read(f"{text}\nIt was about\n")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("circle: 1", "circle: 2", r":2: circle: expected"),
        ("kind: learning-point", "kind: session", r":3: kind: expected"),
        ('id: "k3f9abcd"', 'id: "k3f9abce"', r":4: id: .* not the file's name"),
        ("setting: both", "setting: everyone", r":7: setting: `everyone` is not known"),
        ("setting: both", "setting: both\nauthor: Sam", r":8: author: unknown key"),
        ("setting: both", "setting: both\ndate: 2026-11-23", r":8: date: unknown key"),
        ("questions: [learning, perspectives]", "questions: []", r"questions: missing"),
        ("questions: [learning, perspectives]", "questions: [all]", r"questions: `all` is no question"),
        (
            "questions: [learning, perspectives]",
            "questions: [learning, learning]",
            r":8: questions: names something twice",
        ),
        ('themes: ["relationships"]', 'themes: ["voice", "voice"]', r":6: themes: names something twice"),
        ('"6"}', '"6"}\n  - {framework: pcf-2018, statement: "6"}', r":9: frameworks: names something twice"),
        ("year: 2026", "year: last", r"year: expected a whole number"),
        ("## Where it may not fit", "## Where it fits", r"expected these headings"),
        ("## What to try", "Before\n\n## What to try", r"nothing above them"),
        ("Ask where a first meeting should be.", "", r":14: `What to try` is empty"),
        ("year: 2026\n", REPORT.format("x" * 301), r":\d+: tried\[1\].differed: expected at most 300 characters"),
        ("Ask where a first meeting should be.", "x" * 4001, r"more than 4000 characters"),
        *(("Ask where", f"Ask{each}where", r"a character that cannot be seen") for each in UNSEEN),
        ("Ask where", "A" + "\u0301" * 6 + "sk where", r"more than 5 accents on one letter"),
        ("Ask where", "\u0e2a" + "\u0e47" * 6 + " where", r"more than 5 accents on one letter"),
        ('title: "Let', 'title: "Let\\nus', r"title: expected one line"),
    ],
)
def test_whatever_is_not_as_it_should_be_is_refused_by_line(old: str, new: str, wrong: str) -> None:
    text = render_point(POINT)
    assert old in text
    with pytest.raises(CircleError, match=wrong):
        read(text.replace(old, new, 1))


@pytest.mark.parametrize("written", SEEN)
def test_letters_of_all_languages_may_stand(written: str) -> None:
    text = render_point(POINT).replace("Ask where", f"Ask {written} where")
    assert render_point(read(text)) == text  # type: ignore[arg-type]  # no notice


def test_a_link_a_large_file_and_no_text_are_refused(tmp_path: Path) -> None:
    private = tmp_path / "private.md"
    private.write_text(render_point(POINT), encoding="utf-8")
    link = tmp_path / "k3f9abcd.md"
    link.symlink_to(private)
    with pytest.raises(CircleError, match="a link to another place"):
        read_point(link)
    link.unlink()
    for content, wrong in ((b"x" * (LARGEST_POINT + 1), "larger than 64 kB"), (b"---\n\xff\n---\n", "not UTF-8")):
        link.write_bytes(content)
        with pytest.raises(CircleError, match=wrong):
            read_point(link)


def test_what_is_no_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    """Opening a pipe would wait for ever for somebody to write into it."""
    os.mkfifo(tmp_path / "k3f9abcd.md")
    (tmp_path / "abcdefgh.md").mkdir()
    for name in ("k3f9abcd.md", "abcdefgh.md"):
        with pytest.raises(CircleError, match=rf"{name}: a folder, pipe or device"):
            read_point(tmp_path / name)


def test_no_more_is_read_than_a_learning_point_may_have(tmp_path: Path) -> None:
    path = tmp_path / "k3f9abcd.md"
    with path.open("wb") as file:
        file.truncate(2**40)  # a terabyte of nothing takes no room on a disk, but would in memory
    with pytest.raises(CircleError, match="larger than any file of ours"):
        read_point(path)
    with path.open("wb") as file:
        file.truncate(64 * 1024 + 1)
    with pytest.raises(CircleError, match="larger than 64 kB"):
        read_point(path)


def test_an_id_tells_nothing() -> None:
    from circle_cli.ids import new_point_id

    letters = iter("abcdefgh")
    assert new_point_id(lambda alphabet: next(letters)) == "abcdefgh"
    assert set("k3f9abcd") <= set(ALPHABET)
