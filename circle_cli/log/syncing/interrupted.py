"""What a sync that was stopped may have left: where it is noted, and what is only cleared away."""

import os
from contextlib import suppress
from pathlib import Path

NOTE = Path(".circle") / "syncing"
"""From which commit to which a folder was being taken."""

INDEX = "circle-bringing-"
"""How an index is called in which a tree is put together, in git's own folder."""

_BEGUN = ".tmp-"


def clear_away(folder: Path, own: Path) -> None:
    """Delete what a run that was killed left of such an index in git's own folder, and of notes in circle's `own`."""
    with suppress(OSError):
        for place, before in ((folder, INDEX), (own, _BEGUN)):
            if not any(before in name for name in os.listdir(place)):  # noqa: PTH208 (names alone, and at once)
                continue
            from circle_cli.system.processes import left_by_the_dead

            for left in left_by_the_dead(place, before):
                left.unlink(missing_ok=True)
