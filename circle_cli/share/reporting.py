"""A report from trying a learning point, on its way through the door: `proposals/reports/<its id>.md`. Private.

The front matter says who told it, signed with their key, and how far it has come; below it stands the exact text that
others would read, in which there is no name.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID, PROPOSALS, REPORTS
from circle_cli.points.approval import canonical
from circle_cli.points.record import Report
from circle_cli.points.report import parse_report
from circle_cli.share.proposal import INTRUDER, Reading, State, day_of, read_reading, reading_out
from circle_cli.signing.signatures import SIGNATURE, signer
from circle_cli.system.no_links import content_of, inside, names_in
from circle_cli.text import decode

REPORT = "circle-report"
"""What the signature of whoever tells it is for: it is valid for nothing else, and approves nothing."""

_FORMAT, _KIND = 1, "report-proposal"
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report as somebody told it: who (a git identity), with their signature; and what readers said.

    With a `letter`, they passed on what came in an e-mail: the digest of its file, which tells nobody who sent it.
    """

    report: Report
    state: State
    author: str
    proposed: date
    signature: str
    letter: str | None = None
    readings: tuple[Reading, ...] = ()


def asked_of(report: Report) -> tuple[str, ...]:
    """Give which of the intruder's questions are asked of a report: where it has no words of anybody's, none."""
    return INTRUDER if report.differed else ()


def path_of(log_root: Path, report_id: str) -> Path:
    """Give the private file of a report.

    Raises:
        CircleError: that is no id; where else it might lead, nothing is read or written.
    """
    if not POINT_ID.fullmatch(report_id):
        raise CircleError("… is no report's id; one looks like k3f9abcd", words=quoted(report_id))
    return log_root / PROPOSALS / REPORTS / f"{report_id}.md"


def reported_files(log_root: Path) -> tuple[Path, ...]:
    """Give the private files of all reports, by id."""
    inside(log_root, log_root / PROPOSALS)
    found = names_in(log_root / PROPOSALS / REPORTS, ".md")
    return tuple(path for path in found if POINT_ID.fullmatch(path.stem))


def read_reported(path: Path) -> Reported:
    """Read the private file of a report.

    Raises:
        CircleError: it is a link, or malformed; file and line are named.
    """
    content = content_of(inside(path.parents[2], path))
    return parse_reported(decode(content, str(path)), str(path), path.stem)


def parse_reported(text: str, where: str, name: str) -> Reported:
    """Read it from a normalised text.

    Raises:
        CircleError: it is malformed; file and line are named.
    """
    front, body = split(text, where)
    keys = Fields(read(front, where, line_offset=1))
    if keys.take("circle") != _FORMAT or keys.take("kind") != _KIND:
        raise keys.problem("kind", f"expected `circle: {_FORMAT}` and `kind: {_KIND}`")
    inner = body.lstrip("\n")
    report = parse_report(inner, where, name, text.count("\n", 0, len(text) - len(inner)))
    if report.approval:
        raise CircleError("an approval stands in what is only proposed", where=Place(where), do="take it out")
    reported = Reported(
        report=report,
        state=keys.one_of("state", State),
        author=keys.text("author"),
        proposed=day_of(keys, "proposed"),
        signature=keys.text("signature"),
        letter=keys.optional_text("letter"),
        readings=keys.records("readings", lambda each: read_reading(each, asked_of(report))) or (),
    )
    if not SIGNATURE.fullmatch(reported.signature):
        raise keys.problem("signature", "expected one line of letters and digits, as it was signed")
    if reported.letter is not None and not _DIGEST.fullmatch(reported.letter):
        raise keys.problem("letter", "expected the sha256 of an e-mail's file")
    keys.nothing_more()
    return reported


def render_reported(reported: Reported) -> str:
    """Write it as its file's text."""
    front: dict[str, Value] = {
        "circle": _FORMAT,
        "kind": Plain(_KIND),
        "state": Plain(reported.state),
        "author": reported.author,
        "proposed": reported.proposed,
        "signature": reported.signature,
        **({"letter": reported.letter} if reported.letter else {}),
        **({"readings": [reading_out(each) for each in reported.readings]} if reported.readings else {}),
    }
    return f"---\n{write(front)}---\n\n{canonical(reported.report)}"


def told(report: Report, author: str, proposed: date, letter: str | None = None) -> bytes:
    """Give the bytes that somebody signs who tells how it went: who they are, the day, and the canonical text.

    Also whether they only pass it on: whoever does may have told how it went for themselves, too.
    """
    passed_on = {"letter": letter} if letter else {}
    front = {"circle": _FORMAT, "kind": Plain("told"), "author": author, "proposed": proposed, **passed_on}
    return f"---\n{write(front)}---\n\n{canonical(report)}".encode()


def told_by(reported: Reported) -> str | None:
    """Give the public key of whoever told it; None where what stands there is not what was signed."""
    return signer(
        told(reported.report, reported.author, reported.proposed, reported.letter), reported.signature, REPORT
    )


def whole_digest(reported: Reported) -> str:
    """Give the sha256 of all that its private file says."""
    return hashlib.sha256(render_reported(reported).encode("utf-8")).hexdigest()
