"""Draws a learning point's own page, and the notice for one that was taken back.

A learning point is fields, not a page: its words never go through MkDocs' own Markdown.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from circle_cli.guidance.records import Theme
from circle_cli.points.record import PARTS, LearningPoint, StatementLink, Withdrawn
from circle_cli.site.drawing.answering.ways import draw_answers, draw_handouts, draw_name, draw_own
from circle_cli.site.drawing.card import facts_of
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import (
    INDEX,
    Drawn,
    draw_items,
    draw_link,
    draw_strip,
    filled,
    framework_uri,
    joined,
    statement_anchor,
    theme_uri,
    uri_of,
)
from circle_cli.site.drawing.ladder import draw_ladder
from circle_cli.site.drawing.pages.kit import FORM
from circle_cli.site.drawing.related import Related
from circle_cli.site.drawing.render import TooDeepError, render_text
from circle_cli.vocabulary import ReviewKind

_READ = {
    ReviewKind.SECOND: "Before it was published, a second person read it without being shown the private account, with "
    "one question in mind: could anybody tell who it is about?",
    ReviewKind.SINGLE: "Its author works alone: no second person has read it.",
}
_TO_TELLING = Markup('<p class="beyond"><a href="#tried">Tried it? How it went, and how to tell</a></p>')
_MIND = "It rests on an account of practice, not on research. Think about whether it fits where you are."


def _kind(point: LearningPoint) -> ReviewKind:
    """Give how it was read, as its signed approval says; whatever does not say so is not given more than it has."""
    return (point.approval and point.approval.review) or ReviewKind.SINGLE


def _wording(point: LearningPoint) -> str:
    if point.revision == 1:
        return ""
    return f" It was revised since it was first published; this is wording {point.revision}, read and approved anew."


def draw_point(point: LearningPoint, collection: Collection, related: Sequence[Related]) -> Drawn:
    """Draw a learning point's page.

    Raises:
        CircleError: a text cannot be shown; file and line are named.
    """
    here, guidance = uri_of(point), collection.guidance
    says = joined(
        (
            filled("<h1>{}</h1>", point.title),
            draw_strip(
                facts_of(
                    collection.labels[point.id],
                    (*guidance.concerns, *guidance.themes, *guidance.conditions),
                    lambda theme: _theme(theme, here, collection),
                )
            ),
            _TO_TELLING,
            *(
                filled('<h2 id="{}">{}</h2>{}', key, heading, _part(point, key, collection))
                for key, heading in PARTS.items()
            ),
            _same(point, here, collection),
            draw_ladder(point, draw_answers(point, collection)),
            filled('<p class="origin">{} {}{}</p>', _MIND, _READ[_kind(point)], _wording(point)),
            draw_name(point),
        )
    )
    beyond = joined(
        (
            _speaks_to(point, collection),
            _related(related, here, collection),
            _next(point, here, collection),
            filled("<p>{}</p>", draw_link(collection.link(INDEX, here), "All learning points")),
        )
    )
    html = filled('{}<div class="beyond">{}</div>', says, beyond)
    about = f"{point.title}: what to try, why it seems to work, where it may not fit, how to do it, what it rests on."
    return Drawn(html=html, meta={"title": escape(point.title), "description": escape(about)}, lean=True)


def _theme(theme: Theme, here: str, collection: Collection) -> Markup | str:
    """Lead to the theme's page; whom it concerns, and how widely it fits, have none."""
    shown = collection.facets["theme"].find(theme.id)
    return draw_link(collection.link(theme_uri(theme.id), here), theme.title) if shown else theme.title


def _part(point: LearningPoint, key: str, collection: Collection) -> Markup:
    try:
        return render_text(point.parts[key])
    except TooDeepError as error:
        wrong = "lists nested more deeply than can be shown"
        raise collection.published.problem(point, key, wrong, do="make them simpler") from error


def draw_notice(notice: Withdrawn, collection: Collection) -> Drawn:
    """Draw what stands in the place of a learning point that was taken back."""
    html = filled(
        "<h1>Taken back</h1><p>{}</p><p>{}</p>",
        f"This learning point was taken back in {notice.year}. Its text is no longer here.",
        draw_link(collection.link(INDEX, uri_of(notice)), "All learning points"),
    )
    title = Markup("Taken back")
    about = Markup("This learning point was taken back.")
    return Drawn(html=html, meta={"title": title, "description": about, "search": {"exclude": True}}, lean=True)


def _same(point: LearningPoint, here: str, collection: Collection) -> Markup:
    """Lead to those that say the same; whoever looks for their titles finds this one too."""
    items = draw_items(draw_link(collection.link(uri_of(each), here), each.title) for each in collection.same_as(point))
    return filled('<h2 id="same">Others came to the same</h2><ul>{}</ul>', items) if items else Markup("")


def _speaks_to(point: LearningPoint, collection: Collection) -> Markup:
    guidance, labels = collection.guidance, collection.labels[point.id]
    questions = [
        draw_link(collection.link(f"questions/{question.id}.md", uri_of(point)), question.title)
        for question in guidance.questions
        if question.id in labels["question"]
    ]
    statements = [
        _statement(each, uri_of(point), collection)
        for each in point.frameworks
        if f"{each.framework}.{each.statement}" in labels["statement"]
    ]
    items = draw_items([*questions, *statements])
    return filled('<h2 id="speaks-to">What it speaks to</h2><ul>{}</ul>', items) if items else Markup()


def _statement(wanted: StatementLink, here: str, collection: Collection) -> Markup:
    framework = next(each for each in collection.guidance.frameworks if each.id == wanted.framework)
    title = next(each.title for each in framework.statements if each.id == wanted.statement)
    address = f"{collection.link(framework_uri(framework.id), here)}#{statement_anchor(wanted.statement)}"
    return draw_link(address, f"{framework.short}, {wanted.statement}: {title}")


def _related(related: Sequence[Related], here: str, collection: Collection) -> Markup:
    items = draw_items(
        filled("{} <small>{}</small>", draw_link(collection.link(uri_of(each.point), here), each.point.title), each.why)
        for each in related
    )
    return filled('<h2 id="related">Others like it</h2><ul class="near">{}</ul>', items) if items else Markup("")


def _next(point: LearningPoint, here: str, collection: Collection) -> Markup:
    """Say what a reader could do now: ask the same of their own team, or write their own."""
    told = collection.labels[point.id]["question"]
    question = next((each for each in collection.guidance.questions if each.id in told[:1]), None)
    running = draw_link(collection.link("running.md", here), "Running a session")
    team = filled(
        "Take {} to your team{}. {} says how such an hour goes.",
        "this question" if question else "it",
        filled(": {}", draw_link(collection.link(f"questions/{question.id}.md", here), question.title))
        if question
        else "",
        running,
    )
    own = filled(
        "Write your own: {}, or type <code>circle reflect --quick</code>. It takes five minutes.",
        draw_link(collection.link("modes/individual.md", here), "think of something that went well this week"),
    )
    return filled(
        '<h2 id="next">What you could do with it</h2><ul>{}</ul>',
        draw_items([*draw_handouts(point, collection), team, *draw_own(point, collection, FORM), own]),
    )
