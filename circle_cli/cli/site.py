"""What can be told to `site`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Command, Option
    from circle_cli.commands.edge import Asked


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


COMMANDS: dict[str, Command] = {"site": site}
