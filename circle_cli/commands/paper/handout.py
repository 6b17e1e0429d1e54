"""`circle event --to`: a handout of a training event, for those who were there.

It leaves the log as a file that anybody can send on. So it says what was learnt, agreed and said of the session, told
without names as a copy into another log is; whatever may still say who somebody is, is left out, and that is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from circle_cli.commands.edge import Asked, say, say_left_out
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.paper.delivery import deliver
from circle_cli.errors import USAGE, CircleError
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.ids import short_id
from circle_cli.log.reading.events import sessions_of_event
from circle_cli.paper.layout import FEEDBACK
from circle_cli.paper.prints.handout import Handout, handout_page
from circle_cli.session.people import people_of
from circle_cli.session.record import CastEntry, Session
from circle_cli.share.retelling import retell_text
from circle_cli.vocabulary import Scope, Status

_IN = (Status.RECORDED, Status.FOLLOWED_UP)
_COLLEAGUE = "a colleague"


def write_handout(asked: Asked, short: str, to: str, *, as_json: bool) -> None:
    """Write the handout of the groups that are in.

    Raises:
        CircleError: none is, or the file cannot go there.
    """
    log = log_for_sessions(asked)
    if as_json:
        raise CircleError("--json: a handout is no JSON", USAGE, do="ask for one of the two")
    members = sessions_of_event(log, short, say_left_out)
    sessions = [found.session for _, found in members if found.session.status in _IN]
    if not sessions:
        raise CircleError("no group of this event is in yet", USAGE, do="make the handout when one has been recorded")
    teller = _Teller(_all_named(sessions), load_lists(log.root))
    handout = Handout(
        days=tuple(each.date for each in sessions),
        groups=len(sessions),
        learnt=teller.told((each, _learnt(each)) for each in sessions),
        actions=tuple(
            (told, action.by)
            for each in sessions
            for action in each.action_points
            for told in teller.told([(each, [action.what])])
        ),
        feedback={key: teller.told((each, _said(each, key)) for each in sessions) for key in FEEDBACK.values()},
    )
    deliver({f"circle-handout-{members[0][0].id}": handout_page(handout)}, None, to, private_to=log)
    if to != "-":
        _last_words(sessions, teller)


@dataclass(slots=True)
class _Teller:
    """Tells texts without names: those of all the stories, and of all who were there; keeps what it left out."""

    cast: tuple[CastEntry, ...]
    lists: Lists
    left_out: list[str] = field(default_factory=list)

    def told(self, texts: Iterable[tuple[Session, Iterable[str]]]) -> tuple[str, ...]:
        """Give each text as it can be told, once; those that cannot are left out."""
        told: list[str] = []
        for session, lines in texts:
            for line in lines:
                text, still = retell_text(" ".join(line.split()), self._check)
                if still:
                    self.left_out.append(session.id)
                elif text:
                    told.append(text)
        return tuple(dict.fromkeys(told))

    def _check(self, text: str) -> tuple[Finding, ...]:
        return find_identifiers(text, self.cast, self.lists)


def _all_named(sessions: Sequence[Session]) -> tuple[CastEntry, ...]:
    stories = [entry for session in sessions for entry in session.cast or ()]
    there = dict.fromkeys(name for session in sessions for name in people_of(session))
    return (*stories, *(CastEntry(name=name, say=_COLLEAGUE) for name in there))


def _learnt(session: Session) -> Iterable[str]:
    """Give what may hold elsewhere: what belongs to one situation is a part of its story."""
    return (point.text for point in session.learning_points if point.scope is Scope.GENERAL)


def _said(session: Session, key: str) -> Iterable[str]:
    spoke = (session.feedback, *session.feedback_from)
    return (text for each in spoke if each and (text := getattr(each, key)))


def _last_words(sessions: Sequence[Session], teller: _Teller) -> None:
    say("It is for those who were there: it names nobody, and still it is not for others to read.")
    specific = sum(point.scope is not Scope.GENERAL for each in sessions for point in each.learning_points)
    if specific:
        say(f"Not in it: {specific} learning point(s) that nobody has said may hold elsewhere.")
    if teller.left_out:
        named = ", ".join(short_id(each) for each in dict.fromkeys(teller.left_out))
        say(f"Not in it: {len(teller.left_out)} text(s) that may say who somebody is (in {named}).")
    if unasked := [short_id(each.id) for each in sessions if each.cast is None]:
        say(f"Nobody has said yet who is in the story of {', '.join(unasked)}: circle resume asks.")
        say("Read the handout before you give it out.")
