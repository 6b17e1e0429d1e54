"""Texts that were well at the last build are not checked again, unless anything by which they are judged differs."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from circle_cli.commands.folders import own_folder
from circle_cli.commands.well import entries
from circle_cli.commands.well.entries import Texts, entries_of
from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.points.folder import read_published
from circle_cli.share.release.gate import inspect

NAME = "looked-at"
Publish = Callable[..., Path]
Gate = Callable[..., list[str]]


@pytest.fixture
def gate(tmp_path: Path, lists: Lists) -> Gate:
    """Takes what is published through the gate, and gives the titles of those that were looked at."""
    (tmp_path / "guidance/learning-points").mkdir(parents=True)

    def run(by: Lists = lists) -> list[str]:
        looked: list[str] = []
        texts = Texts(entries_of(tmp_path, NAME), by.version)

        def look(said: Any, check: Callable[[], Sequence[Any]]) -> Sequence[Any]:
            return texts.look(said, lambda: (looked.append(said[1][0][1]), check())[1])

        published = read_published(tmp_path / "guidance/learning-points")
        try:
            inspect(published, by, look=look)
        except CircleError:
            looked.append("stopped")
        texts.keep()
        return looked

    return run


def test_only_what_is_not_as_it_was_is_checked_again(gate: Gate, tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path, id="abcdefgh", title="The first")
    publish(tmp_path, id="mnpqrstu", title="The second")
    assert gate() == ["The first", "The second"]
    assert (tmp_path / ".circle" / NAME).stat().st_mode & 0o777 == 0o600
    assert gate() == []
    publish(tmp_path, id="abcdefgh", title="The first", how="In other words.")
    assert gate() == ["The first"] and gate() == []


def test_what_was_found_is_found_each_time(gate: Gate, tmp_path: Path, publish: Publish) -> None:
    rests_on = "It follows what Quillfeather says of it."
    publish(tmp_path, title="The first", rests_on=rests_on, explained=("Quillfeather",))
    assert gate() == ["The first"] and gate() == []
    publish(tmp_path, title="The first", rests_on=rests_on)
    assert gate() == gate() == ["The first", "stopped"]


@pytest.mark.parametrize(
    "what", ["a bit", "cut short", "another's", "a folder", "the key", "no key", "lists", "program"]
)
def test_what_is_damaged_or_judged_otherwise_is_checked_again(
    gate: Gate, tmp_path: Path, publish: Publish, lists: Lists, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, title="The first")
    gate()
    kept, key = tmp_path / ".circle" / NAME, (own_folder() or Path()) / "checked.key"
    content = kept.read_bytes()
    match what:
        case "a bit":
            kept.write_bytes(content[:16] + bytes(each ^ (at % 16 == 3) for at, each in enumerate(content[16:])))
        case "cut short":
            kept.write_bytes(content[:31])
        case "another's":
            kept.write_bytes(content[:16] + random.Random(3).randbytes(16))  # noqa: S311
        case "a folder":
            kept.unlink()
            kept.mkdir()
        case "the key":
            key.write_bytes(b"x" * 32)
        case "no key":
            key.write_bytes(b"")
        case "lists":
            lists = replace(lists, version="another")
        case "program":
            monkeypatch.setattr(entries, "program", lambda: b"another")
    assert gate(lists) == ["The first"]
