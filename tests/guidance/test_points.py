"""Every point of the guide stands on a page of ours, in our words: `points.txt` says where."""

import re
from collections.abc import Iterator
from pathlib import Path

from circle_cli.guidance.files import PAGES, own_pages
from circle_cli.guidance.records import Guidance
from circle_cli.site.drawing.pages.guidance import compose_pages

POINTS = Path(__file__).with_name("points.txt")


def points() -> Iterator[tuple[str, str, str]]:
    """Give each point: its page, its id and our words."""
    page = ""
    for line in POINTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            page = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            name, _, words = line.partition("  ")
            yield page, name, words


def plain(markdown: str) -> str:
    """Give the words of a page on one line, without links, emphasis and backslashes."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return re.sub(r"\s+", " ", re.sub(r"[*\\]", "", text).replace("&quot;", '"'))


def test_every_point_is_said_where_it_belongs(guidance: Guidance) -> None:
    pages = compose_pages(dict.fromkeys(PAGES, own_pages()), guidance, {})
    texts = {uri: plain(page.markdown) for uri, page in pages.items()}
    assert [f"{page}: {name}: {words}" for page, name, words in points() if words not in texts[page]] == []


def test_no_point_is_left_out() -> None:
    known = {name for _, name, _ in points()}
    counts = {"ctx": 11, "prin": 15, "kit": 7, "mode": 35, "prep": 15, "struct": 19, "follow": 9, "q": 65}
    counts |= {"role": 27, "record": 7, "more": 4}
    kinds = [re.match("[a-z]+", name) for name in known]
    found = [kind[0] for kind in kinds if kind]
    assert {kind: found.count(kind) for kind in counts} == counts
