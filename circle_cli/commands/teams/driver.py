"""`circle sync --driver`: what git runs, where it was told to, to bring two versions of one file together."""

from pathlib import Path

from circle_cli.errors import FINDINGS, USAGE, CircleError, Place
from circle_cli.merging.files import merge_files

_TOLD = 4


def drive(told: list[str]) -> None:
    """Put what came of two versions in the place of ours, as git wants it: told base, ours, theirs, and the path.

    Raises:
        CircleError: they cannot be one; git says then that this file is still to be settled, and has ours in it.
    """
    if len(told) != _TOLD:
        do = "git config --global merge.circle.driver 'circle sync --driver %O %A %B %P'"
        raise CircleError("--driver is for git, which says four files", USAGE, do=do)
    base, ours, theirs = (Path(name).read_bytes() for name in told[:3])
    merged = merge_files(told[3], base or None, ours, theirs)
    if merged.beside is not None:
        wrong, do = "two people changed it at once, and nobody can say which is right", "circle sync keeps both"
        raise CircleError(wrong, FINDINGS, where=Place(told[3]), do=do)
    Path(told[1]).write_bytes(merged.content)
