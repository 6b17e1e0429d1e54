"""How far a learning point was tried, as a ladder: one account, tried by others, tried where things were different.

It says how many have told, and never how good it is: nobody has measured that. Pure.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from markupsafe import Markup

from circle_cli.points.record import LearningPoint, Trial
from circle_cli.site.drawing.drawn import draw_items
from circle_cli.vocabulary import Outcome

_WENT = {Outcome.WORKED: "it worked", Outcome.PARTLY: "it worked in part", Outcome.NOT: "it did not work"}


class Rung(StrEnum):
    """How far up the ladder a learning point has come."""

    ONE = "one-account"
    OTHERS = "by-others"
    SEVERAL = "several-settings"


TOLD = {
    Rung.ONE: "One account so far",
    Rung.OTHERS: "Tried by others",
    Rung.SEVERAL: "Tried in several settings",
}


def rung_of(point: LearningPoint) -> Rung:
    """Tell how far a learning point was tried.

    In a base a setting is a team's; elsewhere one is another where a report says what was different. One person may
    report on each wording, so the reports on several wordings are not counted together.
    """
    for reports in _by_wording(point).values():
        if len({_setting(trial) for trial in reports} - {""}) > 1:
            return Rung.SEVERAL
    return Rung.OTHERS if point.tried else Rung.ONE


def _setting(trial: Trial) -> str:
    return (trial.differed or "").casefold().strip() if trial.team is None else trial.team


def _by_wording(point: LearningPoint) -> Mapping[int, tuple[Trial, ...]]:
    """Give the reports on each wording, the present one first."""
    revisions = sorted({trial.revision for trial in point.tried}, reverse=True)
    return {each: tuple(trial for trial in point.tried if trial.revision == each) for each in revisions}


def draw_ladder(point: LearningPoint) -> Markup:
    """Draw where a learning point stands, and what others report."""
    here = rung_of(point)
    rungs = Markup("").join(
        Markup("<li{}>{}</li>").format(Markup(' aria-current="step"') if rung is here else "", words)
        for rung, words in TOLD.items()
    )
    told = Markup("").join(
        Markup("<p data-pagefind-ignore>{}</p><ul>{}</ul>").format(
            _summary(reports, revision, point), draw_items(map(_told, reports))
        )
        for revision, reports in _by_wording(point).items()
    )
    begin = "If you have tried it too" if point.tried else "Nobody else has told us yet. If you try it"
    more = Markup(
        "<p data-pagefind-ignore>{}, tell whoever looks after this site how it went, also when it did not work. With "
        "the program: <code>circle tried {}</code>.</p>"
    ).format(begin, f"{point.id} --wording {point.revision}" if point.revision > 1 else point.id)
    return Markup('<h2 id="tried">How it went for others</h2><ol class="ladder">{}</ol>{}{}').format(rungs, told, more)


def _summary(reports: Sequence[Trial], revision: int, point: LearningPoint) -> str:
    went = Counter(trial.outcome for trial in reports)
    each = ", ".join(f"{_WENT[outcome]} for {_NUMBERS.get(count, count)}" for outcome, count in _ordered(went))
    many = len(reports)
    of_it = "" if revision == point.revision else " of an earlier wording of this"
    if many == 1:
        said = f"One other person told us{of_it}: {_WENT[reports[0].outcome]}. That is one report, not a study."
    else:
        who = str(_NUMBERS.get(many, many)).capitalize()
        said = f"{who} others told us{of_it}: {each}. These are single reports, good and bad, and not a study."
    return f"{said}{_unread(sum(trial.report is None for trial in reports), many)}"


def _unread(unread: int, many: int) -> str:
    """Say of how many nobody knows that a second person read them, or whether they came from several people."""
    if not unread:
        return ""
    which = ("It" if many == 1 else "They") if unread == many else str(_NUMBERS.get(unread, unread)).capitalize()
    return f" {which} came in when no second person had to read a report, and nobody asked whether it was the first."


def _ordered(went: Counter[Outcome]) -> list[tuple[Outcome, int]]:
    return [(outcome, went[outcome]) for outcome in Outcome if went[outcome]]


_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def _told(trial: Trial) -> str:
    sentence = f"In {trial.year} {_WENT[trial.outcome]}."
    return f"{sentence} What was different there: {' '.join(trial.differed.split())}" if trial.differed else sentence
