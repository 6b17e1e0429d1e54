"""How what a pattern finds can begin, read from the pattern: so it is only tried where a word begins like that.

Read are the letters, figures, signs and spaces at its beginning; what is not understood is taken for anything at all,
so that a pattern is tried too often rather than too seldom.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from string import ascii_lowercase

LENGTH = 6
"""So many characters are looked at: more would tell more words apart, and take longer to read."""

_MANY = 300
"""From so many beginnings on, what stands behind them is not looked at."""

_FEWER = 4
"""Of so many that stand first, so many characters are enough."""

ENOUGH = 2
"""So many needed words are read: reading more takes longer than trying the pattern."""

SIGNS = frozenset(",:;('\"“£€$#")
"""Signs with which something can begin; a full stop has every text."""

_PIECE = re.compile(
    r"[a-z]{2,}(?![?*+{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|P<\w+>)|[()|]|[^\\\[()|]", re.DOTALL
)
_MARKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_PLAIN, _PLAIN_EACH = re.compile(r"[a-z' -]*"), re.compile(r"[a-z' |-]*")
_FIGURE, _ANOTHER_SPACE = re.compile(r"[^\D0]"), re.compile(r"[^\S ]")
_OFTEN = re.compile(r"(?:([?])|[*+]|\{(?:(0)|\d)\d*,?\d*\})\??")
_RANGE = re.compile(r"(\w)-(\w)|\\?(.)", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_STANDS_FOR = {r"\s": " ", r"\n": " ", r"\d": "0"}
_SPACES = (r"\s", " ", "[- ]", "[ -]")
_NOWHERE = (r"\b", "^", "$", ")")
_LETTERS = frozenset(ascii_lowercase)

_Heads = frozenset[tuple[str, bool]]
"""Beginnings, each with whether what stands behind it is known as well."""

_EMPTY: _Heads = frozenset({("", True)})
_ANYTHING: _Heads = frozenset({("", False)})


def in_general(text: str) -> str:
    """Give the text with one figure for all figures, and one space for all spaces, as long as it was."""
    return _ANOTHER_SPACE.sub(" ", _FIGURE.sub("0", text))


def alternatives(pattern: str) -> Iterator[str]:
    """Give what a pattern is made of at its outermost level, between its bars."""
    depth = begin = 0
    for piece in _MARKS.finditer(pattern):
        mark = piece.group()
        depth += (mark[0] == "(") - (mark == ")")
        if mark == "|" and not depth:
            yield pattern[begin : piece.start()]
            begin = piece.end()
    yield pattern[begin:]


def beginnings(pattern: str) -> frozenset[str] | None:
    """Give how what one alternative finds begins: a word of the text, or one of SIGNS; None where it may be anything.

    Of a pattern that could find the middle of a word, nothing is known.
    """
    at, apart = 0, False
    while (piece := _PIECE.match(pattern, at)) and (piece.group() in _LOOKS or piece.group() == r"\b"):
        end = piece.end() if piece.group() == r"\b" else _end_of_group(pattern, at)
        apart |= piece.group() == r"\b" or (piece.group() == "(?<=" and _ends_apart(pattern[piece.end() : end - 1]))
        at = end
    if piece and piece.group()[0] == "(" and not apart:
        end = _end_of_group(pattern, at)
        if not _OFTEN.match(pattern, end):
            each = [beginnings(inside + pattern[end:]) for inside in alternatives(pattern[piece.end() : end - 1])]
            return None if None in each else frozenset().union(*filter(None, each))
    heads = _of_words(pattern[at:])
    return heads if heads and (apart or heads <= SIGNS) else None


Begun = tuple[list[list[str]], int, dict[str, int]]
"""Patterns by their alternatives; which of all these may begin with anything; and which with a word, by its beginning.

Which, are bits: the first alternative of the first pattern is the lowest.
"""

BEGUN_BY = Path(__file__).read_bytes() if Path(__file__).is_file() else b""
"""What reads them: another version may read them otherwise."""


def begun(patterns: Iterable[str]) -> Begun:
    """Read how all alternatives of some patterns begin."""
    split = [list(alternatives(pattern)) for pattern in patterns]
    anywhere, bits = 0, dict[str, int]()
    for row, alternative in enumerate(chain.from_iterable(split)):
        heads = beginnings(alternative)
        anywhere |= (heads is None) << row
        note(bits, heads or (), 1 << row)
    return split, anywhere, bits


def note(bits: dict[str, int], heads: Iterable[str], which: int) -> None:
    """Add a bit to each beginning."""
    for head in heads:
        bits[head] = bits.get(head, 0) | which


def _ends_apart(pattern: str) -> bool:
    """Tell whether what stands before ends with a space or a sign, so that no word goes on behind it."""
    pieces = _PIECE.findall(pattern)
    if not pieces or "|" in pieces or pieces[-1][0] in "()":
        return False
    return not any(not head or head.isalnum() or head == "_" for head, _ in _piece(pieces[-1], 0)[0])


@cache
def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Give what must be in a text that has one alternative: of two places, how a word begins there, or which sign."""
    needs: list[frozenset[str]] = []
    ends = _ends_of_groups(pattern)
    at, begins, apart = 0, True, False
    while len(needs) < ENOUGH and at < len(pattern) and (piece := _PIECE.match(pattern, at)):
        mark, inside, end = piece.group(), piece.group(), piece.end()
        if mark[0] == "(":
            inside, end = pattern[end : ends[at] - 1], ends[at]
        often = _OFTEN.match(pattern, end)
        if mark == ")" or (mark[0] == "(" and mark not in _LOOKS and not often and len(_each(inside)) == 1):
            at = piece.end()  # what is inside such a group must stand there as if it were none
            continue
        if apart and (words := _of_words(pattern[at:])) and not words >= _LETTERS:
            needs.append(words)
        left_out = _may_be_left_out(often)
        may_be_a_sign = mark == "(?<=" or (mark[0] != "(" and not (begins or left_out or apart))
        if may_be_a_sign and (signs := _of_signs(inside)):
            needs.append(signs)
        if mark not in _LOOKS:
            apart = _is_apart(inside) and (apart or not left_out)
        at, begins = (often.end() if often else end), False
    return tuple(needs)


