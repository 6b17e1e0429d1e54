"""`circle digest`: one page of what is new in what everyone may read, and nothing that the site would not say."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from copied import lay_down
from invented_points import invented_points
from making import POINT, approve, git, put_point, put_session, report

from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import Lists
from circle_cli.log.start import start_log
from circle_cli.look.days import plain_day
from circle_cli.points.folder import Published
from circle_cli.points.notices import render_notice
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.settings import Settings
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.digest.contents import MOST, Digest, digest_of
from circle_cli.site.drawing.digest.writing import as_html, as_markdown, as_text
from circle_cli.vocabulary import LogKind, Setting

Run = Callable[..., Any]
HOSTILE = "A *star* [x](http://evil.example) <img src=http://evil.example/x> `y` & #1"
POINTS = list(invented_points(30))
GUIDANCE = load_guidance()
SINCE = date(2026, 11, 1)


def page(points: list[LearningPoint], **more: Any) -> Digest:
    """The page of these: all but the last three came before, and an address is known."""
    arrived = {("learning-points", point.id): date(2026, 9, 1) for point in points[:-3]}
    arrived |= {("learning-points", point.id): date(2026, 11, 2) for point in points[-3:]}
    published = Published(folder=Path(), points=tuple(points), withdrawn=more.pop("withdrawn", ()))
    collection = Collection(
        published=published, guidance=GUIDANCE, settings=Settings(), this_year=2026, link=lambda uri, _: uri
    )
    where = {"name": "Ours", "days": "then and now", "address": lambda uri: f"https://example.org/{uri}"}
    return digest_of(collection, {**arrived, **more.pop("arrived", {})}, SINCE, **{**where, **more})  # type: ignore[arg-type]


def under(digest: Digest, heading: str) -> tuple[str, list[str]]:
    found = next(each for each in digest.sections if each.heading == heading)
    return found.said, [entry.id for entry in found.entries]


def plain(points: list[LearningPoint]) -> list[LearningPoint]:
    return [replace(point, tried=()) for point in points]


def test_what_came_since_is_new_and_what_is_in_no_history_yet_is_too() -> None:
    assert sorted(under(page(plain(POINTS)), "New")[1]) == sorted(point.id for point in POINTS[-3:])
    assert under(page(plain(POINTS[:3]), arrived={}), "New")[0] == ""
    many = page(plain(POINTS), arrived={("learning-points", point.id): date.max for point in POINTS})
    assert len(under(many, "New")[1]) == MOST and "the site has the rest" in under(many, "New")[0]


def test_what_is_in_other_words_since_is_said_apart_from_what_is_new() -> None:
    points = [replace(point, revision=2) for point in plain(POINTS)]
    days = {points[0].id: date(2026, 11, 2), points[1].id: date(2026, 9, 2), points[-1].id: date(2026, 11, 3)}
    digest = page(points, reworded=days)
    assert under(digest, "Said anew")[1] == [points[0].id]
    assert points[-1].id in under(digest, "New")[1]
    assert "Said anew" not in as_text(page(points))


@pytest.mark.parametrize(("count", "listed"), [(4, False), (5, True)])
def test_what_was_tried_is_told_only_of_enough_together(count: int, listed: bool) -> None:
    ids = ("".join(each) for each in product("ab", repeat=8))
    trials = {point.id: report(point.id, id=next(ids)) for point in POINTS}
    points = [
        replace(point, tried=(trials[point.id].as_trial(),) if place < count else ())
        for place, point in enumerate(POINTS)
    ]
    said, ids = under(page(points), "Tried by others")
    assert (len(ids) == count) is listed and ("at least 5" in said) is not listed
    old = {("reports", each.id): date(2026, 9, 1) for each in trials.values()}
    assert under(page(points, arrived=old), "Tried by others")[1] == []


def test_how_many_there_are_is_said_nowhere_and_no_day_of_any() -> None:
    digest = page(plain(POINTS))
    for text in (as_markdown(digest), as_text(digest)):
        assert "2 November" not in text and "2026-11" not in text
        assert not re.search(r"\b(?:three|3) (?:new|learning)", text)


def test_what_was_taken_back_is_named_by_its_id_alone_and_only_since() -> None:
    gone = (
        Withdrawn(id="k3f9abcd", year=2026),
        Withdrawn(id="abcd2345", year=2026),
        Withdrawn(id="bbcd2345", year=2020),
    )
    days = {("withdrawn", "k3f9abcd"): date(2026, 11, 3), ("withdrawn", "abcd2345"): date(2026, 9, 1)}
    digest = page(plain(POINTS), withdrawn=gone, arrived=days)
    assert under(digest, "Taken back")[1] == ["k3f9abcd"]
    assert "`k3f9abcd`" in as_markdown(digest) and "please stop" in as_html(digest)


def test_what_is_due_is_told_only_of_enough_whose_year_may_be_told() -> None:
    old = [replace(point, year=2020, themes=(), setting=Setting.ADULTS) for point in plain(POINTS)]
    assert under(page(old), "Due for another look")[1]
    assert under(page(old[:4]), "Due for another look")[1] == []


def test_whoever_listens_to_the_page_is_told_that_its_days_are_in_another_language() -> None:
    assert '<bdi lang="cy">27 Hydref 2026</bdi>' in as_html(page(POINTS, days="27 Hydref 2026", language="cy"))
    assert "<bdi" not in as_html(page(POINTS))


def test_words_are_words_in_each_of_its_three_forms() -> None:
    points = [*plain(POINTS[:-1]), replace(POINTS[-1], title=HOSTILE, tried=())]
    digest = page(points)
    html = as_html(digest)
    assert "<img" not in html and "&lt;img" in html and "evil.example/x&gt;" in html
    tags = "".join(re.findall(r"<[^>]*>", html))
    assert not re.search(r"(?i)<(?:script|link|style|img|iframe)|@import|url\(|src=| on\w+=", tags)
    there = {f"https://example.org/learning-points/{point.id}.md" for point in points[-3:]}
    assert {*re.findall(r'href="([^"]+)"', html)} == there
    marked = as_markdown(digest)
    assert r"A \*star\* \[x\](http://evil.example) \<img" in marked and r"\#1" in marked
    assert HOSTILE in as_text(digest)


LONG_AGO = date.today() - timedelta(days=100)
BEFORE_IT = LONG_AGO - timedelta(days=10)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, lists: Lists) -> Path:
    made = tmp_path_factory.mktemp("made") / "base"
    assert start_log(made, kind=LogKind.BASE).done
    for id_, title, day in (("abcd2345", "Old one", LONG_AGO), ("k3f9abcd", "New one", date.today())):
        put_point(made, approve(replace(POINT, id=id_, title=title, tried=()), lists=lists.version))
        with pytest.MonkeyPatch.context() as then:
            then.setenv("GIT_COMMITTER_DATE", f"{day}T00:00:00Z")
            git(made, "add", ".")
            git(made, "commit", "-qm", "x")
    return made


@pytest.fixture
def base(made: Path, tmp_path: Path) -> Path:
    """A base with one learning point of long ago, and one of today."""
    return lay_down(made, tmp_path / "base")


def test_it_says_what_came_in_the_last_month_or_since_a_day(circle: Run, base: Path) -> None:
    done = circle("digest", cwd=base)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith("# What is new: ")
    assert "New one" in done.stdout and "Old one" not in done.stdout
    done = circle("digest", "--since", f"{BEFORE_IT}", "--format", "text", cwd=base)
    assert "• New one (k3f9abcd)" in done.stdout and "• Old one" in done.stdout
    assert plain_day(BEFORE_IT, "", weekday=False) in done.stdout


def test_it_goes_into_a_new_file_in_the_form_that_its_name_says(circle: Run, base: Path, tmp_path: Path) -> None:
    (base / "circle.yml").write_text("kind: base\naddress: https://example.org/ours\n", encoding="utf-8")
    there = tmp_path / "news.html"
    assert circle("digest", "--to", str(there), cwd=base).stdout == f"{there}\n"
    assert 'href="https://example.org/ours/learning-points/k3f9abcd.html"' in there.read_text(encoding="utf-8")
    done = circle("digest", "--since", f"{BEFORE_IT}", "--to", str(there), cwd=base)
    assert done.returncode == 2 and "nothing was overwritten" in done.stderr


def test_where_something_is_not_in_order_nothing_is_said(circle: Run, base: Path, log: Path, lists: Lists) -> None:
    path = base / "guidance/learning-points/k3f9abcd.md"
    path.write_text(path.read_text(encoding="utf-8").replace("New one", "Newer one"), encoding="utf-8")
    done = circle("digest", cwd=base)
    assert (done.returncode, done.stdout) == (65, "") and "Newer" not in done.stderr
    parts = {**POINT.parts, "how": "Ask Zyxwold first."}
    put_point(log, approve(replace(POINT, title="x", tried=(), parts=parts), lists=lists.version))
    put_session(log, "2026-11-20-b2cd", "x", 'cast:\n  - {name: "Zyxwold", say: "the manager"}\n')
    done = circle("digest", cwd=log)
    assert (done.returncode, done.stdout) == (65, "") and "Zyxwold" not in done.stderr


def test_where_nobody_can_tell_what_is_new_that_is_said(circle: Run, base: Path, tmp_path: Path) -> None:
    done = circle("digest", "--since", "2999", cwd=base)
    assert done.returncode == 2 and "still to come" in done.stderr
    git(base, "clone", "-q", "--depth", "1", base.as_uri(), str(tmp_path / "copy"))
    assert "--unshallow" in circle("digest", cwd=tmp_path / "copy").stderr
    (base / ".git").rename(tmp_path / "elsewhere")
    done = circle("digest", cwd=base)
    assert (done.returncode, done.stdout) == (2, "") and "no git history" in done.stderr


def test_a_wording_counts_from_the_day_on_which_it_came(circle: Run, base: Path, lists: Lists) -> None:
    put_point(
        base, approve(replace(POINT, id="abcd2345", title="In other words", tried=(), revision=2), lists=lists.version)
    )
    git(base, "commit", "-qam", "x")
    said = circle("digest", "--format", "text", cwd=base).stdout
    assert "\nSAID ANEW\n" in said and "• In other words (abcd2345)" in said


def test_a_notice_counts_from_the_day_on_which_it_came(circle: Run, base: Path) -> None:
    gone = Withdrawn(id="abcd2345", year=2026)
    (base / "guidance/withdrawn").mkdir()
    (base / "guidance/withdrawn/abcd2345.md").write_text(render_notice(gone), encoding="utf-8")
    git(base, "rm", "-q", "guidance/learning-points/abcd2345.md")
    git(base, "add", ".")
    git(base, "commit", "-qm", "x")
    done = circle("digest", cwd=base)
    assert done.returncode == 0 and "## Taken back" in done.stdout and "- `abcd2345`" in done.stdout
