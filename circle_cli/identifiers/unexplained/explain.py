"""Every word of a text is accounted for by something, or found: this is the rule that lets no unknown name through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from circle_cli.identifiers.findings.instead import INSTEAD
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.frames import is_where_somebody_is, may_name_somebody, names_somebody
from circle_cli.identifiers.known.numbers import counts_something
from circle_cli.identifiers.known.writers import dates_a_citation, is_cited
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token
from circle_cli.identifiers.unexplained.english import is_mixed, is_word

_VERBS = words("name_or_word", "names that are verbs")
_AFTER_A_NOUN = words("name_or_word", "after such a noun")
_AFTER_A_VERB = words("name_or_word", "after such a verb")
_UNITS = words("writing", "two letters after a number")
_LETTERS = words("writing", "two letters")
_IN_CAPITALS = words("writing", "two letters in capitals")
_HELPING = words("name_or_word", "helping verbs")
_HARDLY = words("name_or_word", "hardly names")
_AFTER_A_COMMA = words("name_or_word", "told after a comma")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How a whole text uses capital letters, since a rule about them says nothing where there are none."""

    no_capitals: bool
    all_capitals: frozenset[int]
    """The words, by their place in the text, of lines written in capitals alone."""
    names: frozenset[str]
    """Ordinary words that the text writes as names are: with a capital letter inside a sentence, or of a person."""


def find_unexplained(tokens: Sequence[Token], lists: Lists, quiet: Sequence[bool], writing: Writing) -> Iterator[Mark]:
    """Find the words that nothing accounts for; `quiet` marks those that a phrase of the lists does."""
    for place, token in enumerate(tokens):
        if quiet[place]:
            continue
        if token.digits:
            known = counts_something(tokens, place) or dates_a_citation(tokens, place, lists)
            mark = None if known else _mark(token, Identifier.NUMBER, "is a number that nothing explains")
        elif len(token.key) == 1:
            mark = _letter(tokens, place)
        elif is_mixed(token.text):
            mark = _mark(token, Identifier.WORD, "mixes letters of different scripts that look alike")
        elif token.lower:
            mark = _lower(tokens, place, lists, writing)
        elif token.upper:
            mark = _upper(tokens, place, lists, writing)
        else:
            mark = _capital(tokens, place, lists, writing)
        if mark:
            yield mark


def _letter(tokens: Sequence[Token], place: int) -> Mark | None:
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.text == "I" or (token.text in ("a", "i")):
        return None
    if (
        token.lower
        and after
        and (after.gap[:1] == ")" or (after.gap[:1] == "." and (token.opens or len(after.key) == 1)))
    ):
        return None
    if token.lower and token.gap[-1:] in ("'", "’", "-", "["):
        return None
    if token.text == "A" and token.opens and not token.possessive and not names_somebody(tokens, place):
        return None
    return _mark(token, Identifier.NAME, "is a letter that may stand for somebody's name")


def _lower(tokens: Sequence[Token], place: int, lists: Lists, writing: Writing) -> Mark | None:
    token = tokens[place]
    key = token.word
    if key in lists.always and key not in lists.phrases:
        return _mark(token, Identifier.NAME, "is a name more often than a word")
    if is_word(key, lists):
        if key in lists.places and is_where_somebody_is(tokens, place):
            return _mark(token, Identifier.PLACE, "can be a town, and stands here like one")
        if (key not in lists.both and key not in lists.soft) or len(key) < 3 or key in _HARDLY:
            return None
        if writing.no_capitals and token.opens and key in lists.both and not _plainly_a_word(tokens, place, lists):
            return _mark(token, Identifier.NAME, "can be a name, and begins a sentence")
        surely = key not in _HELPING or (writing.no_capitals and key not in ("will", "may", "can"))
        if key in writing.names and key in lists.both and surely:
            return _mark(token, Identifier.NAME, "is written elsewhere in this text as a name is")
        loose = writing.no_capitals and key not in _HELPING and key in lists.both
        somebody = may_name_somebody if loose else names_somebody
        return (
            _mark(token, Identifier.NAME, "can be a name, and stands here like one")
            if somebody(tokens, place)
            else None
        )
    if len(key) == 2 and (
        key in _LETTERS or (key in _UNITS and tokens[place - 1].digits and token.gap in ("", " ", "-"))
    ):
        return None
    if is_cited(tokens, place, lists):
        return None
    return _mark(token, Identifier.WORD, "is no word that the check knows: a name, or a slip of the pen?")


def _upper(tokens: Sequence[Token], place: int, lists: Lists, writing: Writing) -> Mark | None:
    token = tokens[place]
    key = token.word
    a_word = is_word(key, lists) and key not in lists.both
    if a_word and (place in writing.all_capitals or (key not in writing.names and len(key) > 2)):
        return None
    if key in _IN_CAPITALS:
        return None
    if a_word:
        return _mark(token, Identifier.LETTERS, "are letters that the check does not know")
    reason = "is a name" if key in lists.always | lists.both else "are letters that the check does not know"
    return _mark(token, Identifier.NAME if key in lists.always | lists.both else Identifier.LETTERS, reason)


def _capital(tokens: Sequence[Token], place: int, lists: Lists, writing: Writing) -> Mark | None:
    token = tokens[place]
    key = token.word
    if is_cited(tokens, place, lists):
        return None
    plain = token.text[1:] == token.text[1:].lower()
    if place in writing.all_capitals and plain and is_word(key, lists) and key not in lists.both:
        return None
    if not (token.opens and plain and is_word(key, lists)):
        return _mark(token, Identifier.NAME, "is written with a capital letter, as names are")
    if key in writing.names:
        return _mark(token, Identifier.NAME, "is written elsewhere in this text as a name is")
    if key in lists.soft and not _starts_a_name(tokens, place, lists):
        return None
    if key in lists.both and not _plainly_a_word(tokens, place, lists):
        return _mark(token, Identifier.NAME, "can be a name, and begins a sentence")
    if key in lists.soft or (names_somebody(tokens, place) and key in lists.both):
        return _mark(token, Identifier.NAME, "can be a name, and stands here like one")
    return None


def _plainly_a_word(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether what follows makes a word of what could be a name: "Will you", "Summer holidays", "Rose-tinted"."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None:
        return False
    if after.gap == "-":
        return after.lower and is_word(after.word, lists)
    follows = _AFTER_A_VERB if tokens[place].word in _VERBS else _AFTER_A_NOUN
    return after.gap == " " and after.key in follows


def _starts_a_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if names_somebody(tokens, place):
        return True
    if after and after.gap == ", " and (after.digits or after.key in _AFTER_A_COMMA):
        return True
    return bool(after and after.gap == " " and after.capital and not lists.phrases.at(tokens, place + 1))


def _mark(token: Token, kind: Identifier, reason: str) -> Mark:
    return Mark(kind=kind, start=token.start, end=token.end, reason=reason, suggestion=INSTEAD[kind])
