"""What a reader can do from a learning point's page: say how it went, suggest words, share one, take it to a team."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import docx
import pytest
from making import POINT
from markupsafe import Markup
from playwright.sync_api import Page

from circle_cli.commands.site.handouts import make_handouts
from circle_cli.guidance.pages import load_guidance
from circle_cli.points.by_email.letters import BOXES, REMINDER
from circle_cli.points.by_email.reading import read_answer
from circle_cli.points.folder import Published
from circle_cli.points.record import PARTS, LearningPoint, Trial
from circle_cli.settings import Contact, Settings
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.ladder import draw_ladder
from circle_cli.site.drawing.pages.point import draw_point
from circle_cli.vocabulary import Outcome

NAME = "frequency-cricket-album-bookshelf"
FORM, SHEET = "kit/form.html", "kit/recording-sheet.html"
HANDOUTS = ("kit/k3f9abcd.html", "kit/k3f9abcd.docx")
LINK = re.compile(r'<a href="([^"]*)">([^<]*)</a>')
LONG = "Walking beside somebody takes the eyes away, and words come of themselves, so that nobody has to be brave. "
AS_LONG_AS_CAN_BE = {
    "words": dict.fromkeys(PARTS, (LONG * 40)[:4000]),
    "lines": {**POINT.parts, "what-to-try": "\n".join(["- Ask them."] * 330)},
    "paragraphs": {**POINT.parts, "what-to-try": "\n\n".join(["Ask them."] * 330)},
}


def published(point: LearningPoint) -> Published:
    return Published(folder=Path("guidance/learning-points"), points=(point,), withdrawn=())


def page_of(point: LearningPoint, *, email: str = "", offered: tuple[str, ...] = ()) -> str:
    collection = Collection(
        published=published(point),
        guidance=load_guidance().public,
        settings=Settings(contact=Contact(email=email)),
        this_year=2026,
        link=lambda uri, here: uri,
        offered=frozenset(offered),
    )
    return str(draw_point(point, collection, ()).html)


def handouts(point: LearningPoint, email: str = "", notice: str = "") -> dict[str, bytes]:
    settings = Settings(contact=Contact(email=email, telephone="01632 960000"))
    where = "https://practice.example.org/learning-points/k3f9abcd.html"
    return dict(make_handouts(published(point), settings, lambda _: where, lambda uri, here: f"../{uri}", notice))


def test_with_an_address_each_way_to_answer_begins_an_e_mail_with_all_filled_in() -> None:
    links = {words: unescape(address) for address, words in LINK.findall(page_of(POINT, email="team@example.org"))}
    for words in ("I tried this", "Suggest better words", "Share one of yours"):
        letter = urlsplit(links[words])
        assert (letter.scheme, letter.path) == ("mailto", "team@example.org")
        body = parse_qs(letter.query)["body"][0]
        assert REMINDER in body and POINT.title in body and "\r\n" in body
        if words != "Share one of yours":
            assert NAME in body and read_answer(body.replace("\r\n", "\n"), "").point == POINT.id
    assert all(f"[ ] {each}" in parse_qs(urlsplit(links["I tried this"]).query)["body"][0] for each in BOXES.values())


def test_without_one_there_are_pages_to_print_and_the_form_is_always_offered() -> None:
    offered = (FORM, SHEET, *HANDOUTS, "kit/k3f9abcd-tried.html")
    links = {words: address for address, words in LINK.findall(page_of(POINT, offered=offered))}
    assert links["I tried this"] == "kit/k3f9abcd-tried.html" and links["Share one of yours"] == SHEET
    assert links["Reflect here"] == FORM and (links["Take it to your team"], links["the same for Word"]) == HANDOUTS
    assert "mailto:" not in page_of(POINT, offered=offered)
    assert "Reflect here" in page_of(POINT, email="team@example.org", offered=offered)


def test_its_name_in_words_stands_on_its_page_whatever_is_offered() -> None:
    for page in (page_of(POINT), page_of(POINT, email="team@example.org")):
        assert f"its name is <code>{NAME}</code>" in page
    assert not {"I tried this", "Take it to your team"} & {words for _, words in LINK.findall(page_of(POINT))}


def test_reports_are_summed_up_in_a_line_and_told_in_order_of_time() -> None:
    years = ((2026, Outcome.NOT), (2024, Outcome.WORKED), (2025, Outcome.WORKED))
    trials = tuple(Trial(outcome=how, year=year, report=f"abcd{year}") for year, how in years)
    drawn = str(draw_ladder(replace(POINT, tried=trials), Markup("<p>Tell us</p>")))
    assert "Three others told us: it worked for two, it did not work for one." in drawn
    assert drawn.count('class="summed-up"') == 1
    assert re.findall(r"</strong> \((\d{4})\)", drawn) == ["2024", "2025", "2026"]
    assert drawn.index("told us:") < drawn.index("Tell us") < drawn.index("<strong>It worked</strong> (2024)")


def test_the_page_for_a_team_has_the_point_three_questions_and_the_way_back() -> None:
    made = handouts(POINT, notice="All of this is invented.")
    page = made[HANDOUTS[0]].decode("utf-8")
    assert ZipFile(BytesIO(made[HANDOUTS[1]])).testzip() is None
    word = [each.text for each in docx.Document(BytesIO(made[HANDOUTS[1]])).paragraphs]
    for words in (POINT.title, *PARTS.values(), "Offer three places.", "To talk about", "All of this is invented."):
        assert words in page and words in word
    assert page.count("<h1>") == 1 and page.count("?</li>") == 3
    assert NAME in page and "https://practice.example.org/learning-points/k3f9abcd.html" in page
    assert 'href="../learning-points/k3f9abcd.md">Back to its page' in page and '<meta name="description"' in page
    assert not [text for text in word if "{" in text] and NAME in " ".join(word)


def test_a_word_file_written_over_another_is_as_one_that_was_drawn() -> None:
    made = handouts(replace(POINT, title='Ask & <listen>: "why"'))[HANDOUTS[1]]
    read = docx.Document(BytesIO(made))
    assert read.core_properties.title == read.paragraphs[0].text == 'Ask & <listen>: "why"'
    assert (read.core_properties.author, read.core_properties.language) == ("", "en-GB")
    assert made == handouts(replace(POINT, title='Ask & <listen>: "why"'))[HANDOUTS[1]]
    styles = {each.style.name for each in read.paragraphs if each.style}
    assert {"Heading 1", "Heading 2", "List Bullet"} <= styles


def test_where_no_e_mail_goes_there_is_a_page_to_tell_how_it_went() -> None:
    page = handouts(POINT)["kit/k3f9abcd-tried.html"].decode("utf-8")
    assert f"{NAME}, wording 1" in page and "01632 960000" in page and page.count("☐") == 3
    assert "kit/k3f9abcd-tried.html" not in handouts(POINT, email="team@example.org")


@pytest.mark.parametrize("kind", AS_LONG_AS_CAN_BE)
def test_it_is_one_sheet_however_long_a_learning_point_is(open_page: Callable[..., Page], kind: str) -> None:
    page = open_page("about:blank", 680)
    for content in handouts(replace(POINT, title=("W" * 9 + " ") * 12, parts=AS_LONG_AS_CAN_BE[kind])).values():
        if content.startswith(b"<!DOCTYPE"):
            page.set_content(content.decode("utf-8"))
            assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1


def test_printed_to_pdf_a_learning_point_is_one_sheet_with_its_name(
    open_page: Callable[..., Page], site_with_points: Path
) -> None:
    page = open_page("learning-points/k3f9abcd.html", 680)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, format="A4"))) == 1
    page.emulate_media(media="print")
    assert page.get_by_text(NAME).is_visible() and not page.get_by_text("I tried this").is_visible()


def test_the_kits_pages_have_one_title_a_description_and_a_way_back(site: Path, read: Callable[[Path], Any]) -> None:
    for name in ("role-cards", "prompts", "recording-sheet", "form"):
        page = read(site / f"kit/{name}.html")
        assert page.tags.count("h1") == 1 and "../kit.html" in page.links
        assert '<meta name="description" content="' in (site / f"kit/{name}.html").read_text(encoding="utf-8")
