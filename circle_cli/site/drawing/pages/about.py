"""What the pages about the site say of its publisher, from circle.yml: who it is, how to reach them, who read what.

Where circle.yml is silent they say that, and how it is mended: a reader must not take a gap for an answer.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from circle_cli.settings import Contact, Settings
from circle_cli.site.drawing.drawn import draw_items, draw_link
from circle_cli.vocabulary import ReviewKind

PRIVACY = "privacy.md"

_READERS = {
    ReviewKind.SECOND: "The third step is taken by a second person, never by the author. The program does not show "
    "them the private account.",
    ReviewKind.SINGLE: "On this site the third step is taken by the author too: the person who keeps this learning "
    "log works alone, and no second person has read what is published.",
}


def privacy_marks(settings: Settings) -> Mapping[str, Markup]:
    """Give what stands in the place of each mark of the page on privacy."""
    return {
        "publisher": draw_sentence(
            "This site is published by {}.", settings.organisation, "who publishes this site", "organisation"
        ),
        "reader": Markup("<p>{}</p>").format(_READERS[settings.review]),
        "group": Markup(
            "<p>Where fewer than {} learning points have something in common, such as a theme or a year, the site "
            "makes no list of them and gives no number: if only one or two teams could have written something, even a "
            "number might point at them. Somebody who reads every page could still count.</p>"
        ).format(settings.smallest_group),
        "contact": draw_contact(settings.contact),
    }


def draw_contact(contact: Contact) -> Markup:
    """List the ways to reach whoever publishes the site."""
    ways = tuple(_ways(contact))
    return Markup("<ul>{}</ul>").format(draw_items(ways)) if ways else draw_gap("how to reach them", "contact")


def _ways(contact: Contact) -> Iterator[Markup]:
    if contact.email:
        yield Markup("Email: {}").format(draw_link(f"mailto:{contact.email}", contact.email))
    if contact.telephone:
        yield Markup("Telephone: {}").format(contact.telephone)
    if contact.post:
        yield Markup("Post: {}").format(contact.post)


def draw_sentence(sentence: str, value: str, what: str, key: str) -> Markup:
    """Say something with a value out of circle.yml in it; or that it is not there."""
    if not value:
        return draw_gap(what, key)
    return Markup("<p>{}</p>").format(sentence.format(value.rstrip(".")))


def draw_gap(what: str, key: str) -> Markup:
    """Say that circle.yml does not say something, and which key would."""
    return Markup(
        '<p class="gap">Not filled in yet by the publisher of this site: {} '
        "(<code>{}</code> in <code>circle.yml</code>).</p>"
    ).format(what, key)
