"""How much and how many, where that singles out: sums of money, odd shares, counted days, many of a thing."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import BELOW_HUNDRED, FROM_THIRTEEN, IN_WORDS, NUMBER, ONES, TENS
from circle_cli.identifiers.shapes import Shape, shape

_MONEY = either(phrases("quantities", "money"))
_CODE = either(phrases("quantities", "money in letters"))
_ABOUT = r"\b(?:about|approximately|approx\.|some|over|nearly|around|almost)\s"
_SUM = r"\d[\d.,]{0,20}(?:\s\d{3}){0,4}(?:\s?(?:k|m|bn|million|thousand|hundred))?"
_SUM_IN_WORDS = (
    rf"(?:{IN_WORDS}(?:\s(?:hundred|thousand|million|grand))?(?:\s(?:and|n)\s{BELOW_HUNDRED})?|\b(?:half )?a million)"
)
_ODD = (
    rf"(?:\d{{1,6}}[1-46-9]|\d{{1,6}}\.\d{{1,6}}|{either(TENS)}[- ]{either(ONES[:4], ONES[5:9])}"
    rf"|{either(ONES[12:14], ONES[15:])})"
)
_MANY = either(phrases("quantities", "many"))
_COMMON = either(phrases("quantities", "common counts"))
_ROUND_COUNT = rf"{either(phrases('quantities', 'round counts'))}\s"
_NOT_COMMON = rf"(?!{_COMMON}\s|{_ROUND_COUNT}(?!{either(ONES[:9])}\b|and\b|n\b))"
_FEW = either(phrases("quantities", "even a few"))
_WHOLE_DAYS = rf"{_NOT_COMMON}{FROM_THIRTEEN}"
_FROM_FOUR = either(ONES[3:], TENS, "[4-9]", r"1\d")
_HUNDREDS_AND = rf"(?:an?|{either(ONES[:9])})[- ]hundred[- ](?:and|n)[- ]{BELOW_HUNDRED}"
_SPAN = either(phrases("quantities", "days on end"))
_ORDINARY = either(phrases("quantities", "ordinary things"))

_IN_FIGURES = rf"{_SUM}\s(?:\w{{1,30}}\s)?{_MONEY}\b(?:\s?\(?\b{_CODE}\b\)?)?"  # 5,699.21 euros (EUR)
_WITH_ITS_CODE = rf"{_CODE}\s?{_SUM}(?:\s\({_MONEY}\))?"  # EUR 80
_SPOKEN_SUM = rf"{_SUM_IN_WORDS}\s{_MONEY}\b(?:\s(?:a|per|each)\s(?:day|week|month|year|hour|night|go))?"
_LARGE_ENOUGH = (
    r"(?!£[1-4]?\d(?:\.\d\d)?(?![\d.,]?\d|\s?(?:k|m|bn|grand|hundred|thousand|million|an?|per|each|weekly|monthly)\b))"
)
"""Of less than fifty pounds anybody may have spoken, unless it comes week by week."""

_SMALL_SUM = (
    rf"(?:{either(ONES)}|{either(TENS[:1])}|1?\d|20)\s(?:quid|pounds?|pence)\b"
    r"(?!\s(?:an?|per|each|every|weekly|monthly|sterling)\b)"
)

_SUMS = shape(
    rf"{_ABOUT}(?:{_IN_FIGURES}|{_WITH_ITS_CODE}|{_SPOKEN_SUM})",
    rf"\b(?!{_SMALL_SUM})(?:{_IN_FIGURES}|{_WITH_ITS_CODE}|{_SPOKEN_SUM})",
    rf"{_LARGE_ENOUGH}[£€$]\s?{_SUM}(?:ish)?(?:\s?(?:a|per)\s(?:day|week|month|year|hour|night))?",  # £4,000 a week
)
_SHARES = shape(
    rf"(?<!sats )(?<!spo2 )\b{_ODD}(?:\s?%|\s(?:per ?cent|percent)\b)"
    r"(?!\s(?:school\s)?(?:attendance|att|attended|at school|sats)\b)"
)
_SPANS = shape(
    rf"\b{_WHOLE_DAYS}\s(?:\w{{1,30}}\s)?{_SPAN}\b(?!\s(?:old|olds|of age|pregnant|notice|ago if)\b)",  # nineteen days
    rf"\b{either(ONES[1:])}\swinters\b",
    rf"\b(?:{IN_WORDS}|\d{{1,2}})\shours?\s(?:and|n)\s(?:{IN_WORDS}|\d{{1,2}})\smin(?:ute)?s\b",
    r"\b\d{3,4}\s(?:days|nights|weeks)\b(?:\s(?:clean|sober|dry|abstinent|off)\b)?(?!\snotice)",
    rf"\b(?:{IN_WORDS}|\d{{1,3}})\s(?:months?|mths|weeks?|wks?)\s(?:and|n|&)\s(?:{IN_WORDS}|\d{{1,2}})\sdays?\b",
    rf"\b{_NOT_COMMON}{either(ONES[10:], TENS)}(?:[- ]{either(ONES[:9])})?\s(?:nights?|christmases|birthdays"
    rf"|winters|summers|easters)\b",
    rf"\b(?:married|together|wed)\s(?:for\s)?(?:\w{{1,30}}\s)?(?:{FROM_THIRTEEN})\s(?:years|yrs)\b",
    rf"\bfor\s(?:over\s|nearly\s|almost\s|about\s|more than\s)?(?:{either(TENS[2:])}"
    rf"|[4-9]\d)(?:[- ]{either(ONES[:9])})?\s(?:years?|yrs?)\b(?!\s(?:old|of age)\b)",
    rf"\b(?:{IN_WORDS}|\d{{1,2}})\syears?\s(?:and|n)\s(?:{IN_WORDS}|\d{{1,2}})\s(?:months?|weeks?|days?)\b",
    rf"\bfor\s(?:{either(ONES[10], ONES[12:14], ONES[15:17], ONES[18])}|1[13479])\s(?:\w{{1,30}}\s)?(?:years|yrs"
    rf"|months)\b",
    rf"\b(?:{IN_WORDS}|\d{{1,3}})\s(?:days|nights|weeks|months|years)\s(?:running|on the trot|straight|solid"
    rf"|in a row|non-?stop)\b",
    rf"\b(?:{IN_WORDS}|\d{{1,2}})\sof\s(?:his|her|their)\s(?:{IN_WORDS}|\d{{1,2}})\s(?:years|months)\b",
    rf"\b(?:four|five|six|seven|[4-7])\s(?:foot|feet|ft)(?:\s(?:{IN_WORDS}|\d{{1,2}}))?\b|\b{IN_WORDS}\s(?:stone|stones)\b(?!s)",
    rf"\b{_FROM_FOUR}\s(?:mon|tues|wednes|thurs|fri|satur|sun)days\b",  # fourteen Mondays
)
_COUNTS = shape(
    rf"\b{_NOT_COMMON}{FROM_THIRTEEN}\s(?:(?!{_ORDINARY})[a-z'-]{{1,30}}\s){{0,2}}?{_MANY}\b",  # seventeen cats
    rf"\b(?<!or )(?:{either(ONES[2:12])})\s(?:different\s|other\s|separate\s)?{_FEW}\b",  # nine social workers
    rf"\b(?:{either(TENS)}[- ]{either(ONES[:9])}|{either(ONES[12:])}|{_HUNDREDS_AND})\s(?!{_ORDINARY}\b)"
    rf"(?:(?!{_ORDINARY}\b)[a-z'-]{{1,30}}\s)?(?!{_ORDINARY}\b)[a-z-]{{1,30}}s\b",  # forty two bags
    rf"\b{NUMBER}\stimes\sin\s(?:an?|{NUMBER}|one|his|her)\s(?:days?|wks?|weeks?|months?|mths|yrs?|years?|life|nights?)\b",
    rf"\b{either(ONES[4:12])}\s(?:families|households)\b",
    rf"\b(?:some|over|about|nearly|almost|got|has|have|had|kept|keeps)\s{either(TENS)}[- ](?:odd|or so)\b",
    rf"\b{either(ONES[12:], TENS)}(?:[- ]{either(ONES[:9])})?\s(?:of (?:them|us|those)|round the|around the"
    rf"|at the table)\b",
    rf"\b{either(ONES[4:12])}\s(?:of them|round the table|around the table|at the table)\b",
)
_TERMS = shape(
    rf"\b(?:{IN_WORDS}|\d{{1,2}})(?: and a half)?\s(?:days?|weeks?|months?|years?)"
    rf"(?:\sand\s(?:{IN_WORDS}|\d{{1,2}})\s(?:months?|weeks?|days?))?'?s?'?\s(?:'\s)?(?:imprisonment|custody"
    rf"|inside|in prison|sentence)\b",
    rf"\bsentenced?\s(?:him|her|them|to|of|the applicant|\s){{1,6}}\s?(?P<it>(?:{IN_WORDS}|\d{{1,2}})\s(?:days?|weeks?"
    rf"|months?|years?)"
    rf"(?:\sand\s(?:{IN_WORDS}|\d{{1,2}})\smonths?)?)",
    rf"\b(?:got|served|doing|did|given|serving)\s(?:{IN_WORDS}|\d{{1,2}})\s(?:months|years|yrs)\b(?!\s(?:of|as"
    rf"|in the)\b)",
)

_ROUND = "a round number, such as “several” or “many”, or nothing"
SUMS = (
    Shape(
        "nine hundred pounds a week",
        _SUMS,
        Identifier.NUMBER,
        "is a sum of money that may be known",
        "“money”, or nothing",
    ),
)
COUNTS = (
    Shape(
        "81.7%, eighty nine per cent",
        _SHARES,
        Identifier.NUMBER,
        "is an exact share, by which it can be found",
        "“most of it”, “about half”",
    ),
    Shape("for nineteen days", _SPANS, Identifier.NUMBER, "counts how long it was", "“some weeks”, “for a long time”"),
    Shape("forty two bags", _COUNTS, Identifier.NUMBER, "counts exactly what others may know of", _ROUND),
    Shape(
        "two years and six months' imprisonment",
        _TERMS,
        Identifier.NUMBER,
        "is a sentence, which the papers print",
        "a prison sentence",
    ),
)
