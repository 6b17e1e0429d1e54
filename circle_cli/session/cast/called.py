"""By what somebody of a cast may be found in a text: so, of thousands, only those are looked at whom it may name.

The identifier check and the sweep find a name by its words, alone or run together, by what begins or ends one of them,
by letters near to it, and by initials. What is kept here of a name has all of these in it. Of a name with anything but
letters of a to z, with accents or without, figures and a few signs between them, nothing is told: whoever has one is
looked at each time.
"""

import re
import unicodedata
from collections.abc import Iterable

ANYHOW = "*"
"""Stands for somebody who is looked at whatever a text says."""

INITIALS = "="
"""Stands before initials."""

LONGEST = 40
"""Letters of words that are run together; what is longer counts as far as that."""

SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
"""Of which the words are made that are told."""

_PLAIN = re.compile(r"[A-Za-z0-9 .,()-]*")
_WITH_ACCENTS = re.compile(r"[A-Za-z0-9 .,()\u00c0-\u017f-]*")
_WORD = re.compile(r"[a-z0-9]+")
_MOST = 8
"""Words of a name; whoever has a longer one is looked at each time, and so is who has a word beyond LONGEST."""


def called(names: Iterable[str]) -> str:
    """Give by what somebody of these names may be found, each with a space before and behind it."""
    told: dict[str, None] = {}
    for name in names:
        plain = name if name.isascii() else _without_accents(name)
        words = _WORD.findall(plain.lower()) if _PLAIN.fullmatch(plain) else []
        if not 0 < len(words) <= _MOST or max(map(len, words)) > LONGEST:
            return f" {ANYHOW} "
        told |= dict.fromkeys(words)
        if len(words) > 1:
            together = ("".join(words[first:])[:LONGEST] for first in range(len(words) - 1))  # titles are left out
            letters = ("".join(word[0] for word in words), words[0][0] + words[-1][0])
            told |= dict.fromkeys((*together, *(INITIALS + each for each in letters)))
    return f" {' '.join(told)} "


def _without_accents(name: str) -> str:
    """Give a name as check and sweep compare it, where its letters with accents are one sign each; else as it was."""
    if not _WITH_ACCENTS.fullmatch(name):
        return name
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
