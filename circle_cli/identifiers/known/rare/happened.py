"""What happened to somebody, or never did: "bitten by an adder", "never worn shoes", "a bus went through the front"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import NUMBER
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_A = r"(?:the|an?|his|her|their|our|my|that|this|some|one)"
_BODY, _HAD = either(phrases("unlike", "parts of the body")), either(phrases("unlike", "had and lost"))
_HURT, _HIGH = either(phrases("unlike", "done to somebody")), either(phrases("unlike", "high or deep"))
_TO_BOOK = either(phrases("unlike", "brought to book"))
_SINCE_IT_BEGAN = either(phrases("since", "since it began"))
_BY_ITSELF, _WENT = either(phrases("since", "went through")), either(phrases("since", "went through what"))
_INSIDE, _PART = either(phrases("since", "in the body")), either(phrases("since", "parts of it"))
_NEVER_DONE = either(phrases("since", "never done"))
_ASLEEP, _WHERE_ALL_DO = either(phrases("since", "asleep")), either(phrases("since", "asleep at home"))
_KEPT_IN, _MEANWHILE = either(phrases("since", "kept in")), either(phrases("since", "while somebody"))
_HAPPENED = either(phrases("facts", "happened"))

_SUFFERED = shape(
    rf"\b(?:lost|losing|lose|loses|severed|broke|crushed|shattered)\s(?:{_A}|{NUMBER}|both|all|most of)\s"
    rf"(?:(?:his|her|their|of|all|left|right|index|little|big|front|own)\s){{0,2}}{_BODY}\b",
    rf"\b(?:lost|losing)\s{_A}\s(?:{_WORD}\s)?{_HAD}\b",
    r"\b(?:has|had|with|got|only|having)\s(?:only\s|just\s)?(?:one|no|three|four|six|seven|a (?:false|missing"
    r"|bionic|metal|withered))"
    r"\s(?:good\s|working\s)?(?:eye|leg|arm|hand|kidney|lung|ear|fingers|(?<!one )finger|thumbs?|toes"
    r"|teeth|hands|legs|arms|eyes"
    r"|ears|foot)\b",
    rf"\b{_BODY}\s(?:(?:was|were|is|had been|being|got)\s)?(?:amputated|taken off|missing|crushed|severed|cut off|blown"
    r"\soff|reattached|bitten off|torn off|chopped off)\b",
    rf"\b{_HURT}\s(?:(?:down|over|off\s(?:his|her)\s\w+|out\sto\ssea|overboard)\s)?by\s(?:an?|the)\s{_WORD}",
    r"\bswallowed\s(?:an?|the|his|her|\w+ty|two|three|four|five|six)\s(?!(?:pride|words?|anger|fear|feelings)\b)\w",
    r"\b(?:fell|fallen|falling|jumped|jumping|leapt|pushed|climbed|hung|dangled|thrown|dived|swept|slipped|drove"
    r"|driven"
    rf"|crashed|walked|skidded|ran|rode)\s(?:{_WORD}\s)?(?:from|off|out\sof|through|into|onto|under|over|up|down"
    r"|on\sto)\s"
    rf"{_A}\s(?:{_WORD}\s)?{_HIGH}\b",
    rf"\b{_TO_BOOK}\s(?:{_WORD}\s){{0,3}}?(?:for|over|after)\s(?:{_A}\s)?(?!(?:years?|life|months?|weeks?|days?"
    rf"|{NUMBER})\b){_WORD}",
    r"\b(?:banned|barred|sacked|expelled|struck\soff|thrown\sout|ejected|drummed\sout)\s(?:from|of)\s(?:every"
    rf"|all|both|the|a|an|two|three)\s{_WORD}",
    r"\bborn\s(?:with(?:out)?\s\w|blind|deaf|addicted|conjoined|premature|at\s\w+\sweeks|in\sthe\sback|on\sthe\s"
    r"|aboard|on\sboard|mid)\w*",
    r"\bfound\s(?:dead|hanged|hanging|unconscious|collapsed|wandering|naked|barefoot|frozen|hiding|sleeping|asleep"
    r"|adrift|floating)\s"
    rf"(?:in|on|at|under|by|outside|off|along|inside|behind)\s(?:{_A}\s)?{_WORD}",
    r"\b(?:blew|blown)\sup\s(?:the|a|his|her|their)\s\w+|\bset\s(?:himself|herself|themselves|the\s\w+|his\s\w+"
    r"|her\s\w+|a\s\w+)"
    r"\s(?:on\sfire|alight|ablaze)\b",
    r"\b(?:burn[te]d?|burning)\s(?:down|to\sthe\sground)\b",
    r"\b(?:died|dying|killed|drowned|collapsed|gave\sbirth|went\sinto\slabour|gone\sinto\slabour|had\sthe\sbaby"
    r"|delivered"
    r"|proposed|got\smarried|were\smarried|was\smarried|wed)\s(?:\w{1,12}\s){0,2}?(?:on|in|at|aboard|during|under"
    r"|halfway|outside)\s"
    r"(?:the|an?)\s(?!(?:night|end|same|middle|morning|day|hospital|home|early|age|hospice|week|year|summer|winter|time"
    r"|spring|autumn|first|past|care|process|family)\b)\w{2,20}",
)
_ONCE = shape(
    r"\b(?:came|arrived|sailed|emigrated|travelled|crossed|flew|stowed\saway|smuggled)\s(?:here\s|over\s|across\s"
    r"|in\s|to\sthis\scountry\s|home\s)?(?:on|aboard|under|inside|in)\s(?:the|an?)\s(?:\w+\s)?(?:boat|ship|ferry"
    r"|windrush|lorry|train|banana\sboat|dinghy|liner|plane|van|truck|kindertransport|submarine|barge|boot"
    r"|cargo\s\w+)\b",
    r"\b(?:got\smarried|were\smarried|was\smarried|married|wed|wedding|proposed|gave\sbirth"
    rf"|had\sthe\sbaby)\s(?:{_WORD}\s)?(?:in|on|at)\s(?:prison|hospital|jail|intensive\scare|a\shospice"
    r"|the\shospice|the\sward|the\scells|custody)\b",
    r"\b(?:walked|ran|stormed|thrown|carried|escorted|marched|banned)\s(?:out|off|away)?\s?(?:of|from)\s(?:his|her"
    r"|their)\sown\s\w+",
    r"\b(?:missing|lost|without|lacks|lacking|minus)\s(?:the|an?|one|two|three|half|most|part|both"
    rf"|some)\s(?:{_WORD}\s){{0,4}}?(?:{_BODY})\b(?!\s(?:holding|over|up))",
    rf"\b(?:sued|suing)\s{_A}?\s?{_WORD}",
    rf"\b(?:stopped|held|caught|searched|detained|turned\sback|arrested)\sat\s(?:the|an?)\s(?:{_WORD}\s)?(?:border"
    r"|customs|airport|port|docks|ferry|checkpoint)\b",
    r"\b(?:with|has|had|keeps|kept|built|have|got|put|found|bought|there's|theres"
    rf"|is)\san?\s(?:{_WORD}\s){{0,2}}?in\s(?:the|his|her|their)\s(?:(?:front|back)\sgarden|garden|bath|loft|yard"
    r"|attic|roof|shed|cellar|wardrobe|chimney|field|pond)\b",
    rf"\bnamed\safter\s(?:{_A}\s)?{_WORD}",
    rf"\b{_ASLEEP}\s(?:{_WORD}\s)?(?:in|on|at|inside|under|aboard)\s(?:an?|the|another|his|her"
    rf"|their)\s(?!(?:{_WORD}\s)?{_WHERE_ALL_DO}\b){_WORD}",
    r"\b(?:keeps?|kept|keeping|stores?|stored|hides?|hid|hidden|sleeps|slept|sleeping|buried|found|lives"
    rf"|lived)\s(?:{_WORD}\s){{0,6}}?in\s(?:an?|the|his|her|their|two|old)\s(?:{_WORD}\s)?{_KEPT_IN}\b",
    rf"\bwhile\s(?:{_WORD}\s){{1,4}}?{_MEANWHILE}\b",
    r"\b(?:half|most\sof|the\swhole\sof|all\sof|whole)\s(?:the\s)?(?:town|village|street|estate|school|county"
    r"|island|parish|valley)\b",
    rf"\b{NUMBER}\s(?:days?|weeks?|hours?|minutes?)\sold\b|\bsince\s(?:he|she|they)\s(?:was|were)\s(?:{NUMBER}"
    r"|an?)\s(?:days?|weeks?|months?|baby|toddler)\b",
    rf"\bsince\sthe\s(?:{_WORD}\s)?(?:{_SINCE_IT_BEGAN}|{_WORD}\s(?:went|closed|shut|sank|burn[te]d?|fell|stopped"
    r"|ended|blew))\b",
    rf"\b(?:in|during|after|before|from|by|survived|remembers?|remembered)\s(?:the|that|an?)\s(?:(?!word\b){_WORD}\s)?"
    rf"(?!search|rescue|verdict|collapse\sof){_HAPPENED}\b(?!\s(?:drill|safety|alarm|assessment|service))",
    rf"\b{_BY_ITSELF}\s(?:had\s|that\s|just\s)?{_WENT}\b",
    rf"\b{_INSIDE}\s(?:still\s|lodged\s|left\s)?in\s(?:his|her|their|the)\s{_PART}\b",
    rf"\bnever\s(?:once\s|ever\s|yet\s)?{_NEVER_DONE}\b",
    rf"\bwon\s(?:his|her|their|the|an?)\s(?:{_WORD}\s){{0,2}}?(?:case|appeal|claim|tribunal|damages|battle|seat"
    r"|compensation|settlement)\b",
    rf"\b(?:sued|suing|took|taken|taking)\s(?:{_WORD}\s){{1,4}}?to\s(?:court|tribunal|an?\stribunal|the\sombudsman"
    r"|strasbourg|the\shigh\scourt)\b",
    rf"\b(?:met|married|engaged|pregnant|proposed|wed|moved\sin)\s(?:{_WORD}\s){{0,3}}?(?:in|within|after)\s(?:an?"
    rf"|{NUMBER})\s(?:fortnight|days?|weeks?|hours?|month)\b",
    r"\b(?:changed|changing)\s(?:his|her|their)\s(?:own\s)?(?:name|names|surname|identity|religion|faith|sex|gender)\b",
)

_NOT_SINCE = shape(
    r"\b(?:not|n't|never)\s(?:spoken|talked|slept|eaten|left|worked|walked|smiled|danced|sung|driven|swum|flown"
    rf"|been\s\w+|worn|cut|touched|cried|played)\s(?:{_WORD}\s){{0,4}}?since\b",
)

HAPPENED = (
    Shape(
        "bitten by an adder",
        _SUFFERED,
        Identifier.FACT,
        "says what happened to them, which others know",
        "say what it was like",
    ),
    Shape(
        "since the ceasefire",
        _ONCE,
        Identifier.FACT,
        "says what happened once, which others know",
        "say what it was like",
    ),
    Shape(
        "not spoken since",
        _NOT_SINCE,
        Identifier.FACT,
        "says what never happened again, which others may know",
        "say what it was like",
        only_warns=True,
    ),
)
