"""Which learning points lie near each other, and why: shared themes first, a rare one before a common one. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LearningPoint
from circle_cli.vocabulary import Setting

MOST = 4
_THEME, _QUESTION = 3, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A learning point that lies near another; `why` says what they share, and in what they differ."""

    point: LearningPoint
    why: str


def related_of(points: Sequence[LearningPoint], guidance: Guidance) -> Mapping[str, tuple[Related, ...]]:
    """Give for each learning point, by its id, the nearest of those that share a theme with it; the best first."""
    titles = {theme.id: theme.title for theme in guidance.themes}
    by_theme: dict[str, list[int]] = defaultdict(list)
    for place, point in enumerate(points):
        for theme in titles.keys() & point.themes:
            by_theme[theme].append(place)
    worth = {theme: _THEME * (1 + log(len(points) / len(places))) for theme, places in by_theme.items()}
    return {
        point.id: tuple(
            Related(point=points[other], why=_why(point, points[other], titles))
            for other in _nearest(place, points, by_theme, worth)
        )
        for place, point in enumerate(points)
    }


def _nearest(
    place: int, points: Sequence[LearningPoint], by_theme: Mapping[str, Sequence[int]], worth: Mapping[str, float]
) -> list[int]:
    """Give the places of the nearest; of those that are equally near, the one that comes first among all."""
    near: Counter[int] = Counter()
    for theme in sorted(by_theme.keys() & points[place].themes):
        for other in by_theme[theme]:
            near[other] += worth[theme]  # type: ignore[assignment]  # a Counter adds up numbers of any kind
    del near[place]
    asked = set(points[place].questions)
    for other in near:
        near[other] += _QUESTION * len(asked.intersection(points[other].questions))
    return sorted(near, key=lambda other: (-near[other], other))[:MOST]


def _why(point: LearningPoint, other: LearningPoint, titles: Mapping[str, str]) -> str:
    shared = [titles[theme] for theme in point.themes if theme in titles and theme in other.themes]
    alike = point.setting is other.setting or Setting.BOTH in (point.setting, other.setting)
    setting = "same setting" if alike else "other setting"
    return f"Same {'themes' if len(shared) > 1 else 'theme'}: {', '.join(shared)}; {setting}"
