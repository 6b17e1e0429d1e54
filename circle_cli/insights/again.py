"""Words that come again from session to session: no names, and none that everybody uses. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence

from circle_cli.insights.common import COMMON
from circle_cli.insights.record import Again
from circle_cli.session.people import people_of
from circle_cli.session.record import Session
from circle_cli.session.spelling import folded

_MOST, _SHORTEST, _TWICE = 20, 4, 2
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def words_again(
    sessions: Sequence[Session],
    names: frozenset[str],
    told: Callable[[Sequence[Session]], Sequence[Session]],
    is_word: Callable[[str], bool] = lambda _: True,
) -> tuple[Again, ...]:
    """Give the words that stand in most sessions, the most first, and none of `names`.

    Of the sessions of a word, `told` gives those that may be told.
    A word that a session has with a capital letter alone may be a name, and does not count there.
    """
    found: dict[str, list[Session]] = {}
    for session in sessions:
        for word in _said(session):
            found.setdefault(word, []).append(session)
    counted = {
        word: len(told(those))
        for word, those in found.items()
        if len(those) >= _TWICE and not names & {word, *words_of(word)} and all(map(is_word, words_of(word)))
    }
    again = [Again(word=word, sessions=count) for word, count in counted.items() if count]
    return tuple(sorted(again, key=lambda each: (-each.sessions, each.word))[:_MOST])


def _said(session: Session) -> set[str]:
    """Give the words of a session that tell something, each once."""
    texts = (*session.answers.values(), *(point.text for point in session.learning_points))
    found = (word for text in texts for word in _WORD.findall(_plain(text)) if word[0].islower())
    words = {word.removesuffix("'s").removesuffix("'") for word in found}
    return {word for word in words if len(word) >= _SHORTEST and word not in COMMON and word.islower()}


def _plain(text: str) -> str:
    return text.replace("’", "'")


def names_in(sessions: Iterable[Session]) -> frozenset[str]:
    """Give every word of a name of anybody who is in a story, or took part or is named beside it."""
    return frozenset(_names(sessions))


def _names(sessions: Iterable[Session]) -> Iterable[str]:
    for session in sessions:
        people = [*people_of(session), *(each.who or "" for each in session.action_points)]
        people += [each.tracked_by or "" for each in session.action_points]
        people += [name for each in session.observations for name in (each.by, each.to)]
        people += [name for entry in session.cast or () for name in (entry.name, *entry.also)]
        for name in people:
            yield from words_of(folded(_plain(name)))


def words_of(text: str) -> Sequence[str]:
    """Give the words of a text, or those that a hyphen joins."""
    return re.findall(r"[^\W\d_]+", text)
