"""Sessions on their way out: what is said instead of names, the document, and three tables that Excel opens."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from making import a_session

from circle_cli.exporting.account import account
from circle_cli.exporting.instead import Exported, cast_of, plainly, told_without_names
from circle_cli.exporting.tables import harmless, tables, too_long
from circle_cli.guidance.records import Guidance
from circle_cli.identifiers.lists import Lists
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.session.record import ActionPoint, CastEntry, LearningPoint, Session
from circle_cli.vocabulary import Mode, Role, Scope

SESSION = a_session(
    title="Crème brûlée",
    mode=Mode.GROUP,
    roles={Role.PRESENTER: ("Sam",), Role.ENCOURAGER: ("Ade", "Mira")},
    cast=(CastEntry(name="Amira Hassan", also=("Mira",), say="the young person"), CastEntry(name="Larkspur Road")),
    answers={"what-worked": "=1+1\nZoë laughed", "own-one": "-5"},
    learning_points=(LearningPoint(id=1, text="@all ask twice", scope=Scope.GENERAL, matters=9),),
    action_points=(ActionPoint(id=1, what="+ring", who="me", by=date(2026, 12, 8), note="\tdone"),),
)


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    return [*csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))]


def test_each_session_learning_point_and_action_has_a_row_and_no_cell_is_a_formula(guidance: Guidance) -> None:
    exported = [Exported(session=SESSION, headings={"own-one": "Ours"})] * 2
    made = {name: rows(content) for name, content in tables(exported, guidance).items()}
    assert {name: len(found) for name, found in made.items()} == {"sessions": 3, "learning-points": 3, "actions": 3}
    header, first, _ = made["sessions"]
    told = dict(zip(header, first, strict=True))
    assert (told["Title"], told["What worked, and why?"], told["Ours"]) == ("Crème brûlée", "'=1+1\nZoë laughed", "'-5")
    assert made["learning-points"][1][4:] == ["'@all ask twice", "general", "9", "no"]
    assert made["actions"][1][4:] == ["'+ring", "me", "2026-12-08", "", "", "'\tdone"]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1", "＝1", "\u00a0@x"])
def test_what_a_spreadsheet_would_reckon_with_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_other_words_stay_as_they_are() -> None:
    for cell in ("", "a = b", "1-1", "o'clock", "Zoë"):
        assert harmless(cell) == cell


def test_an_answer_that_a_cell_cannot_show_is_named() -> None:
    long = replace(SESSION, answers={"theory": "x" * 32768})
    assert too_long([Exported(session=each, headings={}) for each in (SESSION, long)]) == [long.id]


def test_who_has_nothing_to_be_said_instead_gets_a_plain_word_and_who_took_part_their_role() -> None:
    plain = plainly(SESSION)
    assert [(each.name, each.say) for each in plain] == [("Larkspur Road", "the street")]
    said = {each.name: each.say for each in cast_of(SESSION, plain)}
    assert said == {
        "Amira Hassan": "the young person",
        "Larkspur Road": "the street",
        "Sam": "the presenter",
        "Ade": "an encourager",
    }


def test_whoever_goes_by_a_role_already_stays_so() -> None:
    by_role = replace(SESSION, cast=(), roles={Role.PRESENTER: ("The presenter", "me")}, facilitator="Facilitator")
    assert cast_of(by_role, ()) == ()


@pytest.mark.parametrize("cast", [None, (), (CastEntry(name="Zola", say="the mother"),)])
def test_a_name_that_is_in_no_list_goes_from_wherever_it_stands(
    cast: tuple[CastEntry, ...] | None, lists: Lists
) -> None:
    many = [f"Mrs Wilhelmina{letter} Brackenbury" for letter in "abcdefghijklmnop"]
    learnt = LearningPoint(id=1, text="Ask Temitope Adeyemi of Larkspur Road first.")
    session = replace(SESSION, cast=cast, answers={"what-worked": ". ".join(many)}, learning_points=(learnt,))
    told = told_without_names(Exported(session=session, headings={"own-one": "What Temitope said"}), lists)
    assert told.retold is not None
    text = f"{told.session} {told.headings}"
    assert not [name for name in ("Brackenbury", "Temitope", "Mrs", "Larkspur") if name in text]


def test_one_word_that_the_check_does_not_know_goes_where_nobody_was_asked_who_is_in_it(lists: Lists) -> None:
    session = replace(SESSION, cast=None, title="x", answers={"what-worked": "Crème brûlée, and Temitope."})
    told = told_without_names(Exported(session=session, headings={}), lists).session
    assert (told.title, told.answers["what-worked"]) == ("x", "Somebody brûlée, and somebody.")
    asked = told_without_names(Exported(session=replace(session, cast=()), headings={}), lists)
    assert asked.session.answers == session.answers
    assert asked.retold and {"Crème", "Temitope"} <= {each.words for each in asked.retold.others}


def test_a_name_with_a_capital_goes_though_it_may_be_an_ordinary_word(lists: Lists) -> None:
    cast = (CastEntry(name="Robin Vale", say="the young person"),)
    session = replace(SESSION, cast=cast, answers={"situation": "Robin had waited. A robin sang."})
    told = told_without_names(Exported(session=session, headings={}), lists)
    assert told.session.answers["situation"] == "The young person had waited. A robin sang."
    assert told.retold is not None and [each.words for each in told.retold.unsure] == ["robin"]


def drawn(guidance: Guidance, *sessions: Session, as_told: bool = False) -> str:
    exported = [Exported(session=each, headings={"own-one": "Ours"}) for each in sessions]
    return draw_markdown(account(exported, guidance, as_told=as_told))


def test_the_document_begins_with_what_was_learnt_and_will_be_done(guidance: Guidance) -> None:
    text = drawn(guidance, SESSION)
    places = [
        text.index(each) for each in ("# Crème", "ask twice", "+ring", "Zoë laughed", "## Ours", "Private. Other")
    ]
    assert places == sorted(places)
    assert "8 December 2026" in text
    assert "Sam" not in text


def test_several_have_a_list_in_front_and_as_told_says_who_took_part(guidance: Guidance) -> None:
    text = drawn(guidance, SESSION, replace(SESSION, title="Tea", answers={}), as_told=True)
    assert "2 sessions, " in text
    assert text.index("| Crème brûlée |") < text.index("# Crème brûlée") < text.index("# Tea")
    assert "took part: Sam, Ade, Mira" in text
    assert "It names people" in text


def test_a_session_without_a_word_says_so(guidance: Guidance) -> None:
    bare = replace(SESSION, answers={}, learning_points=(), action_points=())
    assert "Nothing has been written in it yet." in drawn(guidance, bare)
