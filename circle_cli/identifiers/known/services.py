"""Places and services called in ordinary words and small letters: "little acorns", "the ark", "by the weir"."""

from circle_cli.identifiers.findings.instead import GENERAL
from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import NUMBER
from circle_cli.identifiers.shapes import Shape, shape

_FIRST, _SECOND = either(phrases("services", "begins a name")), either(phrases("services", "ends a name"))
_NO_NAME, _NO_PLACE = either(phrases("services", "no name so")), either(phrases("services", "no place so"))
_HAVEN = either(phrases("services", "things and havens"))
_MAYBE = either(phrases("services", "things that are services beside a word"))
_OF_SERVICES = either(phrases("services", "said of services"))
_SERVICE = either(phrases("services", "kinds of service"))
_GENERAL = either(phrases("services", "general before a service"))
_NATURE = either(phrases("services", "nature in a name of a place"))
_GROUND = either(phrases("services", "ground in a name of a place"))
_TERRAIN, _NO_HOME = either(phrases("services", "terrain")), either(phrases("services", "no home so"))
_LANDMARK = either(phrases("services", "landmarks"))
_BESIDE = either(phrases("services", "beside a landmark"))

_AFTER, _SO_CALLED = either(phrases("services", "called after")), either(phrases("services", "so called"))
_NO_FIRM = either(phrases("services", "no firm so"))
_PUB_FIRST, _PUB_SECOND = either(phrases("services", "first of a pub")), either(phrases("services", "second of a pub"))
_PUB_PAIR = either(phrases("services", "pair of a pub"))
_PUB_TITLE = either(phrases("services", "title of a pub"))
_NO_STOP = either(phrases("services", "before a station everywhere"))
_THE_ONE = either(phrases("services", "alone behind the"))
_TO_IT = either(phrases("services", "to one that stands alone"))
_NO_ESTATE = either(phrases("services", "estate of no name"))
_FEW_HAVE, _CLUB = either(phrases("services", "clubs of few")), either(phrases("services", "what such a club is"))
_PEOPLES, _OF_A_PEOPLE = either(phrases("roles", "peoples")), either(phrases("services", "of a people or faith"))

_WHAT = either(phrases("services", "said what it is"))
_MANY = either(phrases("services", "plants and animals of many"))
_TOWNS = either(phrases("services", "towns of several words"))
_PLANTS = either(phrases("services", "plants of many"))
_DEDICATION = either(phrases("services", "dedications"))
_GOING = either(phrases("services", "going there"))

_ONES = either(phrases("dates", "ones"))
_FROM_TWO_IN_WORDS = either(phrases("dates", "tens"), phrases("dates", "ones")[1:])

_AT = (
    "(?:at|from|via|called|inside|outside|attends?|attended|joined|started|starts|left|loves|til|tae|fae|frae|intae|into"
    "|down at|up at|over at)"
)
_SAID = (
    "(?:let|lets|gave|gives|ran|runs|said|say|rang|took|offered|offers|helped|helps|sent|sends|fed|lent|have|has|had)"
)
_PLAIN = rf"(?!(?:{_GENERAL})\b)(?![a-z]{{3,30}}(?:ing|ed|ly)\b)[a-z]{{3,30}}"
_PAIR = rf"(?P<name>{_FIRST}\s{_SECOND})\b(?!-)"

