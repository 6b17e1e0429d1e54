"""Dates, times and ages, in figures and in words."""

import re
from collections.abc import Iterator

from circle_cli.identifiers.findings.instead import SEASONS, for_age
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import either, phrases

_MONTHS = phrases("dates", "months")
_SEASON_WORDS = phrases("dates", "seasons")
_FEASTS = phrases("dates", "feasts")
_ONES, _TENS = phrases("dates", "ones"), phrases("dates", "tens")

_MONTH = either(_MONTHS, phrases("dates", "months cut short"))
_BEFORE_A_MONTH, _BEFORE_MAY = phrases("dates", "before a month"), phrases("dates", "before may and march")
_LOOSE_MONTHS, _FIRM_MONTHS = phrases("dates", "months behind such a word"), phrases("dates", "months anywhere")
_WEEKDAY = either(phrases("dates", "weekdays"), phrases("dates", "weekdays cut short"))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL = rf"(?:{either(_TENS[:2])}[- ])?{either(phrases('dates', 'ordinals'))}"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\d|[:.]\d)"
_OF = r"[\s.,/-]{1,2}(?:of\s)?"
_TERM = either(_SEASON_WORDS, _FEASTS, phrases("dates", "feasts with a year"))
_ROUND_ORDINAL = either(phrases("dates", "ordinal tens"))
_NAMED_DAY = either(phrases("dates", "days by name"), r"st \w{1,12}['’]s day")
_HOUR = either(_ONES[:12])
_TENS_AND_ONES = rf"{either(_TENS)}(?:[- ]{either(_ONES[:9])})?"
_DECADE = either(r"\d0s", phrases("dates", "decades"))
_N = rf"(?:\d{{1,3}}|{either(_TENS_AND_ONES, reversed(_ONES))})"
_PLAIN_AGE = rf"(?:\d{{1,2}}|{either(_TENS_AND_ONES, reversed(_ONES[1:]))})"


def _shapes(*shapes: str) -> "re.Pattern[str]":
    return re.compile("|".join(shapes), re.IGNORECASE)


_DATES = _shapes(
    rf"\b(?:{_WEEKDAY},?\s)?(?:the\s)?{_DAY}{_OF}{_MONTH}\b(?:,?{_OF}{_YEAR})?",  # Tuesday 9 January 2024
    rf"\b(?:{_WEEKDAY},?\s)?(?:the\s)?{_ORDINAL}\s(?:of\s)?{_MONTH}\b(?:,?\s{_YEAR})?",  # the fifth of June
    rf"\b{_MONTH}[\s.-]{{1,2}}(?:the\s)?{_DAY}\b(?:,?\s{_YEAR})?",  # March 14, 2024
    rf"\b{_MONTH}\s(?:the\s)?{_ORDINAL}\b",  # June the fifth
    rf"\b(?:(?:early|mid|late)[ -])?{_MONTH}{_OF}{_YEAR}\b",  # mid-March 2024
    rf"\b{_TERM}(?:\sday)?\s(?:of\s|in\s)?(?:19|20)\d\d(?:[/-]\d{{2,4}})?\b",  # spring 2024
    rf"\b{_WEEKDAY}\s(?:the\s)?{_DAY}\b",  # Tuesday the 9th
    rf"\b(?:last|next|this|that)\s{_WEEKDAY}\b",  # last Tuesday
    rf"\b{_NAMED_DAY}\b",  # Bonfire Night
    r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b",  # 2024-03-14
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b",  # 14/03/2024
    r"\b(?:19|20)\d\d[/–-]\d\d(?:\d\d)?\b",  # 2023/24
    r"\b\d{1,2}(?:st|nd|rd|th)\b(?!\s(?:century|time|floor))",  # the 14th
)
_BARE_MONTH = _shapes(
    rf"\b{either(_BEFORE_A_MONTH)}[ -]{either(_LOOSE_MONTHS)}\b",  # in April
    rf"\b{either(_FIRM_MONTHS)}\b",  # January
)
_MODAL_MAY = re.compile(rf"{either(_BEFORE_MAY)}[ -](?:may|march)$")
_NEAR = _shapes(
    rf"\bon\s{_WEEKDAY}\b(?!\s(?:morning|afternoon|evening|night|lunch)s)",  # on Friday
    rf"\b(?:last|since|next)\s{either(_SEASON_WORDS, _FEASTS)}\b",  # last winter
)
_TIMES = _shapes(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])",  # 10.15pm
    r"\b\d{1,2}:\d\d(?!\d)",  # 23:40
    r"\b(?:at|by|around) \d{1,2}[:.]\d\d\b",  # at 10.15
    rf"\b(?:\d{{1,2}}|{_HOUR}) o['’]clock",  # three o'clock
    rf"\b(?:half|quarter) (?:past|to) (?:\d{{1,2}}|{_HOUR})\b",  # half past nine
)
_AGES = _shapes(
    rf"\b(?:turned|turns|turning)\s{_PLAIN_AGE}\b",  # turned fifteen
    rf"\b{either(_TENS)}-{either(_ONES[:9])}(?=[.,;!?)]|$)",  # forty-two.
    rf"\b{_N}(?:\sand\sa\shalf)?[\s-]?(?:years?|yrs?|months?|weeks?)[\s-]olds?\b",  # 14-year-old
    rf"\b{_N}\s?(?:yo|y/o|yr old|yrs of age|years of age)\b",  # 14yo
    rf"\bage(?:d|s)?\s(?:of\s)?{_N}\b(?:\s(?:and|or|to)\s{_N}\b)?",  # aged 9 and 11
    rf"\b(?:(?:she|he|they|who|i)['’](?:s|re|m)|is|was|turn(?:ed|ing|s)?|just|nearly|almost|only)"
    rf"\s(?:now\s|just\s|nearly\s|almost\s|about\s)?{_PLAIN_AGE}(?=[.,;!?)]|\sand\b|\swhen\b|$)",  # she's nearly nine.
    rf"\b(?:\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL}|{either(_TENS)}[- ]{_ORDINAL}|{_ROUND_ORDINAL})"
    r"\sbirthday\b",  # her eightieth birthday
    rf"\bin\s(?:his|her|their|my)\s(?:early |mid[ -]|late )?{_DECADE}\b",  # in her 80s
    r"\byear\s(?:1[0-3]|[1-9])\b",  # Year 8
    r"\bborn\sin\s(?:19|20)\d\d\b",  # born in 1990
    r"\b(?:\d{1,2}|[ivx]+)[- ]?(?:week|month)s?\spregnant\b",  # 20 weeks pregnant
)
_LIMITS = re.compile(
    r"\b(?:under|over|below|above|before|until|beyond)\s(?:the\s)?age of\b|\bages? of (?:10|16|18|21|25|65)\b",
    re.IGNORECASE,
)


