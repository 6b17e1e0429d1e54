"""What can be told to the command that takes a session out for good: `erase`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Argument, Command, Option
    from circle_cli.commands.edge import Asked


def erase(
    asked: Asked,
    session: Annotated[
        str | None, Argument("[ID]", "Which, or a spark's words; left out, what was interrupted is finished.")
    ] = None,
    confirm: Annotated[
        str | None, Option("--confirm", "The session's whole id, or the spark's words: do not ask.", metavar="ID")
    ] = None,
) -> None:
    """Erase a session, or a spark, for good, from the history too."""
    from circle_cli.commands.erasing.erase import erase

    erase(asked, session, confirm=confirm)


COMMANDS: dict[str, Command] = {"erase": erase}
