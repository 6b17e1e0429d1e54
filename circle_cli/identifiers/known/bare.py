"""Words of any kind that stand as only names do: "tank texted", "told sparrow that", "with bean’s mum".

A singular noun wants "a", "the" or "my" before it; where it has none and does what only people do, it is what somebody
is called. What stands so and is nobody ("mum said", "school rang") is told by a list, and by how abstract words end.
"""

from collections.abc import Iterator, Sequence

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import phrases, words
from circle_cli.identifiers.known.alone import stand_alone
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.rules import Rule, decided
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at

_DOES = words("bare", "only people")
_SAID_IN_PRINT = words("bare", "said in print")
_LETS = words("bare", "lets")
_TOLD, _GOES_ON = words("bare", "told"), words("bare", "goes on")
_ANEW, _LED_TO = words("bare", "begins anew"), words("bare", "led to")
_BETWEEN = words("bare", "in between")
_BEHIND = _DOES | _BETWEEN | {"let", "as", "is", "was"}
_ASKING = _BEHIND | _TOLD
_ONE, _PERSON = words("bare", "one of them"), words("bare", "person")
_THEIRS = words("bare", "theirs")
_THINGS = words("bare", "things that end so")
_WITH_ARTICLES = ("a", "an", "the", "this", "such")
_KNOW = ("know", "knows", "knew", "known", "call", "calls", "called")
_NOBODY = (
    words("bare", "nobody")
    | words("name_or_word", "within")
    | frozenset(post for post in phrases("roles", "common posts") if " " not in post)
)
_ABSTRACT = tuple(words("bare", "abstract endings"))


def find_bare(tokens: Words, lists: Lists) -> Iterator[Mark]:
    """Find them, and where else in the text the same word stands without an article."""
    told = {
        place
        for place in _asked(tokens)
        if place < len(tokens) and _may_be_one(tokens[place], lists) and decided(_RULES, tokens, place)
    }
    told |= {place for place in stand_alone(tokens) if _may_be_one(tokens[place], lists, names_too=True)}
    if not told:
        return
    known = {tokens[place].key for place in told}
    for place, token in enumerate(tokens):
        if place in told or (token.key in known and _stands_bare(tokens, place)):
            yield Mark(
                kind=Identifier.PERSON,
                start=token.start,
                end=token.end,
                reason="stands here as only a name does",
                suggestion=INSTEAD[Identifier.PERSON],
            )


def _asked(tokens: Sequence[Token]) -> Iterator[int]:
    """Give where a word owns something, stands before what somebody does, or behind "told"; one may be given twice."""
    for place in [place for place, token in enumerate(tokens) if token.possessive or token.key in _ASKING]:
        token = tokens[place]
        if token.possessive:
            yield place
        if token.key in _BEHIND and place:
            yield place - 1
        if token.key in _TOLD:
            yield place + 1


def _may_be_one(token: Token, lists: Lists, *, names_too: bool = False) -> bool:
    """Tell whether it may be a singular noun; most names that the lists know are found by other rules."""
    key = token.key
    abstract = key.endswith(_ABSTRACT) and key not in _THINGS
    if len(key) < 3 or token.upper or not key.isalpha() or key in _NOBODY or abstract:
        return False
    plural = key.endswith("s") and not key.endswith("ss")
    a_name = not names_too and (token.word in lists.always or token.word in lists.both)
    return not plural and not a_name and token.word in lists.english and token.word not in lists.phrases


def _stands_bare(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1] if place else None
    bare = before is None or tokens[place].opens or before.key in _ANEW or before.key in _LED_TO or before.key in _TOLD
    return bare and not _is_compounded(tokens, place)


def _is_compounded(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    return after is not None and after.gap == "-"


def _begins(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.opens or token.gap in (", ", " - ", " – ", "; ") or "\n" in token.gap:
        return True
    return key_at(tokens, place - 1) in _ANEW and token.gap == " "


def _does(tokens: Sequence[Token], place: int) -> bool:
    after = token_at(tokens, place + 1)
    if after is not None and after.gap == " " and after.key in _BETWEEN:
        after = token_at(tokens, place + 2)
    return _begins(tokens, place) and after is not None and after.gap == " " and after.key in _DOES


def _is_ours(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether people in the North speak so of their own: "our pickle cried", but not "our letter said"."""
    after = token_at(tokens, place + 1)
    does = after is not None and after.gap == " " and after.key in _DOES - _SAID_IN_PRINT
    return does and key_at(tokens, place - 1) == "our" and not tokens[place].key.endswith(("er", "or", "ist"))


def _lets(tokens: Sequence[Token], place: int) -> bool:
    lets = key_at(tokens, place + 1) == "let" and key_at(tokens, place + 2) in _LETS
    return lets and _begins(tokens, place)


def _is_a_person(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is said of what begins a clause that it is a client, a lad: things are none."""
    is_one = key_at(tokens, place + 1) in ("is", "was") and key_at(tokens, place + 2) in _ONE
    near = (key_at(tokens, place + 3), key_at(tokens, place + 4)) if is_one else ()
    return _begins(tokens, place) and any(key in _PERSON for key in near)


def _is_told(tokens: Sequence[Token], place: int) -> bool:
    token, after = tokens[place], token_at(tokens, place + 1)
    if key_at(tokens, place - 1) not in _TOLD or token.gap != " " or token.opens:
        return False
    return after is None or after.gap[:1] in (",", ".", "!", "?", "\n") or after.key in _GOES_ON


def _owns(tokens: Sequence[Token], place: int) -> bool:
    led = key_at(tokens, place - 1) in _LED_TO | {"was", "is"} and tokens[place].gap == " "
    somebody = tokens[place].possessive and key_at(tokens, place + 1) in _THEIRS
    return somebody and (led or tokens[place].opens)


def _is_known_so(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether it is the first word of "Smudge, as his mates know him", or of "pickle as we call him"."""
    after = token_at(tokens, place + 1)
    if after is None or after.key != "as" or after.gap not in (", ", " "):
        return False
    if after.gap == " ":
        whom = (key_at(tokens, place + 3), key_at(tokens, place + 4))
        return whom[0] in _KNOW and whom[1] in ("him", "her") and key_at(tokens, place - 1) not in _WITH_ARTICLES
    if not _begins(tokens, place):
        return False
    return any(token.key in _KNOW for token in tokens[place + 2 : place + 6])


_RULES = (
    Rule("tank texted, and peanut cried", _does, True),
    Rule("our pickle cried", _is_ours, True),
    Rule("spanner let me in", _lets, True),
    Rule("rocky is a client", _is_a_person, True),
    Rule("told badger that", _is_told, True),
    Rule("with bean's mum", _owns, True),
    Rule("Smudge, as his mates know him", _is_known_so, True),
)
