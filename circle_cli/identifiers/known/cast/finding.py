"""The cast of a story, looked for in every shape in which people write a name.

Whole and in parts, in any case, with accents or without, as initials, as a nickname made of it, spaced out, run
together, and with one letter wrong. Where a name is an ordinary word too, it is found all the same, and may stay where
somebody says what it means there: unless it is written like a name, or stands like one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from circle_cli.identifiers.findings.instead import instead_of
from circle_cli.identifiers.findings.record import Identifier, Mark
from circle_cli.identifiers.known.cast.shapes import LONGEST, Cast, Part, is_a_name_too, nickname_of, shorter
from circle_cli.identifiers.known.name_or_word import names_somebody
from circle_cli.identifiers.known.spelt import is_a_label
from circle_cli.identifiers.lists import Lists
from circle_cli.identifiers.seen.tokens import Token, key_of, token_at
from circle_cli.session.record import CastEntry

_REASON = "belongs to the cast of this session"
_NEAR = "is nearly a name of this session's cast"
_AS_WORD = "is a name of this session's cast, unless it is the ordinary word here"
_DOWN = "begins lines whose first letters spell a name of this session's cast"
_TOGETHER = "has a name of this session's cast in it"
_JOINED = frozenset(("", " ", "-", "–", ". ", ".", "\n", " - ", "‑", "_", "'", ", "))


_LIKE_LETTERS = tuple(str.maketrans("0134578", f"o{one}eastb") for one in "il")
"""Figures that are written for letters."""

_SHORTEST_DOWN = 4
"""Letters of a name that no lines begin with by chance."""

_SHORTEST_PLURAL = 4
"""Letters of an ordinary word that is too short to be a name's plural."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """A name of the cast at a place of the text; `length` counts its words there."""

    entry: int
    length: int = 1
    reason: str = _REASON
    only_warns: bool = False
    may_stay: bool = False


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
    yield from _down_the_lines(tokens, cast)


def find_signs(text: str, cast: Cast) -> Iterator[Mark]:
    """Find names that are signs alone, such as an emoji."""
    for name, number in cast.signs:
        begin = text.find(name)
        while begin >= 0:
            yield _marked(cast.entries, begin, begin + len(name), _Hit(entry=number))
            begin = text.find(name, begin + len(name))


def _down_the_lines(tokens: Sequence[Token], cast: Cast) -> Iterator[Mark]:
    """Find a name that the first letters of lines spell; its first line is marked."""
    first = begin_lines(tokens)
    initials = "".join(token.key[0] for token in first)
    for name, part in cast.parts.items():
        begin = initials.find(name) if len(name) >= _SHORTEST_DOWN and not part.nobody else -1
        while begin >= 0:
            yield _mark(cast.entries, first[begin], first[begin], _Hit(entry=part.entry, reason=_DOWN))
            begin = initials.find(name, begin + 1)


def begin_lines(tokens: Sequence[Token]) -> list[Token]:
    """Give the first word of each line."""
    return [token for place, token in enumerate(tokens) if place == 0 or "\n" in token.gap]


