"""`circle site`: the guidance and the learning points as a site. What builds it never opens a session.

Sessions are opened here for one thing: their casts, so that the built site can be swept for them.
"""

from functools import partial
from pathlib import Path

from circle_cli.commands.edge import Asked, as_typed, at_own_terminal, discreetly, result, say, today, where_it_goes
from circle_cli.commands.kinds import log_of_a_site
from circle_cli.commands.site.settled import refuse_unsettled
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import PROPOSALS, SPARKS
from circle_cli.log.folder import Log
from circle_cli.settings import is_base
from circle_cli.system.names import refuse_unfit

ENCOURAGERS = 2
"""So many cards for them, as `circle print cards` makes."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from circle_cli.commands.well.made import Before, Made
    from circle_cli.guidance.records import Guidance
    from circle_cli.paper.document import Document
    from circle_cli.points.folder import Published
    from circle_cli.site.build import Stages


_KEPT = ("sessions", SPARKS, PROPOSALS, "guidance", "approvals", "site")
"""Folders of a log in which something else is kept, and read."""

_LIVES = 50_000
"""So many things are made before any are looked for that nobody holds: what a site is made of is held to its end."""

_WHAT_FOR = "The page “Keeping a base” says what each is for."
_EXPORTED = (
    "The pages are written. `mkdocs build` in that folder makes a site of them.\n"
    "From here on another builder is at work: it does not check what it publishes, and it gives the pages no "
    "content-security policy.\n"
    "This copy stays as it is. When something changes, and above all when a learning point is taken back, export again "
    "into a new folder, build from that, and delete this one."
)


def site(asked: Asked, *, serve: bool, export: str | None = None) -> None:
    """Build the site and say where it lies, show it on this computer, or write its pages for another builder.

    What is wrong is said without words of the log where there is no terminal, or a CI: many may read what it prints.

    Raises:
        CircleError: both of the others were asked for.
    """
    if serve and export is not None:
        raise CircleError("--serve shows the site, --export writes its pages elsewhere", USAGE, do="choose one of them")
    log = log_of_a_site(asked)
    with discreetly(log):
        if not is_base(log.root) and (elsewhere := where_it_goes(log)):  # a base is for everybody to read
            what = "this log, sessions and all" if (log.root / "sessions").is_dir() else "this log"
            say(f"What becomes of {what}: {elsewhere}")
        _tell_cut_short(log)
        refuse_unsettled(log)
        if export is not None:
            _export(log, Path(as_typed(export)).expanduser())
        elif serve:
            _serve(log)
        else:
            _build(log)


def _tell_cut_short(log: Log) -> None:
    from circle_cli.log.history.past import GET_THE_REST, NOBODY_CAN_TELL, is_cut_short

    if is_cut_short(log.root) and not is_base(log.root):  # of a base it is refused
        say(f"{NOBODY_CAN_TELL}. To {GET_THE_REST}")


def _serve(log: Log) -> None:
    from circle_cli.site.build import serve as serve_here

    serve_here(log.root)


def _build(log: Log) -> None:
    from gc import set_threshold

    from circle_cli.settings import load_settings
    from circle_cli.site.build import build_site
    from circle_cli.site.drawing.pages.about import unsaid

    set_threshold(_LIVES)
    prints = _made_before(log, "printed")
    built = build_site(log.root, stages_for(log), make_kit=partial(make_kit, before=prints.get))
    prints.keep()
    result(str(built))
    say(f"The site is built. Open {built / 'index.html'} in a browser.")
    if left_open := unsaid(load_settings(log.root)):
        say(f"Its pages leave open what circle.yml does not say: {', '.join(left_open)}.\n{_WHAT_FOR}")


def _export(log: Log, folder: Path) -> None:
    refuse_unfit(folder, "--export")
    place = folder.resolve()
    if any(place.is_relative_to((log.root / name).resolve()) for name in _KEPT):
        do = "name a folder elsewhere with --export"
        raise CircleError("the log keeps something else there", USAGE, where=Place(folder), do=do)
    if place == Path.cwd():
        wrong = "you are in this folder, which would be replaced"
        raise CircleError(wrong, USAGE, where=Place(folder), do="go out of it first")
    from circle_cli.site.building.published import files_left_out
    from circle_cli.site.export import export_site

    export_site(log.root, place, stages_for(log), make_kit=make_kit, this_year=today().year)
    for sentence in files_left_out(log.root / "guidance", words=at_own_terminal()):
        say(sentence)
    result(str(place))
    say(_EXPORTED)


def stages_for(log: Log) -> "Stages":
    """Give what a log's site has to pass."""
    from circle_cli.commands.casts import names_in_casts
    from circle_cli.commands.erasing.names_kept import finding_erased
    from circle_cli.commands.listed import refuse_names_in_lists
    from circle_cli.commands.past import looking_back
    from circle_cli.commands.site.handouts import make_handouts
    from circle_cli.commands.site.swept import refuse_unseen, sweep_of
    from circle_cli.commands.well.entries import Texts, entries_of
    from circle_cli.identifiers.lists import load_lists
    from circle_cli.own_words.reading import own_words
    from circle_cli.share.release.gate import inspect
    from circle_cli.share.release.unfit import Known, leave_out
    from circle_cli.site.build import Stages

    refuse_unseen(log)
    refuse_names_in_lists(log)
    lists = load_lists(log.root)
    own = own_words(log.root)
    well, approved = Texts(entries_of(log.root, "looked-at"), lists.version), Texts(entries_of(log.root, "approved"))
    terms, find_erased = names_in_casts(log, lists), finding_erased(log)
    known = Known(lists=lists, everybody=(), terms=terms, erased=find_erased, look=well.look)

    def inspected(published: "Published") -> frozenset[str]:
        let_through = inspect(published, lists, own, well.look)
        well.keep()
        approved.keep()
        return let_through

    def handed_out(*of: "Any") -> "Iterator[tuple[str, bytes]]":
        made = _made_before(log, "handed-out")
        yield from partial(make_handouts, before=made.get)(*of)
        made.keep()

    return Stages(
        inspect=inspected,
        approved=approved.look,
        leave_out=partial(leave_out, known=known),
        sweep=sweep_of(log, own, terms, find_erased),
        handouts=handed_out,
        look_back=looking_back(own, terms),
    )


