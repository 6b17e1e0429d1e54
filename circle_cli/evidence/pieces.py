"""Which two sessions of a year would make good pieces of evidence, and why: they differ, and one was with others. Pure.

Nothing is scored: a session that says what was learnt, or what it led to, goes before one that does not, and of those
the newest comes first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations

from circle_cli.session.people import people_of
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Role

_GROUP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A session that would make a piece of evidence, and why it would."""

    session: Session
    why: tuple[str, ...]


def peers_in(session: Session) -> str:
    """Say who could be the peer in a session, by what they did; nothing where somebody reflected alone."""
    if session.mode is not Mode.INDIVIDUAL:
        if session.roles.get(Role.ENCOURAGER) or session.observations:
            return "encouragers told what they noticed"
        return "others took part"
    if session.roles.get(Role.QUESTIONER):
        return "somebody else asked the questions"
    return "somebody else took part" if len(people_of(session)) >= _GROUP or session.observations else ""


def differ_in(one: Session, other: Session) -> tuple[str, ...]:
    """Say in what two sessions differ, as far as their records tell."""
    found = ["kind"] if one.mode is not other.mode else []
    if one.themes and other.themes and not set(one.themes) & set(other.themes):
        found.append("themes")
    if one.focus and other.focus and one.focus is not other.focus:
        found.append("what they look at")
    if one.setting and other.setting and one.setting is not other.setting:
        found.append("services")
    spoken, also = ({(each.framework, each.statement) for each in session.frameworks} for session in (one, other))
    if spoken and also and not spoken & also:
        found.append("the framework's statements")
    return tuple(found)


def two_pieces(sessions: Iterable[Session], used: Sequence[str] = ()) -> tuple[Piece, ...]:
    """Choose two that differ, one with a peer; fewer where there are not two. Those `used` before come last."""
    held = [each for each in sessions if not each.status.is_ahead]
    ordered = sorted(held, key=lambda each: (each.id not in used, says_what_came_of_it(each), each.date), reverse=True)
    if len(ordered) < _GROUP:
        return tuple(Piece(session=each, why=_why(each, None)) for each in ordered)
    pairs = permutations(range(len(ordered)), 2) if len(ordered) <= _LOOKED_AT else permutations(range(_LOOKED_AT), 2)
    first, second = max(pairs, key=lambda pair: _fit(ordered, *pair))
    one, other = ordered[first], ordered[second]
    return Piece(session=one, why=_why(one, None)), Piece(session=other, why=_why(other, one))


_LOOKED_AT = 40
"""Sessions of a year among which a pair is looked for, the fullest and newest."""


def says_what_came_of_it(session: Session) -> bool:
    """Tell whether it says what was learnt, or what it led to."""
    learnt = bool(session.learning_points or session.takeaways or session.answers.get("learning", "").strip())
    return learnt or any(each.done for each in session.action_points)


def _fit(ordered: Sequence[Session], first: int, second: int) -> tuple[bool, int, int]:
    one, other = ordered[first], ordered[second]
    apart = min(2, len(differ_in(one, other)))
    return bool(peers_in(one)), apart, -(first + second)


def _why(session: Session, other: Session | None) -> tuple[str, ...]:
    peer = peers_in(session)
    learnt = session.learning_points or session.takeaways or session.answers.get("learning", "").strip()
    done = any(each.done for each in session.action_points)
    apart = differ_in(session, other) if other else ()
    return tuple(
        reason
        for reason in (
            f"with a peer: {peer}" if peer else "",
            "it says what was learnt" if learnt else "",
            "what it led to was done" if done else "",
            f"it differs from the first in {_listed(apart)}" if apart else "",
        )
        if reason
    )


def _listed(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
