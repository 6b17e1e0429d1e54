"""What people are called: "a lad called spud", "known as bean", "everyone calls her sparrow", Robert "Spud" Murphy.

A nickname is any word at all, so that only what stands around it tells it; once told, it is found in the whole text.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.name_or_word import KIN
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at

_PETS = words("called", "pets")
_WHO = KIN | _PETS | words("called", "who")
_CALLERS = words("called", "callers")
_CALLING = words("called", "calling")
_THEM = words("called", "whom they call")
_IS = words("called", "being called")
_NO_NICKNAME = words("called", "no nickname")
_WHOSE = ("the", "his", "her", "my", "our", "their", "your", "its")
_SAID_OF = ("he", "she", "who", "he's", "she's", "him", "her")
_NAMED = ("called", "named", "nicknamed")
_TELLING = frozenset((*_NAMED, *_CALLING, "calling", "known", "goes", "went", "answers", "answered"))
_TELLING |= {"aka", "alias", "name", "names", "name's", "nickname", "nickname's"}
"""No nickname is told without one of these, or a quotation mark."""

_HE_IS = ("he's", "she's", "who's", "hes", "shes", "whos")
_BEGINNING = _WHO | _TELLING | {"he", "she", "who", *_HE_IS}
"""No frame begins with any other word."""

_LISTED = re.compile(r", |,? (?:and|&|or) |/")
_SEASONS, _WHICH = frozenset(phrases("dates", "seasons")), ("this", "last", "next", "the", "every", "all", "each")
_NEAR = 4
"""Characters between a frame and a nickname: a space, a comma, a quotation mark."""

_OPENING, _CLOSING = ('"', "'", "“", "‘"), ('"', "'", "”", "’")
_QUOTES = "".join(_OPENING + _CLOSING)
_SIGNS = _QUOTES + "("
_SIGN = re.compile(f"[{_SIGNS}]")


def find_called(tokens: Words, text: str, lists: Lists) -> Iterator[Mark]:
    """Find nicknames where somebody is said to be called so, and wherever else they stand."""
    if _TELLING.isdisjoint(tokens.keys) and not (_SIGN.search(text) and _has_a_sign(tokens)):
        return
    told = {place for begin in _begun(tokens, text, lists) for place in _row(tokens, begin, text, lists)}
    known = {tokens[place].key for place in told if tokens[place].key not in _WHO}
    for place, token in enumerate(tokens):
        elsewhere = token.key in known and not (token.key in _SEASONS and key_at(tokens, place - 1) in _WHICH)
        if place in told or elsewhere:
            yield Mark(
                kind=Identifier.PERSON,
                start=token.start,
                end=token.end,
                reason="is what somebody is called" if place in told else "is what somebody is called elsewhere here",
                suggestion=INSTEAD[Identifier.PERSON],
            )


def _has_a_sign(tokens: Sequence[Token]) -> bool:
    return any(token.gap and token.gap[-1] in _SIGNS for token in tokens)


def _begun(tokens: Sequence[Token], text: str, lists: Lists) -> Iterator[int]:
    for place, token in enumerate(tokens):
        behind = decided(_FRAMES, tokens, place) if token.key in _BEGINNING else None
        if behind and _may_be_a_nickname(tokens, place + behind):
            yield place + behind
        elif _may_have_called_somebody(tokens, place) and _is_like_a_name(tokens, place + 2, lists):
            yield place + 2
        elif token.key in ("they", "them") and _is_called(tokens, place) and _is_like_a_name(tokens, place + 3, lists):
            yield place + 3
        elif (
            _is_told_in_brackets(tokens, place)
            or _is_what_they_are_called(tokens, place)
            or _is_quoted_beside_a_name(tokens, place, text, lists)
        ):
            yield place


def _row(tokens: Sequence[Token], place: int, text: str, lists: Lists) -> Iterator[int]:
    """Give what is named first, and what follows in the same list: "storm, river and kai"."""
    yield place
    while place + 1 < len(tokens):
        step = 2 if key_at(tokens, place + 1) in ("and", "or") else 1
        if place + step >= len(tokens):
            return
        between = text[tokens[place].end : tokens[place + step].start]
        if not (_LISTED.fullmatch(between) and _is_like_a_name(tokens, place + step, lists)):
            return
        place += step
        yield place


def _may_be_a_nickname(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens):
        return False
    token = tokens[place]
    near = len(token.gap) <= _NEAR and "\n\n" not in token.gap and not token.gap.strip(f"{_QUOTES} ,:(\n")
    may_be_one = len(token.key) > 1 and not token.digits and token.key not in _NO_NICKNAME
    how = token.lower and token.key.endswith("ly")  # "called urgently"
    return near and may_be_one and not how


def _is_like_a_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    if not _may_be_a_nickname(tokens, place):
        return False
    word = tokens[place].word
    a_name = word in lists.always or word in lists.both or word in lists.soft
    return a_name or word not in lists.english


def _is_said_of_somebody(tokens: Sequence[Token], place: int) -> bool:
    may_call = key_at(tokens, place - 1) in _WHOSE and tokens[place].key not in _PETS
    return _may_have_called_somebody(tokens, place) and not may_call


def _may_have_called_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Hold for "the carer called school" as well, where only a name is one."""
    return tokens[place].key in _WHO and key_at(tokens, place + 1) in _NAMED


def _is_called(tokens: Sequence[Token], place: int) -> bool:
    return key_at(tokens, place + 1) in _IS and key_at(tokens, place + 2) in _NAMED


