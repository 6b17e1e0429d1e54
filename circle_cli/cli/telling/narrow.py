"""Help, as the window has room for it. What stands here loads next to nothing: `circle --help` waits for it."""

from collections.abc import Sequence
from functools import partial
from shutil import get_terminal_size
from typing import Any

_TWO_COLUMNS = 52
_BELOW = 4
"""Columns that the window has where help stands in two of its own, and how far in it stands below in a narrower one."""


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
    from circle_cli.shown import lines_of

    lead = " " * (formatter.current_indent + further)
    formatter.write("".join(f"{line}\n" for line in lines_of(f"{lead}{text}", formatter.width)))
