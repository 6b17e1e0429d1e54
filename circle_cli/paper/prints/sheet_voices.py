"""The parts of the recording sheet that hold what people said: whose view it was, and the closing round."""

from collections.abc import Iterable, Sequence

from circle_cli.paper.document import Block, Field
from circle_cli.paper.layout import FEEDBACK, TICK
from circle_cli.paper.prints.sheet_parts import Rows, heading, table
from circle_cli.session.people import FACILITATOR, folded
from circle_cli.session.record import Feedback, Observation, Session, Views


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
    """Give what was seen, what each person takes away, and what they said of the session."""
    observations = session.observations if session else ()
    seen = tuple((each.by, each.to, each.text) for each in observations if not _by_facilitator(session, each))
    own = tuple((each.to, each.text) for each in observations if _by_facilitator(session, each))
    taken = tuple((each.by, each.text) for each in session.takeaways) if session else ()
    for name, rows in (("encouragers-saw", seen), ("facilitator-saw", own), ("takeaways", taken)):
        yield heading(name)
        yield from table(name, rows)
    yield heading("feedback")
    feedback = (session.feedback if session else None) or Feedback()
    for name, key in FEEDBACK.items():
        yield heading(name, level=3)
        yield Field(text=getattr(feedback, key) or "", lines=1)
    if session and session.feedback_from:
        yield heading("feedback-from", level=3)
        yield from table("feedback-from", _one_by_one(session))


def _by_facilitator(session: Session | None, observation: Observation) -> bool:
    """Tell whether it was whoever led the session, by name or by what they did, who saw it."""
    led = session.facilitator if session else None
    return folded(observation.by) in {FACILITATOR, folded(led or FACILITATOR)}


def _one_by_one(session: Session) -> Rows:
    feedback = session.feedback_from
    return tuple((each.by, each.positive or "", each.even_better or "", each.will_use or "") for each in feedback)