@cache
def _each(pattern: str) -> tuple[str, ...]:
    return tuple(alternatives(pattern))


@cache
def _is_apart(pattern: str) -> bool:
    """Tell whether what stands behind it begins a word: behind a space, or at the beginning of the text."""
    return all(each in ("^", r"\n") or each.endswith(_SPACES) for each in _each(pattern))


def _of_signs(pattern: str) -> frozenset[str] | None:
    """Give with which signs it begins; None where it may be anything else."""
    heads = [_of_words(each) for each in alternatives(pattern)]
    return frozenset().union(*filter(None, heads)) if all(each and each <= SIGNS for each in heads) else None


def _of_words(pattern: str) -> frozenset[str] | None:
    """Give how a word begins, or with which sign what stands instead; None where it may be anything."""
    heads = {head[:1] if head[:1] in SIGNS else head for head, _ in _heads(pattern)}
    if not all(head and (head[0].isalnum() or head in SIGNS) for head in heads):
        return None
    short = {len(head) for head in heads if len(head) < LENGTH}  # what a shorter one tells already is left out
    return frozenset(head for head in heads if not any(end < len(head) and head[:end] in heads for end in short))


def _may_be_left_out(often: "re.Match[str] | None") -> bool:
    return often is not None and bool(often[1] or often[2] or often.group().startswith("*"))


@cache
def _heads(alternative: str) -> _Heads:
    if _PLAIN.fullmatch(alternative):
        return frozenset({(alternative[:LENGTH], True)})
    told: set[tuple[str, bool]] = set()
    going, at = {""}, 0
    while at < len(alternative) and going:
        piece, end = _piece(alternative, at)
        often = _OFTEN.match(alternative, end)
        if often:
            end = often.end()
            once = bool(often[1])
            piece = frozenset((head, is_open and once) for head, is_open in piece)
            if _may_be_left_out(often):
                piece |= _EMPTY
        joined = {((head + more)[:LENGTH], is_open) for head in going for more, is_open in piece}
        if len(told) + len(joined) > _MANY:
            going = {head[:_FEWER] for head, _ in joined} if going == {""} else going
            break
        going = {head for head, is_open in joined if is_open and len(head) < LENGTH}
        told |= {head for head in joined if not (head[1] and len(head[0]) < LENGTH)}
        at = end
    return frozenset(told) | {(head, at >= len(alternative)) for head in going}


def _piece(pattern: str, at: int) -> tuple[_Heads, int]:
    """Give how the group, class or character at this place can begin, and where it ends."""
    found = _PIECE.match(pattern, at)
    if found is None:
        return _ANYTHING, len(pattern)
    mark, end = found.group(), found.end()
    if mark[0] == "(":
        close = _end_of_group(pattern, at)
        inside = pattern[end : close - 1]
        return (_EMPTY if mark in _LOOKS else _of_group(inside)), close
    if mark in _NOWHERE:
        return _EMPTY, end
    if mark.isalpha():
        return frozenset({(mark, True)}), end
    if mark[0] == "[":
        return _class(mark), end
    letter = _STANDS_FOR.get(mark, mark.removeprefix("\\"))
    if mark == "." or (mark[0] == "\\" and mark not in _STANDS_FOR and letter.isalnum()):
        return _ANYTHING, end
    return frozenset({(in_general(letter), True)}), end


@cache
def _of_group(inside: str) -> _Heads:
    if _PLAIN_EACH.fullmatch(inside):
        return frozenset((each[:LENGTH], True) for each in inside.split("|"))
    return frozenset().union(*map(_heads, alternatives(inside)))


def _class(mark: str) -> _Heads:
    letters: set[str] = set()
    if mark[1] == "^" or re.search(r"\\[a-zA-Z]", mark):
        return _ANYTHING
    for first, last, alone in _RANGE.findall(mark[1:-1]):
        letters |= {alone} if alone else set(map(chr, range(ord(first), ord(last) + 1)))
    return frozenset((in_general(letter), True) for letter in letters)


def _ends_of_groups(pattern: str) -> dict[int, int]:
    """Give for each bracket that opens a group where that ends."""
    ends: dict[int, int] = {}
    open_ones: list[int] = []
    for piece in _MARKS.finditer(pattern):
        mark = piece.group()
        if mark == "(":
            open_ones.append(piece.start())
        elif mark == ")":
            ends[open_ones.pop()] = piece.end()
    return ends


def _end_of_group(pattern: str, at: int) -> int:
    depth = 0
    for piece in _MARKS.finditer(pattern, at):
        depth += (piece.group()[0] == "(") - (piece.group() == ")")
        if not depth:
            return piece.end()
    return len(pattern)
