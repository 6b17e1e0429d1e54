"""Spellings that a reader takes for the same: in words that are sought, in names and titles that are compared."""

import re
import unicodedata

from circle_cli.shown import INVISIBLE

_ALIKE = {
    "'": "‘’‚‛‹›´ʹʻʼʽˈ′＇",
    '"': "“”„‟«»″＂",
    "-": "‐‑‒–—―−־﹘﹣－",
    "/": "⁄∕／",
    "ae": "æ",
    "oe": "œ",
    "i": "ı",
}
"""What keyboards and word processors write in one way or another. Last: letters that are joined, and i."""

_PLAIN = {sign: plain for plain, signs in _ALIKE.items() for sign in signs}
_OTHERWISE = f"[{re.escape(''.join(_PLAIN))}]"
_TAKEN_APART = str.maketrans({"\u00b4": "'", "\u1ffd": "'", "″": '"', "‶": '"'})
"""Signs that Unicode takes apart: into a space with an accent, into two signs."""

_UNSEEN = f"[{INVISIBLE}]+"
"""As a text, as those beside it: most logs are plain, and each list would pay for it."""


def folded(text: str) -> str:
    """Give a text in the one spelling in which it is compared.

    Large and small letters are one, and so are apostrophes, quotation marks and dashes of every shape, accents with
    their letter or behind it, ligatures, letters of every width, and spaces; what takes no room is not there. An accent
    counts: é is not e.
    """
    if text.isascii():
        plain = text.lower()
    else:
        plain = re.sub(_UNSEEN, "", text).translate(_TAKEN_APART)
        plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
        plain = re.sub(_OTHERWISE, lambda found: _PLAIN[found.group()], plain).replace("i\u0307", "i")
    return re.sub("-{2,}", "-", plain) if "--" in plain else plain
