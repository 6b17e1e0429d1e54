"""Facts by which somebody is known who is not named: the first, the last, the only one; what the paper printed."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import FROM_FOURTH, FROM_THREE, FROM_TWO, ONES
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_WHOSE = "(?:the|an?|his|her|their|our|that|this)"
_NO_PERSON = either(phrases("facts", "no people"))
_PERSON = rf"(?!{_NO_PERSON}\b){either(phrases('facts', 'people'), r'[a-z-]{3,30}er', r'[a-z-]{3,30}ist')}"
_NOBODY = "|".join(phrases("facts", "nobody after only"))
_SUPERLATIVE = either(phrases("facts", "superlatives"))
_KIND, _ANYTHING = either(phrases("facts", "of a kind")), either(phrases("facts", "such as nobody"))
_IN_ORDER = either(phrases("facts", "counted in order"))
_NEWS, _SHOWN = either(phrases("facts", "what others read")), either(phrases("facts", "shown there"))
_HAPPENED, _DONE = either(phrases("facts", "happened")), either(phrases("facts", "done to them"))
_PRIZE, _HONOUR = either(phrases("facts", "prizes")), either(phrases("facts", "honours"))
_CROSSED, _TRAVELS = either(phrases("facts", "crossed")), either(phrases("facts", "travels"))
_LAST = either(phrases("facts", "things with few"))
_LAND = either(phrases("facts", "river and land"))
_FEW = either(ONES[1:12], r"\d\d?", "few")

_ONLY = shape(
    rf"\b(?:only|sole)\s(?:(?!{_NOBODY})(?:{_WORD})\s){{0,3}}?{_PERSON}\b"
    r"(?!\s(?:who|that|i)\b(?!\s(?:was|is|in|lives?|had|ever|(?:has|have)\s(?:ever|never))\b))",
    rf"\b(?:last|only)\s(?:(?!{_ANYTHING}\b){_WORD}\s){{1,3}}?(?:on|in)\sthe\s(?:{_WORD}\s)?{_LAND}\b",  # the last tug
    rf"\b(?:last|only|sole)\s(?:{_FEW}\s)(?:left|on|in|of|over|to|who|with|still)\b",  # the last four on the island
    rf"\b(?:one|two|three)\sof\s(?:the\s)?(?:only|just|nobbut|barely)\s{_FEW}\b",
    rf"\b(?:one|two|three)\sof\s(?:the\s)?{_FEW}\s(?:alive|survivors|saved|rescued|(?:who|that)\s(?:lived|survived))\b",
)
_FIRST = shape(
    rf"\b{_SUPERLATIVE}\s(?:{_WORD}\s){{0,2}}?{_PERSON}\s(?!in need\b)(?:in|at|of|on|from|to)\s{_WHOSE}\b",
    rf"\bfirst\s(?:person|man|woman|girl|boy|lad|lass|child)\s(?:with|from|without)\s(?:{_WORD}\s){{1,3}}?to\s{_WORD}",
    rf"\b{_SUPERLATIVE}\s(?:{_WORD}\s){{0,2}}?{_KIND}\s(?:{_WORD}\s){{0,2}}?(?:to|ever|in|they|we|at|on|who)\b",
    rf"\b{_SUPERLATIVE}\s(?:(?!{_ANYTHING}\b){_WORD}\s){{1,4}}?(?:they|we)\s(?:ever|'d ever|had ever|have ever)"
    rf"\s(?:had|seen|hired|took)\b",
    rf"\b(?:on|off|from|catch|caught)\sthe\s(?:last|first|only)\s(?:{_WORD}\s)?{_LAST}\b",
    rf"\b(?:\w{{1,30}}er|more|better|longer|faster)\s(?:{_WORD}\s)?than\s(?:anyone|anybody|any other)\s(?:else\s)?(?:in"
    rf"|on|at|from|round)\s{_WHOSE}\b",
    r"\b(?:nobody|no one|no-one)\selse\s(?:in|on|at)\s(?:the|her|his|their|our)\s"
    r"(?:village|school|street|town|estate|county|island|city|class|area)\b",
    rf"\b{_WHOSE}\s(?:last|only)\s(?:surviving|living|remaining)\s{_WORD}",
    r"\b(?:world|national|county|country|european|british|english|scottish|welsh|irish|olympic|club"
    r"|school)[- ](?:record|champions?|title)\b",
)
_UNLIKE_OTHERS = shape(
    rf"\bthe\s(?:last|only)\s{_WORD}\s(?:still\s{_WORD}|left (?:standing|alive))\b",
    r"\bthe\sonly\sone\s(?:(?:in|on|at|from|round)\s(?:the|her|his|their|our)|left|ever|who\s(?:ever|can|could|still|has|had|survived))\b",
    r"\bsame\s(?:house|flat|room|street|chair|bed|village|farm|job|cottage|caravan)\s(?:for|since|all|he was born"
    r"|she was born|where)\b",
    r"\bnever\s(?:left\sthe\s(?:island|village|valley|house|town|farm)|seen\sthe\ssea|been\son\sa\s(?:train|plane|bus|boat))\b",
    r"\b(?:lived|worked|been|farmed|fished)\s(?:\w{1,20}\s){1,4}all\s(?:his|her|their)\s(?:life|lives|days"
    r"|working life)\b",
    r"\b(?:rarest|youngest|oldest|eldest|tallest|fastest|loudest|richest|poorest|heaviest|longest[- ]serving"
    r"|cleverest|strangest"
    rf"|strongest|most famous|best[- ]known|worst[- ]hit)\s(?!\w+ed\b)(?:{_WORD}\s){{1,3}}?(?:in|on|at"
    rf"|there|ever|they|the"
    rf"|we|to|round|for)\b",
    rf"\bno\sother\s(?:{_WORD}\s)?(?:child|family|person|pupil|man|woman|boy|girl|household|house|mother|father|carer)\s"
    rf"(?:in|on|at|of)\s{_WHOSE}\b",
    r"\b(?:first|last|only)\s(?:one\s|person\s|ever\s)?(?:in|of)\s(?:the|her|his|their)\s(?:whole\s)?(?:family|village|town|street|class"
    r"|county|estate|island|line|kind|school)\b",
    rf"\blast\sof\s(?:the|her|his|their)\s(?!(?:day|week|month|year|session|meeting|visit|three|four|two|money|food)\b)(?:{_WORD}\s){{0,3}}?"
    rf"[a-z-]{{2,20}}s\b|\blast\sof\sthe\s(?:{_WORD}\s){{0,3}}?(?:men|women)\b",
    r"\b(?:hold|holds|held|holding|broke|breaking|beat|has|set)\s(?:the|a|that|two|three)\s(?:[\w'-]{1,30}\s){0,4}?records?\b(?!\s(?:straight"
    r"|of|up|that|number|for\sthe\s(?:meeting|visit)))",
    r"\bthe\s(?:one|house|flat|family|caravan|shop|door)\swith\sthe\s(?!(?:most|best|least|power|same|right|baby|children|other)\b)"
    rf"{_WORD}",
)
_ORDER = shape(
    rf"\b{FROM_FOURTH}\s(?:{_WORD}\s)?{_IN_ORDER}\b",
    rf"\b(?:{either(ONES[5:])}|[6-9]|[1-9]\d)\s(?:addresses|placements|foster\s(?:homes|placements)|schools"
    r"|hostels)\b",
    rf"\b(?:his|her|their|my)\sthird\s(?:{_WORD}\s)?(?:placement|school|social worker|foster home|husband|wife"
    rf"|marriage|baby)\b",
)
_NEWSWORTHY = shape(
    rf"\b{_SHOWN}\s(?:who (?:is|was)\s)?(?:all over|in|on|off|from)\s(?:all\s)?(?:the|that)\s(?:local\s|national"
    rf"\s|evening\s)?{_NEWS}\b",
    r"\bin\s(?:all\s)?the\s(?:local|evening|national|sunday)\s(?:papers?|news|gazette|press)\b",
    r"\bon\s(?:the\s)?(?:local|national|regional)\s(?:radio|news|tv|telly|television)\b",
    r"\b(?:all over|on|off|in)\s(?:all\s)?(?:the\s)?(?:facebook|tiktok|instagram|twitter|youtube|the papers"
    r"|the internet)\b(?=[.,;!?)]|$|\s(?:that"
    r"|for|about|and|when|by|last|with|in|at|n)\b)",
    r"\bon the front (?:page )?of the\b",
    rf"\b(?:went viral|(?:made|makes|hit|hits) the (?:(?:local|national|evening|regional) )?(?:{_NEWS}))\b",
    r"\bthere(?:'s| is| was)\sa\s(?:mural|statue|plaque|bench|street|song|film|book|documentary)\b(?=[.,;!?)]|$|"
    r"\s(?:of|to|about|with|named|for)\b)",
    r"\b(?:street|bench|ward|wing|trophy|cup|stand|boat|lifeboat|road|pub)\s(?:is |was )?(?:named|called)"
    r"\s(?:after|for)\s(?:him|her|them)\b",
    r"\bnamed\s(?:an?|the|their|his|her)\s\w{3,20}\s(?:after|for)\s(?:him|her|them)\b",
    r"\blive\son\s(?:the\s)?(?:telly|tv|television|air|radio|stage)\b|\bsold\s(?:his|her|their)\sstory\b",
    r"\byou(?:'ll| will|'d| would| may| might)?\sremember\s"
    r"(?:the|it|that(?!\s(?:we|i|you|the|she|he|they|an?|in|this|our|his|her)\b)|him|her|them)\b",
    r"\b(?:everyone|everybody|nobody|whole (?:town|village|estate|street|island))\s(?:(?:in|on|round|at)\s(?:the"
    r"\s)?\w{1,20}\s)?(?:knows|knew|remembers"
    r"|still talks about|talked about)\s(?:him|her|them|the|that|who|it)\b",
    rf"\bphoto(?:graph)?s?\sof\s(?:him|her|them)\s(?:up\s)?(?:in|on)\s(?:the|every)\s{_WORD}",
    r"\b(?:known|famous|well[- ]known)\s(?:locally|round here|around here|all over|in the (?:town|village|area)"
    r"|on the estate|as the|for (?:his|her|their))\b",
    r"\bthat\s(?:girl|boy|man|woman|lad|family|baby|child|couple)\s(?:in|from|off|on)\sthe\s\w{1,30}",
)
_EVENT = shape(
    rf"\b(?:the|that|a)\s(?:{_WORD}\s)?{_HAPPENED}\s(?:at|in|on|that|which|under|near|off|when)\s(?:the|took|killed|left|destroyed|happened|my|his|her|their)\b",
    rf"\b(?:the|that)\s{_HAPPENED},\s(?:the one|at|in|on|when|which)\b",
    r"\bborn\s(?:on|in|at|during|under)\s(?:the|a|an)\s(?!(?:hospital|same|uk|country|year|family|home|early|late|summer|spring)\b)\w{2,20}",
    r"\b(?:found|left|abandoned|dumped)\s(?:as an?\s(?:\w{1,10}\s)?(?:baby|newborn|infant)\s)?"
    r"(?:on|in|at|outside|under)\s(?:the|a)\s(?:\w{1,20}"
    r"\s)?(?:steps?|doorstep|doorway|porch|phone"
    r" ?box|bin|toilets?|carrier bag|telephone box|hedge|park bench|bus shelter|layby|lay-by)\b",
    r"\b(?:who|that|he|she|they|brother|sister|son|daughter|father|mother|dad|mum|uncle|nephew|niece|both|two|three)\s(?:had\s)?(?:drowned|hanged"
    r" (?:him|her)self|took (?:his|her|their) own life)\b",
    r"\b(?:killed|died|murdered|drowned|collapsed)\s(?:at|in|on|by|outside|under)\s(?:the|a|an)\s(?!(?:night|end|same|middle|morning|day|hospital"
    r"|home|early|age|hospice)\b)\w{2,20}",
    r"\b(?:was|were|got|been)\s(?:killed|blinded|crushed|paralysed|burned|burnt|scalded|trapped|buried|struck(?!\sby\s(?:the|how|what|his|her)))\b",
    r"\b(?:blind|deaf|deafblind)\s(?:from|since|at)\s(?:birth|the age of|(?:he|she) was)\b",
    rf"\b(?:excluded|expelled|barred|banned)\sfrom\s{FROM_TWO}\s(?:schools|colleges|nurseries|hostels|homes|pubs|shops)\b",
    r"\b(?:competitive|champion|amateur|semi-professional)\s(?!(?:carer|worker|manager|helper|advisor|adviser)\b)"
    r"[a-z-]{3,20}(?:er|ist|or)\b(?<!other)(?<!career)",
    r"\bchained\s(?:him|her|them|hi|he)(?:self|selves|sel|sen)\s(?:to|tae|till)\b",
    r"\bborn\s(?:blind|deaf|deafblind)\b",
    r"\blost\s(?:everything|it all|all they had|the house|their home|her home|his home|his legs?|her legs?"
    r"|both legs|an arm|a leg)\b(?=\s(?:in|to|when"
    r"|at)\b|[.,;!?)]|$)",
    r"\b(?:man|woman|boy|girl|lad|one|bloke|chap)\swho\s(?:jumped|pulled|saved|rescued|climbed|set fire|stood on"
    r"|chained|drove)\b",
    rf"\bsurvived\s(?:the|a|an)\s(?:{_WORD}\s)?{_HAPPENED}\b",
    rf"\b(?:was|were|got|been|being|gets|father|mother|brother|sister|son|daughter)\s(?:also\s|later\s|nearly\s|fatally\s)?{_DONE}\b",
    rf"\b(?:they|which|that)\s(?:{_WORD}\s)?closed\s(?:{_WORD}\s)?for\s(?:a|the|two|three)\s(?:day|days|week|night|afternoon)\b",
    r"\b(?:took|lost|losing|buried)\s(?:her|his|their|all|both)\s(?:(?:own|only|three|four|five|two|six)\s)?"
    r"(?:sisters?|brothers?|sons?|daughters?|children|legs?|arms?|sight|hand|eyes?|eye|nephews|nieces|wife and"
    r"|husband and|parents in)\b",
    r"\b(?:foot and mouth|pit closure|miners'? strike|dam burst|sit-in|hunger strike)\b",
    rf"\bloss of (?:sight|vision|hearing|limb)\b(?:\sin\s(?:his|her)\s{_WORD}\s{_WORD})?|\btotal disability\b",
)
_HONOURED = shape(
    rf"\b(?:won|wins|winning|winner|came (?:first|second|third)|runner[- ]up)\s(?:{_WORD}\s){{0,5}}?{_PRIZE}\b",
    rf"\b(?:an?|the|his|her|got|has|holds|won|with)\s(?:{_WORD}\s)?{_HONOUR}\b",
    r"\b(?:play(?:s|ed)|box(?:es|ed)|ran|sw[ai]ms?|fought|wrestled|race[ds]|row(?:s|ed)|sang|danced|skated|cycled|bowl(?:s|ed))\s(?:\w{1,30}\s)?for\s"
    r"(?:the\s)?(?:county|country|england|scotland|wales|ireland|nation|great britain|gb|town|first team|academy"
    r"|under \d\ds)\b",
    r"\b(?:signed|picked|selected|capped)\s(?:for|by)\s(?:the|a|an)?\s?(?:county|country|england|academy"
    r"|first team|\w{1,30} (?:united|city|town|rovers))\b",
    r"\b(?:met|danced with|sang for|shook hands with|wrote to)\sthe\s(?:king|queen|pope|president|prime minister"
    r"|prince|princess)\b",
)
_JOURNEY = shape(
    rf"\b{_TRAVELS}\s(?:{_WORD},?\s){{0,6}}?{_CROSSED}\b",
    rf"\b{FROM_THREE}\s(?:countries|borders|camps|continents)\b",
    r"\b(?:swum|swam|swim|swims|rowed|sailed|cycled|walked|crossed|flew|climbed|run|ran)\s(?:across\s|up\s|down\s|over\s|round\s)?(?:the\s)?(?:channel|atlantic"
    r"|pacific|sahara|everest|kilimanjaro|ben nevis|snowdon|length of|marathon|land's end|pennine way|world)\b",
    r"\b(?:detention|removal|reception|refugee|internment|prison|labour)\s(?:centre|camp)s?\b",
    r"\bin\sthe\s(?:back|boot|bottom|hold)\sof\sa\s(?:lorry|boat|van|car|truck|container|ship)\b",
    r"\bon\s(?:a|the)\s(?:small|rubber|inflatable|little)\s?(?:boat|dinghy)\b|\bon foot (?:from|across|over|through)\b",
)

_ONCE = "say what it was like, and not what nobody else has"
FACTS = (
    Shape("the only boy", _ONLY, Identifier.FACT, "says that there is only one, or a few", "say it without “only”"),
    Shape(
        "no other child in the school",
        _UNLIKE_OTHERS,
        Identifier.FACT,
        "says that nobody else is like that",
        "say it without the comparison",
    ),
    Shape(
        "the first woman to",
        _FIRST,
        Identifier.FACT,
        "says that nobody else is like that",
        "say it without the superlative",
    ),
    Shape("his ninth placement", _ORDER, Identifier.FACT, "counts what is in the file", "“another”, “one of several”"),
    Shape("the family off the telly", _NEWSWORTHY, Identifier.FACT, "says what others have seen or read", _ONCE),
    Shape(
        "the fire at the mill",
        _EVENT,
        Identifier.FACT,
        "says what happened: who searches for it finds the people",
        _ONCE,
    ),
    Shape("won at the county show", _HONOURED, Identifier.FACT, "is a success that others heard of", _ONCE),
    Shape(
        "walked through nine countries",
        _JOURNEY,
        Identifier.FACT,
        "tells a journey that few have made",
        "“came to this country”",
    ),
)
