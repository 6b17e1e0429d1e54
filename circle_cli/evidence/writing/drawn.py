"""What a session says already of each field, in the words of whoever writes it: a beginning, to be changed. Pure.

What was learnt from a peer is never begun: what the session has of it is shown beside the empty field.
"""

from collections.abc import Iterable, Sequence

from circle_cli.evidence.writing.fields import CHANGED, DAY, KIND, LEARNT, WHAT
from circle_cli.evidence.writing.first_person import as_i_say_it
from circle_cli.guidance.records import Guidance
from circle_cli.session.body import FOLLOW_UP_SECTION, followed_up
from circle_cli.session.people import FACILITATOR, meant, people_of, roles_of, speaker
from circle_cli.session.record import ActionPoint, CastEntry, Session
from circle_cli.vocabulary import Mode, Role

_KINDS = {
    Mode.GROUP: "Group reflection with colleagues",
    Mode.COLLABORATIVE: "Reflective discussion with those involved",
    Mode.TRAINING: "Training event, with reflection in a group",
}
_ALONE, _TWO = "My own reflection", "Reflective discussion with a colleague"
_COLLEAGUE, _ME = "a colleague", "I"
_QUESTIONS = (
    "What did somebody ask, or notice, that you had not seen?",
    "What do you think, or do, differently because of it?",
)


def whose(session: Session, name: str) -> str:
    """Give who of those who took part writes it: whoever goes by that name, else whoever presented alone."""
    people = people_of(session)
    wanted = name.casefold().split()
    exact = [each for each in people if each.casefold().split() == wanted]
    by_first = [each for each in people if wanted and each.casefold().split()[:1] == wanted[:1]]
    for found in (exact, by_first):
        if len(found) == 1:
            return found[0]
    presented = session.roles.get(Role.PRESENTER, ())
    return presented[0] if len(presented) == 1 and session.mode is Mode.INDIVIDUAL else ""


def all_named(session: Session, person: str) -> tuple[CastEntry, ...]:
    """Give the cast, and with it everybody who took part: a colleague is not named in what others read."""
    there = (CastEntry(name=each, say=_ME if each == person else _COLLEAGUE) for each in people_of(session))
    return (*(session.cast or ()), *there)


def drawn(guidance: Guidance, session: Session, person: str) -> dict[str, str]:
    """Give how each field begins, by its key; names are still in it, but the writer's own."""
    begun = {
        KIND: _kind(session),
        WHAT: _what(guidance, session, person),
        DAY: session.date.isoformat(),
        LEARNT: _learnt(session, person),
        CHANGED: _changed(guidance, session, person),
    }
    return {key: as_i_say_it(text, person) for key, text in begun.items()}


def from_peers(guidance: Guidance, session: Session, person: str) -> tuple[str, ...]:
    """Give what can be looked at while somebody writes of a peer: questions, and what they were told when it closed."""
    told = [
        f"- {_COLLEAGUE}: {each.text}" if each.by != person else f"- {each.text}"
        for each in session.observations
        if person and person in meant(session, each.to, _titles(guidance))
    ]
    if not told:
        return _QUESTIONS
    return (*_QUESTIONS, "What you were told when it closed:", *told)


def beside_what(session: Session) -> tuple[str, ...]:
    """Give what can be looked at while somebody says why it matters: what they said of their own part in it."""
    mine = " ".join(session.answers.get("influence", "").split())
    return (f"What you said of your part in it: {mine}",) if mine else ()


def _kind(session: Session) -> str:
    if session.mode is not Mode.INDIVIDUAL:
        return _KINDS[session.mode]
    return _TWO if session.roles.get(Role.QUESTIONER) or len(people_of(session)) > 1 else _ALONE


def _what(guidance: Guidance, session: Session, person: str) -> str:
    titles = _titles(guidance)
    role = ", ".join(titles[each].lower() for each in roles_of(session, person)) if person else ""
    with_others = session.mode is not Mode.INDIVIDUAL
    mine = f" My part: {role}." if role and with_others else ""
    how = f"I reflected on it in the what works practice learning circle.{mine}"
    told = session.answers.get("situation") or session.answers.get("what-worked") or ""
    return _paragraphs((f"{session.title.rstrip('.')}. {how}", told))


def _learnt(session: Session, person: str) -> str:
    answers = session.answers
    points = [each.text for each in session.learning_points]
    taken = [each.text for each in session.takeaways if _is_own(session, each.by, person)]
    summary = followed_up(answers).parts.get("summary", "") if answers.get(FOLLOW_UP_SECTION) else ""
    return _paragraphs((answers.get("learning", ""), *points, *taken, answers.get("theory", ""), summary))


def _changed(guidance: Guidance, session: Session, person: str) -> str:
    titles = _titles(guidance)
    mine = [
        each
        for each in session.action_points
        if session.mode is Mode.INDIVIDUAL or (person and person in meant(session, each.who or "", titles))
    ]
    used = [each.will_use for each in session.feedback_from if each.will_use and _is_own(session, each.by, person)]
    whole = session.feedback.will_use if session.feedback and session.feedback.will_use else ""
    done = (_done(each) for each in mine if each.done)
    ahead = (each.what for each in mine if not each.done)
    return _paragraphs((*done, whole, *used, session.answers.get("actions", ""), *ahead))


def _done(action: ActionPoint) -> str:
    note = (action.note or "").strip()
    return f"{action.what.rstrip('.')}: {note}" if note else f"{action.what.rstrip('.')}: done."


def _is_own(session: Session, by: str, person: str) -> bool:
    said = speaker(session, by)
    return (session.mode is Mode.INDIVIDUAL and not person) or (said is not None and said == person)


def _titles(guidance: Guidance) -> dict[str, str]:
    return {role.id: role.title for role in guidance.roles} | {FACILITATOR: "Facilitator"}


def _paragraphs(texts: Iterable[str]) -> str:
    """Put texts below one another, each once: what stands in another already is left out."""
    given: Sequence[str] = [text.strip() for text in texts if text and text.strip()]
    kept: list[str] = []
    for text in given:
        if not any(_compared(text) in _compared(other) for other in kept):
            kept.append(text)
    return "\n\n".join(kept)


def _compared(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
