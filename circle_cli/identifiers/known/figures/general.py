"""What can be said instead of a date or an age: a season, an age band."""

import re

from circle_cli.identifiers.grammar import phrases

_MONTHS = phrases("dates", "months")
_SEASONS = phrases("dates", "seasons")
_ONES, _TENS = phrases("dates", "ones"), phrases("dates", "tens")
_SPRING, _SUMMER, _AUTUMN, _WINTER = _SEASONS
_BY_MONTH = (_WINTER,) * 2 + (_SPRING,) * 3 + (_SUMMER,) * 3 + (_AUTUMN,) * 3 + (_WINTER,)
_BANDS = (
    (5, "a child under five"),
    (11, "a child"),
    (18, "a young person"),
    (26, "a young adult"),
    (65, "an adult"),
)
"""Until which age. Source: the identifier-check note, age bands."""


def hour_of(_time: str) -> str:
    """Give a wording for a time of the day."""
    return "in the morning, in the evening, or nothing"


def season_of(date: str) -> str:
    """Give a wording for a date."""
    low = date.lower()
    for month, season in zip(_MONTHS, _BY_MONTH, strict=True):
        if re.search(rf"\b{month[:3]}", low):
            return f"in the {season}"
    for season in _SEASONS:
        if season in low:
            return f"in the {season}"
    return "that week, some time ago, or a season such as “in the spring”"


def band_of(age: str) -> str:
    """Give a wording for an age, as somebody wrote it: "aged 9", "her eightieth birthday", "Year 8"."""
    low = age.lower()
    if "pregnant" in low:
        return "expecting a baby"
    if "month" in low or "week" in low or re.search(r"\bdays?[\s-]old\b", low):
        return "a baby"
    years = None if low.startswith("born") else _years(low)
    if re.match(r"(?:in|into)?\s?(?:years?|yrs?|y\d)", low) and years is not None:
        return "at primary school" if years < 7 else "at secondary school"
    if years is None:
        return "an age band, such as “a young person” or “an older adult”"
    return next((band for limit, band in _BANDS if years < limit), "an older adult")


def _years(low: str) -> int | None:
    if number := re.search(r"\d{1,3}", low):
        return int(number.group())
    for number_of_tens, word in enumerate(_TENS, start=2):
        if re.search(rf"\b{word[:-1]}(?:y|ie)", low):
            return number_of_tens * 10
    for ones, word in reversed(list(enumerate(_ONES, start=1))):
        if re.search(rf"\b{word[:5]}", low):
            return ones
    return None
