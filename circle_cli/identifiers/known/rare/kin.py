"""How a family is made up, told without a count: "both her parents are deaf", "sixteen years between them"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import FROM_THREE, FROM_TWO, NUMBER, ONES, TENS
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_WHOSE = r"(?:his|her|their|the|my|our|an?)"
_ELDER, _ANY = either(phrases("kin", "elders")), either(phrases("kin", "elders"), phrases("kin", "any of a family"))
_FEW_PARENTS = either(phrases("kin", "few parents"))
_EVERY_DAY = either(phrases("kin", "not the two of them"))
_BROUGHT_UP, _TOOK = either(phrases("kin", "brought up")), either(phrases("kin", "all of them"))
_SIBLING = either(phrases("kin", "siblings"))
_KIND = rf"(?:{either(phrases('kin', 'kinds of siblings'))}[- ])"
_AND = r"(?:,?\s(?:and|n|&|then|plus|with)|,)\s(?:then\s|also\s)?"
_YEARS = rf"(?:{FROM_TWO}|an?|couple\sof)(?:[- ]odd)?[- ]?\s?(?:years?|yrs|months)"

_ONE_WORD = shape(rf"\b{either(phrases('kin', 'by one word'))}\b")
_HOUSE = shape(
    rf"\bboth\s(?:of\s)?(?:{_WHOSE}\s)?(?:birth\s|adoptive\s|foster\s)?(?:parents|grandparents|mums|dads|mothers"
    r"|fathers|brothers"
    r"|sisters|sons|daughters|children|boys|girls|uncles|twins|nans|grandads)\s"
    rf"(?:(?:are|were|had|have|is|been|being|also|both|now|once|'re)\s){{0,3}}{_FEW_PARENTS}\b",
    rf"\b{_ANY},\s(?:{_WHOSE}\s)?(?:{_WORD}\s)?{_ANY},?\s(?:and|n|&)\s(?:{_WHOSE}\s)?(?:{_WORD}\s)?{_ELDER}\b",
    rf"\b{_ELDER},\s(?:{_WHOSE}\s)?(?:{_WORD}\s)?{_ANY},?\s(?:and|n|&)\s(?:{_WHOSE}\s)?(?:{_WORD}\s)?{_ANY}\b",
    rf"\b(?:{FROM_TWO}|{_WHOSE})\s{_KIND}{{0,2}}{_SIBLING}{_AND}(?:{FROM_TWO})\s{_KIND}{{0,2}}{_SIBLING}\b",
    rf"\b(?:{FROM_TWO})\s{_KIND}{{0,2}}{_SIBLING}{_AND}(?:{NUMBER}|{_WHOSE})\s{_KIND}{{0,2}}{_SIBLING}\b",
    rf"\b(?:{FROM_THREE})\s(?:of\s(?:us|them)|people|adults|kids|children|bodies|lads|men|women|brothers|sisters"
    r"|generations|families|boys|girls)\s"
    r"(?:(?:all|were|was|are|living|sharing|crammed|squeezed|sleeping|live|lived|share|shared|sleep|slept|now"
    r"|still)\s){0,3}"
    r"(?:in|to|between|under)?\s?(?:an?|one|the|two|that|three)\s(?:\w{1,12}[- ]){0,2}(?:bed|beds|bedroom|bedrooms"
    r"|bedroomed|room|rooms|roof|caravan|flat|house|bungalow|van|trailer|tent|terrace|bedsit)\b",
    rf"\b(?:{FROM_THREE})\s(?:to|in)\s(?:a|one|each)\s(?:bed|room|bedroom)\b",
    rf"\b(?:family|household|houseful|brood|clan)\sof\s(?:{either(ONES[3:])}|{either(TENS)}|[4-9]|1\d)\b",
    r"\b(?:two|three|four|five|six|[2-6])\s(?:generations|sets\sof\s\w+)\b",
    r"\b(?:lives?|lived|living|shar(?:es|ed|ing)|moved\sin|stays?"
    r"|stayed)\s(?:back\s)?(?:a\s\w+\s)?with\s(?:(?:both|all)\s(?:of\s)?)?"
    rf"(?:his|her|their)\s(?:{_WORD}\s)?{_ELDER}(?:'s\s\w+)?(?:,|\sand|\sn|\s&)\s(?:(?:his|her|their|two|three|four"
    rf"|an?)\s)?(?:{_WORD}\s)?{_ANY}\b",
)
_AGES_BETWEEN = shape(
    rf"\b{_YEARS}\s(?:between|apart|(?:older|younger)\sthan\s(?:him|her|his|the|me|their)|(?:his|her)\s(?:senior"
    r"|junior|elder))\b",
    rf"\b{FROM_TWO}[- ]year\s(?:age\s)?gap\b|\bage\sgap\sof\s{NUMBER}",
    rf"\b(?:{NUMBER}|a)\s(?:years?|months?|weeks?|days?|hours?|minutes?)\s(?:older|younger)\b",
    rf"\b(?:younger|older)\sthan\s(?:his|her|their|some\sof\s(?:his|her|their))\s(?:own\s)?(?:{_WORD}\s)?(?:{_ANY}"
    r"|grandchildren|stepchildren|teacher)\b",
    r"\b(?:old|young)\senough\sto\sbe\s(?:his|her|their)\s\w+",
    r"\b(?:grandmother|grandad|grandfather|granddad|nan|gran|granny|grandparent|great[- ]\w+|widow|widower|mother"
    r"|father|mum|dad|mam|bride)\s"
    rf"(?:again\s)?(?:at|by|before)\s(?:the\sage\sof\s)?{NUMBER}\b",
    rf"\b(?:eldest|oldest|first|biggest|big\sone)\s(?:{_WORD}\s)?(?:is|was|'s|at|being|turned"
    rf"|has)\s(?:\w+\s){{0,2}}?(?:{NUMBER}|grown|married|at\suni\w*|expecting|a\s\w+)\b"
    rf"[^.!?\n]{{0,30}}\b(?:youngest|baby|littlest|smallest|last)\b",
)
_TOLD = shape(
    rf"\b{NUMBER}\sof\s(?:his|her|their)\s(?:{NUMBER})\b",
    rf"\b(?:adopted|fostered|separated|evacuated|orphaned|sent\saway)\s(?:{_WORD}\s){{0,4}}?(?:with|from|without"
    rf"|like|before|after)\s(?:his|her|their|the)\s(?:{_WORD}\s)?{_SIBLING}\b",
    r"\b(?:the\ssame|different|separate|two|three|four)\s(?:dads?|mums?|fathers?|mothers?|mams?|daddies"
    r"|mammies)\b(?!\s(?:of|who|at|in)\b)",
    r"\bthe\ssame\sage\sas\s(?:his|her|their)\s\w+",
    rf"\bsibling\sgroup\sof\s{NUMBER}\b|\bgroup\sof\s{NUMBER}\s(?:siblings|brothers|sisters)\b",
    r"\b(?:his|her|their)\s(?:first|last|older|younger|oldest|youngest|other|eldest|middle)\s(?:two|three|four"
    r"|five|six)\b",
    rf"\b(?:baby|child|kid|pregnancy|bairn|grandchild)\s(?:number\s|no\.?\s)(?:{NUMBER})\b",
    r"\ban?\s(?:\w+\s)?(?:baby|toddler|newborn)\s(?:and|n|&)\s(?:an?|two|three|four)\s(?:\w+\s)?(?:teenagers?"
    r"|toddlers?|twins|\w+[- ]year[- ]olds?)\b",
    r"\b(?:son|daughter|brother|sister|nephew|niece|grandson|granddaughter|ex|ex-\w+|neighbour|cousin|stepson"
    r"|stepdaughter|uncle|aunt)\s(?:is|was)\s(?:also\s|now\s)?(?:his|her|their)\s(?:\w+\s)?(?:carer|social\sworker"
    r"|teacher|landlord|landlady|boss|nurse|foster\scarer|lodger|tenant|dentist|gp)\b",
    rf"\b{NUMBER}\s(?:\w+\s)?(?:boys|girls|sons|daughters|kids|children|brothers|sisters|siblings|lads|weans"
    rf"|bairns),?\s(?:the\s)?(?:one|eldest|oldest|first)\s(?:{_WORD},?\s){{1,6}}?(?:and|n|the|&)\s(?:one|other"
    r"|youngest|second)\b",
    r"\b(?:mum|dad|mam|mother|father|nan|gran|husband|wife|brother|sister|son|daughter|parents|stepdad|partner"
    r"|uncle|aunt)(?:'s|s|\sis|\swas|\sare)\s(?:now\s|both\s|long\s|already\s)?(?:dead|inside|in\s(?:prison|jail"
    r"|spain|poland|ireland|america|australia|canada|rehab|the\sarmy|the\snavy)"
    r"|banged\sup|remarried|sectioned|on\sremand|serving|deported|a\s(?:twin|copper|soldier|vicar|lorry\sdriver"
    r"|trawlerman))\b",
    rf"\b(?:lives?|lived|living|stays?|stayed|moved\sin)\swith\s(?:his|her|their)\s(?:{_WORD}\s)?{_ANY}\s(?:and|n|&"
    rf"|plus)\s(?:his|her|their|an?|two|three|the)\s{_WORD}",
    r"\b(?:a|his|her|their|'s|dads|mums|whole)\s(?:other|second|secret)\s(?:family|wife|household|husband)\b",
    rf"\b{_YEARS}\s(?:after|before)\s(?:the\s(?:rest|others|last|next|first|twins|other|eldest|youngest)|(?:his|her"
    rf"|their)\s(?:{_WORD}\s)?{_SIBLING})\b",
    r"\b(?:is|was|be|being|he's|she's|hes|shes|as)\sthe\s(?:eldest|oldest|youngest|middle|second|third|only|baby"
    r"|big|little)\s(?:girl|boy|daughter|son|child|brother|sister|one|lad|lass|sibling)\b",
    rf"\b(?:pregnant|expecting|due|born|gave\sbirth|married|babies)\s(?:{_WORD}\s){{0,3}}?(?:the\s)?same\s(?:time"
    r"|day|week|month|year|ward)\sas\b",
    r"\b(?:custody|guardianship|guardian|charge|mother|father|mum|dad|nan|gran|carer)\s(?:of|to"
    rf"|for)\s(?:{FROM_THREE}|all)\b(?!\s(?:of\sus|the|days|weeks|months|years|my))",
    r"\b(?:dads|mums|mothers|fathers|parents|husbands|wives|nans|grans|grandads|partners)\s(?:are|were)\s(?:also\s"
    r"|both\s)?(?:brothers|sisters|cousins|twins|best\sfriends|related|married|neighbours|in\sprison|rivals"
    r"|the\ssame)\b",
    r"\b(?:neither|none|two|three|four|five|only\sone|just\sone)\sof\s(?:his|her|their)\s(?:\w+\s)?(?:sons"
    r"|daughters|brothers|sisters|children|siblings|kids|grandchildren|boys|girls|aunts|uncles|husbands|wives"
    r"|cousins)\b",
    r"\b(?:fostered|adopted|raised|delivered|buried|outlived|married|divorced)\s(?:over\s|nearly\s"
    rf"|more\sthan\s|another\s|about\s)?(?:{FROM_TWO}|hundreds|dozens)\b(?!\s(?:for\b|of\sthe|more\b|pounds|stone"
    r"|kilos|hours|days|weeks"
    r"|months|years|times))",
    r"\b(?:his|her|their)\s(?:\w+\s)?(?:brother|sister|aunt|auntie|uncle|cousin|nan|gran|grandad|son|daughter|ex"
    rf"|niece|nephew|stepdad|stepmum|friend)\s(?:and|&|n|with)\s(?:his|her|their)\s(?:{_WORD}\s){{0,3}}?(?:sons?"
    r"|daughters?|kids|children|boys?|girls?|twins|baby)\b",
    r"\b(?:rearing|raising|reared|raised|bringing\sup|brought\sup|minding|looking\safter|adopted|fostered|has"
    rf"|took\sin|taking\sin)\s(?:his|her|their)\s(?:dead\s|late\s|own\s)?(?:\w+\s)?{_ANY}'s\b",
    rf"\b(?:his|her|their)\s(?:dead|late|drowned|murdered|jailed|estranged)\s{_ANY}(?:'s)?\b",
    rf"\b{_BROUGHT_UP}\sby\s(?:{_WHOSE}\s|two\s|three\s|one\sof\s\w+\s)?(?:{_WORD}\s){{0,2}}?(?:{_ELDER}|brothers?"
    r"|sisters?|neighbours?|nuns|monks|friends?|teachers?|stranger|strangers|vicar|wife|dads|mums|twin|travellers"
    r"|father\salone|dad\salone)\b",
    rf"\b{_TOOK}\s(?:in\s)?all\s(?:{either(ONES[1:])}|\d\d?)\s(?:of\s)?(?:{_WORD}\s)?{_WORD}",
    rf"\ball\s(?:{either(ONES[2:])}|[3-9]|\d\d)\s(?:of\s(?:his|her|their|my)|his|her|their|{_SIBLING}"
    r"|(?:foster\s)?(?:kids|children))\b",
    r"\b(?:are|were|is|was|being|parents,|be)\s(?:also\s|actually\s|both\s)?(?:first\s|second\s|distant\s)?cousins\b",
    rf"\b{_WHOSE}\s(?:{_WORD}\s)?(?:brother|sister|uncle|aunt|auntie|nan|gran|grandad|son|daughter|cousin|stepdad"
    r"|stepmum|ex|nephew|niece|late\s\w+|grandson|granddaughter)"
    r"'s\s(?:\w+\s)?(?:ex|wife|husband|girlfriend|boyfriend|partner|ex-\w+|widow|kids|children|baby|twins?|stepson"
    r"|stepdaughter|lad|boys|girls|mother|mum|dad|father|son|daughter|cousin)\b",
    rf"\b(?:mum|mam|dad|mother|father|husband|wife|partner|boyfriend|girlfriend)'s\s(?!{_EVERY_DAY}\b)(?:new\s"
    r"|other\s|first\s|second\s|third\s|late\s|half\s|twin\s|younger\s|older\s|ex-)?"
    r"(?:wife|husband|ex|ex-\w+|brother|sister|twin|cousin|uncle|aunt|nan|gran|grandad|mother|lover|baby|kids"
    r"|children|son|daughter|stepson|stepdaughter|lodger|boss|best\sfriend|first\s\w+|widow)\b",
    rf"\b(?:children|kids|babies|sons|daughters|boys|girls|ones|{NUMBER})\s(?:from|by|with|to|across"
    rf"|spread\sover)\s(?:his|her|their|an?|two|three|four|{NUMBER})\s"
    r"(?:first|second|third|last|previous|earlier|different|former|late|other)?\s?(?:marriages?|wives|wife"
    r"|husbands?|relationships?|mothers?|fathers?|mums|dads|women|men|partners)\b",
    rf"\b{NUMBER}\s(?:of\swhom|of\sthem)\s(?:(?:is|are|was|were|has|have|live|lives|lived|died|now)\s)(?:\w+\s)?\w+",
    r"\b(?:married|marrying|divorced|remarried|engaged\sto|left\s(?:him|her)\sfor|living\swith|pregnant\sby"
    r"|had\sa\s(?:baby|child)\s(?:with|by))\s"
    r"(?:his|her|their)\s(?:\w+\s)?(?:brother|sister|cousin|uncle|aunt|stepson|stepdaughter|teacher|boss|landlord"
    r"|best\s\w+|neighbour|father|mother|ex\w*|nurse|carer|dentist|vicar|lodger|driver)\b",
    r"\b(?:the|an?|her|his)\s(?:only|one)\s(?:boy|girl|son|daughter|lad|sister|brother|grandchild|grandson"
    r"|granddaughter|lass)\b",
    r"\bonly\s(?:\w+\s)?(?:boy|girl|lad|lass|son|daughter|brother|sister)\s(?:among|in|of|out\sof|with|amongst"
    r"|after)\b",
    rf"\b(?:{FROM_TWO})\s(?:\w+\s)?(?:brothers|sisters|sons|daughters|boys|girls|siblings|children|kids"
    rf"|babies)\s(?:who\s|have\s|had\s|all\s|both\s|were\s|are\s){{0,3}}(?:died|dead|drowned|buried|abroad"
    r"|in\s(?:prison|the\sarmy|the\snavy|australia|america|canada|heaven)|adopted|overseas|killed)\b",
)

_KNOWN = "which others know"
KIN = (
    Shape("great-gran", _ONE_WORD, Identifier.FAMILY, f"is an unusual family, {_KNOWN}", "a relative, siblings"),
    Shape(
        "both her parents are deaf",
        _HOUSE,
        Identifier.FAMILY,
        f"says how the family is made up, {_KNOWN}",
        "the family",
    ),
    Shape(
        "sixteen years between them",
        _AGES_BETWEEN,
        Identifier.FAMILY,
        f"says how far apart they are, {_KNOWN}",
        "older, younger",
    ),
    Shape(
        "brought up by her aunt",
        _TOLD,
        Identifier.FAMILY,
        f"says how the family is made up, {_KNOWN}",
        "the family, a relative",
    ),
)
