"""Services that call themselves by plain words, in small letters: "took her to open door", "her worker from bridges".

What they are called is any words at all. Told are those that services like to be called by, where such words stand as
only a name does; and, where somebody is sent or works, every word that does not say in general what is there.
"""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.name_or_word import WITHIN
from circle_cli.identifiers.known.organisations.naming import (
    anything,
    is_over,
    several,
    the_two,
    two_that_say,
    two_words,
    with_its_kind,
)
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_LEADS, _CONTACTS = words("organisations", "leads"), words("organisations", "contacts")
_DEEDS, _ONE_THING, _MANY_THINGS = (
    words("organisations", "deeds"),
    words("organisations", "one thing"),
    words("organisations", "many things"),
)
_HOPES = words("organisations", "hopes")
_QUALITIES, _QUALIFIED = words("organisations", "qualities"), words("organisations", "qualified")
_FIRST_OF_TWO, _ONLY_SAID = words("organisations", "first of two"), words("organisations", "only services say")
_STAYS = words("organisations", "stays")
_WITH_WHOM, _FOR_WHICH, _INTO = (
    words("organisations", "with whom"),
    words("organisations", "for whom"),
    words("organisations", "into where"),
)
_FOR_WHOM, _PURPOSE = words("organisations", "begins a purpose"), words("organisations", "purpose")
_PEOPLE, _PLACES = words("organisations", "people there"), words("organisations", "places there")
_SENDS, _LEAVES = words("organisations", "sends"), words("organisations", "leaves")
_MOVES, _WHOM = words("organisations", "moves"), words("organisations", "whom")
_SAYS, _ANEW, _ITS_OWN = (
    words("organisations", "says"),
    words("organisations", "begins anew"),
    words("organisations", "its own"),
)
_THE_THINGS, _RUNG = words("organisations", "the things"), words("organisations", "rung")
_ENDS = words("organisations", "ends a name")
_NOT_AT, _BRINGS = words("organisations", "no place behind"), words("organisations", "brings word")
_BESIDE, _LIVES = words("organisations", "is beside"), words("organisations", "lives there")
_NO_NAME = words("organisations", "no name") | words("organisations", "no place")
_GENERAL = _NO_NAME | words("people", "kin") | words("bare", "nobody") | WITHIN | _ENDS | _ITS_OWN
_GENERAL |= words("posts", "words") | frozenset(phrases("roles", "plain places"))
_SAID = ("said", "says", "say", "rang", "phoned", "emailed", "reckon", "reckons", "offered")
_LONGEST = 3
_HEADS, _GENERAL_HERE = words("organisations", "heads"), _GENERAL | words("organisations", "general before heads")
_GENERAL_HERE |= {
    form
    for said in phrases("services", "general before a service")
    for form in (said.replace("?", ""), said.rstrip("s?"))
}
_STAYING = ("in", "on", "down", "onto")
_LIKING = ("told", "tell", "use", "uses", "used", "likes", "loves", "enjoys", "misses", "does")
_LEADING = _LEADS | _CONTACTS | _BESIDE
_FIRSTS = _DEEDS | _ONE_THING | _MANY_THINGS | _QUALITIES | _FOR_WHOM | {"the"}


def find_organisations(tokens: Sequence[Token], lists: Lists) -> Iterator[Mark]:
    """Find them behind who works there, who was sent there and who rang; and where they do something themselves."""
    last = 0
    for place, token in enumerate(tokens):
        end = _named_behind(tokens, place, lists) if token.key in _LEADING else 0
        first = place + 1
        if not end:
            first, end = place, _named_before(tokens, place) if token.key in _FIRSTS else 0
            end = end or two_that_say(tokens, place) or with_its_kind(tokens, place)
        if end and first >= last:
            last = end
            yield Mark(
                kind=Identifier.ORGANISATION,
                start=tokens[first].start,
                end=tokens[end - 1].end,
                reason="reads like the name of a service",
                suggestion="what it is in general, such as “a local group”",
            )


def _named_behind(tokens: Sequence[Token], place: int, lists: Lists) -> int:
    """Give where a name ends that begins behind this word; 0 where none does."""
    begin = place + 1
    if begin >= len(tokens) or tokens[begin].gap != " ":
        return 0
    lead = tokens[place].key
    works_there = _leads_where_somebody_works(tokens, place)
    moves = lead != "to" or works_there or _moves_there(tokens, place)
    article = tokens[begin].key == "the"
    if article:
        rung = lead in _RUNG or (lead in ("at", "from", "to", "via") and moves)
        named = key_at(tokens, begin + 1) in _THE_THINGS and is_over(tokens, begin + 2)
        if lead not in ("with", "by", "called", "through", "for", "likes", "does") and (
            two := the_two(tokens, begin + 1)
        ):
            return two
        if rung and named and key_at(tokens, begin + 2) not in ("of", "for"):
            return begin + 2
        return anything(tokens, begin + 1, 2) if works_there and lead != "to" else 0
    if not moves:
        return 0
    if lead in _STAYING:
        house = tokens[begin].key in _ONE_THING and is_over(tokens, begin + 1) and key_at(tokens, begin + 1) != "of"
        return begin + 1 if house and key_at(tokens, place - 1) in _STAYS else 0
    if lead in _LIKING:
        return several(tokens, begin, sure=False)
    if end := _words_of_services(tokens, begin, lead, works_there):
        return end
    if works_there or _leads_to_anything(tokens, place, lists):
        return anything(tokens, begin, _LONGEST)
    return two_words(tokens, begin) if _leads_to_two(tokens, place) else 0


