"""Who took part in a session, whom of them somebody meant, and who is in its story: as people type it."""

import re
from collections.abc import Mapping, Sequence

from circle_cli.errors import USAGE, CircleError
from circle_cli.session import spelling
from circle_cli.session.record import CastEntry, Session
from circle_cli.vocabulary import Role

FACILITATOR = "facilitator"
"""How a session's file names whoever led it, where it does so by what they did: beside the ids of the roles."""

_EVERYONE = {"everyone", "everybody", "all", "all of us", "group"}
_SAY = re.compile(r"\s*(?:=|→|->)\s*")
_BETWEEN = re.compile(r"[,;&\n]|\s+and\s+")


def people_of(session: Session) -> tuple[str, ...]:
    """Give everybody who took part, each once: those with a role, the facilitator, and others who said something."""
    spoke = [each.by for each in session.takeaways] + [each.by for each in session.feedback_from]
    others = [name for name in spoke if _role(session, folded(name)) is None]
    known: dict[str, str] = {}
    for name in (*session.people, *others):
        if name.strip():
            known.setdefault(folded(name), name)
    return tuple(known.values())


def find_person(people: Sequence[str], named: str) -> str:
    """Find somebody by name, in any case, or by its beginning while that means one.

    Raises:
        CircleError: nobody goes by that, or several do; it says who took part.
    """
    wanted = folded(named)
    starting = [name for name in people if wanted and folded(name).startswith(wanted)]
    found = [name for name in starting if folded(name) == wanted] or starting
    if len(found) == 1:
        return found[0]
    if found:
        do = "give a little more of the name"
        raise CircleError(f"{named}: could be any of …", USAGE, do=do, words=", ".join(found))
    raise CircleError(f"{named}: nobody of that name took part; there were …", USAGE, words=", ".join(people))


def roles_of(session: Session, person: str) -> tuple[str, ...]:
    """Give the ids of the roles that somebody had, with `facilitator` for whoever led the session."""
    held = [role for role in Role if _is_among(person, session.roles.get(role, ()))]
    return (*held, FACILITATOR) if session.facilitator and _is(person, session.facilitator) else tuple(held)


def meant(session: Session, whom: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Give those who took part and whom `whom` names: "Sam", "Sam and Jo", "encourager", "everyone".

    `titles` are the roles' by id. Nobody where it means no one who was there: what is told to one is not shown to all.
    """
    people = people_of(session)
    for name in people:
        if _is(name, whom):
            return (name,)
    found = [name for part in _BETWEEN.split(whom) for name in _named(session, people, folded(part), titles)]
    return tuple(dict.fromkeys(found))


def speaker(session: Session, by: str) -> str | None:
    """Give who said something, where `by` is a name, or a role that only one person had."""
    people = people_of(session)
    named = [name for name in people if _is(name, by)] or _role(session, folded(by)) or ()
    return named[0] if len(named) == 1 else None


def folded(name: str) -> str:
    """Give a name in the one spelling in which names are compared."""
    return " ".join(spelling.folded(name).split())


def _named(session: Session, people: Sequence[str], part: str, titles: Mapping[str, str]) -> Sequence[str]:
    for name in people:
        if folded(name) == part:
            return (name,)
    part = part.removeprefix("the ")
    if part in _EVERYONE:
        return people
    by_title = {folded(title): role for role, title in titles.items()}
    held = _role(session, by_title.get(part, by_title.get(part.removesuffix("s"), part))) or ()
    return [name for name in people if _is_among(name, held)]


def _role(session: Session, name: str) -> tuple[str, ...] | None:
    """Give those who had the role of that name; None where it names no role."""
    role = name.replace(" ", "-")
    role = role if role in (*Role, FACILITATOR) else role.removesuffix("s")
    if role == FACILITATOR:
        return (session.facilitator,) if session.facilitator else ()
    return session.roles.get(role, ()) if role in list(Role) else None


def _is(person: str, named: str) -> bool:
    return folded(person) == folded(named)


def _is_among(person: str, names: Sequence[str]) -> bool:
    return any(_is(person, name) for name in names)


def typed_entry(text: str) -> CastEntry:
    """Read what a person types: `Oluwaseun Adeyemi (Seun)`, or `Amira Hassan (Mira, Mimi) = the young person`.

    Raises:
        CircleError: there is no name in it.
    """
    named, *said = _SAY.split(text, maxsplit=1)
    name, _, rest = named.partition("(")
    also = tuple(part.strip() for part in re.split(r"[,;/()]", rest) if part.strip())
    if not name.strip():
        if not also:
            raise CircleError("… holds no name", USAGE, do="write it as `Amira Hassan (Mira)`", words=repr(text))
        name, also = also[0], also[1:]
    return CastEntry(name=name.strip(), also=also, say=said[0].strip() if said and said[0].strip() else None)
