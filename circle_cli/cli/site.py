"""What can be told to `site` and `digest`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Command, Option, Since
    from circle_cli.commands.edge import Asked
    from circle_cli.vocabulary import DigestFormat


def site(
    asked: Asked,
    serve: Annotated[bool, Option("--serve", "Show it on this computer, and follow changes.")] = False,
    export: Annotated[
        str | None, Option("--export", "Write its pages into a new folder, for another builder.", metavar="DIR")
    ] = None,
) -> None:
    """Build the site, for everyone to read."""
    from circle_cli.commands.site.site import site

    site(asked, serve=serve, export=export)


def digest(
    asked: Asked,
    since: Since = None,
    kind: Annotated[
        DigestFormat | None,
        Option("--format", "As md, html for an e-mail, or text for a chat; md without it."),
    ] = None,
    to: Annotated[str | None, Option("--to", "A file to make; else standard output.", metavar="FILE")] = None,
) -> None:
    """Say on one page what is new, tried, taken back and due.

    Without --since, of the last month.
    """
    from circle_cli.cli.filtered import day_of
    from circle_cli.commands.site.digest import digest

    digest(asked, since=day_of(since, "--since", last=False), kind=kind, to=to)


COMMANDS: dict[str, Command] = {"site": site, "digest": digest}
