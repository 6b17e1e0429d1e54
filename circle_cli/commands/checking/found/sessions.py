"""The sessions as they are read, copies too: whose point came from which cast. And the sparks that may become some."""

import re
from collections.abc import Iterable, Iterator, Sequence

from circle_cli.commands.checking.found.problem import Problem, malformed, read_file
from circle_cli.commands.checking.found.public import Known
from circle_cli.errors import CircleError
from circle_cli.identifiers.lists import Lists
from circle_cli.log.reading.misspelt import refuse_misspelt
from circle_cli.session.file import parse_session, unnamed_in
from circle_cli.session.record import CastEntry, Session
from circle_cli.share.release.terms import Terms, make_terms
from circle_cli.signing.readers import Admitted
from circle_cli.sparks.file import read_lines
from circle_cli.text import refuse_two_versions


class Sessions:
    """What is gathered from them, one after another."""

    def __init__(self, own: Sequence[str] = ()) -> None:
        """Begin with none; `own` are the questions that the log has beside the eight."""
        self.own = own
        self.cast: dict[str, tuple[CastEntry, ...]] = {}
        self.entries: list[CastEntry] = []
        self.ids: list[str] = []
        self.unsaid: set[str] = set()
        self.points: set[str] = set()
        """The ids of the learning points that came from them."""

        self.joined: list[str] = []
        """The files that have a name with commas in it: earlier versions took a whole line of people for one."""

        self.unnamed: list[str] = []
        """The files with a line that looks like the heading of an own question, and is none: they do not name it."""

    def take(self, text: str, where: str) -> None:
        """Read one.

        Raises:
            CircleError: it is malformed, or has a key that is nearly one of ours.
        """
        session: Session = parse_session(text, where)
        self.ids.append(session.id)
        self.entries += session.cast or ()
        refuse_misspelt(session, text, where)
        if any(re.search("[,;]", entry.name) for entry in session.cast or ()):
            self.joined.append(where)
        if unnamed_in(text, self.own):
            self.unnamed.append(where)
        for point in session.learning_points:
            if point.point:
                self.points.add(point.point)
                self.cast[point.point] = (*self.cast.get(point.point, ()), *(session.cast or ()))
                self.unsaid |= {point.point} if session.cast is None else set()

    def terms(self, lists: Lists) -> Terms:
        """Give all names of all casts, and all ids, to be looked for."""
        return make_terms(self.entries, self.ids, lists)

    def known(self, lists: Lists, themes: frozenset[str], readers: Admitted) -> Known:
        """Give what is known once all are read."""
        unsaid = frozenset(self.unsaid)
        return Known(
            lists=lists, themes=themes, readers=readers, cast=self.cast, unsaid=unsaid, terms=self.terms(lists)
        )


def look_at_sparks(paths: Iterable[str]) -> Iterator[Problem]:
    """Give each line of these months that is no spark, and stays; where git left two versions in a file, that alone."""
    for path in paths:
        yield from _look_at_month(path)


def _look_at_month(path: str) -> Iterator[Problem]:
    wrong: list[CircleError] = []

    def look(text: str, where: str) -> None:
        refuse_two_versions(text, where)
        wrong.extend(each for _, each in read_lines(text, where) if isinstance(each, CircleError))

    yield from read_file(path, look)
    yield from (malformed(each, path) for each in wrong)
