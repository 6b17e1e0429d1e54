"""How a log's folder is taken from one state to another, where a disk makes no difference between capitals and none.

A second name that the system gives the same file stands for such a disk: there, both spellings are one file.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from circle_cli.log.durable import FileChanged
from circle_cli.log.erasing.store import Reading
from circle_cli.log.syncing.way import Files, Way


class Contents:
    """Gives what an id stands for: itself."""

    def content(self, name: bytes) -> bytes:
        return name


@dataclass
class WhileSomebodySaves(Contents):
    """Has somebody save a file once it was read, and looked up for the second time what it may hold."""

    place: Path
    asked: int = 0

    def content(self, name: bytes) -> bytes:
        self.asked += 1
        if self.asked == 2:
            self.place.write_text("Mine.")
        return name


def way(root: Path, before: dict[str, str], after: dict[str, str], reading: Contents | None = None) -> Way:
    old, new = ({path: ("100644", text) for path, text in files.items()} for files in (before, after))
    known: tuple[Files, ...] = (old, new)
    return Way(root=root, to=new, known=known, paths=[*{*old, *new}], reading=cast("Reading", reading or Contents()))


@pytest.mark.parametrize(("was", "is_"), [("kept", "Kept"), ("Kept", "kept")])
@pytest.mark.parametrize("text", ["A heron.", "Two herons."])
def test_what_is_called_otherwise_by_its_capitals_alone_is_not_taken_out(
    tmp_path: Path, was: str, is_: str, text: str
) -> None:
    (tmp_path / was).write_text("A heron.")
    (tmp_path / is_).hardlink_to(tmp_path / was)
    there = way(tmp_path, {was: "A heron."}, {is_: text})
    assert there.strange() == []
    there.go()
    assert (tmp_path / is_).read_text() == text
    assert text != "A heron." or (tmp_path / was).exists()  # still the same file, and so not taken out


def test_words_that_nobody_has_kept_are_strange_under_either_name(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("Mine.")
    (tmp_path / "Kept").hardlink_to(tmp_path / "kept")
    assert way(tmp_path, {"kept": "A heron."}, {"Kept": "A heron."}).strange() == ["Kept", "kept"]


def test_where_both_names_may_stand_the_old_one_goes(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("A heron.")
    way(tmp_path, {"kept": "A heron."}, {"Kept": "A heron."}).go()
    assert [path.name for path in tmp_path.iterdir()] == ["Kept"]


def test_what_somebody_saves_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.write_text("A heron.")
    with pytest.raises(FileChanged):
        way(tmp_path, {"kept": "A heron."}, {"kept": "Two herons."}, WhileSomebodySaves(place)).go()
    assert place.read_text() == "Mine."
