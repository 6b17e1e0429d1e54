"""What learning points have in common: by question, theme, whom they concern, and all else there is to find them by.

Every count, choice, page, chart and feed of the site is made of these groups, so one rule holds for all of them: a
group that is smaller than the log's smallest is not named anywhere. Pure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.guidance.records import Guidance, Theme
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.drawn import SETTINGS
from circle_cli.site.drawing.ladder import TOLD, rung_of
from circle_cli.vocabulary import Setting

_PARTING = frozenset(("year", "tried"))
"""Of these, each learning point is in one group: how many are in no group shown can be worked out from the rest.

The conditions are not among them: a learning point may name none, or both, so those that are left over are no group.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Learning points that have something in common, in the order in which they were given."""

    id: str
    title: str
    points: tuple[LearningPoint, ...]

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to look at them, and what it shows; `rest` is true where something in it is too small to be shown."""

    id: str
    title: str
    groups: tuple[Group, ...]
    rest: bool

    def find(self, wanted: str) -> Group | None:
        """Find a group by its id, if it is shown."""
        return next((group for group in self.groups if group.id == wanted), None)


def marks_of(point: LearningPoint, guidance: Guidance) -> Mapping[str, tuple[str, ...]]:
    """Give what a point is found by, for each facet: what belongs to both kinds of services is found by either."""

    def named(among: Sequence[Theme]) -> tuple[str, ...]:
        return tuple(theme.id for theme in among if theme.id in point.themes)

    both = (Setting.CHILDREN, Setting.ADULTS)
    return {
        "question": point.questions,
        "theme": named(guidance.themes),
        "concerns": named(guidance.concerns),
        "setting": both if point.setting is Setting.BOTH else (point.setting,),
        "conditions": named(guidance.conditions),
        "statement": tuple(f"{each.framework}.{each.statement}" for each in point.frameworks),
        "year": (str(point.year),),
        "tried": (rung_of(point),),
    }


def facets_of(points: Sequence[LearningPoint], guidance: Guidance, least: int) -> Mapping[str, Facet]:
    """Give every facet, by its id, in the order in which they are shown: no group of fewer than `least`.

    Where a group that is not shown could be worked out from those that are, the smallest of these is not shown either.
    """
    found: dict[tuple[str, str], list[LearningPoint]] = {}
    for point in points:
        for facet, ids in marks_of(point, guidance).items():
            for each in dict.fromkeys(ids):
                found.setdefault((facet, each), []).append(point)
    return {facet: _facet(facet, title, titles, found, least) for facet, title, titles in _titles(points, guidance)}


def _facet(
    facet: str,
    title: str,
    titles: Mapping[str, str],
    found: Mapping[tuple[str, str], Sequence[LearningPoint]],
    least: int,
) -> Facet:
    every = [
        Group(id=each, title=words, points=tuple(found[facet, each]))
        for each, words in titles.items()
        if (facet, each) in found
    ]
    shown = [group for group in every if group.count >= least]
    if facet in _PARTING:
        while shown and 0 < sum(group.count for group in every if group not in shown) < least:
            shown.remove(min(shown, key=lambda group: group.count))
    return Facet(id=facet, title=title, groups=tuple(shown), rest=len(shown) < len(every))


def _titles(points: Sequence[LearningPoint], guidance: Guidance) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Give every facet and all that it may hold, in the order in which they are shown."""
    yield "question", "Question of the circle", {each.id: each.title for each in guidance.questions}
    yield "theme", "Theme", {each.id: each.title for each in guidance.themes}
    yield "concerns", "Who it concerns", {each.id: each.title for each in guidance.concerns}
    yield "setting", "Setting", {each: SETTINGS[each] for each in (Setting.CHILDREN, Setting.ADULTS)}
    yield "conditions", "How widely it fits", {each.id: each.title for each in guidance.conditions}
    yield (
        "statement",
        "Framework statement",
        {
            f"{framework.id}.{each.id}": f"{framework.short}, {each.id}: {each.title}"
            for framework in guidance.frameworks
            for each in framework.statements
        },
    )
    yield "year", "Year", {str(year): str(year) for year in sorted({point.year for point in points}, reverse=True)}
    yield "tried", "How far it was tried", {str(rung): words for rung, words in TOLD.items()}
