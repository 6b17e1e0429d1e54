"""What the pages of the learning points share: a drawn page, its name, its links, and the strip of a point's facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from circle_cli.guidance.records import Guidance
from circle_cli.points.folder import FOLDER
from circle_cli.points.record import LearningPoint, Setting, Withdrawn

INDEX = f"{FOLDER}/index.md"
Link = Callable[[str, str], str]
"""Gives the address of one page of the site as seen from another."""

SETTINGS = {
    Setting.CHILDREN: "Children’s services",
    Setting.ADULTS: "Adults’ services",
    Setting.BOTH: "Children’s and adults’ services",
}
TOLD = {False: "One account so far", True: "Tried by others"}
"""How far it was tried, by whether anybody else did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page that is finished; `meta`, too, is safe to put into HTML as it is."""

    html: Markup
    meta: dict[str, Markup | dict[str, bool]]


def uri_of(point: LearningPoint | Withdrawn) -> str:
    """Name the page of a learning point, as MkDocs names pages."""
    return f"{FOLDER}/{point.id}.md"


def draw_facts(point: LearningPoint, guidance: Guidance) -> Markup:
    """Draw what a point is about, always in the same order."""
    themes = [theme.title for theme in guidance.themes if theme.id in point.themes]
    facts = [SETTINGS[point.setting], *themes, str(point.year), TOLD[bool(point.tried)]]
    return Markup('<ul class="facts" data-search-exclude="true">{}</ul>').format(draw_items(facts))


def draw_items(words: Iterable[str]) -> Markup:
    """Draw words as the items of a list."""
    return Markup("").join(Markup("<li>{}</li>").format(each) for each in words)
