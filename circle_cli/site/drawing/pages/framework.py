"""Draws the page of all frameworks, and a page for each: its statements, and the learning points that speak to them."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup, escape

from circle_cli.guidance.records import Framework, FrameworkStatement
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import (
    FRAMEWORKS,
    Drawn,
    draw_day,
    draw_items,
    draw_link,
    draw_strip,
    framework_uri,
    joined,
    statement_anchor,
    uri_of,
)

_INTRO = "The frameworks that practice is set beside, and the learning points that speak to each of their statements."
_ALL = (
    "Social workers are asked to show how their practice meets frameworks like these. Here are their names and numbers "
    "only: the words of a framework are its publisher’s."
)
_LISTED = "Learning points stand under a statement when at least {} of them speak to it."
_UNCHECKED = "not checked"
_MARKED = f"A title marked “{_UNCHECKED}” has not been compared with the publisher’s own page yet."
_NO_LINK = "We found no page of the publisher’s that holds the whole of it."


def draw_frameworks(collection: Collection) -> Mapping[str, Drawn]:
    """Draw the pages of the frameworks, by the names by which MkDocs knows pages."""
    frameworks = collection.guidance.frameworks
    return {
        FRAMEWORKS: _all(collection),
        **{framework_uri(each.id): _framework(each, collection) for each in frameworks},
    }


def _all(collection: Collection) -> Drawn:
    items = draw_items(
        Markup("{} <small>{}</small>").format(
            draw_link(collection.link(framework_uri(each.id), FRAMEWORKS), _name(each)),
            Markup("{}. {}.").format(each.publisher, in_force(each, collection.settings.look.days)),
        )
        for each in collection.guidance.frameworks
    )
    return Drawn(
        html=Markup('<h1>Frameworks</h1><p>{}</p><ul class="near">{}</ul>').format(_ALL, items),
        meta={"title": Markup("Frameworks"), "description": escape(_INTRO)},
    )


def _framework(framework: Framework, collection: Collection) -> Drawn:
    here, title = framework_uri(framework.id), framework.title
    source = _NO_LINK if framework.link is None else draw_link(framework.link, f"{title}, on the publisher’s site")
    marked = not all(each.confirmed for each in framework.statements)
    html = Markup("<h1>{}</h1>{}<p>{}</p><p>{} {}</p>{}<p>{}</p>").format(
        _name(framework),
        draw_strip(
            (framework.publisher, f"Edition: {framework.edition}", in_force(framework, collection.settings.look.days))
        ),
        source,
        _LISTED.format(collection.settings.smallest_group),
        _MARKED if marked else "",
        _statements(framework, collection),
        draw_link(collection.link(FRAMEWORKS, here), "All frameworks"),
    )
    about = f"{_name(framework)}: its statements, and the learning points that speak to them."
    return Drawn(html=html, meta={"title": escape(framework.short), "description": escape(about)})


def _name(framework: Framework) -> str:
    return f"{framework.title} ({framework.short})"


def in_force(framework: Framework, days: str = "") -> Markup:
    """Say when a framework is in force, in words that stay true; where only the year of a day is known, the year.

    `days` is the language of days.
    """
    begins, ends = framework.valid_from, framework.valid_to
    since = Markup(" from {}").format(_day(begins, (1, 1), days)) if begins else ""
    until = Markup(" until {}").format(_day(ends, (31, 12), days)) if ends else "; no end date is known"
    return Markup("In force{}{}").format(since, until)


def _day(day: date, known_by_year: tuple[int, int], days: str) -> Markup | str:
    return str(day.year) if (day.day, day.month) == known_by_year else draw_day(day, days, weekday=False)


def _statements(framework: Framework, collection: Collection) -> Markup:
    """Draw the statements under their groups, in the order in which each group is first named."""
    groups = dict.fromkeys(each.group for each in framework.statements)
    return joined(
        Markup('<h2>{}</h2><ul class="statements">{}</ul>').format(
            group or "Statements",
            joined(_statement(each, framework, collection) for each in framework.statements if each.group == group),
        )
        for group in groups
    )


def _statement(statement: FrameworkStatement, framework: Framework, collection: Collection) -> Markup:
    found = collection.facets["statement"].find(f"{framework.id}.{statement.id}")
    here = framework_uri(framework.id)
    links = draw_items(
        draw_link(collection.link(uri_of(point), here), point.title) for point in (found.points if found else ())
    )
    return Markup('<li id="{}"><strong>{}</strong>{}{}</li>').format(
        statement_anchor(statement.id),
        f"{statement.id}: {statement.title}",
        "" if statement.confirmed else Markup(" <small>({})</small>").format(_UNCHECKED),
        Markup('<ul data-search-exclude="true">{}</ul>').format(links) if links else "",
    )
