"""How a family is made up, counted in words: "her three brothers and the twins", "the middle one of five"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import FROM_FOURTH, FROM_THREE, FROM_TWO, NUMBER, ONES
from circle_cli.identifiers.shapes import Shape, shape

_TOGETHER, _OF_THINGS = either(phrases("family", "born together")), either(phrases("family", "twins of things"))
_CHILDREN, _KIN = either(phrases("family", "children")), either(phrases("family", "kin"))
_PARENT, _WHICH = either(phrases("family", "parents")), either(phrases("family", "place in the row"))
_RELATIVE, _AWAY = either(phrases("family", "relative")), either(phrases("family", "away"))
_OTHER = (
    r"(?:(?:little|older|younger|big|small|other|half|step|foster|grown[- ]up|grown|adult|young|wee|more|of her"
    r"|of his|own|unmarried|married|widowed|maiden|elderly|teenage|deaf|late)[ -])"
)
_KIN_OR_CHILDREN = either(phrases("family", "children"), phrases("family", "kin"))
_END = r"(?=[.,;:!?)]|$|\s(?:and|n|who|all|in|under|but|when|with|whose|by|from|the|on|at|to|is|was)\b)"

_UNUSUAL = shape(rf"\b(?:identical |conjoined |set of )?{_TOGETHER}\b(?!'?s?\s{_OF_THINGS})")
_COUNTED = shape(
    rf"\b{FROM_THREE}\s{_OTHER}{{0,2}}{_CHILDREN}\b",  # three brothers
    rf"\b(?:both|two|2|three|four|five|six|seven|eight)\s(?:{_OTHER}|sets of ){{0,2}}{_KIN}\b",  # two mums
    rf"\b(?:{_WHICH})\s(?:one\s|two\s|three\s|child\s|boy\s|girl\s|lad\s|son\s|daughter\s)?of\s(?:the\s|her\s|his\s|their\s)?{FROM_TWO}\b",
    rf"\b(?:one|two|three|four|five|six|seven|eight)\sof\s(?:the\s|her\s|his\s|their\s){FROM_THREE}"
    rf"\s(?:{_CHILDREN}|of them)\b",
    rf"\b(?:one|child|boy|girl|lad|son|daughter)\sof\s{FROM_THREE}{_END}",  # she is one of nine
    rf"\b{_PARENT}[- ]of[- ](?:{_TOGETHER}|{FROM_TWO}){_END}",  # a mother of three
    rf"\b{FROM_FOURTH}\s(?:child|baby|pregnancy|son|daughter|grandchild)\b",
    rf"\b{FROM_TWO}\sunder(?:[- ]the age of)?[- ](?:{either(ONES[1:12])}|\d{{1,2}})s?\b",  # seven under ten
    rf"\b{NUMBER}\s(?:boys?|girls?|children|kids|lads?)\s(?:and|n)\s(?:{NUMBER}|an?)\s(?:boys?|girls?|lads?)\b",
    rf"\b{NUMBER}\s{_OTHER}?(?:lassies|lasses|lads|laddies|bros|girls|boys|sisters|brothers)\s(?:and|n|an)\s(?:the\s)?(?:wan|one|{NUMBER}|an?)\s"
    rf"{_OTHER}?(?:boys?|girls?|lad|lass|lassie|laddie|sis|sister|bro|brother)\b",
    rf"\bonly\s(?:{either(ONES[:12])})\sof\sthem\s(?:hers|his|theirs|boys|girls|lived|home|left)\b",
    rf"\bthere\s(?:are|were|is|was|'s|s)\s(?:{either(ONES[3:])})\sof\sthem\b",
    rf"\b(?:{either(ONES[3:])})\sof\sthem\s(?:came|in all|at home|in (?:a|one|two)|all|under|living|live|sleep"
    rf"|slept)\b",
    rf"\b(?:two|three|four|five|six|seven|eight)\sof\sthe\s(?:{either(ONES[2:12])})(?=[.,;!?)]|$|\s(?:are|were|is|was"
    r"|live|lives|lived|have|had|came|went|who|survived|left|still|now|stayed|go)\b)",  # two of the six are hers
    rf"\b{_KIN_OR_CHILDREN}\b[^.!?\n]{{0,20}}\ball\s{FROM_THREE}\sof\s(?:them|us)\b",
    rf"\bthere(?:'s|'re|\sare|\swere|s)\s(?:{either(ONES[5:])})\sof\s(?:us|them)\b",
    r"\b(?:only|sole)\s(?:boy|girl|son|daughter|brother|sister|grandchild|grandson|granddaughter)\b",
)
_PARTED = shape(
    r"\bby\s(?:one|another|an?other|the same|two|three|four|five|different|her first|her second|his first|his second)\s"
    r"(?:different\s)?(?:fathers?|dads?|mums?|mothers?|men|women|man|woman|husbands?|wife|wives|partners?)\b",
    r"\b(?:two|three|four|five|different)\s(?:different\s)?(?:fathers|dads)\b",
    r"\b(?:different|another)\s(?:mum|mam|mom|dad|father|mother)\b",
    r"\bmarried\s(?:her|his|their)\s(?:late\s|ex-?|dead\s|first\s|own\s)?(?:(?:husband|wife|brother|sister|mum|dad|partner)'?s\s)?"
    r"(?:brother|sister|cousins?|uncle|aunt|niece|nephew|step\w{1,10}|best friend|teacher|carer|landlord)\b",
    r"\bmarried\scousins\b|\bcousins\swho\s(?:are|were)?\s?marri(?:ed|es)\b",
    r"\bher\swife\b|\bhis\shusband\b",
    r"\b(?:older|younger)\sthan\s(?:his|her|their)\s(?:own\s)?(?:wife|husband|mum|dad|mother|father|uncle|aunt|step\w{1,10}|nan)\b",
    rf"\b(?:brothers|sisters|sons|daughters|uncles|parents|cousins)\s(?:are|were|both)\s(?:both\s|all\s|away\s|now\s)?{_AWAY}\b",
    r"\bex[- ](?:step\w{1,30}|mother-in-law|father-in-law|husband's|wife's|partner's)\b",
    r"\b(?:his|her|their)\sex'?s\s(?:lad|boy|girl|kids?|son|daughter|mum|mother|dad|baby|children)\b",
    r"\b(?:single|lone|widowed)\s(?:dad|father)\b",
    rf"\b{_RELATIVE}(?:'s|\sis|\swas|\sworks|\sworked|s)\s(?:away\s|working\s|now\s|still\s|back\s|both\s)?{_AWAY}\b",
    rf"\b{_RELATIVE}\s(?:does|works|did|worked)\s(?:nights|lates|earlies|days away|double shifts)\b",
    r"\b(?:three|four|five|six)\sgenerations\b",
    r"\b(?:pregnant with|expecting)\s(?:her|their)\s(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    r"\b(?:surrogate|surrogacy|sperm donor|egg donor)\b",
)

_KNOWN = "which others know"
FAMILY = (
    Shape("twins", _UNUSUAL, Identifier.FAMILY, f"is an unusual family, {_KNOWN}", "siblings"),
    Shape("three brothers", _COUNTED, Identifier.FAMILY, f"counts the family exactly, {_KNOWN}", "siblings, children"),
    Shape("by another father", _PARTED, Identifier.FAMILY, f"says how the family is made up, {_KNOWN}", "the family"),
)
