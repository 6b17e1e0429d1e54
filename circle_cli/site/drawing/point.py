"""Draws learning points: a page for each, a notice for each that was taken back, and the page to choose from them all.

They are fields, not pages: their words never go through MkDocs' own Markdown.
"""

from markupsafe import Markup, escape

from circle_cli.guidance.records import Guidance
from circle_cli.points.folder import Published
from circle_cli.points.record import PARTS, LearningPoint, Outcome, Statement, Trial, Withdrawn
from circle_cli.site.drawing.browse import draw_browse
from circle_cli.site.drawing.drawn import INDEX, Drawn, Link, draw_facts, draw_items, uri_of
from circle_cli.site.drawing.render import render_text

_WENT = {Outcome.WORKED: "it worked", Outcome.PARTLY: "it worked in part", Outcome.NOT: "it did not work"}
_READ = {
    None: "Before it was published, somebody read it with one question in mind: could anybody tell who it is about?",
    True: "Before it was published, a second person, who did not know the story, read it with one question in mind: "
    "could anybody tell who it is about?",
    False: "Its author works alone: no second person has read it.",
}
_MIND = "It rests on an account of practice, not on research. Think about whether it fits where you are."


def draw_points(
    published: Published, guidance: Guidance, link: Link, *, second_reader: bool | None = None
) -> dict[str, Drawn]:
    """Draw the page to choose from, every learning point, and every notice, by their names.

    `second_reader` tells whether somebody other than the author read them; None where nobody can say.

    Raises:
        CircleError: a theme or statement is not known, or a text cannot be shown; file and line are named.
    """
    _refuse_unknown(published, guidance)
    newest_first = sorted(published.points, key=lambda point: (-point.year, point.title.casefold(), point.id))
    drawn = {INDEX: draw_browse(newest_first, guidance, link, second_reader)}
    for point in newest_first:
        drawn[uri_of(point)] = _point(point, published, guidance, link, second_reader)
    for notice in published.withdrawn:
        drawn[uri_of(notice)] = _notice(notice, link)
    return drawn


def _refuse_unknown(published: Published, guidance: Guidance) -> None:
    themes = {theme.id for theme in guidance.themes}
    statements = {(each.id, statement.id) for each in guidance.frameworks for statement in each.statements}
    for point in published.points:
        if not themes.issuperset(point.themes):
            raise published.problem(point, "themes", "names a theme that the guidance does not know; see themes.yml")
        if not statements.issuperset((each.framework, each.statement) for each in point.frameworks):
            wrong = "names a framework or a statement that the guidance does not know; see guidance/frameworks"
            raise published.problem(point, "frameworks", wrong)


def _point(
    point: LearningPoint, published: Published, guidance: Guidance, link: Link, second_reader: bool | None
) -> Drawn:
    parts = Markup("").join(
        Markup('<h2 id="{}">{}</h2>{}').format(key, heading, _part(point, key, published))
        for key, heading in PARTS.items()
    )
    html = Markup("<h1>{}</h1>{}{}{}{}{}").format(
        point.title,
        draw_facts(point, guidance),
        parts,
        _tried(point),
        _speaks_to(point, guidance, link),
        _origin(point, link, second_reader),
    )
    about = f"{point.title}: what to try, why it seems to work, where it may not fit, how to do it, what it rests on."
    return Drawn(html=html, meta={"title": escape(point.title), "description": escape(about)})


def _part(point: LearningPoint, key: str, published: Published) -> Markup:
    try:
        return render_text(point.parts[key])
    except RecursionError as error:
        wrong = "lists nested more deeply than can be shown; make them simpler"
        raise published.problem(point, key, wrong) from error


def _notice(notice: Withdrawn, link: Link) -> Drawn:
    html = Markup('<h1>Taken back</h1><p>{}</p><p><a href="{}">All learning points</a></p>').format(
        f"This learning point was taken back in {notice.year}. Its text is no longer here.",
        link(INDEX, uri_of(notice)),
    )
    title = Markup("Taken back")
    about = Markup("This learning point was taken back.")
    return Drawn(html=html, meta={"title": title, "description": about, "search": {"exclude": True}})


def _tried(point: LearningPoint) -> Markup:
    told = draw_items(map(_told, point.tried))
    none = Markup("<p>Nobody has told us yet. If you try it, say how it went: <code>circle tried {}</code>.</p>")
    body = Markup("<ul>{}</ul>").format(told) if point.tried else none.format(point.id)
    return Markup('<h2 id="tried">How it went for others</h2>{}').format(body)


def _told(trial: Trial) -> str:
    said = f"Somebody tried it in {trial.year}: {_WENT[trial.outcome]}."
    return f"{said} What was different there: {' '.join(trial.differed.split())}" if trial.differed else said


def _speaks_to(point: LearningPoint, guidance: Guidance, link: Link) -> Markup:
    questions = Markup("").join(
        Markup('<li><a href="{}">{}</a></li>').format(
            link(f"questions/{question.id}.md", uri_of(point)), question.title
        )
        for question in guidance.questions
        if question.id in point.questions
    )
    statements = draw_items(_statement(each, guidance) for each in point.frameworks)
    return Markup('<h2 id="speaks-to">What it speaks to</h2><ul>{}{}</ul>').format(questions, statements)


def _statement(wanted: Statement, guidance: Guidance) -> str:
    framework = next(each for each in guidance.frameworks if each.id == wanted.framework)
    title = next(each.title for each in framework.statements if each.id == wanted.statement)
    return f"{framework.short}, {wanted.statement}: {title}"


def _origin(point: LearningPoint, link: Link, second_reader: bool | None) -> Markup:
    return Markup('<p class="origin">{} {}</p><p><a href="{}">All learning points</a></p>').format(
        _MIND, _READ[second_reader], link(INDEX, uri_of(point))
    )
