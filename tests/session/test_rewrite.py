"""A session that the program changes keeps all that a person's hand put into its file."""

from dataclasses import replace
from datetime import date

import pytest

from circle_cli.session.file import parse_session, rewrite_session
from circle_cli.session.record import ActionPoint, LearningPoint, Safeguarding, Session
from circle_cli.vocabulary import Scope, Status

TITLES = {"what-worked": "What worked, and why?", "influence": "My part", "safety": "Safety", "actions": "Next"}

BY_HAND = """\
---
# Kept by Sam; ask before changing.
title:   'The handover that held'   # as in the diary
circle: 1
id: 2026-11-23-k3f9
our_reference: {team: North, "no": [1, 2]}   # our own key
date: 2026-11-23
mode: individual
status: recorded               # planned | in-progress | recorded | followed-up

# who and where
cast:
  - name: Robin Vale
    also:
      - Rob
    pronoun: they              # a key of ours
  # the street
  - {name: Larkspur Road, say: the placement}
# what to do
action_points:
- {id: 1, what: Offer the choice, who: Sam, done: null}   # Jo reminds
- id: 2
  what: >
    Thank
    the carer
  done: null
note: |
  Free words
  # not a comment

  - of ours
---
Above all headings.

# Good bits {#actions}
Offer it again.


## What   worked (a heading of ours) {#what-worked}



Robin asked for a third.
\\## x {#safety}
### A sub-heading of ours
  more
"""

PLAIN = "circle: 1\nid: 2026-11-23-k3f9\ntitle: x\ndate: 2026-11-23\nmode: group\nstatus: recorded"


def lines_changed(before: str, after: str) -> tuple[set[str], set[str]]:
    """The lines that went, and those that came."""
    old, new = set(before.split("\n")), set(after.split("\n"))
    return old - new, new - old


@pytest.fixture
def session() -> Session:
    return parse_session(BY_HAND, "x.md")


def test_a_file_by_hand_reads_as_meant(session: Session) -> None:
    assert session.extra["our_reference"] == {"team": "North", "no": [1, 2]}
    assert session.extra["note"] == "Free words\n# not a comment\n\n- of ours\n"
    assert session.cast is not None
    assert session.cast[0].extra == {"pronoun": "they"}
    assert session.answers["what-worked"].endswith("third.\n## x {#safety}\n### A sub-heading of ours\n  more")
    assert session.preamble == "Above all headings."


def test_what_says_the_same_stays_to_the_byte(session: Session) -> None:
    assert rewrite_session(BY_HAND, session, TITLES) == BY_HAND


def test_a_changed_key_changes_one_line_and_keeps_its_comment(session: Session) -> None:
    after = rewrite_session(BY_HAND, replace(session, status=Status.FOLLOWED_UP), TITLES)
    went, came = lines_changed(BY_HAND, after)
    assert went == {"status: recorded               # planned | in-progress | recorded | followed-up"}
    assert came == {"status: followed-up            # planned | in-progress | recorded | followed-up"}


def test_a_comment_beside_a_longer_value_moves_along(session: Session) -> None:
    after = rewrite_session(BY_HAND, replace(session, title="# " + "x" * 40), TITLES)
    went, came = lines_changed(BY_HAND, after)
    assert went == {"title:   'The handover that held'   # as in the diary"}
    assert came == {f'title: "# {"x" * 40}" # as in the diary'}


def test_a_section_keeps_the_title_that_its_question_had_when_it_was_written(session: Session) -> None:
    changed = replace(session, answers={**session.answers, "actions": "Offer it twice."})
    after = rewrite_session(BY_HAND, changed, {**TITLES, "actions": "What will it take?"})
    assert lines_changed(BY_HAND, after) == ({"Offer it again."}, {"Offer it twice."})


def test_a_done_action_changes_one_line_of_the_list(session: Session) -> None:
    first, second = session.action_points
    done = replace(first, done=date(2026, 12, 1))
    after = rewrite_session(BY_HAND, replace(session, action_points=(done, second)), TITLES)
    went, came = lines_changed(BY_HAND, after)
    assert went == {"- {id: 1, what: Offer the choice, who: Sam, done: null}   # Jo reminds"}
    assert came == {'- {id: 1, what: "Offer the choice", who: "Sam", done: 2026-12-01} # Jo reminds'}


