"""What a second person is asked before a report from trying a learning point is published. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.script.prompts import Prompt, choice, writing
from circle_cli.interview.script.script import Beside
from circle_cli.points.record import Report
from circle_cli.share.hurrying import LONG_REPORT, Hurried, nobody_hurries
from circle_cli.share.proposal import State
from circle_cli.share.reporting import asked_of
from circle_cli.share.reviewing import COMMENT, NOTED, READ, deciding, decision_answer, hurry, intruders_question
from circle_cli.vocabulary import Outcome

_WENT = {Outcome.WORKED: "it worked", Outcome.PARTLY: "it worked in part", Outcome.NOT: "it did not work"}
_DECISIONS = {
    State.APPROVED: "Approve it: everyone may read it, word for word as it stands",
    State.RETURNED: "Return it to whoever told it, with a comment",
    State.DECLINED: "Decline it: it is not published",
}


_INTRODUCED = ("Somebody tried “{}”, and told how it went", "Somebody suggests other words for “{}”, below its text")
"""How a report is put before its reader; and a suggestion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReview(Beside):
    """What is asked about a report; `notes` are what the check points out, `obstacle` why it cannot be approved."""

    guidance: Guidance
    report: Report
    title: str
    notes: tuple[str, ...] = ()
    obstacle: str = ""
    hurried: Hurried = nobody_hurries

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def in_words(report: Report) -> str:
    """Say what a report says, as others would read it."""
    if report.outcome is None:
        return f"Suggested for its words: “{report.differed}”"
    differed = f" What was different there: {report.differed}" if report.differed else ""
    return f"In {report.year} {_WENT[report.outcome]}.{differed}"


def named(report: Report, title: str) -> str:
    """Name a report: what it speaks of, and how it went."""
    if report.outcome is None:
        return f"somebody suggests other words for “{title}”"
    return f"somebody tried “{title}”: {_WENT[report.outcome]}"


def _script(review: ReportReview, answers: Answers) -> Iterator[Prompt]:
    yield choice(
        READ.key,
        "This is what everyone would read",
        ("on", "I have read it, slowly"),
        remark=(f"{_INTRODUCED[review.report.outcome is None].format(review.title)}:", "", in_words(review.report)),
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
    asked = asked_of(review.report)
    yield from map(intruders_question, asked)
    yield from hurry((review.report.differed or "",), review.hurried, answers, LONG_REPORT)
    yield deciding(_DECISIONS, answers, review.obstacle, asked)
    if decision_answer(answers, asked).value(answers) in (State.RETURNED, State.DECLINED):
        yield replace(
            writing(COMMENT.key, "What would you like to say to whoever told it?", remark=("Thanks, too.",)),
            needed="A sentence helps them to go on.",
        )
