"""The gate before the site: no learning point becomes a page whose words the identifier check still asks about.

Whoever changed the lists since, or wrote into a file by hand, meets it again here. It names places, never the words:
a log of a build may be read by others.
"""

from collections.abc import Iterator

from circle_cli.errors import CircleError
from circle_cli.points.file import refuse_unapproved
from circle_cli.points.folder import Published
from circle_cli.points.record import LearningPoint
from circle_cli.share.check import find_identifiers
from circle_cli.share.finding import Finding, Kind
from circle_cli.share.lists import Lists

_SHOWN = 20
"""Places in one message: more of them help nobody."""


def inspect(published: Published, lists: Lists) -> frozenset[str]:
    """Give the ids of the learning points that may become pages: all of them.

    Raises:
        CircleError: one is not approved, or holds what has to be settled first; file and line are named.
    """
    problems: dict[str, None] = {}
    for point in published.points:
        refuse_unapproved(point, published.place(point, "approval"))
        for key, line, what in _unsettled(point, lists):
            problems[f"{published.place(point, key, line)}: {what}"] = None
    if problems:
        more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        told = "\n".join([*list(problems)[:_SHOWN], *more])
        raise CircleError(
            f"{told}\nNothing was published. `circle scan` on such a file shows the words, on your own screen; "
            "withdraw the learning point, or propose it anew in other words."
        )
    return frozenset(point.id for point in published.points)


def visible_texts(point: LearningPoint) -> Iterator[tuple[str, str]]:
    """Give each text of a learning point that somebody wrote, with the key under which it stands in the file."""
    yield "title", point.title
    yield from point.parts.items()
    for trial in point.tried:
        if trial.differed:
            yield "tried", trial.differed


def is_settled(finding: Finding, text: str, point: LearningPoint) -> bool:
    """Tell whether a finding in a point's text needs nobody any more: it only warned, or its words were explained.

    What is hidden is never explained: nobody can have read it.
    """
    if finding.only_warns:
        return True
    words = " ".join(text[finding.start : finding.end].split())
    return finding.kind is not Kind.HIDDEN and point.approval is not None and words in point.approval.explained


def _unsettled(point: LearningPoint, lists: Lists) -> Iterator[tuple[str, int, str]]:
    for key, text in visible_texts(point):
        for finding in find_identifiers(text, (), lists):
            if not is_settled(finding, text, point):
                yield key, finding.line, f"may be of the kind `{finding.kind}`, and nobody has explained it"
