"""Two people change one session at once: both changes stand in it, the same on both computers, and no word is lost."""

import re
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_sessions import as_kept, sessions
from inventing import examples
from making import session_text

from circle_cli.merging.files import merge_files
from circle_cli.merging.sessions import looked_at
from circle_cli.session.file import parse_session, render_session
from circle_cli.session.record import Session
from circle_cli.session.values import front_of
from circle_cli.text import decode, two_versions

PATH = "sessions/2026/2026-11-23-k3f9-x.md"
NAMES = [field.name for field in fields(Session) if field.name not in ("id", "extra")]
FRONT = """\
learning_points:
  - {id: 1, text: "Let people choose.", scope: general, share: "no"}
action_points:
  - {id: 1, what: "Ring", who: "Sam", by: 2026-12-01, done: null}
"""
BASE = session_text(front=FRONT, what_worked="A heron.")


def merge(ours: str, theirs: str, base: str | None = BASE) -> str:
    """Bring two texts together, in both orders."""
    sides = [text.encode() for text in (ours, theirs)]
    came_of = None if base is None else base.encode()
    found = merge_files(PATH, came_of, *sides)
    assert found == merge_files(PATH, came_of, *reversed(sides))
    assert found.beside is None
    return found.content.decode()


def merged(ours: str, theirs: str, base: str | None = BASE) -> Session:
    return parse_session(merge(ours, theirs, base), "x.md")


def test_what_only_one_changed_is_as_that_one_has_it() -> None:
    found = merged(BASE.replace("A heron.", "Two herons."), BASE.replace("title: x", "title: Tea"))
    assert (found.title, found.answers["what-worked"], found.to_look_at) == ("Tea", "Two herons.", ())


def test_two_texts_of_one_answer_stand_one_under_the_other_and_are_to_be_looked_at() -> None:
    found = merged(BASE.replace("A heron.", "It waited."), BASE.replace("A heron.", "She spoke first."))
    assert found.answers["what-worked"] in (
        "It waited.\n\nShe spoke first.",
        "She spoke first.\n\nIt waited.",
    )
    assert found.to_look_at == ("what-worked",)


def test_once_somebody_has_looked_at_it_nothing_says_so_any_more() -> None:
    text = merge(BASE.replace("A heron.", "It waited."), BASE.replace("A heron.", "She spoke first."))
    assert parse_session(looked_at(text), "x.md").to_look_at == ()
    assert looked_at(text) == "".join(line for line in text.splitlines(keepends=True) if "look_at" not in line)


def test_what_both_added_below_a_text_stands_below_it_once_each() -> None:
    found = merged(BASE.replace("A heron.", "A heron.\n\nIt waited."), BASE.replace("A heron.", "A heron.\n\nTea."))
    assert sorted(found.answers["what-worked"].split("\n\n")) == ["A heron.", "It waited.", "Tea."]


def test_done_beats_open_and_both_notes_are_kept() -> None:
    done = BASE.replace("done: null", 'done: 2026-11-25, note: "rang twice"')
    noted = BASE.replace("done: null", 'done: null, note: "line was busy"')
    action = merged(done, noted).action_points[0]
    assert action.done == date(2026, 11, 25)
    assert sorted((action.note or "").split("; ")) == ["line was busy", "rang twice"]


def test_two_actions_that_were_given_the_same_number_are_two() -> None:
    sides = [
        BASE.replace("done: null}\n", f'done: null}}\n  - {{id: 2, what: "{what}", done: null}}\n')
        for what in ("Write", "Visit")
    ]
    found = merged(*sides).action_points
    assert [each.id for each in found] == [1, 2, 3]
    assert sorted(each.what for each in found) == ["Ring", "Visit", "Write"]


def test_two_numbers_for_one_point_are_to_be_looked_at_and_outcomes_of_both_are_there() -> None:
    added = "learning_outcomes: [LO1]\naction_points:"
    base = BASE.replace("action_points:", added)
    one, other = (base.replace("scope: general", f"scope: general, matters: {number}") for number in (8, 6))
    found = merged(one.replace("[LO1]", "[LO1, LO2]"), other.replace("[LO1]", "[LO1, LO3]"), base)
    (kept,), (mark,) = {point.matters for point in found.learning_points}, found.to_look_at
    assert mark == f"learning points 1 matters (also {8 + 6 - (kept or 0)})"
    assert set(found.learning_outcomes) == {"LO1", "LO2", "LO3"}


