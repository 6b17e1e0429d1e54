"""The gate before the site: nothing becomes a page whose words the identifier check still asks about.

Whoever changed the lists since, or wrote into a file by hand, meets it again here. It names places, never the words:
a log of a build may be read by others.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.own_words.passages import OwnWords
from circle_cli.points.approval import ApprovalFault, approval_error
from circle_cli.points.folder import Published
from circle_cli.points.open_folder import Look, look_each_time
from circle_cli.points.record import LearningPoint
from circle_cli.share.vetting import explained, file_key_of, unsettled, visible
from circle_cli.share.wording import unsettled_in
from circle_cli.waiting import how_far

_SHOWN = 20
"""Places in one message: more of them help nobody."""


def inspect(
    published: Published, lists: Lists, own: Sequence[OwnWords] = (), look: Look = look_each_time
) -> frozenset[str]:
    """Give the ids of the learning points that may become pages: all of them; `own` are the log's own words beside.

    `look` may know that a learning point's texts were well before.

    Raises:
        CircleError: one is not approved, or holds what has to be settled first; file and line are named.
    """
    problems: list[str] = []
    for point in how_far.each(published.points, "Looking for names"):
        if point.approval is None:  # its signature was verified when it was read
            raise approval_error(ApprovalFault.UNAPPROVED, published.place(point, "approval"))
        said = (point.approval.explained, [*visible(point)])
        found = dict.fromkeys(look(said, partial(_unsettled, point, lists)))
        problems += [f"{published.place(point, key, line)}: {what}" for key, line, what in found]
    _refuse(problems, "withdraw the learning point, or propose it anew in other words.")
    asked = [f"{each.place}: {each.what}" for words in own if not words.fault for each in unsettled_in(words, lists)]
    _refuse(list(dict.fromkeys(asked)), "say it in other words, and have that read: `circle review`.")
    return frozenset(point.id for point in published.points)


def _refuse(problems: Sequence[str], do: str) -> None:
    if problems:
        more = [f"and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        told = "\n".join([*problems[:_SHOWN], *more])
        raise CircleError(
            f"{told}\nNothing was published. `circle scan` on such a file shows the words, on your own screen", do=do
        )


def _unsettled(point: LearningPoint, lists: Lists) -> Sequence[tuple[str, int, str]]:
    return [*_findings(point, lists)]


def _findings(point: LearningPoint, lists: Lists) -> Iterator[tuple[str, int, str]]:
    for place, text in visible(point):
        for finding in unsettled(text, (), lists, explained(point, place)):
            yield file_key_of(place), finding.line, f"may be of the kind `{finding.kind}`, and nobody has explained it"
