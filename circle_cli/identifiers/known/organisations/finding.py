"""Services that call themselves by plain words, in small letters: "took her to open door", "her worker from bridges".

What they are called is any words at all, so that only what stands around them tells it: where somebody is sent, works,
goes or rings, words without an article that say nothing in general; elsewhere only what can be counted, and has none.
"""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.organisations.naming import (
    are_many,
    are_one_thing,
    bare_words,
    ends_like_somebody,
    is_a_thing,
    is_one_of_them,
    is_unlike_anything,
    may_be_done,
    the_one,
)
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_LEADS = words("organisations", "leads")
_CONTACTS = words("organisations", "contacts")
_JOINS = words("organisations", "joins")
_PEOPLE, _PLACES = words("organisations", "people there"), words("organisations", "places there")
_SENDS, _LEAVES = words("organisations", "sends"), words("organisations", "leaves")
_MOVES, _WHOM = words("organisations", "moves"), words("organisations", "whom") | words("people", "kin") | {"the"}
_BRINGS, _DONE_BY = words("organisations", "brings word"), words("organisations", "done by")
_WORKS_FOR, _WITH_WHOM = words("organisations", "works for"), words("organisations", "with whom")
_BESIDE, _LIVES = words("organisations", "is beside"), words("organisations", "lives there")
_KINDS, _NOT_AT = words("organisations", "kinds"), words("organisations", "not at")
_SAYS, _ONLY_SAY = words("organisations", "says"), words("organisations", "only services say")
_ANEW, _ITS_OWN = words("organisations", "begins anew"), words("organisations", "its own")
_STAYS, _ORDINARY = words("organisations", "stays"), words("organisations", "subjects")
_WHOSE, _THE = words("organisations", "whose is"), ("the", "a", "her", "his", "their", "our", "my", "another")
_BE = ("is", "was", "are")
_PARTICLES = words("organisations", "particles")
_SPEAKS = words("organisations", "speaks")
_REACH = 3
_LED = {
    "from": _BRINGS,
    "by": _DONE_BY,
    "with": _WITH_WHOM,
    "for": _WORKS_FOR,
    "through": _MOVES,
    "off": _BRINGS,
    "of": words("organisations", "out of"),
    "in": _STAYS,
    "on": _STAYS,
}
"""Behind which words each of these leads to a service."""
_LEADING = _LEADS | _CONTACTS | _JOINS
_INSTEAD = "what it is in general, such as “a local group”"


def find_organisations(tokens: Sequence[Token], lists: Lists) -> Iterator[Mark]:
    """Find them behind what leads to them, and before what they do or have."""
    last = 0
    for place, token in enumerate(tokens):
        first, end = place + 1, 0
        if token.key in _LEADING:
            first, end = _behind(tokens, place, lists)
        if not end and place >= last:
            first, end = place, _before_what_it_does(tokens, place, lists)
        if end and first >= last:
            last = end
            yield Mark(
                kind=Identifier.ORGANISATION,
                start=tokens[first].start,
                end=tokens[end - 1].end,
                reason="reads like the name of a service",
                suggestion=_INSTEAD,
            )


def _behind(tokens: Sequence[Token], place: int, lists: Lists) -> tuple[int, int]:
    """Give where a name begins and ends that stands behind this word; it ends at 0 where none does."""
    begin = place + 1
    if begin >= len(tokens) or tokens[begin].gap != " ":
        return begin, 0
    if tokens[begin].key == "the":
        end = the_one(tokens, begin + 1) if _may_lead_to_the(tokens, place) else 0
        if not end and place and _is_where_somebody_works(tokens, place) and tokens[place].key != "to":
            end = bare_words(tokens, begin + 1, lists)
            end = end if end > begin + 2 else 0
        return begin, end
    end = bare_words(tokens, begin, lists)
    return begin, end if end and _leads_there(tokens, place, end) else 0


