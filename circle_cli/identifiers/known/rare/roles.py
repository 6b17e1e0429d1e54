"""Somebody known by what they do, with the place where they do it: "the chap at the shop by the bridge"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.rare.trades import (
    COMMON_JOB,
    JOB,
    PLAIN_PLACE,
    RARE_PLACE,
    SMALL_WORLD,
    TRADE,
    as_classes,
)
from circle_cli.identifiers.shapes import Pattern, Shape, shape

_WORD = r"[\w'-]{1,30}"
_WHOSE = r"(?:the|an?|his|her|their|our)"
_POST = either(phrases("rare", "posts"))
_NEXT, _WORKED_AT = phrases("roles", "next to"), phrases("roles", "where one works")
_BEFORE = phrases("rare", "before a job")
_SEEN_AS = as_classes((*_NEXT, *_WORKED_AT, *_BEFORE, "receptionist", "model"))  # “landing” is of a class there
_RARE_BY = either(SMALL_WORLD, [word for word in _BEFORE if _SEEN_AS[word] == word])
_SMALL_PLACE = either(phrases("rare", "small places"))
_SOMEBODY, _LOOSELY = either(phrases("roles", "somebody")), either(phrases("roles", "loosely"))
_KNOWN_BY_WORD, _ANYBODY = either(phrases("roles", "known by word")), either(phrases("roles", "anybody"))
_AT = either(phrases("roles", "standing"))
_RUNS = either(phrases("roles", "running"))
_NEXT_TO = either(map(_SEEN_AS.__getitem__, _NEXT))
_NO_PLACE = either(phrases("roles", "not a place"))
_WORKPLACE = either(map(_SEEN_AS.__getitem__, _WORKED_AT))
_WORKS, _DRIVEN = either(phrases("roles", "works")), either(phrases("roles", "drives"))
_ANYTHING_DONE = either(phrases("roles", "done by anybody"))
_RANK, _OF_WHAT = either(phrases("roles", "rank and post")), either(phrases("roles", "of what"))
_PEOPLE, _OF_A_PEOPLE = either(phrases("roles", "peoples")), either(phrases("roles", "of a people"))
_THE_RARE = rf"(?:the|that|our|this|an?)\s(?:{_WORD}\s){{0,3}}?{RARE_PLACE}"

_PLACED = shape(
    rf"\b(?:{_SOMEBODY}|{JOB})\s(?:(?!to\b|at\b|in\b)[\w'-]{{1,30}}\s)?{_AT}\s{_THE_RARE}\b"
    rf"(?:\s{_AT}\s{_THE_RARE}\b)?",  # the lad off the ferry
    rf"\b{_LOOSELY}\s(?:from|off)\s{_THE_RARE}\b",
    rf"(?<=,\s)(?:him|her)\s(?:from|off|at|in|down)\s{_THE_RARE}\b",
    rf"\b{_SOMEBODY}\s(?:at|from|off)\sthe\s(?:{_WORD}\s)?{PLAIN_PLACE}\b",
    rf"\b{JOB}\s(?:at|of|for|from|in|on)\s(?:the|an?|that)\s(?:{_WORD}\s){{0,2}}?{PLAIN_PLACE}\b",
    rf"\b{_SOMEBODY}\s(?:who|that|what)\s(?:{_WORD}\s){{1,5}}?{_AT}\s{_THE_RARE}\b",
    rf"\b{_SOMEBODY}\s(?:who|that|what)\s(?:now\s|still\s)?(?:has|had|have)\s{_THE_RARE}\b",
    rf"\b{_SOMEBODY}\s(?:who|that|what|wot|whit)\s(?:now\s|still\s)?{_RUNS}\s(?:the|an?|all the)\s"
    rf"{_WORD}",  # who does the tills
    rf"\b(?:the|that)\s(?:{_WORD}\s)?{_SOMEBODY}\s(?:with|wi|wiv)\s(?:the|one|no|two|three|his|her)\s"
    rf"(?!(?:most|same|right|least|best|power|baby|child|children|pram|support|plan|will|other|rest"
    rf"|strange situation)\b){_WORD}",
)
_WHEREVER = shape(
    r"\b(?:mum|mam|mom|mother|dad|da|father|husband|wife|brother|sister|son|daughter|uncle|aunt|auntie|nan|gran"
    r"|grandad|cousin|partner|stepdad|stepmum|boyfriend|girlfriend|neighbour|friend|ex)(?:'s|s|\sis"
    r"|\swas)\s(?:also\s|still\s|now\s)?an?\s(?:\w+\s)?"
    rf"(?:foster\scarer|childminder|child\sminder|social\sworker|care\sassistant|{JOB})\b",
    r"\b(?:who|that)\s(?:does|did|sells|sold|serves|works|worked|drives|sings|plays|preaches|teaches|trains"
    rf"|sweeps|helps|volunteers|stands|sits|begs|busks|boxes)\s(?:{_WORD}\s){{0,3}}?(?:at|in|on|outside|for"
    rf"|behind)\s{_THE_RARE}\b",
    rf"\b(?:who|that)\s(?:now\s|still\s)?(?:has|had|owns|owned|runs|ran|keeps|kept|manages|managed)\s{_THE_RARE}\b",
    rf"\b(?:her|him|them|that\sone|the\sone|one)\swith\s(?:the|an?)\s(?:{_WORD}\s)?{RARE_PLACE}\b",
    rf"\b{JOB}\s(?:from|off)\s(?:the|that)\s(?!{_NO_PLACE}\b|{_WORKPLACE}\b){_WORD}",
    r"\b(?:girl|woman|lady|man|lad|lass|bloke|fella|boy|guy|chap|lassie|friend|neighbour)\s(?:who|that"
    r"|what)\s(?:did|does|cut|cuts|fixed|fixes|sold|sells|drove|bought|taught|painted|delivered|walks|walked|feeds"
    r"|mends|mended|minded|minds|cleans|cleaned|shod|tunes)"
    r"\s(?:his|her|their|the|my)\s\w+",
    rf"\b{_KNOWN_BY_WORD}\s{_AT}\s(?:the|that|our|number|no)\s(?!{_NO_PLACE}\b){_WORD}",  # the girl on the till
    rf"\b(?:the|that)\s(?:{_WORD}\s)?{_ANYBODY}\s(?:at|from|off|on|behind|above|below|opposite)\s(?:the|number|no)\s"
    rf"(?!{_NO_PLACE}\b){_WORD}",
    rf"\b(?:{_KNOWN_BY_WORD}|{_ANYBODY})\s{_NEXT_TO}(?!\w)",  # the fella upstairs
    rf"\b(?:{_SOMEBODY}|{JOB})\s(?:across|over|down|up|along|on|round)\sthe\s(?:corridor|road|street|way"
    r"|hall|lane|water|close|field|green|river|corner|hill|glen|track|front|stairs)\b",
    rf"\b(?:the|that)\s(?:{_WORD}\s)?(?:{_KNOWN_BY_WORD}|man|woman|girl|boy)\s(?:who|that)\s(?!{_ANYTHING_DONE}\b)"
    rf"[a-z]{{2,12}}s\s(?!(?:that|to|how|when|if)\b){_WORD}",  # who walks the huskies
    rf"\b{TRADE}\s(?:at|on|of|from|behind|by|in)\s(?:the|his|her|our|that)\s(?!{_NO_PLACE}\b){_WORD}",
    rf"\b(?:boss|gaffer|foreman|supervisor|mate|{JOB})\s(?:at|of|from|in)\sthe\s(?!{_NO_PLACE}\b)(?:{_WORD}\s)?"
    rf"(?:place|works|hall|{RARE_PLACE})\b",
    rf"\b{JOB}(?:'s)?\s(?:{_SEEN_AS['receptionist']}|wife|husband|apprentice|assistant)\b",
    rf"\b(?:the|his|her|their|our|that|an?)\s(?:old\s|former\s|local\s|first\s|{SMALL_WORLD}\s|retired\s)?{TRADE}\b"
    rf"(?!'?s?\s(?:{_SEEN_AS['model']}|approach|appointment|role|view)\b)",  # her old headmistress
)
_WORKING = shape(
    rf"\b{_WORKS}\s(?:{_WORD}\s){{0,2}}?(?:at|in|on|for|behind|down|over|off)\s{_THE_RARE}\b",  # nights at the factory
    r"\b(?:cleans?|cleaned|guards?|guarded|runs?|ran|owns?|owned|had|manages?|managed|opened|bought|sold|built"
    r"|started|took over|inherited|grew up (?:in|on|over|above)|born (?:in|on|at)|raised (?:in|on)|liv(?:es?|ed"
    rf"|ing) (?:in|on)|mans)\s(?:the|an?)\s(?:{_WORD}\s){{0,2}}?{RARE_PLACE}\b",
    rf"\b(?:owner|boss|cleaner|{JOB})(?:,|\sof|\sat)\s(?:the\s|a\s)?(?:{_WORD}\s)?{RARE_PLACE}\b",
)
_BESIDE = shape(
    rf"\b(?:the|an?|that)\s(?:{_WORD}\s){{0,2}}?{RARE_PLACE}\s(?:right\s|just\s)?(?:by|behind|next to|opposite"
    rf"|near|under"
    rf"|above|beside|nr|opp|@|across from|over|off|at|on)\s(?:the|an?|that)\s(?:{_WORD}\s){{0,2}}?{RARE_PLACE}\b",
    rf"\b(?:liv(?:e|es|ed|ing)|sle(?:ep|eps|pt)|sleeping|stay(?:s|ed|ing)?|squatt?(?:ed|ing|s)?|camp(?:ed|ing|s)?"
    rf"|dossing|parked up)\s(?:rough\s)?{_AT}\s{_THE_RARE}\b",  # sleeping in the chapel of rest
)


def _was(job: str) -> Pattern:
    """Make what says that somebody is or was one."""
    return shape(
        rf"\b(?:is|was|were|be|been|being|became|becoming|become|'d been)\s(?:now\s|once\s|also\s|still\s)?(?:an?|the"
        rf"|one of the)"
        rf"\s(?:{_WORD}\s){{0,2}}?{job}\b(?!\s(?:appointment|call|visit|letter|line|referral|bank|practice)\b)",
        rf"\b(?:work(?:s|ed|ing)?|employed|practi[sc]e[ds]?|practi[sc]ing|train(?:ed|ing)|serv(?:ed|ing)|job|career|posts?"
        rf"|licence to practi[sc]e)\s(?:as|of)\s(?:an?\s)?(?:{_WORD}\s){{0,2}}?{job}\b",
        rf",\s(?P<it>(?:who (?:is|was) )?an?\s(?:{_WORD}\s)?{job})(?=[,.;)]|\s(?:and|who|from|in|at|by)\b)",
        rf"\b(?:former|retired|ex|one-time|trained|qualified)[ -](?:{_WORD}\s){{0,2}}?{job}\b",
    )


_WAS, _WAS_IN_COMMON = _was(TRADE), _was(COMMON_JOB)
_WAS_ONCE = shape(rf"\b(?:former|retired|ex|one-time)[ -](?:{_WORD}\s){{1,2}}?{JOB}\b")
_OF_SOMETHING = shape(
    rf",\s(?P<it2>(?:the\s|an?\s)?{_RANK}\s(?:of|for)\s(?:{_WORD}\s){{0,5}}?{_OF_WHAT})\b",  # chief of water for a city
    rf"\b(?:once|was|were|is|been|became|be|as|called)\s(?:an?\s|the\s)?(?:\w{{1,30}}\s)?{_RANK}\s(?:of|for)\s"
    rf"(?:{_WORD}\s){{0,5}}?{_OF_WHAT}\b",
)
_SAID_OUTRIGHT = shape(
    rf"\b(?:drives?|drove|driving)\s(?:the|an?|our)\s(?:{_WORD}\s){{0,2}}?{_DRIVEN}\b",
    r"\b(?:on|off|from|to)\sthe\s(?:bins|rigs|trawlers|buses|boats|ferries|barges|ships|railway)\b|\boffshore\b",
    r"\bon\s(?:the\s)?(?:oil\s)?(?:rigs|trawlers)\b|\bby trade\b|\bfor a living\b",
    r"\b(?:school crossing|crossing|lollipop|dinner|tea|cleaning|cake|ice[- ]cream|catalogue|avon)\s"
    r"(?:lady|ladies|man|woman)\b",
    r"\b(?:trapeze|tattoo|circus|drag|graffiti|escape|scrap|trick) (?:artist|performer|queen|merchant|rider)\b",
    rf"\b{either(phrases('roles', 'playing'))}\b",
)
_NEAR_A_LANDMARK = shape(
    r"\b(?:by|behind|under|beside|off|near|opposite|next to)\sthe\s(?:[\w'-]{1,30}\s)?(?:weir|crem|rec|lock|flyover"
    r"|underpass|level crossing|war memorial|bypass|lighthouse|gasworks|steelworks|signal box|canal|harbour|docks"
    r"|quarry|viaduct|pit|allotments)\b",
)
_FEW = shape(
    rf"\b(?:an?|the|our|her|his|their|my)\s(?:\w{{1,20}}\s)?{_POST}\b",
    r"\b(?:the|at the|outside the|behind the)\s(?:bookies|undertakers?|chippy|chipper|butchers|launderette|laundrette"
    r"|cash and carry|legion|working men'?s club|kebab shop|crem|masjid|mikveh|shul|gurdwara)\b",
)
_ONE_OF_ITS_KIND = shape(rf"\b{_WHOSE}\s{_RARE_BY}\s(?:{_WORD}\s)?{JOB}\b")
_PERHAPS = shape(rf"\b{JOB}\s(?:at|of|for|from|in)\s{_WHOSE}\s(?:{_WORD}\s){{0,2}}?{PLAIN_PLACE}\b")
_SMALL = shape(rf"\b(?:of|for|in|on)\sthe\s{_SMALL_PLACE}\b")
_ORIGIN = shape(rf"\b(?:an?|the|only|one)\s(?:young\s|elderly\s|older\s)?{_PEOPLE}\s{_OF_A_PEOPLE}\b")

_ROLE, _PLACE = Identifier.ROLE, Identifier.PLACE
_KNOWN, _NEIGHBOUR = (
    "is somebody with a place: whoever lives near knows who it is",
    "a neighbour, somebody whom they know",
)
_WHERE, _NEARBY = "says where it is for whoever lives near", "a shop, nearby"
_POST_OF_FEW, _DID = "is a post that few people hold", "says what somebody does or did"
ROLES_BY_CLASS = (
    Shape("the lad off the ferry", _PLACED, _ROLE, _KNOWN, _NEIGHBOUR),
    Shape("nights at the factory", _WORKING, _ROLE, "says where somebody works", "has a job, does shifts"),
    Shape("the shop by the bridge", _BESIDE, _PLACE, _WHERE, _NEARBY),
    Shape("used to be a signalman", _WAS, _ROLE, _DID, "“worked”, or a general word"),
    Shape("ex tank transporter driver", _WAS_ONCE, _ROLE, _DID, "“worked”, or a general word"),
    Shape("she was a nurse", _WAS_IN_COMMON, _ROLE, _DID, "“worked”, or a general word", only_warns=True),
    Shape("our village baker", _ONE_OF_ITS_KIND, _ROLE, _POST_OF_FEW, _NEIGHBOUR),
    Shape("the fella upstairs", _WHEREVER, _ROLE, _KNOWN, _NEIGHBOUR),
    Shape("a teacher at her primary", _PERHAPS, _ROLE, _KNOWN, "a professional", only_warns=True),
)
"""Looked for where jobs and places stand as classes."""

ROLES = (
    Shape("the vicar", _FEW, _ROLE, _POST_OF_FEW, "somebody whom they know"),
    Shape("he was chief of water for a city", _OF_SOMETHING, _ROLE, _DID, "“worked”, or a general word"),
    Shape("drives the school bus", _SAID_OUTRIGHT, _ROLE, _DID, "“worked”, or a general word"),
    Shape("by the weir", _NEAR_A_LANDMARK, _PLACE, _WHERE, _NEARBY),
    Shape("the midwife on the island", _SMALL, _ROLE, _KNOWN, "say it without the place", only_warns=True),
    Shape(
        "a British national",
        _ORIGIN,
        _ROLE,
        "says where somebody comes from: are they the only one there?",
        "leave it out where the story does not need it",
        only_warns=True,
    ),
)
