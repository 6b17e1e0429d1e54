"""All that the pages of the learning points are drawn from, gathered once."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from circle_cli.guidance.records import Guidance
from circle_cli.points.folder import Published
from circle_cli.points.record import LearningPoint
from circle_cli.settings import Settings
from circle_cli.site.drawing.groups import Facet, choices_of, facets_of, offered_of
from circle_cli.site.drawing.labels import Labels, labels_of
from circle_cli.site.drawing.render import first_sentence

Link = Callable[[str, str], str]
"""Gives the address of one page of the site as seen from another."""


@dataclass(frozen=True, kw_only=True)
class Collection:
    """The published learning points, what they speak to, and what holds for every page of them.

    `this_year` is the year in which the site is built.
    """

    published: Published
    guidance: Guidance
    settings: Settings
    this_year: int
    link: Link
    offered: Set[str] = frozenset()
    """What there is to print and to fill in, by its places on the site."""
    same: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By its id: the ids of those that say the same, as an editor says."""

    @cached_property
    def points(self) -> tuple[LearningPoint, ...]:
        """The learning points, the newest first as far as their years are told: of a year's, by title."""
        order = sorted(
            self.published.points, key=lambda point: (-(self.year_of(point) or 0), point.title.casefold(), point.id)
        )
        return tuple(order)

    def same_as(self, point: LearningPoint) -> tuple[LearningPoint, ...]:
        """Give those that say the same as one, of those that are there."""
        others = self.same.get(point.id, frozenset())
        return tuple(each for each in self.points if each.id in others) if others else ()

    @cached_property
    def labels(self) -> Mapping[str, Labels]:
        """What may be told of each, by its id."""
        return labels_of(self.published.points, self.guidance, self.settings.smallest_group)

    def year_of(self, point: LearningPoint) -> int | None:
        """Give the year of one, if it may be told."""
        return next(map(int, self.labels[point.id]["year"]), None)

    @cached_property
    def last_told(self) -> int:
        """The last year that is told of any, or of a report on it; where there is none, that of the build."""
        told = (
            year
            for point in self.points
            for year in (self.year_of(point), *(trial.year for trial in point.trials))
            if year
        )
        return max(told, default=self.this_year)

    @cached_property
    def facets(self) -> Mapping[str, Facet]:
        """What they have in common, by facet."""
        return facets_of(self.points, self.guidance, self.labels)

    @cached_property
    def choices(self) -> Mapping[str, Facet]:
        """What of that cards may tell beside each other."""
        return choices_of(self.points, self.facets, self.settings.smallest_group)

    @cached_property
    def choosable(self) -> Mapping[str, Facet]:
        """What of that can be chosen by, in the order in which it is shown."""
        return offered_of(self.facets, len(self.points), self.settings.smallest_group)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each in the list of all, by its id."""
        return {point.id: place for place, point in enumerate(self.points)}

    @cached_property
    def sentences(self) -> Mapping[str, str]:
        """What to try in a sentence, by the id of each: its card stands on several pages."""
        return {point.id: first_sentence(point.parts["what-to-try"]) for point in self.points}

    def marks_of(self, point: LearningPoint, choices: Mapping[str, Facet]) -> Labels:
        """Give which of some choices one fits."""
        return {
            name: tuple(group.id for group in facet.groups if group.id in self.labels[point.id][name])
            for name, facet in choices.items()
        }