def find_dates(text: str) -> Iterator[Mark]:
    """Find dates, times and ages in a visible text. A month alone is found too, but only as a warning."""
    for found in _DATES.finditer(text):
        yield _mark(Identifier.DATE, found, "says which day or year it was", _season(found.group()))
    for found in _BARE_MONTH.finditer(text):
        if not _MODAL_MAY.search(found.group()):  # small letters: "by may" has a month in it, "and may" a verb
            yield _mark(Identifier.DATE, found, "says which month it was", _season(found.group()), only_warns=True)
    for found in _NEAR.finditer(text):
        yield _mark(Identifier.DATE, found, "says which day or season it was", _season(found.group()), only_warns=True)
    for found in _TIMES.finditer(text):
        yield _mark(Identifier.TIME, found, "says at what hour it was", "in the morning, in the evening, or nothing")
    for found in _AGES.finditer(text):
        if not _LIMITS.match(found.group()):
            yield _mark(Identifier.AGE, found, "says how old somebody is", _band(found.group()))


def _mark(kind: Identifier, found: "re.Match[str]", reason: str, suggestion: str, *, only_warns: bool = False) -> Mark:
    return Mark(
        kind=kind, start=found.start(), end=found.end(), reason=reason, suggestion=suggestion, only_warns=only_warns
    )


def _season(date: str) -> str:
    low = date.lower()
    for number, month in enumerate(_MONTHS):
        if re.search(rf"\b{month[:3]}", low):
            return SEASONS[number]
    for season in _SEASON_WORDS:
        if season in low:
            return f"in the {season}"
    return "that week, some time ago, or a season such as “in the spring”"


def _band(said: str) -> str:
    low = said.lower()
    if "month" in low or "week" in low:
        return "a baby" if "pregnant" not in low else "expecting a baby"
    if low.startswith("year"):
        return "at primary school" if int(low.split()[1]) < 7 else "at secondary school"
    number = re.search(r"\d{1,3}", low)
    if number and not low.startswith("born"):
        return for_age(int(number.group()))
    for place, word in enumerate(_TENS, start=2):
        if re.search(rf"\b{word[:-1]}(?:y|ie)", low):
            return for_age(place * 10)
    for place, word in reversed(list(enumerate(_ONES, start=1))):
        if re.search(rf"\b{word[:5]}", low):
            return for_age(place)
    return "an age band, such as “a young person” or “an older adult”"
