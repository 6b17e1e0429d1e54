"""Makes Typer's own commands of what is declared beside this module, only of the one that is run; and their help."""

from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from circle_cli import vocabulary
from circle_cli.cli import options
from circle_cli.cli.options import Argument, Command, Group
from circle_cli.cli.telling.narrow import help_of
from circle_cli.commands.edge import Asked

NAMED = {**vars(vocabulary), **vars(options), "Annotated": Annotated, "Asked": Asked}
"""What the annotations name: the modules that hold them load none of it, so that a shortcut starts without."""


def made(name: str, declared: Command | Group) -> Any:
    """Make a command, or a group of them."""
    help, commands = declared if isinstance(declared, tuple) else (None, {name: declared})
    found = typer.Typer(cls=_Group, help=help, add_completion=False, rich_markup_mode=None)
    for each, command in commands.items():
        found.command(each, cls=_Command, help=command.__doc__)(_for_typer(command))
    return get_command(found)


class _Command(TyperCommand):
    """A command whose help is as the window has room for it."""

    def get_help(self, ctx: Any) -> str:
        """Give the help, as the window has room for it."""
        return help_of(self, ctx)


class _Group(TyperGroup):
    """A group of commands, whose help is so too."""

    def get_help(self, ctx: Any) -> str:
        """Give the help, as the window has room for it."""
        return help_of(self, ctx)


def _for_typer(command: Command) -> Command:
    """Give a command as Typer reads it: with Typer's context in place of what was asked, and Typer's own options."""

    def run(ctx: typer.Context, **told: Any) -> None:
        command(ctx.obj, **told)

    _, *told = signature(command, globals=NAMED, eval_str=True).parameters.values()
    ctx = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    run.__signature__ = Signature(  # type: ignore[attr-defined]  # what `inspect` reads of any function
        [ctx, *(each.replace(annotation=_typers_own(each.annotation)) for each in told)]
    )
    return run


def _typers_own(annotation: Any) -> Any:
    (told,) = annotation.__metadata__
    if isinstance(told, Argument):
        own = typer.Argument(metavar=told.metavar, help=told.help)
    else:
        own = typer.Option(*told.names.split(), metavar=told.metavar, help=told.help, min=told.min, max=told.max)
    return Annotated[annotation.__origin__, own]
