"""Searching many learning points for words: when there is an index of them, what may be in it, and how it is used."""

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, redirect_stderr
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from invented_points import invented_points
from invented_points import publish as invent
from once import Once
from playwright.sync_api import Page, expect

from circle_cli.commands.site.site import stages_for
from circle_cli.errors import CircleError
from circle_cli.log.folder import Log
from circle_cli.points.record import LearningPoint
from circle_cli.site.build import build_site
from circle_cli.site.building.finish import finish
from circle_cli.site.building.words import WordIndex, choose_search, find_program, index_words

Publish = Callable[..., Path]
Open = Callable[..., Page]
POINTS = list(invented_points(40))
BROWSE = "learning-points/index.html"
NEWS = "learning-points/news.html"


@pytest.mark.parametrize(
    ("count", "installed", "indexed", "said"),
    [
        (0, True, False, "^$"),
        (1500, True, False, "^$"),
        (1500, False, False, "^$"),
        (1501, True, True, r"^With more than 1,500 learning points \(1,501 here\) their words are .*Pagefind.*\.$"),
        (
            1501,
            False,
            False,
            r"^With more than 1,500 .* slow to open: install .*'\.\[search\]'.*quicker one\.$",
        ),
    ],
)
def test_an_index_is_chosen_where_there_are_many_and_it_is_installed(
    count: int, installed: bool, indexed: bool, said: str
) -> None:
    chosen, sentence = choose_search(count, 1500, installed=installed)
    assert chosen is indexed and re.search(said, sentence)


def test_without_the_extra_the_themes_search_has_all_points_and_one_sentence_says_how_to_change_that(
    tmp_path: Path, publish: Publish
) -> None:
    publish(tmp_path)
    publish(tmp_path, id="abcdefgh", title="Another")
    stages = stages_for(Log(root=tmp_path))
    with redirect_stderr(StringIO()) as said:
        site = build_site(tmp_path, replace(stages, words=WordIndex(program=None, run=not_run, most=1)))
    assert re.fullmatch(r"circle: With more than 1 learning points .*\.\[search\].*\n", said.getvalue())
    assert in_the_themes_search(site) > {"learning-points/k3f9abcd.html", "learning-points/abcdefgh.html"}
    assert "Search for words" not in (site / BROWSE).read_text(encoding="utf-8")
    assert not (site / "pagefind").exists()


def not_run(*_: object) -> str:
    raise AssertionError("nothing is to be run")


def in_the_themes_search(site: Path) -> set[str]:
    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    return {entry["location"].partition("#")[0] for entry in entries}


def writes(*names: str) -> Callable[[Sequence[str], Path, float], str]:
    """A program that writes these files into any site's `pagefind/`."""

    def run(command: Sequence[str], folder: Path, limit: float) -> str:
        for name in names:
            path = Path(command[2]) / "pagefind" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
        return ""

    return run


@pytest.mark.parametrize("stray", ["notes.txt", "fragment/who.pf_fragment", "fragment/en_1a.html", "playground/a.js"])
def test_a_file_that_is_no_part_of_an_index_is_refused(tmp_path: Path, stray: str) -> None:
    site = tmp_path / "site"
    words = WordIndex(program=Path("pagefind"), run=writes("fragment/en_1a.pf_fragment", "pagefind-ui.js", stray))
    index = index_words(site, words, 1, tmp_path)
    assert not (site / "pagefind/pagefind-ui.js").exists()
    with pytest.raises(CircleError, match=rf"pagefind/{re.escape(stray)}: nobody meant this file"):
        finish(site, index.made, frozenset(index.of_program))


def test_an_index_without_every_learning_point_is_refused(tmp_path: Path) -> None:
    words = WordIndex(program=Path("pagefind"), run=writes("fragment/en_1a.pf_fragment", "index/en_2b.pf_index"))
    with pytest.raises(CircleError, match="holds 1 of 2 learning points; nothing was published"):
        index_words(tmp_path / "site", words, 2, tmp_path)


