"""By what learning points can be chosen from: question, theme, setting, year, and how far each was tried. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LearningPoint, Setting
from circle_cli.site.drawing.drawn import SETTINGS, TOLD

LEAST = 5
"""Of how many learning points a site says that they have something in common: a smaller group may point to somebody."""

_TRIED = {False: "one-account", True: "by-others"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose learning points by, and how many have it."""

    id: str
    title: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to look at them."""

    id: str
    title: str
    choices: tuple[Choice, ...]


def marks_of(point: LearningPoint) -> Mapping[str, tuple[str, ...]]:
    """Give what a point is found by, for each facet: what belongs to both kinds of services is found by either."""
    both = (Setting.CHILDREN, Setting.ADULTS)
    return {
        "question": point.questions,
        "theme": point.themes,
        "setting": both if point.setting is Setting.BOTH else (point.setting,),
        "year": (str(point.year),),
        "tried": (_TRIED[bool(point.tried)],),
    }


def facets_of(points: Sequence[LearningPoint], guidance: Guidance, least: int = LEAST) -> tuple[Facet, ...]:
    """Give what there is to choose from: no choice that fewer than `least` have, and none that all have."""
    counts = Counter((facet, each) for point in points for facet, found in marks_of(point).items() for each in found)
    facets = (
        Facet(
            id=facet,
            title=title,
            choices=tuple(
                Choice(id=each, title=words, count=counts[facet, each])
                for each, words in titles.items()
                if least <= counts[facet, each] < len(points)
            ),
        )
        for facet, title, titles in _titles(points, guidance)
    )
    return tuple(facet for facet in facets if facet.choices)


def _titles(points: Sequence[LearningPoint], guidance: Guidance) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Give every facet and all that it may hold, in the order in which they are shown."""
    yield "question", "Question of the circle", {each.id: each.title for each in guidance.questions}
    yield "theme", "Theme", {each.id: each.title for each in guidance.themes}
    yield "setting", "Setting", {each: SETTINGS[each] for each in (Setting.CHILDREN, Setting.ADULTS)}
    yield "year", "Year", {str(year): str(year) for year in sorted({point.year for point in points}, reverse=True)}
    yield "tried", "How far it was tried", {_TRIED[others]: words for others, words in TOLD.items()}
