"""Days as people write them on paper."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")
_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,? (\d{2}|\d{4})")


def read_day(said: str) -> date | None:
    """Read `2026-12-01`, `1/12/2026`, `1.12.26`, `1 Dec 2026`, `Tuesday, 1st of December 2026`.

    None for anything else: what is on paper has no "today" that "next Friday" could be counted from.
    """
    text = " ".join(said.lower().split())
    try:
        if found := _ISO.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(text):
            return date(_year(found[3]), int(found[2]), int(found[1]))
        found = _WORDS.fullmatch(text)
        if found and found[2][:3] in _MONTHS:
            return date(_year(found[3]), _MONTHS.index(found[2][:3]) + 1, int(found[1]))
    except ValueError:
        return None
    return None


def _year(said: str) -> int:
    return int(said) + (2000 if len(said) == 2 else 0)
