"""Ages as people give them: "aged 14", "she's 9", "rising five", "in Year 9", "in her eighties", "Flo (5)"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.general import band_of
from circle_cli.identifiers.known.figures.in_words import (
    FROM_FOURTH,
    FROM_TWO,
    NUMBER,
    ON_A_SCALE,
    ONES,
    ORDINALS,
    TENS,
)
from circle_cli.identifiers.shapes import Shape, shape

_THINGS = (
    r"\s(?:minutes?|mins|hours?|hrs|days?|weeks?|months?|years?|of|people|miles|times|percent|per|hundred"
    r"|pages|words)\b"
)
_DECADE = either(r"\d0'?s", phrases("dates", "decades"))
_ABOUT = either(phrases("ages", "about"))
_FILLING = either(phrases("ages", "said before an age"))
_SOMEBODY = either(phrases("ages", "somebody"))
_PEOPLE = either(phrases("ages", "people"))
_AFTER = rf"(?=[.,](?!\d)|[;:!?)]|\s?$|\s-\s|\s?\n|\s{either(phrases('ages', 'behind an age'))}\b)"
_TEN_AND_ONES = rf"{either(TENS)}(?:[- ]{either(ONES[:9], 'wan')})?"
_TEENS = rf"(?:{_TEN_AND_ONES}|{either(reversed(ONES[12:]))}|1[3-9]|[2-9]\d)"
_FEW_YEARS = rf"(?:{either(reversed(ONES[1:18]))}|1[0-8]|[2-9])"
_FROM_TWO_IN_WORDS = rf"(?:{_TEN_AND_ONES}|{either(reversed(ONES[1:]))})"
_AND_A_BIT = r"(?:[- ](?:and|n)[- ](?:a[- ]half|three[- ]quarters|a[- ](?:wee |little |tiny )?bit|a[- ]quarter))?"
_ORDINAL = either(r"\d{1,3}(?:st|nd|rd|th)", rf"{either(TENS)}[- ]{either(ORDINALS[:9])}", ORDINALS)
_ROUND_ORDINAL = either(phrases("dates", "ordinal tens"))
_TURNING = rf"(?:{_ROUND_ORDINAL}|hundredth|{_ORDINAL})"
_MONTH_OR_SEASON = either(phrases("dates", "months"), phrases("dates", "seasons"))
_KIN = either("daughter", "son", "brother", "sister", "lad", "lass", "girl", "boy", "baby", "niece", "nephew", "twin")
_SMALL = either(phrases("ages", "as somebody is at an age"))
_COUNTED, _NO_PLURAL = either(phrases("ages", "counted of somebody")), either(phrases("ages", "no plural"))
_IS = (
    r"(?:'s|s| wis| wiz| wuz| woz| wur"
    r"|'ll be|ll be|'re|re|'m|m| is| are| was| were| be|'d be| would be| will be| had been|'d been| has been"
    r"| turned| turns)"
)

_AGES = shape(
    rf"\b(?:turned|turns|turning)\s(?:just\s)?{FROM_TWO}\b(?!\s(?:of|[a-z]{{4,20}}s)\b)",  # turned 15
    rf"\b{either(TENS)}-{either(ONES[:9])}(?=[.,;!?)]|$)",  # forty-two.
    rf"\b{NUMBER}{_AND_A_BIT}[\s-]?(?:years?|yrs?|months?|mths?|weeks?|wks?)[\s-]olds?\b",  # 14-year-old
    r"\bage(?:\s\([a-z]+\))?:\s?\d{1,2}\b",  # age: 4
    rf"\b{NUMBER}\s?(?:yo|y/o|yrs? old|yrs? of age|years? of age)\b",  # 14yo
    rf"\b(?<!reading )(?<!spelling )age(?:d|s)?\s(?:(?:of|just|about|only|between|from|around|roughly)\s)?{NUMBER}\b"
    rf"(?:\s(?:and|or|to)\s{NUMBER}\b)?",  # aged 9 and 11
    rf"\b{either(_ORDINAL, _ROUND_ORDINAL)}\s(?:birthday|b'?day)\b",  # her eightieth birthday
    rf"\b(?:his|her|their|s)\s(?:{_ROUND_ORDINAL}|{either(TENS)}[- ]{either(ORDINALS[:9])}|eighteenth|sixteenth"
    r"|\d\dth)(?=[.,;!?)]|$|\s(?:is|was|party|do|bash|next|this|in|on|coming|cake|and)\b)",  # her eighty-eighth is
    rf"\b(?:in|into)\s(?:(?:his|her|their|my)\s)?(?:early[ -]|mid[ -]|late[ -])?{_DECADE}(?<!0s)\b",
    rf"\b(?:in|into)\s(?:his|her|their|my)\s(?:early[ -]|mid[ -]|late[ -])?{_DECADE}(?!\w)",  # in her 80s
    rf"\b(?:early|mid|late)[ -](?:{either(phrases('dates', 'decades'))}|[2-9]0s)\b",  # late teens
    r"\bborn\sin\s(?:19|20)\d\d\b",
    r"\b(?:\d{1,2}|[ivx]{1,5})[- ]?(?:week|month)s?\spregnant\b",
)
_SAID = shape(
    rf"\b{_SOMEBODY}{_IS},?\s(?:{_FILLING},?\s|{_ABOUT}\s){{0,3}}{FROM_TWO}{_AND_A_BIT}{_AFTER}",
    rf"\b(?:is|was|turn(?:ed|ing|s)?|just|only)\s(?:now\s|just\s|{_ABOUT}\s)?{FROM_TWO}"
    r"(?=[.,](?!\d)|[;!?)]|\s(?:and|when|then|now|that|tomorrow|in\sthe|at\sthe\stime)\b|$)",
    rf"\b(?:had|has|have|d|will|would|must|might|to)\s(?:been|be)\s(?P<it3>{FROM_TWO}{_AND_A_BIT}){_AFTER}",
    rf"\b{_ABOUT}\s(?P<it>{FROM_TWO}{_AND_A_BIT}){_AFTER}",  # nearly eleven
    rf"\b{FROM_TWO}\s(?:next\sbirthday|(?:going|gaun|goin)\son\s\w{{1,30}}|in\sa\s(?:bit|few)|last\sbirthday|this\s(?:year"
    rf"|summer))\b",
)
_GROWN = shape(
    rf"\b{either(phrases('ages', 'only of ages'))}\s(?P<it>{FROM_TWO}{_AND_A_BIT})\b(?!{_THINGS})",  # rising five
    rf"\b(?:says?|said|told|looks?|looked|seems?|passed for|be|being|at|from|since|until|till|by|before|age|was|as|down"
    rf"|put|wrote|write|only|just|nearly|is|she|he|he's|she's|hes|shes)\s(?:only\s|just\s|about\s|{_ABOUT}\s)?"
    rf"(?P<it2>{_TEENS}{_AND_A_BIT}){_AFTER}",  # at sixty one
    rf"\b{_TEENS}[- ](?:odd|something|summat|sommat|ish|plus)\b(?!\s(?:per ?cent|%|pounds|quid|miles|times))"
    r"(?!\s(?:(?!years\b)[a-z]{3,20}\s)?(?!years\b)[a-z]{3,20}s\b)",  # fifty odd
    rf"(?<!section )(?<!page )(?<!article )(?<!step )(?<!under )(?<!over )(?<!to )"
    rf"\b(?:{either(TENS)}[- ]{either(ONES[:9])}"
    rf"|{either(reversed(ONES[12:]))}){_AFTER}",  # eighty four now
    rf"\b{FROM_TWO}\s(?:in|on)\s(?:\d{{1,2}}\s(?:wks|weeks|days|months)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    rf"\b{FROM_TWO}[- ](?:and|n)[- ](?:a[- ]half|three[- ]quarters|a[- ](?:wee |little )?bit)\b(?!{_THINGS})",
)
_PAIRED = shape(
    rf"(?:[,(:]\s?|\b(?:are|were|aged)\s)(?P<it>(?:{_FEW_YEARS},\s){{0,4}}{_FEW_YEARS},?\s(?:and|n|&)\s{_FEW_YEARS}"
    r")(?=[.,;:!?)]|$|\s(?:now|respectively|when|then|at the time|that|by then)\b)",  # two boys, nine and eleven,
    rf"\b(?:wrong|right|far|other)\sside\sof\s{_TEENS}\b",
    rf"\b{_TEENS}\sand\s(?:pregnant|expecting|homeless|a mum|a dad|a mother|alone in|on her own|on his own)\b",
    rf"\b(?:is|was|are|were|still|both|all|s|children|kids|ones)\sunder\s{_FEW_YEARS}(?=[.,;!?)]|$)",
    r"\b(?:upper|lower)\ssixth\b",
)
_SPOKEN = shape(
    rf"\b{_PEOPLE}\sof\s(?:just\s|barely\s|some\s|only\s)?(?P<it>{NUMBER}\s(?:years|months|weeks|days))\b",
    rf"\b(?:for\sall|with\sall|in\sall)\s(?:his|her|their)\s(?P<it2>{NUMBER}\syears)\b",
    rf"\bat\s(?P<it3>{NUMBER}\s(?:months|weeks|days)),?\s(?:he|she|they|when|old|and|comma)\b",
    r"\b(?:baby|babby|bby|bab|infant|newborn|twins?|daughter|son|sibling)\s(?:[a-zß-ɏ'-]{2,20}\s)?\d{1,2}/(?:52|12|7)\b",
    rf"\b(?P<it4>{_FEW_YEARS}|{_TEENS})\s(?:in|come|this|next|last)\s{_MONTH_OR_SEASON}\b",
    rf"\bat\s(?P<it5>{_FEW_YEARS}(?:\sand\sa\shalf)?\sand\s{_FEW_YEARS})(?=[.,;:!?)]|$|\s(?:he|she|they)\b)",
    rf",\s(?P<it6>{_FEW_YEARS}|{_TEENS})\s(?:then|now|at the time|that (?:year|spring|summer|autumn|winter)"
    r"|(?:he|she|they)\s(?:is|was|were|are)|years(?!\s(?:in|of|as|on)\b)|summat|something|or so|or thereabouts|ish|yrs"
    r"|if that|if (?:he|she)'s a day|next (?:month|week|year|birthday))\b",
    rf"\b(?:days?|wks?|weeks?|months?|years?)\s(?:off|short of|shy of|away from|from)\s(?:being\s|turning\s"
    rf"|his\s|her\s|their\s)?(?P<it7>{_TURNING}|{_TEENS}){_AFTER}",  # three weeks off thirty
    rf"\b(?:who|he|she|baby|babby|bab|bairn|wean|son|daughter|twins|they)(?:\sis|\swas|'s|s|\sare|\swere)\s(?:only\s|just\s|now\s"
    rf"|about\s)?"
    rf"(?P<it8>{NUMBER}\s(?:weeks|wks|months|mths|days)(?:\sold\b|(?=[.,;!?)]|$|\s(?:and|when|now|but|so|today|tomorrow"
    rf"|on|this|next)\b)))",  # she is ten weeks
    rf"\ban?\s(?:very\s|wee\s)?{_SMALL}\s(?P<it9>{_FEW_YEARS}|{_TEENS})(?=[.,;!?)]|$|\sand\b|\swho\b)",  # a tiny six
    r"\b(?:not yet|barely|only just|just|hardly|newly|nearly|almost)\s(?:walking|crawling|weaned|toddling|sitting up"
    r"|potty trained|toilet trained|out of nappies|out of nursery|at school|talking)(?=[.,;!?)]|$)",
    rf"\b(?:is|was|he's|she's|now|just|only|still|looks?|looked|says?|said|maybe|about|at|they're|hes|shes|be)\s"
    rf"(?P<it10>{_FEW_YEARS}|{_TEENS})\s(?:this|come|next|last)\s\w+",
)
_TOLD = shape(
    rf"\b(?:is|be|was|'s|hes|shes|he's|she's|theyre|turns?|turning)\s(?:just\s|only\s|now\s)?"
    rf"(?P<it>{FROM_TWO}(?:\sat)?(?:\sthe)?\s(?:end|start|back end|beginning|middle)\sof\s(?:the\s|next\s|this\s)?\w+)",
    rf"\b(?:eldest|oldest|youngest|little one|big one|middle one|older one|younger one|other one),?\s(?:is\s"
    rf"|just\s)?(?P<it2>{FROM_TWO})"
    rf"{_AFTER}",  # the eldest eleven
    rf",\s(?P<it3>{_FEW_YEARS}|{_TEENS})\sand\s(?:does|has|is|can|goes|wants|still|already|looks|thinks|says|never"
    rf"|not|loves|hates)\b",
    r"(?<=[.!?]\s)(?P<it4>1\d|[2-9]\d)(?=[.,]\s(?!\d))",  # as preferred. 17. she is
    r"\b(?:in|into|of|entering|past|approaching)\s(?:his\s|her\s|their\s)?(?:early\s|late\s)?middle[- ]age\b"
    r"|\b(?:early|late)\smiddle[- ]aged?\b",
    rf"\b(?:he|she|they|who|i)\s(?:(?:have|has)\s(?P<it11>{_FEW_YEARS}\syears?)|(?:have|has|had|got)\s(?P<it13>{_TEENS}\syears?))(?=[.,;!?)]|$|\s(?:and|but|old|now"
    rf"|then)\b)",  # he have 52 year
    rf"\b{_KIN}'?s?\s(?P<it10>{FROM_TWO})\s(?:today|tomorrow|now|next|this|my|our|his|her|we|they)\b",
    rf",\s(?:then|now|only|just)\s(?P<it12>{NUMBER}\s(?:months|weeks|days))(?=[.,;!?)]|$|\s(?:old|and|who)\b)",
    rf"\bat\s(?P<it14>{_TEENS}|{_FEW_YEARS})\s(?:had|has|was|lost|ran|left|went|came|fell|became|knew|couldn't)\b",
    rf"\b(?!(?:it|that|there|here|what|who|let|time|one)\b)[a-zß-ɏ]{{2,20}}'s\s(?P<it15>{FROM_TWO})\s"
    r"(?:now|today|this week|next week)\b",
    rf"\b(?:he's|she's|hes|shes)\s(?:only\s|just\s|now\s|about\s)?(?P<it16>{_TEENS})\b(?![%:/]|[.,]\d|\s{_COUNTED}\b)"
    rf"(?!\s(?!{_NO_PLURAL}\b)[a-z]{{3,30}}s\b)",
    r"\b(?!(?:for|after|in|of|about|over|within|past|last|next|every|under|by|from|since|at|and|or|the|these|those|only|just"
    r"|another|is|was|to|first|around|nearly|almost)\b)[a-zß-ɏ'-]{3,20}\s(?P<it17>\d{1,2}\s(?:wks|weeks|mths|months))(?=,)",
    rf"\bwho\s(?:is|was)\s(?:only\s|just\s)?(?P<it18>{_FEW_YEARS}|{_TEENS})\s(?!{_COUNTED}\b)"
    rf"(?!(?!{_NO_PLURAL}\b)[a-z]{{3,20}}s\b)[a-z]",
    rf"\b(?:he|she)(?:'s|'ll\sbe|\sis|\swas|\swis|\swill\sbe|\swould\sbe)\s(?P<it19>{_FROM_TWO_IN_WORDS})\b"
    rf"(?!-|\s{_COUNTED}\b)(?!(?:\s[a-z]+)?\s(?!{_NO_PLURAL}\b)[a-z]{{3,20}}s\b)",  # when he was nine it was
    rf"\bcoming\sup\s(?:on\s|for\s|to\s)?(?P<it5>{FROM_TWO}){_AFTER}",
    rf"\b(?:just\s)?(?:shy|short)\sof\s(?P<it6>{_TEENS}|{_FEW_YEARS}){_AFTER}",
    rf"\b(?:baby|babby|bab|bairn|wean|little one|twins|newborn|granddaughter|grandson),?\s(?P<it7>{NUMBER}\s(?:weeks"
    rf"|wks|months|mths|days))\b",
    rf"(?<=[\"'(“])(?P<it8>{FROM_TWO})\s(?:today|tomorrow|yesterday)\b",
    rf"\b(?:hes|shes|he's|she's|he is|she is)\s(?P<it9>\d{{1,2}}(?:\.5|\sodd|\sish)|{FROM_TWO}\s(?:mon|tues?|weds?"
    rf"|thurs?|fri|sat|sun)\w*)\b",
)
_LOOKED = shape(
    rf"\b(?:in|into|entering|nearing)\s(?:his|her|their)\s(?:{either(TENS)}[- ]{either(ORDINALS[:9])}|hundredth)"
    r"\syear\b",
    r"\bof\s(?:pension|pensionable|retirement|primary(?:\sschool)?|nursery|pre-?school|infant)\sage\b",
    rf"\b(?:turned the corner of|nudging|edging|hit|reached|hitting|kissing|clocking|the sunny side of|the far side of"
    rf"|north of)\s(?P<it>{_TEENS}){_AFTER}",
    rf"\b(?:looks?|looked|acts?|acted|seems?)\s(?:about\s|more like\s|nearer\s|like\s)?(?P<it2>{_TEENS}"
    rf"|{_FEW_YEARS}){_AFTER}",
    rf"\b(?:big|small|tall|old|young|little|tiny|wise|short|strong|clever|slight)\sfor\s(?:an?\s)?(?P<it3>{_TEENS}"
    rf"|{_FEW_YEARS}){_AFTER}",
    r"\b(?:only|just|not yet|barely|hardly|not)\san?\s(?:day|week|month|fortnight|year)\sold\b",
    r"\b(?:off|short of|nearing|approaching|past|reached|reaching|before)\s(?:retirement|pension|pensionable"
    r"|school[- ]leaving|school|nursery)\sage\b",
)
_BESIDE = shape(
    r"(?<![\d(/])\b(?!(?:section|article|part|s|reg|step|stage|score|scale|scaled|appendix|page|question)\b)"
    rf"[a-zß-ɏ'-]{{2,20}}\"?[ ]?\((?P<it>(?:\d\d|[1-9])(?:\s?(?:and|&|,|/|n)\s?(?:\d\d|[1-9])){{0,6}}|{_ABOUT}\s\d\d?"
    rf"|{either(ONES[:18])}(?:,?\s(?:and\s)?{either(ONES[:18])}){{0,5}})\)",
    rf"\b(?!(?:{either(ONES, TENS)})\b)[a-zß-ɏ'-]{{1,30}},\s(?P<it2>{either(ONES[2:], TENS)}"
    rf"(?:[- ]{either(ONES[:9])})?)(?:[.;:!?)]|$|,(?!\s(?:{either(ONES)})\b))",  # River, eleven, did
    rf"\b{_PEOPLE}\sof\s(?P<it3>{FROM_TWO})\b(?!{_THINGS})",  # a boy of nine
    r"\b(?:not yet|not quite|nearly|almost|just|just turned|turned) one(?=[.,;!?)])",
    rf"\b[a-zß-ɏ'-]{{2,30}},\s(?P<it4>{NUMBER}\s(?:months|mths|weeks|wks)),\s(?:was|is|has|had|and|who|lives|lived|mum|mam|dad"
    rf"|mother|father|parents|both parents|baby|born|placed|removed|on|living|subject|known|first|second|third|only)\b",
    rf"(?:^|[.;:]\s|\n)(?P<it5>{NUMBER}\s?(?:yrs?|y))(?=[.,;]\s|[.]?$)",  # J.P. 16 yrs.
    rf"\b(?:he's|she's|hes|shes)\s(?:only\s|just\s|now\s)?(?P<it6>\d{{1,2}})\b(?![%:/]|[.,]\d|\s{_COUNTED}\b)"
    rf"(?!\s(?!{_NO_PLURAL}\b)[a-z]{{3,30}}s\b)",  # shes 8 bless
    rf"\b{NUMBER}\s(?:weeks|wks|months)\spregnant\b",
)
_AROUND = shape(
    rf"\b(?:in|into|entering|nearing|completed)\s(?:his|her|their)\s(?:{FROM_FOURTH}|{_ROUND_ORDINAL})\syear\b"
    r"(?!\s(?:at|of|here|in)\b)",  # in her ninth year
    rf"\bnearer\s(?:to\s)?{_TEENS}\sthan\s{_TEENS}\b",
    r"\b(?:barely|hardly|scarcely|just|not long)\sout of (?:(?:his|her|their)\s)?(?:teens|nappies|twenties)\b",
    r"\b(?:sexa|septua|octo|nona)genarians?\b|\bcentenarians?\b",
    r"\b(?:placed|born|adopted|came|removed|fostered|found|left|abandoned|died|home|walked|walking|crawled|crawling|talked|smiled"
    r"|discharged|returned|reunified|weaned|taken)\s(?:\w{2,20}\s){0,2}?at\s"
    rf"(?P<it>{NUMBER}\s(?:months|weeks|days))\b",  # placed at four months
    rf"\b{_PEOPLE}\sof\s(?:about|around|maybe|some|perhaps|just|only)\s(?P<it2>{FROM_TWO})\b(?!{_THINGS})",
    rf"\ban?\s(?:old|young|mature|streetwise|sheltered)\s(?:{_TEENS}|{_FEW_YEARS})(?=[.,;!?)]|$)",  # an old ten
    rf"\b(?:had|celebrat\w{{1,3}}|approaching|nearing|past|after|before|since|until|till|for|on|missed|by)\s"
    rf"(?:his|her|their)\s(?P<it3>{_TURNING})(?=[.,;!?)]|$|\s(?:she|he|they|and|in|with|at|the)\b)",
    rf"\b{NUMBER}[\s-]days?[\s-]old\b",
    rf"\b{NUMBER}\s(?:months|mths)\sand\s(?:walking|crawling|talking|teething|into everything|on the move)\b",
    rf"\b{_FEW_YEARS}\s(?:and|n)\s(?:{either(ONES[:11])}|1[01]|[1-9])\smonths?\b",  # eight and three months
    rf"\b{FROM_TWO}\sby\s(?:his|her|their)\s(?:passport|papers|reckoning|own account|count|mother)\b",
    r"(?<=[(\"])[a-zß-ɏ'-]{2,30}\"?,\s(?P<it4>1\d|[2-9]\d?)\)",  # ("Dizz", 16)
    r"\b(?:his|her|their)\s(?:first|final|last)\syear\s(?:of|at|in)\s(?:primary|infants?|juniors?|secondary|nursery)\b",
)
_SCHOOL = shape(
    rf"\b(?:year|yr)s?[ -]?(?:1[0-3]|[1-9]|{either(ONES[:13])})'?s?\b(?!\s(?:ago|later|on|earlier|before|after|of"
    rf"|in a row)\b)",
    r"\by(?:1[0-3]|[1-9])s?\b",
    rf"\b(?:p[1-7]|primary\s(?:[1-7]|{either(ONES[:7])}))s?\b",
    r"\b(?:in|into|an?|from|starting|started|through|end of)\ss[1-6]\b",
    r"\b(?:in|into|started|starting|from|through|joined)\s(?:junior\sinfants|senior\sinfants"
    rf"|{either(ORDINALS[:6])}\sclass|transition\syear)\b",
    r"\b(?:leaving\scert|junior\scert|junior\scycle|nat(?:ional)?\s[45]s?|transfer\stest|prelims)\b",
    r"\b(?:reception|nursery|playgroup|pre-?school|school[- ]leaving|junior school|infant)[- ]aged?\b",
    r"\bblwyddyn\s(?:\d\d?|\w{2,8})\b",
    rf"\b(?:in|into)\s(?:primary|p|secondary|s|form)[ ]?(?:[1-7]|{either(ONES[:7])})\b",
    r"(?<!sat )(?<!sit )(?<!wait )(?<!waiting )(?<!waited )(?<!stood )(?<!sitting )"
    r"\b(?:in|starting|started|starts|joins|joined|finished|into)\s(?:reception|(?:lower |upper )?sixth form"
    r"|nursery class)\b",
    r"\b(?:his|her|their|my|doing|sat|sitting|takes|taking|retaking|revising for|mock)\s"
    r"(?:\w{1,30}\s)?(?:gcses?|a[- ]levels?|as[- ]levels?|sats|highers|11[- ]plus|eleven[- ]plus|btec)\b",
    r"\b(?:bar|bat|bas)[ -]mitzvah\b|\bquincea\w{2}era\b",
)
_LIMITS = shape(r"\bages? of (?:10|16|18|21|25|65)\b")  # they are the law's

_OLD = "says how old somebody is"
AGES = (
    Shape("aged 9 and 11, in her 80s", _AGES, Identifier.AGE, _OLD, band_of, but=_LIMITS),
    Shape("she's nearly nine", _SAID, Identifier.AGE, _OLD, band_of, not_near=ON_A_SCALE),
    Shape("at sixty one, rising five", _GROWN, Identifier.AGE, _OLD, band_of),
    Shape("two boys, nine and eleven", _PAIRED, Identifier.AGE, _OLD, band_of, not_near=ON_A_SCALE),
    Shape("a tiny six, three weeks off thirty", _SPOKEN, Identifier.AGE, _OLD, band_of, not_near=ON_A_SCALE),
    Shape("he looks twelve, big for eleven", _LOOKED, Identifier.AGE, _OLD, band_of, not_near=ON_A_SCALE),
    Shape("the eldest eleven, coming up six", _TOLD, Identifier.AGE, _OLD, band_of, not_near=ON_A_SCALE),
    Shape("Flo (5), a boy of nine", _BESIDE, Identifier.AGE, _OLD, band_of),
    Shape("in her ninth year, an old ten", _AROUND, Identifier.AGE, _OLD, band_of, not_near=ON_A_SCALE),
    Shape("in Year 9, doing her GCSEs", _SCHOOL, Identifier.AGE, "says in which year at school somebody is", band_of),
)
