"""What makes somebody unlike all others nearby: the first in the borough, seen on television, evicted often."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import (
    FROM_FOURTH,
    FROM_THIRTEEN,
    FROM_THREE,
    FROM_TWO,
    IN_WORDS,
    NUMBER,
    ONES,
    ORDINALS,
    TENS,
)
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_A = r"(?:the|an?|his|her|their|our|my|that|this|some|one)"
_SINGLE, _NOT_ANYBODY = either(phrases("unlike", "singling")), either(phrases("unlike", "not of anybody"))
_MOST = either(phrases("unlike", "most of all"))
_SCOPE, _NEAR = either(phrases("unlike", "scopes")), either(phrases("unlike", "near scopes"))
_BEING = r"(?:the|his|her|their|was|were|is|are|be|as|our|my)"
_THE = r"(?:the|his|her|their|our|this|that)"
_SOMEBODY_FIRST = either(phrases("unlike", "somebody first"))
_MANY_SUCH = either(phrases("unlike", "one of the last"))
_WHO, _DID = either(phrases("unlike", "somebody who")), either(phrases("unlike", "did or suffered"))
_MAKES, _BY_ALL = either(phrases("unlike", "brought forth")), either(phrases("unlike", "brought forth by all"))
_PLACE_WON, _ON_SHOW = either(phrases("unlike", "reached")), either(phrases("unlike", "on show"))
_PERFORMED, _AT_HOME = either(phrases("unlike", "performed")), either(phrases("unlike", "not before others"))
_ORDINARY, _LARGE = either(phrases("unlike", "counted without meaning")), either(phrases("unlike", "thousands of"))
_AT_WORK, _SPAN_OF_WORK = either(phrases("unlike", "where they were")), either(phrases("unlike", "spans in one word"))
_BY_EVERYBODY = either(phrases("unlike", "ordinals of work"))
_AGAIN = either(phrases("unlike", "done again and again"))
_FOURTH_IN_WORDS = rf"(?:{either(TENS)}[- ])?{either(ORDINALS[3:])}"
_FROM_FOUR = rf"(?:{either(ONES[3:])}|{either(TENS)}(?:[- ]{either(ONES[:9])})?|[4-9]|\d\d)"
_UNIT = r"(?:days?|nights?|weeks?|wks?|months?|mths?|years?|yrs?|winters?|summers?|christmases)"
_SOME = rf"(?:an?|one|the same|{NUMBER}|his|her|their)"

_TRADE_ENDING = r"\w{3,12}(?:smith|wright|maker|keeper|monger|herd)"
_SINGLING = shape(
    rf"\bonly\s(?:about\s|ever\s)?(?:a\shandful\sof|{NUMBER})\s(?:other\s)?(?:{_WORD}\s){{1,3}}?(?:in|on|at|outside"
    rf"|within)\s(?:the|this|our)\s(?:whole\s)?(?:{_SCOPE}|uk|nhs|north|south|east|west)\b",
    r"\b(?:taught|teaches|delivered|cured|stitched|sewed|educated|invented|crowned|tattooed)\s(?:himself|herself"
    r"|themselves)\b",
    r"\b(?:longer|older|taller|louder|faster|bigger|heavier|stronger|younger)\sthan\s(?:some|most|half|all"
    r"|the\srest|many)\s(?:of\s)?(?:the|her|his|their|of)\s\w+",
    r"\bthe\s(?:only|sole|youngest|oldest|eldest|tallest)\s(?!(?:person|one|people|worker|thing|way|time"
    rf"|reason)\b)(?:{_WORD}\s){{1,4}}?(?:in|on)\s(?:the|our|her|his|their)\s(?:{_WORD}\s)?(?:team|group|office"
    r"|department|service|staff|company|firm)\b",
    r"\bthe\sfirst\s(?:ever\s)?(?:female|black|asian|deaf|blind|disabled|muslim|sikh|hindu|jewish|gay|lesbian"
    rf"|trans|autistic|somali|polish|irish|welsh|gypsy|traveller|roma)\s{_WORD}",
    r"\b(?:witness|juror|defendant|suspect|survivor|hostage)s?\s(?:in|of|from)\s(?:the|that)\s\w+",
    rf"\b(?:first|second|third|{_FOURTH_IN_WORDS})\s(?:one\s)?in\s(?:the|that|our|her|his|their"
    rf"|this)\s(?:whole\s)?{_SCOPE}\b",
    rf"\b{NUMBER}\s(?:known\s|other\s|living\s|recorded\s)?(?:people|men|women|cases|families|speakers|others"
    r"|children|of\sthem)\s(?:alive|left|living|known"
    r"|worldwide|in\sthe\s(?:world|country)|in\sbritain|in\sthe\suk|who\sstill|that\sstill|with\sit)\b",
    rf"\bfirst\s(?:{_WORD}\s){{0,3}}?in\s(?:{FROM_TWO}|a\shundred|living|over)\s(?:years|months|decades|memory)\b",
    rf"\bthe\s(?:very\s)?last\s(?:{_WORD}\s)?(?:woman|man|girl|boy|lad|lass|family|couple|men|women|lads"
    rf"|{_TRADE_ENDING})\b(?!\s(?:to\sask|asked))",
    rf"\blast\sof\s(?:the|her|his|their)\s(?:{_WORD}\s){{0,3}}?\w{{0,12}}(?:men|women|folk|people)\b",
    r"\b(?:nobody|no\sone|no-one|none)\selse\s(?:in|on|at|round)\s(?:the|our|her|his|their)\s(?:whole\s)?(?:trust"
    r"|service|country|area|team|city|department|region)\s"
    r"(?:has|had|could|can|knows|knew|speaks|signs|does|did|would)\b",
    r"\b(?:he|she|they|who)(?:'s|'re|\sis|\sare|\swas|\swere)\sthe\sreason\s(?:why\s)?(?:the|they|there|that)\b",
    rf"\b{_BEING}\s{_SINGLE}\s(?:(?!{_NOT_ANYBODY}\b){_WORD}\s){{0,4}}?(?:in|on|at|from|of"
    rf"|round)\s{_THE}\s(?:whole\s|entire\s)?"
    rf"(?:{_WORD}\s)?{_SCOPE}\b",
    rf"\b{_BEING}\s{_SINGLE}\s(?:(?!{_NOT_ANYBODY}\b){_WORD}\s){{0,4}}?in\s(?:key stage|year|reception|sixth form)\b",
    rf"\bfirst\s(?:{_WORD}\s)?{_SOMEBODY_FIRST}\s(?:to|ever|in|from|at|on|with)\b",
    rf"\b(?:one|some|two|three)\sof\s{_A}\s(?:very\s)?(?:last|first|original|founding|oldest|youngest|earliest)\s"
    rf"(?!{_MANY_SUCH}\b)(?:{_WORD}\s)?[\w'-]{{3,30}}s?\b",
    rf"\b(?:{_MOST}|worst|best|most\s{_WORD})\s(?:(?!{_NOT_ANYBODY}\b){_WORD}\s){{1,3}}?"
    rf"(?:in|on|of|round)\s(?:the|our|her|his|their)\s(?:whole\s)?{_NEAR}\b",
    r"\b(?:nobody|no one|no-one|no other (?:child|family|person|boy|girl|woman|man))\s(?:else\s)?(?:in|on|at|round)\s"
    rf"(?:the|our|her|his|their)\s(?:whole\s)?{_NEAR}\b",
    rf"\bthe\s(?:{_WORD}\s)?{_WHO}\s(?:who|that|which|whose|where)\s(?:had\s|once\s|nearly\s|'d\s|they\s)?{_DID}",
    r"\bthe\s(?:very\s)?last\s(?!(?:person|thing|one|time|word|people|few|two|three|day"
    rf"|week)\b){_WORD}\s(?:{_WORD}\s)?to\s\w+",
    r"\b(?:home|school|ward|unit|hospital|club|they|village|he|she|council|court|town|street|agency|league|hostel"
    rf"|prison|area)\s(?:has|have|had|'d|'ve)\sever\s{_WORD}",
    rf"\b{_MOST}[- ][a-z]{{3,12}}(?:ing|ed|ers?)\s{_WORD}",
    r"\bmarried\sthe\ssame\s\w{3,10}\b",
)
_KNOWN_FOR = shape(
    rf"\b(?:carries|carried|wears|wore|takes|brings|brought|drags|pushes|pulls)\s(?:{_WORD}\s){{1,6}}?(?:everywhere"
    r"|to\sbed|round\s(?:his|her)\sneck|to\severy|wherever)\b",
    r"\b(?:pink|purple|yellow|lime|orange|gold|golden|turquoise|leopard[- ]print|tartan|striped|sparkly"
    r"|bright\s\w+|rainbow|blue|green|red)\s(?:\w+\s)?(?:car|van|house|hair|suit|bike|bicycle|wheelchair|caravan"
    r"|taxi|fence|scooter|wig|boots|hat|beard|eyebrows|mini|truck|lorry|bus|front\sdoor)\b",
    r"\b(?:house|flat|room|garden|shed|car|bath|caravan|attic|kitchen|hall|bedroom|bungalow|garage|van|cellar|loft"
    r"|freezer|wardrobe|suitcase)\s(?:(?:was|is|were|that's|thats|all)\s)?(?:full\sof|covered\s(?:in|with)"
    r"|filled\swith|stacked\swith|piled\s(?:high\s)?with|crammed\swith|lined\swith)\s"
    r"(?!(?:people|love|hope|noise|laughter|family|things|professionals|smoke|stuff|rubbish|clutter|photographs"
    r"|photos|pictures|tension|strangers|life|light|books|toys|food)\b)\w+",
    r"\b(?:face|name|picture|photo|photograph|portrait|initials)\s(?:(?:is|was|are|were|up|all|carved|painted"
    r"|still|went)\s){0,2}(?:on|in|above|over|into)\s(?:the|an?|every|that)\s"
    r"(?!(?:list|form|file|plan|tenancy|register|system|letter|record|records|report|agenda|invitation|front|rota"
    r"|waiting|birth|book|chart|title|end|top|same|case|chronology|care|door|fridge|wall|windowsill|mantelpiece|noticeboard|phone|desk|folder|shelf)\b)\w+",
    r"\bcan\s(?:also\s|still\s)?(?:tell|name|recite|play|spell|draw|add|multiply|whistle|sing|speak|read|quote"
    rf"|identify|remember|imitate)\s(?:you\s)?(?:{_WORD}\s){{0,6}}?(?:every|any|all|whole|backwards|"
    r"heart|ear|blindfold(?:ed)?|languages)\b",
    r"\b(?:wears|wore|dresses|dressed|dressing)\s(?:only\s|up\s)?(?:as\s|in\s|like\s)?(?:an?|the"
    r"|nothing)\s(?:(?:full|old|big|red|long|black|white|real|pink|purple)\s)?(?!(?:hearing|glasses|mask|coat|hat"
    r"|jacket|uniform|nappy|pad|pads|pendant|seatbelt|seat"
    r"|lanyard|badge|smile|different|number|helmet|bracelet|watch|dress|jumper|shirt|suit|hoodie|scarf|same|clean"
    r"|clothes|way|alarm|ring|tag|colour|hijab|brave|manager|professional)\b)\w+",
    r"\b(?:eats|ate|eating|chews|drinks|sniffs|licks|swallows)\s(?:chalk|coal|soil|paint|plaster|hair|paper|sponge"
    r"|soap|dirt|glass|grass|stones|sand|wood|wallpaper|string|metal|clay|petrol|glue|earth|fur|cardboard|raw\s\w+"
    r"|only\s\w+|nothing\sbut\s\w+)\b",
    rf"\b(?:came|come|coming|finished|placed)\s{_PLACE_WON}\s(?:in|on|at|out\sof|of)\s(?:{_A}\s)?(?!(?:my|mind|list"
    rf"|priorities|everything|conversation|importance)\b){_WORD}",
    r"\b(?:been|was|were|is|appear(?:s|ed)?|featured|seen|went|going|gone|performs?|sang|won|starred"
    rf"|turn)\s(?:{_WORD}\s)?(?:on|in)\s"
    rf"(?:the\s|an?\s|that\s|local\s|national\s)?(?:{_WORD}\s)?{_ON_SHOW}\b(?!\s(?:the\sform|that\sthe))",
    rf"\b{_PERFORMED}\s(?:{_WORD}\s)?(?:at|for|in|on|with|before|alongside"
    rf"|outside)\s(?:{_A}\s)?(?!(?:{_WORD}\s)?{_AT_HOME}\b){_WORD}",
    rf"\b(?:got|collected|gathered|raised|signed\sby)\s(?:over\s|nearly\s|more\sthan\s|about\s)?(?:{IN_WORDS}"
    rf"|\d[\d,]{{1,8}})\s"
    r"(?:hundred\s|thousand\s)?(?:signatures|followers|views|likes|names|supporters|pounds)\b",
    r"\b(?:famous|infamous|notorious|legendary|celebrated|renowned)\s(?:for|as|in|locally|round|across|on)\s\w+",
    rf"(?<!\bi\s)(?<!\bwe\s)\b{_MAKES}\s(?!{_BY_ALL}\b){_WORD}",
    r"\b(?:street|road|bench|ward|room|wing|trophy|cup|stand|boat|lifeboat|pub|garden|library|school|rose|horse"
    r"|train|prize"
    r"|award|centre|hall|law|bridge)\s(?:that\s)?(?:is\s|was\s|were\s)?(?:named|called)\s(?:after|for)\s\w+",
)
_HOW_OFTEN = shape(
    r"\b(?:he|she|they|who|mum|dad|mother|father|wife|husband|brother|sister|son|daughter|nan|gran|grandad|uncle"
    r"|aunt|lift|roof|boiler|couple|family|tenant)(?:'s|'d|'ve|\shas|\shad|\shave)?\s(?:now\s|only\s)?"
    r"(?:been|lived|worked|waited|slept|stayed|kept|fostered|sat|nursed|shared|run|owned|played|farmed|fished"
    rf"|driven|sung|known)\s(?:{_WORD}\s){{0,5}}?for\s(?:over\s|nearly\s|almost\s|more\sthan\s"
    rf"|about\s)?{_FROM_FOUR}\s(?:years|months|weeks|yrs)\b",
    rf"\bspent\s(?:the\slast\s|over\s|nearly\s|almost\s|about\s|his\s|her\s)?{FROM_THREE}\s(?:{_WORD}\s)?(?:nights"
    r"|weeks|months|years|winters|christmases)\s(?!(?:working|training|studying|learning|building|doing|trying|as"
    r"|qualifying|getting|together|of\spractice)\b)(?:\w+ing\b|in\b|on\b|at\b|under\b|without\b|with\b|inside\b"
    r"|\w+)",
    rf"\b(?:{FROM_THIRTEEN}|{either(ONES[5:12])}|[6-9]|1[0-2])\s(?:different\s|separate\s"
    r"|more\s)?times\b(?!\s(?:a\s|per\s|as\s|out\s|table|over\s|more\slikely|the\s))",
    rf"\b{FROM_THREE}\s(?:{_WORD}\s)?(?:puppies|kittens|cats|dogs|rabbits|hamsters|goldfish|fish|pups|pets|birds"
    r"|chickens|ducks)\b",
    rf"\b{FROM_THREE}\s(?!{_ORDINARY}\b)(?:(?!{_ORDINARY}\b){_WORD}\s)?[a-z'-]{{2,30}}s\sin\s(?:under\s"
    r"|less\sthan\s|just\s|the\sspace\sof\s|about\s)?"
    rf"{_SOME}\s(?:{_WORD}\s)?{_UNIT}\b",
    rf"\b(?:an?|{either(ONES[:19])}|{either(TENS)}|several|many)\s(?:hundred|thousand"
    rf"|million)s?\s(?!{_LARGE}\b)(?:{_WORD}\s)?[a-z'-]{{2,30}}s\b",
    rf"\b(?:not|n't|never|nobody|without|no)\s(?:{_WORD}\s){{1,7}}?(?:in|for)\s(?:over\s|nearly\s|almost\s|about\s"
    rf"|more\sthan\s)?{FROM_TWO}\s"
    rf"(?:{_WORD}\s)?(?:nights|months|years|yrs|winters|summers|decades)\b",
    rf"\b{FROM_THREE}\s(?:and\sa\shalf\s)?{_UNIT}\s(?:living\s|sleeping\s|waiting\s|locked\s|stuck\s|hidden\s"
    r"|hiding\s|lost\s)?"
    rf"(?:in|on|at|under|without|aboard|inside|underground|adrift|down|behind)\s(?!{_AT_WORK}\b)(?!(?:the|an?|her"
    rf"|his)\s{_AT_WORK}\b){_WORD}",
    rf"\b{FROM_TWO}[- ](?:hour|day|night|week|month|year|mile|storey|inch|pound|stone|acre"
    rf"|foot)[- ](?!{_SPAN_OF_WORK}\b)(?:{_WORD}\s)?"
    r"(?:labour|trip|walk|drive|journey|wait|sentence|stretch|gap|affair|siege|strike|marriage|coma|stay|feud|ban"
    r"|battle|fight|flight|crossing|swim|run"
    r"|ride|hike|round|block|drop|fall|scar|baby|plot|garden|wall|feast|silence|absence|engagement|tunnel|tower"
    r"|hunger|search|delay|queue|trial"
    r"|reign|career|tenure|service|tour|shift)s?\b",
    rf"\b{_FOURTH_IN_WORDS}\s(?!{_BY_EVERYBODY}\b)[a-z'-]{{3,30}}\b",
    rf"\b{_AGAIN}\s(?:(?:and|or|at|least|over|about)\s){{0,2}}(?:twice|thrice|{either(ONES[2:])}\stimes|\d+\stimes)\b",
    rf"\b(?:twice|thrice|{either(ONES[2:9])}[- ]times?)[- ](?:over\s)?{_AGAIN}\b",
    rf"\b{FROM_TWO}\s(?:inches|storeys|acres|fathoms|furlongs|miles)\b",
    rf"\b(?:{FROM_FOURTH}|top|twenty\w*)[- ]floor\b",
    r"\b(?:sat|waited|queued|slept|stood|walked|hid|stayed|screamed|cried|sang|talked|drove"
    rf"|lay)\s(?:{_WORD}\s){{0,3}}?for\s(?:{FROM_THREE})\s"
    r"(?:hours|nights|miles|days)\b",
)

_ALONE = "say it without “first”, “last” or “only”"
UNLIKE = (
    Shape("the first in the borough", _SINGLING, Identifier.FACT, "says that nobody else is like that", _ALONE),
    Shape(
        "came second on a show",
        _KNOWN_FOR,
        Identifier.FACT,
        "is what others have heard of or can look up",
        "leave it out",
    ),
    Shape(
        "eleven months in a hotel",
        _HOW_OFTEN,
        Identifier.FACT,
        "counts what others may know of",
        "“many”, “for a long time”, or nothing",
    ),
)
