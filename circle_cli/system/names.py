"""Names that Windows keeps for itself, or cannot hold: a file of such a name is never found again, or is a printer."""

import re
import sys
from pathlib import PurePath

from circle_cli.errors import USAGE, CircleError, Place

_KEPT = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)
_SIGNS = re.compile(r'[<>:"|?*\x00-\x1f]')
_LONGEST_PATH = 259


def unfit(name: str) -> str:
    """Say why Windows can have no file or folder of this name; nothing where it can."""
    if _KEPT.fullmatch(name):
        return f"“{name}” is a name that Windows keeps for a device"
    if name.rstrip(". ") != name:
        return f"“{name}” ends in a dot or a space, which Windows leaves out"
    found = _SIGNS.search(name)
    return f"“{name}” has a sign in it that no name may have on Windows" if found else ""


def refuse_unfit(path: PurePath, option: str, *, windows: bool = sys.platform == "win32") -> None:
    """Refuse a place in which Windows could keep nothing, or something else than what is meant.

    Raises:
        CircleError: so it is; `option` chooses another place.
    """
    for name in _names(path) if windows else ():
        if why := unfit(name):
            raise CircleError(why, USAGE, where=Place(path), do=f"choose another name with {option}")


def is_too_long(path: str | PurePath, *, windows: bool = sys.platform == "win32") -> bool:
    """Tell whether a path is longer than Windows takes, unless it was told to; it says that nothing is there."""
    return windows and len(str(path)) > _LONGEST_PATH


def _names(path: PurePath) -> list[str]:
    return [name for name in path.parts if name not in (path.anchor, ".", "..")]
