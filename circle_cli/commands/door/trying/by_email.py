"""`circle tried POINT --from FILE`: an e-mail that a page began, taken in by whoever looks after the site.

Who sent it is not kept. So nobody can tell whether one person sent two, but the same e-mail counts once; and whoever
takes it in is asked nothing of themselves: they pass on what somebody else tells, and a second person reads it.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from circle_cli.aloud.words import aloud
from circle_cli.commands.door.trying.meant import Meant
from circle_cli.commands.edge import say, today
from circle_cli.commands.sources import read_source
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.points.by_email.letters import Letter
from circle_cli.points.by_email.reading import Answer, read_answer
from circle_cli.points.record import Report
from circle_cli.share.proposal import State
from circle_cli.share.reporting import Reported

_STANDS = (State.PROPOSED, State.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An e-mail as it was read; `digest` is that of its file, by which the same one is known again."""

    answer: Answer
    digest: str
    year: int
    where: str

    @property
    def suggests(self) -> bool:
        """Tell whether it suggests other words, and tells nothing of how it went."""
        return self.answer.letter is Letter.BETTER


def take_in(source: str) -> Taken:
    """Read an e-mail, and say what of it has no place.

    Raises:
        CircleError: it is none that a page began.
    """
    from circle_cli.points.by_email.opened import open_email  # what Python reads e-mails with takes long to load

    where = "standard input" if source == "-" else source
    content = read_source(source)
    opened = open_email(content, where)
    answer = read_answer(opened.text, where)
    if answer.beside:
        lines = "\n".join(f"  {line}" for line in answer.beside)
        say(f"This stands in the e-mail, too, and has no place in a report; the file keeps it:\n{lines}")
    if answer.letter is Letter.TRIED and answer.outcome is None:
        say("It does not say how it went, or has a cross at more than one.")
    if opened.attached:
        say("Files hang on it, which are not taken in: circle reflect --from takes one that was made with the form.")
    year = min(opened.year or today().year, today().year)
    return Taken(answer=answer, digest=hashlib.sha256(content).hexdigest(), year=year, where=where)


def refuse_another(taken: Taken, point: Meant) -> None:
    """Refuse an e-mail that speaks of another learning point than the one that was named.

    Raises:
        CircleError: so.
    """
    told = taken.answer.point
    if told is not None and told != point.id:
        do = f"if that is right: circle tried {aloud(told)} --from FILE"
        raise CircleError(f"this e-mail is about {aloud(told)}", USAGE, where=Place(taken.where), do=do)


def refuse_again(taken: Taken, report: Report, others: Iterable[Reported]) -> None:
    """Refuse an e-mail that was taken in before; one that only says the same is told, as it may be somebody else's.

    Raises:
        CircleError: so.
    """
    about = [
        each
        for each in others
        if each.state in _STANDS and (each.report.point, each.report.revision) == (report.point, report.revision)
    ]
    for each in about:
        same = (each.report.outcome, each.report.differed) == (report.outcome, report.differed)
        if each.letter == taken.digest or (same and report.differed):
            do = "nothing was added"
            raise CircleError(f"this e-mail is in the log already ({each.report.id})", where=Place(taken.where), do=do)
    earlier = [each.report.id for each in about if each.letter]
    if earlier and report.outcome:
        say(
            f"Other e-mails on it are in the log ({', '.join(earlier)}). Each person counts once, and only you can see "
            "who sent this one: if it is from the same person, `circle undo` takes it back."
        )
