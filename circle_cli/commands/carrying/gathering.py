"""The files that somebody names to be taken in, and those in the folders that they name."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from circle_cli.commands.sources import read_source
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.importing.entry import Found, LeftOut
from circle_cli.importing.reading.files import KNOWN, Circle, read_file
from circle_cli.waiting import how_far

_TO_BE_SAVED_ANEW = {".odt", ".ods", ".rtf", ".pdf", ".pages", ".numbers", ".html", ".htm", ".mht", ".one", ".wpd"}
_LOCKS = ("~$", ".~lock.")
"""How files begin that say that an office program has another one open."""


def gathered(names: Sequence[str], circle: Circle) -> list[Found]:
    """Read all that was named, in its order; what could not be read is named, and the rest goes on.

    Raises:
        CircleError: one of the names leads nowhere.
    """
    if missing := next((name for name in names if name != "-" and not os.path.lexists(name)), None):
        raise CircleError("there is no such file or folder", USAGE, where=Place(missing), do="check the name")
    found: list[Found] = []
    seen: set[Path] = set()
    places = [each for name in names for each in _meant(name)]
    for each in how_far.each(places, "Reading the files"):
        if isinstance(each, LeftOut):
            found.append(Found(left_out=(each,)))
        elif (place := Path(each).resolve()) not in seen:
            found.append(_read(each, circle))
            seen.add(place)
    return found


def _meant(name: str) -> Iterable[str | LeftOut]:
    """Give the files that a name stands for."""
    return [name] if name == "-" or not Path(name).is_dir() else _inside(Path(name))


def _inside(folder: Path) -> Iterator[str | LeftOut]:
    """Give the files in a folder that may be read, in the order of their names; name those that are not."""
    closed: list[OSError] = []
    for top, folders, names in os.walk(folder, onerror=closed.append):
        for name in sorted(folders):
            if name.startswith(".") or Path(top, name).is_symlink():
                kind = "hidden folder" if name.startswith(".") else "link to a folder"
                yield LeftOut(where=str(Path(top, name)), why=f"a {kind}, which was not looked into")
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = Path(top, name)
            if why := _not_read(path):
                yield LeftOut(where=str(path), why=why)
            else:
                yield str(path)
    for error in closed:
        yield LeftOut(where=os.fsdecode(error.filename), why=f"could not be looked into: {error.strerror}")


def _not_read(path: Path) -> str:
    if path.name.startswith(_LOCKS):
        return "a mark of an office program that has a document open"
    if path.name.startswith("."):
        return "a hidden file"
    if path.is_symlink():
        return "a link, which is not followed: name what it leads to"
    if path.suffix.lower() in _TO_BE_SAVED_ANEW:
        return "not of a kind that can be taken in; save it as .docx, .xlsx or text, and try again"
    if path.suffix.lower() not in KNOWN:
        return "not of a kind that can be taken in"
    return "" if path.is_file() else "no file, but a pipe or a device"


def _read(name: str, circle: Circle) -> Found:
    where = "standard input" if name == "-" else name
    try:
        found = read_file(read_source(name), where, circle)
        unnamed = tuple(replace(entry, file_name="") for entry in found.entries)
        return replace(found, entries=unnamed) if name == "-" else found
    except CircleError as error:
        return Found(left_out=(LeftOut(where=str(error.where or where), why=error.message),))
