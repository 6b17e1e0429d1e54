"""Themes, frameworks and what is new: the right learning points on each page, and no group that is too small."""

import posixpath
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invented_points import invented_points

from circle_cli.guidance.pages import load_guidance
from circle_cli.points.folder import Published
from circle_cli.points.record import LearningPoint, StatementLink, Trial
from circle_cli.settings import Settings
from circle_cli.site.drawing.chart import draw_chart
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, NEWS, THEMES, Drawn, uri_of
from circle_cli.site.drawing.pages.all_pages import draw_pages
from circle_cli.site.drawing.pages.framework import in_force
from circle_cli.site.drawing.pages.home import home_marks
from circle_cli.site.drawing.pages.news import MOST
from circle_cli.vocabulary import Outcome, Setting

GUIDANCE = load_guidance()
PCF = next(each for each in GUIDANCE.frameworks if each.id == "pcf-2018")
PLAIN = [
    replace(point, themes=(), frameworks=(), tried=(), year=2026, setting=Setting.ADULTS)
    for point in invented_points(30)
]


def collection_of(points: Sequence[LearningPoint]) -> Collection:
    return Collection(
        published=Published(folder=Path("nowhere"), points=tuple(points)),
        guidance=GUIDANCE,
        settings=Settings(smallest_group=5),
        this_year=2026,
        link=lambda uri, seen_from: posixpath.relpath(uri, posixpath.dirname(seen_from)),
    )


def listed(html: str) -> list[str]:
    """Give the ids of the learning points that some HTML leads to, in their order."""
    return re.findall(r'href="[^"]*?([a-z0-9]{8})\.md"', html)


def by_title(points: Sequence[LearningPoint]) -> list[str]:
    return [point.id for point in sorted(points, key=lambda point: point.title.casefold())]


def test_what_says_the_same_is_led_to_from_both_and_said_on_both_cards() -> None:
    points = [replace(PLAIN[0], id=id_, title=title) for id_, title in (("aaaaaaaa", "One"), ("bbbbbbbb", "Two"))]
    same = {"aaaaaaaa": frozenset({"bbbbbbbb", "gonegone"}), "bbbbbbbb": frozenset({"aaaaaaaa"})}
    pages = draw_pages(replace(collection_of(points), same=same))
    for one, other in (points, points[::-1]):
        page = pages[f"learning-points/{one.id}.md"]
        assert listed(section(page, "same")) == [other.id] and other.id not in listed(section(page, "related"))
        assert f"Says the same as: {other.title}" in pages[INDEX].html
    assert "Says the same" not in draw_pages(collection_of(points))[INDEX].html


def section(page: Drawn, heading: str) -> str:
    return str(page.html).partition(f'<h2 id="{heading}">')[2].partition("<h2")[0]


def reported(*years: int) -> tuple[Trial, ...]:
    return tuple(Trial(outcome=Outcome.WORKED, year=year) for year in years)


def test_a_theme_has_a_page_when_enough_learning_points_share_it_and_else_no_link_anywhere() -> None:
    points = [
        replace(point, themes=("voice", "safety") if place < 4 else ("safety",), year=2020 + place // 5)
        for place, point in enumerate(PLAIN[:10])
    ]
    collection = collection_of(points)
    pages = draw_pages(collection)
    assert listed(str(pages["themes/safety.md"].html)) == by_title(points[5:]) + by_title(points[:5])
    assert "themes/voice.md" not in pages
    assert "safety.md" in pages[THEMES].html and "Hearing" not in pages[THEMES].html
    everything = [*(page.html for page in pages.values()), *home_marks(collection).values()]
    assert [html for html in everything if "voice.md" in html] == []
    assert 'href="themes/safety.md"' in home_marks(collection)["find"]
    assert '<a href="../themes/safety.md">' in pages[uri_of(points[0])].html


def test_pages_without_enough_to_show_say_how_it_will_change() -> None:
    pages = draw_pages(collection_of(PLAIN[:4]))
    assert "when at least 5 learning points share" in pages[THEMES].html
    assert pages[NEWS].html.count("when there are at least 5") == 2
    assert "another look" not in pages[NEWS].html
    assert [uri for uri, page in pages.items() if "<svg" in page.html] == []
    nothing = draw_pages(collection_of([]))
    assert all("This is how the first one is made" in nothing[uri].html for uri in (THEMES, NEWS))
    assert "Critical reflection and analysis" in nothing["frameworks/pcf-2018.md"].html


def test_bars_and_table_show_the_same_figures_and_say_if_there_is_more() -> None:
    years = [2026] * 12 + [2025] * 6
    points = [replace(point, year=year) for point, year in zip(PLAIN, years, strict=False)]

    def chart(points: Sequence[LearningPoint], linked: bool = True) -> str:
        facet = collection_of(points).facets["year"]
        return str(draw_chart(facet, address=(lambda group: f"?{group.id}") if linked else None, least=5))

    drawn = chart(points)
    assert re.findall(r'<rect [^>]*width="([\d.]+)%"', drawn) == ["100.0", "50.0"]
    assert re.findall(r"<text [^>]*>(\d+)</text>", drawn) == ["2026", "12", "2025", "6"]
    rows = re.findall(r'<tr><th scope="row"><a href="\?(\d+)">(\d+)</a></th><td>(\d+)</td></tr>', drawn)
    assert rows == [("2026", "2026", "12"), ("2025", "2025", "6")]
    hidden = "Groups of fewer than 5 are not shown."
    assert hidden not in drawn and "<caption>Learning points by year</caption>" in drawn
    more = chart([*points, *(replace(point, year=2024 - place % 2) for place, point in enumerate(PLAIN[20:26]))])
    assert hidden in more and "2024" not in more
    assert chart(PLAIN[:4]) == ""
    assert '<th scope="row">2026</th>' in chart(points, linked=False)


def test_words_of_a_chart_are_shown_as_words_and_long_ones_are_broken() -> None:
    facet = collection_of([replace(point, themes=("voice",)) for point in PLAIN]).facets["theme"]
    title = "Words <b>that</b> go on & on, beyond the narrowest of screens"
    odd = replace(facet, groups=(replace(facet.groups[0], title=title),))
    drawn = str(draw_chart(odd, address=lambda group: group.id, least=5))
    words = re.findall(r'<text x="0" [^>]*>([^<]*)</text>', drawn)
    assert len(words) == 3 and "<b>" not in drawn and "&lt;b&gt;" in words[0]


def test_statement_shows_its_learning_points_when_there_are_enough() -> None:
    six, seven = (StatementLink(framework="pcf-2018", statement=each) for each in ("6", "7"))
    points = [replace(point, frameworks=(six, seven) if place < 4 else (six,)) for place, point in enumerate(PLAIN[:5])]
    pages = draw_pages(collection_of(points))
    html = str(pages["frameworks/pcf-2018.md"].html)
    at = {
        each.id: html.partition(f'<li id="statement-{each.id}">')[2].partition("<li id=")[0] for each in PCF.statements
    }
    assert sorted(listed(at["6"])) == sorted(point.id for point in points)
    assert [number for number, words in at.items() if listed(words)] == ["6"]
    assert all(each.title in at[each.id] for each in PCF.statements)
    assert '<a href="../frameworks/pcf-2018.md#statement-6">PCF 2018, 6: ' in pages[uri_of(points[0])].html
    assert "statement-7" not in pages[uri_of(points[0])].html


def test_framework_page_says_which_titles_nobody_has_checked() -> None:
    pages = draw_pages(collection_of([]))
    for framework in GUIDANCE.frameworks:
        html = str(pages[f"frameworks/{framework.id}.md"].html)
        assert html.count("(not checked)") == sum(not each.confirmed for each in framework.statements)
        assert (framework.link or "We found no page") in html


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (date(2018, 1, 1), None, "In force from 2018; no end date is known"),
        (date(2027, 4, 1), date(2030, 12, 31), "In force from 1 April 2027 until 2030"),
        (None, date(2027, 3, 31), "In force until 31 March 2027"),
        (None, None, "In force; no end date is known"),
    ],
)
def test_when_a_framework_is_in_force_is_said_as_far_as_it_is_known(
    begins: date | None, ends: date | None, words: str
) -> None:
    assert in_force(replace(PCF, valid_from=begins, valid_to=ends)) == words


