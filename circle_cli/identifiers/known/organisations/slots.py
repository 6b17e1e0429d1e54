"""Where the name of a service can stand: behind what leads to one, and the words before that say whom or where to."""

from collections.abc import Sequence
from typing import NamedTuple

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at

CONTACTS, JOINS = words("organisations", "contacts"), words("organisations", "joins")
KINDS = words("organisations", "kinds")
BE = ("is", "was", "are")
_RINGS, _ASKS = words("organisations", "rings"), words("organisations", "asks")
_ATTENDS, _ORDERS = words("organisations", "attends"), words("sayings", "orders")
_PEOPLE, _PLACES = words("organisations", "people there"), words("organisations", "places there")
_SOMEBODY_THERE = words("organisations", "somebody there")
_SENDS, _LEAVES = words("organisations", "sends"), words("organisations", "leaves")
_MOVES, _WHOM = words("organisations", "moves"), words("organisations", "whom") | words("people", "kin") | {"the"}
_BRINGS, _DONE_BY = words("organisations", "brings word"), words("organisations", "done by")
_WITH_WHOM, _STAYS = words("organisations", "with whom"), words("organisations", "stays")
_TURNS, _MEETS = words("organisations", "turns up"), words("organisations", "meets")
_BESIDE, _LIVES = words("organisations", "is beside"), words("organisations", "lives there")
_NOT_AT = words("organisations", "not at")
LED = {
    "from": _BRINGS,
    "by": _DONE_BY,
    "with": _WITH_WHOM,
    "for": words("organisations", "works for"),
    "through": _MOVES,
    "off": _BRINGS,
    "of": words("organisations", "out of"),
    "in": _STAYS,
    "on": _STAYS,
}
"""Behind which words each of these leads to a service."""

_TAKES = _SENDS | _LEAVES | _MOVES
_SAYING_WHICH = ("called", *BE)
_slot = tuple.__new__  # in their order, as each text has several

LEADING = words("organisations", "leads") | CONTACTS | JOINS
_REACH = 5
_AS_SAID = {
    **dict.fromkeys(("til", "tae", "into", "intae", "up", "roon"), "to"),
    **dict.fromkeys(("fae", "frae"), "from"),
    **dict.fromkeys(("wi", "wiv"), "with"),
    "oan": "on",
}
"""Which word a way of speaking has in place of each: one that leads somewhere leads as "to" does."""


class Slot(NamedTuple):  # made for every “to” and “in”
    """What stands before a name: the word that `leads` to it, and those before that one.

    The nearest is first, then those before it as long as they say whom or where to; `of_a_kind` is a kind of service
    of which the name is said: "the charity is called".
    """

    lead: str
    near: tuple[str, ...]
    of_a_kind: bool
    of_a_name: bool
    """Somebody is named before "from": "halina from"."""

    def follows(self, those: frozenset[str]) -> bool:
        """Tell whether the nearest word is one of those."""
        return bool(self.near) and self.near[0] in those

    @property
    def leads_nowhere(self) -> bool:
        """By what stands before it no service can be meant, whatever follows: "began to", "she was"."""
        if self.lead == "to":
            return _TAKES.isdisjoint(self.near)
        return self.lead in BE and not self.of_a_kind and self.near[:1] != ("it",)

    @property
    def may_be_at(self) -> bool:
        """Somebody may be there: "turned up at", but not "looked up at"."""
        return not self.follows(_NOT_AT) or (self.near[0] == "up" and not _TURNS.isdisjoint(self.near[1:]))

    @property
    def is_beside(self) -> bool:
        """What stands there is named: "the flat is over"."""
        return self.lead in _BESIDE and not _LIVES.isdisjoint(self.near)

    @property
    def is_moved_to(self) -> bool:
        """Somebody goes, or is taken: "took her to"."""
        return self.lead == "to" and not _MOVES.isdisjoint(self.near)

    @property
    def is_where_somebody_works(self) -> bool:
        """Somebody works there, is sent there or put out of it: "her worker from"."""
        if self.lead == "to":
            return not (_SENDS | _LEAVES).isdisjoint(self.near)
        if self.lead == "from":
            return self.of_a_name or self.follows(_PEOPLE) or not _LEAVES.isdisjoint(self.near)
        if self.lead == "at":
            return self.follows(_PEOPLE | _PLACES)
        return self.lead == "with" and not _PLACES.isdisjoint(self.near)

    @property
    def names_surely(self) -> bool:
        """What follows is a name, unless it says nothing but what is said in general: "his tutor at"."""
        if self.lead in ("at", "from"):
            return self.of_a_name or self.follows(_SOMEBODY_THERE)
        if self.lead == "to":
            return not _SENDS.isdisjoint(self.near)
        if self.lead == "with":
            return self.follows(_PLACES)
        return self.lead in _RINGS or self.lead == "via"

    @property
    def asks(self) -> bool:
        """Whoever is asked or joined there is somebody, or a service."""
        return self.lead in _ASKS

    @property
    def leads_to_the(self) -> bool:
        """Somebody goes, works or rings where "the" follows."""
        lead, near = self.lead, self.near
        if lead == "at":
            return self.may_be_at
        if lead == "to":
            return self.is_moved_to or not _SENDS.isdisjoint(near)
        if lead == "from":
            return self.is_where_somebody_works or not _BRINGS.isdisjoint(near)
        if lead == "in":
            return not (_STAYS | _PLACES | _MEETS).isdisjoint(near)
        if lead == "with":
            return self.follows(_WITH_WHOM) or self.is_where_somebody_works
        if lead in ("of", "by"):
            return near[:1] == ("out",) if lead == "of" else self.follows(_DONE_BY)
        return lead in CONTACTS or self.is_beside or lead == "via"

    def leads_to_a_saying(self, first: str) -> bool:
        """Tell whether no saying that begins so can stand behind it, unless a service is called so."""
        if self.lead == "at":
            return self.may_be_at
        if self.lead == "to":
            return self.is_where_somebody_works or (self.is_moved_to and first not in _ORDERS)
        if self.lead in ("called", *BE):
            return self.of_a_kind
        if self.lead in LED and self.lead not in ("in", "on"):
            through = self.lead == "through" and not self.near
            return through or not LED[self.lead].isdisjoint(self.near) or self.is_where_somebody_works
        return self.lead in CONTACTS or self.lead == "via" or self.lead in _ATTENDS or self.asks


def slot_at(tokens: Sequence[Token], place: int, lists: Lists) -> Slot:
    """Look at the word at this place as what leads to a name."""
    lead = _AS_SAID.get(tokens[place].key, tokens[place].key)
    of_a_kind = lead in _SAYING_WHICH and _is_of_a_kind(tokens, place, lead)
    of_a_name = lead == "from" and place > 0 and _is_a_name(tokens[place - 1], lists)
    return _slot(Slot, (lead, _near(tokens, place), of_a_kind, of_a_name))


def _is_of_a_kind(tokens: Sequence[Token], place: int, lead: str) -> bool:
    joined = lead == "called" and key_at(tokens, place - 1) in (*BE, "its", "it's")
    return key_at(tokens, place - 2 if joined else place - 1) in KINDS


def _is_a_name(token: Token, lists: Lists) -> bool:
    named = token.capital and not token.opens and not token.upper
    return token.key.isalpha() and len(token.key) > 2 and (named or not lists.is_word(token.word))


def _near(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    keys: list[str] = []
    while place and len(keys) < _REACH and tokens[place].gap == " ":
        place -= 1
        keys.append(tokens[place].key)
        if keys[-1] not in _WHOM:
            break
    return tuple(keys)
