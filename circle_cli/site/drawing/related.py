"""Which learning points lie near each other, and why: shared themes first, a rare one before a common one. Pure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

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
    alike: dict[_Shared, list[int]] = defaultdict(list)
    for place, each in enumerate(told):
        alike[_shared(each)].append(place)
    by_theme: dict[str, list[_Shared]] = defaultdict(list)
    for shared in alike:
        for theme in shared.themes:
            by_theme[theme].append(shared)
    worth = {
        theme: _THEME * (1 + log(len(points) / sum(len(alike[shared]) for shared in found)))
        for theme, found in by_theme.items()
    }
    nearest = {shared: _nearest(shared, alike, by_theme, worth) for shared in alike}
    places = {point.id: place for place, point in enumerate(points)}
    return _Near(points=points, places=places, told=told, titles=titles, nearest=nearest)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near(Mapping[str, tuple[Related, ...]]):
    """What lies near each, told when it is asked for: what it rests on is the same for many, and takes little room."""

    points: Sequence[LearningPoint]
    places: Mapping[str, int]
    told: Sequence[Labels]
    titles: Mapping[str, str]
    nearest: "Mapping[_Shared, Sequence[int]]"

    def __getitem__(self, id_: str) -> tuple[Related, ...]:
        place, told = self.places[id_], self.told
        others = [other for other in self.nearest[_shared(told[place])] if other != place][:MOST]
        return tuple(
            Related(point=self.points[other], why=_why(told[place], told[other], self.titles)) for other in others
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


class _Shared(NamedTuple):
    """What brings learning points near each other; many have the very same, and so are equally near to any."""

    themes: frozenset[str]
    questions: frozenset[str]


def _shared(labels: Labels) -> _Shared:
    return _Shared(frozenset(labels["theme"]), frozenset(labels["question"]))


def _nearest(
    own: _Shared,
    alike: Mapping[_Shared, Sequence[int]],
    by_theme: Mapping[str, Sequence[_Shared]],
    worth: Mapping[str, float],
) -> list[int]:
    """Give the places of the nearest, one more than are wanted: of those equally near, the first among all."""
    near: dict[_Shared, float] = defaultdict(float)
    for theme in sorted(own.themes):
        for other in by_theme[theme]:
            near[other] += worth[theme]
    by_worth: dict[float, list[int]] = defaultdict(list)
    for other, so_far in near.items():
        by_worth[so_far + _QUESTION * len(own.questions & other.questions)] += alike[other][: MOST + 1]
    found: list[int] = []
    for each in sorted(by_worth, reverse=True):
        if len(found) > MOST:
            break
        found += sorted(by_worth[each])
    return found[: MOST + 1]


def _why(one: Labels, other: Labels, titles: Mapping[str, str]) -> str:
    shared = [titles[theme] for theme in one["theme"] if theme in other["theme"]]
    why = f"Same {'themes' if len(shared) > 1 else 'theme'}: {', '.join(shared)}"
    if not (one["setting"] and other["setting"]):
        return why
    return f"{why}; {'same' if set(one['setting']) & set(other['setting']) else 'other'} setting"
