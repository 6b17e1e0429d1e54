"""What keeps a report from being shown, asked wherever there is one: told, read, approved, checked, built. Pure.

Nothing is explained in a report, and nobody of any session may be named in it. What is found later, since a list or a
cast has grown, leaves this one report out of the site: its words are one person's few, and all else stays readable.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.known.cast.shapes import Cast
from circle_cli.identifiers.lists import Lists
from circle_cli.points.open_folder import Look, look_each_time
from circle_cli.points.record import LearningPoint, Trial
from circle_cli.session.record import CastEntry
from circle_cli.share.proposing.settling import QUOTES, quotes_somebody
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.terms import Term, Terms, make_terms
from circle_cli.share.vetting import unsettled_in_report

if TYPE_CHECKING:
    from circle_cli.points.folder import Published

FindErased = Callable[[Iterable[str]], frozenset[Term]]
"""Finds the names of erased sessions in texts; of these the log has hashes alone, so each asking takes its time."""


def _nobody_erased(_: Iterable[str]) -> frozenset[Term]:
    return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a log knows of identifiers: its lists, everybody in any session, and all by which the site is swept."""

    lists: Lists
    everybody: Sequence[CastEntry] | Cast
    terms: Terms
    erased: FindErased = _nobody_erased
    look: Look = look_each_time
    """May know that nothing was found in a report before, with the same lists and everybody."""


def findings_in(differed: str, known: Known) -> tuple[Finding, ...]:
    """Give what has to be said in other words."""
    said = ("report", known.everybody, differed)
    return tuple(known.look(said, partial(unsettled_in_report, differed, known.everybody, known.lists)))


def warnings_in(differed: str, known: Known) -> tuple[str, ...]:
    """Give, in words, all that the check only points out: whoever tells it, and whoever reads it, looks at each."""
    found = find_identifiers(differed, known.everybody, known.lists)
    warned = tuple(f"“{differed[each.start : each.end]}” {each.reason}" for each in found if each.only_warns)
    return (*warned, *([QUOTES] if quotes_somebody(differed) else ()))


def unfit(differed: str | None, known: Known) -> str:
    """Say what keeps these words from being shown, without one of them; nothing where they may be."""
    if not differed:
        return ""
    if found := findings_in(differed, known):
        return f"may be of the kind `{found[0].kind}`, and nothing is explained in a report"
    named = next(_names_in(differed, known), None)
    return f"holds {named.kind}" if named else ""


def _names_in(differed: str, known: Known) -> Iterator[Term]:
    for terms in (known.terms, make_terms((), (), known.lists, known.erased((differed,)))):
        yield from (term for term, _ in terms.find(unescaped(differed)))


def leave_out(published: "Published", known: Known) -> "Published":
    """Leave out, and name, each report that may not be shown; everything else stays."""
    from circle_cli.points.told import LeftOut

    points, left = [], list(published.left_out)
    seen: dict[str, str] = {}
    if not known.erased([trial.differed or "" for point in published.points for trial in point.tried]):
        known = replace(known, erased=_nobody_erased)

    def is_fit(point: LearningPoint, trial: Trial) -> bool:
        differed = trial.differed or ""
        if differed not in seen:
            seen[differed] = unfit(differed, known)
        if seen[differed]:
            left.append(LeftOut(place=published.place_of(point, trial), what=seen[differed]))
        return not seen[differed]

    for point in published.points:
        fit: Sequence[Trial] = [trial for trial in point.tried if is_fit(point, trial)]
        points.append(point if len(fit) == len(point.tried) else replace(point, tried=tuple(fit)))
    return replace(published, points=tuple(points), left_out=tuple(left))