_SERVICE_OF_TWO_WORDS = shape(
    rf"\b{_AT}\s{_PAIR}",
    rf"\b(?:walk(?:s|ed)|went|goes|go|going|gone|came|come|taken|takes|take|taking|takin|took|got|get|back|over|down|up|drove|referred|signposted"
    rf"|linked|sent|moved)\s(?:her\s|him\s|them\s)?(?:to|2|into|in2)\s{_PAIR.replace('?P<name>', '?P<there>')}"
    rf"(?!\s{_SERVICE}\b)",
    rf"\b(?:(?<![a-z\d'] )(?<![a-z\d'])|(?<=\band\s)|(?<=\bn\s)){_PAIR.replace('?P<name>', '?P<does>')}(?=\s{_SAID}\b)",
    rf"\b(?:club|group|charity|nursery|playgroup|caf[eé]|salon|refuge|hostel|project|agency|firm|choir)(?:\s(?:is|was)|,)\s"
    rf"{_PAIR.replace('?P<name>', '?P<named>')}",
    rf"\b(?:came|somebody|someone|worker|woman|man|lady|volunteer|person|money|help)\sfrom\s"
    rf"{_PAIR.replace('?P<name>', '?P<source>')}(?=[,.;]|\swho|\sand|\sto|$|\swhich)",
    rf"\b{_PAIR.replace('?P<name>', '?P<told>')}(?=,?\s(?:which|that)\sis\s(?:a|the)\s)",
    rf"\b(?:sat|worked|works|work|job|nails|hair)\s(?:done\s)?in\s{_PAIR.replace('?P<name>', '?P<work>')}",
)
_SERVICE_OF_ONE_WORD = shape(
    rf"\b(?:at|to|from|into|via|in|round|inside|outside)\s(?P<name>the\s{_HAVEN})\b(?!\s(?:of|for|to|keeper)\b)(?!')",
    rf"\b{_OF_SERVICES}\s(?:(?:at|in|on|from|is|was)\s)?(?P<beside>the\s{_MAYBE})\b(?!\s(?:of|for|between)\b)",
)
_SERVICE_WITH_ITS_KIND = shape(
    rf"\b(?:at|from|to|the|via|called|with|in|goes|went|attends|attended|started|joined|left"
    rf"|cos|coz|cuz|because|when|2|w|wi|fae|frae|tae)\s(?P<name>{_PLAIN}(?:\s{_PLAIN})?\s{_SERVICE})\b",
)
_PLACE_OF_TWO_WORDS = shape(
    rf"\b(?:at|in|to|from|on|near|round|of|through|off|up|down|past|over|joined|attend(?:s|ed|ing)?|start(?:s|ed|ing)|left|til|tae|fae"
    rf"|called)\s(?:the\s)?"
    rf"(?P<name>{_NATURE}\s{_GROUND})\b(?!\s(?:of|for)\b)",
)
_TOWN_OF_WORDS = shape(
    rf"\b(?:in|to|from|at|near|outside|over|via|up|down|of|til|fae|tae|round|through)\s(?P<town>{_TOWNS}(?:\sstation)?)\b(?!\sof\b)",
)
_CALLED_AFTER = shape(
    rf"\b{_AFTER}\s{_SO_CALLED}\b(?!-)",
    rf"\b(?:at|from|to|attends|joined|left|in|school)\s(?P<high>{_AFTER}\shigh)\b"
    r"(?!\s(?:rise|chair|street|tea|up|on)\b)",
)
_ONE_OF_A_TOWN = shape(
    rf"\bthe\s(?P<pub>{_PUB_FIRST}\s{_PUB_SECOND})\b(?!')",
    rf"\b(?:in|at|to|from|outside|down|up|past|near|by|behind)\s(?P<titled>the\s{_PUB_TITLE}\sof\s[a-z]{{3,20}})\b",
    rf"\bthe\s(?P<pair>{_PUB_PAIR}\s(?:and|n|&)\s{_PUB_PAIR})\b(?!')",
    rf"\b{_TO_IT}\s(?P<one>the\s{_THE_ONE})\b(?!\s(?:of|that|in|and punctuation|school uniform|is|was)\b)",
    rf"\b(?P<estate>the\s(?!{_NO_ESTATE}\b)[a-z]{{3,30}}\sestate)\b(?!\s(?:agents?|car|planning)\b)",
    rf"\b(?P<club>{_FEW_HAVE}\s{_CLUB})\b",
    r"\b(?:at|to|from)\s(?P<college>city college)\b",
    r"\b(?:at|in|to|from)\s(?P<general>the general)(?=[.,;!?)]|$|\s(?:for|with|on|until|till?|last|again)\b)",
    rf"(?<=\()(?P<aside>{_PLAIN}(?:\s[a-z']{{2,20}}){{0,2}}),\s(?:an?|the|our"
    rf"|their)\s(?:[a-z'-]{{2,20}}\s){{0,2}}?{_WHAT}\b",
    rf"\b(?:at|with|from|to|via|through|in|over)\s(?P<called>{_PLAIN}(?:\s[a-z']{{2,20}}){{0,2}}),\s(?:an?|the|our"
    rf"|their)\s"
    rf"(?:[a-z'-]{{2,20}}\s){{0,2}}?{_WHAT}\b",  # with lost property, a choir
    rf"\b(?:attend(?:s|ed|ing)?|goes to|went to|going to|moved to|placed at|lives at|living at|back to|started at)\s"
    rf"(?P<these>the\s{_PLANTS})\b(?!\s(?:of|in|and)\b)",  # had not attended the rowans
    rf"\b(?:at|to|from|goes)\s(?P<counted>(?:two|three|four|five|six|seven|nine|twelve)\s(?:{_PLANTS}|rivers|bridges|winds|gates|chimneys))\b",
    rf"\b(?:at|to|from|in|into|round|by|of|joined|attends?|attended|started|left)\s(?P<blessed>{_DEDICATION})\b",
    rf"\b(?:at|to|from|near)\s(?P<tree>{_NATURE}\strees?)\b",
    rf"\bthe\s(?P<old>old\s(?!{_GENERAL}\b)[a-z]{{3,15}}\s(?:hub|centre|rooms|studios|works|yard|stores))\b",
    rf"\b(?:from|at|in|by|near|behind|past|to)\sthe\s(?P<works>(?!{_GENERAL}\b)[a-z]{{3,10}}\sworks)\b(?!\s(?:for|well|out|on|with)\b)",
    rf"\bthe\s(?P<rooms>{_PLAIN}\s(?:club|lounge|rooms|social(?!\swork)|collective|bookshop|launderette))\b",
    rf"\b{_GOING}\s(?P<many>{_MANY})\b(?=[.,;!?)]|$|\s(?:on|for|since|and|n|every|twice|where|last|next|till?|until"
    rf"|but|now|when|after|before|at|just|straight"
    r"|in|today|again|yesterday|tonight|this|about|nursery|ward|house|unit|school|with|so|who|to)\b)",
    rf"\bthe\s(?P<after>{_MANY}\s(?:project|caf[eé]|centre|charity|trust|group|club|scheme|hub|nursery|playgroup|base|unit|provision|rooms?))\b",
    rf"\bthe\s(?P<theirs>{_PEOPLES}\s{_OF_A_PEOPLE})\b",
)
_STREET = "(?:close|street|road|avenue|drive|lane|court|gardens|terrace|crescent|grove|walk|rd|ave|cl)"
_BESIDE_A_LANDMARK = shape(
    rf"\bliv(?:e|es|ed|ing)\s(?P<lives>(?!{_NO_HOME}\b)(?!(?:on|near|down|up|across|over|off|main|busy|my|our|his|her|that|this)\b)"
    rf"[a-z]{{3,20}}\s{_STREET})\b(?!\s(?:to|by)\b)",  # she lives bramble close
    rf"\b(?:on|at|to|along|up|down|round|across|from|over|in|near|by|past|behind|outside|opposite)\s"
    rf"(?P<ground>the\s(?:old\s|top\s|bottom\s|new\s|lower\s|upper\s|swing\s)?{_TERRAIN})\b(?!\s(?:of|for)\b)(?!')",
    rf"\bliv(?:e|es|ed|ing)\s(?:up\s|down\s|over\s|out\s)?(?:on|in|at|off|along|up|down"
    rf"|by)\s(?P<home>the\s(?!{_NO_HOME}\b)[a-z]{{3,20}})"
    r"(?=[.,;!?)]|$|\s(?:and|with|past|near|by|but|now|since|so|who|where|when|until|till?)\b)",
    r"\b(?:from|on|in|up|to|at|over)\s(?P<side>the\s(?:east|west|north|south)\s(?:side|end|bank|quarter))\b(?!\sof\b)",
    rf"\b{_BESIDE}\s(?P<name>the\s(?:old\s)?{_LANDMARK})\b",
    r"\b(?:to|on|from|at|in|up|down|round|off)\s(?P<row>the\s(?:crescent|avenue|parade))(?=[.,;!?)]|$|\s(?!of\b)\w)",
    rf"\b(?:seen|at|near|outside|from|in|by|behind)\s(?P<stop>(?:(?!{_NO_STOP}\b)[a-z]{{3,20}}\s)?(?!{_NO_STOP}\b)[a-z]{{3,20}}"
    r"\sstation)\b",
    rf"\b(?P<was>where\sthe\s(?:old\s)?(?:{_LANDMARK}|pub|cinema|baths|market|school|shop)"
    r"\s(?:was|used to be|once was|stood))\b",
    r"\b(?P<aboard>(?:on|in)\sthe\s(?:boats?|barges?|caravans?|trailers?)\s(?:at|by|on|in|under|behind)"
    r"\sthe\s[a-z]{3,30}(?:\s[a-z]{3,30})?)\b",
    r"\b(?P<rest>in\sthe\s(?:chapel of rest|bus shelter|bandstand|underpass|multi-?storey|crypt|belfry|signal box))\b",
)


