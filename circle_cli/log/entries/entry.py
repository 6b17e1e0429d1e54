"""What a list shows of a session, and by what it is chosen: little enough to be kept for ten thousand of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from circle_cli.ids import QUESTIONS
from circle_cli.vocabulary import ME, Mode, Status

if TYPE_CHECKING:  # whoever lists what is known already has no need of sessions, which take longer to load
    from circle_cli.session.record import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A session in short.

    `day` is as ISO 8601 has it. `people` took part or have something to do from it; `answered` counts the eight
    questions; `look_at` names what two people changed at once; `open_actions` are, of each that is not done, its
    number, what it is, who does it, by when, who keeps track, and the note. All values are of kinds that JSON knows.
    """

    id: str
    title: str
    day: str
    undated: bool
    mode: str
    status: str
    setting: str | None
    themes: Sequence[str]
    people: Sequence[str]
    answered: int
    look_at: Sequence[str]
    open_actions: Sequence[Sequence[Any]]

    @property
    def to_do(self) -> bool:
        """Whether an action is open, or the session still ahead."""
        return bool(self.open_actions) or self.status == Status.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEntry:
    """A session in short, and its file; `lines` are those in which a search found its words.

    `written` says when the file was written, in nanoseconds; it is below nought where that was not looked up.
    """

    path: str
    entry: Entry
    lines: Sequence[str] = ()
    written: int = field(default=-1, compare=False)


def entry_of(session: "Session") -> Entry:
    """Put a session in short."""
    return Entry(
        id=session.id,
        title=session.title,
        day=session.date.isoformat(),
        undated=session.is_undated,
        mode=str(session.mode),
        status=str(session.status),
        setting=session.setting and str(session.setting),
        themes=list(session.themes),
        people=_people(session),
        answered=sum(bool(session.answers.get(name)) for name in QUESTIONS),
        look_at=list(session.to_look_at),
        open_actions=[
            [each.id, each.what, each.who, each.by and each.by.isoformat(), each.tracked_by, each.note]
            for each in session.action_points
            if each.done is None
        ],
    )


def _people(session: "Session") -> list[str]:
    """Give who took part, or has something to do; who is alone in a session is "me"."""
    from circle_cli.session.people import people_of

    people = people_of(session) or ((ME,) if session.mode is Mode.INDIVIDUAL else ())
    busy = (who for each in session.action_points for who in (each.who, each.tracked_by) if who)
    return [*dict.fromkeys((*people, *busy))]
