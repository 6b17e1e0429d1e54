"""A text as it is being explained: its words, the lists, and how it uses capital letters."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from circle_cli.identifiers.grammar import words
from circle_cli.identifiers.known.english import is_word
from circle_cli.identifiers.known.everywhere.shorthand import Manner
from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.rules import Rule
from circle_cli.identifiers.seen.capitals import uses_none
from circle_cli.identifiers.seen.tokens import Token, Words, key_at, token_at
from circle_cli.identifiers.unexplained.slips import are_in_haste
from circle_cli.identifiers.unexplained.verdicts import Verdict

ON_THE_BENCH = ("judge", "doctor")
_ALWAYS_A_WORD = words("writing", "never a name")


@dataclass(frozen=True, kw_only=True)  # without slots: what is asked of few texts is looked for then, and kept
class Reading:
    """A text in which every word wants to be explained. A rule about capitals says nothing where there are none.

    `quiet` marks the words that a phrase of the lists accounts for.
    """

    tokens: Words
    lists: Lists
    quiet: Sequence[bool]
    manner: Manner

    @property
    def all_capitals(self) -> frozenset[int]:
        """The words, by number, of lines that are written in capitals alone."""
        return self.manner.loud

    @cached_property
    def no_capitals(self) -> bool:
        """It does without them."""
        return uses_none(self.tokens)

    @cached_property
    def times(self) -> Mapping[str, int]:
        """How often each word stands in it."""
        return Counter(self.tokens.row)

    @cached_property
    def names(self) -> frozenset[str]:
        """Ordinary words that the text writes as names are: with a capital letter inside a sentence, or of a person."""
        lists = self.lists
        return frozenset(
            token.word
            for place, token in enumerate(self.tokens)
            if (token.capital or token.word in lists.both or (token.opens and token.word in lists.soft))
            and len(token.key) > 1
            and not self.quiet[place]
            and token.word not in _ALWAYS_A_WORD
            and is_word(token.word, lists)
            and _as_a_name(self.tokens, place, lists)
        )

    @cached_property
    def things(self) -> frozenset[str]:
        """Words of which it speaks as of a thing: "a heron"."""
        tokens = self.tokens
        return frozenset(
            token.word
            for place, token in enumerate(tokens)
            if token.gap == " " and key_at(tokens, place - 1) in ("a", "an")
        )

    @cached_property
    def headings(self) -> frozenset[str]:
        """The letters that head a part of it: "S: fell. B: lives alone"."""
        return frozenset(
            token.key
            for place, token in enumerate(self.tokens)
            if len(token.key) == 1 and heads_a_part(self.tokens, place)
        )

    @cached_property
    def in_haste(self) -> bool:
        """It is full of slips of the pen."""
        return are_in_haste({token.word for token in self.tokens if token.lower}, self.lists)


def heads_a_part(tokens: Words, place: int) -> bool:
    """Tell whether a sentence or a line begins with the word, and a colon is behind it."""
    after = token_at(tokens, place + 1)
    return tokens[place].opens and after is not None and after.gap[:1] == ":"


ReadingRule = Rule[[Reading, int], Verdict]


def _as_a_name(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    token = tokens[place]
    if token.capital and not (token.opens or token.upper):
        return True
    if token.opens and token.word in ON_THE_BENCH:
        return False  # "Judge asked for it"
    may_be_one = token.word in lists.both or (token.opens and token.word in lists.soft)
    return may_be_one and names_somebody(tokens, place)
