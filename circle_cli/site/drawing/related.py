"""Which learning points lie near each other, and why: shared themes first, a rare one before a common one. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.labels import Labels

MOST = 4
_THEME, _QUESTION = 3, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A learning point that lies near another; `why` says what they share, and in what they differ."""

    point: LearningPoint
    why: str


def related_of(
    points: Sequence[LearningPoint], guidance: Guidance, labels: Mapping[str, Labels]
) -> Mapping[str, tuple[Related, ...]]:
    """Give for each learning point, by its id, the nearest of those that share a theme with it; the best first.

    `labels` are those that may be told: what lies near by another would tell it all the same.
    """
    told = [labels[point.id] for point in points]
    titles = {theme.id: theme.title for theme in guidance.themes}
    by_theme: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(told):
        for theme in each["theme"]:
            by_theme[theme].append(place)
    worth = {theme: _THEME * (1 + log(len(points) / len(places))) for theme, places in by_theme.items()}
    return {
        point.id: tuple(
            Related(point=points[other], why=_why(told[place], told[other], titles))
            for other in _nearest(place, told, by_theme, worth)
        )
        for place, point in enumerate(points)
    }


def _nearest(
    place: int, told: Sequence[Labels], by_theme: Mapping[str, Sequence[int]], worth: Mapping[str, float]
) -> list[int]:
    """Give the places of the nearest; of those that are equally near, the one that comes first among all."""
    near: Counter[int] = Counter()
    for theme in sorted(told[place]["theme"]):
        for other in by_theme[theme]:
            near[other] += worth[theme]  # type: ignore[assignment]  # a Counter adds up numbers of any kind
    del near[place]
    asked = set(told[place]["question"])
    for other in near:
        near[other] += _QUESTION * len(asked.intersection(told[other]["question"]))
    return sorted(near, key=lambda other: (-near[other], other))[:MOST]


def _why(one: Labels, other: Labels, titles: Mapping[str, str]) -> str:
    shared = [titles[theme] for theme in one["theme"] if theme in other["theme"]]
    why = f"Same {'themes' if len(shared) > 1 else 'theme'}: {', '.join(shared)}"
    if not (one["setting"] and other["setting"]):
        return why
    return f"{why}; {'same' if set(one['setting']) & set(other['setting']) else 'other'} setting"
