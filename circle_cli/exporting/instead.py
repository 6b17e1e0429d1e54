"""Sessions told without names, to be handed on: those of the story, and of whoever took part. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.instead import instead_of
from circle_cli.identifiers.findings.record import Finding, Identifier
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import key_of
from circle_cli.session.people import folded, people_of, roles_of
from circle_cli.session.record import CastEntry, Session
from circle_cli.share.proposing.settling import Open
from circle_cli.share.retelling import Retold, retell, retell_texts
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
_NAMES = frozenset((Identifier.PERSON, Identifier.PLACE, Identifier.ORGANISATION))
_WORDS = 4
"""A suggestion of more words, or with marks in it, explains what could be said; a shorter one can be said as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A session to be handed on, and the headings of its sections as its file has them.

    `retold` is what became of its names, and `plain` are those for whom a plain word stands, since nobody has said what
    to say instead; without them it stands as it was told. `unasked`: nobody has said yet who is in it.
    """

    session: Session
    headings: Mapping[str, str]
    retold: Retold | None = None
    plain: tuple[CastEntry, ...] = ()
    unasked: bool = False


def plainly(session: Session) -> tuple[CastEntry, ...]:
    """Give those of the story for whom nobody has said what to say instead, with a plain word for each."""
    unsaid = (entry for entry in session.cast or () if not entry.say)
    return tuple(replace(entry, say=instead_of(key_of(entry.name).split())) for entry in unsaid)


def names_left(exported: Exported) -> tuple[CastEntry, ...]:
    """Give the names that are left in a session, since no list of people has them, with a plain word for each."""
    found = {
        each.words.casefold(): CastEntry(name=" ".join(each.words.split()), say=_in_general(each.finding, each.words))
        for each in (exported.retold.others if exported.retold else ())
        if is_a_name(each, unasked=exported.unasked)
    }
    return tuple(found.values())


def is_a_name(found: Open, *, unasked: bool) -> bool:
    """Tell whether it surely is the name of somebody, or of a place or a service, so that it cannot be handed on.

    One word with a capital that the check does not know is as often a dish or a method: it counts where nobody was
    asked who is in the story, and is pointed out where somebody was.
    """
    if found.finding.only_warns or found.finding.kind not in (Identifier.NAME, *_NAMES):
        return False
    return found.finding.kind in _NAMES or (found.words[0].isupper() and (unasked or len(found.words.split()) > 1))


def _in_general(finding: Finding, name: str) -> str:
    said = finding.suggestion
    if len(said.split()) <= _WORDS and said.replace(" ", "").isalpha():
        return said
    general = instead_of(key_of(name).split())
    return "somebody" if general == instead_of(()) else general


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


def told_without_names(exported: Exported, lists: Lists) -> Exported:
    """Put what to say instead in the place of each name, and a plain word where nobody has said what."""
    asked = replace(exported, unasked=exported.session.cast is None)
    told = _told(asked, plainly(exported.session), lists)
    left = names_left(told)
    return _told(asked, (*told.plain, *left), lists) if left else told


def _told(exported: Exported, plain: tuple[CastEntry, ...], lists: Lists) -> Exported:
    cast = cast_of(exported.session, plain)
    check = lru_cache(maxsize=512)(partial(find_identifiers, cast=cast, lists=lists))
    headings, retold = retell_texts(exported.headings, retell(exported.session, check, capitals_too=True), check)
    return replace(exported, session=retold.session, headings=headings, retold=retold, plain=plain)


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