def _made_before(log: Log, name: str) -> "Made":
    """Give the Word files, and what is handed out with them, of the site that stands."""
    from importlib.metadata import version

    from circle_cli.commands.well.entries import entries_of
    from circle_cli.commands.well.made import Made

    return Made(entries_of(log.root, name), log.root / "site", version("python-docx"))


def _drawn(document: "Document") -> bytes:
    from circle_cli.paper.drawing.word import draw_word  # with python-docx

    return draw_word(document)


def make_kit(guidance: "Guidance", before: "Before | None" = None) -> dict[str, bytes]:
    """Make what a site offers to print, and to reflect on: blank, and in the words of the log's own guidance.

    `before` may have what was made of the very same before: all but the pages to print, which get their policy later.
    """
    from circle_cli.commands.well.made import made_anew
    from circle_cli.paper.drawing.html import OnASite, draw_html
    from circle_cli.paper.prints.cards import role_cards
    from circle_cli.paper.prints.prompts import prompt_sheet
    from circle_cli.paper.prints.sheet import recording_sheet
    from circle_cli.site.drawing.pages.kit import ABOUT, BACK, FORM

    def form() -> bytes:
        from circle_cli.form.page import draw_form  # with all that is asked

        return draw_form(guidance.public, BACK).encode("utf-8")

    def made(place: str, rests_on: object, make: "Callable[[], bytes]") -> bytes:
        return (before or made_anew)(place, repr(rests_on).encode("utf-8", "surrogatepass"), make)

    prints = {
        "kit/role-cards": role_cards(guidance, ENCOURAGERS, None),
        "kit/prompts": prompt_sheet(guidance),
        "kit/recording-sheet": recording_sheet(guidance),
    }
    around = {place: OnASite(description=ABOUT[place], ways=[(BACK, "Back to the kit")]) for place in prints}
    pages = {f"{place}.html": draw_html(document, around[place]).encode() for place, document in prints.items()}
    word = {f"{place}.docx": document for place, document in prints.items()}
    files = {place: made(place, document, partial(_drawn, document)) for place, document in word.items()}
    return {FORM: made(FORM, guidance.public, form)} | pages | files
