"""How far a learning point was tried, as a ladder: one account, tried by others, tried where things were different.

It says how many have told, and never how good it is: nobody has measured that. Pure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache

from markupsafe import Markup

from circle_cli.points.record import LearningPoint, Trial
from circle_cli.site.drawing.drawn import draw_items, filled, joined
from circle_cli.vocabulary import Outcome

_WENT: Mapping[Outcome | None, str] = {
    Outcome.WORKED: "it worked",
    Outcome.PARTLY: "it worked in part",
    Outcome.NOT: "it did not work",
}


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


WENT = {Outcome.WORKED: "It worked", Outcome.PARTLY: "It worked in part", Outcome.NOT: "It did not work"}
"""What others may report, as what to choose by: of one learning point there may be all three."""


def furthest_first(points: Iterable[LearningPoint]) -> list[LearningPoint]:
    """Put them in order by how far they were tried, and by how many told of one wording; those alike stay as they are.

    How it went puts nothing higher: nobody has measured that.
    """
    rungs = list(Rung)

    def how_far(point: LearningPoint) -> tuple[int, int]:
        return rungs.index(rung_of(point)), max(map(len, _by_wording(point).values()), default=0)

    return sorted(points, key=how_far, reverse=True)


def rung_of(point: LearningPoint) -> Rung:
    """Tell how far a learning point was tried.

    In a base a setting is a team's; elsewhere one is another where a report says what was different. One person may
    report on each wording, so the reports on several wordings are not counted together.
    """
    for reports in _by_wording(point).values():
        if len({_setting(trial) for trial in reports} - {""}) > 1:
            return Rung.SEVERAL
    return Rung.OTHERS if point.trials else Rung.ONE


def _setting(trial: Trial) -> str:
    return (trial.differed or "").casefold().strip() if trial.team is None else trial.team


def _by_wording(point: LearningPoint) -> Mapping[int, tuple[Trial, ...]]:
    """Give the reports on each wording, the present one first."""
    revisions = sorted({trial.revision for trial in point.trials}, reverse=True)
    return {each: tuple(trial for trial in point.trials if trial.revision == each) for each in revisions}


def draw_ladder(point: LearningPoint, ways: Markup) -> Markup:
    """Draw where a learning point stands, and what others report: summed up in a line, then each in order of time.

    The `ways` to tell stand above what each has told: below it they would sink with every report.
    """
    begin = "If you have tried it too" if point.trials else "Nobody else has told us yet. If you try it"
    more = filled("<p>{}, tell whoever looks after this site how it went, also when it did not work.</p>", begin)
    return filled(
        '<h2 id="tried">How it went for others</h2><ol class="ladder">{}</ol>{}{}{}{}{}',
        _draw_rungs(rung_of(point)),
        _summed_up(point),
        more,
        ways,
        _reports(point),
        _suggested(point),
    )


def how_many_told(point: LearningPoint) -> str:
    """Say how many others have told how it went."""
    many = len(point.trials)
    return "One other person told us" if many == 1 else f"{str(_NUMBERS.get(many, many)).capitalize()} others told us"


@cache
def _draw_rungs(here: Rung) -> Markup:
    return joined(
        filled("<li{}>{}</li>", Markup(' aria-current="step"') if rung is here else "", words)
        for rung, words in TOLD.items()
    )


def _summed_up(point: LearningPoint) -> Markup:
    if not point.trials:
        return Markup("")
    wordings = [_summary(reports, revision, point) for revision, reports in _by_wording(point).items()]
    one = len(point.trials) == 1
    note = "That is one report, not a study." if one else "These are single reports, good and bad, and not a study."
    return filled('<p class="summed-up">{}</p>', f"{' '.join(wordings)} {note}{_unread(point.trials)}")


def _reports(point: LearningPoint) -> Markup:
    if not point.trials:
        return Markup("")
    several_years = point.trials[0].year != point.trials[-1].year
    heading = f"What each of them told us{', the earliest first' if several_years else ''}"
    items = draw_items(_told(trial, point) for trial in point.trials)
    return filled("<h3>{}</h3><ul>{}</ul>", heading if len(point.trials) > 1 else "What they told us", items)


def _summary(reports: Sequence[Trial], revision: int, point: LearningPoint) -> str:
    went = Counter(trial.outcome for trial in reports)
    each = ", ".join(f"{_WENT[outcome]} for {_NUMBERS.get(count, count)}" for outcome, count in _ordered(went))
    many = len(reports)
    of_it = "" if revision == point.revision else " of an earlier wording of this"
    if many == 1:
        return f"One other person told us{of_it}: {_WENT[reports[0].outcome]}."
    return f"{str(_NUMBERS.get(many, many)).capitalize()} others told us{of_it}: {each}."


def _unread(reports: Sequence[Trial]) -> str:
    """Say of how many nobody knows that a second person read them, or whether they came from several people."""
    unread, many = sum(trial.report is None for trial in reports), len(reports)
    if not unread:
        return ""
    which = ("It" if many == 1 else "They") if unread == many else str(_NUMBERS.get(unread, unread)).capitalize()
    return f" {which} came in when no second person had to read a report, and nobody asked whether it was the first."


def _ordered(went: Counter[Outcome | None]) -> list[tuple[Outcome, int]]:
    return [(outcome, went[outcome]) for outcome in Outcome if went[outcome]]


_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


def _told(trial: Trial, point: LearningPoint) -> Markup:
    earlier = ", with an earlier wording" if trial.revision != point.revision else ""
    went = _WENT[trial.outcome].capitalize()
    differed = f" What was different there: {' '.join(trial.differed.split())}" if trial.differed else ""
    return filled("<strong>{}</strong> ({}{}).{}", went, trial.year, earlier, differed)


def _suggested(point: LearningPoint) -> Markup:
    """List what readers suggest for its words: its author may take that up, wherever their log is."""
    if not point.suggested:
        return Markup("")
    items = draw_items(f"“{' '.join(each.split())}”" for each in point.suggested)
    return filled("<p>{}</p><ul>{}</ul>", "Readers suggest for its words, and its author may take it up:", items)
