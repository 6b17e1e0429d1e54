"""A notice of what was taken back: its file, read strictly, and what it wins over."""

from pathlib import Path

import pytest
from making import POINT, approve, put_point

from circle_cli.errors import CircleError
from circle_cli.points.folder import read_published
from circle_cli.points.notices import notice_of, parse_notice, read_notice, render_notice
from circle_cli.points.record import Withdrawn
from circle_cli.vocabulary import Was

NOTICE = Withdrawn(id="k3f9abcd", year=2026)
TEXT = """\
---
circle: 1
kind: withdrawn
id: "k3f9abcd"
was: learning-point
withdrawn: 2026
---
"""


def test_a_notice_is_written_and_read_back() -> None:
    assert render_notice(NOTICE) == TEXT
    assert parse_notice(TEXT, "x", "k3f9abcd") == NOTICE


@pytest.mark.parametrize("there", ["approved", "---\nnonsense", "\x00", "words"])
def test_it_wins_over_whatever_bears_its_id(tmp_path: Path, there: str) -> None:
    path = put_point(tmp_path, approve(POINT))
    if there != "approved":
        path.write_text(there, encoding="utf-8")
    place = notice_of(tmp_path / "guidance", POINT.id)
    place.parent.mkdir()
    place.write_bytes(TEXT.encode())
    held = read_published(path.parent)
    assert (held.points, held.withdrawn) == ((), (NOTICE,))
    path.unlink()
    assert read_published(path.parent).withdrawn == (NOTICE,)


def test_a_notice_for_a_report_is_no_page_of_a_learning_point(tmp_path: Path) -> None:
    place = notice_of(tmp_path / "guidance", "abcd2345")
    place.parent.mkdir(parents=True)
    place.write_bytes(render_notice(Withdrawn(id="abcd2345", year=2026, was=Was.REPORT)).encode())
    assert read_published(tmp_path / "guidance" / "learning-points").withdrawn == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT.replace("2026", "26"),
        TEXT.replace("was: learning-point\n", ""),
        TEXT.replace("learning-point", "session"),
        TEXT.replace("k3f9abcd", "k3f9abce"),
        TEXT + "\nHer words.\n",
        TEXT.replace("withdrawn: 2026", "withdrawn: 2026\nwhy: somebody"),
        TEXT.replace("2026\n", "2026  # somebody\n"),
        "\ufeff" + TEXT,
        f"<<<<<<< a\n{TEXT}=======\n{TEXT}>>>>>>> b\n",
    ],
)
def test_what_is_not_as_we_write_it_stops_everything(tmp_path: Path, text: str) -> None:
    place = notice_of(tmp_path / "guidance", POINT.id)
    place.parent.mkdir(parents=True)
    place.write_text(text, encoding="utf-8")
    with pytest.raises(CircleError):
        read_notice(place)
    with pytest.raises(CircleError):
        read_published(tmp_path / "guidance" / "learning-points")


def test_a_file_of_another_name_among_them_stops_everything(tmp_path: Path) -> None:
    place = notice_of(tmp_path / "guidance", "k3f9abcd (conflicted copy)")
    place.parent.mkdir(parents=True)
    place.write_bytes(TEXT.encode())
    with pytest.raises(CircleError):
        read_published(tmp_path / "guidance" / "learning-points")
