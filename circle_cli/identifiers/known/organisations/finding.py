"""Services that call themselves by plain words, in small letters: "took her to open door", "her worker from bridges".

What they are called is any words at all, so that only what stands around them tells it: where somebody is sent, works,
goes or rings, words without an article that say nothing in general; elsewhere only what can be counted, and has none.
"""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.known.organisations.articled import articled, is_busy
from circle_cli.identifiers.known.organisations.doing import (
    BEFORE_ONE,
    before_what_it_does,
    begins_a_clause,
    may_be_done_by_a_service,
    the_one_that_does,
)
from circle_cli.identifiers.known.organisations.naming import (
    SERVICES_ALONE,
    are_one_thing,
    bare_words,
    ends_like_somebody,
    is_a_thing,
    loosely,
    may_be_done,
    paired,
    the_one,
)
from circle_cli.identifiers.known.organisations.sayings import order_to, saying
from circle_cli.identifiers.known.organisations.slots import BE, CONTACTS, JOINS, KINDS, LEADING, LED, Slot, slot_at
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at

_JOINED = ("joined", "joins", "attends", "attended", "visited")
_INSTEAD = "what it is in general, such as “a local group”"


def find_organisations(tokens: Sequence[Token], lists: Lists) -> Iterator[Mark]:
    """Find them behind what leads to them, and before what they do or have."""
    last, before = 0, ""
    for place, token in enumerate(tokens):
        key = token.key
        first, end = place + 1, 0
        if key in LEADING:
            first, end = _behind(tokens, place, lists)
        elif key == "the":
            first, end = place, _with_its_article(tokens, place, lists)
        begins = token.gap != " " or token.opens or before in BEFORE_ONE or key in SERVICES_ALONE
        if begins and not end and place >= last:
            first, end = place, before_what_it_does(tokens, place, before, lists)
        before = key
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
    slot = slot_at(tokens, place, lists)
    if slot.leads_nowhere:
        return begin, 0
    if tokens[begin].key == "the":
        return begin, _behind_the(tokens, begin, slot, lists)
    end = bare_words(tokens, begin, lists)
    if end and not _leads_there(slot, tokens, begin, end):
        end = 0
    if slot.names_surely or slot.leads_to_a_saying(tokens[begin].key):
        end = max(end, saying(tokens, begin, lists))
        if not end and slot.lead != "to" and slot.lead not in JOINS:
            end = paired(tokens, begin, lists)
    elif not end and slot.lead in LED:  # no preposition leads to what somebody is told to do
        end = order_to(tokens, begin, lists)
    return begin, end or (loosely(tokens, begin, lists) if slot.names_surely else 0)


def _behind_the(tokens: Sequence[Token], place: int, slot: Slot, lists: Lists) -> int:
    end = the_one(tokens, place + 1) if slot.leads_to_the else 0
    if end or slot.lead == "to" or not slot.is_where_somebody_works:
        return end
    end = bare_words(tokens, place + 1, lists)
    known = end > place + 2 or (slot.lead == "from" and slot.names_surely)
    return end if known else 0


def _with_its_article(tokens: Sequence[Token], place: int, lists: Lists) -> int:
    """Give where a name ends that has "the", where something leads to it or a clause begins."""
    led = place > 0 and tokens[place].gap == " " and tokens[place - 1].key in LEADING
    if led:
        slot = slot_at(tokens, place - 1, lists)
        return articled(tokens, place, lists, is_there=slot.asks or slot.leads_to_the)
    if place and tokens[place - 1].possessive and tokens[place - 1].key in KINDS:  # "his choir's the barrio boys"
        return articled(tokens, place, lists, is_there=True)
    if not begins_a_clause(tokens, place) and tokens[place].gap == " ":
        return 0
    end = articled(tokens, place, lists, is_there=True)
    alone = end and tokens[place].opens and not tokens[place].capital and is_busy(tokens, end)
    return end if end and (alone or may_be_done_by_a_service(tokens, end)) else the_one_that_does(tokens, place)


def _leads_there(slot: Slot, tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether bare words behind this one can only be a service."""
    last, several = tokens[end - 1].key, end - begin > 1
    alone = tokens[begin].key in SERVICES_ALONE and not several
    if ends_like_somebody(last) and not alone:
        return False
    if slot.lead == "to":
        there = slot.is_where_somebody_works or slot.is_moved_to
        return there and not may_be_done(tokens, begin, end)
    if slot.is_where_somebody_works:
        return True
    if slot.lead == "at":
        how = tokens[begin].key.endswith("y")  # “crafty”
        return slot.may_be_at and (how or not (several and last.endswith("s") and not is_a_thing(last)))
    if slot.lead in BE:
        who = slot.lead == "was" and slot.near[:1] == ("it",) and key_at(tokens, end) == "who"
        return who or (slot.of_a_kind and is_a_thing(last) and (several or last.endswith("s")))
    sure = are_one_thing(tokens, begin, end)
    if slot.lead in LED:
        return _is_led_to(slot, several=several, last=last, alone=alone, sure=sure)
    if slot.is_beside or slot.of_a_kind or slot.lead in CONTACTS or slot.lead == "via":
        return True
    joined = slot.lead in _JOINED or (slot.asks and key_at(tokens, end) in ("to", "if"))
    return slot.lead in JOINS and (sure or alone or (several and joined))


def _is_led_to(slot: Slot, *, several: bool, last: str, alone: bool, sure: bool) -> bool:
    """Tell whether such words follow "by", "with" and the like as a service does: "funded by second helpings"."""
    lead, near = slot.lead, slot.near
    if (lead == "with" and alone) or (lead == "through" and not near and several):
        return True
    done = lead == "by" and bool(near) and near[0].endswith("ed") and (alone or (several and is_a_thing(last)))
    if not (done or not LED[lead].isdisjoint(near)):
        return sure and lead in ("with", "from", "by")
    if lead in ("in", "on"):
        return alone or sure
    return several or is_a_thing(last) or alone
