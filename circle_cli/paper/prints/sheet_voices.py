"""The parts of the recording sheet that hold what people said: whose view it was, and the closing round."""

from collections.abc import Collection, Iterable, Sequence

from circle_cli.paper.document import Block
from circle_cli.paper.layout import FEEDBACK, TICK, to_presenter
from circle_cli.paper.prints.sheet_parts import Rows, field, heading, is_of_two, table
from circle_cli.session.people import FACILITATOR, folded, people_of
from circle_cli.session.record import Feedback, Observation, Session, Views
from circle_cli.vocabulary import Mode, Role

_BOXES = ("encouragers-saw", "facilitator-saw")
"""What only a group has on its sheet."""


def view_rows(asked: Sequence[str], views: Views | None) -> Rows:
    """Give a row for each view that the guidance asks for, and for others that there were."""
    heard, imagined = (tuple(views.heard), tuple(views.imagined)) if views else ((), ())
    known = {view.casefold() for view in asked}
    others = dict.fromkeys(view for view in (*heard, *imagined) if view.casefold() not in known)
    crosses = [{view.casefold() for view in marked} for marked in (heard, imagined)]
    return tuple(
        (view, *(TICK if view.casefold() in marked else "" for marked in crosses)) for view in (*asked, *others)
    )


def gathered_rows(session: Session) -> Rows:
    """Give the views that were gathered beforehand."""
    return tuple((each.by, each.text) for each in session.gathered)


def closing_round(session: Session | None) -> Iterable[Block]:
    """Give what was seen, what each person takes away, and what they said of the session.

    Where there was no group, the parts that only a group has are there if something is in them.
    """
    wanted = _parts(session)
    taken = tuple((each.by, each.text) for each in session.takeaways) if session else ()
    for name, rows in {**_observed(session), "takeaways": taken}.items():
        if name in wanted or rows:
            yield heading(name)
            yield from table(name, rows, session)
    feedback = session.feedback if session else None
    if "feedback" in wanted or feedback:
        yield heading("feedback")
        for name, key in FEEDBACK.items():
            yield heading(name, level=3)
            yield field(name, getattr(feedback or Feedback(), key) or "", session)
    if session and session.feedback_from:
        yield heading("feedback-from", level=3)
        yield from table("feedback-from", _one_by_one(session), session)


def _parts(session: Session | None) -> Collection[str]:
    if session and is_alone(session):
        return ()
    one_to_one = ("peers-said", "takeaways", "feedback")
    return one_to_one if is_of_two(session) else (*_BOXES, *one_to_one)


def is_alone(session: Session) -> bool:
    """Tell whether somebody was on their own, as far as the session says."""
    if session.mode is not Mode.INDIVIDUAL or session.facilitator or len(people_of(session)) > 1:
        return False
    return sum(map(len, session.roles.values())) == len(session.roles.get(Role.PRESENTER, ())) <= 1


def _observed(session: Session | None) -> dict[str, Rows]:
    """Give who saw what, by the box that it stands in."""
    boxes: dict[str, list[tuple[str, ...]]] = {name: [] for name in (*_BOXES, "peers-said")}
    for each in session.observations if session else ():
        if _by_facilitator(session, each):
            boxes["facilitator-saw"].append((each.to, each.text))
        elif session and _by_peer(session, each):
            boxes["peers-said"].append((each.by, each.text))
        else:
            boxes["encouragers-saw"].append((each.by, each.to, each.text))
    return {name: tuple(rows) for name, rows in boxes.items()}


def _by_peer(session: Session, observation: Observation) -> bool:
    """Tell whether somebody who is no encourager said it to the presenter."""
    encouragers = {folded(name) for name in (*session.roles.get(Role.ENCOURAGER, ()), Role.ENCOURAGER)}
    return observation.to == to_presenter(session.roles) and folded(observation.by) not in encouragers


def _by_facilitator(session: Session | None, observation: Observation) -> bool:
    """Tell whether it was whoever led the session, by name or by what they did, who saw it."""
    led = session.facilitator if session else None
    return folded(observation.by) in {FACILITATOR, folded(led or FACILITATOR)}


def _one_by_one(session: Session) -> Rows:
    feedback = session.feedback_from
    return tuple((each.by, each.positive or "", each.even_better or "", each.will_use or "") for each in feedback)
