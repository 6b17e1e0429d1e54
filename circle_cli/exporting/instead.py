"""Sessions told without names, to be handed on: those of the story, and of whoever took part. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from circle_cli.identifiers.findings.instead import instead_of
from circle_cli.identifiers.seen.tokens import key_of
from circle_cli.session.people import folded, people_of, roles_of
from circle_cli.session.record import CastEntry, Session
from circle_cli.share.proposing.settling import FindIdentifiers, Open
from circle_cli.share.retelling import Retold, retell, retell_text
from circle_cli.vocabulary import ME, Role

_BY_ROLE = {
    Role.PRESENTER: "the presenter",
    Role.QUESTIONER: "the questioner",
    Role.RECORDER: "the recorder",
    Role.BOUNDARY_SETTER: "the boundary setter",
    Role.ENCOURAGER: "an encourager",
}
_LED = "the facilitator"
_TOOK_PART = "somebody who took part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A session to be handed on, and the headings of its sections as its file has them.

    `retold` is what became of its names; None where it stands as it was told.
    """

    session: Session
    headings: Mapping[str, str]
    retold: Retold | None = None


def plainly(session: Session, seen: Sequence[CastEntry]) -> tuple[CastEntry, ...]:
    """Give those of the story for whom nobody has said what to say instead, with a plain word for each.

    `seen` are names that stand in a session of which nobody has said yet who is in it.
    """
    unsaid = [entry for entry in session.cast or () if not entry.say] if session.cast is not None else seen
    return tuple(replace(entry, say=entry.say or instead_of(key_of(entry.name).split())) for entry in unsaid)


def cast_of(session: Session, plain: Sequence[CastEntry]) -> tuple[CastEntry, ...]:
    """Give all who are not to be named, and what to say: those in the story, then those who took part by their roles.

    `plain` are those for whom a plain word stands.
    """
    story = (*(entry for entry in session.cast or () if entry.say), *plain)
    known = {folded(name) for entry in story for name in (entry.name, *entry.also)}
    there = (name for name in people_of(session) if folded(name) not in {*known, ME, *Role})
    others = (CastEntry(name=name, say=_took_part(session, name)) for name in there)
    return (*story, *(entry for entry in others if folded(entry.name) not in folded(entry.say or "")))


def _took_part(session: Session, name: str) -> str:
    roles = roles_of(session, name)
    return next((_BY_ROLE[role] for role in _BY_ROLE if role in roles), _LED if roles else _TOOK_PART)


def told_instead(exported: Exported, check: FindIdentifiers) -> Exported:
    """Put what to say instead in the place of each name."""
    retold = retell(exported.session, check)
    headings = {name: retell_text(text, check)[0] for name, text in exported.headings.items()}
    return replace(exported, session=retold.session, headings=headings, retold=retold)


def distinct(found: Iterable[tuple[str, Open]]) -> list[tuple[Open, tuple[str, ...]]]:
    """Give each finding once, with the ids of the sessions in which it stands; what must be settled comes first."""
    first: dict[tuple[str, str], Open] = {}
    where: dict[tuple[str, str], dict[str, None]] = {}
    for name, each in found:
        key = (each.words.casefold(), each.finding.reason)
        first.setdefault(key, each)
        where.setdefault(key, {})[name] = None
    ordered = sorted(first, key=lambda key: first[key].finding.only_warns)
    return [(first[key], tuple(where[key])) for key in ordered]
