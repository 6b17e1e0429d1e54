"""Feeds: what a feed reader is told, what it can never tell, and when there is none."""

import posixpath
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from invented_points import invented_points

from circle_cli.errors import CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.points.folder import Published
from circle_cli.points.record import LearningPoint, Trial
from circle_cli.settings import LEAST, Settings
from circle_cli.site.build import Stages, build_site
from circle_cli.site.building.finish import files_of, finish
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.following.feeds import ALL, MOST, draw_feeds
from circle_cli.vocabulary import Outcome, Setting

ATOM = "{http://www.w3.org/2005/Atom}"
POINTS = [replace(point, tried=(), year=2024, setting=Setting.BOTH) for point in invented_points(60)]
POINTS = [replace(point, themes=tuple(each for each in point.themes if "concerns" not in each)) for point in POINTS]
NAMES = [f"{letter * 8}" for letter in "abcdefgh"]

Publish = Callable[..., Path]
Release = Callable[[Path], Path]


def feeds(*points: LearningPoint, name: str = "Ours", address: str | None = None) -> dict[str, ElementTree.Element]:
    """Draw the feeds of these learning points, and read them as a feed reader would."""
    collection = Collection(
        published=Published(folder=Path(), points=points),
        guidance=load_guidance(),
        settings=Settings(),
        this_year=2027,
        link=lambda uri, seen: posixpath.relpath(uri.replace(".md", ".html"), posixpath.dirname(seen) or "."),
    )
    made = draw_feeds(collection, name=name, address=address)
    return {path: ElementTree.fromstring(text.encode("utf-8")) for path, text in made.items()}  # noqa: S314  # our own


def texts(feed: ElementTree.Element, path: str) -> list[str]:
    return [found.text or "" for found in feed.iterfind(path, {"": ATOM.strip("{}")})]


def links(feed: ElementTree.Element) -> list[str]:
    return [link.attrib["href"] for link in feed.iter(f"{ATOM}link")]


def test_every_feed_and_every_entry_has_what_atom_asks_for() -> None:
    made = feeds(*POINTS)
    assert ALL in made and "feeds/voice.xml" in made
    for path, feed in made.items():
        assert feed.tag == f"{ATOM}feed" and feed.findtext(f"{ATOM}author/{ATOM}name") == "Ours", path
        assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"], path
        entries = feed.findall(f"{ATOM}entry")
        assert len(entries) >= LEAST, path
        for each in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(each.findall(ATOM + name)) == 1 and each.findtext(ATOM + name), f"{path}: {name}"
        for entry in entries:
            assert entry.findtext(f"{ATOM}summary") and entry.find(f"{ATOM}link") is not None
    ids = [UUID(text) for feed in made.values() for text in texts(feed, ".//id")]
    assert len(set(ids)) == len(made) + len(POINTS)  # a learning point's is the same in each feed


def test_ids_stay_when_all_else_changes_and_tell_nothing() -> None:
    one, *rest = POINTS
    before = feeds(one, *rest)[ALL]
    after = feeds(replace(one, title="Other words", year=2020), *rest[: LEAST + 1], address="https://example.org")[ALL]
    assert set(texts(after, ".//id")) <= set(texts(before, ".//id"))
    assert one.id not in "".join(texts(before, ".//id"))
    assert texts(feeds(*POINTS, name="Theirs")[ALL], ".//id")[0] != texts(before, ".//id")[0]


def test_no_day_is_told_and_the_newest_report_counts() -> None:
    told = replace(
        POINTS[0], title="Told of last", tried=tuple(Trial(outcome=Outcome.NOT, year=year) for year in (2026, 2025))
    )
    feed = feeds(*POINTS[1:8], told)[ALL]
    assert texts(feed, "entry/title")[0] == "Told of last"
    assert texts(feed, ".//updated") == ["2026-01-01T00:00:00Z"] * 2 + ["2024-01-01T00:00:00Z"] * 7


def test_where_no_year_is_told_the_last_of_all_stands_and_that_of_the_build_only_where_there_is_none() -> None:
    none = [replace(point, year=2000 + number) for number, point in enumerate(POINTS[:8])]
    assert texts(feeds(*none)[ALL], ".//updated") == ["2027-01-01T00:00:00Z"] * 9
    none[0] = replace(none[0], tried=(Trial(outcome=Outcome.NOT, year=2025),))
    assert texts(feeds(*none)[ALL], ".//updated") == ["2025-01-01T00:00:00Z"] * 9


def test_a_feed_has_the_newest_and_parts_no_year() -> None:
    old = [replace(point, year=2021) for point in POINTS[:20]]
    new = [replace(point, year=2026) for point in POINTS[20:40]]
    assert len(texts(feeds(*old, *new)[ALL], "entry/id")) == 40
    assert len(texts(feeds(*old, *POINTS[20:])[ALL], "entry/id")) == 60 > MOST  # the fiftieth is as old as the last
    many = [replace(point, year=2026) for point in POINTS[:MOST]]
    assert len(texts(feeds(*many, *POINTS[MOST:])[ALL], "entry/id")) == MOST


