"""Where a program is."""

import os
import re
import sys
from collections.abc import Callable, Mapping
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
    endings = environ.get("PATHEXT", _ENDINGS).split(";") if windows else [""]
    if name.upper().endswith(tuple(filter(None, endings))):
        endings = [""]
    for folder in environ.get("PATH", os.defpath).split(";" if windows else ":"):
        place = flavour(folder.strip('"') if windows else folder)
        for ending in endings if place.is_absolute() else ():
            if is_program(found := str(place / f"{name}{ending}")):
                return found
    return None


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
