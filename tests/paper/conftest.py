"""A session with everything that a sheet has room for, and the way from a sheet to a session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from running import Run

from circle_cli.paper.intake.sheet import SheetContent
from circle_cli.session.incoming import read_incoming
from circle_cli.session.record import (
    ActionPoint,
    Event,
    Feedback,
    FeedbackFrom,
    FrameworkLink,
    Gathered,
    LearningPoint,
    Observation,
    Safeguarding,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Focus, Mode, Scope, Setting, Status, View


@pytest.fixture(scope="session")
def typed() -> Session:
    """Every field of the sheet, as somebody typed it."""
    return Session(
        id="2026-11-24-aaaa",
        title="The key on the hook",
        date=date(2026, 11, 23),
        mode=Mode.GROUP,
        status=Status.RECORDED,
        roles={
            "presenter": ("Sam",),
            "questioner": ("Jo",),
            "recorder": ("Kit",),
            "boundary-setter": ("Mo",),
            "encourager": ("Ade", "Bea"),
        },
        observations=(
            Observation(by="Ade", to="Sam", text="You waited for her.\nTwice."),
            Observation(by="Bea", to="Jo", text="Your second question | the one about the key."),
            Observation(by="facilitator", to="everyone", text="Nobody hurried."),
        ),
        feedback=Feedback(positive="Calm.\n\nAnd kind.", even_better="A bigger table.", will_use="On Monday."),
        learning_points=(
            LearningPoint(id=1, text="Ask where the key is kept.", scope=Scope.GENERAL, matters=9),
            LearningPoint(id=2, text="Hers hangs by the kettle.", scope=Scope.SPECIFIC),
            LearningPoint(id=3, text="Write <b>less</b> & listen.", scope=Scope.GENERAL),
            LearningPoint(id=4, text="Four are more than the rows that are printed.", scope=Scope.GENERAL),
        ),
        action_points=(
            ActionPoint(id=1, what="Try it on the next visit", who="Sam", by=date(2026, 12, 1), tracked_by="Jo"),
            ActionPoint(id=2, what="Thank the neighbour", done=date(2026, 11, 24)),
        ),
        facilitator="Lee",
        views=Views(heard=("the child, adult or family", "her neighbour"), imagined=("managers", "the law")),
        takeaways=(
            Takeaway(by="Bea", text="I will ask where the key is."),
            Takeaway(by="Lee", text="A quiet room | an open door."),
        ),
        answers={
            "situation": "A visit that ended well.",
            "what-worked": "She showed me the hook.\n\nThen she laughed.\nOnce.",
            "influence": "I sat down.",
            "perspectives": "- her: pleased\n- her son: surprised",
            "barriers": "The bell was broken.",
            "safety": "A neighbour has the other key.",
            "theory": "*Relationship* first, I think it was called.",
            "learning": "Small things.",
            "actions": "Soon.",
            "notes": "research: keys?",
        },
    )


@pytest.fixture(scope="session")
def whole(typed: Session) -> Session:
    """Everything that a filled sheet can hold beside that."""
    return replace(
        typed,
        setting=Setting.BOTH,
        focus=Focus.PERSON,
        themes=("relationships", "keys"),
        scaling=(
            Score(question="what-worked", asked="How much did it matter?", by="presenter", score=10),
            Score(question="perspectives", asked="How did it go?", by="her gran", score=7, view=View.IMAGINED),
        ),
        safeguarding=Safeguarding(raised=True, on=date(2026, 11, 23)),
        frameworks=(FrameworkLink(framework="pcf-2018", statement="6", how="I asked | why."),),
        learning_outcomes=("Unit 2: works with others | and listens.", "Unit 4."),
        answers={**typed.answers, "follow-up": "Done."},
        preamble="Above it all.",
        action_points=(*typed.action_points, ActionPoint(id=3, what="Rest", note="It did me good.\nVery.")),
        event=Event(id="2026-11-23-ev2n", group=2, groups=12),
        gathered=(
            Gathered(by="her", text="They came when they said.\n\nTwice."),
            Gathered(by="a nurse", text="Calm | kind"),
        ),
        feedback_from=(
            FeedbackFrom(by="Bea", positive="Time.", even_better="Tea.", will_use="The key."),
            FeedbackFrom(by="Mo", will_use="Waiting | listening."),
            FeedbackFrom(by="Kit"),
        ),
    )


@pytest.fixture
def session_from() -> Callable[[SheetContent], Session]:
    """Makes the session of a sheet, as `reflect --from` does."""

    def read(sheet: SheetContent) -> Session:
        session, _ = read_incoming(sheet.as_yaml(), "sheet", date(2026, 11, 24), {})
        return session

    return read


@pytest.fixture
def circle_here(circle: Run) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in the test's own folder; gives its exit code and what it wrote."""

    def run(*arguments: str) -> tuple[int, str, str]:
        done = circle(*arguments)
        return done.returncode, done.stdout, done.stderr

    return run
