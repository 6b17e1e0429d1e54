"""Draws what it takes to look for words among all learning points; a script shows it."""

from markupsafe import Markup

from circle_cli.site.drawing.collection import Collection

_BOX = Markup(
    '<div class="words" role="search" aria-label="Learning points" data-search-exclude="true" data-least="{}" hidden>'
    '<label for="words">Search for words</label>'
    '<input id="words" type="search" autocomplete="off" spellcheck="false">'
    "</div>"
)


def draw_box(collection: Collection) -> Markup:
    """Draw where the words are typed."""
    return _BOX.format(collection.settings.smallest_group) if collection.points else Markup("")
