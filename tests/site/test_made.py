"""What was handed out before goes into the next site as it was, if it is what would be made; else it is made anew."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from circle_cli.commands.folders import own_folder
from circle_cli.commands.well import made
from circle_cli.commands.well.entries import entries_of
from circle_cli.commands.well.made import Made

NAME = "handed-out"
SAYS = {"kit/a.html": b"one", "kit/b.html": b"other"}
Build = Callable[..., list[str]]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Hands out what is said under each name, and gives the names of what had to be made for it."""

    def run(says: dict[str, bytes] = SAYS, by: str = "1") -> list[str]:
        anew: list[str] = []
        kept = Made(entries_of(tmp_path, NAME), tmp_path / "site", by)

        def making(name: str, text: bytes) -> Callable[[], bytes]:
            return lambda: (anew.append(name), b"<p>" + text)[1]

        given = {name: kept.get(name, text, making(name, text)) for name, text in says.items()}
        kept.keep()
        assert given == {name: b"<p>" + text for name, text in says.items()}
        for name, content in given.items():
            place = tmp_path / "site" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            place.write_bytes(content)
        return anew

    return run


def _flipped(content: bytes, bit: int) -> bytes:
    flipped = bytearray(content)
    flipped[bit // 8] ^= 1 << bit % 8
    return bytes(flipped)


def test_only_what_says_something_else_is_made_again(build: Build) -> None:
    assert build() == [*SAYS] and build() == []
    assert build({**SAYS, "kit/a.html": b"another"}) == ["kit/a.html"]
    assert build({"kit/b.html": b"other", "kit/c.html": b"other"}) == ["kit/c.html"]
    assert build() == ["kit/a.html"]  # what was not handed out last time is not kept


@pytest.mark.parametrize(
    "what", ["the key", "no key", "another's", "cut short", "program", "made by", "gone", "a folder"]
)
def test_what_is_another_s_or_of_another_version_stands_for_nothing(
    build: Build, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    entries, key = tmp_path / ".circle" / NAME, (own_folder() or Path()) / "checked.key"
    match what:
        case "the key":
            key.write_bytes(b"x" * 32)
        case "no key":
            key.write_bytes(b"")
        case "another's":
            entries.write_bytes(entries.read_bytes()[:16] + random.Random(3).randbytes(32))  # noqa: S311
        case "cut short":
            entries.write_bytes(entries.read_bytes()[:31])
        case "program":
            monkeypatch.setattr(made, "program", lambda: b"another")
        case "gone":
            shutil.rmtree(tmp_path / "site")
        case "a folder":
            entries.unlink()
            entries.mkdir()
    assert build(by="2" if what == "made by" else "1") == [*SAYS]


@pytest.mark.parametrize("which", [NAME, *SAYS])
def test_whichever_bit_is_another_in_an_entry_or_a_file_it_is_made_anew(
    build: Build, tmp_path: Path, which: str
) -> None:
    build()
    place = tmp_path / ".circle" / NAME if which == NAME else tmp_path / "site" / which
    content, chance = place.read_bytes(), random.Random(20261127)  # noqa: S311
    bits = range(8 * len(content)) if which != NAME else chance.sample(range(8 * len(content)), 40)
    for bit in bits:
        place.write_bytes(_flipped(content, bit))
        all_of_them = which == NAME and bit < 8 * 16  # the sign at the beginning
        assert len(build()) == (len(SAYS) if all_of_them else 1)
        assert place.read_bytes() == content
