"""Whether what follows makes a word of what could be a name: "Will you", "Summer holidays", "Rose-tinted"."""

from collections.abc import Sequence

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, token_at

_VERBS = words("name_or_word", "names that are verbs")
_AFTER_A_NOUN = words("name_or_word", "after such a noun")
_AFTER_A_VERB = words("name_or_word", "after such a verb")


def is_plainly_a_word(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether a word that begins a sentence is plainly a word and no name."""
    after = token_at(tokens, place + 1)
    if after is None:
        return False
    if after.gap == "-":
        return after.lower and is_word(after.word, lists)
    follows = _AFTER_A_VERB if tokens[place].word in _VERBS else _AFTER_A_NOUN
    return after.gap == " " and after.key in follows
