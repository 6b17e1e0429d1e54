"""Somebody known by what they do, with the place where they do it: "the chap at the shop by the bridge"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_WHOSE = r"(?:the|an?|his|her|their|our)"
_THE = r"(?:the|an?|that|this|our)"
_JOB = either(phrases("rare", "jobs"))
_POST = either(phrases("rare", "posts"))
_RARE_BY = either(phrases("rare", "before a job"))
_WHERE = either(phrases("rare", "where a job is"))
_SMALL_PLACE = either(phrases("rare", "small places"))
_SOMEBODY, _LOOSELY = either(phrases("roles", "somebody")), either(phrases("roles", "loosely"))
_AT = either(phrases("roles", "standing"))
_RUNS = either(phrases("roles", "running"))
_RARE = either(phrases("roles", "rare places"))
_PLAIN = either(phrases("roles", "plain places"))
_WORKS, _DRIVEN = either(phrases("roles", "works")), either(phrases("roles", "drives"))
_OCCUPATION = either(phrases("roles", "occupations"))
_RANK, _OF_WHAT = either(phrases("roles", "rank and post")), either(phrases("roles", "of what"))
_PEOPLE, _OF_A_PEOPLE = either(phrases("roles", "peoples")), either(phrases("roles", "of a people"))
_KNOWN_BY_WORD, _ANYBODY = either(phrases("roles", "known by word")), either(phrases("roles", "anybody"))
_NEXT_TO, _NO_PLACE = either(phrases("roles", "next to")), either(phrases("roles", "not a place"))
_COMMON_POST = either(phrases("roles", "common posts"))
_THE_RARE = rf"(?:the|that|our|this|an?)\s(?:{_WORD}\s){{0,3}}?{_RARE}"

_PLACED = shape(
    rf"\b(?:{_SOMEBODY}|{_JOB}|{_OCCUPATION})\s(?:(?!to\b|at\b|in\b)[\w'-]{{1,30}}\s)?{_AT}\s{_THE_RARE}\b"
    rf"(?:\s{_AT}\s{_THE_RARE}\b)?",  # the lad off the ferry
    rf"\b{_LOOSELY}\s(?:from|off)\s{_THE_RARE}\b",
    rf"(?<=,\s)(?:him|her)\s(?:from|off|at|in|down)\s{_THE_RARE}\b",
    rf"\b{_SOMEBODY}\s(?:at|from|off)\sthe\s(?:{_WORD}\s)?{_PLAIN}\b",
    rf"\b(?:{_JOB}|{_OCCUPATION})\s(?:at|of|for|from|in|on)\s(?:the|an?|that)\s(?:{_WORD}\s){{0,2}}?{_PLAIN}\b",
    rf"\b{_SOMEBODY}\s(?:who|that|what)\s(?:{_WORD}\s){{1,5}}?{_AT}\s{_THE_RARE}\b",
    rf"\b{_SOMEBODY}\s(?:who|that|what)\s(?:now\s|still\s)?(?:has|had|have)\s{_THE_RARE}\b",
    rf"\b{_SOMEBODY}\s(?:who|that|what)\s(?:now\s|still\s)?{_RUNS}\s(?:the|an?|all the)\s{_WORD}",  # who does the tills
    rf"\b(?:the|that)\s(?:{_WORD}\s)?{_SOMEBODY}\swith\s(?:the|one|no|two|three|his|her)\s"
    rf"(?!(?:most|same|right|least|best|power|baby|child|children|pram|support|plan|will|other|rest)\b){_WORD}",
)
_WHEREVER = shape(
    rf"\b{_KNOWN_BY_WORD}\s{_AT}\s(?:the|that|our|number|no)\s(?!{_NO_PLACE}\b){_WORD}",  # the girl on the till
    rf"\b(?:the|that)\s(?:{_WORD}\s)?{_ANYBODY}\s(?:at|from|off|on|behind|above|below|opposite)\s(?:the|number|no)\s"
    rf"(?!{_NO_PLACE}\b){_WORD}",
    rf"\b(?:{_KNOWN_BY_WORD}|{_ANYBODY}|neighbours?)\s{_NEXT_TO}(?!\w)",  # the fella upstairs
    rf"\b(?:the|that)\s(?:{_WORD}\s)?(?:{_KNOWN_BY_WORD}|man|woman|girl|boy)\s(?:who|that)\s(?!(?:is|was|has|does|needs|wants"
    r"|says|knows|likes|loves|feels|thinks|comes|gets|uses|makes|gives|takes|cares|sees|hears|supports|helps|listens|tells"
    r"|asks|loses|finds|lives|goes|seems|matters|works|always|becomes|appears|presents|understands|means|attends|sits"
    rf"|leaves|remembers|depends|s)\b)[a-z]{{2,12}}s\s(?!that\b|to\b|how\b|when\b|if"
    rf"\b){_WORD}",  # who walks the huskies
    rf"\b{_OCCUPATION}s?\s(?:at|on|of|from|behind|by|in)\s(?:the|his|her|our|that)\s(?!{_NO_PLACE}\b){_WORD}",
    rf"\b(?:boss|gaffer|foreman|supervisor|mate|manager|receptionist)\s(?:at|of|from|in)\sthe\s(?!{_NO_PLACE}\b)(?:{_WORD}\s)?"
    rf"(?:place|works|hall|{_RARE})\b",
    r"\b(?:vet|butcher|baker|undertaker|optician|solicitor|dentist|barber|florist|chemist)'?s\s(?:receptionist|wife|husband|son"
    r"|daughter|apprentice|assistant|boy|girl|lad)\b",
    rf"\b(?:the|his|her|their|our|that|an?)\s(?:old\s|former\s|local\s|first\s|village\s|retired\s)?(?!{_COMMON_POST}\b)"
    rf"{_OCCUPATION}\b(?!'?s?\s(?:model|approach|appointment|role|view)\b)",  # her old headmistress
    r"\b(?:school crossing|crossing|lollipop|dinner|tea|cleaning|cake|ice cream|catalogue|avon|ice-cream)"
    r"\s(?:lady|ladies|man|woman)\b",
    r"\b(?:trapeze|tattoo|circus|drag|graffiti|escape|scrap|trick) (?:artist|performer|queen|merchant|rider)\b|"
    r"\bby trade\b"
    r"|\bfor a living\b",
    rf"\b{either(phrases('roles', 'playing'))}\b",
)
_WORKING = shape(
    rf"\b{_WORKS}\s(?:{_WORD}\s){{0,2}}?(?:at|in|on|for|behind|down|over|off)\s{_THE_RARE}\b",  # nights at the factory
    rf"\b(?:cleans?|cleaned|guards?|guarded|runs?|ran|owns?|owned)\s(?:the|an?)\s(?:{_WORD}\s){{0,2}}?{_RARE}\b",
    rf"\b(?:drives?|drove|driving)\s(?:the|an?|our)\s(?:{_WORD}\s){{0,2}}?{_DRIVEN}\b",
    rf"\bhad\sthe\s(?:{_WORD}\s){{0,2}}?{_RARE}\b",
    r"\b(?:on|off|from|to)\sthe\s(?:bins|rigs|trawlers|buses|boats|ferries|barges|ships|railway)\b",
    r"\boffshore\b|\bon\s(?:the\s)?(?:oil\s)?(?:rigs|trawlers)\b",
    rf"\b(?:owner|landlord|landlady|manager|boss|caretaker|cleaner|chef|cook)(?:,|\sof|\sat)\s(?:the\s|a\s)?(?:{_WORD}\s)?{_RARE}\b",
)
_BESIDE = shape(
    rf"\b(?:the|an?|that)\s(?:{_WORD}\s){{0,2}}?{_RARE}\s(?:right\s|just\s)?(?:by|behind|next to|opposite|near"
    rf"|under|above|beside|nr|opp|@"
    rf"|across from|over|off|at|on)\s(?:the|an?|that)\s(?:{_WORD}\s){{0,2}}?{_RARE}\b",  # the shop by the bridge
    rf"\b(?:liv(?:e|es|ed|ing)|sle(?:ep|eps|pt)|sleeping|stay(?:s|ed|ing)?|squatt?(?:ed|ing|s)?|camp(?:ed|ing|s)?"
    rf"|dossing|parked up)"
    rf"\s(?:rough\s)?{_AT}\s{_THE_RARE}\b",  # sleeping in the chapel of rest
    rf"\b(?:by|behind|under|beside|off|near|opposite|next to)\sthe\s(?:{_WORD}\s)?(?:weir|crem|rec|lock|flyover"
    rf"|underpass|level crossing"
    r"|war memorial|bypass|lighthouse|gasworks|steelworks|signal box|canal|harbour|docks|quarry|viaduct|pit"
    r"|allotments)\b",
)
_WAS = shape(
    rf",\s(?P<it2>(?:the\s|an?\s)?{_RANK}\s(?:of|for)\s(?:{_WORD}\s){{0,5}}?{_OF_WHAT})\b",  # chief of water for a city
    rf"\b(?:is|was|were|be|been|being|became|becoming|become|'d been)\s(?:now\s|once\s|also\s|still\s)?(?:an?|the"
    rf"|one of the)\s"
    rf"(?:{_WORD}\s){{0,2}}?{_OCCUPATION}\b(?!\s(?:appointment|call|visit|letter|line|referral|bank|practice)\b)",
    rf"\b(?:work(?:s|ed|ing)?|employed|practi[sc]e[ds]?|practi[sc]ing|train(?:ed|ing)|serv(?:ed|ing)|job|career"
    rf"|posts?|licence to practi[sc]e)"
    rf"\s(?:as|of)\s(?:an?\s)?(?:{_WORD}\s){{0,2}}?{_OCCUPATION}\b",
    rf",\s(?P<it>(?:who (?:is|was) )?an?\s(?:{_WORD}\s)?{_OCCUPATION})(?=[,.;)]|\s(?:and|who|from|in|at|by)\b)",
    rf"\b(?:former|retired|ex|one-time|trained|qualified)[ -](?:{_WORD}\s)?{_OCCUPATION}s?\b",
    rf"\b(?:once|was|were|is|been|became|be|as|called)\s(?:an?\s|the\s)?(?:\w{{1,30}}\s)?{_RANK}\s(?:of|for)\s(?:{_WORD}\s){{0,5}}?{_OF_WHAT}\b",
)
_FEW = shape(
    rf"\b(?:an?|the|our|her|his|their|my)\s(?:\w{{1,20}}\s)?{_POST}\b",
    rf"\b{_WHOSE}\s{_RARE_BY}\s(?:{_WORD}\s)?{_JOB}\b",
    r"\b(?:the|at the|outside the|behind the)\s(?:bookies|undertakers?|chippy|chipper|butchers|launderette|laundrette"
    r"|cash and carry|legion|working men'?s club|kebab shop|crem|masjid|mikveh|shul|gurdwara)\b",
)
_PERHAPS = shape(
    rf"\b{_JOB}\s(?:at|of|for|from|in)\s{_WHOSE}\s(?:{_WORD}\s){{0,2}}?{_WHERE}\b",
    rf"\b[a-z]{{2,30}}\s(?:of|for|in|on)\sthe\s{_SMALL_PLACE}\b",
)
_ORIGIN = shape(rf"\b(?:an?|the|only|one)\s(?:young\s|elderly\s|older\s)?{_PEOPLE}\s{_OF_A_PEOPLE}\b")

_KNOWN = "is somebody with a place: whoever lives near knows who it is"
ROLES = (
    Shape("the fella upstairs", _WHEREVER, Identifier.ROLE, _KNOWN, "a neighbour, somebody whom they know"),
    Shape("the lad off the ferry", _PLACED, Identifier.ROLE, _KNOWN, "a neighbour, somebody whom they know"),
    Shape(
        "nights at the bacon factory", _WORKING, Identifier.ROLE, "says where somebody works", "has a job, does shifts"
    ),
    Shape(
        "the shop by the bridge", _BESIDE, Identifier.PLACE, "says where it is for whoever lives near", "a shop, nearby"
    ),
    Shape(
        "used to be a signalman", _WAS, Identifier.ROLE, "says what somebody does or did", "“worked”, or a general word"
    ),
    Shape("the vicar", _FEW, Identifier.ROLE, "is a post that few people hold", "somebody whom they know"),
    Shape(
        "a teacher at her primary",
        _PERHAPS,
        Identifier.ROLE,
        "is a job together with a place: few people hold it",
        "a professional",
        only_warns=True,
    ),
    Shape(
        "a British national",
        _ORIGIN,
        Identifier.ROLE,
        "says where somebody comes from: are they the only one there?",
        "leave it out where the story does not need it",
        only_warns=True,
    ),
)