def _in_general(name: str) -> str:
    kind = next((GENERAL[word] for word in reversed(name.split()) if word in GENERAL), "")
    return kind or "what it is in general, such as “a nursery”"


_READS = "reads like the name of a service"
SERVICES = (
    Shape(
        "at little acorns",
        _SERVICE_OF_TWO_WORDS,
        Identifier.ORGANISATION,
        _READS,
        "what it is in general, such as “a nursery”",
        but=shape(rf"\b{_NO_NAME}\b"),
    ),
    Shape(
        "at the ark", _SERVICE_OF_ONE_WORD, Identifier.ORGANISATION, _READS, "what it is in general: “a local group”"
    ),
    Shape(
        "at sunny corner nursery",
        _SERVICE_WITH_ITS_KIND,
        Identifier.ORGANISATION,
        _READS,
        _in_general,
    ),
    Shape(
        "heron ward, harbour law",
        _CALLED_AFTER,
        Identifier.ORGANISATION,
        _READS,
        _in_general,
        but=shape(rf"\b{_NO_FIRM}\b"),
    ),
    Shape("the red lion, the bowls club", _ONE_OF_A_TOWN, Identifier.ORGANISATION, _READS, _in_general),
    Shape(
        "we met in craven arms",
        _TOWN_OF_WORDS,
        Identifier.PLACE,
        "is the name of a place",
        "“the town”, “the area”, or nothing",
    ),
    Shape(
        "at primrose bank",
        _PLACE_OF_TWO_WORDS,
        Identifier.PLACE,
        "reads like the name of a place",
        "“the town”, “the area”, or nothing",
        but=shape(rf"\b{_NO_PLACE}\b"),
    ),
)
"""Places and services in ordinary words, as patterns on the flat text."""

