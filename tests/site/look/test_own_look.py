"""An organisation's own look on its site: the same from `circle site`, plain MkDocs and the export."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
import yaml
from copied import lay_down
from making import ROOT, read_words
from playwright.sync_api import Page

from circle_cli.errors import CircleError
from circle_cli.own_words.pages import added_pages
from circle_cli.own_words.reading import own_words
from circle_cli.site.build import Stages
from circle_cli.site.export import export_site

SETTINGS = """\
name: What works in Fictonshire
organisation: Fictonshire Council
address: https://example.org/circle
language-of-dates: cy
colours:
  light: {main: "#4b286d", accent: "#8a3800"}
pages: [who-we-are.md]
accessibility: {written: 2026-12-04}
"""
PAGE = """---
title: "Who we are"
description: "The people behind this site."
---
We are a small team. `code` and [the circle](index.md).
"""
PATHS = ("index.html", "who-we-are.html", "accessibility.html", "colours.css", "sitemap.xml")


@pytest.fixture(scope="module")
def log_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log = tmp_path_factory.mktemp("log")
    (log / "guidance").mkdir()
    (log / "circle.yml").write_text(SETTINGS, encoding="utf-8")
    (log / "guidance/who-we-are.md").write_text(PAGE, encoding="utf-8")
    (log / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    read_words(log)
    return log


@pytest.fixture(scope="module")
def site(log_root: Path, release: Callable[[Path], Path]) -> Path:
    return release(log_root)


def test_the_site_has_the_name_address_days_colours_and_pages(site: Path, read: Callable[[Path], Any]) -> None:
    home, ours, statement = (read(site / name) for name in PATHS[:3])
    assert "<title>What works in Fictonshire</title>" in (site / "index.html").read_text(encoding="utf-8")
    assert "https://example.org/circle/who-we-are.html" in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "who-we-are.html" in home.links and "We are a small team." in ours.text
    assert "Fictonshire Council" in home.text  # what the page stands under in the menu
    assert "Dydd Gwener, 4 Rhagfyr 2026" in statement.text
    assert '<bdi lang="cy">' in (site / "accessibility.html").read_text(encoding="utf-8")
    assert "colours.css" in ours.fetched
    assert "#4b286d" in (site / "colours.css").read_text(encoding="utf-8")


def test_plain_mkdocs_makes_the_same(site: Path, log_root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")],
        cwd=log_root, capture_output=True, text=True, check=False, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("colours.css", "sitemap.xml"):
        assert (tmp_path / "site" / name).read_bytes() == (site / name).read_bytes()
    plain = (tmp_path / "site/who-we-are.html").read_text(encoding="utf-8")
    for words in ("<title>Who we are - What works in Fictonshire</title>", 'href="colours.css"', "Fictonshire Council"):
        assert words in plain


def test_the_export_has_it_too(log_root: Path, tmp_path: Path, open_door: Stages) -> None:
    export_site(log_root, tmp_path / "copy", open_door, this_year=2027)
    settings = yaml.safe_load((tmp_path / "copy/mkdocs.yml").read_text(encoding="utf-8"))
    assert (settings["site_name"], settings["site_url"]) == ("What works in Fictonshire", "https://example.org/circle/")
    assert settings["extra_css"][-1] == "colours.css" and (tmp_path / "copy/docs/colours.css").is_file()
    assert settings["nav"][-1] == {"Fictonshire Council": ["who-we-are.md"]}
    assert "We are a small team." in (tmp_path / "copy/docs/who-we-are.md").read_text(encoding="utf-8")


def test_a_page_of_its_own_is_read_by_somebody_else_first(log_root: Path, tmp_path: Path) -> None:
    found = {each.name: each.fault for each in own_words(log_root)}
    assert found == {"who-we-are.md": None, "settings": None}
    log = lay_down(log_root, tmp_path / "log")
    (log / "guidance/who-we-are.md").write_text(PAGE.replace("small", "kind"), encoding="utf-8")
    assert {each.name for each in own_words(log) if each.fault} == {"who-we-are.md"}


@pytest.mark.parametrize(
    ("pages", "wrong"),
    [
        ("[gone.md]", r"circle\.yml:1: pages\[1\]: `gone\.md` is not there; put it into the folder guidance"),
        ("[principles.md]", r"circle\.yml:1: pages\[1\]: `principles\.md` is a page of the guidance already"),
    ],
)
def test_a_page_that_cannot_be_shown_is_named(tmp_path: Path, pages: str, wrong: str) -> None:
    (tmp_path / "circle.yml").write_text(f"pages: {pages}\n", encoding="utf-8")
    with pytest.raises(CircleError, match=wrong):
        added_pages(tmp_path)


LINK = "getComputedStyle(document.querySelector('.md-content a[href$=\"index.html\"]')).color"


def test_a_browser_shows_it_and_every_word_can_be_read(
    site: Path,
    browser: Any,
    shown: Callable[[Path], AbstractContextManager[str]],
    broken_rules: Callable[[Page], list[Any]],
) -> None:
    with shown(site) as address:
        for scheme, colour in (("light", "rgb(75, 40, 109)"), ("dark", "rgb(201, 190, 211)")):
            page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")  # the theme remembers the last one
            for name in ("index.html", "who-we-are.html"):
                page.goto(address + name)
                for width in (320, 1280):
                    page.set_viewport_size({"width": width, "height": 800})
                    assert (scheme, name, width, broken_rules(page)) == (scheme, name, width, [])
                    assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(LINK) == colour
            page.emulate_media(media="print")
            assert page.evaluate(LINK) == "rgb(0, 0, 0)"
            page.close()
