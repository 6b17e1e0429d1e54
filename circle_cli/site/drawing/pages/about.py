"""What the pages about the site say of its publisher, from circle.yml: who it is, how to reach them, who read what.

Where circle.yml is silent they say so in words: a reader must not take a gap for an answer. How it is mended, whoever
publishes the site is told when it is built.
"""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup, escape

from circle_cli.points.record import LearningPoint
from circle_cli.settings import Contact, Settings
from circle_cli.site.drawing.drawn import draw_items, draw_link
from circle_cli.vocabulary import ReviewKind

PRIVACY = "privacy.md"

_READERS = {
    ReviewKind.SECOND: "The third step is taken by a second person, never by the author. The program does not show "
    "them the private account.",
    ReviewKind.SINGLE: "On this site the third step is taken by the author too: the person who keeps this learning "
    "log works alone, and no second person has read what is published, unless its page says so.",
}


_SOME_ALONE = " Of some learning points that is not so: their authors worked alone, and the page of each says so."


def privacy_marks(settings: Settings, points: Iterable[LearningPoint] = ()) -> Mapping[str, Markup]:
    """Give what stands in the place of each mark of the page on privacy, on a site with these learning points."""
    single = any(point.approval and point.approval.review is ReviewKind.SINGLE for point in points)
    except_some = _SOME_ALONE if single and settings.review is ReviewKind.SECOND else ""
    return {
        "publisher": draw_sentence("This site is published by {}.", settings.organisation, "who publishes this site"),
        "reader": Markup("<p>{}{}</p>").format(_READERS[settings.review], except_some),
        "group": Markup(
            "<p>A learning point is meant to be read alone. What must not be told is whose it was, and a label that "
            "hardly any other has could tell it. So:</p><ul>"
            "<li>A label that fewer than {least} learning points share (a theme, a question, a statement of a "
            "framework) stands nowhere on this site, and no list and no number is made of it.</li>"
            "<li>Which services a learning point comes from, whom it concerns and its year are told only as far as at "
            "least {others} others have all of the same. Of most learning points in a small collection no year is "
            "told.</li>"
            "<li>What can be chosen together in the list leaves at least {least} learning points, and takes away "
            "none or at least {least}, so that two numbers differ by no small one either; what would not is grey. "
            "Years and statements of a framework are no choices. Cards say nothing that could be counted to fewer; "
            "where words are looked for there may be fewer cards, and then they say no more than the title and what to "
            "try.</li></ul>"
            "<p>What this cannot do: somebody who opens every page can put the labels there together, two themes, or a "
            "theme and a question, and be left with one learning point; or count those that lack a label. They know "
            "then what its own words say, and no more. Somebody who kept an earlier copy of this site can see what has "
            "come since. The page of a learning point says how far it was tried, and in which years, however few "
            "others were. And nothing here helps if the words themselves tell who it was.</p>"
        ).format(least=settings.smallest_group, others=settings.smallest_group - 1),
        "contact": draw_contact(settings.contact),
    }


def draw_contact(contact: Contact) -> Markup:
    """List the ways to reach whoever publishes the site."""
    ways = tuple(_ways(contact))
    return Markup("<ul>{}</ul>").format(draw_items(ways)) if ways else draw_gap("how to reach them")


def _ways(contact: Contact) -> Iterator[Markup]:
    if contact.email:
        yield Markup("Email: {}").format(draw_link(f"mailto:{contact.email}", contact.email))
    if contact.telephone:
        yield Markup("Telephone: {}").format(contact.telephone)
    if contact.post:
        yield Markup("Post: {}").format(contact.post)


def draw_sentence(sentence: str, value: Markup | str, what: str) -> Markup:
    """Say something with a value out of circle.yml in it; or that it is not there."""
    if not value:
        return draw_gap(what)
    return Markup("<p>{}</p>").format(escape(sentence).format(value.rstrip(".")))


def draw_gap(what: str) -> Markup:
    """Say that the publisher does not say something."""
    return Markup('<p class="gap">The publisher of this site has not stated {}.</p>').format(what)


def unsaid(settings: Settings) -> tuple[str, ...]:
    """Give the keys of circle.yml without which the site leaves something open, in the order of its pages."""
    contact, accessibility = settings.contact, settings.accessibility
    said = {
        "organisation": settings.organisation,
        "address": settings.look.address,
        "contact: email": contact.email,
        "contact: telephone": contact.telephone,
        "contact: post": contact.post,
        "reply-within": settings.reply_within,
        "accessibility: problems": accessibility.problems is not None,
        "accessibility: written": accessibility.written,
        "accessibility: reviewed": accessibility.reviewed,
        "accessibility: tested-by": accessibility.tested_by,
    }
    return tuple(key for key, there in said.items() if not there)
