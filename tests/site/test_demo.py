"""The demo: invented learning points that pass the gate like any other, on pages that say so."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT
from typing import Any
from urllib.request import urlopen

import demo
import pytest
from invented_points import invented_points, publish

from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists
from circle_cli.points.folder import POINTS_FOLDER, read_published
from circle_cli.settings import LEAST
from circle_cli.share.release.gate import inspect
from circle_cli.site.drawing.groups import facets_of
from circle_cli.site.drawing.labels import labels_of

Read = Callable[[Path], Any]
EXAMPLES = str(Path(demo.__file__).parent)


@pytest.fixture(scope="module")
def demo_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log_root = tmp_path_factory.mktemp("demo")
    publish(log_root, 180)
    return log_root


def test_all_invented_points_pass_the_gate(demo_log: Path) -> None:
    published = read_published(demo_log / "guidance" / POINTS_FOLDER)
    assert len(published.points) == 180
    assert inspect(published, load_lists(demo_log)) == {point.id for point in published.points}


def test_they_are_the_same_at_every_run_and_differ_from_each_other() -> None:
    points = list(invented_points(180))
    assert points[:60] == list(invented_points(60))
    assert len({point.title for point in points}) == len({point.id for point in points}) == 180


def test_the_sixty_of_the_demo_show_all_there_is_to_choose_from() -> None:
    points = list(invented_points(60))
    facets = facets_of(points, load_guidance(), labels_of(points, load_guidance(), LEAST))
    assert [name for name, facet in facets.items() if len(facet.groups) < 2] == ["year"]  # six are too many for sixty
    assert len(facets["year"].groups) == 1
    assert len({theme for point in points for theme in point.themes}) >= 15
    assert len({question for point in points for question in point.questions}) == 8
    assert len({point.setting for point in points}) == 3
    assert len({point.year for point in points}) == 6
    assert {len(point.tried) for point in points} >= {0, 1, 2}
    assert len({trial.outcome for point in points for trial in point.tried}) == 3


def test_each_page_says_that_it_is_invented_and_no_other_site_does(demo_site: Path, site: Path, read: Read) -> None:
    kit = set(demo_site.glob("kit/*.html"))  # in which nothing is invented
    pages = [path for path in demo_site.rglob("*.html") if path not in kit]
    assert len(pages) > 80
    assert [path.name for path in pages if demo.NOTICE not in read(path).text] == []
    assert "This is a demo" not in (demo_site / "search/search_index.json").read_text(encoding="utf-8")
    normal = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert [text for text in normal if "This is a demo" in text or "md-banner" in text] == []


def test_the_demo_is_shown_until_it_is_stopped_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has eight learning points here; what all sixty make is looked at above."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    few = [sys.executable, "-c", "import demo; demo.COUNT = 8; demo.main()"]
    with subprocess.Popen(
        few, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": EXAMPLES}
    ) as running:
        assert running.stdout is not None
        said = running.stdout.readline() + running.stdout.readline()
        address = said.partition("Open ")[2].partition(" ")[0]
        assert address.startswith("http://127.0.0.1:"), said
        with urlopen(address) as answer:  # noqa: S310  # our own server
            assert demo.NOTICE in answer.read().decode("utf-8")
        running.send_signal(SIGINT)
        assert running.communicate(timeout=60)[1] == ""
    assert (running.returncode, list(tmp_path.iterdir())) == (0, [])
