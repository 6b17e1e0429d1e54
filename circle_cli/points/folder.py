"""The folder of learning points, read whole: every file in it may be shown to everyone, or nothing of it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest
from pathlib import Path

from circle_cli.errors import CircleError, Place
from circle_cli.points.approval import approval_error, approval_fault, digest_of_readers
from circle_cli.points.file import point_in, render_point, render_withdrawn
from circle_cli.points.history import refuse_gone_back
from circle_cli.points.notices import read_notices
from circle_cli.points.of_base.themes import load_meanings
from circle_cli.points.open_folder import Look, OfFile, files_in, look_each_time, read_anew, refuse_stray
from circle_cli.points.record import PARTS, LearningPoint, Trial, Withdrawn
from circle_cli.points.report import place_of as report_place
from circle_cli.points.told import LeftOut, read_told
from circle_cli.signing.lists import refuse_unread_lists
from circle_cli.signing.readers import Admitted, load_readers
from circle_cli.system.no_links import content_of, inside
from circle_cli.text import is_exactly, text_of
from circle_cli.vocabulary import Was
from circle_cli.waiting import how_far

POINTS_FOLDER = "learning-points"
"""Its name inside `guidance/`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The learning points of one folder, each valid, approved and unchanged since; and what was taken back.

    Each has what others report of it, wherever that is kept; `left_out` are reports that do not count.
    """

    folder: Path
    points: tuple[LearningPoint, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def place(self, point: LearningPoint, key: str, line: int = 1) -> Place:
        """Give the file and the line where something of a point stands: `line` lines into it."""
        path = self.folder / f"{point.id}.md"
        return Place(path, _line_of(path, key) + line - 1)

    def place_of(self, point: LearningPoint, trial: Trial) -> Place:
        """Give where something that is told of a point stands: in a file of its own, or in the point's."""
        if trial.report is None:
            return self.place(point, "tried")
        return Place(report_place(self.folder.parent, trial.report))

    def problem(self, point: LearningPoint, key: str, what: str, *, do: str) -> CircleError:
        """Make the error for something in a point."""
        return CircleError(what, where=self.place(point, key), do=do)


def read_published(folder: Path, of_file: OfFile = read_anew, look: Look = look_each_time) -> Published:
    """Read all learning points of a log, in the folder inside its `guidance/`; one that is not there holds none.

    A preview hands in `of_file`, which may know what was read of a file before; `look` may know that an approval
    counted before.

    In a base a team's theme is that of the base which it means there.

    Each signature is verified, unless that is known, and each must be by a reader of that log. What was taken back is
    not read.

    Raises:
        CircleError: a file is no learning point of ours, is malformed, not approved, or was changed since; or a list of
            the log's, by which they were checked, is not approved; or git's history knows that something was withdrawn,
            or put in other words since.
    """
    inside(folder.parents[1], folder)
    readers = load_readers(folder.parents[1])
    notices = {each.id: each for each in read_notices(folder.parent)}
    found: list[LearningPoint | Withdrawn] = [each for each in notices.values() if each.was is Was.POINT]
    for path in how_far.each(files_in(folder), "Reading learning points"):
        refuse_stray(path, "this is no learning point")
        if path.stem not in notices:
            found.append(of_file(path, readers, partial(_approved, path, readers, look)))
    refuse_unread_lists(folder.parents[1], readers)
    refuse_gone_back(folder.parent, readers)
    meanings = load_meanings(folder.parents[1])
    points = [meanings.applied(each, readers) for each in found if isinstance(each, LearningPoint)]
    gone = frozenset((*notices, *(each.id for each in found if isinstance(each, Withdrawn))))
    told = read_told(folder.parent, points, gone, readers, of_file, look)
    return Published(
        folder=folder,
        points=tuple(replace(each, tried=(*each.tried, *told.of.get(each.id, ()))) for each in points),
        left_out=told.left_out,
        withdrawn=tuple(sorted((each for each in found if isinstance(each, Withdrawn)), key=lambda each: each.id)),
    )


def _approved(path: Path, readers: Admitted, look: Look) -> LearningPoint | Withdrawn:
    content = content_of(path)
    point = point_in(content, path)

    def examine() -> Sequence[CircleError]:
        if isinstance(point, LearningPoint) and (fault := approval_fault(point, readers)):
            raise approval_error(fault, Place(path, _line_of(path, "approval")))
        look_closely(path, point, content)
        return ()

    look(("approval", content, digest_of_readers(readers)), examine)
    return point


def look_closely(path: Path, point: LearningPoint | Withdrawn, content: bytes) -> None:
    """Refuse what a file holds beside what it says: other bytes, and explained words that it has not.

    Raises:
        CircleError: there is some; file and line are named.
    """
    if isinstance(point, LearningPoint):
        _refuse_other_words(point, path)
    ours = render_point(point) if isinstance(point, LearningPoint) else render_withdrawn(point)
    _refuse_rewritten(path, ours, content)


def _refuse_other_words(point: LearningPoint, path: Path) -> None:
    """Refuse explained words that are not in the text: nobody approved these, and yet anybody may read them here."""
    texts = [" ".join(text.split()) for text in (point.title, *point.parts.values())]
    for words in point.approval.explained if point.approval else ():
        if not any(words in text for text in texts):
            wrong = "the approval explains words that are not in the text"
            raise CircleError(wrong, where=Place(path, _line_of(path, "approval")), do="take them out")


def _refuse_rewritten(path: Path, ours: str, content: bytes) -> None:
    """Refuse a file that says the same in other bytes: nobody has seen those."""
    if is_exactly(ours, content):
        return
    pairs = zip_longest(content.decode("utf-8", "replace").split("\n"), ours.split("\n"))
    line = next((number for number, (there, wanted) in enumerate(pairs, start=1) if there != wanted), 1)
    wrong = "changed since it was approved, if only in its spelling"
    raise CircleError(wrong, where=Place(path, line), do="put it back as it was")


def _line_of(path: Path, key: str) -> int:
    """Give the line on which a key of the front matter stands, or on which the text of a part begins; 1 if none."""
    text = text_of(path)
    wanted = rf"(?m)^## {PARTS[key]}[ \t]*\n+" if key in PARTS else rf"(?m)^(?={key}:)"
    found = re.search(wanted, text)
    return text.count("\n", 0, found.end()) + 1 if found else 1
