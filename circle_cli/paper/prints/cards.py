"""Role cards: one for everybody in the circle, two to a page; or one for each person of a session, by name."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from circle_cli.guidance.ours import MEANS, SIGN
from circle_cli.guidance.records import Facilitator, Guidance, ModePage, RolePage
from circle_cli.paper.document import Block, Bullets, CutLine, Document, Heading, NameLine, PageBreak, Paragraph
from circle_cli.session.people import FACILITATOR, roles_of
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Role

_COMBINED: dict[str, str] = {
    Role.QUESTIONER: "The facilitator may take this role as well.",
    Role.BOUNDARY_SETTER: "In a collaborative session, the facilitator is both questioner and boundary setter.",
}
_ONE_TO_ONE = (
    "Begin by putting each other at ease. Say what you hope for, where the boundaries are, and when you will stop.",
    "End by telling the other one good thing that you saw in their practice.",
    "Then ask what was good about this talk, what would have made it better still, and what will come of it.",
)
"""What whoever asks bears in mind where there are two: in a group, somebody leads it."""

_HALF_A_PAGE, _SIGNS = 15, 75
"""So many lines of so many signs, and what else is on a card, fit on half of a page."""


def role_cards(guidance: Guidance, encouragers: int, mode: Mode | None) -> Document:
    """Make the cards: those of one way to use the circle, with what to bear in mind for it, or all of them."""
    chosen = next((each for each in guidance.modes if each.id == mode), None)
    roles = _roles_in(guidance, chosen) if chosen else guidance.roles
    cards: list[list[Block]] = [[*_mode_card(chosen)]] if chosen else []
    for role in roles:
        cards += [_card((role,), chosen)] * (encouragers if role.several else 1)
    return _printed(cards)


def named_cards(guidance: Guidance, session: Session) -> Document:
    """Make a card for each person of a session, with all the roles of theirs, and one for each role that is left."""
    mode = guidance.page_of(session.mode)
    roles = (_leading(guidance), *guidance.roles)
    held = {person: roles_of(session, person) for person in session.people}
    given = {role for each in held.values() for role in each}
    theirs = {person: tuple(role for role in roles if role.id in ids) for person, ids in held.items()}
    first = sorted(theirs, key=lambda person: FACILITATOR not in held[person])  # whoever leads; the rest as they stand
    left = (role for role in _roles_in(guidance, mode) if role.id not in given)
    cards = [[*_mode_card(mode)], *(_card(theirs[person], mode, person) for person in first if theirs[person])]
    return _printed([*cards, *(_card((role,), mode) for role in left)])


def _roles_in(guidance: Guidance, mode: ModePage) -> Sequence[RolePage]:
    """Give the roles that a way to use the circle has; whoever leads is one of them, where somebody does."""
    leading = () if mode.facilitator is Facilitator.NONE else (_leading(guidance),)
    return (*leading, *(role for role in guidance.roles if role.id in mode.roles))


def _leading(guidance: Guidance) -> RolePage:
    """Give what whoever leads bears in mind while the questions go round, as a role among the others."""
    duties = guidance.running.during
    return RolePage(id=FACILITATOR, title=FACILITATOR.title(), order=0, duties=duties, several=False)


def _printed(cards: Sequence[Sequence[Block]]) -> Document:
    return Document(title="Role cards", blocks=tuple(_two_to_a_page(cards)), large=True)


def _two_to_a_page(cards: Iterable[Sequence[Block]]) -> Iterable[Block]:
    """Set two cards on each page; one that takes more than half of it has a page of its own."""
    room: bool | None = None
    for card in cards:
        fits = _lines(card) <= _HALF_A_PAGE
        if room is not None:
            yield CutLine() if room and fits else PageBreak()
        room = fits and not room
        yield from card


def _lines(card: Iterable[Block]) -> int:
    """Tell about how many lines the lists of a card have."""
    items = (item for block in card if isinstance(block, Bullets) for item in block.items)
    return sum(len(wrap(item, _SIGNS)) for item in items)


def _card(roles: Sequence[RolePage], mode: ModePage | None, name: str = "") -> list[Block]:
    """Make the card of somebody who has these roles; what each is for stands apart where there are two."""
    title = " and ".join(role.title if place == 0 else _within(role.title) for place, role in enumerate(roles))
    blocks: list[Block] = [Heading(text=title, level=1), NameLine(label="Name", text=name)]
    for role in roles:
        if len(roles) > 1:
            blocks.append(Heading(text=f"As {_within(role.title)}"))
        blocks.append(Bullets(items=role.duties))
        if mode and mode.id == Mode.INDIVIDUAL and role.id == Role.QUESTIONER:
            blocks += [Heading(text="Where you are two"), Bullets(items=_ONE_TO_ONE)]
        combined = "" if len(roles) > 1 or name else _combined(role, mode)
        blocks += [Paragraph(text=combined, hint=True)] if combined else []
    return blocks


def _within(title: str) -> str:
    return title[:1].lower() + title[1:]


def _combined(role: RolePage, mode: ModePage | None) -> str:
    """Say where one person may hold this role and another, in so far as it concerns this way to use the circle."""
    if mode is None:
        return _COMBINED.get(role.id, "")
    if role.id not in _COMBINED or mode.facilitator is Facilitator.NONE:
        return ""
    if mode.id == Mode.COLLABORATIVE:
        return _COMBINED[Role.BOUNDARY_SETTER]
    return _COMBINED[Role.QUESTIONER] if role.id == Role.QUESTIONER else ""


def _mode_card(mode: ModePage) -> Iterable[Block]:
    yield Heading(text=f"{mode.title}: what to bear in mind", level=1)
    yield Paragraph(text=mode.summary)
    yield Bullets(items=mode.considerations)
    if any(SIGN in line for line in mode.considerations):
        yield Paragraph(text=MEANS, hint=True)
