"""The front door: which commands there are, and what can be told to all of them. Help needs no more than this."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from circle_cli import __version__
from circle_cli.errors import USAGE, CircleError

if TYPE_CHECKING:
    from circle_cli.cli.options import Command, Group

ROOM_OF = {
    "init": "keeping",
    "reflect": "asking",
    "spark": "asking",
    "sparks": "reading",
    "prepare": "asking",
    "follow-up": "asking",
    "resume": "asking",
    "list": "reading",
    "show": "reading",
    "search": "reading",
    "edit": "keeping",
    "actions": "reading",
    "year": "reading",
    "insights": "reading",
    "done": "keeping",
    "rename": "keeping",
    "takeaway": "paper",
    "evidence": "paper",
    "portfolio": "paper",
    "event": "reading",
    "scan": "door",
    "share": "door",
    "review": "door",
    "take": "door",
    "readers": "door",
    "site": "site",
    "digest": "site",
    "tried": "door",
    "withdraw": "door",
    "publish": "door",
    "same": "door",
    "join": "teams",
    "use": "teams",
    "import": "asking",
    "export": "paper",
    "settings": "keeping",
    "sync": "teams",
    "copy": "teams",
    "check": "keeping",
    "undo": "keeping",
    "discard": "keeping",
    "delete": "keeping",
    "erase": "erasing",
    "print": "paper",
}
"""The module beside this one in which each command stands, in the order of the help."""


_ALL_OF_IT = 1000
_BESIDE = 30
"""Where, beside a command that may be meant, what it does is said."""


class _Circle(TyperGroup):
    """The group of commands: `--log` and `--plain` may stand anywhere, and an error for users is said in words."""

    def __init__(self, **about: Any) -> None:
        super().__init__(**about)
        self.commands = {name: TyperCommand(name) for name in ROOM_OF}  # no more than their names, until one is run

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load what can be told to a command, and to none of the others."""
        if cmd_name not in ROOM_OF:
            return None
        from circle_cli.cli.parser import made

        return made(cmd_name, _declared(cmd_name))

    def make_context(self, *told: Any, **more: Any) -> Any:
        """Read what was typed before the command."""
        with _said_in_words():
            return super().make_context(*told, **more)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; of one that there is not, say what may be meant, but to a shell that completes words."""
        if args[0] not in ROOM_OF and not ctx.resilient_parsing:
            raise _unknown(args[0])
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Say what each command is for, without loading what can be told to it."""
        from circle_cli.cli.telling.narrow import is_narrow

        room_for_help = _ALL_OF_IT if is_narrow() else formatter.width - 6 - max(map(len, ROOM_OF))
        named = (TyperCommand(name, help=_help(name)) for name in ROOM_OF)
        rows = [(each.name, each.get_short_help_str(room_for_help)) for each in named]
        with formatter.section("Commands"):
            formatter.write_dl([*rows, ("help", "Say what a command can be told: circle help show.")])

    def get_help(self, ctx: Any) -> str:
        """Give the help, as the window has room for it."""
        from circle_cli.cli.telling.narrow import help_of

        return help_of(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Bring the options that hold for every command to the front."""
        front: list[str] = []
        rest: list[str] = []
        words = iter(args)
        for word in words:
            if word == "--":
                rest += [word, *words]
            elif word == "--plain" or word.startswith("--log="):
                front.append(word)
            elif word == "--log":
                front += [word, *[value for value in [next(words, None)] if value is not None]]
            else:
                rest.append(word)
        if rest[:1] == ["help"]:
            rest = [*rest[1:], "--help"]
        found: list[str] = super().parse_args(ctx, front + rest)
        return found

    def invoke(self, ctx: Any) -> None:
        """Run the command; end with the error's exit code, its message on standard error."""
        from circle_cli.commands.ending import ended

        with _said_in_words():
            if code := ended(lambda: super(_Circle, self).invoke(ctx)):
                raise typer.Exit(code)


@contextmanager
def _said_in_words() -> Iterator[None]:
    """Say what Typer has to say of what was typed as all else is said: it would let the window break its words."""
    try:
        yield
    except Exception as error:
        if not callable(say_it := getattr(error, "show", None)):
            raise
        from io import StringIO

        from circle_cli.cli.telling.mistyped import in_words
        from circle_cli.commands.edge import say

        told = StringIO()
        say_it(told)
        say(in_words(error) or told.getvalue().rstrip("\n"))
        raise typer.Exit(getattr(error, "exit_code", USAGE)) from error


def _unknown(word: str) -> Exception:
    """Say what may be meant, and what that does as far as the window has room for it."""
    from shutil import get_terminal_size

    from circle_cli.cli.telling.meant import meant

    room = get_terminal_size().columns - _BESIDE
    lines, reasons = [], []
    for way in meant(word, tuple(ROOM_OF)):
        name = "".join(way.split()[1:2])
        if way.endswith("."):
            reasons.append(way)
        elif name in ROOM_OF and room > _BESIDE:
            lines.append(f"  {way:<{_BESIDE - 4}}  {TyperCommand(name, help=_help(name)).get_short_help_str(room)}")
        else:
            lines.append(f"  {way}")
    told = ["", *reasons, *(["Perhaps you mean:", *lines] if lines else []), "circle --help says all that there are."]
    return CircleError(f"There is no command {word}.", USAGE, do="\n".join(told))


def _declared(name: str) -> "Command | Group":
    found: Command | Group = import_module(f"circle_cli.cli.{ROOM_OF[name]}").COMMANDS[name]
    return found


def _help(name: str) -> str | None:
    declared = _declared(name)
    return declared[0] if isinstance(declared, tuple) else declared.__doc__


app = typer.Typer(
    cls=_Circle,
    help="Learn from practice that went well: the what works practice learning circle.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback()
def circle(
    ctx: typer.Context,
    log: Annotated[str | None, typer.Option(metavar="DIR", help="The learning log to work in.")] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Plain lines: for screen readers and simple terminals.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Learn from practice that went well: the what works practice learning circle."""
    from circle_cli.commands.edge import Asked, at_terminal

    ctx.obj = Asked(log=log, plain=plain)
    if version:
        print(__version__)
    elif ctx.invoked_subcommand is None and at_terminal():
        from circle_cli.commands.menu.welcome import welcome

        welcome(ctx.obj)
    elif ctx.invoked_subcommand is None:
        print(ctx.get_help())
