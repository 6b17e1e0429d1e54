"""What a reader can do from a learning point's page: tell how it went, suggest words, share one, take it to a team.

Where circle.yml says to whom, an e-mail begins with all filled in that can be; where it does not, there is a page to
print. A `mailto:` address is all it takes: nothing is asked of another place, and no script runs.
"""

from collections.abc import Iterator

from markupsafe import Markup

from circle_cli.aloud.words import aloud
from circle_cli.points.by_email.letters import Letter, address_of
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import draw_items, draw_link, filled, uri_of

_FOLDER = "kit"
_SHEET = "kit/recording-sheet.html"
_PRIVATE = "Who you are is not kept. Please leave out names, places and dates."


def handout_of(point: LearningPoint, kind: str) -> str:
    """Name the one page on which a learning point goes to a team, as `html` or `docx`."""
    return f"{_FOLDER}/{point.id}.{kind}"


def slip_of(point: LearningPoint) -> str:
    """Name the page to print on which somebody tells how it went."""
    return f"{_FOLDER}/{point.id}-tried.html"


def draw_answers(point: LearningPoint, collection: Collection) -> Markup:
    """Draw how to tell how it went, and how to say better words."""
    ways = draw_items(_telling(point, collection))
    return filled('<ul class="answers">{}</ul><p class="answers">{}</p>', ways, _PRIVATE) if ways else Markup("")


def draw_name(point: LearningPoint) -> Markup:
    """Draw the id in words, for a telephone or for paper, and for whoever has the program."""
    return filled(
        '<p id="its-name"><small>By telephone or on paper, its name is <code>{}</code>. '
        "Whoever has the program can type <code>circle tried {}</code>.</small></p>",
        aloud(point.id),
        f"{point.id} --wording {point.revision}" if point.revision > 1 else point.id,
    )


def _telling(point: LearningPoint, collection: Collection) -> Iterator[Markup]:
    """Give the ways to tell."""
    to, slip = collection.settings.contact.email, slip_of(point)
    if to:
        tried = draw_link(address_of(Letter.TRIED, point, to), "I tried this")
        yield filled("{}: an e-mail is begun for you; tick how it went, and add a few words.", tried)
        better = draw_link(address_of(Letter.BETTER, point, to), "Suggest better words")
        yield filled("{}: an e-mail, too, if something here could be clearer.", better)
    elif slip in collection.offered:
        tried = draw_link(collection.link(slip, uri_of(point)), "I tried this")
        yield filled("{}: a page to print, with room for better words.", tried)


def draw_own(point: LearningPoint, collection: Collection, form: str) -> Iterator[Markup]:
    """Give the ways to share one of one's own; `form` is where the page to reflect on may lie."""
    here, to = uri_of(point), collection.settings.contact.email
    if to:
        yield filled(
            "{}: an e-mail with three questions.", draw_link(address_of(Letter.OWN, point, to), "Share one of yours")
        )
    elif _SHEET in collection.offered:
        sheet = draw_link(collection.link(_SHEET, here), "Share one of yours")
        yield filled("{}: a sheet to print.", sheet)
    if form in collection.offered:
        reflect = draw_link(collection.link(form, here), "Reflect here")
        yield filled("{}: the eight questions in your browser, which sends nothing.", reflect)


def draw_handouts(point: LearningPoint, collection: Collection) -> Iterator[Markup]:
    """Offer the one page for a team, as it can be read, printed, and typed in."""
    page, word = handout_of(point, "html"), handout_of(point, "docx")
    if {page, word} <= collection.offered:
        yield filled(
            "{}: one page to print, with three questions; {}.",
            draw_link(collection.link(page, uri_of(point)), "Take it to your team"),
            draw_link(collection.link(word, uri_of(point)), "the same for Word"),
        )
