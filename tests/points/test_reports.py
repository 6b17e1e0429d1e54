"""What others report from trying a learning point: a file of its own, approved like the point, and left out if not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from making import POINT, approve, put_point, put_report, report
from signed import approve_report, known, sign

from circle_cli.errors import CircleError
from circle_cli.points.approval import ApprovalFault, approval_fault, statement
from circle_cli.points.file import render_point
from circle_cli.points.folder import Published, read_published
from circle_cli.points.notices import notice_of, render_notice
from circle_cli.points.record import Report, Trial, Withdrawn
from circle_cli.points.report import parse_report, render_report
from circle_cli.vocabulary import Outcome, Was

TOLD = report(outcome=Outcome.PARTLY, differed="By telephone, and it took longer.")
APPROVED = approve_report(TOLD)
TEXT = render_report(APPROVED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log with an approved learning point, which an earlier version added a report to."""
    return put_point(tmp_path, approve(POINT)).parent


def test_it_is_written_as_it_always_was(golden: Callable[[str, str], None]) -> None:
    golden("report.md", TEXT)
    assert parse_report(TEXT, "x", TOLD.id) == APPROVED


def test_it_stands_beside_those_that_an_earlier_version_wrote_into_the_point(tmp_path: Path, folder: Path) -> None:
    put_report(tmp_path, APPROVED)
    put_report(tmp_path, approve_report(report(id="bcde2345", year=2025)))
    held = read_published(folder)
    assert held.left_out == ()
    assert held.points[0].tried == (
        *POINT.tried,
        Trial(outcome=Outcome.WORKED, year=2025, report="bcde2345"),
        Trial(outcome=Outcome.PARTLY, year=2026, differed=TOLD.differed, report=TOLD.id),
    )
    assert render_point(held.points[0]) == (folder / f"{POINT.id}.md").read_text(encoding="utf-8")


def left_out(folder: Path) -> list[str]:
    held: Published = read_published(folder)
    assert [(each.id, each.tried) for each in held.points] == [(POINT.id, POINT.tried)]
    return [f"{Path(each.place.path).name}: {each.what}" for each in held.left_out]


FORGED = {
    "nobody approved it": TOLD,
    "by a stranger": approve_report(TOLD, seed=2),
    "with other words": replace(APPROVED, differed="At the mill."),
    "for another outcome": replace(APPROVED, outcome=Outcome.WORKED),
    "for another point": replace(APPROVED, point="zzzzzzzz"),
    "with the signature of another": replace(
        APPROVED, approval=replace(APPROVED.approval, signature=sign(b"else")) if APPROVED.approval else None
    ),
    "of a point that is not there": approve_report(replace(TOLD, point="zzzzzzzz")),
    "of a wording that is not there": approve_report(replace(TOLD, revision=2)),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED.keys())
def test_one_that_does_not_count_is_left_out_and_named_and_the_rest_is_shown(
    tmp_path: Path, folder: Path, forged: Report
) -> None:
    put_report(tmp_path, forged)
    [told] = left_out(folder)
    assert told.startswith("abcd2345.md: ") and "mill" not in told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff" + TEXT,
        TEXT + "\nMore words.\n",
        TEXT.replace("outcome: partly", "outcome: partly  # by Amira"),
        TEXT.replace("outcome: partly", "outcome: brilliantly"),
        TEXT.replace("year: 2026", "year: 2026\nby: Amira"),
        TEXT.replace("circle: 1", "circle: true"),
        TEXT.replace("abcd2345", "abcd2346"),
        f"<<<<<<< a\n{TEXT}=======\n>>>>>>> b\n",
        "x" * 70_000,
    ],
)
def test_a_malformed_one_takes_nothing_else_down(tmp_path: Path, folder: Path, text: str) -> None:
    put_report(tmp_path, APPROVED).write_text(text, encoding="utf-8")
    [told] = left_out(folder)
    assert "Amira" not in told and "brilliantly" not in told


@pytest.mark.parametrize("name", ["abcd2345 (conflicted copy).md", "notes.txt", "ABCD2345.md"])
def test_another_file_among_them_is_left_out_and_named(tmp_path: Path, folder: Path, name: str) -> None:
    path = put_report(tmp_path, APPROVED)
    path.rename(path.with_name(name))
    assert len(left_out(folder)) == 1


@pytest.mark.parametrize("name", ["abcd2345.md", ".gitkeep"])
@pytest.mark.parametrize("leads_nowhere", [False, True])
def test_a_link_among_them_is_not_followed(tmp_path: Path, folder: Path, name: str, leads_nowhere: bool) -> None:
    path = put_report(tmp_path, APPROVED)
    elsewhere = path.rename(tmp_path / path.name)
    path.with_name(name).symlink_to(elsewhere)
    if leads_nowhere:
        elsewhere.unlink()
    assert len(left_out(folder)) == 1


def test_what_git_needs_to_keep_the_folder_is_no_report(folder: Path) -> None:
    (folder.parent / "reports").mkdir()
    (folder.parent / "reports" / ".gitkeep").touch()
    assert left_out(folder) == []


@pytest.mark.parametrize("gone", [Withdrawn(id=TOLD.id, year=2026, was=Was.REPORT), Withdrawn(id=POINT.id, year=2026)])
def test_what_was_withdrawn_is_not_shown_and_nobody_is_told_of_it(
    tmp_path: Path, folder: Path, gone: Withdrawn
) -> None:
    put_report(tmp_path, APPROVED)
    place = notice_of(tmp_path / "guidance", gone.id)
    place.parent.mkdir()
    place.write_text(render_notice(gone), encoding="utf-8")
    held = read_published(folder)
    assert held.left_out == ()
    assert [trial.report for point in held.points for trial in point.tried if trial.report] == []


@pytest.mark.parametrize("words", ["by\u200bphone", "two\nlines", "two  spaces", "a" * 301])
def test_words_that_cannot_be_seen_or_fill_more_than_a_line_are_refused(words: str) -> None:
    with pytest.raises(CircleError):
        parse_report(render_report(replace(TOLD, differed=words)), "x", TOLD.id)


def test_a_signature_for_a_point_is_none_for_a_report(tmp_path: Path) -> None:
    approval = APPROVED.approval
    assert approval is not None
    as_point = statement(TOLD, approval).replace(b"report: ", b"point: ", 1)
    forged = replace(APPROVED, approval=replace(approval, signature=sign(as_point)))
    assert approval_fault(forged, known()) is ApprovalFault.FORGED
    assert approval_fault(APPROVED, known()) is None
