"""Says what is new, said anew, tried, taken back and due for another look, of what everyone may read anyway.

What says when a report came, or how old something is, stands here only as far as enough others share it: as on the
site's own page of news. That something is new stands here of each, since anybody sees it who looks at the site twice;
how many are new, and on which day one came, nobody says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from circle_cli.ids import REPORTS, WITHDRAWN
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.collection import Collection
from circle_cli.site.drawing.drawn import uri_of
from circle_cli.site.drawing.ladder import TOLD, Rung
from circle_cli.site.drawing.pages.news import LOOK_AGAIN, due, tried_by_others
from circle_cli.vocabulary import ReviewKind, Was

MOST = 20
"""Learning points under a heading: the page is for a meeting."""

_FEW = "Learning points {} are listed here when there are at least {}: fewer might tell whose they are."
_READ = "A second person has read each of these, and approved it for everyone to read."
_TELL = "If you try one, say how it went, also when it did not work: circle tried and the eight letters behind it."
_MORE = "These are not all; the site has the rest."

Arrived = Mapping[tuple[str, str], date]
"""The day on which a file came, by its folder and its id; of one that is in no history yet, nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One learning point: its id, its title (none where it was taken back), where it is found, and a few words."""

    id: str
    title: str = ""
    address: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands under a heading, with a sentence before it, or in its place."""

    heading: str
    said: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The page: `days` says from when to when, in a language of its own if not in English."""

    title: str
    days: str
    sections: tuple[Section, ...]
    foot: str
    language: str = ""


def digest_of(
    collection: Collection,
    arrived: Arrived,
    since: date,
    *,
    name: str,
    days: str,
    address: Callable[[str], str],
    language: str = "",
    reworded: Mapping[str, date] | None = None,
) -> Digest:
    """Compose the page of a site of that `name`; `address` gives where a page of it is found, empty if nobody knows.

    Of those that were `reworded`, it is known on which day.
    """

    def is_new(folder: str, id_: str) -> bool:
        return arrived.get((folder, id_), date.max) >= since

    new = [point for point in collection.published.points if is_new("learning-points", point.id)]
    anew = [point for point in collection.published.points if point.revision > 1 and point not in new]
    anew = [point for point in anew if (reworded or {}).get(point.id, date.min) >= since]
    tried = [
        point
        for point in tried_by_others(collection.points)
        if any(each.report and is_new(REPORTS, each.report) for each in point.trials)
    ]
    gone = [
        each.id
        for each in collection.published.withdrawn
        if each.was is Was.POINT and (WITHDRAWN, each.id) in arrived and is_new(WITHDRAWN, each.id)
    ]
    return Digest(
        title=f"What is new: {name}",
        days=days,
        sections=(
            _new(new, collection, address),
            *([_said_anew(anew, collection, address)] if anew else []),
            _tried(tried, collection, address),
            _taken_back(gone, address),
            _due(collection, address),
        ),
        foot=_joined((_READ if collection.settings.review is ReviewKind.SECOND else "", _TELL)),
        language=language,
    )


def _said_anew(points: Sequence[LearningPoint], collection: Collection, address: Callable[[str], str]) -> Section:
    in_order = sorted(points, key=lambda point: (point.title.casefold(), point.id))
    said = "These were here before, in other words. If you use one of them, please look at what it says now."
    return _section("Said anew", in_order, lambda point: _what_to_try(point, collection), address, before=said)


def _new(points: Sequence[LearningPoint], collection: Collection, address: Callable[[str], str]) -> Section:
    in_order = sorted(points, key=lambda point: (point.title.casefold(), point.id))
    return _section("New", in_order, lambda point: _what_to_try(point, collection), address, "Nothing new came in.")


def _tried(points: Sequence[LearningPoint], collection: Collection, address: Callable[[str], str]) -> Section:
    least = collection.settings.smallest_group
    if len(points) < least:
        return Section(heading="Tried by others", said=_FEW.format("that others have tried", least))
    return _section("Tried by others", points, lambda point: _rung(point, collection), address)


def _taken_back(ids: Sequence[str], address: Callable[[str], str]) -> Section:
    entries = tuple(Entry(id=id_, address=address(f"learning-points/{id_}.md")) for id_ in ids[:MOST])
    said = "If you use one of these, or have it on paper, please stop: whoever it came from has taken it back for good."
    return Section(heading="Taken back", said=said if ids else "Nothing was taken back.", entries=entries)


def _due(collection: Collection, address: Callable[[str], str]) -> Section:
    told = [point for point in collection.points if collection.year_of(point)]
    found, least = due(told, collection.this_year), collection.settings.smallest_group
    if len(found) < least:
        return Section(
            heading="Due for another look", said=_FEW.format(f"that nobody has spoken of for {LOOK_AGAIN} years", least)
        )
    said = f"Nobody has said anything about these for {LOOK_AGAIN} years. Do they still fit?"
    return _section("Due for another look", found, lambda _: "", address, before=said)


def _section(
    heading: str,
    points: Sequence[LearningPoint],
    about: Callable[[LearningPoint], str],
    address: Callable[[str], str],
    nothing: str = "",
    before: str = "",
) -> Section:
    entries = (
        Entry(id=each.id, title=each.title, address=address(uri_of(each)), about=about(each)) for each in points[:MOST]
    )
    said = _joined((before, _MORE if len(points) > MOST else "")) if points else nothing
    return Section(heading=heading, said=said, entries=tuple(entries))


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, sentences))


def _what_to_try(point: LearningPoint, collection: Collection) -> str:
    words = collection.sentences[point.id]
    titles = {theme.id: theme.title for theme in collection.guidance.themes}
    themes = [titles[each] for each in collection.labels[point.id]["theme"] if each in titles]
    return f"{words} ({', '.join(themes)})" if themes else words


def _rung(point: LearningPoint, collection: Collection) -> str:
    """Say of one how far it was tried, where that is more than that it was."""
    return _joined(TOLD[Rung(each)] for each in collection.labels[point.id]["tried"] if each != Rung.OTHERS)
