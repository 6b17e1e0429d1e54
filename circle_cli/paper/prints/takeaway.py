"""A page for one person who took part in a session: what is theirs, what was told to them, and room to go on from it.

Nothing that others were told or said stands on it, nor the story, nor who is in it.
"""

from collections.abc import Iterable, Mapping

from circle_cli.confided.words import OF_ONE_PERSON
from circle_cli.guidance.ours import MEANS, ours
from circle_cli.guidance.records import Guidance
from circle_cli.paper.document import Block, Document, Field, Heading, NameLine, Paragraph, Table
from circle_cli.session.body import REFLECTIONS, followed_up
from circle_cli.session.people import FACILITATOR, meant, roles_of, speaker
from circle_cli.session.record import ActionPoint, Observation, Session
from circle_cli.vocabulary import Role

_NONE_WRITTEN = "Nobody wrote any down this time. You could ask those who were there."
_REFLECTION = (
    "For your own record of learning. Write it yourself and in your own words; leave out names, and whatever a person "
    "could be known by. Whoever you talked with need not agree to it."
)
_STUB = {
    "What we talked about, and why it matters in my work": 2,
    "What I saw more clearly when others spoke": 2,
    "What I have learnt, or think differently about": 2,
    "What I do, or will do, because of it": 2,
    "What good it has done, or may do, for the people I work with": 2,
}
"""The headings of a reflection with peers, and how many lines there are to write on below each."""


def takeaway_page(guidance: Guidance, session: Session, person: str) -> Document:
    """Make the page of one of those who took part."""
    name = " ".join(person.split())
    title = f"What {name} takes away"
    blocks: list[Block] = [
        Heading(text=title, level=1),
        Paragraph(text=OF_ONE_PERSON.format(name=name), hint=True),
        _about(guidance, session, person),
        *_own(session, person, titles_of(guidance)),
        Heading(text="Good things that were seen in what I did"),
        *_seen(session, person, titles_of(guidance)),
        *_thoughts(session, person),
        *_reflection(),
    ]
    return Document(title=title, blocks=tuple(blocks))


def told_to_nobody(guidance: Guidance, session: Session) -> tuple[Observation, ...]:
    """Give the observations that would stand on no page: whoever they are to did not take part."""
    titles = titles_of(guidance)
    return tuple(each for each in session.observations if not meant(session, each.to, titles))


def titles_of(guidance: Guidance) -> Mapping[str, str]:
    """Give the roles' titles by id."""
    return {role.id: role.title for role in guidance.roles} | {FACILITATOR: "Facilitator"}


def _about(guidance: Guidance, session: Session, person: str) -> Table:
    modes = {mode.id: mode.title for mode in guidance.modes}
    titles = titles_of(guidance)
    rows = {
        "title": ("Session", session.title),
        "date": ("Date", session.date.isoformat()),
        "mode": ("How we used the circle", modes.get(session.mode, session.mode)),
        "role": ("My role", ", ".join(titles[role] for role in roles_of(session, person)) or "Took part"),
    }
    return Table(
        caption="About the session",
        header=("About", "The session"),
        widths=(30, 70),
        rows=tuple(rows.values()),
        row_ids=tuple(rows),
    )


def _own(session: Session, person: str, titles: Mapping[str, str]) -> Iterable[Block]:
    """Give what the person takes away, will use, and has agreed to do."""
    taken = [each.text for each in session.takeaways if speaker(session, each.by) == person]
    used = [each.will_use for each in session.feedback_from if each.will_use and speaker(session, each.by) == person]
    actions = [each for each in session.action_points if person in meant(session, each.who or "", titles)]
    yield Heading(text="What I take away")
    yield from [Field(text=text) for text in taken] or [Field(lines=2)]
    if used:
        yield Heading(text="How I will use it")
        yield from [Field(text=text) for text in used]
    yield Heading(text="What I will do")
    yield _actions(actions) if actions else Field(lines=2)


def _actions(actions: Iterable[ActionPoint]) -> Table:
    return Table(
        caption="What I will do",
        header=("What", "By when", "Who keeps track", "Done", "What became of it"),
        widths=(36, 14, 16, 14, 20),
        rows=tuple(
            (each.what, _day(each.by), each.tracked_by or "", _day(each.done), each.note or "") for each in actions
        ),
    )


def _seen(session: Session, person: str, titles: Mapping[str, str]) -> Iterable[Block]:
    rows = tuple(
        (_by(session, each), each.text) for each in session.observations if person in meant(session, each.to, titles)
    )
    if rows:
        yield Table(caption="Good things that were seen", header=("By", "What"), widths=(22, 78), rows=rows)
    else:
        yield Paragraph(text=_NONE_WRITTEN)


def thoughts_for_the_presenter(session: Session) -> str:
    """Give what whoever followed the session up wrote for the presenter."""
    return followed_up(session.answers).parts.get(REFLECTIONS, "")


def _thoughts(session: Session, person: str) -> Iterable[Block]:
    text = thoughts_for_the_presenter(session)
    if text and Role.PRESENTER in roles_of(session, person):
        yield Heading(text="Some thoughts for me, from whoever followed the session up")
        yield Field(text=text)


def _by(session: Session, observation: Observation) -> str:
    if observation.by != FACILITATOR:
        return observation.by
    return f"{session.facilitator} (facilitator)" if session.facilitator else "The facilitator"


def _reflection() -> Iterable[Block]:
    yield Heading(text=ours("My reflection with peers"))
    yield Paragraph(text=_REFLECTION, hint=True)
    yield Paragraph(text=MEANS, hint=True)
    yield NameLine(label="Talked over with (their work, not their names)")
    for heading, lines in _STUB.items():
        yield Heading(text=heading, level=3)
        yield Field(lines=lines)


def _day(day: object) -> str:
    return str(day) if day else ""
