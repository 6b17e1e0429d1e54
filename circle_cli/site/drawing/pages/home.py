"""What the home page shows of the learning points: by question, by theme, the newest, and what others tried."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from circle_cli.site.drawing.circle import draw_circle
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import INDEX, NEWS, draw_items, draw_link, theme_uri, told, uri_of
from circle_cli.site.drawing.following.since import draw_since
from circle_cli.site.drawing.groups import Group
from circle_cli.site.drawing.pages.browse import NONE_YET, chosen_address
from circle_cli.site.drawing.pages.news import draw_tried

HOME = "index.md"
_NEWEST = 5

_WAYS = Markup(
    '<p class="beyond">Here you can <a href="#find-something-that-worked">find something that worked</a>, '
    '<a href="#tried-something-say-so-and-see-what-others-say">see how it went for others, and say how it went for '
    'you</a>, or <a href="#start-a-circle-with-your-team">start a circle with your team</a>.</p>'
)
"""To the parts of the page that most people come for: on a phone they are far below."""


def home_marks(collection: Collection) -> Mapping[str, Markup]:
    """Give what stands in the place of each mark of the home page, as one block of HTML without blank lines."""
    return {
        "ways": _WAYS,
        "circle": _circle(collection),
        "find": _find(collection),
        "tried": _tried(collection),
    }


def _circle(collection: Collection) -> Markup:
    counts = {group.id: group.count for group in _by_question(collection)}
    return draw_circle(
        collection.guidance.questions,
        page=lambda question: collection.link(f"questions/{question}.md", HOME),
        counts=counts,
        chosen=lambda question: chosen_address(collection, "question", question, HOME),
    )


def _by_question(collection: Collection) -> Sequence[Group]:
    offered = collection.choosable.get("question")
    return offered.groups if offered else ()


def _find(collection: Collection) -> Markup:
    """Draw the three ways in; how the first learning point is made, where there is none."""
    if not collection.points:
        return NONE_YET
    counted = "The numbers say how many learning points speak to it." if _by_question(collection) else ""
    return Markup(
        '<div data-search-exclude="true"><h3>By question</h3><p>Choose a part of the circle above. {}</p>'
        "<h3>By theme</h3>{}{}</div>"
    ).format(counted, _themes(collection), _newest(collection))


def _tried(collection: Collection) -> Markup:
    """Lead to what others said who tried one, and say how to tell."""
    begins = "an e-mail is begun for you" if collection.settings.contact.email else "there is a page to print"
    return Markup(
        "<p>A link below the title of each learning point leads to what others say who tried it, good and bad. There "
        "you can say that you tried it, too: {}. It helps others just as much when it did not work.</p>{}"
    ).format(begins, draw_tried(collection, HOME, _NEWEST))


def _themes(collection: Collection) -> Markup:
    shown = collection.facets["theme"].groups
    if not shown:
        return Markup("<p>Themes are listed here once enough learning points share one.</p>")
    items = draw_items(
        Markup("{} ({})").format(draw_link(collection.link(theme_uri(group.id), HOME), group.title), group.count)
        for group in shown
    )
    return Markup('<ul class="ways">{}</ul>').format(items)


def _newest(collection: Collection) -> Markup:
    """Draw the first few; as the newest, if their years may be told."""
    first = collection.points[:_NEWEST]
    heading = "The newest" if all(map(collection.year_of, first)) else "Some of them"
    items = draw_items(draw_link(collection.link(uri_of(point), HOME), point.title) for point in first)
    count = len(collection.points)
    more = Markup("{}, or {}").format(
        draw_link(collection.link(INDEX, HOME), f"All {told(count)}" if count > 1 else "All learning points"),
        draw_link(collection.link(NEWS, HOME), "what is new, and what others tried"),
    )
    return Markup('<h3>{}</h3><ul class="near">{}</ul><p>{}</p>{}').format(
        heading, items, more, draw_since(collection, HOME)
    )
