"""What somebody was told, or agreed to, on this computer: kept in their own state folder, and never in a log."""

import hashlib
import os
from contextlib import suppress
from functools import partial
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.folder import NO_TRUST, Trust
from circle_cli.system.files import ignore_all, make_folder, sync

_FOLDER = "remembered"


def is_remembered(state: Path, root: Path, what: str) -> bool:
    """Tell whether this was remembered of the log at `root`."""
    return os.path.isfile(_place(state, root, what))  # noqa: PTH113 (Path's own raises where it may not look)


def remember(state: Path, root: Path, what: str) -> None:
    """Remember it; where that cannot be written, it is said or asked again."""
    place = _place(state, root, what)
    with suppress(OSError, CircleError):
        make_folder(place.parent)
        ignore_all(place.parent)  # where the state folder is a log's, as on macOS, git has no business here
        place.open("xb").close()
        sync(place.parent)


def told_before(own: Path | None, root: Path, what: str) -> bool:
    """Tell whether somebody was told this of the log at `root`, and count them as told from now on."""
    if own is None:
        return False
    known = is_remembered(own, root, what)
    if not known:
        remember(own, root, what)
    return known


def trust_kept_in(own: Path | None) -> Trust:
    """Give what somebody on this computer began or agreed to."""
    return NO_TRUST if own is None else Trust(knows=partial(is_remembered, own), keep=partial(remember, own))


def _place(state: Path, root: Path, what: str) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(root)) + b"\0" + what.encode("utf-8", "surrogateescape"))
    return state / _FOLDER / name.hexdigest()[:32]
