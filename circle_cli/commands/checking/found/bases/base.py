"""All that has no place in a base."""

from collections.abc import Iterator

from circle_cli.commands.checking.found.bases.private import look_for_private
from circle_cli.commands.checking.found.bases.strange import look_for_strange
from circle_cli.commands.checking.found.before import Before
from circle_cli.commands.checking.found.problem import Problem
from circle_cli.log.folder import Log


def look_at_base(log: Log, before: Before, since: str = "") -> Iterator[Problem]:
    """Give each file that has no place in a base, in its folder or, of what is private, in a commit since `since`."""
    private = [*look_for_private(log, before, since)]
    yield from private
    yield from look_for_strange(log, {each.path for each in private})