def _near(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """Give the word before, and those before it as long as they say whom or where to."""
    keys: list[str] = []
    while place and len(keys) < _REACH and tokens[place].gap == " ":
        place -= 1
        keys.append(tokens[place].key)
        if keys[-1] not in _WHOM:
            break
    return tuple(keys)


def _may_lead_to_the(tokens: Sequence[Token], place: int) -> bool:
    lead, near = tokens[place].key, _near(tokens, place)
    if lead == "at":
        return _NOT_AT.isdisjoint(near[:1])
    if lead == "to":
        return not (_MOVES | _SENDS).isdisjoint(near)
    if lead == "from":
        return _is_where_somebody_works(tokens, place) or not _BRINGS.isdisjoint(near)
    if lead == "in":
        return not (_STAYS | _PLACES).isdisjoint(near)
    return lead in _CONTACTS or (lead in _BESIDE and not _LIVES.isdisjoint(near)) or lead == "via"


def _leads_there(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Tell whether bare words behind this one can only be a service."""
    begin, lead, near = place + 1, tokens[place].key, _near(tokens, place)
    last, several = tokens[end - 1].key, end - begin > 1
    sure = are_one_thing(tokens, begin, end)
    alone = is_one_of_them(tokens[begin].key) and not several
    if ends_like_somebody(last) and not alone:
        return False
    if lead == "to":
        there = _is_where_somebody_works(tokens, place) or not _MOVES.isdisjoint(near)
        return there and not may_be_done(tokens, begin, end)
    if _is_where_somebody_works(tokens, place):
        return True
    if lead == "at":
        return _NOT_AT.isdisjoint(near[:1]) and not (several and last.endswith("s") and not is_a_thing(last))
    if lead in _BESIDE:
        return not _LIVES.isdisjoint(near)
    if lead == "called":
        return not _KINDS.isdisjoint(near)
    if lead in _BE:
        return not _KINDS.isdisjoint(near[:1]) and is_a_thing(last) and (several or last.endswith("s"))
    if lead in _LED:
        return _is_led_to(lead, near, several=several, last=last, alone=alone, sure=sure)
    if lead in _CONTACTS or lead == "via":
        return True
    return lead in _JOINS and (sure or alone)


def _is_led_to(lead: str, near: Sequence[str], *, several: bool, last: str, alone: bool, sure: bool) -> bool:
    """Tell whether such words follow "by", "with" and the like as a service does: "funded by second helpings"."""
    if lead == "with" and alone:
        return True
    done = lead == "by" and bool(near) and near[0].endswith("ed") and (alone or (several and is_a_thing(last)))
    if not (done or not _LED[lead].isdisjoint(near)):
        return sure and lead in ("with", "from", "by")
    if lead in ("in", "on"):
        return alone or sure
    return several or is_a_thing(last) or alone


def _is_where_somebody_works(tokens: Sequence[Token], place: int) -> bool:
    lead, near = tokens[place].key, _near(tokens, place)
    if lead == "to":
        return not (_SENDS | _LEAVES).isdisjoint(near)
    if lead == "from":
        return not _PEOPLE.isdisjoint(near[:1]) or not _LEAVES.isdisjoint(near)
    if lead == "at":
        return not (_PEOPLE | _PLACES).isdisjoint(near[:1])
    return lead == "with" and not _PLACES.isdisjoint(near)


def _before_what_it_does(tokens: Sequence[Token], place: int, lists: Lists) -> int:
    """Give where the name of a service ends that does something, or has a worker: “safe space said no”."""
    token, after = tokens[place], token_at(tokens, place + 1)
    if after is None:
        return 0
    if _is_named_behind_a_comma(tokens, place):
        end = bare_words(tokens, place, lists)
        return end if end and end < len(tokens) and tokens[end].gap[:1] in (",", ";", ")") else 0
    if after.gap != " ":
        return 0
    before = key_at(tokens, place - 1)
    if is_one_of_them(token.key) and after.key in _ITS_OWN and before not in ("a", "an", "to"):
        return place + 1
    if before == "the" and is_unlike_anything(tokens, place):
        return place + 2
    begins = token.opens or before in _ANEW or token.gap in (", ", "; ", " - ", " – ")
    return _who_does_something(tokens, place, lists) if begins else 0


def _who_does_something(tokens: Sequence[Token], place: int, lists: Lists) -> int:
    """Give where a name ends that opens a clause and does what services do."""
    token, after, beyond = tokens[place], tokens[place + 1], token_at(tokens, place + 2)
    if is_one_of_them(token.key) and after.key in _SAYS:
        return place + 1
    if after.key in _SPEAKS and are_many(token.key):
        return place + 1
    if beyond is None or beyond.gap != " " or beyond.key not in _SAYS:
        return 0
    only_they = beyond.key in _ONLY_SAY
    if only_they and after.key in _PARTICLES and is_a_thing(token.key):
        return place + 2
    if not (only_they or (is_a_thing(after.key) and token.key not in _ORDINARY)) or ends_like_somebody(after.key):
        return 0
    return place + 2 if bare_words(tokens, place, lists) == place + 2 else 0


def _is_named_behind_a_comma(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a kind of service stands before it: "the school, hilltop, wants"."""
    kind = key_at(tokens, place - 1) in _WHOSE and key_at(tokens, place - 2) in _THE
    return kind and tokens[place].gap in (", ", " (")
