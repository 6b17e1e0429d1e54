"""Role cards: one for everybody in the circle, two to a page."""

from circle_cli.guidance.ours import MEANS, SIGN
from circle_cli.guidance.records import Facilitator, Guidance, ModePage, RolePage
from circle_cli.paper.document import Block, Bullets, CutLine, Document, Heading, NameLine, PageBreak, Paragraph
from circle_cli.vocabulary import Mode, Role

_COMBINED: dict[str, str] = {
    Role.QUESTIONER: "The facilitator may take this role as well.",
    Role.BOUNDARY_SETTER: "In a collaborative session, the facilitator is both questioner and boundary setter.",
}


def role_cards(guidance: Guidance, encouragers: int, mode: Mode | None) -> Document:
    """Make the cards: those of one way to use the circle, with what to bear in mind for it, or all of them."""
    chosen = next((each for each in guidance.modes if each.id == mode), None)
    roles = [role for role in guidance.roles if chosen is None or role.id in chosen.roles]
    cards: list[list[Block]] = [[*_mode_card(chosen)]] if chosen else []
    for role in roles:
        cards += [_role_card(role, chosen)] * (encouragers if role.several else 1)
    return Document(title="Role cards", blocks=tuple(_two_to_a_page(cards)), large=True)


def _two_to_a_page(cards: list[list[Block]]) -> list[Block]:
    blocks: list[Block] = []
    for number, card in enumerate(cards):
        if number:
            blocks.append(CutLine() if number % 2 else PageBreak())
        blocks += card
    return blocks


def _role_card(role: RolePage, mode: ModePage | None) -> list[Block]:
    combined = _combined(role, mode)
    return [
        Heading(text=role.title, level=1),
        NameLine(label="Name"),
        Bullets(items=role.duties),
        *([Paragraph(text=combined, hint=True)] if combined else []),
    ]


def _combined(role: RolePage, mode: ModePage | None) -> str:
    """Say where one person may hold this role and another, in so far as it concerns this way to use the circle."""
    if mode is None:
        return _COMBINED.get(role.id, "")
    if role.id not in _COMBINED or mode.facilitator is Facilitator.NONE:
        return ""
    if mode.id == Mode.COLLABORATIVE:
        return _COMBINED[Role.BOUNDARY_SETTER]
    return _COMBINED[Role.QUESTIONER] if role.id == Role.QUESTIONER else ""


def _mode_card(mode: ModePage) -> tuple[Block, ...]:
    explained = (Paragraph(text=MEANS, hint=True),) if any(SIGN in line for line in mode.considerations) else ()
    return (
        Heading(text=f"{mode.title}: what to bear in mind", level=1),
        Paragraph(text=mode.summary),
        Bullets(items=mode.considerations),
        *explained,
    )
