"""By what somebody of a cast may be found in a text: so, of thousands, only those are looked at whom it may name.

The identifier check and the sweep find a name by its words, alone or run together, by what begins or ends one of them,
by letters near to it, and by initials. What is kept here of a name has all of these in it. Of a name with anything but
plain letters, figures and the signs between them, nothing is told: whoever has one is looked at each time.
"""

import re
from collections.abc import Iterable

ANYHOW = "*"
"""Stands for somebody who is looked at whatever a text says."""

INITIALS = "="
"""Stands before initials."""

LONGEST = 40
"""Letters of words that are run together; what is longer counts as far as that."""

_PLAIN = re.compile(r"[A-Za-z0-9 .,()-]*")
_WORD = re.compile(r"[a-z0-9]+")
_MOST = 8
"""Words of a name; whoever has a longer one is looked at each time, and so is who has a word beyond LONGEST."""


def called(names: Iterable[str]) -> str:
    """Give by what somebody of these names may be found, each with a space before and behind it."""
    told: dict[str, None] = {}
    for name in names:
        words = _WORD.findall(name.lower()) if _PLAIN.fullmatch(name) else []
        if not 0 < len(words) <= _MOST or max(map(len, words)) > LONGEST:
            return f" {ANYHOW} "
        told |= dict.fromkeys(words)
        if len(words) > 1:
            together = ("".join(words[first:])[:LONGEST] for first in range(len(words) - 1))  # titles are left out
            letters = ("".join(word[0] for word in words), words[0][0] + words[-1][0])
            told |= dict.fromkeys((*together, *(INITIALS + each for each in letters)))
    return f" {' '.join(told)} "
