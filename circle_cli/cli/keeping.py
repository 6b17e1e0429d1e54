"""What can be told to the commands that keep a log: `init`, `edit`, `done`, `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Argument, Command, Json, Option, Require, SessionId
    from circle_cli.commands.edge import Asked


def init(_: Asked, folder: Annotated[str, Argument("[DIR]", "Where; here if left out.")] = ".") -> None:
    """Make a learning log: folders, settings, git."""
    from circle_cli.commands.keeping.init import init

    init(folder)


def edit(asked: Asked, session: SessionId, require_commit: Require = False) -> None:
    """Change a session in your own editor."""
    from circle_cli.commands.keeping.edit import edit

    edit(asked, session, require_commit=require_commit)


def done(
    asked: Asked,
    session: SessionId,
    number: Annotated[int, Argument("N", "The action's number, as `circle actions` or `circle show` has it.")],
    note: Annotated[str | None, Option("--note", "What became of it.", metavar="TEXT")] = None,
    require_commit: Require = False,
) -> None:
    """Mark an action as done."""
    from circle_cli.commands.keeping.done import done

    done(asked, session, number, note=note, require_commit=require_commit)


def check(asked: Asked, json: Json = False) -> None:
    """Check that all is well-formed and safe; 1 if it is not."""
    from circle_cli.commands.keeping.check import check

    check(asked, as_json=json)


COMMANDS: dict[str, Command] = {"init": init, "edit": edit, "done": done, "check": check}