def test_an_added_action_leaves_the_others_alone(session: Session) -> None:
    more = (*session.action_points, ActionPoint(id=3, what="Rest"))
    after = rewrite_session(BY_HAND, replace(session, action_points=more), TITLES)
    assert lines_changed(BY_HAND, after) == (set(), {'- {id: 3, what: "Rest", done: null}'})
    assert parse_session(after, "x.md").action_points == more


def test_a_key_taken_out_leaves_the_comment_above_the_next_one(session: Session) -> None:
    after = rewrite_session(BY_HAND, replace(session, cast=None), TITLES)
    assert "cast:" not in after
    assert "\n# what to do\naction_points:" in after


def test_a_new_key_comes_where_the_contract_has_it(session: Session) -> None:
    after = rewrite_session(BY_HAND, replace(session, safeguarding=Safeguarding(raised=False)), TITLES)
    assert lines_changed(BY_HAND, after) == (set(), {"safeguarding: {raised: false, on: null}"})
    point = LearningPoint(id=1, text="Ask", scope=Scope.GENERAL)
    after = rewrite_session(BY_HAND, replace(session, learning_points=(point,)), TITLES)
    assert after.index("cast:") < after.index("learning_points:") < after.index("action_points:")


def test_unknown_keys_survive_a_change_beside_them(session: Session) -> None:
    assert session.cast is not None
    first, second = session.cast
    after = rewrite_session(BY_HAND, replace(session, cast=(replace(first, say="a child"), second)), TITLES)
    assert '  - {name: "Robin Vale", also: ["Rob"], say: "a child", pronoun: "they"}\n' in after
    assert "  # the street\n  - {name: Larkspur Road, say: the placement}\n" in after


def test_a_changed_answer_stays_under_its_own_heading_in_its_own_place(session: Session) -> None:
    answers = {**session.answers, "actions": "Rest.\n\n## y {#safety}"}
    after = rewrite_session(BY_HAND, replace(session, answers=answers), TITLES)
    assert "# Good bits {#actions}\n\nRest.\n\n\\## y {#safety}\n\n## What   worked" in after
    assert after.partition("## What   worked")[2] == BY_HAND.partition("## What   worked")[2]
    assert after.partition("# Good")[0] == BY_HAND.partition("# Good")[0]


def test_a_new_answer_comes_before_the_next_one_of_the_circle(session: Session) -> None:
    answers = {**session.answers, "influence": "I waited.", "follow-up": "Still holds."}
    after = rewrite_session(BY_HAND, replace(session, answers=answers), TITLES)
    assert "\n\n## My part {#influence}\n\nI waited.\n\n# Good bits {#actions}" in after
    assert after.endswith("  more\n\n## Following up {#follow-up}\n\nStill holds.\n")


def test_an_answer_taken_out_goes_with_its_heading(session: Session) -> None:
    answers = {"actions": session.answers["actions"]}
    after = rewrite_session(BY_HAND, replace(session, answers=answers), TITLES)
    assert "What   worked" not in after
    assert "# Good bits {#actions}\nOffer it again.\n" in after


@pytest.mark.parametrize(
    "front",
    [
        "{circle: 1, id: 2026-11-23-k3f9, title: x, date: 2026-11-23, mode: group, status: recorded}",
        f"{PLAIN}\n...",
        '? circle\n: 1\n? id\n: 2026-11-23-k3f9\ntitle: "x\u2028"\ndate: 2026-11-23\nmode: group\nstatus: recorded',
        f"{PLAIN}\ncast: [{{name: A}},\n {{name: B}}]",
        f"{PLAIN}\nthemes:\n- b\n-  # after\n  c\naction_points:\n -\n  id: 1\n  what: x\n - {{id: 2,\n  what: y}}",
    ],
)
def test_a_rare_spelling_is_never_made_unreadable(front: str) -> None:
    original = f"---\n{front}\n---\nwords\n"
    before = parse_session(original, "x.md")
    after = replace(before, title="new", themes=("a",), action_points=before.action_points[1:])
    assert parse_session(rewrite_session(original, after, TITLES), "x.md") == after
