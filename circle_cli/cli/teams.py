"""What can be told to the commands for a log that several people share: `sync`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Command, Option
    from circle_cli.commands.edge import Asked


def sync(
    asked: Asked,
    address: Annotated[
        str | None, Option("--with", "Where its copy is to be, the first time.", metavar="ADDRESS")
    ] = None,
) -> None:
    """Bring in what others did, and send what you did."""
    from circle_cli.commands.teams.sync import sync

    sync(asked, address)


COMMANDS: dict[str, Command] = {"sync": sync}
