"""Services whose name is a whole saying: "draw the line", "words on wheels", "dads who cook", "side by side".

Behind what leads to a service no order can stand, no saying, and no two nouns that a small word joins.
"""

from collections.abc import Callable, Sequence

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.organisations.naming import is_general, is_over
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

_JOINED_BY, _SAID_TWICE = words("sayings", "joined by"), words("sayings", "said twice")
_MANY, _LIKE = words("sayings", "many of us"), words("sayings", "what some are like")
_ANYBODY = words("sayings", "of anybody")
_ORDERS, _WHOM = words("sayings", "orders"), words("sayings", "whom or what")
_CAN, _GOES_ON = words("sayings", "what they can"), words("sayings", "how an order goes on")
_CLEAR_ORDERS = words("sayings", "clear orders")
_OTHER_ORDERS, _WHOLLY = words("sayings", "orders of one word"), words("sayings", "wholly")
_WITH_ANYTHING = words("sayings", "goes with anything")
_NO_NOUN, _BEHIND_IT = words("sayings", "no noun"), words("sayings", "behind no noun")
_OURS, _IS_OURS = words("sayings", "ours"), words("sayings", "what is ours")
_TIME, _IS_DONE = words("sayings", "time and room"), words("sayings", "what there is time for")


def _by_beginning() -> dict[str, list[tuple[str, ...]]]:
    known: dict[str, list[tuple[str, ...]]] = {}
    for saying in phrases("sayings", "sayings"):
        first, *rest = saying.split()
        known.setdefault(first, []).append(tuple(rest))
    return {first: sorted(rests, key=len, reverse=True) for first, rests in known.items()}


_SAYINGS = _by_beginning()


_FIRST = _SAYINGS.keys() | _MANY | _OURS | _TIME
_FIRST_OF_AN_ORDER = _ORDERS | _OTHER_ORDERS | _WHOLLY | _NO_NOUN
_SECOND = _JOINED_BY | _SAID_TWICE
"""No saying begins otherwise, and most clauses do."""


def _is_and(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].gap == " & "


def saying(tokens: Sequence[Token], begin: int, lists: Lists, *, opens: bool = False) -> int:
    """Give where a saying ends that begins here, as the name of a service; 0 where none does.

    Where a clause `opens`, an order is rather one.
    """
    if begin >= len(tokens):
        return 0
    token, after = tokens[begin], token_at(tokens, begin + 1)
    begins = token.key in _FIRST or (token.key in _FIRST_OF_AN_ORDER and not opens)
    goes_on = after is not None and (after.key in _SECOND or after.gap == " & ")
    if not (begins or goes_on) or not (token.lower or token.opens):
        return 0
    for rule in _UNLIKE_ORDERS if opens else _RULES:
        end = rule(tokens, begin, lists)
        if end and end <= len(tokens) and all(token.gap in (" ", " & ") for token in tokens[begin + 1 : end]):
            return end
    return 0


def known_saying(tokens: Sequence[Token], begin: int) -> int:
    """Give where one ends that everybody says."""
    after = key_at(tokens, begin + 1)
    for rest in _SAYINGS.get(tokens[begin].key, ()):
        if rest and rest[0] != after:
            continue
        end = begin + 1 + len(rest)
        if tuple(token.key for token in tokens[begin + 1 : end]) == rest and is_over(tokens, end):
            return end
    return 0


def _known(tokens: Sequence[Token], begin: int, _lists: Lists) -> int:
    return known_saying(tokens, begin)


def _twice(tokens: Sequence[Token], begin: int, _lists: Lists) -> int:
    """Side by side."""
    same = key_at(tokens, begin + 2) == tokens[begin].key and len(tokens[begin].key) > 2
    return begin + 3 if same and key_at(tokens, begin + 1) in _SAID_TWICE and is_over(tokens, begin + 3) else 0


