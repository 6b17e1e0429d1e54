"""The record of one session, as its file holds it.

None, or an empty tuple, means that nobody was asked or nobody answered; `cast=()` means that the answer was "nobody".
`extra` keeps the keys of a file that this version does not know, so that a rewrite loses nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from circle_cli.ids import own_questions
from circle_cli.vocabulary import Focus, Mode, Scope, Setting, Share, Status, View

SESSION_FORMAT = 1
"""The version of the file format that this program writes and reads."""


OWN_QUESTIONS = "own_questions"
"""The key under which a file names the sections that answer a log's own questions."""


LOOK_AT = "look_at"
"""The key under which a merge notes what two people changed at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastEntry:
    """A person or place in the story: what they are called, and what could be said instead. Never published."""

    name: str
    also: tuple[str, ...] = ()
    say: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """An answer from 1 to 10 to a scaling question, and by whom; `view` of somebody who was not there."""

    question: str
    asked: str
    by: str
    score: int
    view: View | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Good practice that somebody noticed (mostly an encourager), and to whom they told it."""

    by: str
    to: str
    text: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What people say of the session itself."""

    positive: str | None = None
    even_better: str | None = None
    will_use: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPoint:
    """Something learnt; private unless it is shared through the door, where it is known by the id `point`.

    `matters` is how much it does for somebody's practice, from 1 to 10. Never published.
    """

    id: int
    text: str
    scope: Scope | None = None
    matters: int | None = None
    share: Share = Share.NO
    point: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPoint:
    """Something to do: by whom, until when, who keeps track, the day it was done, and what became of it."""

    id: int
    what: str
    who: str | None = None
    by: date | None = None
    tracked_by: str | None = None
    done: date | None = None
    note: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def noted(self, more: str) -> str | None:
        """Give the note with more added to it, unless it says that already."""
        kept = self.note or ""
        return "; ".join(note for note in (kept, "" if more in kept else more) if note) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguarding:
    """Whether something needed raising under local procedures, and when; never the matter itself."""

    raised: bool
    on: date | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkLink:
    """A framework's statement that this session shows, with a line on how."""

    framework: str
    statement: str
    how: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was settled beforehand: when it begins (`14:00`), for how long, and the ids of the checks that hold.

    `place` is a room or a link; `wishes` is what people with lived experience would like to do in it, each in a line.
    `undated` tells that the day is open: the session's date is then the one on which it was prepared.
    """

    at: str | None = None
    minutes: int | None = None
    place: str | None = None
    wishes: tuple[str, ...] = ()
    undated: bool = False
    ready: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The training event that a session belongs to, and which of its groups this is: `group` of `groups`."""

    id: str
    group: int
    groups: int
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A view that was gathered before the session: whose, and what they said."""

    by: str
    text: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """Whose view was heard, and whose was imagined; whoever is in neither was missing."""

    heard: tuple[str, ...] = ()
    imagined: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def missing(self, asked: Iterable[str]) -> tuple[str, ...]:
        """Give those of `asked`, which the question's page names, whose view was neither heard nor imagined."""
        there = {view.casefold() for view in (*self.heard, *self.imagined)}
        return tuple(view for view in asked if view.casefold() not in there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """What somebody who took part takes away, or will do."""

    by: str
    text: str
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackFrom:
    """What one person said of the session itself."""

    by: str
    positive: str | None = None
    even_better: str | None = None
    will_use: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session. `answers` holds the body's sections by id; `preamble` is what stands above them.

    `learning_outcomes` are those of a course or a portfolio, in words of its own; never published. `facilitator` and
    what follows it are for sessions with others; in the file they come after the other keys.
    """

    id: str
    title: str
    date: date
    mode: Mode
    status: Status
    setting: Setting | None = None
    focus: Focus | None = None
    themes: tuple[str, ...] = ()
    cast: tuple[CastEntry, ...] | None = None
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scaling: tuple[Score, ...] = ()
    observations: tuple[Observation, ...] = ()
    feedback: Feedback | None = None
    learning_points: tuple[LearningPoint, ...] = ()
    action_points: tuple[ActionPoint, ...] = ()
    safeguarding: Safeguarding | None = None
    frameworks: tuple[FrameworkLink, ...] = ()
    learning_outcomes: tuple[str, ...] = ()
    facilitator: str | None = None
    plan: Plan | None = None
    event: Event | None = None
    gathered: tuple[Gathered, ...] = ()
    views: Views | None = None
    takeaways: tuple[Takeaway, ...] = ()
    feedback_from: tuple[FeedbackFrom, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    preamble: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def to_look_at(self) -> tuple[str, ...]:
        """Give what two people changed at once, and nobody has looked at yet."""
        found = self.extra.get(LOOK_AT)
        return tuple(str(each) for each in found) if isinstance(found, list) else ()

    @property
    def is_undated(self) -> bool:
        """Tell whether it is planned for a day that is still open."""
        return self.status.is_ahead and self.plan is not None and self.plan.undated

    @property
    def people(self) -> tuple[str, ...]:
        """Give everybody who takes part, each once: those with a role in the order of the roles, then the facilitator.

        The presenter's name may be left out of a session alone; then nobody is named.
        """
        named = (name for names in self.roles.values() for name in names)
        return tuple(dict.fromkeys((*named, *([self.facilitator] if self.facilitator else []))))

    @property
    def own_questions(self) -> tuple[str, ...]:
        """Give those of its answers that are to a log's own questions."""
        return own_questions(self.answers)


def on_its_day(session: Session, day: date) -> Session:
    """Give a session with the day on which it takes place, whether or not one was settled."""
    plan = session.plan and replace(session.plan, undated=False)
    return replace(session, date=day, plan=None if plan == Plan() else plan)
