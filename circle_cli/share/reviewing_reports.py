"""What a second person is asked before a report from trying a learning point is published. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answers, nothing_more
from circle_cli.interview.answers.notation import NO
from circle_cli.interview.script.prompts import Prompt, choice, writing
from circle_cli.interview.script.script import Beside
from circle_cli.points.record import Report
from circle_cli.share.proposal import Reading, State
from circle_cli.share.reporting import asked_of
from circle_cli.share.reviewing import (
    COMMENT,
    DECISION,
    DECISION_UNSURE,
    INTRUDER_ANSWERS,
    NOTED,
    READ,
    REVIEWING,
    intruders_question,
)
from circle_cli.vocabulary import Outcome

WENT = {Outcome.WORKED: "it worked", Outcome.PARTLY: "it worked in part", Outcome.NOT: "it did not work"}
_DECISIONS = {
    State.APPROVED: "Approve it: everyone may read it, word for word as it stands",
    State.RETURNED: "Return it to whoever told it, with a comment",
    State.DECLINED: "Decline it: it is not published",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReview(Beside):
    """What is asked about a report; `notes` are what the check points out, `obstacle` why it cannot be approved."""

    guidance: Guidance
    report: Report
    title: str
    notes: tuple[str, ...] = ()
    obstacle: str = ""

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def in_words(report: Report) -> str:
    """Say what a report says, as others would read it."""
    differed = f" What was different there: {report.differed}" if report.differed else ""
    return f"In {report.year} {WENT[report.outcome]}.{differed}"


def _script(review: ReportReview, answers: Answers) -> Iterator[Prompt]:
    yield choice(
        READ.key,
        "This is what everyone would read",
        ("on", "I have read it, slowly"),
        remark=(f"Somebody tried “{review.title}”, and told how it went:", "", in_words(review.report)),
        needed="Nothing is approved yet. Please read it first; then choose that you have.",
        guarded=True,
    )
    if review.notes:
        yield choice(
            NOTED.key,
            "What the check points out",
            ("on", "I have looked at each"),
            remark=("They do not have to be wrong.", *(f"- {each}" for each in review.notes)),
            needed="Nothing is approved yet. Please look at each first; then choose that you have.",
            guarded=True,
        )
    yield from map(intruders_question, asked_of(review.report))
    yield _decision(review, answers)
    if _decided(review.report, answers) in (State.RETURNED, State.DECLINED):
        yield replace(
            writing(COMMENT.key, "What would you like to say to whoever told it?", remark=("Thanks, too.",)),
            needed="A sentence helps them to go on.",
        )


def _decision(review: ReportReview, answers: Answers) -> Prompt:
    unsure = "" if _is_safe(review.report, answers) else "You were not sure of everything, so it cannot be approved."
    why = tuple(each for each in (unsure, review.obstacle) if each)
    allowed = [state for state in _DECISIONS if not why or state is not State.APPROVED]
    return choice(
        (DECISION_UNSURE if unsure else DECISION).key,
        "What shall become of it?",
        *((str(state), _DECISIONS[state]) for state in allowed),
        remark=why,
        needed="Nothing is decided yet. Please choose one; or pause, and everything is kept.",
        guarded=True,
    )


def _is_safe(report: Report, answers: Answers) -> bool:
    return all(INTRUDER_ANSWERS[key].text(answers) == NO for key in asked_of(report))


def _decided(report: Report, answers: Answers) -> State | None:
    return (DECISION if _is_safe(report, answers) else DECISION_UNSURE).value(answers)


def reading_of(report: Report, answers: Answers, by: str, on: date) -> Reading:
    """Give what a reader answered and decided; without all answers nothing is approved."""
    nothing_more(answers, REVIEWING)
    state = _decided(report, answers) or State.RETURNED
    unsure = state is State.APPROVED and not _is_safe(report, answers)
    return Reading(
        by=by,
        on=on,
        decision=State.RETURNED if unsure else state,
        answers=tuple((key, INTRUDER_ANSWERS[key].text(answers)) for key in asked_of(report)),
        comment=COMMENT.value(answers) or None,
    )
