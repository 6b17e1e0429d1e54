"""Which labels of a learning point the site tells: none that too few others have. Pure.

A learning point is meant to be read alone, and its words say what it is about; what must not be told is whose it was.
So a label that fewer than the smallest group share is told nowhere. What says where a learning point comes from (the
kind of services, whom it concerns, the year) goes by a stricter rule, since a colleague may know all three: they are
told only as far as enough others have all of the same. So whatever is asked of them, none or enough fit.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from circle_cli.guidance.records import Guidance, Theme
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.ladder import rung_of
from circle_cli.vocabulary import Outcome, Setting

Labels = Mapping[str, tuple[str, ...]]
"""By facet: the ids of all that a learning point is found by there."""

_ORIGIN = ("setting", "concerns", "year")
"""What says where a learning point comes from; the last is given up first."""

_Kind = tuple[tuple[str, ...], ...]


def labels_of(points: Sequence[LearningPoint], guidance: Guidance, least: int) -> Mapping[str, Labels]:
    """Give the labels that may be told, for each learning point, by its id."""
    every = [all_labels(point, guidance) for point in points]
    shared = Counter((facet, each) for labels in every for facet, ids in labels.items() for each in ids)
    origins = _alike([tuple(labels[facet] for facet in _ORIGIN) for labels in every], least)
    tried = _alike([(labels["tried"],) for labels in every], least)
    return {
        point.id: {
            **{facet: tuple(each for each in ids if shared[facet, each] >= least) for facet, ids in labels.items()},
            **_of(_ORIGIN, origin),
            **_of(("tried",), rung),
        }
        for point, labels, origin, rung in zip(points, every, origins, tried, strict=True)
    }


def all_labels(point: LearningPoint, guidance: Guidance) -> Labels:
    """Give every label, told or not: what belongs to both kinds of services is found by either."""

    def named(among: Sequence[Theme]) -> tuple[str, ...]:
        return tuple(theme.id for theme in among if theme.id in point.themes)

    both = (Setting.CHILDREN, Setting.ADULTS)
    return {
        "question": point.questions,
        "theme": named(guidance.themes),
        "concerns": named(guidance.concerns),
        "setting": both if point.setting is Setting.BOTH else (point.setting,),
        "conditions": named(guidance.conditions),
        "statement": tuple(dict.fromkeys(f"{each.framework}.{each.statement}" for each in point.frameworks)),
        "year": (str(point.year),),
        "tried": (rung_of(point),),
        "went": tuple(each for each in Outcome if any(trial.outcome is each for trial in point.tried)),
    }


def _of(facets: Sequence[str], told: _Kind) -> Labels:
    return {facet: told[place] if place < len(told) else () for place, facet in enumerate(facets)}


def _alike(kinds: Sequence[_Kind], least: int) -> list[_Kind]:
    """Tell of each kind as many of its parts as leave it `least` of the same: the first part first, the last least.

    Those of which no more is told are a group too: were they fewer, they could be counted by what is missing. So the
    smallest of the others joins them.
    """
    told: list[_Kind] = [()] * len(kinds)

    def part(among: Sequence[int], depth: int) -> None:
        found: dict[tuple[str, ...], list[int]] = {}
        for place in among:
            found.setdefault(kinds[place][depth], []).append(place)
        groups = sorted(found.values(), key=len)
        while groups and (len(groups[0]) < least or 0 < len(among) - sum(map(len, groups)) < least):
            del groups[0]
        for group in groups:
            for place in group:
                told[place] = kinds[place][: depth + 1]
            if depth + 1 < len(kinds[group[0]]):
                part(group, depth + 1)

    if kinds:
        part(range(len(kinds)), 0)
    return told
