"""How what a pattern finds can begin, read from the pattern: so it is only tried where a word begins like that.

Read are the letters, figures and spaces at its beginning; what is not understood is taken for anything at all, so that
a pattern is tried too often rather than too seldom.
"""

import re
from collections.abc import Iterator
from functools import cache

LENGTH = 4
"""So many characters are looked at: more would tell more words apart, and take longer to read."""

_MANY = 300
"""From so many beginnings on, what stands behind them is not looked at."""

ENOUGH = 2
"""So many needed words are read: reading more takes longer than trying the pattern."""

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:<?[=!]|:|P<\w+>)|[()|]|[^\\\[()|]", re.DOTALL)
_MARKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_PLAIN = re.compile(r"[a-z' -]*")
_FIGURE, _ANOTHER_SPACE = re.compile(r"[^\D0]"), re.compile(r"[^\S ]")
_OFTEN = re.compile(r"(?:([?])|[*+]|\{(?:(0)|\d)\d*,?\d*\})\??")
_RANGE = re.compile(r"(\w)-(\w)|\\?(.)", re.DOTALL)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_STANDS_FOR = {r"\s": " ", r"\n": " ", r"\d": "0"}
_SPACES = (r"\s", " ", "[- ]", "[ -]")
_NOWHERE = (r"\b", "^", "$")

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
    """Give how the words can begin at which one alternative begins; None where it may begin anywhere."""
    at = 0
    while (piece := _PIECE.match(pattern, at)) and piece.group() in _LOOKS:
        at = _end_of_group(pattern, at)
    if not pattern.startswith(r"\b", at):
        return None
    return _of_words(pattern[at:])


@cache
def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Give, for each place behind a space in one alternative, how a word begins that must stand there."""
    needs: list[frozenset[str] | None] = []
    at, behind_space = 0, False
    while len(needs) < ENOUGH and at < len(pattern) and (piece := _PIECE.match(pattern, at)):
        if behind_space:
            needs.append(_of_words(pattern[at:]))
        mark, end = piece.group(), piece.end()
        if mark[0] == "(":
            end = _end_of_group(pattern, at)
            inside = pattern[piece.end() : end - 1]
            spaced = all(each.endswith((r"\s", "[- ]")) for each in alternatives(inside))
        else:
            spaced = mark in _SPACES
        often = _OFTEN.match(pattern, end)
        if mark not in _LOOKS:
            behind_space = spaced and (behind_space or not _may_be_left_out(often))
        at = often.end() if often else end
    return tuple(need for need in needs if need)


def _of_words(pattern: str) -> frozenset[str] | None:
    heads = {head for head, _ in _heads(pattern)}
    if not all(head and head[0].isalnum() for head in heads):
        return None
    return frozenset(head for head in heads if not any(head[:end] in heads for end in range(1, len(head))))


def _may_be_left_out(often: "re.Match[str] | None") -> bool:
    return often is not None and bool(often[1] or often[2] or often.group().startswith("*"))


@cache
def _heads(alternative: str) -> _Heads:
    if _PLAIN.fullmatch(alternative):
        return frozenset({(alternative[:LENGTH], True)})
    heads, at = _EMPTY, 0
    while at < len(alternative) and any(is_open and len(head) < LENGTH for head, is_open in heads):
        piece, end = _piece(alternative, at)
        often = _OFTEN.match(alternative, end)
        if often:
            end = often.end()
            once = bool(often[1])
            piece = frozenset((head, is_open and once) for head, is_open in piece)
            if _may_be_left_out(often):
                piece |= _EMPTY
        heads = _joined(heads, piece)
        at = end
    return heads


def _piece(pattern: str, at: int) -> tuple[_Heads, int]:
    """Give how the group, class or character at this place can begin, and where it ends."""
    found = _PIECE.match(pattern, at)
    if found is None:
        return _ANYTHING, len(pattern)
    mark, end = found.group(), found.end()
    if mark[0] == "(":
        close = _end_of_group(pattern, at)
        inside = pattern[end : close - 1]
        return (_EMPTY if mark in _LOOKS else frozenset().union(*map(_heads, alternatives(inside)))), close
    if mark in _NOWHERE:
        return _EMPTY, end
    if mark[0] == "[":
        return _class(mark), end
    letter = _STANDS_FOR.get(mark, mark.removeprefix("\\"))
    if mark == "." or (mark[0] == "\\" and mark not in _STANDS_FOR and letter.isalnum()):
        return _ANYTHING, end
    return frozenset({(in_general(letter), True)}), end


def _class(mark: str) -> _Heads:
    letters: set[str] = set()
    if mark[1] == "^" or re.search(r"\\[a-zA-Z]", mark):
        return _ANYTHING
    for first, last, alone in _RANGE.findall(mark[1:-1]):
        letters |= {alone} if alone else set(map(chr, range(ord(first), ord(last) + 1)))
    return frozenset((in_general(letter), True) for letter in letters)


def _end_of_group(pattern: str, at: int) -> int:
    depth = 0
    for piece in _MARKS.finditer(pattern, at):
        depth += (piece.group()[0] == "(") - (piece.group() == ")")
        if not depth:
            return piece.end()
    return len(pattern)


def _joined(heads: _Heads, behind: _Heads) -> _Heads:
    whole = frozenset(
        ((head + more)[:LENGTH], is_known)
        for head, is_open in heads
        for more, is_known in (behind if is_open and len(head) < LENGTH else (("", False),))
    )
    return whole if len(whole) <= _MANY else frozenset((head, False) for head, _ in heads)
