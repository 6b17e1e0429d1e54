"""What a log may change: its own pages and settings stand before the program's."""

from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.errors import CircleError
from circle_cli.guidance.files import own_pages
from circle_cli.site.drawing.pages.guidance import plain

Build = Callable[[dict[str, str]], Path]
Read = Callable[[Path], Any]

QUESTION = """---
id: what-worked
title: 'What <script>alert(1)</script> & "worked" *here*?'
short: "A <b>"
order: 1
aims: ["To aim <img src=x onerror=alert(1)>"]
prompts: ["1. [not a link](http://example.org) _not slanted_ `not code` {: .not-a-class }"]
notes: []
quick: true
minutes: 8
more: "And   more # than that"
scaling: null
then: []
recalls: []
---
Our own body.
"""


def page(site: Path, uri: str) -> Path:
    return site / uri.replace(".md", ".html")


def test_words_of_the_front_matter_are_shown_as_they_are(build: Build, read: Read) -> None:
    site = build({"guidance/questions/what-worked.md": QUESTION})
    reader = read(page(site, "questions/what-worked.md"))
    assert 'What <script>alert(1)</script> & "worked" *here*?' in reader.text
    assert "To aim <img src=x onerror=alert(1)>" in reader.text
    assert "1. [not a link](http://example.org) _not slanted_ `not code` {: .not-a-class }" in reader.text
    assert "And more # than that" in reader.text
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert(1)" not in text and "<img src=x" not in text and "<b>" not in text, path


def test_log_overrides_one_page_and_keeps_the_others(build: Build, read: Read) -> None:
    ours = '---\ntitle: "Our way"\ndescription: "How we do it here."\n---\nNote: we meet on\nMondays.\n'
    site = build({"guidance/preparing.md": ours})
    reader = read(page(site, "preparing.md"))
    assert "Note: we meet on Mondays." in reader.text  # MkDocs alone takes this for settings
    assert "Our way" in reader.text and reader.tags.count("h1") == 1
    assert "A shape for the hour" in read(page(site, "running.md")).text


def test_settings_that_a_page_gives_to_mkdocs_are_refused(build: Build) -> None:
    with pytest.raises(CircleError, match=r"preparing\.md:4: template: unknown key"):
        build({"guidance/preparing.md": '---\ntitle: "A"\ndescription: "B"\ntemplate: "other.html"\n---\n'})


def test_home_without_a_place_for_the_circle_has_none(build: Build) -> None:
    site = build({"guidance/index.md": '---\ntitle: "A"\ndescription: "B"\n---\n# Ours\n'})
    assert "circle__drawing" not in page(site, "index.md").read_text(encoding="utf-8")


def test_log_with_its_own_mkdocs_yml_uses_it(tmp_path: Path, release: Callable[[Path], Path]) -> None:
    ours = own_pages().with_name("mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        ours.replace("site_name: What works practice learning circle", "site_name: Our circle")
        .replace("docs_dir: guidance", "docs_dir: sessions")
    )  # fmt: skip
    (tmp_path / "sessions").mkdir()
    (tmp_path / "sessions/README.md").write_text("canary-in-the-wrong-folder")
    site = release(tmp_path)
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "<title>Our circle</title>" in home and "canary" not in home


@given(st.text(st.characters(blacklist_categories=("Cc", "Cs")), min_size=1))
def test_plain_words_survive_markdown(words: str) -> None:
    shown = " ".join(words.split())
    rendered = markdown.markdown(f"x {plain(words)} x")
    assert unescape(rendered) == f"<p>{' '.join(['x', shown, 'x']) if shown else 'x  x'}</p>"