def _at(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    for shape in _SHAPES:
        if hit := shape(tokens, place, cast, lists):
            return hit
    return None


def _all_its_words(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    for keys, entry in cast.rows.get(tokens[place].key, ()):
        row = tokens[place : place + len(keys)]
        if tuple(token.key for token in row) == keys and all(token.gap in _JOINED for token in row[1:]):
            as_words = all(_may_be_a_word(token, lists) for token in row)
            return _Hit(entry=entry, length=len(keys), reason=_AS_WORD if as_words else _REASON, may_stay=as_words)
    return None


def _may_be_a_word(token: Token, lists: Lists) -> bool:
    return token.lower and token.word in lists.english and not is_a_name_too(token.key, lists)


def _initials(tokens: Sequence[Token], place: int, cast: Cast, _lists: Lists) -> _Hit | None:
    """Find TC, or the A of an entry that is nothing but this letter."""
    token = tokens[place]
    an_article = token.key == "a" and token.opens
    if (token.upper or token.initial) and not an_article and token.key in cast.initials:
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
    """Find A m i r a, and the same down a list, numbered or not."""
    letters = tokens[place].key
    if len(letters) > 1:
        return None
    for length, token in enumerate(tokens[place + 1 : place + 2 * LONGEST], start=2):
        if is_a_label(token):
            continue
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
    token, part = tokens[place], _part(tokens[place], cast, lists)
    if part is None:
        return None
    if part.nobody and not token.capital:
        return _Hit(entry=part.entry, reason=_AS_WORD, only_warns=True) if part.small else None
    if not (part.small or token.capital or not lists.is_word(token.word)):
        return None
    if _may_be_the_word(tokens, place, lists):
        return _Hit(entry=part.entry, reason=_AS_WORD, may_stay=True)
    return _Hit(entry=part.entry)


def _run_together(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    """Find roseandjack, askrosetoday, rose2010 and r0se; of an ordinary word, only what is nothing but names."""
    token = tokens[place]
    letters = "".join(letter for letter in token.key if letter.isalpha())
    for spelt in (letters, *(token.key.translate(each) for each in _LIKE_LETTERS)) if token.digits else ():
        part = cast.parts.get(spelt)
        if part and part.small and not part.nobody:
            return _Hit(entry=part.entry)
    if cast.run is None:
        return None
    if name := cast.run.first_of(letters):
        return _Hit(entry=cast.parts[name].entry, reason=_TOGETHER, may_stay=_may_be_the_word(tokens, place, lists))
    if token.word in lists.english or token.word in lists.phrases or token.word in lists.writers:
        return None
    name = cast.run.inside_of(letters, lists.english)
    return _Hit(entry=cast.parts[name].entry, reason=_TOGETHER) if name else None


def _also_called(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    """Find Peggy, who is Margaret; where it is a word in small letters, only what stands like a name is one."""
    token = tokens[place]
    entry = cast.also_called.get(_plain(token))
    if entry is None:
        return None
    may_be_the_word = _may_be_the_word(tokens, place, lists)
    ordinary = may_be_the_word and token.lower and lists.is_word(token.word)
    return _Hit(entry=entry, reason=_NEAR, only_warns=ordinary, may_stay=may_be_the_word)


def _nickname(tokens: Sequence[Token], place: int, cast: Cast, lists: Lists) -> _Hit | None:
    token = tokens[place]
    if not _may_be_made_of_a_name(token, cast, lists):
        return None
    if token.opens and lists.is_word(token.word) and _plain(token) not in lists.both:
        return None
    entry = nickname_of(cast, _plain(token))
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
    _run_together,
    _also_called,
    _nickname,
    _near_miss,
)
"""The first shape that a word has counts. By what each finds a name, `session/cast/called.py` tells of names, too."""


def _part(token: Token, cast: Cast, lists: Lists) -> Part | None:
    """Give the part of a name that a word is, or is the plural of: "this" is not the plural of Thi."""
    part = cast.parts.get(token.key) or cast.parts.get(_plain(token))
    if part or (len(token.key) <= _SHORTEST_PLURAL and token.word in lists.english):
        return part
    hissing = _plain(token).endswith(("ses", "shes", "ches", "xes", "zes"))
    return cast.parts.get(_singular(token)) or (cast.parts.get(_plain(token)[:-2]) if hissing else None)


def _plain(token: Token) -> str:
    return token.key.replace("'", "")


def _singular(token: Token) -> str:
    return _plain(token).removesuffix("s")


def _may_be_made_of_a_name(token: Token, cast: Cast, lists: Lists) -> bool:
    """Tell whether it can be a nickname or a slip of the pen: not what is a name already, nor an ordinary word."""
    ordinary = lists.is_word(token.word) and not token.capital
    return not (token.digits or ordinary or _part(token, cast, lists))


def _may_be_the_word(tokens: Sequence[Token], place: int, lists: Lists) -> bool:
    """Tell whether it is a word of English that neither is written like a name nor stands like one."""
    token = tokens[place]
    written_like_one = token.capital and not token.opens
    return token.word in lists.english and not (written_like_one or names_somebody(tokens, place))


def _mark(entries: Sequence[CastEntry], first: Token, last: Token, hit: _Hit) -> Mark:
    return _marked(entries, first.start, last.end, hit)


def _marked(entries: Sequence[CastEntry], start: int, end: int, hit: _Hit) -> Mark:
    entry = entries[hit.entry]
    return Mark(
        kind=Identifier.CAST,
        start=start,
        end=end,
        reason=hit.reason,
        suggestion=entry.say or instead_of(key_of(entry.name).split()),
        only_warns=hit.only_warns,
        may_stay=hit.may_stay,
        entry=hit.entry,
    )
