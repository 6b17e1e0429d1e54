"""The file of a report from trying a learning point: `guidance/reports/<its id>.md`. No name is in it, and no day."""

from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID, REPORTS
from circle_cli.points.approval_fields import approval_out, whole_approval
from circle_cli.points.file import LARGEST_POINT, refuse_unseen, revision_of, short_text, too_large
from circle_cli.points.record import POINT_FORMAT, Report
from circle_cli.system.no_links import content_of
from circle_cli.text import decode, is_exactly
from circle_cli.vocabulary import Outcome

_KIND = "report"


def place_of(guidance: Path, id_: str) -> Path:
    """Give the file of a report that everyone may read; whether it is there is another question."""
    return guidance / REPORTS / f"{id_}.md"


def read_report(path: Path) -> Report:
    """Read a report's file, which bears its id as its name.

    Raises:
        CircleError: it is a link or no file, too large, malformed, or says the same in other bytes than ours; file and
            line are named.
    """
    content = content_of(path)
    report = report_in(content, path)
    refuse_other_bytes(report, content, path)
    return report


def report_in(content: bytes, path: Path) -> Report:
    """Read what stands in such a file, however it is spelt.

    Raises:
        CircleError: it is too large or malformed; file and line are named.
    """
    if len(content) > LARGEST_POINT:
        raise too_large(Place(path))
    return parse_report(decode(content, str(path)), str(path), path.stem)


def refuse_other_bytes(report: Report, content: bytes, path: Path) -> None:
    """Refuse a file that says the same in other bytes than ours.

    Raises:
        CircleError: it does; the file is named.
    """
    if not is_exactly(render_report(report), content):
        wrong = "changed since it was approved, if only in its spelling"
        raise CircleError(wrong, where=Place(path), do="put it back as it was")


def parse_report(text: str, where: str, name: str, above: int = 0) -> Report:
    """Read a report from a normalised text; its id must be `name`; `above` lines of the file stand before it.

    Raises:
        CircleError: it is malformed; file and line are named.
    """
    front, body = split(text, where)
    keys = Fields(read(front, where, line_offset=above + 1))
    if keys.number("circle", 1, POINT_FORMAT) != POINT_FORMAT or keys.take("kind") != _KIND:
        raise keys.problem("kind", f"expected `circle: {POINT_FORMAT}` and `kind: {_KIND}`")
    suggests = "suggests" in keys.left
    report = Report(
        id=_id(keys, "id"),
        point=_id(keys, "point"),
        revision=revision_of(keys),
        outcome=None if suggests else keys.one_of("outcome", Outcome),
        year=keys.number("year", 2000, 2999),
        differed=_in_one_line(keys, "suggests" if suggests else "differed"),
        approval=keys.record("approval", whole_approval),
    )
    if report.id != name:
        wrong = "… is not the file's name; a report is called <its id>.md"
        raise keys.problem("id", wrong, words=quoted(report.id))
    if report.approval and report.approval.explained:
        raise keys.problem("approval", "explains words; in a report, nothing is explained", do="take it out")
    keys.nothing_more()
    if body.strip():
        raise keys.problem("differed", "text stands below", do="take it out")
    refuse_unseen(keys.source, (report.differed or "",))
    return report


def _id(keys: Fields, key: str) -> str:
    found = keys.text(key)
    if not POINT_ID.fullmatch(found):
        raise keys.problem(key, "… is no id; one looks like k3f9abcd", words=quoted(found))
    return found


def _in_one_line(keys: Fields, key: str) -> str | None:
    words = short_text(keys, key)
    if words and words != " ".join(words.split()):
        raise keys.problem(key, "expected one line, with single spaces")
    if key == "suggests" and not words:
        raise keys.problem(key, "suggests other words, and holds none", do="fill it in, or take the file out")
    return words


def render_report(report: Report) -> str:
    """Write a report as its file's text; the same report gives the same text."""
    front: dict[str, Value] = {
        "circle": POINT_FORMAT,
        "kind": Plain(_KIND),
        "id": report.id,
        "point": report.point,
        **({"revision": report.revision} if report.revision > 1 else {}),
        **({"outcome": Plain(report.outcome)} if report.outcome else {}),
        "year": report.year,
        **({"differed" if report.outcome else "suggests": report.differed} if report.differed else {}),
        **({"approval": approval_out(report.approval)} if report.approval else {}),
    }
    return f"---\n{write(front)}---\n"
