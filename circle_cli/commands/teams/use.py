"""`circle use`: which log circle works in where nothing else names one."""

import os
from pathlib import Path

from circle_cli.commands.edge import result, say
from circle_cli.commands.folders import log_in_use, own_log_folder, place_of_log_in_use
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.ids import MARK
from circle_cli.log.durable import remove, replace
from circle_cli.system.no_links import content_if_there, content_of, is_there
from circle_cli.system.processes import left_by_the_dead
from circle_cli.system.typed import typed

_WINS = "It works in another log where you stand in that one's folder, or where CIRCLE_LOG or --log names it."


def use(folder: str | None, *, own: bool) -> None:
    """Have circle use this log from now on, or the person's own one again; without either, say which it uses."""
    if own:
        _forget()
        say(f"From now on circle uses your own log, {own_log_folder()}.")
    elif folder is None:
        result(str(log_in_use() or own_log_folder()))
    else:
        root = Path(folder).expanduser().absolute()
        use_log(root)
        say(f"From now on circle uses {root}. Back to your own: circle use --own\n{_WINS}")


def use_log(root: Path) -> None:
    """Keep that this log is to be used.

    Raises:
        CircleError: there is none, or it cannot be kept.
    """
    if not is_there(root / MARK):
        do = f"`{typed('circle', 'init', str(root))}` makes one there"
        raise CircleError(f"there is no learning log here: no {MARK}", USAGE, where=Place(root), do=do)
    place = place_of_log_in_use()
    for left in left_by_the_dead(place.parent, f".{place.name}.tmp-"):
        left.unlink(missing_ok=True)
    replace(place, os.fsencode(root) + b"\n", content_if_there(place))


def _forget() -> None:
    place = place_of_log_in_use()
    if is_there(place):
        remove(place, content_of(place))