def test_what_one_took_out_and_the_other_changed_stays() -> None:
    without = BASE.replace('  - {id: 1, what: "Ring", who: "Sam", by: 2026-12-01, done: null}\n', "").replace(
        "action_points:\n", ""
    )
    found = merged(without, BASE.replace("Ring", "Ring Jo"))
    assert [each.what for each in found.action_points] == ["Ring Jo"]


@pytest.mark.parametrize(
    ("ours", "theirs", "there"),
    [
        ("status: planned", "status: followed-up", "status: followed-up"),
        ("mode: group", "mode: training", "(also "),
        ("title: Tea", "title: Cake", " / "),
    ],
)
def test_two_values_that_cannot_stand_together(ours: str, theirs: str, there: str) -> None:
    key = ours.partition(":")[0]
    sides = [re.sub(rf"(?m)^{key}: .*$", line, BASE) for line in (ours, theirs)]
    assert there in merge(*sides)


def test_a_comment_and_a_heading_of_ones_own_are_kept_too() -> None:
    ours = BASE.replace("A heron.", "A kingfisher.").replace("mode:", "# ask Jo about zebras\nmode:")
    theirs = BASE.replace("A heron.", "An egret.").replace("mode:", "# and of yaks\nmode:")
    text = merge(ours, theirs)
    assert all(word in text for word in ("zebras", "yaks", "kingfisher", "egret"))


def test_what_is_malformed_is_kept_beside_the_other() -> None:
    broken, right = BASE.replace("mode:", "mood:").encode(), BASE.replace("A heron", "An egret").encode()
    found = merge_files(PATH, BASE.encode(), broken, right)
    assert (found.content, found.beside) == (right, broken)
    assert found == merge_files(PATH, BASE.encode(), right, broken)


def rendered(session: Session) -> str:
    return decode(render_session(session, {}).encode(), "x.md")


def changed(base: Session, other: Session, names: set[str]) -> Session:
    return replace(base, **{name: getattr(other, name) for name in names})


def words_of(session: Session) -> set[str]:
    """All words that somebody typed, of whatever values."""

    def inside(value: object) -> str:
        if isinstance(value, dict):
            return " ".join(inside(each) for key, each in value.items() if key not in ("share", "scope", "point"))
        return " ".join(map(inside, value)) if isinstance(value, list) else value if isinstance(value, str) else ""

    front = {
        key: value for key, value in front_of(session).items() if key not in ("mode", "status", "setting", "focus")
    }
    return set(re.findall(r"\w+", " ".join((inside(front), session.preamble, *session.answers.values()))))


some_names = st.sets(st.sampled_from(NAMES), min_size=1, max_size=6)


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(sessions, sessions, sessions, some_names, some_names, st.booleans())
def test_any_two_changes_of_any_session(
    base: Session, one: Session, other: Session, first: set[str], second: set[str], is_known: bool
) -> None:
    base = as_kept(base)
    ours, theirs = as_kept(changed(base, one, first)), as_kept(changed(base, other, second))
    text = merge(rendered(ours), rendered(theirs), rendered(base) if is_known else None)
    found = parse_session(text, "x.md")
    typed = (words_of(ours) | words_of(theirs)) - (words_of(base) if is_known else set())
    assert typed <= words_of(found)
    assert not two_versions(text)
    assert merge(text, rendered(ours), rendered(ours)) == text


def test_a_point_that_both_wrote_down_is_as_private_as_either_says() -> None:
    base = session_text(front="", what_worked="A heron.")
    line = 'learning_points:\n  - {{id: 1, text: "Let people choose.", scope: {}, share: "no"}}\n'
    wide, narrow = (session_text(front=line.format(scope), what_worked="A heron.") for scope in ("general", "specific"))
    [point] = parse_session(merge(wide, narrow, base), "").learning_points
    assert point.scope == "specific"
