"""Dates, in figures and in words: a day, a month, a feast, a year. Days of the week stand in `days.py`."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.general import season_of
from circle_cli.identifiers.known.figures.in_words import BELOW_HUNDRED, ONES, ORDINALS, TENS
from circle_cli.identifiers.shapes import Shape, shape

_SEASONS = phrases("dates", "seasons")
_FEASTS = either(phrases("dates", "feasts"))
_TERM = either(_SEASONS, phrases("dates", "feasts"), phrases("dates", "feasts with a year"))
_NAMED_DAY = either(phrases("dates", "days by name"), r"st\.? \w{1,12}'?s day")
_MONTH = either(phrases("dates", "months"), phrases("dates", "months cut short"))
_BEFORE_A_MONTH, _BEFORE_MAY = phrases("dates", "before a month"), phrases("dates", "before may and march")
_LOOSE_MONTHS, _FIRM_MONTHS = phrases("dates", "months behind such a word"), phrases("dates", "months anywhere")
_WEEKDAY = either(phrases("dates", "weekdays"), phrases("dates", "weekdays cut short"))
_BEFORE_A_FEAST = either(phrases("dates", "before a feast"))
_ALWAYS_A_FEAST = either(phrases("dates", "feasts that are nothing else"))
_BEHIND_A_FEAST = "|".join(phrases("dates", "behind a feast"))
_STRETCH = either(phrases("dates", "stretches of days"), _WEEKDAY)
_IN_THE_YEAR = rf"{_FEASTS}|{_MONTH}|{either(_SEASONS)}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINAL = rf"(?:{either(TENS[:2])}[- ])?{either(ORDINALS)}"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?!\d|[:.]\d)"
_OF = r"[\s.,/-]{1,2}(?:of\s)?"

_DATES = shape(
    rf"\b(?:{_WEEKDAY},?\s)?(?:the\s)?{_DAY}{_OF}{_MONTH}\b(?:,?{_OF}{_YEAR})?",  # Tuesday 9 January 2024
    rf"\b(?:{_WEEKDAY},?\s)?(?:the\s)?{_ORDINAL}\s(?:of\s)?{_MONTH}\b(?:,?\s{_YEAR})?",  # the fifth of June
    rf"\b{_MONTH}[\s.-]{{1,2}}(?:the\s)?{_DAY}\b(?:,?\s{_YEAR})?",  # March 14, 2024
    rf"\b{_MONTH}\s(?:the\s)?{_ORDINAL}\b",  # June the fifth
    rf"\b(?:(?:early|mid|late)[ -])?{_MONTH}{_OF}{_YEAR}\b",  # mid-March 2024
    rf"\b{_TERM}(?:\sday)?\s(?:of\s|in\s)?(?:19|20)\d\d(?:[/-]\d{{2,4}})?\b",  # spring 2024
    rf"\b{_WEEKDAY}\s(?:the\s)?{_DAY}\b(?!\s?(?:to|till?|-|–)\s?\d)",  # Tuesday the 9th
    rf"\b(?:last|next|this|that)\s{_WEEKDAY}\b",  # last Tuesday
    r"\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\b",  # 2024-03-14
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)\b",  # 14/03/2024
    r"\b(?:19|20)\d\d[/-]\d\d(?:\d\d)?\b",  # 2023/24
    r"\b(?!(?:1st|2nd|3rd)\b)(?:[23]?1st|[12]?2nd|[12]?3rd|\d{1,2}th)\b(?!\s(?:century|time|floor|centile|percentile|attempt|party|sector))",
    r"\b(?:on|the|by|until|till?|from|since|of|before|after|for|due|to|mon|tues?|weds?|thurs?|fri|sat|sun|\w{3,6}day)\s"
    r"(?P<first>1st|2nd|3rd)\b(?!\s(?:century|time|floor|attempt|party|sector|visit|session|meeting|one|person|of\sall|step|go"
    r"|stage|thing|class|aid|room|half|bit|reason|rule|worker|house|home|child|kid|term|email|letter|text|message|option|choice"
    r"|chapter|section|point|try|round|place|set|box|page|side|edition|language|hand|opinion|chance"
    r"|line|contact|call|draft|question|part|day|week|year)\b)",  # on the 1st
)
_BARE_MONTH = shape(
    rf"\b{either(_BEFORE_A_MONTH)}[ -]{either(_LOOSE_MONTHS)}\b",  # in April
    rf"\b{either(_FIRM_MONTHS)}(?:'?s)?\b",  # January, feb
)
_MODAL_MAY = shape(rf"{either(_BEFORE_MAY)}[ -](?:may|march)$")
_DAYS_BY_NAME = shape(
    rf"\b(?:the\s{_STRETCH}\s(?:before|after|of)\s(?:the\s)?)?{_NAMED_DAY}\b",  # Bonfire Night
    rf"\b{_BEFORE_A_FEAST}\s(?:the\s|an?\s|\w{{1,30}}\s(?=bank|half))?{_FEASTS}\b",  # at Easter, since half-term
    rf"\b(?:the\s)?(?:{_STRETCH}|nights?|days)\sthe\sclocks\s(?:go|went|changed?)\b",
    r"\b(?:through|during|for|halfway into|start of|end of)\slent\b",
    rf"\bthe\seve\sof\s(?:the\s)?(?:{_NAMED_DAY}|{_FEASTS})\b",
    rf"\b{_ALWAYS_A_FEAST}(?=[.,;:!?)]|$|\s(?:{_BEHIND_A_FEAST})\b)",  # xmas
    rf"\b{_FEASTS}\s(?:week|weekend|day|eve|morning|night|time|holidays?|hols|break|monday|sunday|tuesday"
    r"|friday)\b",  # whit week
    rf"\b(?:first|second|third|last|middle|final)\s(?:{_STRETCH})s?\s(?:of|in)\s(?:the\s)?(?:{_IN_THE_YEAR}|lent"
    rf"|term)\b",
    rf"\b(?:an?\s)?{_WEEKDAY}\s(?:in|of|at|after|before|this|last|that|between)\s(?:the\s)?"
    rf"(?:{_IN_THE_YEAR}|year|month)\b",  # a Friday in lambing
    rf"\b(?:each|every)\s{_WEEKDAY}\s(?:since|after|until|till|last|this|for|from|fae)\b",
    rf"\b(?:of|round|around|about|come|till|until|by|since)\san?\s{_WEEKDAY}\b",  # of a Sunday
    r"\bthe\s(?:spring|summer|autumn|winter|year)\s(?:before|after)\s(?:the\s)?(?:covid|lockdown|pandemic|war|floods?|fire)\b",
    rf"\b(?:fortnight|week|month)\s(?:on\s|last\s|come\s|this\s)?{_WEEKDAY}\b(?!\s(?:to|till?|until)\b)",
    rf"\b(?:early|mid|late|high)[- ]{either(_SEASONS)}\b",
    r"\b(?:by|at|since|before|until|till|around|after)\s(?:midsummer|midwinter)\b",
    r"\b(?:easter|christmas|xmas|summer|autumn|spring|oct|october|feb|february|may|whit)\s"
    r"(?:hols|half[- ]term|bank hol(?:iday)?)\b",
    r"\bin\sthe\s(?:easter|christmas|summer|october|february|whit)\s(?:holidays?|hols|break)\b",
    r"\b(?:end|start|beginning|middle|back end)\sof\s(?:last|next|this)\s(?:month|year|term)\b",
    rf"\b(?:this|next)\scoming\s(?:{_WEEKDAY}|{either(phrases('dates', 'weekdays cut short'))})\b",
    rf"\bsince\sthe\s(?:(?:early|mid|late)[ -])?(?:{either(phrases('dates', 'decades')[1:])}|[2-9]0s)\b",
    rf"\b{_BEFORE_A_FEAST}\s{_NAMED_DAY}\b",  # since Mothering Sunday
    rf"\bthe\s{_STRETCH}\s(?:before|after|of)\s(?:the\s)?{_FEASTS}\b",  # the week before Lent
    rf"\b(?:last|since|next)\s{either(_SEASONS)}\b",  # last winter
    r"\b(?:first|last)\s(?:school\s)?day\s(?:of|before|after|back)\s"
    rf"(?:the\s|this\s|last\s)?(?:\w{{1,30}}\s)?(?:term|year|holidays?|hols|half[- ]term|{either(_SEASONS)}"
    rf"|{_FEASTS})\b",
    rf"\b(?:since|before|after|until|till?|over|during)\s(?:the\s|last\s|these\s)?(?:{either(_SEASONS)}|{_FEASTS}"
    rf"|october|february|school|half[- ]term)\s"
    r"(?:holidays?|hols|break|term)\b",
    r"\b(?:first|second|third|last|next)\s(?:week|day|monday|morning|fortnight|month)\s(?:of|back|in|after|before|at"
    r"|into)\s(?:the\s|a\s|his\s|her\s)?"
    r"(?:new\s|summer\s|autumn\s|spring\s|school\s)?(?:term|school|holidays?|hols|year six|nursery|college"
    r"|reception|half[- ]term)\b",
    r"\b(?:day|night|week|morning|weekend|evening|fortnight|month|year)s?\s(?:before|after|of)\s(?:the|his|her|their"
    r"|my|our)\s(?:\w{1,20}\s)?(?:birthday|funeral"
    r"|wedding|christening|baptism|exams?|trial|verdict|fireworks|cup final|match|election|coronation|jubilee"
    r"|carnival|storm|floods?|fire|lockdown|prom"
    r"|play|nativity|show|concert|trip|tournament|derby|final|race|regatta|festival|inspection|operation|scan|party"
    r"|parade|pilgrimage|camp|gala|auction|eclipse|earthquake|bombing|explosion|landslide|by-?election|referendum"
    r"|fete|fair|marathon|bar mitzvah|bat mitzvah|crash|accident|riots?|strike|snow)\b",
    r"\bthe\s\w{4,12}th\sof\sthe\s\w{4,12}th\b",
    r"\bthe\s(?:day|night|week|anniversary)\sof\s(?:the\s|her\s|his\s|their\s)?"
    r"(?:funeral|wedding|fire|flood|crash|verdict|inquest|cremation|burial|christening|wake)\b",
)
_ORDINARY_DAYS = either(phrases("dates", "what any day is of"))
_BY_THE_WEATHER = shape(
    r"\b(?:in|into|over|at|after|before|since|until|till?|by)\sthe\snew\syear\b|\bnew\syear'?s?\smorning\b",
    r"\b(?:on|till?|until|since|before|after|by|was|is)\s(?:pension|pay|giro|dole|market|gala|derby|polling|match"
    r"|fair|show|games|race|founders'?"
    r"|feast|carnival|election|census)\s?day\b",
    r"\b(?:jubilee|carnival|fair|gala|wakes|games|regatta|feast|show|race|rag|freshers'?)\s(?:week|weekend|night)\b",
    rf"\b(?:start|end|beginning|middle|eve|run[- ]up)\s(?:of|to)\s(?:the\s)?{_FEASTS}\b",
    rf"\b{_WEEKDAY}\s(?:just\s)?gone\b",
    rf"\bcome\sthe\s(?:{_ORDINAL})(?=[.,;!?)]|$|\s(?:he|she|we|they|i)\b)",
    r"\b(?:starts|begins|ends|due|from|till|until|by)\sthe\s(?:first|second|third)(?=[.,;!?)]|$)",
    rf"\bthe\s(?:night|day|morning|weekend|evening|summer|winter|year|week)\sof\s(?:the|his|her"
    rf"|their)\s(?!{_ORDINARY_DAYS}\b)\w{{3,20}}\b",
    r"\b(?:is|was|at|by|since|till?|until|come|this|last|next|around)\smid[- ]?(?:summer|winter)\b",
    r"\b(?:since|before|after|till?|until|by|during|over|in)\sthe\s(?:big\s|first\s|last\s|heavy\s|great\s)?"
    r"(?:snows?|floods|storm|heatwave|thaw|cold\ssnap|bad\sweather|thunderstorm|drought|gales?|frosts?|hurricane"
    r"|haymaking|hay|silage|shearing|lambing"
    r"|tupping|potato\sharvest|hop\spicking"
    r"|herring|cup\sfinal|derby|grand\snational|referendum|coronation|jubilee|eclipse|power\scuts?)\b(?!\s(?:room"
    r"|tank|team|unit|defence|shed|season))",
    r"\b(?:last|this|next|the|at|since|by|till?|until)\s(?:the\s)?back[- ]?end\b(?!\s(?:of\s(?:the\s)?(?:bus|car"
    r"|house|queue)|system))",
    r"\bmidsummer'?s?\s(?:day|eve|night)\b|\b(?:at|since|by|till?|until|after|before)\s(?:lammas|martinmas"
    r"|whitsuntide|michaelmas|candlemas|lady\sday"
    r"|plough\smonday|imbolc|samhain|lughnasa|beltane|rosh\shashanah|sukkot)\b",
    rf"'s\sthe\s(?:{either(TENS[:2])}[- ])?{either(ORDINALS[3:])}(?=[.,;!?)]|$)",  # tribunal's the nineteenth
)
_DAYS_OF_A_MONTH = shape(
    r"\b(?:on|since|until|till|before|after|by|for|around)\s(?:his|her|their)\s(?:\w+'s\s|first\s|last\s|late\s)?"
    r"(?:birthday|anniversary|wedding day|name day|yahrzeit)\b",
    rf"\bthe\s(?:{either(TENS[:2])})[- ](?:{either(ORDINALS[:9])})(?=[.,;:!?)]|$"
    r"|\s(?:we|she|he|they|i|it|when|was|is|at|and|of)\b)",
    rf"\b(?:the\s|each\s|every\s)?{either(_ORDINAL, 'last')}\s(?:day\s)?of\s(?:the|each|every|that|this|last|next)"
    r"\smonth\b",  # the third of the month
    rf"\b(?:on|by|from|until|till|since)\sthe\s{either(_ORDINAL)}(?=[.,;!?)]|\sand\b|\sof\b|$)(?!\sof\s(?!the\smonth))",
    rf"\b(?:is|was|be|it's|till|before|after)\sthe\s(?:{either(TENS[:2])}[- ])?{either(ORDINALS[3:])}(?=[.;!?)]|$)",
)
_YEARS_IN_WORDS = shape(
    rf"\b(?:nineteen|eighteen)[- ](?:hundred(?:\sand)?|oh|{either(TENS, ONES[9:])})(?:[- ]{either(ONES[:9])})?\b",
    rf"\btwo\sthousand(?:\s(?:and|n))?\s{BELOW_HUNDRED}\b",
    rf"\btwenty[- ](?:{either(ONES[9:])}|oh[- ]{either(ONES[:9])}|twent(?:y|ies)(?:[- ]{either(ONES[:9])})?)\b"
    r"(?!\s(?:minutes|mins))",
    rf"\b(?:nineteen|eighteen)[- ]{either(phrases('dates', 'decades')[1:])}\b",
)

DATES = (
    Shape("Tuesday 9 January 2024", _DATES, Identifier.DATE, "says which day or year it was", season_of),
    Shape("in April, feb", _BARE_MONTH, Identifier.DATE, "says which month it was", season_of, but=_MODAL_MAY),
    Shape("palm sunday, since half-term", _DAYS_BY_NAME, Identifier.DATE, "says when in the year it was", season_of),
    Shape("since the snow, last back end", _BY_THE_WEATHER, Identifier.DATE, "says when it was", season_of),
    Shape("first of the month", _DAYS_OF_A_MONTH, Identifier.DATE, "says which day it was", season_of),
    Shape("nineteen ninety six", _YEARS_IN_WORDS, Identifier.DATE, "says which year it was", season_of),
)
