"""Where a singular noun without an article can only be what somebody is called, by what stands around it.

"pickle is nine and", "jubilee went into care", "gave smudge a hug", "asked tank what". Whether the word may be a name
at all, `bare.py` tells.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.name_or_word import KIN
from circle_cli.identifiers.known.organisations.naming import is_a_thing
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at

_NOT = words("alone", "does not")
_FEELS, _FELT = words("alone", "what only people do"), words("alone", "what only people have done")
_GOES, _THERE = words("alone", "goes"), frozenset(tuple(each.split()) for each in phrases("alone", "there"))
_GIVES, _GIVEN = words("alone", "gives"), words("alone", "given")
_ASKS, _WHAT = words("alone", "asks"), words("alone", "what is asked")
_NUMBERS = frozenset((*phrases("dates", "ones"), *phrases("dates", "tens")))
_BEHIND_AN_AGE = words("alone", "behind an age")
_NAMES, _WHOM = words("alone", "names"), ("him", "her", "them")
_OVER = words("alone", "behind a name given")
_PETS = words("called", "pets")
_WITH_ARTICLES = ("the", "a", "an", "his", "her", "their", "my", "our", "your", "that", "this")
_WHOSE = ("his", "her", "their", "my", "our")
_OWN = _WHOSE[:3]
_DOES = words("name_or_word", "does") | {"is", "was", "and", "has", "had"}
_LEADS = words("bare", "led to") | words("alone", "leads to somebody")
_ANEW = words("bare", "begins anew") | {"then"}
_HAS = ("has", "had", "hasnt", "hadnt", "hasn't", "hadn't", "havent")
_Holds = Callable[[Sequence[Token], int], bool]


def stand_alone(tokens: Words) -> Iterator[int]:
    """Give the places of words that stand so."""
    for place in [place for place, key in enumerate(tokens.row) if key in _SIGNS or not key.isalpha()]:
        token, key = tokens[place], tokens.row[place]
        after = key_at(tokens, place + 1)
        if key in _BEFORE and place and _holds(_BEFORE[key], after, tokens, place - 1):
            yield place - 1
        if key in _BEHIND and place + 1 < len(tokens) and _holds(_BEHIND[key], after, tokens, place + 1):
            yield place + 1
        if token.digits and place and (_has_an_age_in_brackets(tokens, place - 1) or _is_so_old_now(tokens, place - 1)):
            yield place - 1
        if key in _NAMES and _is_named_so(tokens, place + 2):
            yield place + 2


def _holds(rows: Sequence["_Behind"], after: str, tokens: Sequence[Token], place: int) -> bool:
    for follows, holds in rows:  # a generator for “any” takes longer than most of these
        if (not follows or after in follows) and holds(tokens, place):
            return True
    return False


def _begins(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    return (
        token.opens
        or token.gap in (", ", " - ", " – ", "; ")
        or (token.gap == " " and key_at(tokens, place - 1) in _ANEW)
    )


def _keys(tokens: Sequence[Token], place: int, number: int) -> tuple[str, ...]:
    """Give so many words behind a place, as long as nothing but spaces stands between them."""
    keys: list[str] = []
    for token in tokens[place + 1 : place + 1 + number]:
        if token.gap != " ":
            break
        keys.append(token.key)
    return (*keys, *[""] * (number - len(keys)))


def _is_so_old(tokens: Sequence[Token], place: int) -> bool:
    first, second, third, fourth = _keys(tokens, place, 4)
    is_it, age, after = (second, third, fourth) if first == "who" else (first, second, third)
    old = is_it in ("is", "was") and (age in _NUMBERS or (age.isdecimal() and len(age) < 3))
    return old and (after in _BEHIND_AN_AGE) and _begins(tokens, place)


def _has_an_age_in_brackets(tokens: Sequence[Token], place: int) -> bool:
    age, after = token_at(tokens, place + 1), token_at(tokens, place + 2)
    old = age is not None and age.gap == " (" and age.text.isdecimal() and len(age.text) < 3
    return old and (after is None or after.gap[:1] == ")") and (_begins(tokens, place) or _is_led_to(tokens, place))


def _is_so_old_now(tokens: Sequence[Token], place: int) -> bool:
    age, after = token_at(tokens, place + 1), token_at(tokens, place + 2)
    old = age is not None and age.gap == ", " and age.text.isdecimal() and len(age.text) < 3
    return old and after is not None and after.gap == ", " and after.lower and _begins(tokens, place)


def _is_led_to(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].gap == " " and key_at(tokens, place - 1) in _LEADS


def _comes_with_kin(tokens: Sequence[Token], place: int) -> bool:
    joins, whose, kin = _keys(tokens, place, 3)
    with_kin = joins in ("and", "n") and whose in _OWN and kin in KIN
    return with_kin and (_begins(tokens, place) or _is_led_to(tokens, place))


def _does_not(tokens: Sequence[Token], place: int) -> bool:
    does, first, second = _keys(tokens, place, 3)
    return (
        does in _NOT
        and (second if first in ("even", "really", "ever", "to") else first) in _FEELS
        and _begins(tokens, place)
    )


def _has_done(tokens: Sequence[Token], place: int) -> bool:
    has, first, second = _keys(tokens, place, 3)
    done = first in ("never", "always", "only", "just", "not", "even") and second in _FELT
    return has in _HAS and (done or (has not in ("has", "had") and first in _FELT)) and _begins(tokens, place)


def _goes_there(tokens: Sequence[Token], place: int) -> bool:
    goes, first, second = _keys(tokens, place, 3)
    return goes in _GOES and ((first,) in _THERE or (first, second) in _THERE) and _begins(tokens, place)


def _is_by_himself(tokens: Sequence[Token], place: int) -> bool:
    on, whose, own = _keys(tokens, place, 3)
    return on == "on" and whose in _OWN[:2] and own == "own" and _is_led_to(tokens, place)


def _is_given_something(tokens: Sequence[Token], place: int) -> bool:
    gives = key_at(tokens, place - 1) in _GIVES and tokens[place].gap == " "
    return gives and _keys(tokens, place, 1)[0] in _GIVEN


def _is_asked(tokens: Sequence[Token], place: int) -> bool:
    asks = key_at(tokens, place - 1) in _ASKS and tokens[place].gap == " "
    return asks and _keys(tokens, place, 1)[0] in _WHAT


def _is_kin(tokens: Sequence[Token], place: int) -> bool:
    kin = (
        tokens[place].key not in _DOES
        and key_at(tokens, place - 1) in KIN
        and tokens[place].gap == " "
        and not tokens[place - 1].possessive
    )
    return kin and key_at(tokens, place - 2) in _WHOSE and _keys(tokens, place, 1)[0] in _DOES


def _is_an_animal(tokens: Sequence[Token], place: int) -> bool:
    """Tell of a thing whether it is said to be an animal: "took biscuit the dog", but not "walked the dog"."""
    the, animal, beyond = _keys(tokens, place, 3)
    if the in ("thats", "that's"):  # "biscuit thats the dog"
        the, animal = animal, beyond
    bare = key_at(tokens, place - 1) not in _WITH_ARTICLES or tokens[place].opens
    return (
        the == "the" and animal in _PETS and bare and is_a_thing(tokens[place].key) and tokens[place].key not in _PETS
    )


def _is_named_so(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or key_at(tokens, place - 1) not in _WHOM or tokens[place].gap != " ":
        return False
    after = token_at(tokens, place + 1)
    return after is None or after.gap != " " or after.key in _OVER


_Behind = tuple[Collection[str], _Holds]


def _by_sign(*rows: tuple[Iterable[str], Collection[str], _Holds]) -> dict[str, list[_Behind]]:
    """Give what is to be asked where a word stands, and behind it one of those that follow, if any must."""
    by_sign: dict[str, list[_Behind]] = {}
    for signs, follows, holds in rows:
        for sign in signs:
            by_sign.setdefault(sign, []).append((follows, holds))
    return by_sign


_BEFORE = _by_sign(
    (("is", "was", "who"), (), _is_so_old),  # pickle is nine and
    (("and", "n"), _OWN, _comes_with_kin),  # pickle and his mum
    (_NOT, (), _does_not),  # pickle didnt want
    (_HAS, (), _has_done),  # pickle has never slept
    (_GOES, (), _goes_there),  # jubilee went into care
    (("on",), _OWN, _is_by_himself),  # saw pickle on his own
    (("the",), _PETS, _is_an_animal),  # took biscuit the dog
    (("thats", "that's"), ("the",), _is_an_animal),
)
"""What the word behind a name tells of it."""

_BEHIND = _by_sign(
    (_GIVES, (), _is_given_something),  # gave pickle a hug
    (_ASKS, (), _is_asked),  # asked pickle what
    (KIN, (), _is_kin),  # his brother pickle came
)
"""What the word before a name tells of it."""

_SIGNS = frozenset((*_BEFORE, *_BEHIND, *_NAMES))