def test_the_newest_come_first_and_no_more_than_a_few() -> None:
    points = [replace(point, year=2000 + place // 5) for place, point in enumerate(PLAIN[: MOST + 5])]
    page = draw_pages(collection_of(points))[NEWS]
    assert listed(section(page, "new")) == by_title(points[10:]) + by_title(points[5:10])


def test_what_others_tried_is_listed_by_the_newest_report() -> None:
    reports = [reported(2024), reported(2026, 2023, 2021), (), reported(2025), reported(2023), reported(2022, 2022)]
    points = [replace(point, tried=tried) for point, tried in zip(PLAIN, reports, strict=False)] + PLAIN[6:10]
    html = section(draw_pages(collection_of(points))[NEWS], "tried")
    assert re.findall(r'([a-z0-9]{8})\.md#tried"', html) == [points[place].id for place in (1, 3, 0, 4, 5)]
    assert "<small>Three others told us</small>" in html and "<small>One other person told us</small>" in html


def test_home_leads_to_what_others_say_who_tried_one_where_enough_were() -> None:
    points = [replace(point, tried=reported(2024 + place)) for place, point in enumerate(PLAIN[:5])]
    told = home_marks(collection_of(points))["tried"]
    assert re.findall(r'([a-z0-9]{8})\.md#tried"', told) == [point.id for point in reversed(points)]
    assert "news.md#tried" in told and "there is a page to print" in told
    assert "<li>" not in home_marks(collection_of(points[:4]))["tried"]
    assert listed(section(draw_pages(collection_of(points[1:]))[NEWS], "tried")) == []  # four are too few


def test_due_is_what_nobody_has_spoken_of_for_three_years() -> None:
    old = [replace(point, year=2023, tried=reported(2023) if place else ()) for place, point in enumerate(PLAIN[:5])]
    new = [replace(point, year=2024) for point in PLAIN[5:10]]
    spoken_of = [replace(point, year=2020, tried=reported(2021, 2024)) for point in PLAIN[10:15]]
    points = [*old, *new, *spoken_of]
    html = section(draw_pages(collection_of(points))[NEWS], "due")
    assert sorted(listed(html)) == sorted(point.id for point in old)
    assert "circle tried" in html and "circle withdraw" in html
    assert listed(section(draw_pages(collection_of(points[1:]))[NEWS], "due")) == []


def test_in_the_demo_a_learning_point_leads_to_its_themes_and_its_page_stays_small(
    demo_site: Path, read: Callable[[Path], Any]
) -> None:
    pages = [path for path in (demo_site / "learning-points").glob("????????.html")]
    assert len(pages) == 40
    assert max(path.stat().st_size for path in pages) < 19_500  # of which two letters are a fifth, ready to be sent
    assert any(link.startswith("../themes/") and "index" not in link for link in read(pages[0]).links)
    assert '<meta name="description" content="Hearing the person' in (demo_site / "themes/voice.html").read_text()
