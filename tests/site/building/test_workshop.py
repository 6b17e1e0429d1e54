"""A new site takes the old one's place: at no moment is there none, whatever stops it."""

import errno
import os
from pathlib import Path

import pytest

from circle_cli.site.building.exchange import exchange
from circle_cli.site.building.workshop import release, workshop


def one_by_one(one: Path, other: Path) -> bool:
    """A system that cannot exchange two names."""
    return False


def site_of(folder: Path, words: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(words)
    return folder


def test_the_new_site_is_there_and_the_old_one_where_the_new_one_was_made(tmp_path: Path) -> None:
    site, fresh = site_of(tmp_path / "site", "old"), site_of(tmp_path / "made", "new")
    (site / ".nojekyll").write_text("")
    release(fresh, site)
    assert (site / "index.html").read_text() == "new"
    assert (site / ".nojekyll").exists()
    if fresh.exists():  # where the system exchanges them in one step
        assert (fresh / "index.html").read_text() == "old"


def test_where_names_cannot_be_exchanged_nothing_of_the_old_site_is_left(tmp_path: Path) -> None:
    site, fresh = site_of(tmp_path / "site", "old"), site_of(tmp_path / "made", "new")
    release(fresh, site, one_by_one)
    assert (site / "index.html").read_text() == "new"
    assert sorted(path.name for path in (tmp_path / ".circle").iterdir()) == [".gitignore"]


class Stopped(BaseException):
    """As Ctrl-C comes: at any moment, and no Exception."""


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, Stopped, OSError(errno.EIO, "the disk")])
def test_stopped_between_the_two_steps_the_old_site_is_put_back(
    tmp_path: Path, stopped: type[BaseException] | BaseException
) -> None:
    class Fresh(type(Path())):  # type: ignore[misc]  # a Path that is stopped at the second step
        def rename(self, target: str | Path) -> Path:
            raise stopped

    site = site_of(tmp_path / "site", "old")
    with pytest.raises(type(stopped) if isinstance(stopped, BaseException) else stopped):
        release(Fresh(site_of(tmp_path / "made", "new")), site, one_by_one)
    assert (site / "index.html").read_text() == "old"


def test_an_old_site_that_a_killed_run_moved_away_comes_back(tmp_path: Path) -> None:
    site_of(tmp_path / ".circle/old-site", "old")
    told: list[str] = []
    with workshop(tmp_path, told.append):
        assert (tmp_path / "site/index.html").read_text() == "old"
    assert told == ["An earlier build was stopped at its last step; the site from before it is back in its place."]
    assert not (tmp_path / ".circle/old-site").exists()


def test_a_run_that_was_killed_after_its_last_step_leaves_only_rubbish(tmp_path: Path) -> None:
    site_of(tmp_path / ".circle/old-site", "old")
    site_of(tmp_path / "site", "new")
    with workshop(tmp_path, lambda _: None):
        assert (tmp_path / "site/index.html").read_text() == "new"
    assert not (tmp_path / ".circle/old-site").exists()


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be locked there; their age tells")
def test_what_dead_runs_left_goes_and_what_others_are_at_work_in_stays(tmp_path: Path) -> None:
    site_of(tmp_path / ".site-dead", "half")
    told: list[str] = []
    with workshop(tmp_path, told.append) as mine:
        assert [path.name for path in tmp_path.glob(".site-*")] == [mine.name]
        with workshop(tmp_path, told.append) as other:
            assert {path.name for path in tmp_path.glob(".site-*")} == {mine.name, other.name}
    assert told == ["An earlier build was stopped in the middle; what it left is cleared away."]
    assert list(tmp_path.glob(".site-*")) == []


def test_names_of_which_one_is_missing_are_not_exchanged(tmp_path: Path) -> None:
    site = site_of(tmp_path / "site", "old")
    try:
        done = exchange(tmp_path / "nothing", site)
    except OSError as error:
        assert error.errno == errno.ENOENT
    else:
        assert not done
    assert (site / "index.html").read_text() == "old"
