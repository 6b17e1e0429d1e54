"""A list that is too long for one page: it does not grow, and its files tell what the list tells, and no more."""

import json
import posixpath
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_points import invented_points
from markupsafe import escape

from circle_cli.guidance.pages import load_guidance
from circle_cli.points.folder import Published
from circle_cli.settings import Settings
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.listing.files import Listing
from circle_cli.site.drawing.listing.pages import further_pages
from circle_cli.site.drawing.listing.signs import in_signs, row, steps
from circle_cli.site.drawing.pages.browse import draw_browse
from circle_cli.site.drawing.render import first_sentence

LEAST, MANY = 5, 260
POINTS = tuple(invented_points(MANY))
GUIDANCE = load_guidance()


def collection_of(count: int) -> Collection:
    return Collection(
        published=Published(folder=Path("nowhere"), points=POINTS[:count]),
        guidance=GUIDANCE,
        settings=Settings(smallest_group=LEAST),
        this_year=2026,
        link=lambda uri, seen_from: posixpath.relpath(uri, posixpath.dirname(seen_from)),
    )


@pytest.fixture(scope="module")
def listing() -> Listing:
    return Listing(collection=collection_of(MANY))


def test_the_pages_have_each_card_once_in_the_order_of_the_list_and_the_first_does_not_grow(listing: Listing) -> None:
    first = draw_browse(listing.collection, listing).html
    pages = [first, *(page.draw().html for page in further_pages(listing.collection).values())]
    cards = [re.findall(r'<li[^>]*><a href="([a-z0-9]{8})\.md">', str(page)) for page in pages]
    assert list(map(len, cards)) == [50, 50, 50, 50, 50, 10]
    assert [each for page in cards for each in page] == [point.id for point in listing.collection.points]
    said = [each for page in pages for each in re.findall(r"</a><p>(.*?)</p>", str(page))]
    assert said == [escape(first_sentence(point.parts["what-to-try"])) for point in listing.collection.points]
    fewer = collection_of(MANY // 2)
    assert len(first) < 1.1 * len(draw_browse(fewer, Listing(collection=fewer)).html)
    short = collection_of(50)
    assert (Listing(collection=short).files, further_pages(short)) == ({}, {})


def test_its_files_tell_no_small_number(listing: Listing) -> None:
    collection = listing.collection
    texts = {
        posixpath.basename(name): json.loads(text[text.index(",", text.index(",") + 1) + 1 : -2])
        for name, text in listing.files.items()
    }
    sets = texts["choices.js"]["sets"]
    groups = {f"{facet.id}={group.id}": group for facet in collection.choosable.values() for group in facet.groups}
    assert sets.keys() == groups.keys() and {"year", "statement"}.isdisjoint(each.partition("=")[0] for each in sets)
    for name, signs in sets.items():
        assert signs == steps([collection.places[point.id] for point in groups[name].points])
        assert LEAST <= groups[name].count <= MANY - LEAST
    rows = [card for number in range(-(-MANY // 25)) for card in texts[f"cards-{number}.js"]]
    assert [card[0] for card in rows] == [f"{point.id}.md" for point in collection.points]
    assert [card[2] for card in rows] == [first_sentence(point.parts["what-to-try"]) for point in collection.points]
    assert min(Counter(fact for card in rows for fact in card[5:]).values()) >= LEAST
    assert {"choices.js", "by-title.js", "by-tried.js"} == {name for name in texts if "cards" not in name}


def test_whatever_is_different_in_its_files_they_are_of_another_version(listing: Listing) -> None:
    published = listing.collection.published
    other = (replace(POINTS[0], title="Another title"), *POINTS[1:])
    again = replace(listing.collection, published=replace(published, points=other))
    assert Listing(collection=again).version != listing.version
    assert Listing(collection=collection_of(MANY)).version == listing.version
    assert all(json.dumps(listing.version) in text for text in listing.files.values())
    assert f'data-version="{escape(listing.version)}"' in draw_browse(listing.collection, listing).html


@given(st.lists(st.integers(0, 20_000), unique=True))
def test_numbers_are_written_in_signs_that_are_no_words(numbers: list[int]) -> None:
    assert not re.search(r"[^\W_]|[\s\"\\<>&]", row(numbers) + steps(sorted(numbers)))
    assert len({in_signs(number) for number in numbers}) == len(numbers)
