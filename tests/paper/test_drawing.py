"""What is printed, to the byte; and that it can be printed anywhere and gives nobody away."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from markupsafe import escape

from circle_cli.guidance.records import Guidance
from circle_cli.ids import QUESTIONS
from circle_cli.paper.document import CREDIT, SHORT_CREDIT, CutLine, Document, Heading, NameLine, PageBreak
from circle_cli.paper.drawing.html import draw_html
from circle_cli.paper.drawing.markdown import draw_markdown
from circle_cli.paper.drawing.word import draw_word
from circle_cli.paper.prints.cards import named_cards, role_cards
from circle_cli.paper.prints.circle import circle_page
from circle_cli.paper.prints.prompts import prompt_sheet
from circle_cli.paper.prints.sheet import recording_sheet
from circle_cli.paper.prints.takeaway import takeaway_page
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode

NAMES = (
    "cards",
    "cards-collaborative",
    "cards-one-to-one",
    "cards-named",
    "circle",
    "prompts",
    "sheet-blank",
    "sheet-filled",
    "sheet-whole",
    "takeaway",
)


@pytest.fixture(scope="module")
def prints(guidance: Guidance, typed: Session, whole: Session) -> dict[str, Document]:
    return {
        "cards": role_cards(guidance, 2, None),
        "cards-collaborative": role_cards(guidance, 3, "collaborative"),
        "cards-one-to-one": role_cards(guidance, 2, "individual"),
        "cards-named": named_cards(guidance, typed),
        "circle": circle_page(guidance),
        "prompts": prompt_sheet(guidance),
        "sheet-blank": recording_sheet(guidance),
        "sheet-filled": recording_sheet(guidance, typed),
        "sheet-whole": recording_sheet(guidance, whole),
        "takeaway": takeaway_page(guidance, typed, "Bea"),
    }


@pytest.fixture(scope="module")
def files(prints: dict[str, Document]) -> dict[str, bytes]:
    return {name: draw_word(document) for name, document in prints.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_print_in_markdown_is_its_golden_file(
    name: str, prints: dict[str, Document], golden: Callable[[str, str], None]
) -> None:
    golden(f"paper-{name}.md", draw_markdown(prints[name]))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_one_file_that_asks_nothing_of_any_other_place(name: str, prints: dict[str, Document]) -> None:
    page = draw_html(prints[name])
    assert page == draw_html(prints[name])
    assert re.search(r"<script|<link|<img|https?:|url\(|@import| on\w+=| src=|javascript", page, re.IGNORECASE) is None
    assert '<html lang="en-GB">' in page
    assert "size: A4" in page
    assert page.count("<table>") == page.count("<thead>")


@pytest.mark.parametrize("name", NAMES)
def test_every_print_says_whose_idea_the_circle_is(
    name: str, prints: dict[str, Document], files: dict[str, bytes]
) -> None:
    pages = draw_html(prints[name])
    assert all(escape(CREDIT) in page for page in pages.split("<section>")[1:])
    assert (SHORT_CREDIT in pages) == (name == "prompts")  # which runs on over several
    assert CREDIT in draw_markdown(prints[name])
    assert docx.Document(BytesIO(files[name])).sections[0].footer.paragraphs[0].text == CREDIT
    assert all(who in CREDIT for who in ("Norfolk County Council", "Aldridge", "McGough", "Research in Practice"))


def test_what_a_person_wrote_is_shown_in_a_page_and_never_obeyed(guidance: Guidance, typed: Session) -> None:
    page = draw_html(recording_sheet(guidance, typed))
    assert "Write &lt;b&gt;less&lt;/b&gt; &amp; listen." in page


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_opens_with_real_headings_in_english_and_names_nobody(
    name: str, prints: dict[str, Document], files: dict[str, bytes]
) -> None:
    opened = docx.Document(BytesIO(files[name]))
    headings = [each for each in prints[name].blocks if isinstance(each, Heading)]
    styled = [each for each in opened.paragraphs if (each.style.name or "").startswith("Heading")]
    assert [each.text for each in styled] == [each.text for each in headings]
    properties = opened.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.created == properties.modified
    assert properties.language == "en-GB"
    assert {each.get(qn("w:val")) for each in opened.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert (round(opened.sections[0].page_width.mm), round(opened.sections[0].page_height.mm)) == (210, 297)
    with ZipFile(BytesIO(files[name])) as packed:
        assert not [part for part in packed.namelist() if "thumbnail" in part or "custom" in part or "app.xml" in part]
        assert b"python-docx" not in packed.read("docProps/core.xml")


@pytest.mark.parametrize("name", ["sheet-blank", "sheet-filled"])
def test_each_table_has_a_header_row_that_is_repeated_and_rows_that_stay_whole(
    name: str, files: dict[str, bytes]
) -> None:
    tables = docx.Document(BytesIO(files[name])).tables
    assert len(tables) == 9
    for table in tables:
        rows = [row._tr.trPr for row in table.rows]
        assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_word_file_is_the_same_bytes_every_time(
    name: str, prints: dict[str, Document], files: dict[str, bytes]
) -> None:
    assert draw_word(prints[name]) == files[name]
    with ZipFile(BytesIO(files[name])) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"


def test_there_is_a_card_for_each_role_and_as_many_for_encouragers_as_are_wanted(guidance: Guidance) -> None:
    cards = role_cards(guidance, 4, None)
    titles = [each.text for each in cards.blocks if isinstance(each, Heading)]
    assert len(titles) == 8
    assert titles.count("Appreciative encourager") == 4
    assert sum(isinstance(each, NameLine) for each in cards.blocks) == 8


def test_the_cards_for_one_way_are_those_of_its_roles_with_what_to_bear_in_mind(guidance: Guidance) -> None:
    cards = draw_markdown(role_cards(guidance, 2, "individual"))
    mode = next(each for each in guidance.modes if each.id == "individual")
    assert all(thing in cards for thing in mode.considerations)
    assert "# Recorder" not in cards
    assert "facilitator" not in cards


def test_two_cards_stand_on_each_page_of_word_cut_apart_in_its_middle(
    prints: dict[str, Document], files: dict[str, bytes]
) -> None:
    opened = docx.Document(BytesIO(files["cards"]))
    cards = [each for each in opened.paragraphs if each.style.name == "Heading 1"]
    assert [bool(each.paragraph_format.page_break_before) for each in cards] == [False, False, True, False, True, False]
    cuts = [each.paragraph_format.space_before.pt for each in opened.paragraphs if each.style.name == "Circle cut"]
    assert len(cuts) == 3 and cuts[1] > cuts[0] > cuts[2] > 150  # the shorter the upper card, the more room below it
    items = [each for each in opened.paragraphs if each.style.name == "List Bullet"]
    alone = [each for each in items if not each.paragraph_format.keep_with_next]
    assert 0 < len(alone) <= len(cards)  # a card stays whole


def test_the_cards_of_a_session_bear_each_name_once_with_all_roles_of_theirs(
    guidance: Guidance, typed: Session
) -> None:
    roles = {"presenter": ("Sam",), "questioner": ("Jo",), "boundary-setter": ("Jo",), "encourager": ("Ade", "Bea")}
    cards = draw_markdown(named_cards(guidance, replace(typed, roles=roles)))
    for name in ("Sam", "Jo", "Ade", "Bea"):
        assert cards.count(f"Name: {name}\n") == 1
    assert "# Curious questioner and boundary setter\n\nName: Jo\n\n## As curious questioner" in cards
    assert cards.index("# Facilitator\n\nName: Lee") < cards.index("Name: Sam")
    assert "# Recorder\n\nName: ____" in cards  # which nobody has yet
    assert "kettle" not in cards and "key" not in cards  # nothing of the story


def test_whoever_leads_and_asks_has_one_card_and_a_long_one_a_page_of_its_own(
    guidance: Guidance, typed: Session
) -> None:
    cards = named_cards(
        guidance, replace(typed, facilitator="Jo", roles={"presenter": ("Sam",), "questioner": ("Jo",)})
    )
    text = draw_markdown(cards)
    assert text.count("Name: Jo") == 1 and "# Facilitator and curious questioner" in text
    place = next(place for place, each in enumerate(cards.blocks) if isinstance(each, NameLine) and each.text == "Jo")
    after = next(each for each in cards.blocks[place:] if isinstance(each, CutLine | PageBreak))
    assert isinstance(cards.blocks[place - 2], PageBreak) and isinstance(after, PageBreak)


def test_the_cards_for_two_say_how_to_begin_and_end(guidance: Guidance) -> None:
    cards = role_cards(guidance, 2, "individual")
    titles = [each.text for each in cards.blocks if isinstance(each, Heading)]
    assert titles[1:] == ["Presenting practitioner", "Curious questioner", "Where you are two"]
    assert "the boundaries are, and when you will stop" in draw_markdown(cards)


def test_the_circle_has_the_eight_questions_round_room_for_the_situation(
    guidance: Guidance, prints: dict[str, Document], files: dict[str, bytes]
) -> None:
    page = draw_html(prints["circle"])
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert drawing.count("<path ") == 8 and drawing.count("<line ") == 5
    told = drawing[drawing.index("<desc") : drawing.index("</desc>")]
    assert all(f"{number}. {each.title}" in told for number, each in enumerate(guidance.questions, start=1))
    (table,) = docx.Document(BytesIO(files["circle"])).tables
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert [cells[place][:2] for place in (0, 1, 2, 5, 8, 7, 6, 3)] == [f"{number}." for number in range(1, 9)]
    assert cells[4] == "The practice situation" and table.rows[1].height.mm > 90


def test_the_prompt_sheet_holds_all_that_the_guidance_has_on_a_question(guidance: Guidance) -> None:
    sheet = draw_markdown(prompt_sheet(guidance))
    for question in guidance.questions:
        wanted = (question.title, *question.aims, *question.prompts, *question.notes, *question.views, question.more)
        assert [text for text in (*wanted, question.scaling or "") if text not in sheet] == []


def test_what_there_is_to_write_on_grows_until_it_fills_the_page(prints: dict[str, Document]) -> None:
    pages = draw_html(prints["sheet-blank"])
    assert pages.count("<section") == pages.count('<section class="room">') == 3
    lines, rows = pages.count('<div class="line">'), pages.count("<td></td></tr>")
    weights = map(int, re.findall(r'<div class="(?:question|grid)" style="--room:(\d+)">', pages))
    assert lines > 20 and rows > 20 and sum(weights) == lines + 2 * (rows - 5)  # of whose views, five rows are ours
    assert 'class="room"' not in draw_html(prints["cards"]) + draw_html(prints["prompts"])


def test_the_sheet_turns_the_page_after_the_fifth_question_and_before_it_says_who_was_there(
    files: dict[str, bytes],
) -> None:
    opened = docx.Document(BytesIO(files["sheet-blank"]))
    titles = [each.text for each in opened.paragraphs if each.paragraph_format.page_break_before]
    assert titles == ["Which theory or research helps to explain it?", "Who was there"]
    assert len(QUESTIONS[:5]) == 5


def test_whoever_leads_has_a_card_where_somebody_does(guidance: Guidance) -> None:
    for mode in Mode:
        cards = draw_markdown(role_cards(guidance, 1, mode))
        on_it = [line for line in guidance.running.during if line in cards]
        assert on_it == ([] if mode is Mode.INDIVIDUAL else list(guidance.running.during))
