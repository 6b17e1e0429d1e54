"""Makes Typer's own commands of what is declared beside this module, only of the one that is run; and their help."""

from collections.abc import Sequence
from functools import partial
from inspect import Parameter, Signature, signature
from shutil import get_terminal_size
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from circle_cli import vocabulary
from circle_cli.cli import options
from circle_cli.cli.options import Argument, Command, Group
from circle_cli.commands.edge import Asked
from circle_cli.shown import lines_of

NAMED = {**vars(vocabulary), **vars(options), "Annotated": Annotated, "Asked": Asked}
"""What the annotations name: the modules that hold them load none of it, so that a shortcut starts without."""

_TWO_COLUMNS = 52
_BELOW = 4
"""Columns that the window has where help stands in two of its own, and how far in it stands below in a narrower one."""


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


def is_narrow() -> bool:
    """Tell whether the window has no room for two columns."""
    return get_terminal_size().columns < _TWO_COLUMNS


def narrowed(formatter: Any) -> Any:
    """Have a formatter of help write for a narrow window."""
    formatter.width = get_terminal_size().columns - 1
    formatter.write_dl = partial(_one_below_the_other, formatter)
    formatter.write_usage = partial(_usage, formatter)
    formatter.write_text = partial(_text, formatter)
    return formatter


def help_of(command: Any, ctx: Any) -> str:
    """Give a command's help, as the window has room for it."""
    formatter = ctx.make_formatter()
    command.format_help(ctx, narrowed(formatter) if is_narrow() else formatter)
    return str(formatter.getvalue()).rstrip("\n")


def _one_below_the_other(formatter: Any, rows: Sequence[tuple[str, str]], *_: int) -> None:
    for first, second in rows:
        _write(formatter, first.replace("|", " | "))
        if second:
            _write(formatter, second, _BELOW)


def _usage(formatter: Any, prog: str, args: str = "", prefix: str = "Usage: ") -> None:
    _write(formatter, f"{prefix}{prog} {args}")


def _text(formatter: Any, text: str) -> None:
    _write(formatter, " ".join(text.split()))


def _write(formatter: Any, text: str, further: int = 0) -> None:
    lead = " " * (formatter.current_indent + further)
    formatter.write("".join(f"{line}\n" for line in lines_of(f"{lead}{text}", formatter.width)))
