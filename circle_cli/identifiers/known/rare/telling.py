"""What is told of somebody in half a sentence and stays in mind: "for a bet", "the mum in the video"."""

from circle_cli.identifiers.findings.record import Identifier
from circle_cli.identifiers.grammar import either, phrases
from circle_cli.identifiers.known.figures.in_words import FROM_THREE, FROM_TWO, NUMBER
from circle_cli.identifiers.shapes import Shape, shape

_WORD = r"[\w'-]{1,30}"
_HIS = "(?:his|her|their)"
_KIN = either(phrases("telling", "one of a family"))
_CALLED = either(phrases("telling", "called by them"))
_ONES, _WITH = either(phrases("telling", "one of the children")), either(phrases("telling", "with whom"))
_ROOM = either(phrases("telling", "sleeping place"))
_LIMB, _CAME_OFF = either(phrases("telling", "limbs")), either(phrases("telling", "came off"))
_HEAVY, _DOWN = either(phrases("telling", "heavy things")), either(phrases("telling", "came down"))
_FOR_ALL = either(phrases("telling", "offences of many"))
_BROUGHT = either(phrases("telling", "brought to court"))
_BEASTS, _MET = either(phrases("telling", "beasts")), either(phrases("telling", "met a beast"))
_COUNTED = either(phrases("telling", "counted at work"))
_DONE_FIRST = either(phrases("telling", "done first"))
_JOBS = either(phrases("telling", "jobs at a place"))
_NO_PLACE = either(phrases("telling", "no place of a job"))

