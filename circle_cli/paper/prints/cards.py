"""Role cards: one for everybody in the circle, two to a page; or one for each person of a session, by name."""

from collections.abc import Iterable, Sequence

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


def role_cards(guidance: Guidance, encouragers: int, mode: Mode | None) -> Document:
    """Make the cards: those of one way to use the circle, with what to bear in mind for it, or all of them."""
    chosen = next((each for each in guidance.modes if each.id == mode), None)
    roles = [role for role in guidance.roles if chosen is None or role.id in chosen.roles]
    cards: list[list[Block]] = [[*_mode_card(chosen)], *_leading(guidance, chosen)] if chosen else []
    for role in roles:
        cards += [_card((role,), chosen)] * (encouragers if role.several else 1)
    return _printed(cards)


def named_cards(guidance: Guidance, session: Session) -> Document:
    """Make a card for each person of a session, with all the roles of theirs, and one for each role that is left.

    Whoever leads it has what to bear in mind for this way to use the circle, beside a role of theirs.
    """
    mode = guidance.page_of(session.mode)
    leads = session.facilitator or ""
    cards: list[list[Block]] = [[*_mode_card(mode, leads)], *_leading(guidance, mode, leads)]
    for person in session.people:
        if held := _held(guidance, session, person):
            cards.append(_card(held, mode, person))
    given = {role for role, names in session.roles.items() if names}
    left = [role for role in guidance.roles if role.id in mode.roles and role.id not in given]
    return _printed([*cards, *(_card((role,), mode) for role in left)])


def _held(guidance: Guidance, session: Session, person: str) -> tuple[RolePage, ...]:
    ids = roles_of(session, person)
    return tuple(role for role in guidance.roles if role.id in ids)


def _printed(cards: Sequence[Sequence[Block]]) -> Document:
    return Document(title="Role cards", blocks=tuple(_two_to_a_page(cards)), large=True)


def _two_to_a_page(cards: Iterable[Iterable[Block]]) -> Iterable[Block]:
    for number, card in enumerate(cards):
        if number:
            yield CutLine() if number % 2 else PageBreak()
        yield from card


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


def _leading(guidance: Guidance, mode: ModePage, name: str = "") -> Iterable[list[Block]]:
    """Make the card of whoever leads, where somebody does: what they bear in mind while the questions go round."""
    if mode.facilitator is not Facilitator.NONE:
        yield [
            Heading(text=FACILITATOR.title(), level=1),
            NameLine(label="Name", text=name),
            Bullets(items=guidance.running.during),
        ]


def _mode_card(mode: ModePage, leads: str = "") -> Iterable[Block]:
    yield Heading(text=f"{mode.title}: what to bear in mind", level=1)
    if leads:
        yield NameLine(label=FACILITATOR.title(), text=leads)
    yield Paragraph(text=mode.summary)
    yield Bullets(items=mode.considerations)
    if any(SIGN in line for line in mode.considerations):
        yield Paragraph(text=MEANS, hint=True)
