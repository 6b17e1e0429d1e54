"""Facts that single somebody out without a name: the only one, a post that one person holds, an unusual family."""

import re
from collections.abc import Iterator

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import either, phrases

_ONES, _ORDINALS = phrases("dates", "ones"), phrases("dates", "ordinals")
_WORD = r"[\w'’-]{1,30}"
_WHOSE = "(?:the|a|his|her|their|our)"
_JOB = either(phrases("rare", "jobs"))
_POST = either(phrases("rare", "posts"))
_WHERE = either(phrases("rare", "where a job is"))
_RARE_BY = either(phrases("rare", "before a job"))
_PERSON = either(phrases("rare", "people"), r"[\w-]{1,30}er", r"[\w-]{1,30}ist")
_NOBODY = "|".join(phrases("rare", "nobody after only"))
_SUPERLATIVE = either(phrases("rare", "superlatives"))
_TOGETHER, _OF_THINGS = either(phrases("rare", "born together")), either(phrases("rare", "twins of things"))
_MANY = either(_ONES[3:12], "[4-9]", r"1\d")
_CHILDREN = either(phrases("rare", "many children"))
_WHICH = either(phrases("rare", "birth order"), _ORDINALS[3:10])
_OF_HOW_MANY = either(_ONES[2:12], r"\d{1,2}")
_SMALL_PLACE = either(phrases("rare", "small places"))
_CONDITION = either(phrases("rare", "conditions"))
_FRAMES = (
    (
        Identifier.ROLE,
        rf"\b(?:only|sole)\s(?:(?!{_NOBODY})(?:{_WORD})\s){{0,3}}?{_PERSON}\b"
        r"(?!\s(?:who|that|i)\b(?!\s(?:was|is|in|lives?|had)\b))",
        "says that there is only one",
        "say it without “only”",
    ),
    (
        Identifier.ROLE,
        rf"\b{_SUPERLATIVE}\s(?:{_WORD}\s){{0,2}}?{_PERSON}\s(?:in|at|of|on|from|to)\s{_WHOSE}\b",
        "says that nobody else is like that",
        "say it without the superlative",
    ),
    (
        Identifier.ROLE,
        rf"\b(?:an?|the|our|her|his|their|my)\s(?:\w{{1,20}}\s)?{_POST}\b",
        "is a post that few people hold",
        "somebody whom they know",
    ),
    (
        Identifier.ROLE,
        rf"\b{_WHOSE}\s{_RARE_BY}\s(?:{_WORD}\s)?{_JOB}\b",
        "is a post that few people hold",
        "a professional, a neighbour",
    ),
    (
        Identifier.ROLE,
        rf"\b{_JOB}\s(?:at|of|for|from|in)\s{_WHOSE}\s(?:{_WORD}\s){{0,2}}?{_WHERE}\b",
        "is a job together with a place: few people hold it",
        "a professional",
    ),
    (
        Identifier.FAMILY,
        rf"\b(?:identical |conjoined )?{_TOGETHER}\b(?!\s{_OF_THINGS})",
        "is an unusual family, which others know",
        "siblings",
    ),
    (
        Identifier.FAMILY,
        rf"\b{_MANY}\s(?:\w{{1,20}}\s)?{_CHILDREN}\b"
        rf"|\b{_WHICH}\s(?:child\s)?of\s{_OF_HOW_MANY}\b"
        rf"|\b{either(_ORDINALS[3:10])}\s(?:child|baby|pregnancy)\b",
        "counts the family exactly, which others know",
        "siblings, children",
    ),
    (
        Identifier.ROLE,
        rf"\b\w{{2,30}}\s(?:of|for|in|on)\sthe\s{_SMALL_PLACE}\b",
        "is somebody in a place so small that people know them",
        "say it without the place",
    ),
    (
        Identifier.CONDITION,
        rf"\b{_CONDITION}\b",
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
