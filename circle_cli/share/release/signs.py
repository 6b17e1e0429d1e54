"""Names that are signs alone, such as an emoji: so somebody is called in a chat, and then in a session."""

import re

_TICKS = "\u2610-\u2612\u2713-\u2718\u2750-\u2752"
"""Boxes and ticks, which every sheet has: these are nobody."""

_SIGN = f"(?![{_TICKS}])[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_RUN = re.compile(f"(?:{_SIGN})+")
_SHADES = re.compile("[\U0001f3fb-\U0001f3ff]")
_LETTER = re.compile(r"[^\W_]")


def sign_of(name: str) -> str:
    """Give what is looked for of a name without a word in it, in no shade of skin; nothing of any other."""
    found = "".join(_RUN.findall(name))
    return "" if _LETTER.search(name) else _SHADES.sub("", found) or found


def signs_in(text: str) -> frozenset[str]:
    """Give the signs that stand in a text, each by itself and with those beside it."""
    runs = [_SHADES.sub("", run) for run in _RUN.findall(text)]
    return frozenset((*filter(None, runs), *(sign for run in runs for sign in run)))
