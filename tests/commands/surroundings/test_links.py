"""A link where a file or folder of the log should be: no command follows it to what may be private."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from making import ROOT

Run = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("never_waits")

PRINTS = ("print cards --to -", "print prompts --to -", "takeaway k3f9 Sam --to -", "reflect --from in.yml")
DOOR = ("tried k3f9abcd", "withdraw k3f9abcd --yes")
SITE = ("site", "site --export out")
LISTS = ("scan text.txt", "scan k3f9", *SITE)

READ_BY = {
    "guidance": ("print cards --to -", "takeaway k3f9 Sam --to -", "reflect --from in.yml", *DOOR, "site"),
    "guidance/questions": PRINTS,
    "guidance/questions/safety.md": ("print cards --to -",),
    "guidance/roles": ("print cards --to -",),
    "guidance/modes/group.md": ("print cards --to -",),
    "guidance/running.md": ("print cards --to -",),
    "guidance/bringing-back.md": ("print cards --to -",),
    "guidance/themes.yml": ("print cards --to -",),
    "guidance/vocabulary.yml": SITE,
    "guidance/frameworks": ("print cards --to -",),
    "guidance/frameworks/pcf-2018.yml": ("print cards --to -",),
    "guidance/principles.md": SITE,
    "guidance/learning-points": (*DOOR, "site"),
    "guidance/learning-points/k3f9abcd.md": (*DOOR, "site"),
    "identifier-check": LISTS,
    "identifier-check/allowed.txt": LISTS,
    "identifier-check/writers.txt": ("scan text.txt",),
    "circle.yml": SITE,
    "mkdocs.yml": SITE,
    "readers": ("readers", *SITE),
    "proposals": ("review", "site"),
    "proposals/m3f9abcd.md": ("review m3f9abcd",),
    "sessions": ("list", "search heron", "actions", "site"),
}
LIKE_OURS = (
    "questions",
    "roles",
    "modes",
    "frameworks",
    "running.md",
    "bringing-back.md",
    "themes.yml",
    "vocabulary.yml",
    "principles.md",
)


@pytest.fixture
def full_log(plain_log: Path) -> Path:
    """A log with pages, lists and settings of its own."""
    for name in LIKE_OURS:
        for path in sorted((ROOT / "guidance").rglob("*")):
            place = plain_log / "guidance" / path.relative_to(ROOT / "guidance")
            if path.is_file() and name in path.relative_to(ROOT / "guidance").parts:
                place.parent.mkdir(exist_ok=True)
                place.write_bytes(path.read_bytes())
    (plain_log / "identifier-check").mkdir()
    (plain_log / "readers").touch()
    for name in ("allowed.txt", "writers.txt"):
        (plain_log / "identifier-check" / name).write_text("Zebedee Quill\n")
    (plain_log / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return plain_log


def moved_away(log: Path, place: str) -> Path:
    """Put a link in the place of a file or folder of the log, to itself elsewhere."""
    elsewhere = log.parent / "elsewhere"
    (log / place).rename(elsewhere)
    (log / place).symlink_to(elsewhere, target_is_directory=elsewhere.is_dir())
    return log / place


class Watch:
    """Notes which files and folders are opened, while it is on; a hook of Python's stays for good."""

    def __init__(self) -> None:
        self.on, self.opened = False, set[str]()
        sys.addaudithook(self._note)

    def _note(self, event: str, about: tuple[Any, ...]) -> None:
        if (
            self.on
            and event in ("open", "os.scandir", "os.listdir")
            and isinstance(about[0], str | bytes | os.PathLike)
        ):
            self.opened.add(os.fsdecode(about[0]))

    def behind(self, link: Path) -> set[str]:
        """Give what lies behind a link; itself, it is opened in a way that does not follow it."""
        return {name for name in self.opened if Path(name) != link and Path(name).is_relative_to(link)}


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.fixture
def watched(watch: Watch) -> Iterator[Watch]:
    watch.on, watch.opened = True, set()
    yield watch
    watch.on = False


@pytest.mark.parametrize("place", READ_BY)
def test_a_link_is_named_and_not_followed_and_the_check_knows_it(
    circle: Run, full_log: Path, watched: Watch, place: str
) -> None:
    link = moved_away(full_log, place)
    for words in READ_BY[place]:
        done = circle("--log", str(full_log), *words.split(), cwd=full_log)
        told = f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        assert done.returncode == 65, told
        assert "a link to another place, which may be private" in done.stderr, told
        assert str(link) in done.stderr or words.startswith(("site", "review")), told
        assert done.stdout == "", told
    found = circle("--log", str(full_log), "check", cwd=full_log).stdout
    assert found.count(": link: a link to another place, which may be private;") == 1, found
    assert watched.behind(link) == set()


def test_the_built_site_does_not_take_in_what_is_hidden_behind_a_link(circle: Run, full_log: Path) -> None:
    """Hidden files of the old site are carried into the new one: behind a link they may be somebody's keys."""
    (full_log / "site").mkdir()
    (full_log / "site" / ".keys").write_text("secret")
    link = moved_away(full_log, "site")
    done = circle("--log", str(full_log), "site", cwd=full_log)
    assert (done.returncode, "a link to another place" in done.stderr) == (65, True), done.stderr
    assert link.is_symlink()


def test_a_link_to_the_log_itself_is_no_obstacle(circle: Run, full_log: Path) -> None:
    (full_log.parent / "by-another-name").symlink_to(full_log, target_is_directory=True)
    for words in ("list", "print cards --to -", "scan text.txt", "tried k3f9abcd", "check"):
        one, other = (
            circle("--log", str(full_log.parent / name), *words.split(), cwd=full_log)
            for name in ("log", "by-another-name")
        )
        assert (one.returncode, len(one.stdout)) == (other.returncode, len(other.stdout)), words
