"""What singles out and is told in passing: "seven in fourteen months", "the one on the crane", "two of her own"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import FROM_THREE, FROM_TWO, NUMBER
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_CHILD, _KIN = either(phrases("family", "children")), either(phrases("family", "kin"))
_SINGLE_KIN = either(phrases("passing", "one of the family"))
_MOST, _SEEN = either(phrases("passing", "most of all")), either(phrases("passing", "known to others"))
_CHAMPION, _OF_WHAT = either(phrases("passing", "champions")), either(phrases("passing", "champions of what"))
_RECORD = either(phrases("passing", "whose record"))
_ON_SHOW, _SHOWN = either(phrases("passing", "shown to all")), either(phrases("passing", "who is shown"))
_BOTHERED, _TOLD_OFF = either(phrases("passing", "stood or lay")), either(phrases("passing", "done often"))
_HAD = either(phrases("passing", "had them"))
_SPAN = r"(?:days|nights|weeks|months|years|winters|summers)"
_END = r"(?=[.,;:!?)]|$|\s(?:and|n|but|so|now|with|who|in|at|from|before|after|or)\b)"

_SINGLED_OUT = shape(
    rf"\b(?:{_OF_WHAT}|times|\w{{2,12}}weight|under[- ]\w{{2,12}})\s(?:{_WORD}\s)?{_CHAMPION}\b",
    rf"\ban?\s{_RECORD}\srecord\b(?!\s(?:of|for|player|keeping))",
    rf"\b{_BOTHERED}\s(?:for\s)?(?:the\s)?{FROM_TWO}\s{_SPAN}\b(?!\s(?:ago|later|on))",
    r"\b(?:only\s(?:ever\s)?(?:seen|met|had|heard\sof)|(?:has|had|have|'s|'ve|'d)\s(?:only\s|ever\s)?seen)\s"
    r"(?:one|two|three|a\sfew)\s(?:other|others|before|more|like)\b",
    rf"\b(?:(?<=was )|(?<=is )|(?<='s )|(?<=are )|(?<=were )|(?<=, ))"
    r"the\s(?:one|lad|lass|boy|girl|man|woman|kid|family|baby|couple)"
    r"\s(?:who\s(?:was|is|were|had\sbeen)\s)?(?:on|off|in|up|under|down|at)\sthe\s"
    rf"(?!(?:phone|end|other|same|room|middle|right|wrong|receiving|meeting|team|front|back|caseload|list|panel|chair)\b){_WORD}",
    r"\bthe\s(?:one|lad|lass|boy|girl|man|woman)\swho\s(?:was|were|went|got|climbed|sat)\s(?:on|off|in|up|under|over|down)\sthe\s"
    r"(?!(?:phone|end|other|same|room|middle|right|wrong|meeting|team|front|back|caseload|list|panel|chair)\b)\w+",
    r"\b(?:collection|hoard)\sof\s(?!(?:data|evidence|information|views|feedback|people|services|ideas|notes|papers|stories|thoughts|things)\b)\w+",
    r"\b(?:degree|doctorate|phd|masters?|diploma|black belt|qualification)\sin\s"
    r"(?!(?:social|psychology|this|that|the|which|what|practice|leadership|nursing|counselling|management|law)\b)\w+",
    r"\b(?:two|three|four)\s(?:night\s|cleaning\s|part-time\s|zero[- ]hours\s)?jobs\b",
    rf"\b{_SHOWN}\s(?:on|in|of|from)\s(?:the\s|a\s|that\s)?(?:{_WORD}\s)?{_ON_SHOW}\b",
    rf"\bthe\s{_MOST}\s(?:ever\s)?to\s(?!(?:admit|say|know|hear|speak|leave|arrive|go|ask|tell|see|notice|respond|help|offer|do|be|have)\b)\w+",
    rf"\b{FROM_THREE}\sin\s(?:under\s|less\sthan\s|just\s|about\s)?(?:{FROM_TWO}|an?|one)\s(?:{_WORD}\s)?{_SPAN}\b",
    rf"\b{_MOST}\s(?:{_WORD}\s){{1,6}}?(?:that\s)?(?:the|anyone|anybody|they|we|it)\s(?:{_WORD}\s)?(?:had|has|have|'d|'s|'ve)\s(?:ever\s)?{_SEEN}\b",
    r"\b(?:syndrome|condition|disease|illness|disorder|thing)\swhere\s(?:you|your|they|he|she|people|nothing|everything)\b",
    rf"\bonly\s(?:about\s|some\s)?(?:a\s)?(?:couple\sof\s|few\s|handful\sof\s)?(?:dozen|hundred|thousand|{NUMBER})?\s?"
    r"(?:or\sso\s)?(?:people|children|families|cases|households|patients)\s(?:in|on|have|has|who|with|ever|had|are|know)\b",
    rf"\b{_TOLD_OFF}\s(?:(?:and|or|at\sleast|over|about|now|some|maybe)\s){{0,2}}(?:{FROM_TWO})\stimes\b",
    r"\b(?:lightning|meteorite|sinkhole|tornado|whirlwind|avalanche|quicksand)\b",
)
_FAMILY_TOLD = shape(
    rf"\b(?:is|was|he's|she's|they're|himself|herself|bm|bf|mum|dad|mam)\s(?:one|1)\sof\s(?:{FROM_THREE}){_END}",
    rf"\b(?:on\s(?:her|his)\sown|alone|single-handed|left)\swith\s(?:the|her|his|{FROM_TWO})\s(?:{_WORD}\s)?{_CHILD}\b",
    rf"\b(?:with|has|had|got|have|and|of|plus|looking\safter|there's|for)\s(?P<own>{FROM_TWO}\sof\s(?:her|his|their)\sown){_END}",
    rf"\b(?:one|no|a\ssingle|another)\s{_SINGLE_KIN}\b(?!'s?\s(?:who\swas\sasked))",
    rf"\b(?:lost|buried|raised|reared|brought\sup|adopted|fostered|outlived|left)\s(?:{FROM_TWO})\s(?:of\s(?:her|his|their)\s)?"
    rf"(?:{_WORD}\s)?(?:{_CHILD}|{_KIN})\b",
    rf"\b(?:lost|buried|miscarried|raised|reared|adopted|fostered)\s(?:{FROM_TWO})\s(?:before|after|already|to|in|since|by|since|other)\b",
    rf"\b(?:adopted|fostered|took|placed|had|have|has)\s(?:in\s)?a\s(?:sibling\s)?group\sof\s(?:{FROM_THREE}){_END}",
    rf"\b(?:{FROM_TWO})\sof\san?\s(?:known\s|large\s)?(?:{FROM_THREE}|big family|large family)\b",
    rf"\b(?:{FROM_TWO}|not\san?)\s(?:surnames|fathers|dads|mothers|mums|passports|languages|{_SINGLE_KIN}|houses|wives|husbands)\sbetween\s(?:them|us)\b",
    rf"\btwo\s(?:retired|elderly|grown|grown-up|adult|married|unmarried|deaf|blind|widowed|disabled|older|single)\s(?:{_CHILD}|{_KIN})\b",
    rf"\b(?:his|her|their)\s{FROM_TWO}\s(?:at|on|every|in)\s(?:weekends?|sundays|saturdays|the\sholidays|other\sweekend)\b",
    rf"\b(?:the|and)\s{FROM_TWO}\s(?:who|that)\s(?:live|lived|are|stayed|still\slive)\s(?:there|at\shome|with|in)\b",
    rf"\b{_HAD}\s(?:{FROM_TWO})\s(?:by|with|to|under|before)\s(?:him|her|his|another|that|the|\w+teen|{NUMBER})\b",
)

_GENERAL = "say it in general, or leave it out"
PASSING = (
    Shape("seven in fourteen months", _SINGLED_OUT, Identifier.FACT, "singles somebody out", _GENERAL),
    Shape(
        "and three of her own",
        _FAMILY_TOLD,
        Identifier.FAMILY,
        "says how the family is made up, which others know",
        "the family",
    ),
)
