"""Words that come again from session to session: no names, and none that everybody uses. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from circle_cli.insights.common import COMMON
from circle_cli.insights.record import Again
from circle_cli.session.people import people_of
from circle_cli.session.record import Session
from circle_cli.session.spelling import folded

_MOST, _SHORTEST, _TWICE = 20, 4, 2
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def words_again(sessions: Sequence[Session], least: int) -> tuple[tuple[Again, ...], bool]:
    """Give the words that stand in most sessions, the most first; and whether some are in too few to be told.

    A word that a session has with a capital letter alone may be a name, and does not count there.
    """
    names = set(_names(sessions))
    counted = Counter(word for session in sessions for word in _said(session))
    known = {word: count for word, count in counted.items() if count >= _TWICE and not names & {word, *_parts(word)}}
    told = sorted((word for word in known if known[word] >= least), key=lambda word: (-known[word], word))
    again = tuple(Again(word=word, sessions=known[word]) for word in told[:_MOST])
    return again, len(told) < len(known)


def _said(session: Session) -> set[str]:
    """Give the words of a session that tell something, each once."""
    texts = (*session.answers.values(), *(point.text for point in session.learning_points))
    found = (word for text in texts for word in _WORD.findall(_plain(text)) if word[0].islower())
    words = {word.removesuffix("'s").removesuffix("'") for word in found}
    return {word for word in words if len(word) >= _SHORTEST and word not in COMMON and word.islower()}


def _plain(text: str) -> str:
    return text.replace("’", "'")


def _names(sessions: Iterable[Session]) -> Iterable[str]:
    """Give every word of a name of anybody who is in a story, or took part or is named beside it."""
    for session in sessions:
        people = [*people_of(session), *(each.who or "" for each in session.action_points)]
        people += [each.tracked_by or "" for each in session.action_points]
        people += [name for each in session.observations for name in (each.by, each.to)]
        people += [name for entry in session.cast or () for name in (entry.name, *entry.also)]
        for name in people:
            yield from _parts(folded(_plain(name)))


def _parts(word: str) -> Sequence[str]:
    return re.findall(r"[^\W\d_]+", word)
