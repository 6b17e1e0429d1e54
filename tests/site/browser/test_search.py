"""The search: what it fetches and when, what it finds and says, how it is used with keys, and what it leads to."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from circle_cli.aloud.words import aloud
from circle_cli.site.searching.counting import HEAVIEST, by_weight, packed, together

Open = Callable[..., Page]
Broken = Callable[[Page], list[Any]]
SAID = "Learning points, what fits best first"
TABLE = Path(__file__).parents[1] / "search" / "alike.txt"
STEMS = """async table => {
  const {stemOf} = await circleFind.engine()
  const stems = async text => Promise.all(circleWording.wordsIn(text).flat().map(stemOf))
  return Promise.all(table.map(parts => Promise.all(parts.map(stems))))
}"""
MARKED = """async ([looked, words]) => {
  const long = await (await circleFind.engine()).marker(looked)
  return words.map((_, at) => long(words, at))
}"""


@pytest.fixture
def page(open_page: Open, demo_address: str) -> Page:
    return open_page(urljoin(demo_address, "questions/safety.html"))


def look(page: Page, words: str) -> str:
    """Type words, wait for what is said of them, and give it."""
    page.fill("#find", "")
    page.fill("#find", words)
    page.wait_for_function("() => document.querySelector('.find__said')?.textContent")
    return page.locator(".find__said").text_content() or ""


def found(page: Page) -> list[str]:
    return page.locator(".find__found ul").first.locator("a").all_text_contents()


def test_nothing_is_fetched_before_the_first_key_and_no_more_than_may_be_to_the_first_result(
    open_page: Open, demo_address: str
) -> None:
    page = open_page("about:blank")
    asked: dict[str, int] = {}
    page.on("response", lambda response: asked.__setitem__(response.url, len(response.body())))
    page.goto(urljoin(demo_address, "index.html"))
    page.locator("#find").focus()
    page.wait_for_timeout(200)
    assert not [url for url in asked if "/search/" in url or re.search(r"/(words|entries|ask)\.js$", url)]
    before = set(asked)
    look(page, "what helps a young person who will not talk to me about a move from one placement to a new carer")
    page.wait_for_selector(".find__found a")
    assert 0 < sum(size for url, size in asked.items() if url not in before) < 150_000


def test_words_are_alike_in_the_browser_as_they_are_when_the_site_is_built(page: Page) -> None:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for row in page.evaluate(STEMS, [line.split("/") for line in lines]):
        assert [len(set(part)) for part in row] == [1] * len(row), row
        assert len({part[0] for part in row}) == len(row), row


def test_slips_are_understood_and_it_is_said_what_was_looked_for(page: Page) -> None:
    for typed in (aloud("tn3khs8c"), aloud("tn3khs8c").replace("-", " ").title()):
        look(page, typed)  # its name in words finds a learning point, and none of them finds it alone
        first = page.locator(".find__found ul").first.locator("a").first
        assert "tn3khs8c" in (first.get_attribute("href") or "")
    look(page, aloud("tn3khs8c").split("-")[0])
    assert "tn3khs8c" not in page.locator(".find__found").inner_html()
    for slip, word in {
        "realtionship": "relationships",
        "safegaurding": "safeguarding",
        "elationship": "relationships",
        "auism": "autistic",
    }.items():
        assert look(page, slip).startswith(f"No page has “{slip}”. This is for “{word}”."), slip
        assert page.locator(".find__found a").count()
    assert look(page, "LAC").startswith("Also looked for: looked after")
    look(page, "runnning away")  # a phrase, once the slip is read
    page.wait_for_selector('.find__found a[href*="h9dt2p9r"]')


def test_words_that_carry_no_meaning_elsewhere_are_looked_for_where_there_are_no_others(page: Page) -> None:
    for typed in ("they/them", "They them", "he/she", "a visit with they/them", "they them pronouns"):
        look(page, typed)
        page.wait_for_selector(".find__found a")
        assert page.locator('.find__found a[href*="2nxece4f"]').count(), typed
    assert look(page, "how is that so") == "Nothing here has these words."
    assert not page.locator(".find__found button").count()
    assert "supervision" in look(page, "one to one")  # a word said twice, in a phrase


def test_where_nothing_is_found_there_are_words_that_are_near_and_ways_in_by_theme(page: Page) -> None:
    assert look(page, "qqzzx") == "Nothing here has these words."
    assert page.get_by_role("link", name="All learning points", exact=True).count()
    theme = page.locator(".find__near a").first
    assert (theme.get_attribute("href") or "").startswith(urljoin(page.url, "../themes/"))
    assert look(page, "an") == "Type a little more."


def test_keys_go_through_what_was_found_and_back(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.insert_text("carer")
    page.wait_for_selector(".find__found a")
    assert page.get_by_role("status").text_content() == page.locator(".find__said").text_content()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == found(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == found(page)[0]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "find" and not page.locator(".find__found a").count()


def test_enter_leads_to_the_first_that_was_found_and_opens_it_the_second_time(page: Page) -> None:
    before = page.url
    look(page, "carer")
    page.wait_for_selector(".find__found a")
    page.locator("#find").press("Enter")
    how = page.get_by_text("Enter opens the one that is marked; arrow keys lead to the others.")
    expect(how).to_be_visible()
    assert how.get_attribute("aria-hidden") == "true" and page.url == before
    assert page.evaluate("document.activeElement.textContent") == found(page)[0]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url != before


def test_of_a_word_that_tells_no_page_from_another_only_the_best_are_shown(page: Page) -> None:
    every = page.evaluate("async () => (await circleFind.ask('reablement')).points.length")
    assert 0 < every < 10


def test_the_words_are_marked_on_the_page_that_they_led_to_and_can_be_unmarked(page: Page) -> None:
    look(page, "carer")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.find__found a')")
    page.keyboard.press("Enter")
    page.wait_for_selector("mark")
    assert page.locator("mark").first.text_content().lower().startswith("carer")  # type: ignore[union-attr]  # it is there
    page.get_by_role("button", name="Do not mark them").press("Enter")
    assert page.locator("mark").count() == 0 and "words=" not in page.url
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_where_no_word_that_was_typed_stands_what_means_the_same_is_marked(page: Page) -> None:
    address = page.url.split("?")[0]
    page.goto(f"{address}?words=circle&near=questions")
    page.wait_for_selector("mark")
    typed = set(page.locator("mark").all_text_contents())
    assert all(each.lower().startswith("circle") for each in typed)
    assert page.get_by_text("The words that you searched for are marked.").count() == 1
    page.goto(f"{address}?words=xylophone&near=questions")
    page.wait_for_selector("mark")
    assert "question" in page.locator("mark").first.text_content().lower()  # type: ignore[union-attr]  # it is there
    assert page.get_by_text("Words that mean much the same as yours are marked.").count() == 1


def test_what_an_entry_holds_is_read_as_it_was_written(page: Page) -> None:
    every = [(number, 1 + number % 15) for number in (*range(60), 700, 10_000)]
    counted = by_weight({number: weight / HEAVIEST for number, weight in every}, 1.0)
    text = packed(together([counted]), len(every))
    page.evaluate("() => circleFind.engine()")
    assert sorted(map(tuple, page.evaluate("text => [...circleEntries.unpacked(text)]", text))) == every
    look(page, "carer")  # a word of the vocabulary, and one of the pages alone: neither sign is a number
    kinds = page.evaluate(
        "async () => Promise.all(['carer', 'stick'].map(async word => "
        "(await circleEntries.entry(await circleEntries.open(), word)).isKnown))"
    )
    assert kinds == [True, False]


def test_a_phrase_is_marked_as_a_whole_and_no_word_that_half_of_all_pages_have(page: Page) -> None:
    asked = page.evaluate("async () => circleFind.ask('a teenager who will not talk')")
    assert {"teenager", "talk"} <= set(asked["marks"]) and "young person" in asked["near"]
    assert "not" not in (*asked["marks"], *asked["near"]) and "young person" not in asked["marks"]
    words = ["A", "young", "person", "and", "people", "young"]
    assert page.evaluate(MARKED, [["young person"], words]) == [0, 2, 0, 0, 0, 0]


def test_who_asks_how_this_is_used_is_shown_the_guidance_first(page: Page) -> None:
    for asked in ("how do I say that I tried it", "I tried it", "what did others say who tried it"):
        assert look(page, asked) == "How this site is used, first; then learning points."
        page.wait_for_selector(".find__found a")
        assert found(page)[0].startswith("Tried something?")


def test_it_works_from_a_folder_under_the_policy_and_no_rule_is_broken(
    open_page: Open, demo_site: Path, broken_rules: Broken
) -> None:
    page = open_page("about:blank", 320)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((demo_site / "learning-points/index.html").as_uri())
    page.locator("#find").focus()
    page.keyboard.insert_text("carer")
    page.wait_for_selector(".find__found a")
    assert complaints == [] and broken_rules(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_links_stand_in_its_place(open_page: Open, demo_address: str) -> None:
    page = open_page(urljoin(demo_address, "questions/safety.html"), java_script_enabled=False)
    assert not page.locator("#find").is_visible()
    assert page.locator(".find a").all_text_contents() == ["All learning points", "Themes"]


def test_where_the_index_cannot_be_fetched_that_is_said(page: Page) -> None:
    page.route("**/search/**", lambda route: route.abort())
    assert look(page, "carer").startswith("The search cannot be used just now.")
    page.unroute("**/search/**")
    assert "learning points" in look(page, "carers")


def test_files_that_a_browser_kept_of_another_day_are_fetched_anew(page: Page) -> None:
    def old(route: Any) -> None:
        text = route.fetch().text()
        changed = re.sub(r'^(circleWords\("[^"]*",")', r"\1old", text) if "?" not in route.request.url else text
        route.fulfill(body=changed, content_type="text/javascript")

    page.route("**/search/directory.js*", old)
    look(page, "carer")
    assert page.locator(".find__found a").count()
    page.unroute("**/search/directory.js*")


def test_on_the_list_words_choose_and_order_the_cards(open_page: Open, demo_address: str) -> None:
    page = open_page(urljoin(demo_address, "learning-points/index.html"))
    everything = page.locator(".points > li:visible > a").all_text_contents()
    page.get_by_label("Search for words").fill("carer")
    expect(page.locator(".words [role=status]")).to_have_text(re.compile("What fits best stands first"))
    chosen = page.locator(".points > li:visible > a").all_text_contents()
    assert 0 < len(chosen) < len(everything) and "carer" in chosen[0].lower() and "words=carer" in page.url
    page.get_by_label("Search for words").fill("")
    page.wait_for_function("() => !location.search")
    assert page.locator(".points > li:visible > a").all_text_contents() == everything
    page.goto(f"{page.url}?words=carer")
    page.wait_for_function(f"() => document.querySelectorAll('.points > li:not([hidden])').length === {len(chosen)}")