def _he_is_called(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in ("he", "she", "who") and _is_called(tokens, place)


def _hes_called(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in _HE_IS and key_at(tokens, place + 1) in _NAMED


def _they_call_him(tokens: Sequence[Token], place: int) -> bool:
    by_somebody = key_at(tokens, place - 1) in _CALLERS or key_at(tokens, place + 1) == "him"
    calls = tokens[place].key in _CALLING and by_somebody
    named = token_at(tokens, place + 2)
    of_things = key_at(tokens, place + 1) == "them" and named is not None and named.gap == ", "
    return calls and key_at(tokens, place + 1) in _THEM and not of_things


def _he_calls_himself(tokens: Sequence[Token], place: int) -> bool:
    own = key_at(tokens, place + 1) in ("himself", "herself", "themselves", "themself")
    return tokens[place].key in (*_CALLING, "calling") and own


def _known_as(tokens: Sequence[Token], place: int) -> bool:
    of_somebody = any(token.key in _WHO or token.key in _SAID_OF for token in tokens[max(0, place - 4) : place])
    return of_somebody and (tokens[place].key, key_at(tokens, place + 1)) in _KNOWN_AS


def _is_named_at_once(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in ("aka", "alias", "nicknamed")


def _his_name_is(tokens: Sequence[Token], place: int) -> bool:
    whose = key_at(tokens, place - 1) in ("his", "her", "their", "my", "real", "first", "middle", "pet", "street")
    after = key_at(tokens, place + 2)
    is_it = key_at(tokens, place + 1) in ("is", "was") and not after.endswith(("ed", "ing", "en"))  # "was changed"
    return tokens[place].key in ("name", "nickname") and whose and is_it


def _names_is(tokens: Sequence[Token], place: int) -> bool:
    short = tokens[place].key in ("name's", "nickname's") or (tokens[place].key == "name" and tokens[place].possessive)
    bare = tokens[place].key == "name" and key_at(tokens, place - 1) in ("real", "pet", "street")
    return short or (bare and key_at(tokens, place + 1) not in ("is", "was"))


_THAT_IS, _WHAT = ("is", "was", "thats", "that's"), ("what", "whit", "wot")
_PROPER = ("proper", "real", "full", "given", "birth", "actual")
_KNOWN_AS = frozenset((("known", "as"), ("goes", "by"), ("went", "by"), ("answers", "to"), ("answered", "to")))
_FRAMES = (
    Rule("a lad called spud", _is_said_of_somebody, 2),
    Rule("he is called spud", _he_is_called, 3),
    Rule("she’s called bean", _hes_called, 2),
    Rule("everyone calls her sparrow", _they_call_him, 2),
    Rule("he calls himself tank", _he_calls_himself, 2),
    Rule("known as bean", _known_as, 2),
    Rule("aka spud", _is_named_at_once, 1),
    Rule("his name is storm", _his_name_is, 2),
    Rule("his real name connor", _names_is, 1),
)
"""How many words behind the one that is looked at the name stands."""


def _is_what_they_are_called(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is the first word of "sparrow is what everyone calls her", "bubbles (thats what we call her)"."""
    if key_at(tokens, place + 1) not in _THAT_IS or key_at(tokens, place + 2) not in _WHAT:
        return False
    keys = [key_at(tokens, at) for at in range(place + 3, place + 8)]
    who = keys[0] in _CALLERS or keys[0] in _WHOSE  # “what his brothers call him”
    says = who and any(keys[at] in _CALLING and keys[at + 1] in _THEM for at in range(1, len(keys) - 1))
    return says and tokens[place].key not in _NO_NICKNAME


def _is_told_in_brackets(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether brackets say who it is: "pudding (we call him that)", "bear (real name gerald)", "bo (our dog)"."""
    after = token_at(tokens, place + 1)
    if after is None or after.gap != " (" or tokens[place].key in _NO_NICKNAME:
        return False
    keys = [key_at(tokens, at) for at in range(place + 1, place + 7)]
    called = any(first in _CALLING and second in _THEM for first, second in pairwise(keys))
    named = keys[0] in _PROPER and keys[1] == "name"
    named |= keys[0] in ("his", "her", "their") and keys[1] in _PROPER and keys[2] == "name"
    return called or named or _is_said_to_be_a_pet(tokens, place)


def _is_said_to_be_a_pet(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the brackets behind it say so, and no article leads to it: "bo (our old dog)", not "the cat (…)"."""
    bare = key_at(tokens, place - 1) not in (*_WHOSE, "a", "an") or tokens[place].opens
    if not bare or key_at(tokens, place + 1) not in _WHOSE or tokens[place].key in _PETS:
        return False
    over = [token_at(tokens, at + 1) for at in (place + 2, place + 3) if key_at(tokens, at) in _PETS]
    return any(after is None or after.gap[:1] in (")", ",") for after in over)


def _is_quoted_beside_a_name(tokens: Sequence[Token], place: int, text: str, lists: Lists) -> bool:
    """Tell whether one word stands in quotation marks between or beside names: Beatrix (“Bean”)."""
    token, before, after = tokens[place], token_at(tokens, place - 1), token_at(tokens, place + 1)
    if token.gap[-1:] not in _OPENING or text[token.end : token.end + 1] not in _CLOSING:
        return False
    beside = token.gap[:-1] in (" ", " (") and before is not None
    a_pet = beside and before is not None and before.key in _PETS and token.capital  # her cat (“Marmalade”)
    named_before = a_pet or (beside and _is_written_as_a_name(before, lists))
    return named_before or (after is not None and after.gap[1:] in (" ", " (") and _is_written_as_a_name(after, lists))


def _is_written_as_a_name(token: Token | None, lists: Lists) -> bool:
    if token is None or not token.capital:
        return False
    return token.word in lists.always or token.word in lists.both or token.word not in lists.english
