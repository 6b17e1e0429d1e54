"""How the sessions of a log came into it: in which order, and who brought each, as its history has it."""

import os
from collections.abc import Mapping

from circle_cli.ids import SESSION_ID, id_in
from circle_cli.insights.groups import Came
from circle_cli.log.folder import Log
from circle_cli.system.running import run_git

_LIMIT = 120.0  # seconds


def came_into(log: Log) -> Mapping[str, Came]:
    """Give how each session came into the log, by its id; of those that the history has not got, nothing."""
    form = "--format=%x00%an"
    asks = ("log", "--reverse", "--no-renames", "--diff-filter=A", "--name-only", form, "--", "sessions")
    try:
        output = run_git("-C", os.fsencode(log.root), *asks, limit=_LIMIT)
    except OSError:
        return {}
    found: dict[str, Came] = {}
    for commit in output.out.decode("utf-8", "replace").split("\0")[1:] if output.code == 0 else ():
        by, _, names = commit.partition("\n")
        for name in sorted(line.rpartition("/")[2].strip('"') for line in names.splitlines() if line):
            if SESSION_ID.match(name):
                found.setdefault(id_in(name), Came(number=len(found), by=by))
    return found
