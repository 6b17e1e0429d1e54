"""What the sessions of a log have in common, counted. Pure.

In a log that others share nothing is told that would be of fewer than the smallest group: a line of figures is told
whole or not at all, since the one that is left out could be reckoned from the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import fmean

from circle_cli.guidance.records import Guidance
from circle_cli.insights.again import words_again
from circle_cli.insights.periods import periods_of
from circle_cli.insights.record import Actions, Done, Insights, Moved, Theme, Viewed
from circle_cli.session.record import Session
from circle_cli.session.spelling import folded


def look(sessions: Iterable[Session], guidance: Guidance, least: int = 1) -> Insights:
    """Look at the sessions that have taken place; `least` is the smallest number to be told.

    Anything but 1 says that others share the log: no action is then told by its words.
    """
    held = sorted((each for each in sessions if not each.status.is_ahead), key=lambda each: (each.date, each.id))
    if len(held) < max(least, 1):
        return Insights(least=least, hidden=bool(held))
    names, periods = periods_of([each.date for each in held])
    every = Insights(
        least=least,
        sessions=len(held),
        first=held[0].date,
        last=held[-1].date,
        periods=names,
        themes=_themes(held, guidance, periods),
        views=_views(held, guidance),
        moved=_moved(held, periods, least),
        actions=_actions(held),
    )
    told = _enough_of(every)
    again, fewer = words_again(held, least)
    return replace(told, again=again, hidden=fewer or told != every)


def _enough_of(every: Insights) -> Insights:
    """Leave out what would be of too few, and in a log that others share what was done in its own words."""
    least, actions = every.least, every.actions
    if least == 1:
        return every
    return replace(
        every,
        themes=tuple(_told(each, least) for each in every.themes if each.sessions >= least),
        views=tuple(each for each in every.views if _enough((each.heard, each.imagined, each.missing), least)),
        moved=tuple(each for each in every.moved if each.sessions >= least and each.known),
        actions=replace(actions, which=()) if actions and _enough(actions.sessions, least) else None,
    )


def _enough(figures: Iterable[int], least: int) -> bool:
    return all(figure == 0 or figure >= least for figure in figures)


def _told(theme: Theme, least: int) -> Theme:
    return theme if _enough(theme.by_period or (), least) else replace(theme, by_period=None)


def _themes(held: Sequence[Session], guidance: Guidance, periods: Mapping[date, int]) -> tuple[Theme, ...]:
    """Give the themes, those of most sessions first; one that is spelt in two ways is one."""
    titles = {theme.id: theme.title for theme in guidance.themes}
    found: dict[str, list[Session]] = {}
    called: dict[str, str] = {}
    for session in held:
        for key, theme in {folded(each): each for each in session.themes}.items():
            found.setdefault(key, []).append(session)
            called.setdefault(key, titles.get(theme, theme))
    made = [
        Theme(title=called[key], sessions=len(those), by_period=_spread(those, periods)) for key, those in found.items()
    ]
    return tuple(sorted(made, key=lambda each: (-each.sessions, each.title.casefold())))


def _spread(those: Sequence[Session], periods: Mapping[date, int]) -> tuple[int, ...]:
    places = [periods[each.date] for each in those]
    return tuple(places.count(place) for place in range(max(periods.values()) + 1))


def _views(held: Sequence[Session], guidance: Guidance) -> tuple[Viewed, ...]:
    """Give each view that the guidance asks for, in the sessions that say whose views there were."""
    told = [(each.views, each.views.missing(guidance.views)) for each in held if each.views]

    def count(whose: str, among: Iterable[Iterable[str]]) -> int:
        return sum(folded(whose) in map(folded, those) for those in among)

    return tuple(
        Viewed(
            whose=whose,
            heard=count(whose, (views.heard for views, _ in told)),
            imagined=count(whose, (views.imagined for views, _ in told)),
            missing=count(whose, (missing for _, missing in told)),
        )
        for whose in (guidance.views if told else ())
    )


def _moved(held: Sequence[Session], periods: Mapping[date, int], least: int) -> tuple[Moved, ...]:
    """Give how each scaling question was answered by those who were there; a period needs `least` sessions."""
    found: dict[str, dict[int, list[list[int]]]] = {}
    called: dict[str, str] = {}
    for session in held:
        own: dict[str, list[int]] = {}
        for score in session.scaling:
            if score.view is None:
                key = folded(" ".join(score.asked.split()))
                own.setdefault(key, []).append(score.score)
                called.setdefault(key, " ".join(score.asked.split()))
        for key, scores in own.items():
            found.setdefault(key, {}).setdefault(periods[session.date], []).append(scores)
    every = range(max(periods.values()) + 1)
    return tuple(
        Moved(
            asked=called[key],
            sessions=sum(map(len, by_place.values())),
            by_period=tuple(_mean(by_place.get(place, ()), least) for place in every),
        )
        for key, by_place in found.items()
    )


def _mean(sessions: Sequence[Sequence[int]], least: int) -> float | None:
    """Give the mean of the sessions' own means, each of which counts alike; None where they are too few."""
    return round(fmean(map(fmean, sessions)), 1) if len(sessions) >= max(least, 1) else None


def _actions(held: Sequence[Session]) -> Actions:
    every = [(session, each) for session in held for each in session.action_points]
    which = [
        Done(what=" ".join(each.what.split()), on=each.done, session=session.id, note=each.note)
        for session, each in every
        if each.done
    ]
    which.sort(key=lambda each: (each.on, each.session))
    led = tuple(len({session.id for session, each in every if bool(each.done) is done}) for done in (True, False))
    return Actions(done=len(which), still_open=len(every) - len(which), sessions=(led[0], led[1]), which=tuple(which))
