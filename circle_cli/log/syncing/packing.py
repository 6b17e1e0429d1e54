"""Many small objects of a history put into one file, which git does by itself where it is let: not during a save.

Nothing is taken out of the history: what no branch leads to, and what git notes of earlier states, stays as it is.
"""

from contextlib import suppress

from circle_cli.log.history.repository import find_repository
from circle_cli.log.syncing.history import History

_MANY = 27
"""In one of the 256 folders in which they lie: of all of them about as many as git itself waits for."""


def pack(history: History) -> None:
    """Put them together if they are many; whatever comes of it, the history is there."""
    repository = find_repository(history.root)
    with suppress(OSError):
        if repository and sum(1 for _ in (repository.common / "objects" / "17").iterdir()) > _MANY:
            history.output("repack", "-d", "-l", "-n", "-q")
