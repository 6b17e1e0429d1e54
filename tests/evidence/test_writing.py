"""What a session says already of each field: in the person's words, each once, and nothing of a peer's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from making import a_session

from circle_cli.evidence.writing.drawn import all_named, drawn, from_peers, whose
from circle_cli.evidence.writing.fields import ANSWERS, CHANGED, DAY, FIELDS, KIND, LEARNT, MADE, PEER, WHAT, Evidence
from circle_cli.evidence.writing.first_person import as_i_say_it
from circle_cli.evidence.writing.paper import evidence_page
from circle_cli.evidence.writing.script import Writing, day_told, settled_fields, too_long, what_to_make
from circle_cli.evidence.writing.script import written_evidence as made_of
from circle_cli.evidence.year import year_with
from circle_cli.guidance.records import Guidance
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.lists import Lists
from circle_cli.paper.document import Field
from circle_cli.session.people import typed_entry
from circle_cli.session.record import ActionPoint, LearningPoint, Observation, Session, Takeaway
from circle_cli.vocabulary import Mode, Role

DAY_OF_IT = date(2026, 11, 23)
GROUP = a_session(
    title="The meeting",
    cast=(typed_entry("Robin Vale = the young person"),),
    roles={Role.PRESENTER: ("Jo Example",), Role.ENCOURAGER: ("Sam", "Bea")},
    answers={"situation": "All spoke.", "learning": "Ask first.", "actions": "Jo rings."},
    takeaways=(Takeaway(by="Jo Example", text="A round helps."), Takeaway(by="Sam", text="Take notes.")),
    learning_points=(LearningPoint(id=1, text="Ask first."), LearningPoint(id=2, text="Robin chose.")),
    observations=(
        Observation(by="Sam", to="Jo Example", text="You waited."),
        Observation(by="Sam", to="Bea", text="You kept time."),
    ),
    action_points=(
        ActionPoint(id=1, what="Ring Robin.", who="Jo Example", done=DAY_OF_IT, note="Robin was glad."),
        ActionPoint(id=2, what="Book a room.", who="Sam"),
    ),
)


def test_each_field_begins_with_what_is_the_persons_own(guidance: Guidance) -> None:
    begun = drawn(guidance, GROUP, "Jo Example")
    assert begun[KIND] == "Group reflection with colleagues"
    assert begun[WHAT].startswith(
        "The meeting. I reflected on it in the what works practice learning circle. My part: "
    )
    assert begun[WHAT].endswith("All spoke.")
    assert begun[DAY] == "2026-11-23"
    assert begun[LEARNT] == "Ask first.\n\nRobin chose.\n\nA round helps."
    assert begun[CHANGED] == "Ring Robin: Robin was glad.\n\nI ring."
    assert PEER not in begun


@pytest.mark.parametrize(
    ("text", "mine"),
    [
        ("Sam asks at the next review too.", "I ask at the next review too."),
        ("Sam Poole is first; Sam’s turn. Sam's list, and watches.", "I am first; my turn. My list, and watches."),
        ("Bea told Sam that Sam was calm.", "Bea told me that Sam was calm."),
        ("Sam tries, Sam watches, Sam always has tea.", "I try, I watch, Sam always has tea."),
        ("Samuel asks. Samira’s aunt asks Bea.", "Samuel asks. Samira’s aunt asks Bea."),
        ("", ""),
    ],
)
def test_somebody_says_of_themselves_what_stands_there_under_their_name(text: str, mine: str) -> None:
    assert as_i_say_it(text, "Sam Poole") == mine
    assert as_i_say_it(text, "") == text


def test_what_an_answer_says_already_is_not_said_again(guidance: Guidance) -> None:
    todo = ActionPoint(id=1, what="Walk first, too")
    session = replace(a_session(), answers={"actions": "I will walk first, too."}, action_points=(todo,))
    assert drawn(guidance, session, "")[CHANGED] == "I will walk first, too."


def test_of_peers_only_what_the_person_was_told_is_shown_without_their_names(guidance: Guidance) -> None:
    told = from_peers(guidance, GROUP, "Jo Example")
    assert told[-1] == "- a colleague: You waited."
    assert not [line for line in told if "kept time" in line]
    assert from_peers(guidance, GROUP, "")[-1].endswith("?")


@pytest.mark.parametrize(
    ("name", "person"), [("jo example", "Jo Example"), ("Jo", "Jo Example"), ("Sam Long", "Sam"), ("Kim", ""), ("", "")]
)
def test_who_writes_is_known_by_name_or_first_name(name: str, person: str) -> None:
    assert whose(GROUP, name) == person


def test_somebody_alone_is_whoever_presented() -> None:
    assert whose(a_session(mode=Mode.INDIVIDUAL, roles={Role.PRESENTER: ("Kim",)}), "") == "Kim"


def writing_of(guidance: Guidance, lists: Lists, session: Session = GROUP) -> Writing:
    cast = all_named(session, "Jo Example")

    def check(text: str) -> tuple[Finding, ...]:
        return find_identifiers(text, cast, lists)

    year = year_with(DAY_OF_IT)
    return Writing(
        guidance=guidance, session=session, person="Jo Example", today=DAY_OF_IT, year=year, check=check, limit=9
    )


def replies(**texts: str) -> dict[str, str | None]:
    said = {"type": "Group", "what": "A meeting.", "date": "2026-11-23", "learnt": "I ask.", "changed": "I wait."}
    return {ANSWERS[key].key: text for key, text in (said | texts).items()}


def keys(script: Sequence[object]) -> list[str]:
    return [str(getattr(each, "key", "")) for each in script]


def test_what_somebody_said_of_their_part_stands_beside_and_is_not_written(guidance: Guidance, lists: Lists) -> None:
    session = replace(GROUP, answers={**GROUP.answers, "influence": "I let Robin wait."})
    what = writing_of(guidance, lists, session).draw_up({})[1]
    assert what.remark[-1] == "What you said of your part in it: I let the young person wait."
    assert "let" not in what.prefill


def test_nothing_can_be_made_while_a_name_is_open_or_a_field_is_empty(guidance: Guidance, lists: Lists) -> None:
    writing = writing_of(guidance, lists)
    assert any(MADE.takes(key) for key in keys(writing.draw_up(replies())))
    for answers in (replies(learnt="Temitope came."), replies(what="")):
        assert not any(MADE.takes(key) for key in keys(writing.draw_up(answers)))
        assert what_to_make(writing, answers) == ""
    assert [found.words for found in settled_fields(writing, replies(learnt="Temitope came."))[LEARNT].open]


def test_the_last_choice_counts_only_for_the_fields_as_they_stand(guidance: Guidance, lists: Lists) -> None:
    writing = writing_of(guidance, lists)
    chosen = replies() | {writing.draw_up(replies())[-1].key: "docx"}
    assert what_to_make(writing, chosen) == "docx"
    assert what_to_make(writing, chosen | {ANSWERS[LEARNT].key: "I ask more."}) == ""
    assert made_of(writing, chosen).fields[LEARNT] == "I ask."


def test_what_was_explained_is_not_asked_again_of_a_field_that_stands_as_it_did(
    guidance: Guidance, lists: Lists
) -> None:
    fields = {key: replies()[ANSWERS[key].key] or "" for key in FIELDS if key != PEER} | {LEARNT: "As Zyxwv wrote."}
    made = Evidence(session="s", made=DAY_OF_IT, fields=fields, explained={"Zyxwv": "an author"})
    writing = replace(writing_of(guidance, lists), earlier=made)
    assert not settled_fields(writing, replies(learnt="As Zyxwv wrote."))[LEARNT].open
    assert settled_fields(writing, replies(learnt="As Zyxwv said."))[LEARNT].open


def test_a_day_of_another_year_and_a_text_over_the_limit_are_told_and_kept() -> None:
    year = year_with(DAY_OF_IT)
    assert day_told("2026-11-30", year) == ""
    assert "1 December 2026 is not in your registration year" in day_told("2026-12-01", year)
    assert too_long("12345", 5) == too_long("123456", None) == ""
    assert "That is 6 characters; the limit in circle.yml is 5." in too_long("123456", 5)


def test_a_document_says_the_year_of_its_day_and_what_was_left_out() -> None:
    fields = {key: "x" for key in FIELDS} | {DAY: "2025-05-05", PEER: ""}
    page = evidence_page(Evidence(session="s", made=DAY_OF_IT, fields=fields), year_with(DAY_OF_IT))
    assert "1 December 2024 to 30 November 2025" in str(page.blocks[1])
    assert [each.text for each in page.blocks if isinstance(each, Field)][-1] == "Left out."
    assert replace(page, title="") != page
