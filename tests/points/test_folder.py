"""The folder of learning points: all of it may be shown to everyone, or nothing of it is."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from circle_cli.errors import CircleError, Place
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint

Publish = Callable[..., Path]
WITHDRAWN = '---\ncircle: 1\nkind: learning-point\nid: "zzzzzzzz"\nwithdrawn: 2026\n---\n'
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "guidance/learning-points"
    made.mkdir(parents=True)
    return made


def test_folder_that_is_not_there_or_empty_holds_nothing(tmp_path: Path, folder: Path) -> None:
    (folder / ".gitkeep").touch()
    for each in (tmp_path / "none", folder):
        assert (read_published(each).points, read_published(each).withdrawn) == ((), ())


def test_approved_points_and_notices_are_read(tmp_path: Path, folder: Path, publish: Publish) -> None:
    publish(tmp_path)
    publish(tmp_path, id="abcdefgh", title="Another")
    (folder / "zzzzzzzz.md").write_text(WITHDRAWN)
    found = read_published(folder)
    assert [point.title for point in found.points] == ["Another", "Let people choose the place"]
    assert [notice.id for notice in found.withdrawn] == ["zzzzzzzz"]


@pytest.mark.parametrize(
    "name",
    ["index.md", "k3f9abcd.md~", ".k3f9abcd.md.swp", "k3f9abcd.txt", "K3F9ABCD.md", ".DS_Store", "k3f9abcd.md.gz"],
)
def test_stray_file_is_refused_by_name(folder: Path, name: str) -> None:
    (folder / name).write_text("x")
    with pytest.raises(CircleError, match=rf"{name}: this is no learning point"):
        read_published(folder)


def test_folder_inside_and_link_anywhere_are_refused(tmp_path: Path, folder: Path, publish: Publish) -> None:
    (folder / "k3f9abcd.md").mkdir()
    with pytest.raises(CircleError, match="this is no learning point"):
        read_published(folder)
    (folder / "k3f9abcd.md").rmdir()
    (folder / "k3f9abcd.md").symlink_to(publish(tmp_path / "elsewhere"))
    with pytest.raises(CircleError, match="a link to another place"):
        read_published(folder)
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(CircleError, match="a link to another place"):
        read_published(tmp_path / "link")


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("Ask where", "Ask them where", r"k3f9abcd\.md:\d+: changed since it was approved"),
        ("approval: ", "approval: null\n#", r"k3f9abcd\.md:\d+: .*not approved"),
        ("setting: both", 'setting: "both"', r"k3f9abcd\.md:7: changed since it was approved, if only in its spelling"),
        ("---\n\n##", "---\n# a remark\n##", r"expected these headings"),
        ("year: 2026\n", "year: 2026  # when Amira\n", r"k3f9abcd\.md:\d+: changed since"),
    ],
)  # fmt: skip
def test_point_that_was_changed_or_never_approved_is_refused_by_line(
    tmp_path: Path, folder: Path, publish: Publish, old: str, new: str, wrong: str
) -> None:
    path = publish(tmp_path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CircleError, match=wrong):
        read_published(folder)


def test_explained_words_that_are_not_in_the_text_are_refused(tmp_path: Path, folder: Path, publish: Publish) -> None:
    publish(tmp_path, explained=("nobody had asked",))
    assert len(read_published(folder).points) == 1
    publish(tmp_path, explained=("Amira of 5 High Street",))
    with pytest.raises(CircleError, match=r"k3f9abcd\.md:\d+: the approval explains words that are not in the text"):
        read_published(folder)


def test_newlines_of_windows_are_no_change(tmp_path: Path, folder: Path, publish: Publish) -> None:
    path = publish(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(read_published(folder).points) == 1


def test_places_name_the_line_in_the_file(tmp_path: Path, folder: Path, publish: Publish) -> None:
    path = publish(tmp_path, how="One.\nTwo.")
    found = read_published(folder)
    lines = path.read_text(encoding="utf-8").split("\n")
    for key, wanted in (("title", "title: "), ("themes", "themes: "), ("how", "One."), ("what-to-try", "Ask where")):
        place = found.place(found.points[0], key)
        assert lines[(place.line or 0) - 1].startswith(wanted)
    assert found.place(found.points[0], "how", 2) == Place(path, lines.index("Two.") + 1)


@given(title=LETTERS, text=LETTERS, data=st.data())
def test_whatever_was_approved_one_changed_byte_is_refused(
    publish: Publish, point: LearningPoint, title: str, text: str, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as made:
        path = publish(Path(made), title=title, how=text, tried=())
        content = path.read_bytes()
        notes = range(content.index(b"\napproval:"), content.index(b"\n---\n", 4))  # what it was checked with
        place = data.draw(st.integers(0, len(content) - 1).filter(lambda each: each not in notes))
        byte = data.draw(st.integers(0, 255).filter(lambda each: each != content[place]))
        path.write_bytes(content[:place] + bytes([byte]) + content[place + 1 :])
        with pytest.raises(CircleError):
            read_published(path.parent)
