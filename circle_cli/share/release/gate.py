"""The gate before the site: no learning point becomes a page whose words the identifier check still asks about.

Whoever changed the lists since, or wrote into a file by hand, meets it again here. It names places, never the words:
a log of a build may be read by others.
"""

from collections.abc import Iterator

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.points.approval import ApprovalFault, approval_error
from circle_cli.points.folder import Published
from circle_cli.points.record import LearningPoint
from circle_cli.share.vetting import explained, file_key_of, unsettled, visible

_SHOWN = 20
"""Places in one message: more of them help nobody."""


def inspect(published: Published, lists: Lists) -> frozenset[str]:
    """Give the ids of the learning points that may become pages: all of them.

    Raises:
        CircleError: one is not approved, or holds what has to be settled first; file and line are named.
    """
    problems: list[tuple[LearningPoint, str, int, str]] = []
    for point in published.points:
        if point.approval is None:  # its signature was verified when it was read
            raise approval_error(ApprovalFault.UNAPPROVED, published.place(point, "approval"))
        problems += [(point, *each) for each in dict.fromkeys(_unsettled(point, lists))]
    if problems:
        shown = [f"{published.place(point, key, line)}: {what}" for point, key, line, what in problems[:_SHOWN]]
        more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        told = "\n".join([*shown, *more])
        raise CircleError(
            f"{told}\nNothing was published. `circle scan` on such a file shows the words, on your own screen",
            do="withdraw the learning point, or propose it anew in other words.",
        )
    return frozenset(point.id for point in published.points)


def _unsettled(point: LearningPoint, lists: Lists) -> Iterator[tuple[str, int, str]]:
    for place, text in visible(point):
        for finding in unsettled(text, (), lists, explained(point, place)):
            yield file_key_of(place), finding.line, f"may be of the kind `{finding.kind}`, and nobody has explained it"
