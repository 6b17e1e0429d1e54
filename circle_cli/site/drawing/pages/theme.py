"""Draws the page of all themes, and a page for each: a theme that too few learning points share has none."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from circle_cli.site.drawing.card import cards_of, draw_cards
from circle_cli.site.drawing.chart import draw_chart
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, THEMES, Drawn, draw_link, theme_uri, told
from circle_cli.site.drawing.groups import Group, choices_of
from circle_cli.site.drawing.pages.browse import NONE_YET, chosen_address, is_offered

_INTRO = "What the learning points are about. Each theme has a page with all of its learning points."
_TOO_FEW = Markup(
    "<p>No theme can be listed yet. A theme comes here, with a page of its own, when at least {} learning points share "
    "it: a smaller group might show whose work it was. Each one that is shared brings it nearer.</p><p>{}</p>"
)


def draw_themes(collection: Collection) -> Mapping[str, Drawn]:
    """Draw the pages of the themes, by the names by which MkDocs knows pages."""
    shown = collection.facets["theme"].groups
    return {THEMES: _all(collection), **{theme_uri(group.id): _theme(group, collection) for group in shown}}


def _all(collection: Collection) -> Drawn:
    least, every = collection.settings.smallest_group, draw_link(collection.link(INDEX, THEMES), "All learning points")
    chart = draw_chart(
        collection.facets["theme"], address=lambda group: collection.link(theme_uri(group.id), THEMES), least=least
    )
    shown = Markup("{}<p>{}</p>").format(chart, every) if chart else _TOO_FEW.format(least, every)
    return Drawn(
        html=Markup("<h1>Themes</h1><p>{}</p>{}").format(_INTRO, shown if collection.points else NONE_YET),
        meta={"title": Markup("Themes"), "description": escape(_INTRO)},
    )


def _theme(group: Group, collection: Collection) -> Drawn:
    here = theme_uri(group.id)
    least = collection.settings.smallest_group
    beside = choices_of(group.points, collection.facets, least, ("setting", "theme"))
    choose = draw_link(chosen_address(collection, "theme", group.id, here), "choose from them")
    html = Markup('<h1>{}</h1><p>{}</p><div data-search-exclude="true">{}</div><p>{}</p>').format(
        group.title,
        Markup("{} about this theme.{}").format(
            told(group.count),
            Markup(" You can also {}.").format(choose) if is_offered(collection, "theme", group.id) else "",
        ),
        draw_cards(cards_of(group.points, collection, here, beside)),
        draw_link(collection.link(THEMES, here), "All themes"),
    )
    about = f"{group.title}: {told(group.count)} about this theme, from practice that went well."
    return Drawn(html=html, meta={"title": escape(group.title), "description": escape(about)})
