"""The demo: invented learning points that pass the gate like any other, on pages that say so."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from signal import SIGINT, SIGTERM, Signals
from typing import Any
from urllib.request import urlopen

import demo
import pytest
from invented_points import invented_points, publish
from written_points import written_points

from circle_cli.guidance.pages import load_guidance
from circle_cli.identifiers.lists import load_lists
from circle_cli.points.approval import statement
from circle_cli.points.folder import POINTS_FOLDER, read_published
from circle_cli.settings import LEAST
from circle_cli.share.release.gate import inspect
from circle_cli.signing.readers import APPROVAL
from circle_cli.signing.signatures import signer
from circle_cli.site.drawing.groups import choices_of, facets_of
from circle_cli.site.drawing.labels import labels_of
from circle_cli.vocabulary import Outcome

Read = Callable[[Path], Any]
EXAMPLES = str(Path(demo.__file__).parent)


@pytest.fixture(scope="module")
def demo_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    log_root = tmp_path_factory.mktemp("demo")
    publish(log_root, 60)
    return log_root


def test_all_invented_points_pass_the_gate(demo_log: Path) -> None:
    published = read_published(demo_log / "guidance" / POINTS_FOLDER)
    assert len(published.points) == 60
    assert inspect(published, load_lists(demo_log)) == {point.id for point in published.points}


def test_they_are_the_same_at_every_run_and_differ_from_each_other() -> None:
    points = list(invented_points(180))
    assert points[:40] == list(invented_points(40))
    assert len({point.title for point in points}) == len({point.id for point in points}) == 180


def test_the_forty_of_the_demo_show_all_there_is_to_choose_from() -> None:
    points = list(written_points())
    labels = labels_of(points, load_guidance(), LEAST)
    facets = facets_of(points, load_guidance(), labels)
    assert {name for name, facet in facets.items() if len(facet.groups) < 2} == {"year"}  # five are too many for forty
    assert [len(facets[name].groups) for name in ("theme", "question", "setting", "tried")] == [18, 8, 2, 3]
    choices = choices_of(points, facets, LEAST)
    assert [len(choices[name].groups) for name in ("question", "setting")] == [8, 2]
    assert {len(point.tried) for point in points} >= {0, 1, 2, 3, 4, 5, 6, 9}
    assert {trial.outcome for point in points for trial in point.tried} == set(Outcome)
    given = [(point, point.approval) for point in points if point.approval]
    readers = [signer(statement(point, by), by.signature or "", APPROVAL) for point, by in given]
    assert len(set(readers)) == 3 and None not in readers and len(readers) == len(points) == 40


def test_no_two_of_the_forty_are_made_alike() -> None:
    """Of any six words in a row, no two learning points have the same; and they are long and short."""
    seen: dict[tuple[str, ...], str] = {}
    twice = []
    points = list(written_points())
    for point in points:
        words = re.findall(r"[\w']+", " ".join((point.title, *point.parts.values())).casefold())
        for run in {tuple(words[place : place + 6]) for place in range(len(words) - 5)}:
            if seen.setdefault(run, point.id) != point.id:
                twice.append((run, seen[run], point.id))
    assert twice == []
    lengths = sorted(sum(map(len, point.parts.values())) for point in points)
    assert lengths[-1] > 3 * lengths[0]


def test_each_page_says_that_it_is_invented_and_no_other_site_does(demo_site: Path, site: Path, read: Read) -> None:
    kit = set(demo_site.glob("kit/*.html"))  # in which nothing is invented
    pages = [path for path in demo_site.rglob("*.html") if path not in kit]
    assert len(pages) > 80
    assert [path.name for path in pages if demo.NOTICE not in read(path).text] == []
    assert all("This is a demo" not in path.read_text(encoding="utf-8") for path in (demo_site / "search").iterdir())
    normal = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    assert [text for text in normal if "This is a demo" in text or "md-banner" in text] == []


@pytest.mark.parametrize("how", [SIGINT, SIGTERM])
def test_the_demo_is_shown_until_it_is_stopped_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: Signals
) -> None:
    """It has eight learning points here, and is killed while it is built; what all forty make is looked at above."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    few = "import demo; every = demo.written_points; demo.written_points = lambda: list(every())[:8]; demo.main()"
    with subprocess.Popen(
        [sys.executable, "-c", few],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": EXAMPLES},
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert "a site of 8 invented" in running.stdout.readline()
        if how is SIGINT:
            address = running.stdout.readline().partition("Open ")[2].partition(" ")[0]
            assert address.startswith("http://127.0.0.1:")
            with urlopen(address) as answer:  # noqa: S310  # our own server
                assert demo.NOTICE in answer.read().decode("utf-8")
        while not list(tmp_path.iterdir()):
            time.sleep(0.01)
        running.send_signal(how)
        assert running.communicate(timeout=60)[1] == ""
    assert (running.returncode, list(tmp_path.iterdir())) == (0 if how is SIGINT else 128 + SIGTERM, [])


def test_a_demo_of_teams_that_is_killed_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    command = [sys.executable, "-u", f"{EXAMPLES}/demo_teams.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        while "circle init" not in running.stdout.readline():
            assert running.poll() is None
        running.send_signal(SIGTERM)
        assert running.communicate(timeout=60)[1] == ""
    assert (running.returncode, list(tmp_path.iterdir())) == (128 + SIGTERM, [])
