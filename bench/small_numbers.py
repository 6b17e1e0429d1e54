"""Prints how many combinations of a site's choices leave few learning points: `python bench/small_numbers.py`.

Before: every label that the smallest group shares is a choice. After: what the cards tell. One choice from each
heading; the learning points are those of the demo, and more of the same.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))
from invented_points import invented_points

from circle_cli.guidance.pages import load_guidance
from circle_cli.settings import LEAST
from circle_cli.site.drawing.groups import choices_of, facets_of
from circle_cli.site.drawing.labels import all_labels, labels_of

Choices = Sequence[tuple[str, frozenset[str]]]
"""The heading of each choice, and the ids of the learning points that it leaves."""

ROW = "{:>6} {:6} {:>8} {:>14} {:>18} {:>22}"


def main() -> None:
    """Print a table: for each size of a site, pairs and triples, before and after."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=(60, 300, 1000), help="how many learning points")
    print(ROW.format("points", "", "choices", "combinations", "leave exactly one", f"leave one to {LEAST - 1}"))
    for size in parser.parse_args().sizes:
        for when, choices in (("before", _before(size)), ("after", _after(size))):
            for together in (2, 3):
                print(ROW.format(size, when, len(choices), *_shares(choices, together)))


def _before(size: int) -> Choices:
    guidance, found = load_guidance(), dict[tuple[str, str], set[str]]()
    for point in invented_points(size):
        for facet, ids in all_labels(point, guidance).items():
            for each in ids:
                found.setdefault((facet, each), set()).add(point.id)
    return [(facet, frozenset(ids)) for (facet, _), ids in found.items() if len(ids) >= LEAST]


def _after(size: int) -> Choices:
    guidance, points = load_guidance(), list(invented_points(size))
    choices = choices_of(points, facets_of(points, guidance, labels_of(points, guidance, LEAST)), LEAST)
    return [
        (facet.id, frozenset(point.id for point in group.points))
        for facet in choices.values()
        for group in facet.groups
    ]


def _shares(choices: Choices, together: int) -> tuple[str, str, str]:
    left = list(_left(choices, together))
    few = [count for count in left if 0 < count < LEAST]
    return f"{len(left)}", _share(few.count(1), len(left)), _share(len(few), len(left))


def _left(choices: Choices, together: int) -> Iterator[int]:
    for chosen in combinations(choices, together):
        if len({heading for heading, _ in chosen}) == together:
            yield len(frozenset.intersection(*(ids for _, ids in chosen)))


def _share(few: int, all_: int) -> str:
    return f"{few} ({few / all_:.0%})" if all_ else "none"


if __name__ == "__main__":
    main()
