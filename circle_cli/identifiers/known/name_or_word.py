"""Whether a word that may be a name stands like one: "grace laughed" names somebody, "with grace" does not."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, key_at, token_at

KIN = words("people", "kin")
_PETS = words("called", "pets")
_BEFORE_WHO = ("the", "a", "an", "my", "his", "her", "their", "our", "any", "some", "no")
_CALLING = ("here", "from", "calling", "again", "speaking")
_OF_ONESELF = ("care", "a", "the", "number", "aged", "your", "his", "her", "from", "carer", "student", "new")
_WORKERS, _DEEDS = words("name_or_word", "at work"), words("name_or_word", "deeds")
_WHOSE = ("the", "a", "an", "my", "our", "his", "her", "their", "your", "new", "old", "lovely")
_WHO = ("he", "she", "we", "they", "i")
WITHIN = words("name_or_word", "within")
_CALLED = words("name_or_word", "called")
_DOES = words("name_or_word", "does")
_FEELS = words("name_or_word", "feels")
_SPOKE = words("name_or_word", "spoken")
_MODALS = words("name_or_word", "modals")
_SEEMS = words("name_or_word", "seems")
_SHARED = words("name_or_word", "shared with")
_OF_AGE, _OF_NO_AGE = words("name_or_word", "of an age"), words("name_or_word", "of no age")
_DWELLS = words("name_or_word", "dwelling")
_PUTS, _BEHIND_A_TOWN = words("name_or_word", "puts"), words("name_or_word", "behind a town")
_WHOM = ("me", "us", "him", "her", "them")
_BEFORE_A_TOWN = words("name_or_word", "before a town")
_ONLY_PEOPLE = words("bare", "only people")
_OURS_FEELS = _FEELS - {"with", "at", "able", "ready", "keen", "quiet", "safe", "living", "sitting", "doing"}
_DONE_BY_PEOPLE = words("alone", "what only people have done")
_SEASONS = frozenset(phrases("dates", "seasons"))


def names_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word that may be a name stands where only a name would, whatever its capitals."""
    return decided(_RULES, tokens, place) is True


def _is_spoken_to(tokens: Sequence[Token], place: int) -> bool:
    before, beyond = key_at(tokens, place - 1), key_at(tokens, place - 2)
    return before in ("to", "with", "by") and beyond in _SPOKE and not tokens[place].opens


def _is_told_of(tokens: Sequence[Token], place: int) -> bool:
    return key_at(tokens, place - 1) in ("said", "says", "told") and _next_key(tokens, place) in _MODALS