def _of_us(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Dads who cook, mums like us."""
    joint, last = key_at(tokens, begin + 1), key_at(tokens, begin + 2)
    if tokens[begin].key not in _MANY:
        return 0
    if joint == "who" and tokens[begin].key not in _ANYBODY:
        return (
            begin + 3 if last in lists.english and not last.endswith(("s", "ed")) and is_over(tokens, begin + 3) else 0
        )
    if joint == "like":
        return begin + 3 if last in _LIKE else 0
    if joint in _CAN:
        end = begin + 2 if is_over(tokens, begin + 2) else begin + 3
        return end if is_over(tokens, end) else 0
    plain = joint in ("in", "on", "for", "to") and _may_join(tokens, begin + 2, lists)
    return begin + 3 if plain and is_over(tokens, begin + 3) else 0


def _joined(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Words on wheels, horses for heroes, soup and sofas."""
    if key_at(tokens, begin + 1) not in _JOINED_BY and not _is_and(tokens, begin + 1):
        return 0
    step = 1 if key_at(tokens, begin + 1) in _JOINED_BY else 0
    end = begin + 2 + step
    first = tokens[begin].key in _WITH_ANYTHING or _may_join(tokens, begin, lists)
    both = first and end <= len(tokens) and _may_join(tokens, end - 1, lists)
    return end if both and is_over(tokens, end) else 0


def _may_join(tokens: Sequence[Token], place: int, lists: Lists, *, of_doing: bool = False) -> bool:
    if place >= len(tokens):
        return False
    token = tokens[place]
    if (token.key.endswith("ing") and not of_doing) or token.key in _ANYBODY:
        return False
    plain = len(token.key) > 2 and token.key.isalpha() and token.word in lists.english and token.lower
    return plain and not is_general(token.word)


def _order(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Draw the line, speak up, remember me."""
    after, beyond = key_at(tokens, begin + 1), key_at(tokens, begin + 2)
    if tokens[begin].key not in _ORDERS or after not in _WHOM:
        return 0
    if after in ("the", "your", "our", "my", "this", "that") and _is_about(tokens, begin + 2, lists):
        return begin + 3
    bare = after not in ("the", "your", "our", "my")
    return begin + 2 if bare and (is_over(tokens, begin + 2) or beyond == "") else 0


def _is_about(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    if place >= len(tokens) or not tokens[place].lower or tokens[place].word not in lists.english:
        return False
    return len(tokens[place].key) > 2 and is_over(tokens, place + 1)


def order_to(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Give where an order ends that no noun is like, with what it is about: "draw the line"."""
    clear = tokens[begin].key in _CLEAR_ORDERS and key_at(tokens, begin + 1) in ("the", "it", "me", "us")
    end = _order(tokens, begin, lists) if clear else 0
    return end if end and is_over(tokens, end) else 0


def _goes_on(tokens: Sequence[Token], begin: int, lists: Lists) -> int:
    """Keep going, just ask, come as you are, leave the light on, simply sewing."""
    first, after = tokens[begin].key, key_at(tokens, begin + 1)
    if first in _WHOLLY:
        return begin + 2 if _may_join(tokens, begin + 1, lists, of_doing=True) and is_over(tokens, begin + 2) else 0
    if first not in _ORDERS | _OTHER_ORDERS or after not in _GOES_ON | {"the", "my", "it", "that"}:
        return 0
    ends = (begin + length for length in (2, 3, 4) if begin + length <= len(tokens))
    short = after not in ("the", "my", "a", "an", "as", "that", "more", "add")
    return next((end for end in ends if (short or end > begin + 2) and is_over(tokens, end)), 0)


def _without_a_noun(tokens: Sequence[Token], begin: int, _lists: Lists) -> int:
    """Not alone, still here."""
    plain = tokens[begin].key in _NO_NOUN and key_at(tokens, begin + 1) in _BEHIND_IT
    return begin + 2 if plain and is_over(tokens, begin + 2) else 0


def _ours(tokens: Sequence[Token], begin: int, _lists: Lists) -> int:
    """Your voice."""
    ours = tokens[begin].key in _OURS and key_at(tokens, begin + 1) in _IS_OURS
    return begin + 2 if ours and is_over(tokens, begin + 2) else 0


def _time_to(tokens: Sequence[Token], begin: int, _lists: Lists) -> int:
    """Time to talk, room to breathe."""
    there = tokens[begin].key in _TIME and key_at(tokens, begin + 1) == "to" and key_at(tokens, begin + 2) in _IS_DONE
    return begin + 3 if there and is_over(tokens, begin + 3) else 0


_Way = Callable[[Sequence[Token], int, Lists], int]
_UNLIKE_ORDERS: tuple[_Way, ...] = (_known, _twice, _of_us, _time_to, _ours, _joined)
_RULES: tuple[_Way, ...] = (*_UNLIKE_ORDERS, _order, _goes_on, _without_a_noun)
