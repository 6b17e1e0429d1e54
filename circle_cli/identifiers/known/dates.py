"""Dates, times and ages, in figures and in words."""

import re
from collections.abc import Iterator

from circle_cli.identifiers.findings.instead import SEASONS, for_age
from circle_cli.identifiers.findings.record import Identifier, Mark

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\d|[:.]\d)"
_OF = r"[\s.,/-]{1,2}(?:of\s)?"
_TERM = (
    r"spring|summer|autumn|winter|christmas|easter|eid|diwali|ramadan|hanukkah|passover|vaisakhi|holi|half[- ]term|term"
)
_DATES = re.compile(
    rf"\b(?:{_WEEKDAY},?\s)?(?:the\s)?{_DAY}{_OF}{_MONTH}\b(?:,?{_OF}{_YEAR})?"
    rf"|\b(?:{_WEEKDAY},?\s)?(?:the\s)?{_ORDINAL}\s(?:of\s)?{_MONTH}\b(?:,?\s{_YEAR})?"
    rf"|\b{_MONTH}[\s.-]{{1,2}}(?:the\s)?{_DAY}\b(?:,?\s{_YEAR})?"
    rf"|\b{_MONTH}\s(?:the\s)?{_ORDINAL}\b"
    rf"|\b(?:(?:early|mid|late)[ -])?{_MONTH}{_OF}{_YEAR}\b"
    rf"|\b(?:{_TERM})(?:\sday)?\s(?:of\s|in\s)?(?:19|20)\d\d(?:[/-]\d{{2,4}})?\b"
    rf"|\b{_WEEKDAY}\s(?:the\s)?{_DAY}\b"
    rf"|\b(?:last|next|this|that)\s{_WEEKDAY}\b"
    r"|\b(?:bonfire night|guy fawkes(?: night)?|shrove tuesday|pancake day|ash wednesday|good friday|easter (?:sunday"
    r"|monday)"
    r"|christmas (?:eve|day)|boxing day|bank holiday monday|new year['’]s (?:eve|day)|remembrance (?:sunday|day)"
    r"|burns night"
    r"|st \w{1,12}['’]s day)\b"
    r"|\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b"
    r"|\b(?:19|20)\d\d[/–-]\d\d(?:\d\d)?\b|\b\d{1,2}(?:st|nd|rd|th)\b(?!\s(?:century|time|floor))",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(
    r"\b(?:(?:(?:in|since|by|until|till|from|during|last|next|early|mid|late|every|before|after|between|to|this|of"
    r"|through"
    r"|around|end of|and|start of|beginning of)[ -])(?:april|may|june|august|march)"
    r"|january|february|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_NEAR = re.compile(
    rf"\bon\s{_WEEKDAY}\b(?!\s(?:morning|afternoon|evening|night|lunch)s)|\b(?:last|since|next)\s(?:spring|summer|autumn"
    r"|winter|christmas|easter|eid|diwali|ramadan)\b",
    re.IGNORECASE,
)
_MODAL_MAY = re.compile(
    r"(?:by|to|of|this|from|in|and|after|before|until|through|around|every|during)[ -](?:may|march)$"
)
_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TIMES = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|\b\d{1,2}:\d\d(?!\d)|\b(?:at|by"
    r"|around) \d{1,2}[:.]\d\d\b"
    rf"|\b(?:\d{{1,2}}|{_HOUR}) o['’]clock|\b(?:half|quarter) (?:past|to) (?:\d{{1,2}}|{_HOUR})\b",
    re.IGNORECASE,
)
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IN_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))})"
_N = rf"(?:\d{{1,3}}|{_IN_WORDS})"
_PLAIN_AGE = rf"(?:\d{{1,2}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES[1:]))})"
_AGES = re.compile(
    rf"\b(?:turned|turns|turning)\s{_PLAIN_AGE}\b|"
    rf"\b(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES[:9])})(?=[.,;!?)]|$)|"
    rf"\b{_N}(?:\sand\sa\shalf)?[\s-]?(?:years?|yrs?|months?|weeks?)[\s-]olds?\b|\b{_N}\s?(?:yo|y/o|yr old|yrs of age"
    rf"|years of age)\b"
    rf"|\bage(?:d|s)?\s(?:of\s)?{_N}\b(?:\s(?:and|or|to)\s{_N}\b)?"
    rf"|\b(?:(?:she|he|they|who|i)['’](?:s|re|m)|is|was|turn(?:ed|ing|s)?|just|nearly|almost|only)\s(?:now\s|just\s"
    rf"|nearly\s|almost\s|about\s)?{_PLAIN_AGE}(?=[.,;!?)]|\sand\b|\swhen\b|$)"
    rf"|\b(?:\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL}|(?:{'|'.join(_TENS)})[- ]{_ORDINAL}|(?:for|fif|six|seven|eigh"
    rf"|nine)tieth)\sbirthday\b"
    r"|\bin\s(?:his|her|their|my)\s(?:early |mid[ -]|late )?(?:\d0s|teens|twenties|thirties|forties|fifties|sixties"
    r"|seventies|eighties|nineties)\b"
    r"|\byear\s(?:1[0-3]|[1-9])\b|\bborn\sin\s(?:19|20)\d\d\b"
    r"|\b(?:\d{1,2}|[ivx]+)[- ]?(?:week|month)s?\spregnant\b",
    re.IGNORECASE,
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
    for season in ("spring", "summer", "autumn", "winter"):
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
