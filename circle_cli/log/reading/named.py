"""Whether somebody is meant by a name as people type it."""

import re
from collections.abc import Iterable, Sequence

from circle_cli.session.people import folded, people_of
from circle_cli.session.record import Session
from circle_cli.vocabulary import ME, Mode


def is_among(names: Sequence[str], people: Iterable[str | None]) -> bool:
    """Tell whether one of these people goes by one of the names: a whole name or a whole part of one, in any case."""
    either = "|".join(re.escape(folded(name)) for name in names)
    wanted = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
    return any(wanted.search(folded(who)) for who in people if who)


def takes_part(names: Sequence[str], session: Session) -> bool:
    """Tell whether somebody took part in a session, or has something to do from it; who is alone in one is "me"."""
    people = people_of(session) or ((ME,) if session.mode is Mode.INDIVIDUAL else ())
    return is_among(names, (*people, *(who for each in session.action_points for who in (each.who, each.tracked_by))))
