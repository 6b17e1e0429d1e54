"""Which plain words may be what a service is called; whether they are one is told by where they stand.

Each function gives where such a name ends that begins at a place, and 0 where none does.
"""

from collections.abc import Sequence
from functools import lru_cache

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, token_at

_THINGS = words("organisations", "things")
_EMBLEMS = words("organisations", "emblems")
_HAVENS = words("organisations", "havens")
_OF_TWO, _PLAIN = words("organisations", "thing of two"), words("organisations", "before a thing of two")
_STUFF, _AGENTS = words("organisations", "also stuff"), words("organisations", "agents")
_WILLING, _COLOURS = words("organisations", "willing"), words("organisations", "colours")
_COLOURFUL = words("organisations", "colourful")
_QUALITIES, _PARTICLES = words("organisations", "qualities"), words("organisations", "particles")
_QUALIFIED, _LAST = words("organisations", "qualified"), words("organisations", "ends of a name")
_ORDINARY, _SAYS_WHEN = words("organisations", "subjects"), words("organisations", "says when")
_SAID_OF_ALL = frozenset(tuple(pair.split()) for pair in phrases("organisations", "said of anybody"))
_VERBS, _DEEDS = words("organisations", "verbs"), words("organisations", "deeds")
_ENDS, _ITS_OWN = words("organisations", "ends a name"), words("organisations", "its own")
_GENERAL = (
    words("organisations", "general")
    | words("people", "kin")
    | words("bare", "nobody")
    | words("name_or_word", "within")
    | _ENDS
    | _ITS_OWN
)
_GENERAL |= words("posts", "words") | frozenset(phrases("roles", "plain places"))
_ABSTRACT = (
    "tion sion ment ments ness ity ities ance ance ence ances ences ism ship ships hood logy graphy tions sions ics "
    "ful able ible ive ous ally est"
)
_ENDINGS = (*_ABSTRACT.split(), "ed", "ly")
_PEOPLE = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ian", "ians", "people", "folk")
_GENERAL_ALONE, _NO_END = words("organisations", "general alone"), words("organisations", "no end of a pair")
_SAYS_LITTLE = words("articled", "says little")
SERVICES_ALONE = _EMBLEMS | _DEEDS | _AGENTS
"""Services alone are called so, or it wants an article: "thrive", "compass"."""

_IN_NOTES = words("organisations", "in notes")
_LONGEST = 3
_SHORTEST = 3
_SHORTEST_DOING = 5


def is_a_thing(key: str) -> bool:
    """Tell whether it is something that can be counted, one or many."""
    return any(form in _THINGS for form in (key, key.removesuffix("s"), key.removesuffix("es")))


def are_many(key: str) -> bool:
    """Tell of "sunbeams" that it is many things, none of which lies about everywhere: "cards" do."""
    return key.endswith("s") and is_a_thing(key) and key.removesuffix("s") not in _STUFF


