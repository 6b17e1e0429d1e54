"""What can be told to the commands that keep a log: `init`, `edit`, `done`, `check`, `rename`, `delete` and others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from circle_cli.errors import USAGE, CircleError

if TYPE_CHECKING:
    from typing import Annotated

    from circle_cli.cli.options import Argument, Command, Confirm, Json, Option, Require, SessionId
    from circle_cli.commands.edge import Asked
    from circle_cli.vocabulary import Ci


def init(
    asked: Asked,
    folder: Annotated[str | None, Argument("[DIR]", "Where; here if left out, or where --log says.")] = None,
    team: Annotated[bool, Option("--team", "One that a team shares.")] = False,
    base: Annotated[bool, Option("--base", "An organisation's: public, for what was checked and approved.")] = False,
    ci: Annotated[Ci | None, Option("--ci", "Have every push checked there; a base's site is published, too.")] = None,
    questions: Annotated[bool, Option("--questions", "Copy the questions into it, to be reworded.")] = False,
) -> None:
    """Make a learning log: folders, settings, git."""
    from circle_cli.commands.keeping.init import init
    from circle_cli.vocabulary import LogKind

    if team and base:
        raise CircleError("--team is private and --base is public", USAGE, do="give one of them")
    init(asked, folder, LogKind.TEAM if team else LogKind.BASE if base else None, ci, questions=questions)


def edit(asked: Asked, session: SessionId, require_commit: Require = False) -> None:
    """Change a session in your own editor."""
    from circle_cli.commands.keeping.edit import edit

    edit(asked, session, require_commit=require_commit)


def done(
    asked: Asked,
    session: SessionId,
    number: Annotated[int, Argument("N", "The action's number, as `circle actions` or `circle show` has it.")],
    note: Annotated[str | None, Option("--note", "What became of it.", metavar="TEXT")] = None,
    open_again: Annotated[bool, Option("--not", "It is not done after all.")] = False,
    require_commit: Require = False,
) -> None:
    """Mark an action as done."""
    from circle_cli.commands.keeping.done import done, undone

    if open_again and note is not None:
        raise CircleError("--not opens an action again and --note says what became of it", USAGE, do="give one of them")
    if open_again:
        undone(asked, session, number, require_commit=require_commit)
    else:
        done(asked, session, number, note=note, require_commit=require_commit)


def rename(
    asked: Asked,
    session: SessionId,
    title: Annotated[list[str], Argument("TITLE", "What it is to be called.")],
    require_commit: Require = False,
) -> None:
    """Give a session another title."""
    from circle_cli.commands.keeping.rename import rename

    rename(asked, session, " ".join(title), require_commit=require_commit)


def delete(asked: Asked, session: SessionId, confirm: Confirm = None, require_commit: Require = False) -> None:
    """Delete a session, or call a planned one off.

    It goes out of the folder by a commit; the history keeps it. `circle erase` takes it out of that as well.
    """
    from circle_cli.commands.keeping.delete import delete

    delete(asked, session, confirm=confirm, require_commit=require_commit)


def discard(
    asked: Asked,
    session: Annotated[str | None, Argument("[ID]", "Which, if there are several.")] = None,
    confirm: Confirm = None,
    back: Annotated[bool, Option("--back", "Bring back what was put away under this id.")] = False,
    json: Annotated[
        bool, Option("--json", "Print what is unfinished as one JSON document, and change nothing.")
    ] = False,
) -> None:
    """Put away what is unfinished; it can be had back for a month."""
    from circle_cli.commands.keeping.discard import bring_back, discard, list_unfinished

    if json and (session or confirm or back):
        raise CircleError("--json only says what is unfinished", USAGE, do="leave the rest out")
    if json:
        list_unfinished(asked)
    elif back:
        bring_back(asked, session)
    else:
        discard(asked, session, confirm=confirm)


def undo(
    asked: Asked,
    yes: Annotated[bool, Option("--yes", "Do not ask.")] = False,
    require_commit: Require = False,
) -> None:
    """Undo the last change that circle made here."""
    from circle_cli.commands.keeping.undo import undo

    undo(asked, yes=yes, require_commit=require_commit)


def settings(asked: Asked, json: Json = False) -> None:
    """Say how you like to be asked, and what else holds for you."""
    from circle_cli.commands.menu.settings import settings

    settings(asked, as_json=json)


def check(
    asked: Asked,
    since: Annotated[
        str | None, Option("--since", "Only what changed since this commit or branch; quicker.", metavar="REV")
    ] = None,
    all_again: Annotated[bool, Option("--all", "Look again at what was found well before, too.")] = False,
    json: Json = False,
) -> None:
    """Check that all is well-formed and safe; 1 if it is not."""
    from circle_cli.commands.checking.check import check

    if all_again and since is not None:
        raise CircleError("--all looks at everything, --since at what changed", USAGE, do="leave one of them out")
    check(asked, as_json=json, rev=since, anew=all_again)


COMMANDS: dict[str, Command] = {
    "init": init,
    "edit": edit,
    "done": done,
    "check": check,
    "rename": rename,
    "delete": delete,
    "discard": discard,
    "undo": undo,
    "settings": settings,
}
