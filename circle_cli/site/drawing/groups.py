"""What learning points have in common: by question, theme, whom they concern, and all else there is to find them by.

Every count, choice, page, chart and feed of the site is made of these groups, and these of the labels that may be told
(`labels.py`). What cards may tell beside each other is less. Pure.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.drawn import SETTINGS
from circle_cli.site.drawing.labels import Labels, all_labels
from circle_cli.site.drawing.ladder import TOLD, WENT
from circle_cli.vocabulary import Setting

CHOSEN_BY = ("setting", "theme", "question", "tried", "went", "concerns", "conditions")
"""The facets to choose by, in the order in which they are shown.

Neither years nor statements are among them: they tell when and by whom, and little of what a learning point is about.
"""

TOLD_BY = ("setting", "question", "theme", "concerns", "conditions", "tried")
"""What cards may tell beside each other, the first first: a later one has to fit those before it."""


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


def facets_of(points: Sequence[LearningPoint], guidance: Guidance, labels: Mapping[str, Labels]) -> Mapping[str, Facet]:
    """Give every facet, by its id, in the order in which they are shown; `labels` are those that may be told."""
    found: dict[tuple[str, str], list[LearningPoint]] = {}
    hidden: set[str] = set()
    for point in points:
        for facet, ids in all_labels(point, guidance).items():
            hidden |= {facet} if labels[point.id][facet] != ids else set()
            for each in labels[point.id][facet]:
                found.setdefault((facet, each), []).append(point)
    return {
        facet: Facet(
            id=facet,
            title=title,
            groups=tuple(
                Group(id=each, title=words, points=tuple(found[facet, each]))
                for each, words in titles.items()
                if (facet, each) in found
            ),
            rest=facet in hidden,
        )
        for facet, title, titles in _titles(points, guidance)
    }


def choices_of(
    points: Sequence[LearningPoint], facets: Mapping[str, Facet], least: int, among: Sequence[str] = TOLD_BY
) -> Mapping[str, Facet]:
    """Give of some facets what can be told together: whatever is looked for, one of each, none or `least` fit.

    What with that before it would leave fewer is not told, nor what is left over. The facets come in
    their own order.
    """
    bit = {point.id: 1 << place for place, point in enumerate(points)}
    cells, offered = {(1 << len(points)) - 1}, {}
    for name in among:
        masks = ((group, _mask(group, bit)) for group in facets[name].groups)
        fit = [(group, mask) for group, mask in masks if mask and _none_small(cells, mask, least)]
        if len(fit) < min(2, len(facets[name].groups)):
            fit = []  # one alone would tell how many are of the other
        offered[name] = replace(facets[name], groups=tuple(group for group, _ in fit))
        cells |= {cell & mask for cell in cells for _, mask in fit if cell & mask}
    return {name: offered[name] for name in facets if name in offered}


def offered_of(facets: Mapping[str, Facet], everybody: int, least: int) -> Mapping[str, Facet]:
    """Give what can be chosen by itself: enough fit, and enough do not. Which go together, `together.js` sees to."""

    def parts(group: Group) -> bool:
        return least <= group.count <= everybody - least

    return {
        name: replace(facets[name], groups=tuple(filter(parts, facets[name].groups)))
        for name in CHOSEN_BY
        if any(map(parts, facets[name].groups))
    }


def _mask(group: Group, bit: Mapping[str, int]) -> int:
    mask = 0
    for point in group.points:
        mask |= bit.get(point.id, 0)
    return mask


def _none_small(cells: Iterable[int], mask: int, least: int) -> bool:
    return all(not 0 < (cell & mask).bit_count() < least for cell in cells)


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
    yield "went", "How it went for others", {str(outcome): words for outcome, words in WENT.items()}
