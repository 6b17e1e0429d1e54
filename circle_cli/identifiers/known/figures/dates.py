"""Dates, times and ages, in figures and in words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.general import band_of, hour_of, season_of

_SEASONS = phrases("dates", "seasons")
_FEASTS = phrases("dates", "feasts")
_ONES, _TENS = phrases("dates", "ones"), phrases("dates", "tens")

_MONTH = either(phrases("dates", "months"), phrases("dates", "months cut short"))
_BEFORE_A_MONTH, _BEFORE_MAY = phrases("dates", "before a month"), phrases("dates", "before may and march")
_LOOSE_MONTHS, _FIRM_MONTHS = phrases("dates", "months behind such a word"), phrases("dates", "months anywhere")
_WEEKDAY = either(phrases("dates", "weekdays"), phrases("dates", "weekdays cut short"))
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL = rf"(?:{either(_TENS[:2])}[- ])?{either(phrases('dates', 'ordinals'))}"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\d|[:.]\d)"
_OF = r"[\s.,/-]{1,2}(?:of\s)?"
_TERM = either(_SEASONS, _FEASTS, phrases("dates", "feasts with a year"))
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
    rf"\b(?:last|since|next)\s{either(_SEASONS, _FEASTS)}\b",  # last winter
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
_LIMITS = _shapes(r"\bages? of (?:10|16|18|21|25|65)\b")  # they are the law's


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """One way in which a text says when it was, or how old somebody is; what `but` finds in it says neither."""

    kind: Identifier
    pattern: "re.Pattern[str]"
    but: "re.Pattern[str] | None" = None
    reason: str
    instead: Callable[[str], str]
    only_warns: bool = False


_SHAPES = (
    _Shape(kind=Identifier.DATE, pattern=_DATES, reason="says which day or year it was", instead=season_of),
    _Shape(
        kind=Identifier.DATE,
        pattern=_BARE_MONTH,
        but=_MODAL_MAY,
        reason="says which month it was",
        instead=season_of,
        only_warns=True,
    ),
    _Shape(
        kind=Identifier.DATE,
        pattern=_NEAR,
        reason="says which day or season it was",
        instead=season_of,
        only_warns=True,
    ),
    _Shape(kind=Identifier.TIME, pattern=_TIMES, reason="says at what hour it was", instead=hour_of),
    _Shape(kind=Identifier.AGE, pattern=_AGES, but=_LIMITS, reason="says how old somebody is", instead=band_of),
)


def find_dates(text: str) -> Iterator[Mark]:
    """Find dates, times and ages in a visible text. A month alone is found too, but only as a warning."""
    for shape in _SHAPES:
        for found in shape.pattern.finditer(text):
            if not (shape.but and shape.but.search(found.group())):
                yield Mark(
                    kind=shape.kind,
                    start=found.start(),
                    end=found.end(),
                    reason=shape.reason,
                    suggestion=shape.instead(found.group()),
                    only_warns=shape.only_warns,
                )
