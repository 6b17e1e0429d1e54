"""Numbers and codes by which somebody can be looked up: in the health service, at school, in court, by telephone."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.known.figures.checksums import is_nhs_number, is_upn

_WRONG = "wrong, and it is private all the same"
_LEAVE_OUT = "nothing: leave it out"
_TLD = "uk|com|org|net|gov|nhs|sch|ac|io|info|me|eu|ie|wales|scot|london|cymru|app|social|co"
_SHAPES: tuple[tuple[Identifier, str, str], ...] = (
    (
        Identifier.LINK,
        rf"(?:https?://|www\.)[^\s<>()\[\]]{{1,500}}"
        rf"|\b[a-z0-9-]{{1,40}}(?:\.[a-z0-9-]{{1,40}}){{0,3}}\.(?:{_TLD})\b(?:/[^\s<>()\[\]]{{0,500}})?",
        "a web address",
    ),
    (Identifier.HANDLE, r"(?<![\w.])@\w[\w.-]{0,60}", "a name on social media"),
    (
        Identifier.COURT,
        r"\[(?:19|20)\d\d\]\s{0,2}(?:EW\w{2,4}|UK\w{2,4}|CSIH|CSOH|NI\w{2,4}|AC|WLR|FLR|Fam|QB|KB)\s{0,2}(?:Civ|Crim"
        r"|Fam|B|\d{1,3})?\s{0,2}\d{0,5}(?:\s?\((?:Fam|Admin|Ch|QB|KB|B)\))?",
        "a court's reference, by which the case can be found",
    ),
    (Identifier.COURT, r"\b[A-Z]{2}\s?\d{2}\s?[CPFZD]\s?\d{4,6}\b", "a family court's case number"),
    (Identifier.UPN, r"\b[A-Z]\d{11}[A-Z0-9]\b", "the form of a pupil number"),
    (
        Identifier.NI,
        r"\b[A-Z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}(?:[ .-]?[A-D])?\b",
        "the form of a National Insurance number",
    ),
    (
        Identifier.POSTCODE,
        r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2})\b",
        "a postcode: a handful of homes",
    ),
    (
        Identifier.VEHICLE,
        r"\b(?:[A-Z]{2}\d{2}[ -]?[A-Z]{3}|(?-i:[A-Z]\d{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?\d{1,3}[A-Z]))\b",
        "the form of a vehicle registration",
    ),
    (
        Identifier.PHONE,
        r"(?<![\w])(?:\+|00|\(?0)[\d](?:[ ().-]{0,2}\d){7,13}(?:\s?(?:ext|x)\.?\s?\d{1,5})?(?!\d)",
        "a telephone number",
    ),
    (Identifier.NHS, r"\b\d{3}[ .-]?\d{3}[ .-]?\d{4}\b", "ten digits, the form of an NHS number"),
    (
        Identifier.CODE,
        r"\b[A-Z]{2}\d{2}(?: ?(?=\w{0,3}\d)[A-Z0-9]{4}| ?[A-Z]{4}(?= ?\d)){2,7}(?: ?\d{1,3})?\b",
        "a bank account",
    ),
    (
        Identifier.CODE,
        r"\b(?-i:(?:[A-Z]{2,6}[ :/#-]{1,2}|[A-Z][-/])(?:[A-Z]{1,6}[ :/#-]{1,2})?)(?:no\.? ?|number "
        r"|id:? )?(?!\d{1,2}(?:/(?:7|10|12|30|52)|h|hrs?|d|wks?|mins?)\b)\d[\w/.-]{2,40}\b",  # "CPN 2/52" is no code
        "a reference",
    ),
    (Identifier.CODE, r"(?:#|\bno\.? ?|\bnumber )(?!(?:999|111|101|112)\b)\d[\w/-]{2,40}\b", "a reference"),
    (Identifier.CODE, r"\b\w{1,40}_\w{1,60}\b", "written like the name of an account or a file"),
)
_ALSO_OF_LETTERS = (Identifier.LINK, Identifier.HANDLE, Identifier.CODE)
"""All others have a figure in them."""

_BEFORE_AT = re.compile(r"[\w.+%'-]{1,64}$")
_AT = re.compile(r" ?[\[(](?:at|@)[\])] ?|@| at (?=[a-z0-9-]{1,63}(?: dot |\.)[a-z]{2,6}\b)", re.IGNORECASE)
_AFTER_AT = re.compile(r"[ ]?[a-z0-9-]{1,63}(?:(?: ?[\[(]dot[\])] ?| dot |\.)[a-z0-9-]{1,63}){1,6}", re.IGNORECASE)
_SIGN, _DOT, _AT_IN_BRACKETS = re.compile(r"[\d@_]"), re.compile(r"\.\w\w"), re.compile(r"[\[(]at[\])]")


def find_codes(text: str) -> Iterator[Mark]:
    """Find them in a visible text. Places may overlap: one number can have the form of two things."""
    if not _may_have_any(text.lower()):
        return
    yield from _emails(text)
    for kind, pattern, reason in _compiled():
        for found in pattern.finditer(text):
            if kind in _ALSO_OF_LETTERS or any(letter.isdigit() for letter in found.group()):
                yield Mark(
                    kind=kind,
                    start=found.start(),
                    end=found.end(),
                    reason=f"is {_explained(kind, found.group(), reason)}",
                    suggestion=_LEAVE_OUT,
                )


@cache
def _compiled() -> "Sequence[tuple[Identifier, re.Pattern[str], str]]":
    """Give the shapes made ready: most short texts need none."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE), reason) for kind, pattern, reason in _SHAPES)


def _may_have_any(small: str) -> bool:
    """Tell it of a whole text: for each sign alone, since one of several takes much longer to find."""
    words = "www." in small or " dot " in small
    return words or bool(_SIGN.search(small) or _DOT.search(small) or _AT_IN_BRACKETS.search(small))


def _emails(text: str) -> Iterator[Mark]:
    for found in _AT.finditer(text):
        begin = max(0, found.start() - 64)
        before = _BEFORE_AT.search(text[begin : found.start()])
        after = _AFTER_AT.match(text, found.end())
        if before and after:
            yield Mark(
                kind=Identifier.EMAIL,
                start=begin + before.start(),
                end=after.end(),
                reason="is an e-mail address",
                suggestion=_LEAVE_OUT,
            )


def _explained(kind: Identifier, code: str, reason: str) -> str:
    digits = "".join(letter for letter in code if letter.isdigit())
    if kind is Identifier.NHS:
        return f"{reason}; its check digit is {'right' if is_nhs_number(digits) else _WRONG}"
    if kind is Identifier.UPN:
        return f"{reason}; its check letter is {'right' if is_upn(code) else _WRONG}"
    return reason