def are_one_thing(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell of two words or three whether they want an article, or nothing ordinary is called so: "early bird"."""
    first, last = tokens[begin].key, tokens[end - 1].key
    if end - begin < 2 or not is_a_thing(last) or first in _ORDINARY:
        return False
    return first in _QUALITIES or last in _EMBLEMS or (last in _THINGS and not last.endswith("s"))


def may_name_a_place(token: Token) -> bool:
    """Tell whether a place may be called so: it says nothing in general, and is a noun for all that its end tells."""
    plain = is_general(token.word) or token.key in _VERBS - _THINGS or token.key.endswith("ing")
    return len(token.key) > 2 and token.key.isalpha() and not plain


def is_over(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a name before this place cannot go on with the word that stands there."""
    token = token_at(tokens, place)
    if tokens[place - 1].possessive or (token is not None and token.key in _ITS_OWN):
        return True
    if token is None or token.gap != " " or token.key in _ENDS:
        return True
    done = token.key.endswith("ed") and not is_a_thing(token.key)  # “from lapwing carried the sofa”
    return (done or token.key.endswith("ing")) and len(token.key) > _SHORTEST_DOING  # “at spare wheel mending bikes”


def bare_words(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Give where up to three words end that say nothing in general."""
    at = begin
    while at < len(tokens) and at - begin < _LONGEST and (at == begin or tokens[at].gap == " "):
        token = tokens[at]
        if at > begin and (token.key in _ENDS or tokens[at - 1].possessive):
            break
        if _is_the_last_but_one(tokens, at):
            return at + 2
        quality = (
            at == begin and token.key in _QUALITIES and _is_plainly_written(token) and _goes_with_it(tokens, at + 1)
        )
        if quality and (token.key, tokens[at + 1].key) in _SAID_OF_ALL:
            return 0
        if not quality and _says_something_general(token, lists):
            return 0
        at += 1
    if at == begin or not is_over(tokens, at) or (at == begin + 1 and tokens[begin].key in _IN_NOTES):
        return 0
    last, several = tokens[at - 1].key, at - begin > 1
    if not several and (last in _STUFF or is_general(tokens[begin].word)):  # “at home on a plan”, “given by hand”
        return 0
    if not several and last.endswith("ing") and _goes_on_with_a_particle(tokens, at):
        return at + 1
    doing = tokens[begin].key.endswith("ing") and not is_a_thing(tokens[begin].key)
    return 0 if doing and not (several and is_a_thing(last)) else at


def loosely(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Give where words end of which one at least says nothing general; the first may, as in "third space"."""
    at, says = begin, False
    while at < len(tokens) and at - begin <= _LONGEST and tokens[at].gap == " " and tokens[at].key not in _ENDS:
        token = tokens[at]
        if not (token.lower and token.key.isalpha() and token.word in lists.english):
            return 0
        says = says or not is_general(token.word)
        at += 1
        if token.possessive and at - begin > 1:
            break
    over = at > begin and says and is_over(tokens, at) and tokens[at - 1].key not in _SAYS_WHEN
    over = over and not (at == begin + 1 and tokens[begin].key.endswith(("ing", "ly")))
    return at if over and not ends_like_somebody(tokens[at - 1].key) else 0


def paired(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Give where two words end that want an article, though one may be general: "jumping beans", "handy men"."""
    end = begin + 2
    if end > len(tokens) or not is_over(tokens, end) or tokens[end - 1].gap != " ":
        return 0
    first, last = tokens[begin], tokens[begin + 1]
    plain = all(token.lower and len(token.key) > 2 and token.word in lists.english for token in (first, last))
    if not plain or {first.key, last.key} & _ENDS or first.key in _SAYS_LITTLE or first.possessive:
        return 0
    general = is_general(last.word) and last.key not in _GENERAL_ALONE
    return 0 if general or last.key in _NO_END or first.key.endswith(("ly", "ed")) or last.key.endswith("ing") else end


def _goes_with_it(tokens: Sequence[Token], place: int) -> bool:
    token = token_at(tokens, place)
    if token is None or token.gap != " " or not token.lower:
        return False
    return is_a_thing(token.key) or token.key in _QUALIFIED


def _is_the_last_but_one(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word follows with which only services end their names: "families united"."""
    after = token_at(tokens, place + 1)
    if after is None or after.key not in _LAST or after.gap != " " or len(tokens[place].key) < _SHORTEST:
        return False
    return is_over(tokens, place + 2) and tokens[place].key not in _ENDS


def _goes_on_with_a_particle(tokens: Sequence[Token], place: int) -> bool:
    token = token_at(tokens, place)
    return token is not None and token.gap == " " and token.key in _PARTICLES and is_over(tokens, place + 1)


def _says_something_general(token: Token, lists: Lists) -> bool:
    return (
        not _is_plainly_written(token)
        or len(token.key) < 3
        or is_general(token.word)
        or token.word not in lists.english
    )


def _is_plainly_written(token: Token) -> bool:
    """Tell whether its capitals say nothing: what has one elsewhere is found for that."""
    return token.lower or token.opens or token.upper


@lru_cache(maxsize=20_000)
def is_general(word: str) -> bool:
    """Tell whether it says in general where somebody is, or what it is."""
    if word in _THINGS or word in _EMBLEMS:
        return word in _ENDS
    forms = (word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    return word.endswith(_ENDINGS) or any(form in _GENERAL for form in forms)


def may_be_done(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether words behind "to" are rather what somebody does there: "to collect tablets"."""
    first, last = tokens[begin].key, tokens[end - 1].key
    one_of_them = end - begin > 1 and last in _THINGS and not last.endswith("s")  # “open door”, not “open doors”
    return first in _VERBS and not one_of_them


def is_unlike_anything(tokens: Sequence[Token], begin: int) -> bool:
    """Tell of two words behind "the" whether nothing but a service is called so: "listening post", "blue house"."""
    first, after = tokens[begin].key, token_at(tokens, begin + 1)
    if first not in _WILLING and first not in _COLOURS:
        return False
    if after is None or after.gap != " " or not after.lower or not is_over(tokens, begin + 2):
        return False
    if first == "living" and after.key in ("room", "rooms", "kitchen"):
        return False
    return (first in _WILLING and after.key in _OF_TWO | {"post"}) or (first in _COLOURS and after.key in _COLOURFUL)


def ends_like_somebody(key: str) -> bool:
    """Tell of "bank manager" and "shop owner" that people are called so, and no service."""
    return key.endswith(_PEOPLE) and not is_a_thing(key)


def the_one(tokens: Sequence[Token], begin: int) -> int:
    """Give where "meadow" ends behind "the", or "yellow door"; "the waiting room" is everywhere."""
    if begin >= len(tokens) or tokens[begin].gap != " " or not _is_plainly_written(tokens[begin]):
        return 0
    first, after = tokens[begin], token_at(tokens, begin + 1)
    if first.key in _HAVENS and is_over(tokens, begin + 1) and (after is None or after.key != "of"):
        return begin + 1
    if after is None or after.key not in _OF_TWO or after.gap != " " or not after.lower or first.possessive:
        return 0
    plain = first.key in _PLAIN or first.key.endswith(("ed", "ly", "est")) or len(first.key) < 3
    beyond = token_at(tokens, begin + 2)
    over = is_over(tokens, begin + 2) and (beyond is None or beyond.key not in ("of", "for"))
    return begin + 2 if over and not plain and first.key not in _GENERAL else 0
