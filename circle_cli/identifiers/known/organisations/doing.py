"""Names of services that open a clause, or follow a label: "safe space said no", "green shoots has a place"."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.organisations.naming import (
    SERVICES_ALONE,
    are_many,
    bare_words,
    ends_like_somebody,
    is_a_thing,
    is_unlike_anything,
    loosely,
    paired,
    the_one,
)
from circle_cli.identifiers.known.organisations.sayings import saying
from circle_cli.identifiers.known.organisations.slots import KINDS
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_SAYS, _ONLY_SAY = words("organisations", "says"), words("organisations", "only services say")
_SPEAKS, _GIVES = words("organisations", "speaks"), words("organisations", "gives")
_ANEW, _ITS_OWN = words("organisations", "begins anew"), words("organisations", "its own")
_WHOSE, _THE = words("organisations", "whose is"), ("the", "a", "her", "his", "their", "our", "my", "another")
_ORDINARY, _PARTICLES = words("organisations", "subjects"), words("organisations", "particles")
_LABELS = words("organisations", "labels") | KINDS
_CLOSED, _DONE_BY = words("organisations", "closed"), words("organisations", "done by")
_MANY_DO, _ONE_DOES = words("organisations", "many do"), words("organisations", "one does")
_DO_IT, _WILL = words("organisations", "do it"), words("organisations", "will")
BEFORE_ONE = _ANEW | {"the"}
"""Within a sentence, such a name begins behind one of these, or is what services alone are called."""

_HAVE, _BE = ("has", "have", "had", "havent", "hasnt", "haven't", "hasn't"), ("was", "is", "were", "are")
_DOES = _SAYS | _ONLY_SAY | _ONE_DOES | {*_BE}
_PARTING = (", ", "; ", " - ", " – ")
_BEHIND_DID = ("a", "the", "us", "him", "her", "his")


def begins_a_clause(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a clause begins here."""
    token = tokens[place]
    return token.opens or key_at(tokens, place - 1) in _ANEW or token.gap in _PARTING


def before_what_it_does(tokens: Sequence[Token], place: int, before: str, lists: Lists) -> int:
    """Give where the name of a service ends that does something, or has a worker: “safe space said no”."""
    if place + 1 >= len(tokens):
        return 0
    token, after = tokens[place], tokens[place + 1]
    if token.gap != " " and (end := _behind_a_sign(tokens, place, before, lists)):
        return end
    if after.gap != " ":
        return 0
    if token.key in SERVICES_ALONE and after.key in _ITS_OWN and before not in ("a", "an", "to"):
        return place + 1
    if before == "the" and is_unlike_anything(tokens, place):
        return place + 2
    begins = token.opens or before in _ANEW or token.gap in _PARTING
    return _who_does_something(tokens, place, lists) if begins else 0


def _behind_a_sign(tokens: Sequence[Token], place: int, before: str, lists: Lists) -> int:
    """Give where a name ends behind a comma or a colon: "the school, hilltop, wants", "venue: pickles and gin"."""
    if before in _WHOSE and _is_named_behind_a_comma(tokens, place):
        end = bare_words(tokens, place, lists) or saying(tokens, place, lists)
        return end if end and end < len(tokens) and tokens[end].gap[:1] in (",", ";", ")") else 0
    if tokens[place].gap in (" @ ", " @"):
        return bare_words(tokens, place, lists) or saying(tokens, place, lists) or loosely(tokens, place, lists)
    if before in _LABELS and tokens[place].gap in (": ", " = ", " - "):
        end = bare_words(tokens, place, lists)
        return max(end if end > place + 1 or is_a_thing(tokens[place].key) else 0, saying(tokens, place, lists))
    return 0


def _is_named_behind_a_comma(tokens: Sequence[Token], place: int) -> bool:
    if tokens[place].gap not in (", ", " ("):
        return False
    opens = tokens[place - 1].opens or tokens[place - 1].gap == ". "  # "nursery, little acorns, say he is settled"
    return opens or any(key_at(tokens, place - back) in _THE for back in (2, 3))


def _who_does_something(tokens: Sequence[Token], place: int, lists: Lists) -> int:
    """Give where a name ends that opens a clause and does what services do."""
    token, after, beyond = tokens[place], tokens[place + 1], token_at(tokens, place + 2)
    if token.key in SERVICES_ALONE and after.key in _SAYS:
        return place + 1
    if end := saying(tokens, place, lists, opens=True):
        return end if may_be_done_by_a_service(tokens, end) else 0
    if after.key in _SPEAKS and are_many(token.key):
        return place + 1
    if beyond is None or beyond.key not in _DOES or beyond.gap != " ":
        return 0
    if not (beyond.key in _SAYS or _is_done_by_a_service(tokens, place + 2)):
        return 0
    if beyond.key in _ONLY_SAY and after.key in _PARTICLES and is_a_thing(token.key):
        return place + 2
    if ends_like_somebody(after.key) or not _are_a_service(token.key, after.key, beyond.key):
        return 0
    bare = bare_words(tokens, place, lists) or (paired(tokens, place, lists) if _disagree(after.key, beyond.key) else 0)
    return place + 2 if bare == place + 2 else 0


def _are_a_service(first: str, last: str, does: str) -> bool:
    return does in _ONLY_SAY or _disagree(last, does) or (is_a_thing(last) and first not in _ORDINARY)


def _disagree(last: str, does: str) -> bool:
    """Tell whether one thing does what many do, or many what one does: "green shoots has a place"."""
    return does in (_ONE_DOES if last.endswith("s") and not last.endswith("ss") else _MANY_DO)


def the_one_that_does(tokens: Sequence[Token], place: int) -> int:
    """Give where it ends where one thing does what many do, as a service: "the cabin have kept his place"."""
    one = the_one(tokens, place + 1)
    after = key_at(tokens, one)
    closed = after in _BE and key_at(tokens, one + 1) in _CLOSED
    does = (
        closed or after in _ONLY_SAY or after in _MANY_DO or (after == "did" and key_at(tokens, one + 1) in _BEHIND_DID)
    )
    return one if one and does else 0


def may_be_done_by_a_service(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a service does this, where it can be nothing else: "has kept", "did a raffle", "will store"."""
    key, after = key_at(tokens, place), key_at(tokens, place + 1)
    if place >= len(tokens) or tokens[place].gap != " ":
        return False
    if _is_done_by_a_service(tokens, place):
        return key not in _BE or after in _CLOSED
    done = key in _HAVE and (after in _DONE_BY or after in _ONLY_SAY)
    does = (key in _WILL and after in _DO_IT) or (key == "did" and after in _BEHIND_DID)
    return done or does or key in _GIVES


def _is_done_by_a_service(tokens: Sequence[Token], place: int) -> bool:
    key = key_at(tokens, place)
    if place < len(tokens) and tokens[place].gap != " ":
        return False
    return key in _ONLY_SAY or key in _ONE_DOES or (key in _BE and key_at(tokens, place + 1) in _CLOSED)
