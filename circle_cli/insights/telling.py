"""The figures as tables of words and numbers, which the page draws, too, and the terminal says. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from circle_cli.days import in_print
from circle_cli.insights.groups import FEWEST_PEOPLE
from circle_cli.insights.record import Insights

TITLE = "What keeps working"
NONE = "No session of this log has been held yet: circle reflect begins one."


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of it: what it tells, in a sentence, and its figures; `id` says which drawing goes with it."""

    id: str
    title: str
    about: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def opening(insights: Insights) -> str:
    """Say of how many sessions it is, and from when."""
    if insights.first is None or insights.last is None:
        return too_few(insights) if insights.hidden else NONE
    count = "1 session" if insights.sessions == 1 else f"{insights.sessions} sessions"
    days = in_print(insights.first)
    days += f" to {in_print(insights.last)}" if insights.last != insights.first else ""
    return f"{count}, {days}. Sessions are counted, and no people; nothing is scored or compared."


def too_few(insights: Insights) -> str:
    """Say what is not told in a log that others share; nothing where all is told."""
    if not insights.hidden or insights.least == 1:
        return ""
    return (
        f"Others share this log: what fewer than {insights.least} sessions have in common is not told, nor what is of "
        f"fewer than {FEWEST_PEOPLE} people. New sessions count once there are {insights.least} of them."
    )


def parts_of(insights: Insights) -> Iterator[Part]:
    """Give each part of which there is something to tell."""
    yield from _themes(insights)
    yield from _views(insights)
    yield from _moved(insights)
    yield from _actions(insights)
    if insights.again:
        yield Part(
            id="words",
            title="Words that come again",
            about="In how many sessions a word stands. Names, and words that everybody uses, are left out.",
            header=("Word", "Sessions"),
            rows=tuple((each.word, str(each.sessions)) for each in insights.again),
        )


def _themes(insights: Insights) -> Iterator[Part]:
    periods = insights.periods if any(each.by_period for each in insights.themes) else ()
    if insights.themes:
        rows = tuple(
            (each.title, str(each.sessions), *(str(figure or "") for figure in each.by_period or ("",) * len(periods)))
            for each in insights.themes
        )
        header = ("Theme", "Sessions", *periods)
        about = "How many sessions were about it, and when."
        yield Part(id="themes", title="Themes over the months", about=about, header=header, rows=rows)


def _views(insights: Insights) -> Iterator[Part]:
    if insights.views:
        rows = tuple((each.whose, str(each.heard), str(each.imagined), str(each.missing)) for each in insights.views)
        header = ("Whose view", "Heard", "Imagined", "Missing")
        about = "In how many sessions a view was heard, imagined by those who were there, or missing."
        yield Part(id="views", title="Whose views there were", about=about, header=header, rows=rows)


def _moved(insights: Insights) -> Iterator[Part]:
    if insights.moved:
        rows = tuple(
            (each.asked, *("" if score is None else f"{score:g}" for score in each.by_period))
            for each in insights.moved
        )
        about = "What those who were there said, from 1 to 10; where several did, or several times, the average."
        header = ("Asked", *insights.periods)
        yield Part(id="scales", title="How far scales moved", about=about, header=header, rows=rows)


def _actions(insights: Insights) -> Iterator[Part]:
    actions = insights.actions
    if not actions or not (actions.done or actions.still_open):
        return
    about = f"{actions.done} done, {actions.still_open} open."
    if insights.least > 1:
        counted = ((actions.done, "done"), (actions.still_open, "open"))
        about = f"{', '.join(f'at least {count} {what}' for count, what in counted if count).capitalize()}."
    rows = tuple((each.what, in_print(each.on), " ".join((each.note or "").split())) for each in actions.which)
    header = ("Done", "On", "What became of it")
    yield Part(id="actions", title="Which actions were done", about=about, header=header, rows=rows)
