"""A portfolio as a document: the framework, a glance, each statement, outcomes, a page for an assessor. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from circle_cli.confided.words import OF_A_PORTFOLIO
from circle_cli.days import in_print
from circle_cli.evidence.portfolio.gathered import Portfolio, Shown, outcome_key, title_key
from circle_cli.guidance.records import Framework, FrameworkStatement
from circle_cli.paper.document import Block, Bullets, Document, Field, Heading, NameLine, PageBreak, Paragraph, Table
from circle_cli.session.record import Session

_NONE = "No session in this time speaks to it yet."
_NO_WORDS = "The session names this statement, and has no words on how it shows it."
_UNCONFIRMED = "The name of this statement is still to be checked at its source."

Texts = Mapping[str, str]
"""The texts of the sessions by their keys, as others may read them."""


def portfolio_page(portfolio: Portfolio, texts: Texts) -> Document:
    """Make the document."""
    title = f"Portfolio: {portfolio.framework.short}"
    blocks: list[Block] = [
        Heading(text=title, level=1),
        NameLine(label="Name"),
        _about(portfolio),
        Paragraph(text=OF_A_PORTFOLIO, hint=True),
        *_glance(portfolio),
        *(block for each in portfolio.framework.statements for block in _statement(portfolio, each, texts)),
        *_outcomes(portfolio, texts),
        *_editions(portfolio),
        *_assessor(portfolio),
    ]
    return Document(title=title, blocks=tuple(blocks), report=True)


def _about(portfolio: Portfolio) -> Table:
    framework = portfolio.framework
    rows = {
        "framework": ("Framework", framework.title),
        "edition": ("Edition", framework.edition),
        "publisher": ("Publisher", framework.publisher),
        "in-force": ("In force", _in_force(framework)),
        "wording": ("Where its wording is", framework.link or "at the publisher's"),
        "time": ("Sessions", _time(portfolio)),
    }
    return Table(
        caption="The framework, and the time that was looked at",
        header=("About", "This portfolio"),
        widths=(26, 74),
        rows=tuple(rows.values()),
        row_ids=tuple(rows),
    )


def _in_force(framework: Framework) -> str:
    begins = framework.valid_from
    since = f"from {_year_or_day(begins)}" if begins else "since before this was written down"
    return f"{since} to {in_print(framework.valid_to)}" if framework.valid_to else f"{since}; no end is known"


def _year_or_day(day: date) -> str:
    """Give the year alone of what begins with it: of many an edition no more is known."""
    return str(day.year) if (day.month, day.day) == (1, 1) else in_print(day)


def _time(portfolio: Portfolio) -> str:
    days = [each.date for each in portfolio.sessions]
    first, last = portfolio.first or min(days, default=None), portfolio.last or max(days, default=None)
    if not first or not last:
        return "none"
    many = "1 session" if len(days) == 1 else f"{len(days) or 'no'} sessions"
    return f"{many}, {_span(first, last)}"


def _span(first: date, last: date) -> str:
    return in_print(first) if first == last else f"{in_print(first)} to {in_print(last)}"


def _glance(portfolio: Portfolio) -> Iterable[Block]:
    rows = tuple(
        (_named(each), _days(portfolio.by_statement.get(each.id, ()))) for each in portfolio.framework.statements
    )
    yield Heading(text="At a glance")
    yield Table(
        caption="Which sessions speak to which statement", header=("Statement", "Sessions"), widths=(60, 40), rows=rows
    )
    if portfolio.not_yet:
        named = ", ".join(_named(each) for each in portfolio.not_yet)
        yield Paragraph(text=f"No session in this time speaks yet to: {named}.")
    else:
        yield Paragraph(text="Each statement is spoken to by a session of this time.")


def _days(found: Iterable[Shown]) -> str:
    return "; ".join(dict.fromkeys(in_print(each.session.date) for each in found)) or "none yet"


def _named(statement: FrameworkStatement) -> str:
    return f"{statement.id} {statement.title}"


def _statement(portfolio: Portfolio, statement: FrameworkStatement, texts: Texts) -> Iterable[Block]:
    group = f" ({statement.group})" if statement.group else ""
    yield Heading(text=f"{_named(statement)}{group}")
    if not statement.confirmed:
        yield Paragraph(text=_UNCONFIRMED, hint=True)
    found = portfolio.by_statement.get(statement.id, ())
    if not found:
        yield Paragraph(text=_NONE)
    for each in found:
        yield Heading(text=_session(each.session, texts), level=3)
        yield Field(text=texts[each.key]) if each.text else Paragraph(text=_NO_WORDS, hint=True)


def _session(session: Session, texts: Texts) -> str:
    return f"{in_print(session.date)}: {texts[title_key(session)]}"


def _outcomes(portfolio: Portfolio, texts: Texts) -> Iterable[Block]:
    if portfolio.outcomes:
        yield Heading(text="Learning outcomes")
    for number, (_, sessions) in enumerate(portfolio.outcomes):
        yield Heading(text=texts[outcome_key(sessions[0], number)], level=3)
        yield Bullets(items=tuple(_session(each, texts) for each in sessions))


def _editions(portfolio: Portfolio) -> Iterable[Block]:
    framework, other = portfolio.framework, portfolio.not_in_force
    if not (portfolio.elsewhere or portfolio.moved or other):
        return
    yield Heading(text="Editions")
    if other:
        days = ", ".join(dict.fromkeys(in_print(each.date) for each in other))
        yield Paragraph(text=f"{framework.short} was not in force on the day of: {days}.")
    if portfolio.elsewhere:
        yield Paragraph(text="Named in sessions, and not counted above. Nothing was moved from one edition to another:")
        yield Bullets(items=portfolio.elsewhere)
    if portfolio.moved:
        yield Paragraph(text="Statements of another edition that stand otherwise in this one:")
        yield Bullets(items=portfolio.moved)


def _assessor(portfolio: Portfolio) -> Iterable[Block]:
    yield PageBreak()
    yield Heading(text="For the assessor")
    yield Paragraph(text=f"{portfolio.framework.title}, edition {portfolio.framework.edition}")
    yield NameLine(label="Name")
    yield NameLine(label="Role")
    yield NameLine(label="Registration number")
    yield Heading(text="What I have looked at", level=3)
    yield Field(lines=3)
    yield Heading(text="What it shows, in my view", level=3)
    yield Field(lines=5)
    yield Heading(text="What could come next", level=3)
    yield Field(lines=3)
    yield NameLine(label="Signed")
    yield NameLine(label="Date")
