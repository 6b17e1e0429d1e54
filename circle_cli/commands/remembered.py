"""What somebody was told, or agreed to, on this computer: kept in their own state folder, and never in a log."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.log.folder import Trust
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


def trust_kept_in(own: Callable[[], Path | None]) -> Trust:
    """Give what somebody on this computer began or agreed to; where that is kept is found out when it is asked for."""

    def knows(root: Path, what: str) -> bool:
        place = own()
        return place is not None and is_remembered(place, root, what)

    def keep(root: Path, what: str) -> None:
        if (place := own()) is not None:
            remember(place, root, what)

    return Trust(knows=knows, keep=keep)


def _place(state: Path, root: Path, what: str) -> Path:
    import hashlib  # mostly nothing is to be remembered, and OpenSSL comes with it

    name = hashlib.sha256(os.fsencode(os.path.realpath(root)) + b"\0" + what.encode("utf-8", "surrogateescape"))
    return state / _FOLDER / name.hexdigest()[:32]
