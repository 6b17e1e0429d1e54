"""Facts that single somebody out without a name: the only one, a post that one person holds, an unusual family."""

import re
from collections.abc import Iterator

from circle_cli.identifiers.findings.record import Identifier, Mark

_JOB = (
    r"(?:head\s?teacher|headmaster|headmistress|deputy head|head of (?:year|house|sixth form|inclusion|safeguarding"
    r"|service)"
    r"|vicar|priest|imam|rabbi|pastor|curate|chaplain|mayor|councillor|mp|caretaker|lollipop (?:lady|man)|post(?:man"
    r"|woman|mistress)"
    r"|coroner|matron|chief executive|director|consultant|psychiatrist|paediatrician|geriatrician|gp|surgeon|judge"
    r"|magistrate"
    r"|registrar|ward manager|ward sister|shop ?keeper|butcher|baker|publican|landlady|farmer|fisherman|dinner lady"
    r"|footballer|boxer|jockey|police officer|firefighter|lifeboat\w*|bus driver|taxi driver|crossing patrol"
    r"|choirmaster"
    r"|receptionist|school nurse|midwife|health visitor|district nurse|community nurse|teacher|ta|teaching assistant"
    r"|senco"
    r"|manager|team manager|team leader|councillor|warden|imam|scout leader|coach|governor|principal|youth worker)"
)
_PERSON = (
    r"(?:child|children|boy|girl|baby|man|woman|person|people|adult|family|families|mother|mum|father|dad|parent|son"
    r"|daughter|"
    r"brother|sister|sibling|pupil|student|resident|patient|tenant|worker|carer|teacher|nurse|doctor|officer|survivor|"
    r"member|speaker|wheelchair user|teenager|lad|lass|traveller|refugee|couple|household|foster carer|grandparent|"
    r"[\w-]{1,30}er|[\w-]{1,30}ist)"
)
_WORD = r"[\w'’-]{1,30}"
_FRAMES = (
    (
        Identifier.ROLE,
        rf"\b(?:only|sole)\s(?:(?!way|thing|time|one|when|if|by|after|because|what|the|a|to"
        rf"|in)(?:{_WORD})\s){{0,3}}?{_PERSON}\b(?!\s(?:who|that|i)\b(?!\s(?:was|is|in|lives?|had)\b))",
        "says that there is only one",
        "say it without “only”",
    ),
    (
        Identifier.ROLE,
        rf"\b(?:first|last|former|youngest|oldest|eldest)\s(?:{_WORD}\s){{0,2}}?{_PERSON}\s(?:in|at|of|on|from"
        rf"|to)\s(?:the|a|his|her|their|our)\b",
        "says that nobody else is like that",
        "say it without the superlative",
    ),
    (
        Identifier.ROLE,
        r"\b(?:an?|the|our|her|his|their|my)\s(?:\w{1,20}\s)?(?:vicar|nun|monk|magistrate|lifeboat volunteer|curate"
        r"|mayor|mayoress|lollipop (?:lady|man)"
        r"|postmistress|postmaster|publican|coroner|mp|lord lieutenant|town crier|undertaker|blacksmith"
        r"|lighthouse keeper|choirmaster)\b",
        "is a post that few people hold",
        "somebody whom they know",
    ),
    (
        Identifier.ROLE,
        rf"\b(?:our|the|a|her|his|their)\s(?:local|village|parish|town|town's|only|estate's|well[- ]known|famous"
        rf"|former|retired)\s(?:{_WORD}\s)?{_JOB}\b",
        "is a post that few people hold",
        "a professional, a neighbour",
    ),
    (
        Identifier.ROLE,
        rf"\b{_JOB}\s(?:at|of|for|from|in)\s(?:the|a|his|her|their|our)\s(?:{_WORD}\s){{0,2}}?(?:village|town|estate"
        rf"|church|mosque|temple|gurdwara|chapel|island|prison|hospice|hostel|refuge|children's home|care home"
        rf"|surgery|primary|infants|academy|nursery|special school|boarding school|sixth form|football club"
        rf"|rugby club|unit|ward)\b",
        "is a job together with a place: few people hold it",
        "a professional",
    ),
    (
        Identifier.FAMILY,
        r"\b(?:identical |conjoined )?(?:twins?|triplets?|quadruplets?|quins)\b(?!\s(?:track|aims?|goals?|beds?|room))",
        "is an unusual family, which others know",
        "siblings",
    ),
    (
        Identifier.FAMILY,
        r"\b(?:four|five|six|seven|eight|nine|ten|eleven|twelve|[4-9]|1\d)\s(?:\w{1,20}\s)?(?:siblings|brothers"
        r"|sisters|sons|daughters|kids|children)\b"
        r"|\b(?:youngest|oldest|eldest|one|middle|fourth|fifth|sixth|seventh|eighth|ninth"
        r"|tenth)\s(?:child\s)?of\s(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b"
        r"|\b(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s(?:child|baby|pregnancy)\b",
        "counts the family exactly, which others know",
        "siblings, children",
    ),
    (
        Identifier.ROLE,
        r"\b\w{2,30}\s(?:of|for|in|on)\sthe\s(?:island|village|hamlet|peninsula|valley)\b",
        "is somebody in a place so small that people know them",
        "say it without the place",
    ),
    (
        Identifier.CONDITION,
        r"\b(?:sickle cell|cystic fibrosis|muscular dystrophy|motor neurone disease|thalass?aemia|prader[- ]willi"
        r"|fragile x"
        r"|huntington['’]s|williams syndrome|edwards syndrome|angelman|rett syndrome|spina bifida|hydrocephalus"
        r"|albinism"
        r"|dwarfism|achondroplasia|locked[- ]in syndrome|haemophilia|conjoined|cleft (?:lip|palate)|brittle bone\w*)\b",
        "is a condition that few people have",
        "a health condition",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE), reason, said) for kind, pattern, reason, said in _FRAMES)


def find_rare(text: str) -> Iterator[Mark]:
    """Find them in a visible text; all of them only warn, since the shapes have no end."""
    for kind, pattern, reason, suggestion in _COMPILED:
        for found in pattern.finditer(text):
            yield Mark(
                kind=kind,
                start=found.start(),
                end=found.end(),
                reason=reason,
                suggestion=suggestion,
                only_warns=True,
            )
