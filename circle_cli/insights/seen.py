"""What the sessions of a log have in common, counted. Pure.

In a log that others share nothing is told that would be of fewer than the smallest group: a line of figures is told
whole or not at all, since the one that is left out could be reckoned from the others. `groups.py` says what of it is
told at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import fmean

from circle_cli.guidance.records import Guidance
from circle_cli.insights.again import names_in, words_again, words_of
from circle_cli.insights.groups import Came, Groups, groups_of
from circle_cli.insights.periods import periods_of
from circle_cli.insights.record import Actions, Done, Insights, Moved, Theme, Viewed
from circle_cli.session.record import Session
from circle_cli.session.spelling import folded


def look(
    sessions: Iterable[Session],
    guidance: Guidance,
    least: int = 1,
    *,
    came: Callable[[Session], Came | None] = lambda _: None,
    is_word: Callable[[str], bool] = lambda _: True,
) -> Insights:
    """Look at the sessions that have taken place; `least` is the smallest number to be told.

    Anything but 1 says that others share the log: no action is then told by its words, nothing that names somebody,
    and no word but those that `is_word` knows. `came` says how a session came into the log.
    """
    sessions = list(sessions)
    names = names_in(sessions)
    held = sorted((each for each in sessions if not each.status.is_ahead), key=lambda each: (each.date, each.id))
    every = _all(held, names, guidance, Groups(), lambda _: True)
    if least == 1:
        return every
    groups = groups_of(held, came, least)
    counted = {each for group in groups.each for each in group}
    told = _all([each for each in held if each.id in counted], names, guidance, groups, is_word)
    return replace(told, hidden=told != replace(every, least=least))


def _all(
    held: Sequence[Session],
    named: frozenset[str],
    guidance: Guidance,
    groups: Groups,
    is_word: Callable[[str], bool],
) -> Insights:
    """Tell of these sessions; in a log that others share, they are whole groups already."""
    if not held:
        return Insights(least=groups.least)
    periods_named, periods = periods_of([each.date for each in held])

    def may_be_told(text: str) -> bool:
        """Tell of words that somebody chose whether they name nobody of any session; in one's own log they may."""
        return groups.least == 1 or not named & {*words_of(folded(text))}

    return Insights(
        least=groups.least,
        sessions=len(held),
        first=held[0].date,
        last=held[-1].date,
        periods=periods_named,
        themes=_themes(held, guidance, periods, groups, may_be_told),
        views=_views(held, guidance, groups),
        moved=_moved(held, periods, groups, may_be_told),
        actions=_actions(held, groups),
        again=words_again(held, named, groups.told, is_word),
    )


def _themes(
    held: Sequence[Session],
    guidance: Guidance,
    periods: Mapping[date, int],
    groups: Groups,
    may_be_told: Callable[[str], bool],
) -> tuple[Theme, ...]:
    """Give the themes, those of most sessions first; one that is spelt in two ways is one."""
    titles = {theme.id: theme.title for theme in guidance.themes}
    found: dict[str, list[Session]] = {}
    called: dict[str, str] = {}
    for session in held:
        for key, theme in {folded(each): each for each in session.themes}.items():
            if theme in titles or may_be_told(theme):
                found.setdefault(key, []).append(session)
                called.setdefault(key, titles.get(theme, theme))
    made = [
        Theme(title=called[key], sessions=len(told), by_period=_spread(told, periods, groups))
        for key, those in found.items()
        if (told := groups.told(those))
    ]
    return tuple(sorted(made, key=lambda each: (-each.sessions, each.title.casefold())))


def _spread(those: Sequence[Session], periods: Mapping[date, int], groups: Groups) -> tuple[int, ...] | None:
    """Count the sessions of each period; None where those of one may not be told."""
    within = [[each for each in those if periods[each.date] == place] for place in range(max(periods.values()) + 1)]
    return tuple(map(len, within)) if all(len(groups.told(each)) == len(each) for each in within) else None


def _views(held: Sequence[Session], guidance: Guidance, groups: Groups) -> tuple[Viewed, ...]:
    """Give each view that the guidance asks for, in the sessions that say whose views there were."""
    told = [(each, each.views, each.views.missing(guidance.views)) for each in held if each.views]

    def having(whose: str, among: Iterable[tuple[Session, Iterable[str]]]) -> list[Session]:
        return [session for session, those in among if folded(whose) in map(folded, those)]

    found: list[Viewed] = []
    for whose in guidance.views if told else ():
        each_way = (
            having(whose, ((session, views.heard) for session, views, _ in told)),
            having(whose, ((session, views.imagined) for session, views, _ in told)),
            having(whose, ((session, missing) for session, _, missing in told)),
        )
        heard, imagined, missing = (len(groups.told(those)) for those in each_way)
        if all(bool(count) is bool(those) for count, those in zip((heard, imagined, missing), each_way, strict=True)):
            found.append(Viewed(whose=whose, heard=heard, imagined=imagined, missing=missing))
    return tuple(found)


def _moved(
    held: Sequence[Session], periods: Mapping[date, int], groups: Groups, may_be_told: Callable[[str], bool]
) -> tuple[Moved, ...]:
    """Give how each scaling question was answered by those who were there."""
    found: dict[str, list[Session]] = {}
    scores: dict[tuple[str, str], list[int]] = {}
    called: dict[str, str] = {}
    for session in held:
        for score in session.scaling:
            asked = " ".join(score.asked.split())
            if score.view is None and may_be_told(asked):
                key = called.setdefault(folded(asked), asked)
                scores.setdefault((key, session.id), []).append(score.score)
                found.setdefault(key, [])
                found[key] += [] if session in found[key][-1:] else [session]
    made: list[Moved] = []
    for asked, those in found.items():
        within = [[each for each in those if periods[each.date] == place] for place in range(max(periods.values()) + 1)]
        means = tuple(_mean([scores[asked, each.id] for each in groups.told(cell)]) for cell in within)
        if any(mean is not None for mean in means):
            made.append(Moved(asked=asked, sessions=len(groups.told(those)), by_period=means))
    return tuple(made)


def _mean(sessions: Sequence[Sequence[int]]) -> float | None:
    """Give the mean of the sessions' own means, each of which counts alike."""
    return round(fmean(map(fmean, sessions)), 1) if sessions else None


def _actions(held: Sequence[Session], groups: Groups) -> Actions | None:
    """Give what became of the actions; in a log that others share in steps, since each is done on a day of its own."""
    those = groups.told(each for each in held if each.action_points)
    every = [(session, each) for session in those for each in session.action_points]
    led = [
        [each for each in those if any(bool(one.done) is done for one in each.action_points)] for done in (True, False)
    ]
    if groups.least > 1 and (not those or any(part and not groups.are_enough(part) for part in led)):
        return None
    done, still_open = (sum(bool(each.done) is done for _, each in every) for done in (True, False))
    which = [
        Done(what=" ".join(each.what.split()), on=each.done, session=session.id, note=each.note)
        for session, each in every
        if each.done and groups.least == 1
    ]
    return Actions(
        done=done - done % groups.least,
        still_open=still_open - still_open % groups.least,
        sessions=(len(led[0]), len(led[1])),
        which=tuple(sorted(which, key=lambda each: (each.on, each.session))),
    )