def _is_ours(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is how people in the North speak of their own: "our grace cried"."""
    after, beyond = _next_key(tokens, place), _next_key(tokens, place + 1)
    does = after in _ONLY_PEOPLE or (after in ("is", "was", "were") and beyond in _OURS_FEELS)
    return key_at(tokens, place - 1) == "our" and does


def _is_a_word_here(tokens: Sequence[Token], place: int) -> bool:
    return key_at(tokens, place - 1) in WITHIN or _is_what_somebody_did(tokens, place)


def _is_what_somebody_did(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is a verb: "last week he hung it up", but not "she said he grace laughed"."""
    who = tokens[place].lower and tokens[place].gap == " " and key_at(tokens, place - 1) in _WHO
    return who and _next_key(tokens, place) not in _DOES


def _owns(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].possessive and tokens[place].key not in _SEASONS


def _is_called(tokens: Sequence[Token], place: int) -> bool:
    return key_at(tokens, place - 1) in _CALLED and not tokens[place].opens


def _is_kin(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    return key_at(tokens, place - 1) in KIN and token.gap == " " and not token.opens


def _is_at_work(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it stands behind somebody's work, and is nothing that was done: "the ot grant", not "rose"."""
    token, before = tokens[place], token_at(tokens, place - 1)
    works = before is not None and before.key in _WORKERS and token.gap == " " and not before.possessive
    led = key_at(tokens, place - 2) in _WHOSE or (before is not None and before.opens)
    return works and led and token.key not in _DEEDS


def _is_his_dog(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is what an animal of somebody is called: "his dog bishop and"."""
    after = token_at(tokens, place + 1)
    dog = key_at(tokens, place - 1) in _PETS and tokens[place].gap == " " and key_at(tokens, place - 2) in _WHOSE
    return dog and (
        after is None or after.gap != " " or after.key in ("and", "n", "who", "is", "was") or after.key in _DOES
    )


def _is_who(tokens: Sequence[Token], place: int) -> bool:
    """Tell of "joy who has lived" that it is somebody, but not of "the joy who"."""
    who = _next_key(tokens, place) in ("who", "who's", "whos") and key_at(tokens, place - 1) not in _BEFORE_WHO
    return who and tokens[place].key not in _DEEDS


def _is_explained(tokens: Sequence[Token], place: int) -> bool:
    """Tell of "me n hope (his old key worker)" that brackets say who it is."""
    after = token_at(tokens, place + 1)
    whose = after is not None and after.gap == " (" and (after.key in ("his", "her", "our", "my") or after.key in KIN)
    return whose and key_at(tokens, place - 1) not in _BEFORE_WHO


def _says_who_it_is(tokens: Sequence[Token], place: int) -> bool:
    """Tell of "im chance, care leaver" that somebody says who they are."""
    after = token_at(tokens, place + 1)
    this_is = (key_at(tokens, place - 2), key_at(tokens, place - 1)) == ("this", "is")
    if this_is and (_next_key(tokens, place) in KIN or _next_key(tokens, place) in _CALLING):
        return True
    says = key_at(tokens, place - 1) in ("im", "i'm") and after is not None and after.gap == ", "
    return says and after is not None and (after.digits or after.key in _OF_ONESELF)


def _comes_with_kin(tokens: Sequence[Token], place: int) -> bool:
    whose = key_at(tokens, place + 2) in ("her", "his", "their") and _next_key(tokens, place) == "and"
    return whose and any(token.key in KIN for token in tokens[place + 3 : place + 5])


def _is_a_verb_that_does(tokens: Sequence[Token], place: int) -> bool:
    after = _next_key(tokens, place)
    does = after in _DOES and after.endswith(("ed", "s", "t", "said", "told", "came"))
    return _is_a_helping_verb(tokens, place) and (after in _MODALS or does)


def _is_a_helping_verb(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].key in ("will", "may")


def _does(tokens: Sequence[Token], place: int) -> bool:
    return _next_key(tokens, place) in _DOES


def _has_done(tokens: Sequence[Token], place: int) -> bool:
    has, done = _next_key(tokens, place), _next_key(tokens, place + 1)
    if done in ("never", "always", "only", "just", "not"):
        done = _next_key(tokens, place + 2)
    return has in ("has", "had", "hadn't", "hasn't", "hadnt", "hasnt") and done in _DONE_BY_PEOPLE


def _is_or_feels(tokens: Sequence[Token], place: int) -> bool:
    return _next_key(tokens, place) in _SEEMS and _next_key(tokens, place + 1) in _FEELS


def _is_lived_with(tokens: Sequence[Token], place: int) -> bool:
    return key_at(tokens, place - 1) == "with" and key_at(tokens, place - 2) in _SHARED and not tokens[place].opens


def _is_so_old(tokens: Sequence[Token], place: int) -> bool:
    aged = _next_key(tokens, place) in ("is", "was") and _next_key(tokens, place + 1) in _OF_AGE
    return aged and key_at(tokens, place + 3) not in _OF_NO_AGE


_RULES = (
    Rule("we spoke to grace", _is_spoken_to, True),
    Rule("she said grace would", _is_told_of, True),
    Rule("our grace cried", _is_ours, True),
    Rule("much grace, the will", _is_a_word_here, False),
    Rule("grace's, but not summer's", _owns, True),
    Rule("we met grace", _is_called, True),
    Rule("her aunt grace", _is_kin, True),
    Rule("grace and her mum", _comes_with_kin, True),
    Rule("the ot grant", _is_at_work, True),
    Rule("his dog bishop and", _is_his_dog, True),
    Rule("about joy who has lived", _is_who, True),
    Rule("hope (his key worker)", _is_explained, True),
    Rule("im chance, care leaver", _says_who_it_is, True),
    Rule("will was, may asked", _is_a_verb_that_does, True),
    Rule("any other will and may", _is_a_helping_verb, False),
    Rule("he lives with grace", _is_lived_with, True),
    Rule("grace is ten", _is_so_old, True),
    Rule("grace laughed", _does, True),
    Rule("grace had lived", _has_done, True),
    Rule("grace was upset", _is_or_feels, True),
)


def owns_without_a_sign(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether it is a name that says whose mother or brother it is, without an apostrophe: "teds brother"."""
    word = tokens[place].word
    return (
        word.endswith("s")
        and (word[:-1] in lists.always or word[:-1] in lists.both)
        and _next_key(tokens, place) in KIN
    )


def may_name_somebody(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word may be a name here in a text without capital letters."""
    before = key_at(tokens, place - 1)
    within = before in WITHIN or before in ("in", "on") or _next_key(tokens, place) == "of"
    a_word = within or _is_what_somebody_did(tokens, place)
    return names_somebody(tokens, place) or not a_word


def is_where_somebody_is(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word stands where people say where they live: "moved to", "services in"."""
    leads_there = key_at(tokens, place - 1) in _BEFORE_A_TOWN and tokens[place].gap == " "
    after = token_at(tokens, place + 1)
    over = after is None or after.gap[:1] in (".", ",", ";", "!", "?", ")", "\n") or after.key in _BEHIND_A_TOWN
    put = over and key_at(tokens, place - 2) in _WHOM and key_at(tokens, place - 3) in _DWELLS | _PUTS
    return leads_there and (put or key_at(tokens, place - 2) in _DWELLS)


def _next_key(tokens: Sequence[Token], place: int) -> str:
    """Give the word that follows with nothing but a space between."""
    return key_at(tokens, place + 1) if place + 1 < len(tokens) and tokens[place + 1].gap == " " else ""
