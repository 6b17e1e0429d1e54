"""Times of the day, in figures and in words: "10.15pm", "half nine", "quarter to 4", "ten till gone two"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either
from circle_cli.identifiers.known.figures.general import hour_of
from circle_cli.identifiers.known.figures.in_words import ON_A_SCALE, ONES, TENS
from circle_cli.identifiers.shapes import Shape, shape

_HOUR = rf"(?:{either(ONES[:12])}|1[0-2]|[1-9])"
_LATER_HOUR = rf"(?:{either(ONES[1:12])}|1[0-2]|[2-9])"
_MINUTES = rf"(?:(?:5|10|20|25)|five|ten|{either(TENS[:1])}(?:[- ]five)?|quarter|qtr)"
_PART = r"(?:in\sthe\s(?:morning|afternoon|evening)|at\s(?:night|nite)|this\smorning|tonight|tomorrow\smorning)"
_AFTER = (
    r"(?=[.,;!?)]|$|\s(?:and|n|or|but|when|she|he|they|i|we|it|there|in\sthe|on|every|each|because|sharp|exactly|to"
    r"|until|till?|from|after|before|so|for|with|that|this|tomorrow|today|most|is|was|then|instead|at|by|about|how|who|what|when|where|why|alone|only)\b)"
)

_TIMES = shape(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])",  # 10.15pm
    r"\b(?:[01]?\d|2[0-4]):\d\d(?!\d)",  # 23:40
    r"\b(?:at|by|around) \d{1,2}[:.]\d\d\b",  # at 10.15
    r"(?<![\d.£$€] )(?<![\d.£$€])\b(?:[1-9]|1[0-2])\.[0-5][05]\b(?!\.?\d|\s?(?:[%kmgx]|hrs?|stars|out|per))",  # 7.30
    rf"\b{_HOUR} o'? ?clock",  # three o'clock
    rf"\b{_MINUTES} (?:past|to) {_HOUR}\b(?!\s(?:days?|weeks?|months?|years?|hours?|minutes|people|of)\b)",
    rf"\bhalf[- ](?:past |after |gone )?{_HOUR}\b(?!\s(?:of|hundred|dozen|days?|weeks?)\b)",  # half nine
    rf"\b{_HOUR}(?: (?:thirty|fifteen|forty[- ]five|twenty))? {_PART}\b",  # seven in the morning
    rf"\b{_HOUR} (?:thirty|fifteen|forty[- ]five)(?=[.,;!?)]|$|\s(?:was|is|and|till?|until|on|in|at)\b)",  # ten thirty.
    rf"\b(?:at|by|the|till?|until|from|before|after|for|around|about) {_HOUR} (?:oh five|ten|fifteen"
    rf"|twenty(?:[- ]five)?|thirty(?:[- ]five)?"
    r"|forty(?:[- ]five)?|fifty(?:[- ]five)?)\b(?!\s(?:pounds|minutes|people|years|days|times|per|percent|pence"
    r"|miles)\b)",  # the six forty
    r"\b(?:ten|five|twenty|quarter|twenty[- ]five) (?:past|to)(?=[.,;!?)]| and\b|$)",  # ten past
    rf"\b{_HOUR} (?:am|pm|a m|p m)\b",  # nine am
    rf"\b(?:the back of|gone|nigh on|nearly|almost|about|around|just after|just before|well after|well past) {_HOUR}"
    rf"\b(?=[.,;!?)]|$| (?:when|before|by the time|at|and|that|on)\b)",  # the back of six
    rf"\b{_HOUR} (?:till?|until) (?:about |around |gone |after |nearly )?{_HOUR}\b",  # ten till gone two
    rf"\b{_LATER_HOUR}(?:ish| sharp)\b",  # sixish
    r"\b(?:at|by|before|after|until|till?|since|past|gone|nearly|nigh on|around|about|almost) "
    r"midnight\b",
    r"\bby dinner[- ]?time\b",
)
_HOURS_ALONE = shape(
    rf"\b(?:and|then|but|so|or) (?P<it>at {_LATER_HOUR})(?=\s(?:an?|the|his|her|our|their|my)\b)",
    rf"\b(?:from|between) {_LATER_HOUR} (?:to|and) {_HOUR}(?=[.,;!?)]|$)",
    rf"\b(?:at|by|before|until|till?|since) {_LATER_HOUR}(?:ish)?\b{_AFTER}",  # at seven
)

TIMES = (
    Shape("half nine, 10.15pm", _TIMES, Identifier.TIME, "says at what hour it was", hour_of),
    Shape(
        "at seven",
        _HOURS_ALONE,
        Identifier.TIME,
        "says at what hour it was, or at what age",
        hour_of,
        not_near=ON_A_SCALE,
    ),
)