def _leads_where_somebody_works(tokens: Sequence[Token], place: int) -> bool:
    lead, before = tokens[place].key, key_at(tokens, place - 1)
    if tokens[place].gap != " ":
        return False
    near = (before, key_at(tokens, place - 2)) if before in _WHOM else (before,)
    if lead == "to":
        return any(key in _SENDS or key in _LEAVES for key in near)
    if lead == "from":
        return before in _PEOPLE or any(key in _LEAVES for key in near)
    return (lead == "at" and (before in _PEOPLE or before in _PLACES)) or (lead == "with" and before in _PLACES)


def _moves_there(tokens: Sequence[Token], place: int) -> bool:
    before = key_at(tokens, place - 1)
    return before in _MOVES or (before in _WHOM and key_at(tokens, place - 2) in _MOVES)


def _leads_to_anything(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether bare words behind this one are where somebody is: “at hot pot”, “took him to wild about wood”."""
    lead, before = tokens[place].key, key_at(tokens, place - 1)
    if lead == "at":
        return before not in _NOT_AT and tokens[place].gap == " "
    if lead in _BESIDE:
        return before in _LIVES
    if lead == "from":
        return before in _BRINGS
    word = tokens[place + 1].word
    a_verb = any(
        form in lists.english for form in (word + "ing", word.removesuffix("e") + "ing", word + word[-1] + "ing")
    )
    if lead == "called":
        return before in _HEADS or before in (
            "place",
            "thing",
            "charity",
            "band",
            "one",
            "lot",
            "somewhere",
            "pub",
            "agency",
            "firm",
            "shop",
            "service",
        )
    return lead == "via" or (lead == "to" and not a_verb)


def _leads_to_two(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether two bare words behind this one are whom somebody rang, works for or moved in with."""
    lead, before = tokens[place].key, key_at(tokens, place - 1)
    led = {"with": _WITH_WHOM, "for": _FOR_WHICH, "into": _INTO, "from": _MOVES | _LEAVES}
    return lead in _CONTACTS or before in led.get(lead, ())


def _words_of_services(tokens: Sequence[Token], begin: int, lead: str, works_there: bool) -> int:
    """Give where such words end, as far as what leads to them allows for no other sense."""
    key, after = tokens[begin].key, token_at(tokens, begin + 1)
    if end := several(
        tokens, begin, sure=works_there or lead in ("via", "called", "at") or lead in _CONTACTS, to=lead == "to"
    ):
        return end
    beside = after is not None and after.gap == " " and after.key in _ITS_OWN
    if not (beside or is_over(tokens, begin + 1)) or (lead == "by" and key not in _DEEDS):
        return 0
    if (
        after is not None
        and after.gap == " "
        and (after.key in ("of", "for") or (lead == "from" and after.key == "to"))
    ):
        return 0  # “from bridge to bridge”
    many = lead != "with" and key in _MANY_THINGS and (works_there or lead in ("at", "via", "to"))
    hoped = works_there and key in _HOPES
    return begin + 1 if key in _DEEDS or key in _ONE_THING or many or hoped else 0


def _named_before(tokens: Sequence[Token], place: int) -> int:
    """Give where the name of a service ends that does something, or has a worker: “safe space said no”."""
    token = tokens[place]
    begins = token.opens or key_at(tokens, place - 1) in _ANEW or token.gap in (", ", "; ")
    article = token.key == "the"
    begin = place + article
    if article:
        does = key_at(tokens, begin + 1) in _SAYS and key_at(tokens, begin + 1) not in (
            "is",
            "are",
            "was",
            "were",
            "got",
        )
        if begins and (two := the_two(tokens, begin)) and key_at(tokens, two) in _ONLY_SAID:
            return two
        return begin + 1 if begins and does and key_at(tokens, begin) in _THE_THINGS else 0
    end = several(tokens, begin, sure=True) or (begin + 1 if token.key in _DEEDS | _ONE_THING | _MANY_THINGS else 0)
    after = token_at(tokens, end) if end else None
    if after is None or after.gap != " ":
        return 0
    owned = after.key in _ITS_OWN or (tokens[end - 1].possessive and key_at(tokens, end + 1) in _ITS_OWN)
    if owned:
        together = end - begin > 1
        return end if together or begins or key_at(tokens, begin - 1) in ("the", "her", "his", "their", "at") else 0
    one = end - begin == 1
    many = one and token.key in _MANY_THINGS | _DEEDS
    return end if begins and after.key in (_SAID if many else _SAYS) else 0