_AT_A_NUMBER = shape(
    r"\b(?P<district>(?!b12\b)[a-z]{1,2}\d{1,2}[a-z]?\s(?:area|postcodes?|district))\b",
    rf"\b(?:junction|jct|exit|platform|wharf|berth|pitch|plot)\s{_ONES}\b(?!\s(?:of|or)\b)",
    rf"\b(?:in|from|to|at)\s(?P<door>(?:room|bay|flat|bungalow|chalet|cubicle)\s{NUMBER})\b",
    r"\b(?P<route>number\s\d{1,3}\s(?:bus|tram))\b",
    r"\b(?:bus|buses|tram),?\s(?:\w{1,12}\s){0,2}?(?:\w{1,12},\s)?(?P<bus>number\s\d{1,3})\b",
    rf"\b(?:on|of)\sthe\s(?P<line>number\s(?:\d{{1,3}}|{_FROM_TWO_IN_WORDS}))\b(?!\sof\b)",  # on the number 12
    rf"\b(?:from|at|outside|opposite|past|behind)\s(?P<it>number\s{_FROM_TWO_IN_WORDS})\b(?!\s(?:of|or|on)\b)",
)

LANDMARKS = (
    Shape(
        "by junction nine",
        _AT_A_NUMBER,
        Identifier.PLACE,
        "tells where it was by what stands there",
        "“nearby”, “outside”, or nothing",
    ),
    Shape(
        "by the weir",
        _BESIDE_A_LANDMARK,
        Identifier.PLACE,
        "tells where it was by what stands there",
        "“nearby”, “outside”, or nothing",
    ),
)
"""Where something is, by what stands there."""
