"""Where one is, is marked in every menu, on every page, for ears as for eyes."""

import re
from pathlib import Path

from circle_cli.site.here import mark_here

MENU = re.compile(r'<nav class="md-nav md-nav--primary".*?(?=<div class="md-content)', re.DOTALL)
CURRENT = re.compile(r'<a aria-current="(\w+)" href="([^"]*)" class="md-nav__link')


def test_the_page_itself_is_marked_and_else_the_one_under_which_it_is_found() -> None:
    page = '<a class="x" href="a.html">A</a><article><a href="a.html">A</a></article><footer><a href="b.html">B</a>'
    assert mark_here(page, "a.html", None) == page.replace("<a class", '<a aria-current="page" class')
    assert mark_here(page, "b.html", "a.html") == page.replace('<a href="b', '<a aria-current="page" href="b')
    assert mark_here(page, "c.html", "a.html") == page.replace("<a class", '<a aria-current="true" class')
    assert mark_here(page, "c.html", None) == mark_here(page, "axhtml", None) == page


def test_each_page_of_the_demo_has_one_mark_in_its_menu(demo_site: Path) -> None:
    marks = {
        path.relative_to(demo_site).as_posix(): CURRENT.findall("".join(MENU.findall(path.read_text(encoding="utf-8"))))
        for path in demo_site.rglob("*.html")
        if path.name != "404.html" and "kit" not in path.parts  # neither is in a menu, and a print has none
    }
    assert {name for name, found in marks.items() if len(found) != 1} == set()
    assert marks["questions/safety.html"] == [("page", "safety.html")]
    assert marks["themes/index.html"] == [("page", "index.html")]
    within = {name for name, found in marks.items() if found[0][0] == "true"}
    assert within >= {"themes/voice.html", "frameworks/pcf-2018.html"}
    assert len(within & {name for name in marks if re.fullmatch(r"learning-points/.{8}\.html", name)}) == 40
    assert all(marks[name] == [("true", "index.html")] for name in within)
