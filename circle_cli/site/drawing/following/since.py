"""What a browser needs to show somebody what is new to them, and to nobody else: `assets/since.js` does the rest.

It goes by which learning points there are, so that nothing has a date.
"""

from markupsafe import Markup

from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX

IDS = f"{POINTS_FOLDER}/ids.js"
"""All ids, as the list has them: a script, so that a page that was opened from a folder can load it too."""

_SINCE = Markup(
    '<section class="since" id="since" aria-label="New to you" data-ids="{ids}" data-search-exclude="true" hidden>'
    '<p class="since__said" aria-live="polite"></p><ul hidden></ul>'
    '<p class="since__more" hidden><a href="{every}#since">Look at them in the list</a></p>'
    '<p class="since__ways"><button type="button">Show me what is new next time</button>'
    '<button type="button">I have looked</button><button type="button">Forget what I have seen</button></p>'
    "</section>"
)


def draw_since(collection: Collection, here: str) -> Markup:
    """Draw what is shown once the script has looked; nothing where there is no learning point."""
    if not collection.points:
        return Markup()
    return _SINCE.format(ids=collection.link(IDS, here), every=collection.link(INDEX, here))


def ids_of(collection: Collection) -> str:
    """Give the script, in the order of the list, which tells no more than that does."""
    return f'circleIds("{" ".join(point.id for point in collection.points)}")\n'
