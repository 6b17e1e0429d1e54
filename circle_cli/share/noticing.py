"""What a second reader is to look at in a text, found on their own side, whatever the proposal's file says. Pure.

A reader sees neither the session nor its cast. Where the session is in their log, the text was compared with the people
in it; where it is not, that is said, and an approval rests on what the author signed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.lists import Lists
from circle_cli.points.record import LearningPoint
from circle_cli.session.record import CastEntry
from circle_cli.share.proposing.settling import RECENT, warnings_about
from circle_cli.share.statement import Explained
from circle_cli.share.vetting import unsettled, visible

_NOT_HERE = "Please note: the people of this story were not checked here, since its session is not here."
_STATED = f"{_NOT_HERE} Its author compared the text with them, and signed that."
_NOBODY = f"{_NOT_HERE} Nobody has signed that they were, so it cannot be approved as it stands."
_UNSIGNED = (
    "What its author stated, or who that is, was changed since it was signed; or an earlier version signed nothing. "
    "So it cannot be approved as it stands: return it, and its author proposes it anew."
)
_UNEXPLAINED = "The check asks about words that its author did not explain, so it cannot be approved as it stands."
_MAY_BE_RECENT = (
    f" Nor is its day told here. If it may be fewer than {RECENT} days ago, those who were there may still place it."
)
_LONG_AGO = 3650  # days: of a session that is not here, nobody says when it was


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What a reader is told beside the text: `people`, whether they were looked for; `obstacle`, why not to approve."""

    notes: tuple[str, ...] = ()
    people: str = ""
    obstacle: str = ""


def notice(
    point: LearningPoint,
    explained: tuple[Explained, ...],
    lists: Lists,
    cast: tuple[CastEntry, ...] | None,
    days_since: int | None,
    *,
    is_stated: bool,
    may_be_recent: bool = False,
    fewer: Mapping[str, Lists] = MappingProxyType({}),
) -> Noticed:
    """Look at a text as its reader's computer sees it; `cast` is None where the session is not there.

    `is_stated`: its author signed exactly this, and that the people were looked for. `may_be_recent`: of a session that
    is not there, nothing says that it was long ago. `fewer` has, for each list that the log adds, all lists but that
    one: what they ask about more, that list excuses.
    """
    texts = [text for _, text in visible(point)]
    words = [each.words for each in explained]
    open_ = [text[each.start : each.end] for text in texts for each in unsettled(text, (), lists, words)]
    notes = [
        *_excused(texts, cast or (), lists, fewer),
        *_warned(texts, cast or (), lists),
        *(f"“{each}” may tell who, where or when, and its author did not say why it stays" for each in open_),
        *warnings_about(texts, _LONG_AGO if days_since is None else days_since),
        *(f"“{each.words}” stays, says the author, since it is no identifier: {each.reason}" for each in explained),
    ]
    obstacle = _UNEXPLAINED if open_ else "" if is_stated else _UNSIGNED if cast is not None else _NOBODY
    people = "" if cast is not None else _STATED if is_stated else _NOBODY
    people += _MAY_BE_RECENT if people and is_stated and may_be_recent else ""
    return Noticed(notes=tuple(dict.fromkeys(notes)), people=people, obstacle=obstacle)


def _excused(texts: list[str], cast: tuple[CastEntry, ...], lists: Lists, fewer: Mapping[str, Lists]) -> Iterator[str]:
    for name, others in fewer.items():
        for text in texts:
            known = {(each.start, each.end) for each in find_identifiers(text, cast, lists)}
            for each in find_identifiers(text, cast, others):
                if (each.start, each.end) not in known:
                    yield f"“{text[each.start : each.end]}” is not asked about: this log’s list {name} excuses it"


def _warned(texts: list[str], cast: tuple[CastEntry, ...], lists: Lists) -> Iterator[str]:
    for text in texts:
        for each in find_identifiers(text, cast, lists):
            if each.only_warns:
                yield f"“{text[each.start : each.end]}” {each.reason}"