@pytest.mark.parametrize(
    ("address", "path", "expected"),
    [
        (None, ALL, {ALL, "learning-points/index.html", "learning-points/{}.html"}),
        (None, "feeds/voice.xml", {"voice.xml", "../learning-points/index.html", "../learning-points/{}.html"}),
        (
            "https://example.org/ours",
            "feeds/voice.xml",
            {
                "https://example.org/ours/feeds/voice.xml",
                "https://example.org/ours/learning-points/index.html",
                "https://example.org/ours/learning-points/{}.html",
            },
        ),
    ],
)
def test_links_are_whole_where_the_address_is_known_and_relative_elsewhere(
    address: str | None, path: str, expected: set[str]
) -> None:
    points = [replace(point, themes=("voice",)) for point in POINTS[:LEAST]]
    wanted = {link.format(point.id) for link in expected for point in points}
    assert set(links(feeds(*points, address=address)[path])) == wanted


def test_whatever_is_written_stays_words() -> None:
    hostile = "</title><script>alert(1)</script> ]]> &amp; &#1; <!-- \x0b\x1b\ufffe --> “ü” 😀 'a' \"b\""
    first, *rest = POINTS[: LEAST + 1]
    point = replace(first, title=hostile, parts={**first.parts, "what-to-try": f"*Try* this:\n- {hostile}\n- b"})
    entry = next(
        each
        for each in feeds(point, *rest, name=hostile)[ALL].iter(f"{ATOM}entry")
        if "script" in str(each.findtext(f"{ATOM}title"))
    )
    allowed = hostile.translate(dict.fromkeys(map(ord, "\x0b\x1b\ufffe"), " "))
    assert entry.findtext(f"{ATOM}title") == allowed
    summary = str(entry.findtext(f"{ATOM}summary"))
    assert summary.startswith("Try this: </title><script>alert(1)</script> ]]> &amp; &#1; <!--")
    assert summary.endswith("--> “ü” 😀 'a' \"b\" b")
    assert {each.tag.removeprefix(ATOM) for each in entry} == {"id", "title", "updated", "link", "summary"}


def test_a_theme_that_is_too_small_has_no_feed_and_is_no_category() -> None:
    few = [replace(point, themes=("voice", "safety")) for point in POINTS[: LEAST - 1]]
    rest = [replace(point, themes=("safety",)) for point in POINTS[LEAST:20]]
    made = feeds(*few, *rest)
    assert made.keys() == {ALL, "feeds/safety.xml"}
    assert {each.attrib["term"] for each in made[ALL].iter(f"{ATOM}category")} == {"safety"}


def test_with_fewer_than_the_smallest_group_there_is_no_feed_at_all() -> None:
    assert feeds() == {} and feeds(*POINTS[: LEAST - 1]) == {}


@pytest.fixture
def log_root(tmp_path: Path, publish: Publish) -> Path:
    """A log with one learning point more than its smallest group, all of one theme but one."""
    for number, name in enumerate(NAMES[: LEAST + 1]):
        publish(tmp_path, id=name, themes=("voice",) if number else ("safety",), tried=())
    return tmp_path


def xml_of(site: Path) -> set[str]:
    return {name for name in files_of(site) if name.endswith(".xml") and name != "sitemap.xml"}


def test_taking_one_back_takes_the_feed_of_its_theme_away(log_root: Path, release: Release) -> None:
    site = release(log_root)
    assert xml_of(site) == {"feed.xml", "feeds/voice.xml"}
    for page, link in (("index.html", "feed.xml"), (f"learning-points/{NAMES[0]}.html", "../feed.xml")):
        head = (site / page).read_text(encoding="utf-8").partition("</head>")[0]
        assert '<link rel="alternate feed" type="application/atom+xml" title="What works' in head
        assert f'href="{link}">' in head
    assert 'href="following.html">Follow' in (site / "learning-points/index.html").read_text(encoding="utf-8")
    following = (site / "learning-points/following.html").read_text(encoding="utf-8")
    assert 'href="../feed.xml">All learning points</a>' in following and 'href="../feeds/voice.xml">' in following
    withdrawn = f'---\ncircle: 1\nkind: learning-point\nid: "{NAMES[1]}"\nwithdrawn: 2027\n---\n'
    (log_root / f"guidance/learning-points/{NAMES[1]}.md").write_text(withdrawn, encoding="utf-8")
    assert xml_of(release(log_root)) == {"feed.xml"}
    assert NAMES[1] not in (site / "feed.xml").read_text(encoding="utf-8")
    assert "feeds/voice.xml" not in (site / "learning-points/following.html").read_text(encoding="utf-8")
    (log_root / f"guidance/learning-points/{NAMES[2]}.md").write_text(
        withdrawn.replace(NAMES[1], NAMES[2]), encoding="utf-8"
    )
    assert xml_of(release(log_root)) == set()
    assert all("atom+xml" not in path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


@pytest.mark.parametrize("name", ["feed.xml", "feeds/safety.xml"])
def test_a_feed_that_nobody_meant_or_that_is_missing_stops_the_build(
    log_root: Path, open_door: Stages, name: str
) -> None:
    def tampers(site: Path, *meant: Any) -> frozenset[str]:
        path = site / name
        if path.exists():
            path.unlink()
        else:
            path.write_text("<feed/>", encoding="utf-8")
        return finish(site, *meant)

    with pytest.raises(CircleError, match=rf"{name}: (nobody meant this file|this page was not built)"):
        build_site(log_root, replace(open_door, finish=tampers))
    assert not (log_root / "site").exists()
