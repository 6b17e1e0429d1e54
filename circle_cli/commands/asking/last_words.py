"""What is said once a session is saved: where it is, what can be added, and what one might do next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from circle_cli.commands.drafts.interview import How, greet, plain_or_screen, to_others, what_next
from circle_cli.commands.drafts.session_file import tell_saved, tell_uncommitted
from circle_cli.commands.edge import result, show
from circle_cli.days import in_words
from circle_cli.guidance.records import Guidance
from circle_cli.ids import short_id
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.asides import choose
from circle_cli.interview.asker import Paused, Where
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.during.adding import READ, offer
from circle_cli.interview.script.script import Interview
from circle_cli.log.folder import Log
from circle_cli.log.saving import Saved
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.session.record import Session
from circle_cli.vocabulary import Scope, Share

_BEGINNING = 25
"""So many words of an answer tell which it is."""

Add = Callable[[Log, Path, Addition, How], None]
"""Asks for something that is added to the session in a file, saves it, and says its own last words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A session as it is saved, and whom to tell of it; `add` asks for more of it."""

    log: Log
    path: Path
    session: Session
    interview: Interview
    how: How
    add: Add


class Offers(Enum):
    """What somebody is asked once a session is saved."""

    ALL = auto()
    """What they would like to add."""

    ACTIONS = auto()
    """Whether something that they wrote is an action: on the quick path, which is four keys."""

    NOTHING = auto()


def last_words(told: Told, saved: Saved, *, offers: Offers, again: bool) -> None:
    """Say what was saved, and whether git has it; where it is was said before if it is saved `again`."""
    if again:
        show("\n")
        result(f"Saved: {told.session.title}")
    else:
        greet("Thank you for taking the time to look at what went well.", told.how)
        show("\n")
        tell_saved(told.log, told.session.title, saved)
    tell_uncommitted(told.log, saved, told.how)
    if offers is Offers.ALL:
        offer_more(told)
    elif offers is Offers.ACTIONS:
        told.add(told.log, told.path, Addition.ACTIONS, told.how)
    else:
        _what_next(told)


def offer_more(told: Told) -> None:
    """Offer what can be added, one after another; then say what one might do next."""
    wanted = _wanted(told)
    if wanted:
        told.add(told.log, told.path, wanted, told.how)  # it has last words of its own
    else:
        _what_next(told)


def _what_next(told: Told) -> None:
    result("\nWhat you might do next:")
    sent = to_others(told.log)
    for_others = steps_to_others(told.session) if sent else ()
    what_next(*next_steps(told.session, told.interview.guidance), *for_others, *sent)


def _wanted(told: Told) -> Addition | None:
    """Ask what to add. All is saved: to stop here, in whatever way, is to be done."""
    asker = plain_or_screen(told.how, lambda text: text)
    offered = offer(told.interview, decompose(told.session))
    try:
        while (chosen := choose(asker, offered, Where.SAVED)) == READ:
            asker.say("\n".join(_in_short(told.session, told.interview.guidance)))
    except Paused:
        return None
    return Addition(chosen) if chosen else None


def _in_short(session: Session, guidance: Guidance) -> Iterator[str]:
    """Give how each answer begins, and what was added."""
    yield session.title
    titles = FIXED_HEADINGS | guidance.titles
    for name, text in session.answers.items():
        words = text.split()
        if words:
            yield titles.get(name, name)
            yield f"  {' '.join(words[:_BEGINNING])}{' …' if len(words) > _BEGINNING else ''}"
    for point in session.learning_points:
        yield f"Learning point: {point.text}{f' (matters {point.matters} of 10)' if point.matters else ''}"
    for action in session.action_points:
        by = f", by {in_words(action.by)}" if action.by else ""
        yield f"Action: {action.what}{f', {action.who}' if action.who else ''}{by}"
    yield from (f"Learning outcome: {outcome}" for outcome in session.learning_outcomes)
    if session.cast:
        yield f"People and places: {', '.join(entry.name for entry in session.cast)}"


def next_steps(session: Session, guidance: Guidance) -> Iterator[tuple[str, str]]:
    """Give what one might do next with a session, each with the command for it."""
    short = short_id(session.id)
    yield f"circle show {short}", "read it again"
    yield f"circle edit {short}", "change it in your editor"
    unanswered = [question for question in guidance.asked if question.id not in session.answers]
    if unanswered:
        others = "the one question" if len(unanswered) == 1 else f"the {len(unanswered)} questions"
        yield f"circle resume {short}", f"go on to {others} you left out"
    elif still_open := ", and ".join(_still_open(session)):
        yield f"circle resume {short}", f"say {still_open}: that is open yet"
    if len(session.people) > 1:
        yield f"circle takeaway {short}", "a page for each of you, to keep"
    yield f"circle follow-up {short}", "in the next day or two, while you remember"
    yield "circle list", "see all your sessions"


def steps_to_others(session: Session) -> Iterator[tuple[str, str]]:
    """Give what one might do next in a log that is shared: say what may hold elsewhere too in words for others."""
    able = [each for each in session.learning_points if each.scope is Scope.GENERAL and each.share is Share.NO]
    if able:
        yield f"circle share {short_id(session.id)}", "put what you learnt into words for others"


def _still_open(session: Session) -> Iterator[str]:
    """Name what protects somebody and was left open, where nothing else leads back to it."""
    if session.safeguarding is None:
        yield "whether anything needs raising"
    if any(point.scope is None for point in session.learning_points):
        yield "where a learning point holds"
