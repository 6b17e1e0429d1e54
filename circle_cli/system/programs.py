"""Where a program is."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePath, PureWindowsPath

_HERE = type(PurePath())
_ENDINGS = ".COM;.EXE;.BAT;.CMD"
_QUOTED_OR_PLAIN = re.compile(r'"([^"]*)"|([^\s"]+)')


def find_program(
    name: str,
    environ: Mapping[str, str],
    flavour: type[PurePath] = _HERE,
    is_program: Callable[[str], bool] = lambda path: os.path.isfile(path) and os.access(path, os.X_OK),  # noqa: PTH113
) -> str | None:
    """Find a program on PATH, and never in the folder somebody happens to stand in; None where there is none.

    Windows looks in the current folder first, and a PATH may name it (`.`, or nothing): a learning log that came from
    elsewhere must not bring its own git. `flavour` says how the system spells paths.
    """
    windows = issubclass(flavour, PureWindowsPath)
    endings = environ.get("PATHEXT", _ENDINGS) if windows else ""
    return next(filter(is_program, _places(name, environ.get("PATH", os.defpath), endings, flavour)), None)


@lru_cache(maxsize=8)
def _places(name: str, path: str, endings: str, flavour: type[PurePath]) -> tuple[str, ...]:
    """Name where it could be: worked out once for one PATH, since git is started dozens of times."""
    windows = issubclass(flavour, PureWindowsPath)
    known = endings.split(";")
    if name.upper().endswith(tuple(filter(None, known))):
        known = [""]
    folders = [flavour(each.strip('"') if windows else each) for each in path.split(";" if windows else ":")]
    return tuple(str(each / f"{name}{ending}") for each in folders if each.is_absolute() for ending in known)


def command_words(command: str, *, windows: bool = sys.platform == "win32") -> list[str]:
    r"""Split a command as somebody sets it (EDITOR) into its words, by the rule of the system.

    On Windows a back-slash is part of a path and nothing else, and quotation marks hold a path with spaces together:
    `"C:\Program Files\Notepad++\notepad++.exe" -multiInst`.

    Raises:
        ValueError: a quotation mark is not closed.
    """
    if not windows:
        import shlex

        return shlex.split(command)
    if command.count('"') % 2:
        raise ValueError("No closing quotation")
    return [quoted or plain for quoted, plain in _QUOTED_OR_PLAIN.findall(command)]
