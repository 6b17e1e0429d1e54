"""What can be told to the commands that make paper: `export`, `takeaway`, `evidence`, `portfolio`, `print`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import (
        Argument,
        AsFormat,
        Command,
        Group,
        OfTheme,
        OfWho,
        Option,
        SessionId,
        Since,
        To,
        Until,
    )
    from circle_cli.commands.edge import Asked
    from circle_cli.vocabulary import ExportFormat, Mode


def takeaway(
    asked: Asked,
    session: SessionId,
    person: Annotated[str | None, Argument("[PERSON]", "Only for this one; else for all.")] = None,
    kind: AsFormat = None,
    to: Annotated[str | None, Option("--to", "Where to; for one person also a file, or -.", metavar="FOLDER")] = None,
) -> None:
    """Write a page for each who took part, to keep."""
    from circle_cli.commands.paper.takeaway import write_takeaways

    write_takeaways(asked, session, person, kind=kind, to=to)


def export(
    asked: Asked,
    sessions: Annotated[list[str] | None, Argument("[ID ...]", "Only these; else all, or those that fit.")] = None,
    since: Since = None,
    until: Until = None,
    theme: OfTheme = None,
    who: OfWho = None,
    kind: Annotated[
        ExportFormat | None, Option("--format", "What --to ends in, else HTML. CSV: three tables. PDF: print the HTML.")
    ] = None,
    to: Annotated[str | None, Option("--to", "A file or a folder; - for standard output.", metavar="FILE")] = None,
    as_told: Annotated[bool, Option("--as-told", "With the real names; else with what to say instead.")] = False,
) -> None:
    """Write sessions to hand on: Word, HTML, Markdown, JSON, CSV."""
    from circle_cli.cli.filtered import filters_of
    from circle_cli.commands.carrying.exporting import export

    filters = filters_of(since, until, theme=theme)
    export(asked, sessions or (), filters, who=who, kind=kind, to=to, as_told=as_told)


def evidence(
    asked: Asked,
    sessions: Annotated[
        list[str] | None, Argument("[ID]...", "Of these sessions; left out, two that differ are proposed.")
    ] = None,
    to: Annotated[str | None, Option("--to", "Write it to this file (.docx, .md).", metavar="FILE")] = None,
    copy: Annotated[bool, Option("--copy", "Show each field in turn, to be copied into a form.")] = False,
) -> None:
    """Write a session up as evidence of learning (CPD)."""
    from circle_cli.commands.evidence.evidence import make_evidence

    make_evidence(asked, sessions or [], to=to, copy=copy)


def portfolio(
    asked: Asked,
    framework: Annotated[
        str | None, Option("--framework", "By the statements of this one: pcf-2018.", metavar="ID")
    ] = None,
    since: Annotated[
        str | None, Option("--from", "From this day on: 1 Nov, 2026-11-23, 2026-11, 2026.", metavar="DATE")
    ] = None,
    until: Until = None,
    to: Annotated[str | None, Option("--to", "Write it to this file (.docx, .html, .md).", metavar="FILE")] = None,
    anew: Annotated[bool, Option("--anew", "Ask again about words that you settled before.")] = False,
) -> None:
    """Gather evidence by the statements of a framework."""
    from circle_cli.cli.filtered import days_between
    from circle_cli.commands.evidence.portfolio import make_portfolio

    first, last = days_between(since, until, ("--from", "--until"))
    make_portfolio(asked, framework, first, last, to, anew=anew)


def print_cards(
    asked: Asked,
    session: Annotated[str | None, Argument("[ID]", "By name, for the people of this session.")] = None,
    encouragers: Annotated[
        int, Option("--encouragers", "So many cards for encouragers.", metavar="N", min=1, max=50)
    ] = 2,
    mode: Annotated[Mode | None, Option("--mode", "The cards for this way to use the circle.")] = None,
    kind: AsFormat = None,
    to: To = None,
) -> None:
    """Print role cards, one for everybody, two to a page."""
    from circle_cli.commands.paper.print import print_cards

    print_cards(asked, session, encouragers=encouragers, mode=mode, kind=kind, to=to)


def print_prompts(asked: Asked, kind: AsFormat = None, to: To = None) -> None:
    """Print the eight questions with their prompts."""
    from circle_cli.commands.paper.print import print_prompts

    print_prompts(asked, kind=kind, to=to)


def print_circle(asked: Asked, kind: AsFormat = None, to: To = None) -> None:
    """Print the circle: the eight questions round a situation that you write in its middle."""
    from circle_cli.commands.paper.print import print_circle

    print_circle(asked, kind=kind, to=to)


def print_form(asked: Asked, to: To = None) -> None:
    """Print the form: one page to reflect in a browser, without this program; it sends nothing.

    What is saved there, `circle reflect --from FILE` takes in.
    """
    from circle_cli.commands.paper.print import print_form

    print_form(asked, to=to)


def print_sheet(
    asked: Asked,
    session: Annotated[str | None, Argument("[ID]", "Filled from this session; else blank.")] = None,
    kind: AsFormat = None,
    to: To = None,
) -> None:
    """Print the recording sheet. Filled in, `circle reflect --from FILE` takes it back (docx or md)."""
    from circle_cli.commands.paper.print import print_sheet

    print_sheet(asked, session, kind=kind, to=to)


COMMANDS: dict[str, Command | Group] = {
    "export": export,
    "takeaway": takeaway,
    "evidence": evidence,
    "portfolio": portfolio,
    "print": (
        "Print role cards, prompts, the recording sheet, the circle or the form.",
        {
            "cards": print_cards,
            "prompts": print_prompts,
            "sheet": print_sheet,
            "circle": print_circle,
            "form": print_form,
        },
    ),
}
