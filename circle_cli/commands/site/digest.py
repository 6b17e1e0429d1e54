"""`circle digest`: one page of what is new in what everyone may read, for a meeting, an e-mail or a chat.

It passes what the site passes, and is swept as the site is: it goes where nobody takes it back.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from posixpath import join
from tempfile import TemporaryDirectory

from circle_cli.commands.edge import Asked, as_typed, discreetly, result, row, say, show, today
from circle_cli.commands.kinds import log_of_a_site
from circle_cli.commands.paper.delivery import put_new
from circle_cli.commands.site.settled import refuse_unsettled
from circle_cli.commands.site.site import stages_for
from circle_cli.days import months_on
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.folder import Log
from circle_cli.log.history.past import GET_THE_REST, is_cut_short
from circle_cli.log.history.repository import find_repository
from circle_cli.log.reading.arrivals import arrived, reworded
from circle_cli.look.days import plain_day
from circle_cli.look.dressed import dressed
from circle_cli.own_words.reading import own_words, refuse_unread
from circle_cli.points.folder import POINTS_FOLDER, Published, read_published
from circle_cli.settings import Settings, load_settings
from circle_cli.shown import shown
from circle_cli.site.build import sweep_whole
from circle_cli.site.building.mkdocs_yml import looked_through
from circle_cli.site.building.published import reports_left_out
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.digest.contents import Digest, digest_of
from circle_cli.site.drawing.digest.writing import as_html, as_markdown, as_text
from circle_cli.system.names import refuse_unfit
from circle_cli.vocabulary import DigestFormat

_WRITERS: dict[DigestFormat, Callable[[Digest], str]] = {
    DigestFormat.MD: as_markdown,
    DigestFormat.HTML: as_html,
    DigestFormat.TEXT: as_text,
}
_ENDINGS = {DigestFormat.MD: ".md", DigestFormat.HTML: ".html", DigestFormat.TEXT: ".txt"}


def digest(asked: Asked, *, since: date | None, kind: DigestFormat | None, to: str | None) -> None:
    """Write what is new `since` a day, a month ago without one: to standard output, or into a new file.

    Raises:
        CircleError: nobody can tell what is new, something must not be published, or there is another such file.
    """
    day = today()
    begins = since or months_on(day, -1)
    if begins > day:
        raise CircleError(f"--since {begins}: that day is still to come", USAGE, do="give one that has been")
    log = log_of_a_site(asked)
    with discreetly(log):
        written = _written(log, begins, day, kind or _format_of(to))
    if to is None or to == "-":
        if kind is DigestFormat.HTML:
            show(shown(written))
        else:
            row(written.removesuffix("\n"), indent="")
        return
    path = Path(as_typed(to)).expanduser().absolute()
    refuse_unfit(path, "--to")
    new = put_new(path, written.encode("utf-8"))
    result(str(path))
    if not new:
        say("It was there already, just the same.")


def _format_of(to: str | None) -> DigestFormat:
    """Give the format that the file's name ends in; Markdown where it says nothing."""
    ending = Path(to).suffix.lower() if to else ""
    return next((kind for kind, each in _ENDINGS.items() if each == ending), DigestFormat.MD)


def _written(log: Log, begins: date, day: date, kind: DigestFormat) -> str:
    """Compose and write the page once all of it may be published."""
    _refuse_without_history(log)
    refuse_unsettled(log)
    stages, settings = stages_for(log), load_settings(log.root)
    published = read_published(log.root / "guidance" / POINTS_FOLDER)
    published = stages.leave_out(published) if stages.leave_out else published
    stages.inspect(published)
    refuse_unread(own_words(log.root))
    for sentence in reports_left_out(published, log.root):
        say(sentence)
    written = _WRITERS[kind](_composed(log, published, settings, begins, day))
    with TemporaryDirectory() as made:
        (Path(made) / f"digest{_ENDINGS[kind]}").write_text(written, encoding="utf-8", newline="\n")
        sweep_whole(Path(made), published, frozenset(), stages.sweep)
    return written


def _composed(log: Log, published: Published, settings: Settings, begins: date, day: date) -> Digest:
    site = dressed(looked_through(log.root), settings.look, settings.organisation)
    address, language = str(site.get("site_url") or ""), settings.look.days

    def page(uri: str) -> str:
        return join(address, f"{uri.removesuffix('.md')}.html") if address else ""

    guidance = load_guidance(log.guidance)
    collection = Collection(
        published=published, guidance=guidance, settings=settings, this_year=day.year, link=lambda uri, _: page(uri)
    )
    days = " – ".join(plain_day(each, language, weekday=False) for each in (begins, day))
    known = arrived(log.root / "guidance")
    anew = reworded(log.root / "guidance") if any(point.revision > 1 for point in published.points) else {}
    return digest_of(
        collection,
        known,
        begins,
        name=str(site["site_name"]),
        days=days,
        address=page,
        language=language,
        reworded=anew,
    )


def _refuse_without_history(log: Log) -> None:
    if find_repository(log.root.resolve()) is None:
        wrong, do = "there is no git history here, so nobody can tell what is new", "`circle init` begins one"
        raise CircleError(wrong, USAGE, where=Place(log.root), do=do)
    if is_cut_short(log.root):
        wrong = "this copy has only the last commits, so nobody can tell what is new"
        raise CircleError(wrong, USAGE, where=Place(log.root), do=GET_THE_REST)
