"""The file format, byte by byte: the golden files are what other people's scripts rely on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from circle_cli.guidance.pages import load_guidance
from circle_cli.session.file import parse_session, render_session
from circle_cli.session.record import (
    ActionPoint,
    CastEntry,
    Event,
    Feedback,
    FeedbackFrom,
    FrameworkLink,
    Gathered,
    LearningPoint,
    Observation,
    Plan,
    Safeguarding,
    Score,
    Session,
    Takeaway,
    Views,
)
from circle_cli.vocabulary import Focus, Mode, Scope, Setting, Share, Status, View

FULL = Session(
    id="2026-11-23-k3f9",
    title="The handover that held",
    date=date(2026, 11, 23),
    mode=Mode.GROUP,
    status=Status.FOLLOWED_UP,
    setting=Setting.CHILDREN,
    focus=Focus.EVENT,
    themes=("relationships", "moves-and-changes"),
    cast=(
        CastEntry(name="Robin Vale", also=("Rob", "Bobby"), say="the young person"),
        CastEntry(name="Larkspur Road"),
    ),
    roles={"presenter": ("Sam",), "questioner": ("Jo",), "encourager": ("Ade", "Bea")},
    scaling=(
        Score(question="what-worked", asked="How far did it make a difference?", by="presenter", score=8),
        Score(question="perspectives", asked="How satisfied?", by="Robin", score=9, view=View.TOLD),
    ),
    observations=(Observation(by="Ade", to="Sam", text="You let Robin choose."),),
    feedback=Feedback(positive="Calm.", even_better="Start on time.", will_use="The three meetings."),
    learning_points=(
        LearningPoint(
            id=1, text="Let a young person choose the place.", scope=Scope.GENERAL, matters=9, share=Share.PROPOSED
        ),
        LearningPoint(id=2, text="Robin talks while walking.", scope=Scope.SPECIFIC),
    ),
    action_points=(
        ActionPoint(id=1, what="Offer the choice", who="Sam", by=date(2026, 12, 1), tracked_by="Jo"),
        ActionPoint(id=2, what="Thank the carer", done=date(2026, 11, 24)),
    ),
    safeguarding=Safeguarding(raised=True, on=date(2026, 11, 23)),
    frameworks=(FrameworkLink(framework="pcf-2018", statement="6", how="I asked why it had worked."),),
    learning_outcomes=("LO3: listen, and show it; in writing", "Unit 2, 1.4"),
    preamble="A note that somebody put above the first heading.",
    answers={
        "situation": "A change of worker.",
        "what-worked": "Robin asked for a third meeting.\n\nThe place was *Robin's* choice.",
        "influence": "I slowed down.",
        "perspectives": 'Robin said: "You didn\'t rush."',
        "barriers": "The room was given away.",
        "safety": "- a known place\n- a known goodbye",
        "theory": "A secure base.",
        "learning": "Small for us, large for Robin.",
        "actions": "Offer the choice.",
        "notes": "theory: attachment",
        "follow-up": "Done at two handovers since.",
    },
)
QUICK = Session(
    id="2026-02-03-ab2d",
    title="A phone call that ended calmly",
    date=date(2026, 2, 3),
    mode=Mode.INDIVIDUAL,
    status=Status.RECORDED,
    cast=(),
    answers={"what-worked": "She rang back.", "influence": "I waited.", "actions": "Wait again."},
)
TOGETHER = Session(
    id="2026-12-01-g7up",
    title="A lunch that everybody came to",
    date=date(2026, 12, 1),
    mode=Mode.TRAINING,
    status=Status.RECORDED,
    roles={"presenter": ("Sam",), "questioner": ("Jo",), "recorder": ("Cy",), "encourager": ("Ade", "Bea")},
    observations=(
        Observation(by="Ade", to="Sam", text="You asked him twice what he would like to eat."),
        Observation(by="facilitator", to="Jo", text="You waited."),
    ),
    action_points=(
        ActionPoint(id=1, what="Ask twice", who="Sam", done=date(2026, 12, 8), note="It works with tea as well."),
    ),
    facilitator="Jo",
    plan=Plan(at="14:00", minutes=60, ready=("facilitator", "time")),
    event=Event(id="2026-12-01-ev2n", group=1, groups=3),
    gathered=(Gathered(by="the person himself", text="Best dinner since I came."),),
    views=Views(heard=("the child, adult or family",), imagined=("managers",)),
    takeaways=(Takeaway(by="Bea", text="I will ask twice."),),
    feedback_from=(
        FeedbackFrom(by="Cy", positive="Time to think.", will_use="The second question."),
        FeedbackFrom(by="Ade"),
    ),
    answers={"what-worked": "Everybody sat down."},
)
AWKWARD = Session(
    id="2026-02-04-zzz9",
    title='---\n"Ends": #1 \\ \x1b[31m\u2028 🌍',
    date=date(2026, 2, 4),
    mode=Mode.TRAINING,
    status=Status.IN_PROGRESS,
    themes=("no", "2026-01-01", ""),
    learning_points=(LearningPoint(id=1, text="tab\there, NUL\x00, next line\x85, mark\ufeff", scope=Scope.GENERAL),),
    answers={
        "what-worked": "---\n## x {#safety}\n\\## x {#safety}\n## x {#unknown}\n\ttab 🌍👩🏽‍⚕️\n```\n# y {#notes}\n```",
        "influence": "",
        "safety": "  two spaces before, and after  \n\n\nthree newlines above; \x07\x1b]0;bell\x07 \u2028 \ufeff",
    },
    extra={"from a later version": {"on": [1, None, True, date(2026, 1, 1), "1"]}},
)


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    return {question.id: question.title for question in load_guidance().questions}


@pytest.mark.parametrize(
    ("name", "session"), [("full", FULL), ("quick", QUICK), ("together", TOGETHER), ("awkward", AWKWARD)]
)
def test_a_session_is_written_as_its_golden_file(
    name: str, session: Session, titles: dict[str, str], golden: Callable[[str, str], None]
) -> None:
    golden(f"session-{name}.md", render_session(session, titles))


@pytest.mark.parametrize(
    ("name", "session"), [("full", FULL), ("quick", QUICK), ("together", TOGETHER), ("awkward", AWKWARD)]
)
def test_a_golden_file_reads_as_its_session(name: str, session: Session) -> None:
    text = (Path(__file__).parents[1] / f"golden/session-{name}.md").read_bytes().decode("utf-8")
    assert parse_session(text, name) == session
