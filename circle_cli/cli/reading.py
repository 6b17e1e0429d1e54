"""What can be told to the commands that read: `list`, `show`, `search`, `sparks`, `actions`, `year`, `event`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import (
        Argument,
        Command,
        Json,
        Limit,
        OfMode,
        OfStatus,
        OfTheme,
        OfWho,
        Option,
        SessionId,
        Since,
        Until,
    )
    from circle_cli.commands.edge import Asked


def list_sessions(
    asked: Asked,
    since: Since = None,
    until: Until = None,
    mode: OfMode = None,
    status: OfStatus = None,
    theme: OfTheme = None,
    who: OfWho = None,
    limit: Limit = 20,
    json: Json = False,
) -> None:
    """List the sessions, and what is unfinished, newest first."""
    from circle_cli.cli.filtered import filters_of
    from circle_cli.commands.reading.list import list_sessions

    list_sessions(asked, filters_of(since, until, mode, status, theme), limit or None, who=who, as_json=json)


def show(
    asked: Asked,
    session: SessionId,
    json: Json = False,
    no_pager: Annotated[bool, Option("--no-pager", "Print all of it at once, however long it is.")] = False,
) -> None:
    """Show a session; a long one a page at a time, at a terminal."""
    from circle_cli.commands.reading.show import show

    show(asked, session, as_json=json, paged=not no_pager)


def search(
    asked: Asked,
    text: Annotated[list[str], Argument("TEXT", "Words that must all be there.")],
    since: Since = None,
    until: Until = None,
    mode: OfMode = None,
    status: OfStatus = None,
    theme: OfTheme = None,
    limit: Limit = 0,
    json: Json = False,
) -> None:
    """Find sessions and sparks by their words."""
    from circle_cli.cli.filtered import filters_of
    from circle_cli.commands.edge import as_typed
    from circle_cli.commands.reading.search import search

    search(asked, as_typed(" ".join(text)), filters_of(since, until, mode, status, theme), limit or None, as_json=json)


def list_sparks(
    asked: Asked,
    everything: Annotated[bool, Option("--all", "Those too with which a session was begun.")] = False,
    since: Since = None,
    json: Json = False,
) -> None:
    """List your sparks: those that wait for a session."""
    from circle_cli.cli.filtered import day_of
    from circle_cli.commands.sparks.sparks import list_sparks

    list_sparks(asked, day_of(since, "--since", last=False), everything=everything, as_json=json)


def list_actions(
    asked: Asked,
    who: Annotated[
        str | None, Option("--who", "Only what this person does or keeps an eye on.", metavar="NAME")
    ] = None,
    due: Annotated[
        str | None, Option("--due", 'Only what is due by then: "next Friday", "1 Dec".', metavar="DATE")
    ] = None,
    json: Json = False,
    ics: Annotated[
        str | None, Option("--ics", "Make a file for your calendar (- for standard output).", metavar="FILE")
    ] = None,
) -> None:
    """List what is still to do, from all sessions, overdue first."""
    from circle_cli.commands.reading.actions import list_actions

    list_actions(asked, who=who, due=due, as_json=json, ics=ics)


def year(
    asked: Asked,
    year: Annotated[
        str | None, Argument("[YEAR]", "By the year in which it ends, or 2025-26; left out, this one.")
    ] = None,
    json: Json = False,
) -> None:
    """Look at your registration year: what is in it, and what is left."""
    from circle_cli.commands.year.year import show_year

    show_year(asked, year, as_json=json)


def insights(
    asked: Asked,
    json: Json = False,
    to: Annotated[
        str | None, Option("--to", "Make a private page of it, with drawings (.html).", metavar="FILE")
    ] = None,
) -> None:
    """See what keeps working: themes, views, scales, actions, words."""
    from circle_cli.commands.insights.insights import show_insights

    show_insights(asked, to=to, as_json=json)


def event(
    asked: Asked,
    event: Annotated[str, Argument("ID", "The event's id, or that of one of its sessions.")],
    json: Json = False,
    to: Annotated[
        str | None,
        Option("--to", "Make a handout for those who were there (.html, .docx, .md; - shows it).", metavar="FILE"),
    ] = None,
) -> None:
    """Gather what the groups of a training event found."""
    if to is not None:
        from circle_cli.commands.paper.handout import write_handout

        write_handout(asked, event, to, as_json=json)
        return
    from circle_cli.commands.reading.event import show_event

    show_event(asked, event, as_json=json)


COMMANDS: dict[str, Command] = {
    "list": list_sessions,
    "show": show,
    "search": search,
    "sparks": list_sparks,
    "actions": list_actions,
    "year": year,
    "insights": insights,
    "event": event,
}
