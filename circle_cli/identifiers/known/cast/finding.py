"""The cast of a story, looked for in every shape in which people write a name.

Whole and in parts, in any case, with accents or without, as initials, as a nickname made of it, spaced out, and with
one letter wrong. A part that is an ordinary word counts where it is written with a capital letter; without one only
where it is the whole of a name, and then as a warning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from circle_cli.identifiers.findings.instead import instead_of
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.known.cast.shapes import LONGEST, Cast, Part, shorter
from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_of, token_at
from circle_cli.session.record import CastEntry

_REASON = "belongs to the cast of this session"
_NEAR = "is nearly a name of this session's cast"
_AS_WORD = "is a name of this session's cast, unless it is the ordinary word here"
_JOINED = frozenset(("", " ", "-", "–", ". ", ".", "\n", " - ", "‑", "_", "'", ", "))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """A name of the cast at a place of the text; `length` counts its words there."""

    entry: int
    length: int = 1
    reason: str = _REASON
    only_warns: bool = False


def find_cast(tokens: Sequence[Token], cast: Cast, lists: Lists) -> Iterator[Mark]:
    """Find the cast, each occurrence once."""
    if not cast.entries:
        return
    place = 0
    while place < len(tokens):
        hit = _at(tokens, place, cast, lists)
        if hit:
            yield _mark(cast.entries, tokens[place], tokens[place + hit.length - 1], hit)
        place += hit.length if hit else 1


def _at(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    for shape in _SHAPES:
        if hit := shape(tokens, place, cast, lists):
            return hit
    return None


def _all_its_words(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    for keys, entry in cast.rows.get(tokens[place].key, ()):
        row = tokens[place : place + len(keys)]
        if tuple(token.key for token in row) == keys and all(token.gap in _JOINED for token in row[1:]):
            return _Hit(entry=entry, length=len(keys))
    return None


def _initials(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    """Find TC, or the A of an entry that is nothing but this letter."""
    token = tokens[place]
    an_article = token.key == "a" and token.opens
    if token.key in cast.initials and (token.upper or token.initial) and not an_article:
        return _Hit(entry=cast.initials[token.key])
    return None


def _initials_apart(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    """Find T.C. and T C."""
    letters = ""
    for length, token in enumerate(tokens[place : place + 5], start=1):
        apart = length == 1 or token.gap in (".", ". ", " ", "-")
        if len(token.key) != 1 or not token.capital or not apart:
            return None
        letters += token.key
        if length > 1 and letters in cast.initials:
            return _Hit(entry=cast.initials[letters], length=length)
    return None


def _letters_apart(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    """Find A m i r a."""
    letters = tokens[place].key
    if len(letters) > 1:
        return None
    for length, token in enumerate(tokens[place + 1 : place + LONGEST], start=2):
        if len(token.key) != 1:
            return None
        letters += token.key
        if length > 2 and letters in cast.parts:
            return _Hit(entry=cast.parts[letters].entry, length=length)
    return None


def _broken(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    """Find Ami-ra."""
    token, after = tokens[place], token_at(tokens, place + 1)
    if len(token.key) < 2 or after is None or after.gap.strip(" \n") not in ("-", "–", "_", ".", "/", "|"):
        return None
    part = cast.parts.get(token.key + after.key)
    return _Hit(entry=part.entry, length=2) if part else None


def _one_of_its_words(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    token, part = tokens[place], _part(tokens[place], cast)
    stands_for_it = part and (
        token.capital or not lists.is_word(token.word) or (token.key in lists.both and names_somebody(tokens, place))
    )
    return _Hit(entry=part.entry) if part and stands_for_it else None


def _the_word_perhaps(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    part = _part(tokens[place], cast)
    if part and part.whole and not _is_plainly_a_word(tokens, place):
        return _Hit(entry=part.entry, reason=_AS_WORD, only_warns=True)
    return None


def _nickname(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    token = tokens[place]
    if not _may_be_made_of_a_name(token, cast, lists):
        return None
    if token.opens and lists.is_word(token.word) and _plain(token) not in lists.both:
        return None
    entry = cast.nicknames.get(_plain(token), cast.nicknames.get(_singular(token)))
    return _Hit(entry=entry, reason=_NEAR) if entry is not None else None


def _near_miss(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    token = tokens[place]
    if not _may_be_made_of_a_name(token, cast, lists) or not 4 <= len(_plain(token)) <= LONGEST:
        return None
    for shape in (_plain(token), *shorter(_plain(token))):
        if shape in cast.near and len(shape) >= 4:
            return _Hit(entry=cast.near[shape], reason=_NEAR, only_warns=lists.is_word(token.word))
    return None


_SHAPES = (
    _all_its_words,
    _initials,
    _initials_apart,
    _letters_apart,
    _broken,
    _one_of_its_words,
    _the_word_perhaps,
    _nickname,
    _near_miss,
)
"""The first shape that a word has counts."""


def _part(token: Token, cast: Cast) -> Part | None:
    return cast.parts.get(token.key) or cast.parts.get(_plain(token)) or cast.parts.get(_singular(token))


def _plain(token: Token) -> str:
    return token.key.replace("'", "")


def _singular(token: Token) -> str:
    return _plain(token).removesuffix("s")


def _may_be_made_of_a_name(token: Token, cast: Cast, lists: Lists) -> bool:
    """Tell whether it can be a nickname or a slip of the pen: not what is a name already, nor an ordinary word."""
    ordinary = lists.is_word(token.word) and not token.capital
    return not (token.digits or ordinary or _part(token, cast))


def _is_plainly_a_word(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "will" and "may" help another verb here, as they nearly always do."""
    return tokens[place].key in ("will", "may", "can", "mark") and not names_somebody(tokens, place)


def _mark(entries: Sequence[CastEntry], first: Token, last: Token, hit: _Hit) -> Mark:
    entry = entries[hit.entry]
    return Mark(
        kind=Identifier.CAST,
        start=first.start,
        end=last.end,
        reason=hit.reason,
        suggestion=entry.say or instead_of(key_of(entry.name).split()),
        only_warns=hit.only_warns,
        may_stay=False,
        entry=hit.entry,
    )