_OF_A_FAMILY = shape(
    rf"\b(?:there's|theres|there is|it's|its|just|only|always been|with)\s(?:him|her|himself|herself)(?:,|\sand|\sn"
    rf"|\s&)\s"
    rf"(?:(?:{_HIS}|the|an?|two|three|four)\s(?:{_WORD}\s)?{_KIN}|himself|herself)\b",
    r"\bhimself and herself\b",
    rf"\b{_HIS}\s(?:own\s)?{FROM_TWO}(?:,|\sand|\splus)\s(?:and\s)?(?:(?:{_HIS}|the)\s)(?:own\s)?(?:{FROM_TWO}|baby"
    rf"|twins|{_KIN})\b",
    rf"\b{_HIS}\sown\s{FROM_TWO}\s(?:are|is|were|and|at|in)\b|\b{FROM_TWO}\sof\sthem\s(?:hers|his|theirs)\b",
    rf"\b{_HIS}\s(?:{FROM_TWO},|{_KIN},)\s(?:and\s)?{_HIS}\s(?:{_WORD}\s)?{_KIN}(?:,|\sand)\s(?:and\s)?(?:the|an?"
    rf"|{_HIS})\s{_WORD}",
    rf"\b{_ONES}(?:'s|s|\sis|\sare|\swas|\swere)\s(?:still\s|now\s|living\s|back\s)?{_WITH}\b",
    rf"\b{_ONES}(?:'s|\sis|\sare|\swas|\swere)\s(?:not\s)?(?:his|hers|theirs)(?=[.,;!?)]|$|\s(?:and|but)\b)",
    r"\b(?:two|three|four|both)\s(?:little|older|big|younger|wee|middle|tiny)\s(?:ones|girls|boys|lads|weans|bairns)\b",
    rf"\b(?:buried|lost|outlived|raised|reared|delivered)\s(?:both|all)\s(?:of\s)?{_HIS}\b",
    r"\bmarried\s(?:two\s)?(?:sisters|brothers|twins|cousins)\b|\b(?:cousins|twins|sisters|brothers)\s(?:who"
    r"|that)\s(?:married|live)\b",
    rf"\bwho\s(?:he|she|they)\scalls?\s{_CALLED}\b|\b(?:aunt|auntie|uncle|mother|mum|dad|sister|nan)\sto\s(?:his"
    rf"|her)\sown\b",
    r"\bone\s(?:lad|son|daughter|girl|boy|brother|sister|child|kid|twin|lass)\s(?:is\s)?(?:in|at|with|inside|on"
    r"|abroad|away|dead)\b",
    r"\bin\sher\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last)\s(?:month|trimester)\b",
    r"\bmakes\s(?:three|four|five|six|seven|eight|nine|ten)(?=[.,;!?)]|$)",
    rf"\b(?:uncle|aunt|auntie|brother|sister|cousin|nan|gran|grandad|lodger|dad|father|mother|mum|son"
    rf"|stepdad)\s(?:in|on)\sthe\s{_ROOM}\b",
    r"\b(?:mum|mam|mom|dad)'?s\s(?:mum|mam|mom|dad|nan|gran|granny|grandad|stepdad|stepmum)\b",
    r"\b(?:pregnant|expecting|in\slabour)\s(?:together|at\sonce|at\sthe\ssame\stime)\b",
    rf"\bis\salso\s{_HIS}\s{_KIN}\b|\b(?:baby|eldest|youngest|twins|girl|boy)'?s\s(?:dad|father|mum"
    rf"|mother)\sis\s(?:the|her|his)\b",
    rf"\b(?:with|has|had|have|got|of|plus)\s{FROM_TWO}\sof\s{_HIS}\sown\s(?:on|at|every|already|from|too|as\swell"
    rf"|living|grown)\b",
    r"\b(?:only|just)\s(?:him|her)\sand\sthe\s(?:dog|cat|baby|telly|walls|budgie)\b",
    rf"\band\s(?:{_HIS}|the)\s(?:mother|father|sister|brother|son|daughter)[- ]in[- ]law(?:'s)?\b",
)
_OF_SOMEBODY = shape(
    r"\bfor\sa\s(?:bet|dare|wager)\b",
    rf"\b(?:has|had|with|born with|got)\s(?:{_WORD}\s)?(?:eleven|twelve|six|seven|nine|extra|webbed)\s(?:fingers"
    rf"|toes|thumbs)\b",
    rf"\b{_MET}\s(?:an?|the|two|three)\s(?:{_WORD}\s)?{_BEASTS}\b",
    rf"\bwon\s(?:over\s|about\s|nearly\s)?(?:{NUMBER}|half\sa|a|an)\s(?:million|thousand|hundred|grand)\b",
    r"\btattoo(?:ed|s)?\s(?:all\s)?(?:on|over|across)\s(?:his|her|their)\s(?:face|neck|head|forehead|eyelids"
    r"|scalp)\b|\bface\stattoos?\b",
    rf"\b(?:his|her)\s(?:{_WORD}\s)?{_LIMB}\s(?:{_WORD}\s)?{_CAME_OFF}\b",
    rf"\b{_HEAVY}\s(?:{_WORD}\s){{0,2}}?{_DOWN}\b",
    r"\bescaped\s(?:over|through|under|out|in|by|down|across|on)\b",
    r"\bwalked\saway(?=[.,;!?)]|$)|\b(?:came|fell)\sdown\son\s(?:the|a|him|her|them)\b",
    rf"\b(?:pleaded|pleading|found|pled)\sguilty\s(?:to|of)\s(?!{_FOR_ALL}\b)(?:{_WORD}\s)?{_WORD}",
    rf"\b(?:the\s)?theft\sof\s(?:the|an?|two|three|his|her)\s(?!(?:car|phone|bike|money|handbag|purse"
    rf"|vehicle)\b){_WORD}",
    rf"\b{_BROUGHT}\s(?!{_FOR_ALL}\b)(?:[a-z]{{2,12}}ing\s(?:the|an?|his|her|two|lead|into|from|with)|the\s)\s?{_WORD}",
    r"\bnever\s(?:once\s)?(?:said|spoken|uttered)\sa\s(?:single\s)?word\b|\b(?:not|hasn't|hasnt|hadn't)\s(?:said"
    r"|spoken)\sa\s(?:single\s)?word\s(?:in|since|for|to)\b",
    rf"\bheld\s(?:for\s)?(?:{FROM_TWO})\s(?:days|weeks|months|years)\b|\bheld\s(?:captive|hostage|prisoner"
    rf"|at\sgunpoint|underground)\b",
    rf"\b{FROM_THREE}\s(?!{_COUNTED}\b)[a-z]{{3,20}}s\ssince\sthe\b",
    r"\bgave\s(?:the\s)?evidence\s(?:at|to|against|in)\b|\bgave\sthe\sevidence\b",
    rf"\b(?:nursed|worked|served|taught|lived|was|were)\s(?:in|on|at)\sthe\s{_WORD}\swhere\s(?:the|they|{FROM_TWO})\b",
    rf"\bthe\sonly\stime\sin\s(?:{_HIS}|{NUMBER}|\w+\syears)\b|\bthe\s(?:longest|most|best|furthest|oldest"
    rf"|highest)\sany\s(?:{_WORD}\s)?(?:have|has|had|one|of)\b",
    rf"\b(?:the\s)?(?:first|last|only|oldest|youngest|eldest|smallest|tallest)\s(?:(?:in|on|with|from)\s(?:an?"
    rf"|the)\s{_WORD}\s|{_WORD}\s){{0,2}}?to\s{_DONE_FIRST}\b",
    r"\bit\swas\s(?:him|her|them)\s(?:on|up|under|inside)\sthe\b",
    r"\b(?:are|were|is|was)\sthe\sones?\s(?:on|off|in|from)\sthe\s(?!(?:phone|end|other|same|room|middle|right|wrong"
    r"|receiving|front|back|list|panel|chair|form|wall)\b)\w+",
    r"\bthe\s(?:mum|dad|mother|father|lad|girl|boy|man|woman|nurse|teacher|family|couple|nan|grandad|one)\s(?:in"
    r"|from|off|on)\s(?:the|that)\s(?:\w+\s){0,2}?"
    r"(?:video|clip|photo|advert|film|documentary|programme|poster|meme|news|papers?|footage|telly|tv|show)\b",
    r"\bthe\s(?:mum|dad|mother|father|lad|girl|boy|man|woman|family|one)\s(?:who|that)\s(?:rang\sin|phoned\sin"
    r"|walked\saway|rode|sank|landed|crashed|hoaxed|faked)\b",
)
_OF_A_JOB = shape(
    r"\b(?:mum|mam|dad|uncle|aunt|auntie|brother|sister|cousin|nan|gran|grandad|son|daughter|husband|wife|partner|ex"
    r"|boyfriend|stepdad)\s(?:still\s"
    r"|now\s)?(?:has|had|keeps|kept|runs|ran)\s(?:the|a)\s(?:pub|shop|chippy|stall|garage|bakery|butchers|farm|salon"
    r"|takeaway|post\soffice|newsagents"
    r"|launderette|bookies|barbers|gym|cafe|caff|café|restaurant|nursery|hotel|club|market\sstall|kennels|stables"
    r"|boatyard|scrapyard)\b",
    rf"\b(?:an?\s|the\s)?{_JOBS}\s(?:at|for|in|down)\s(?:the|his|her|our|a)\s(?!{_NO_PLACE}\b)(?:{_WORD}\s)?{_WORD}",
)

_GENERAL = "say it in general, or leave it out"
TELLING = (
    Shape("for a bet, the mum in the video", _OF_SOMEBODY, Identifier.FACT, "singles somebody out", _GENERAL),
    Shape(
        "there's him and his nan",
        _OF_A_FAMILY,
        Identifier.FAMILY,
        "says how the family is made up, which others know",
        "the family",
    ),
    Shape(
        "a cleaner at the college",
        _OF_A_JOB,
        Identifier.ROLE,
        "is somebody with a place: whoever lives near knows who it is",
        "a neighbour, somebody whom they know",
    ),
)
