"""Files that come with the program: inside the installed package, or beside it in a clone."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def packed(name: str) -> Path:
    """Give the place of a file or folder that the wheel carries as `_<name>`."""
    inside = _PACKAGE / f"_{name}"
    return inside if inside.exists() else _PACKAGE.parent / name
