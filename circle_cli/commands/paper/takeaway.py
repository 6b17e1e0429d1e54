"""`circle takeaway`: a page for each person who took part in a session, which is private to that person."""

from collections.abc import Sequence

from circle_cli.commands.edge import Asked, say
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.paper.delivery import deliver
from circle_cli.errors import USAGE, CircleError
from circle_cli.guidance.pages import load_guidance
from circle_cli.log.folder import find_session
from circle_cli.log.saving import slug_of
from circle_cli.paper.prints.takeaway import takeaway_page, thoughts_for_the_presenter, told_to_nobody
from circle_cli.session.file import read_session
from circle_cli.session.people import find_person, people_of
from circle_cli.vocabulary import Format, Role

_LONGEST = 40
"""Of a person's name in a file's name, in characters."""


def write_takeaways(asked: Asked, short: str, person: str | None, *, kind: Format | None, to: str | None) -> None:
    """Write the pages of all who took part, or of the one who is named."""
    log = log_for_sessions(asked)
    session = read_session(find_session(log, short))
    guidance = load_guidance(log.guidance)
    people = people_of(session)
    if not people:
        do = f"`circle edit {session.id}` adds them under `roles`"
        raise CircleError(f"{session.id}: it is not written down who took part", USAGE, do=do)
    wanted = people if person is None else (find_person(people, person),)
    slugs = dict(zip(people, _slugs(people), strict=True))
    names = {each: f"circle-takeaway-{session.id}-{slugs[each]}" for each in wanted}
    deliver({name: takeaway_page(guidance, session, each) for each, name in names.items()}, kind, to, private_to=log)
    if to == "-":
        return
    say("Each page is private to the person whose name it bears: give it to nobody else.")
    lost = told_to_nobody(guidance, session) if person is None else ()
    for observation in lost:
        say(f"On no page: what {observation.by} said to “{observation.to}”, who is not among those who took part.")
    if person is None and thoughts_for_the_presenter(session) and not session.roles.get(Role.PRESENTER):
        say("On no page: the thoughts for the presenter; nobody is named as the presenter.")


def _slugs(people: Sequence[str]) -> list[str]:
    """Give each person what of the name a file's name can hold, and a number where that is nobody's or another's."""
    slugs: list[str] = []
    for person in people:
        slug = slug_of(person, _LONGEST) or "person"
        number = 1
        while (numbered := slug if number == 1 else f"{slug}-{number}") in slugs:
            number += 1
        slugs.append(numbered)
    return slugs
