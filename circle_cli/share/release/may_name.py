"""Whom, of everybody in any session, a text may name: nobody else is found in it, checked or swept. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from circle_cli.identifiers.known.cast.asked import Asked, asked
from circle_cli.identifiers.lists import Lists
from circle_cli.session.cast.called import LONGEST
from circle_cli.share.release.beginnings import LONG
from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.terms import letters_of, words_in

_YEAR, _DAY = re.compile(r"[0-9]{4}"), re.compile(r"[0-9]{8}")


def may_name(text: str, lists: Lists) -> Asked:
    """Give what a text asks of all casts: as the identifier check reads it, and as the sweep does.

    The sweep finds a name that is one of the words, or is made of words that are all there, or of letters in a row.
    """
    asks, read = asked(text, lists), unescaped(text)
    words = {word[:LONGEST] for word in words_in(read)[0]}
    return replace(asks, words=asks.words | words.union(_long_pieces(letters_of(read))))


def may_name_a_session(text: str) -> bool:
    """Tell whether the id of a session may stand in a text: its first word is a year, and without gaps it has a day."""
    read = unescaped(text)
    return any(map(_YEAR.fullmatch, words_in(read)[0])) or bool(_DAY.search(letters_of(read)))


def _long_pieces(letters: str) -> Iterator[str]:
    for begin in range(len(letters) - LONG + 1):
        for end in range(begin + LONG, min(len(letters), begin + LONGEST) + 1):
            yield letters[begin:end]
