"""Looks at a learning point that everyone may read: is it approved, unchanged, and free of identifiers? Pure.

The same questions for whoever asks them: `circle check`, and the building of the site.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from circle_cli.errors import Place
from circle_cli.front_matter.located import KeyPath
from circle_cli.front_matter.reading import read, split
from circle_cli.identifiers.check import find_identifiers, find_in_each
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.known.cast.shapes import Cast
from circle_cli.identifiers.lists import Lists
from circle_cli.points.approval import ApprovalFault, approval_error, approval_fault
from circle_cli.points.record import PARTS, LearningPoint
from circle_cli.session.record import CastEntry
from circle_cli.share.proposing.settling import is_a_word_too
from circle_cli.signing.readers import Admitted

_NO_THEME = "none of the themes that there are"


class PointFault(StrEnum):
    """What is wrong with a learning point that can be read."""

    OUTDATED = "approval-out-of-date"
    THEME = "unknown-theme"
    IDENTIFIER = "identifier"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointProblem:
    """What is wrong, and where: `place` in the record, and the line of the text there, from 1.

    `what` holds nothing of the text, so that it may stand where anybody reads it; `detail` says it with its words.
    """

    fault: PointFault | ApprovalFault
    place: KeyPath
    line: int = 1
    what: str
    detail: str | None = None


def problems_of(
    point: LearningPoint, lists: Lists, themes: Collection[str], readers: Admitted, cast: Sequence[CastEntry] = ()
) -> tuple[PointProblem, ...]:
    """Give all that keeps a learning point from being shown; `cast` is its session's, where that is known."""
    found = list(_approval(point, readers))
    found += [
        PointProblem(
            fault=PointFault.THEME, place=("themes", number), what=_NO_THEME, detail=f"“{theme}” is {_NO_THEME}"
        )
        for number, theme in enumerate(point.themes)
        if theme not in themes
    ]
    shown = [*visible(point)]
    for (place, text), there in zip(shown, find_in_each([text for _, text in shown], cast, lists), strict=True):
        reported = place[0] == "tried" and cast
        still = unsettled_in_report(text, cast, lists) if reported else _still(there, text, explained(point, place))
        found += [_identifier(place, text, each) for each in still]
    read_by_others = [each for each in found if each.fault is PointFault.IDENTIFIER and each.place[0] != "tried"]
    if read_by_others and point.approval and point.approval.lists != lists.version:
        what = "approved with earlier lists, which did not know what is found now; withdraw it, or propose it anew"
        found.append(PointProblem(fault=PointFault.OUTDATED, place=("approval", "lists"), what=what))
    return tuple(found)


def unsettled(
    text: str, cast: Sequence[CastEntry] | Cast, lists: Lists, explained: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Give the findings that must be settled before others may read a text.

    Nothing explains away what may not stay, whatever an approval says: names of the cast, what is hidden, full names,
    telephone numbers and the like.
    """
    return _still(find_identifiers(text, cast, lists), text, explained)


def _still(found: Iterable[Finding], text: str, explained: Collection[str]) -> tuple[Finding, ...]:
    def is_explained(each: Finding) -> bool:
        words = " ".join(text[each.start : each.end].split())
        return each.may_stay and words in explained

    return tuple(each for each in found if not each.only_warns and not is_explained(each))


def unsettled_in_report(text: str, everybody: Sequence[CastEntry] | Cast, lists: Lists) -> tuple[Finding, ...]:
    """Give the findings that must be settled in what somebody reports: nothing is explained there.

    A name of anybody's in the log that may be the ordinary word, such as "will", is none of them: it would keep out
    half of all reports. Whatever must be settled without a cast is one, so that no build stops at what passes here.
    """
    alone = unsettled(text, (), lists)
    if not everybody:
        return alone
    return tuple(
        each
        for each in unsettled(text, everybody, lists)
        if not is_a_word_too(each) or any(one.start < each.end and each.start < one.end for one in alone)
    )


def explained(point: LearningPoint, place: KeyPath) -> tuple[str, ...]:
    """Give the words there that its approval says are no identifiers; it says nothing of what others report."""
    return point.approval.explained if point.approval and place[0] != "tried" else ()


def visible(point: LearningPoint) -> Iterator[tuple[KeyPath, str]]:
    """Give every text that people wrote and others will read, with its place. Themes are from a closed list."""
    yield ("title",), point.title
    for key in PARTS:
        yield ("parts", key), point.parts[key]
    for number, trial in enumerate(point.tried):
        if trial.differed:
            yield ("tried", number, "differed"), trial.differed


def file_key_of(place: KeyPath) -> str:
    """Give the key of a learning point's file, or of its parts, under which a place is."""
    return str(place[1] if place[0] == "parts" else place[0])


def line_in_file(problem: PointProblem, text: str) -> int:
    """Give the line of a learning point's file on which a problem stands."""
    if problem.place[0] != "parts":
        lines, place = _lines(text), problem.place
        while place and place not in lines:
            place = place[:-1]
        return lines.get(place, 1)
    heading = re.search(rf"(?m)^## {PARTS[str(problem.place[1])]}[ \t]*\n+", text)
    return text.count("\n", 0, heading.end() if heading else 0) + problem.line


@lru_cache(maxsize=1)  # a file may have a thousand problems
def _lines(text: str) -> Mapping[KeyPath, int]:
    return read(split(text, "")[0], "", line_offset=1).lines


def _approval(point: LearningPoint, readers: Admitted) -> Iterator[PointProblem]:
    if fault := approval_fault(point, readers):
        place = ("approval", "sha256") if point.approval else ("id",)
        yield PointProblem(fault=fault, place=place, what=approval_error(fault, Place("")).message)


def _identifier(place: KeyPath, text: str, finding: Finding) -> PointProblem:
    words = " ".join(text[finding.start : finding.end].split())
    detail = f"“{words}” {finding.reason}. Instead: {finding.suggestion}"
    return PointProblem(
        fault=PointFault.IDENTIFIER,
        place=place,
        line=finding.line,
        what=f"may tell who, where or when ({finding.kind})",
        detail=detail,
    )