def test_when_the_index_cannot_be_made_nothing_is_published(tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the old site")
    broken = WordIndex(program=Path("pagefind"), run=lambda *_: "it broke", most=0)
    with pytest.raises(CircleError, match=r"not made; nothing was published\. Pagefind: it broke") as caught:
        build_site(tmp_path, replace(stages_for(Log(root=tmp_path)), words=broken))
    assert caught.value.exit_code == 65
    assert (tmp_path / "site/index.html").read_text() == "the old site"


@pytest.fixture(scope="module")
def built(once: Once) -> tuple[Path, str]:
    """The site of forty invented points where more than twenty are many; and what was said."""
    if find_program() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the tests of the index of words need the extra: pip install '.[search]'")
        pytest.skip("pagefind-bin is not installed")
    folder = once("many", build_with_index)
    return folder / "site", (folder / "said").read_text(encoding="utf-8")


def build_with_index(log_root: Path) -> None:
    invent(log_root, len(POINTS))
    (log_root / "pagefind.yml").write_text("root_selector: .elsewhere\n")
    stages = stages_for(Log(root=log_root))
    assert stages.words is not None
    with pytest.MonkeyPatch.context() as patch, redirect_stderr(StringIO()) as said:
        patch.chdir(log_root)
        patch.setenv("PAGEFIND_ROOT_SELECTOR", ".elsewhere")  # neither is heard
        build_site(log_root, replace(stages, words=replace(stages.words, most=20)))
    (log_root / "said").write_text(said.getvalue(), encoding="utf-8")


def test_with_an_index_the_themes_search_finds_the_guidance_alone(built: tuple[Path, str]) -> None:
    site, said = built
    assert said.count("\n") == 1 and "Pagefind" in said
    there = in_the_themes_search(site)
    assert {"questions/theory.html", BROWSE} <= there
    assert {name for name in there if name.startswith("learning-points/")} == {BROWSE, NEWS}
    assert POINTS[0].title not in (site / "search/search_index.json").read_text(encoding="utf-8")


def test_no_group_that_is_too_small_to_be_shown_is_in_the_index(built: tuple[Path, str]) -> None:
    marked = [re.findall(r'filter="(\w+:[\w-]+)"', path.read_text("utf-8")) for path in built[0].rglob("*.html")]
    groups = [group for each in marked for group in each]
    assert len(set(groups)) == 8  # the questions: forty are too few to choose by more at once
    assert min(map(groups.count, groups)) >= 5


@pytest.fixture(scope="module")
def start(built: tuple[Path, str], shown: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    with shown(built[0]) as address:
        yield address + BROWSE


def holding(word: str, points: Sequence[LearningPoint] = POINTS) -> set[str]:
    """Which learning points say a word: told here in its own way."""
    wanted = re.compile(rf"\b{word}", re.IGNORECASE)

    def says(point: LearningPoint) -> str:
        return " ".join((point.title, *point.parts.values(), *(trial.differed or "" for trial in point.tried)))

    return {point.title for point in points if wanted.search(says(point))}


def titles(page: Page) -> list[str]:
    return page.locator(".points > li:visible > a").all_text_contents()


def look(page: Page, words: str, said: str) -> None:
    page.get_by_label("Search for words").fill(words)
    expect(page.locator(".words [role=status]")).to_have_text(said)


def test_words_and_choices_find_exactly_the_points_and_the_address_keeps_them(open_page: Open, start: str) -> None:
    page = open_page("about:blank")
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))  # of the policy, too
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(start)
    look(page, "pictures", "Fewer than 5 learning points with these words")
    assert set(titles(page)) == holding("pictures") and 0 < len(titles(page)) < 5
    assert page.locator(".found mark").first.text_content() in ("pictures", "Pictures")
    assert urlsplit(page.url).query == "words=pictures"
    both = holding("ask", [point for point in POINTS if "influence" in point.questions])
    assert 5 <= len(both) < len(holding("ask"))
    page.goto(f"{start}?words=ask&question=influence")  # as from an e-mail
    expect(page.locator(".words [role=status]")).to_have_text(f"{len(both)} learning points with these words")
    assert set(titles(page)) == both and not page.get_by_text(f"of {len(POINTS)} learning points").is_visible()
    page.get_by_role("button", name="Take away Question").press("Enter")
    expect(page.locator(".words [role=status]")).to_have_text(f"{len(holding('ask'))} learning points with these words")
    assert urlsplit(page.url).query == "words=ask"
    look(page, "", "")
    assert len(titles(page)) == len(POINTS) and urlsplit(page.url).query == ""
    assert complaints == [] and {urlsplit(url).netloc for url in asked} == {urlsplit(start).netloc}


def test_twenty_are_shown_and_the_keyboard_goes_on_where_the_next_begin(open_page: Open, start: str) -> None:
    page = open_page(start)
    many = holding("said")
    assert 20 < len(many) < 40
    look(page, "said", f"{len(many)} learning points with these words")
    first = titles(page)
    assert len(first) == 20 and page.evaluate("document.activeElement.id") == "words"
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    assert set(titles(page)) == many and titles(page)[:20] == first
    assert page.evaluate("document.activeElement.textContent") == titles(page)[20]


def test_where_nothing_is_found_the_page_says_what_to_do(open_page: Open, start: str) -> None:
    page = open_page(start)
    look(page, "zebra", "No learning point has these words. You could try fewer of them, or others.")
    page.goto(f"{start}?question=theory")
    assert holding("pictures", [point for point in POINTS if "theory" in point.questions]) == set()
    nothing = "No learning point with these words fits all that you chose. You could take a choice away."
    look(page, "pictures", nothing)
    assert titles(page) == []


def test_when_the_index_cannot_be_fetched_the_list_stays(open_page: Open, start: str) -> None:
    page = open_page("about:blank")
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(start)
    look(page, "ask", "Words cannot be searched for just now. You can still choose from the list.")
    assert len(titles(page)) == len(POINTS)


def test_from_a_folder_or_without_scripts_there_is_no_box_and_all_is_shown(
    open_page: Open, built: tuple[Path, str], start: str
) -> None:
    from_a_folder = open_page((built[0] / BROWSE).as_uri() + "?question=influence&words=ask")
    assert 0 < len(titles(from_a_folder)) < len(POINTS)
    without = open_page(start + "?words=ask", java_script_enabled=False)
    assert len(titles(without)) == len(POINTS)
    for page in (from_a_folder, without):
        assert not page.get_by_label("Search for words").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_wcag_is_broken_by_what_is_found(
    open_page: Open, start: str, broken_rules: Callable[[Page], list[Any]], scheme: str
) -> None:
    page = open_page(start, 320, scheme)
    look(page, "said", f"{len(holding('said'))} learning points with these words")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert broken_rules(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
