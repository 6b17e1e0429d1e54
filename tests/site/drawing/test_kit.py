"""The kit on the site: what it offers is there, to the byte, holds nobody's name, and prints whole."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from making import read_words, session_text
from playwright.sync_api import Page

from circle_cli.commands.site.site import make_kit, stages_for
from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance, own_pages
from circle_cli.log.folder import Log
from circle_cli.site.build import build_site
from circle_cli.site.building.finish import finish
from circle_cli.site.written import digest_of

Build = Callable[[dict[str, str]], Path]
Read = Callable[[Path], Any]

PRINT = '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<p>Role cards</p>\n'
CALLS = PRINT + '<img src="https://example.org/a.png">\n'
RECORDER = "roles/recorder.md"
CAST = 'cast:\n  - {name: "CAST", say: "a colleague"}\n'
SESSION = session_text(title="A handover", front=CAST, what_worked="It was calm.")


def test_the_page_offers_each_print_with_its_kind_and_size(site: Path, read: Read) -> None:
    page = read(site / "kit.html")
    offered = [link for link in page.links if link.startswith("kit/")]
    assert {site / link for link in offered} == set((site / "kit").iterdir()) and len(offered) == 7
    for link in offered[:6]:
        size = f"{round((site / link).stat().st_size / 1000)} kB"
        assert f"{'Word' if link.endswith('.docx') else 'web page'}, {size}" in page.text


def test_the_home_page_and_the_kit_offer_to_reflect_here(site: Path, read: Read) -> None:
    for name in ("index", "kit"):
        page = read(site / f"{name}.html")
        assert "kit/form.html" in page.links and "Reflect here" in page.text


def test_the_prints_are_in_the_words_of_the_logs_own_guidance(build: Build) -> None:
    own = (own_pages() / RECORDER).read_text(encoding="utf-8")
    site = build({f"guidance/{RECORDER}": re.sub('title: "?Recorder"?', 'title: "Note keeper"', own)})
    assert "Note keeper" in (site / "kit/role-cards.html").read_text(encoding="utf-8")
    assert "Note keeper" in [each.text for each in docx.Document(str(site / "kit/role-cards.docx")).paragraphs]


def test_a_word_file_names_no_author_and_is_the_same_at_every_build(site: Path, site_with_points: Path) -> None:
    for path in site.glob("kit/*.docx"):
        content = path.read_bytes()
        assert content == (site_with_points / "kit" / path.name).read_bytes()
        properties = docx.Document(BytesIO(content)).core_properties
        assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
        assert {info.date_time[0] for info in ZipFile(BytesIO(content)).infolist()} == {1980}


def test_without_prints_the_page_has_the_words_alone(tmp_path: Path, read: Read) -> None:
    page = read(build_site(tmp_path, stages_for(Log(root=tmp_path))) / "kit.html")
    assert "circle print cards" in page.text and "ready for use" not in page.text
    assert [link for link in page.links if link.startswith("kit/")] == []


@pytest.mark.parametrize(
    ("there", "made", "wrong"),
    [
        (PRINT, PRINT + "<p>", "kit/a.html: is not on the site as it was made"),
        (None, PRINT, "kit/a.html: is not on the site as it was made"),
        (CALLS, CALLS, "kit/a.html:6: would load something from another host"),
    ],
    ids=["changed", "lost", "calls out"],
)
def test_a_print_that_was_changed_is_lost_or_calls_out_is_refused(
    tmp_path: Path, there: str | None, made: str, wrong: str
) -> None:
    (tmp_path / "kit").mkdir()
    if there is not None:
        (tmp_path / "kit/a.html").write_text(there)
    with pytest.raises(CircleError, match=wrong):
        finish(tmp_path, frozenset(), frozenset(), {"kit/a.html": digest_of(made.encode())})


def test_a_print_keeps_the_policy_that_it_brings(site: Path) -> None:
    kit = make_kit(load_guidance())
    assert {name: (site / name).read_bytes() for name in kit} == kit
    assert b"default-src 'none'; style-src 'unsafe-inline'" in kit["kit/role-cards.html"]


@pytest.mark.parametrize(("name", "found"), [("Larkhild", True), ("Kartika", False)])
def test_the_sweep_looks_inside_the_prints_and_stops_at_no_font(
    tmp_path: Path, write: Callable[..., None], release: Callable[[Path], Path], name: str, found: bool
) -> None:
    own = (own_pages() / RECORDER).read_text(encoding="utf-8")
    role = own.replace("duties:\n", "duties:\n  - Ask Larkhild.\n", 1)
    session = SESSION.replace("CAST", name)
    write(tmp_path, {f"guidance/{RECORDER}": role, "sessions/2026/2026-11-23-k3f9-a-handover.md": session})
    read_words(tmp_path)
    if not found:
        assert (release(tmp_path) / "kit/role-cards.docx").is_file()
        return
    with pytest.raises(CircleError, match=r"kit/role-cards\.docx: a name of a session’s cast") as stopped:
        release(tmp_path)
    assert "kit/form.html: a name of a session’s cast" in str(stopped.value)


def test_printed_to_pdf_the_cards_are_tagged_and_each_stands_whole(
    open_page: Callable[..., Page], site_with_points: Path
) -> None:
    page = open_page("kit/role-cards.html", 680)  # 180 mm, the width of what is printed on A4
    pdf = page.pdf(prefer_css_page_size=True, tagged=True)
    assert b"/StructTreeRoot" in pdf and re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", pdf)
    page.emulate_media(media="print")
    heights = page.evaluate("[...document.querySelectorAll('section')].map(it => it.getBoundingClientRect().height)")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(heights) == 3  # a new page for every two cards, and no more
    assert page.locator(".card").count() == 6
    assert max(heights) <= 273 / 25.4 * 96  # what is left of A4 between the margins


def test_printed_to_pdf_the_recording_sheet_fills_three_pages_with_room_to_write(
    open_page: Callable[..., Page], site_with_points: Path
) -> None:
    page = open_page("kit/recording-sheet.html", 680)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True, tagged=True))) == 3
    page.emulate_media(media="print")
    millimetres = "getBoundingClientRect().height / 96 * 25.4"
    pages = page.evaluate(f"[...document.querySelectorAll('section')].map(it => it.{millimetres})")
    lines = page.evaluate(f"[...document.querySelectorAll('.line')].map(it => it.{millimetres})")
    assert all(270 < each <= 273 for each in pages)
    assert min(lines) > 5.5  # room for handwriting
