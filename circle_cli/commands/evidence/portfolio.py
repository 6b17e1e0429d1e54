"""`circle portfolio`: what sessions show of a framework, by its statements, as a document for an assessor."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from circle_cli.commands.drafts.guided import guidance_to_write_by
from circle_cli.commands.drafts.interview import How, begin_draft, greet, hold
from circle_cli.commands.drafts.unfinished import begun_with, go_on
from circle_cli.commands.edge import Asked, at_terminal, is_plain, say, say_left_out, today
from circle_cli.commands.evidence.decided import keep_decided, kept_decided
from circle_cli.commands.evidence.handing import free, where_to
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.own_settings import my_name
from circle_cli.commands.paper.delivery import deliver
from circle_cli.commands.year.whose import mine_among
from circle_cli.errors import USAGE, CircleError
from circle_cli.evidence.portfolio.answers import FRAMEWORK, Wanted, wanted_in
from circle_cli.evidence.portfolio.gathered import Portfolio, gather
from circle_cli.evidence.portfolio.paper import portfolio_page
from circle_cli.evidence.portfolio.script import Showing, decided_texts, settled_texts, told_texts
from circle_cli.evidence.writing.drawn import all_named, whose
from circle_cli.guidance.records import Framework
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.ids import short_id
from circle_cli.interview.draft.draft import Draft
from circle_cli.interview.draft.lines import DraftHead, DraftKind, DraftState
from circle_cli.interview.script.prompts import choice
from circle_cli.log.entries.filters import Filters
from circle_cli.log.entries.sessions import newest_sessions
from circle_cli.log.folder import Log
from circle_cli.session.record import CastEntry, Session
from circle_cli.share.proposing.settling import FindIdentifiers
from circle_cli.vocabulary import Format

_FIRST_WORDS = (
    "Others will read it. Names are replaced already; whatever else might tell who, where or when is pointed out for "
    "you to settle, one after another."
)


def make_portfolio(
    asked: Asked, framework: str | None, first: date | None, last: date | None, to: str | None, *, anew: bool
) -> None:
    """Make it; where the identifier check finds something that was not decided before, that is asked first."""
    log = log_for_sessions(asked)
    if (named := framework or _asked_which(asked, guidance_to_write_by(log).frameworks)) is None:
        return
    showing = showing_of(log, Wanted(framework=named, first=first, last=last, anew=anew))
    wanted = Wanted(framework=showing.portfolio.framework.id, first=first, last=last, to=where_to(to), anew=anew)
    if not showing.portfolio.sessions:
        if first or last:
            raise CircleError("No session of yours is of that time", USAGE, do="name another with --from and --until")
        raise CircleError("No session of yours is here yet", USAGE, do="circle reflect begins one")
    _say_what_is_missing(showing.portfolio)
    if not any(each.open for each in settled_texts(showing, {}).values()) or not at_terminal():
        _write(log, showing, told_texts(showing, {}), wanted)
        return
    _settle(asked, log, wanted)


def _asked_which(asked: Asked, frameworks: Sequence[Framework]) -> str | None:
    """Ask by which framework; None where somebody would rather not.

    Raises:
        CircleError: nobody can be asked; those that there are, are named.
    """
    if not at_terminal():
        do = f"name one of: {', '.join(each.id for each in frameworks)}"
        raise CircleError("--framework: by the statements of which one?", USAGE, do=do)
    from circle_cli.commands.drafts.one_prompt import ask

    offers = ((each.id, f"{each.title}, {each.edition} ({each.id})") for each in frameworks)
    left = "Nothing is made."
    return ask(asked, choice("portfolio", "By which framework?", *offers, enter="makes nothing", left_open=left))


def _settle(asked: Asked, log: Log, wanted: Wanted) -> None:
    from circle_cli.interview.terminal.keyboard import system_keys

    start = wanted.as_answers()
    head = DraftHead(
        id=f"portfolios-{wanted.framework}",
        log=str(log.root),
        mode="",
        date=today().isoformat(),
        kind=DraftKind.PORTFOLIO,
        named=f"A portfolio by {wanted.framework}",
        start={key: text for key, text in start.items() if text},
    )
    begun = begun_with(log, head.id)
    keys = system_keys()
    how = How(plain=is_plain(asked), keys=keys, require_commit=False)
    with keys.reading():
        if begun is not None:
            if {key: text for key, text in begun.state.head.start.items() if text} != dict(head.start):
                do = f"circle resume {short_id(head.id)} goes on with it, circle discard takes it away"
                raise CircleError("a portfolio of another time, or for another file, is begun", USAGE, do=do)
            go_on(log, begun, how, hold_portfolio)
            return
        greet(_FIRST_WORDS, how)
        hold_portfolio(log, begin_draft(log, head), DraftState(head=head), how)


def hold_portfolio(log: Log, draft: Draft, state: DraftState, how: How) -> None:
    """Ask about what was found, and make the portfolio."""
    known = state.head.start if FRAMEWORK.text(state.head.start) else _guessed(state.head)
    wanted = wanted_in(known)
    showing = showing_of(log, wanted)

    def finish(answers: Mapping[str, str | None]) -> Callable[[], None]:
        _write(log, showing, told_texts(showing, answers), wanted)
        keep_decided(log, decided_texts(showing, answers))
        return lambda: None

    hold(log, showing, draft, state, how, finish)


def _guessed(head: DraftHead) -> Mapping[str, str | None]:
    """Give what a draft that lost its beginning was for, as its name tells it."""
    return FRAMEWORK.given(short_id(head.id))


def showing_of(log: Log, wanted: Wanted) -> Showing:
    """Gather what is asked for, as the sessions have it now.

    Raises:
        CircleError: there is no such framework; those that there are, are named.
    """
    guidance = guidance_to_write_by(log)
    framework = _meant(guidance.frameworks, wanted.framework)
    found = newest_sessions(log, Filters(since=wanted.first, until=wanted.last), say_left_out)
    sessions = [each.session for each in mine_among(log, found)]
    portfolio = gather(framework, guidance.frameworks, sessions, wanted.first, wanted.last)
    lists, name = load_lists(log.root), my_name(log)
    checks = {
        each.id: _check((*all_named(each, whose(each, name)), *_named_beside(portfolio, each)), lists)
        for each in portfolio.in_it
    }
    before = {} if wanted.anew else {each.id: kept_decided(log, each.id) for each in portfolio.in_it}
    return Showing(guidance=guidance, portfolio=portfolio, checks=checks, before=before)


def _named_beside(portfolio: Portfolio, session: Session) -> Iterator[CastEntry]:
    """Give who is in the story of others that speak to an outcome of this session in its very words."""
    for _, those in portfolio.outcomes:
        if those[0].id == session.id:
            for other in those[1:]:
                yield from other.cast or ()


def _check(cast: Sequence[CastEntry], lists: Lists) -> FindIdentifiers:
    return lru_cache(maxsize=512)(partial(find_identifiers, cast=cast, lists=lists))


def _meant(frameworks: Sequence[Framework], named: str) -> Framework:
    wanted = named.strip().casefold()
    for each in frameworks:
        if wanted in (each.id.casefold(), each.short.casefold()):
            return each
    ids = ", ".join(each.id for each in frameworks)
    raise CircleError(f"--framework {named}: not known here", USAGE, do=f"name one of: {ids}")


def _say_what_is_missing(portfolio: Portfolio) -> None:
    if not portfolio.by_statement:
        say(
            f"No session of that time names a statement of {portfolio.framework.short}: circle resume ID asks for them."
        )
    if unasked := [short_id(each.id) for each in portfolio.in_it if each.cast is None]:
        say(f"Nobody has said yet who is in the story of {', '.join(unasked)}: look twice for names.")


def _write(log: Log, showing: Showing, texts: Mapping[str, str], wanted: Wanted) -> None:
    """Write it where it was asked for; else, or into a folder, as Word and HTML by a name that is free there."""
    page = portfolio_page(showing.portfolio, texts)
    name = f"circle-portfolio-{wanted.framework}"
    if wanted.to and not Path(wanted.to).is_dir():
        deliver({name: page}, None, wanted.to, private_to=log)
    else:
        kinds = (Format.DOCX, Format.HTML)
        name = free(Path(wanted.to), name, *kinds)
        for kind in kinds:
            deliver({name: page}, kind, wanted.to or None, private_to=log)
    if any(showing.before.values()):
        say("What you decided about its words before holds again; --anew asks once more.")
    say(_gaps(showing.portfolio))


def _gaps(portfolio: Portfolio) -> str:
    missing = ", ".join(f"{each.id} {each.title}" for each in portfolio.not_yet)
    told = f"Not spoken to yet: {missing}." if missing else "Each statement is spoken to."
    return f"{told} Read it once more before you give it to anybody."
