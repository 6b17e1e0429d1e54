"""What is on the pages, seen in real builds."""

import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml

from circle_cli.guidance.files import PAGES
from circle_cli.guidance.pages import load_guidance, own_pages
from circle_cli.ids import QUESTIONS

Read = Callable[[Path], Any]
OF_POINTS = ("learning-points/index.md", "learning-points/news.md", "learning-points/following.md")
DRAWN = (*OF_POINTS, "themes/index.md", "frameworks/index.md")
"""What is drawn from the learning points and stands in the menu, also when there is none of them."""
PRINTS = {"kit/form.html", "kit/role-cards.html", "kit/prompts.html", "kit/recording-sheet.html"}


def page(site: Path, uri: str) -> Path:
    return site / uri.replace(".md", ".html")


def test_every_page_is_there(site: Path) -> None:
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    frameworks = [f"frameworks/{each.id}.md" for each in load_guidance().frameworks]
    ours = {uri.replace(".md", ".html") for uri in (*PAGES, *DRAWN, *frameworks)}
    assert built == ours | {"404.html", *PRINTS}


def test_navigation_names_every_page_once() -> None:
    nav = (own_pages().with_name("mkdocs.yml")).read_text(encoding="utf-8")
    assert sorted(re.findall(r"^ +- (?:Home: )?(\S+\.md)$", nav, re.MULTILINE)) == sorted([*PAGES, *DRAWN])
    assert yaml.safe_load(nav)["docs_dir"] == "guidance"


@pytest.mark.parametrize("made", ["site", "demo_site"])
def test_every_link_leads_somewhere(request: pytest.FixtureRequest, made: str, read: Read) -> None:
    site: Path = request.getfixturevalue(made)
    pages = {path.relative_to(site).as_posix(): read(path) for path in site.rglob("*.html")}
    for name, reader in pages.items():
        for link in reader.links + reader.fetched:
            parts = urlsplit(urljoin(name, link))
            if parts.scheme or link.startswith("data:"):
                continue
            assert not link.startswith("/"), f"{name} links to {link}: from a folder that leads nowhere"
            assert (site / parts.path).is_file(), f"{name} links to {link}"
            if parts.fragment and parts.path in pages:
                assert parts.fragment in pages[parts.path].ids, f"{name} links to {link}"


def test_the_page_that_says_that_a_page_is_not_there_fetches_nothing_where_nobody_knows_the_sites_place(
    site: Path, read: Read
) -> None:
    """It is shown in any folder, and from there no way to its styles is known."""
    missing = read(site / "404.html")
    assert (missing.fetched, missing.links) == (["data:,"], ["index.html", "../index.html"])


def test_search_engines_are_told_where_the_pages_are_listed_if_that_is_known(
    site: Path, build: Callable[[dict[str, str]], Path]
) -> None:
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
    assert not [*site.glob("sitemap.xml*")]
    there = build({"circle.yml": "address: https://example.org/circle/\n"})
    assert "\nSitemap: https://example.org/circle/sitemap.xml\n" in (there / "robots.txt").read_text(encoding="utf-8")
    listed = (there / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/circle/privacy.html</loc>" in listed
    assert gzip.decompress((there / "sitemap.xml.gz").read_bytes()).decode("utf-8") == listed
    page = (there / "questions/safety.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/circle/questions/safety.html">' in page
    assert (
        '<p class="here">https://example.org/circle/questions/safety.html</p>' in page
    )  # printed without a script, too
    following = (there / "learning-points/following.html").read_text(encoding="utf-8")
    assert "This site is not told where it lies" not in following


def test_plain_mkdocs_builds_it_too(tmp_path: Path) -> None:
    root = own_pages().parent
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "site")],
        cwd=root, capture_output=True, text=True, check=False, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site/questions/safety.html").is_file()


def test_drawing_links_to_all_eight_and_so_does_the_list(site: Path) -> None:
    home = page(site, "index.md").read_text(encoding="utf-8")
    drawing = re.search(r"<svg class=\"circle__drawing\".*?</svg>", home, re.DOTALL)
    listed = re.search(r"<ol class=\"circle__list\">.*?</ol>", home, re.DOTALL)
    assert drawing and listed
    expected = [f"questions/{name}.html" for name in QUESTIONS]
    assert re.findall(r'href="([^"]+)"', drawing[0]) == re.findall(r'href="([^"]+)"', listed[0]) == expected
    for question in load_guidance().questions:
        name = f'aria-label="{question.order} {question.short}: {question.title}"'
        assert name in unescape(drawing[0])
        assert question.title in unescape(listed[0])
    assert "practice" in drawing[0] and "situation" in drawing[0] and "<title" in drawing[0] and "<desc" in drawing[0]


def test_question_page_shows_what_the_interview_asks(site: Path, read: Read) -> None:
    for question in load_guidance().questions:
        reader = read(page(site, f"questions/{question.id}.md"))
        lists = (*question.aims, *question.prompts, *question.notes, *question.views)
        for line in (question.title, *lists, question.more):
            assert " ".join(line.split()) in reader.text
        assert question.scaling is None or question.scaling in reader.text
        assert f"Question {question.order} of 8" in reader.text
        assert f"About {question.minutes} minutes" in reader.text
        assert reader.tags.count("h1") == 1


def test_mode_page_shows_considerations_readiness_and_roles(site: Path, read: Read) -> None:
    guidance = load_guidance()
    for mode in guidance.modes:
        reader = read(page(site, f"modes/{mode.id}.md"))
        for line in (mode.title, mode.summary, *mode.considerations, *(check.check for check in mode.readiness)):
            assert " ".join(line.split()) in reader.text
        assert {f"../roles/{role}.html" for role in mode.roles} <= set(reader.links)
        assert reader.tags.count("h1") == 1


def test_role_page_shows_duties_and_its_modes(site: Path, read: Read) -> None:
    guidance = load_guidance()
    for role in guidance.roles:
        reader = read(page(site, f"roles/{role.id}.md"))
        for line in (role.title, *role.duties):
            assert " ".join(line.split()) in reader.text
        assert {f"../modes/{mode.id}.html" for mode in guidance.modes if role.id in mode.roles} <= set(reader.links)


def test_every_page_has_a_title_a_description_and_one_heading(site: Path) -> None:
    titles = set()
    for uri in (*PAGES, *DRAWN):
        text = page(site, uri).read_text(encoding="utf-8")
        found = re.search(r"<title>([^<]+)</title>", text)
        assert found and re.search(r'<meta name="description" content="[^"]{20,}">', text), uri
        titles.add(found[1])
        assert len(re.findall(r"<h1\b", text)) == 1, uri
        assert '<html lang="en-GB"' in text
    assert len(titles) == len((*PAGES, *DRAWN))


def test_no_file_asks_another_host_for_anything(site: Path, read: Read) -> None:
    for path in site.rglob("*.html"):
        assert [url for url in read(path).fetched if "//" in url] == [], path
    for path in site.rglob("*.css"):
        assert not re.search(r"(@import|url\(\s*['\"]?)\s*['\"]?(https?:)?//", path.read_text(encoding="utf-8")), path
    for name in "circle together passing list browse find words entries ask".split():
        text = (site / f"{name}.js").read_text(encoding="utf-8")
        assert "//" not in re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)


def test_repository_builds_into_its_own_ignored_folder(site: Path) -> None:
    assert (site / ".gitignore").read_text() == "*\n!.gitignore\n"
