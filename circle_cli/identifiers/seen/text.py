"""A text as a reader would see it, and where each of its characters stands in the text as it was given.

Invisible characters, tags, comments, entities, and marks of emphasis inside words could hide a name from a search and
still show it to people, or the other way round. They are seen through here, and pointed out by `hidden`.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from circle_cli.shown import INVISIBLE

_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PIECE = (
    rf"[{INVISIBLE}]"
    r"|<!--"
    r"|</?[a-zA-Z][^<>\n]{0,300}>"
    r"|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
    r"|(?<=\w)(?:[*`]{1,3}|~~)(?=\w)"
    r"|\\(?=[!-/:-@\[-`{-~])"
    rf"|[^\x00-\x7f]?[{_COMBINING}]{{1,16}}|[a-zA-Z][{_COMBINING}]{{1,16}}"
    r"|[^\x00-\x7f]"
)
_MAY_BE_ONE = re.compile(r"[^\t-\r -%'-)+-;=-\[\]-_a-}]")
"""Whether there may be such a piece: most texts have none, and this is told far sooner.

Named are the signs that are none, since a pattern of all others takes thirty times as long to make ready.
"""

_IS_INVISIBLE = re.compile(rf"[{INVISIBLE}]")
_IS_LOOSE = re.compile(rf"[{_COMBINING}]")
_STANDS_FOR = re.compile(
    r"(?:REGIONAL INDICATOR SYMBOL|(?:CROSSED )?NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL|SQUARED LATIN CAPITAL"
    r"|CIRCLED LATIN CAPITAL|TORTOISE SHELL BRACKETED LATIN CAPITAL) LETTER ([A-Z])"
    r"|(?:CIRCLED|PARENTHESIZED) LATIN SMALL LETTER ([A-Z])"
    r"|LATIN LETTER SMALL CAPITAL ([A-Z])"
)
_ROUNDS = 3
"""How often an entity inside an entity, or a tag made of entities, is taken apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The visible text; `starts[n]` and `ends[n]` are where its character n begins and ends in the given text."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give a place of the visible text as a place of the given text; all that is hidden inside belongs to it."""
        return self.starts[start], self.ends[end - 1]


def see(text: str) -> Seen:
    """See through a text."""
    seen = Seen(text=text, starts=range(len(text)), ends=range(1, len(text) + 1))
    if not _MAY_BE_ONE.search(text):
        return seen
    for _ in range(_ROUNDS):
        once = _see_once(seen.text)
        if once is None:
            break
        seen = Seen(
            text=once.text,
            starts=array("l", (seen.starts[at] for at in once.starts)),
            ends=array("l", (seen.ends[at - 1] for at in once.ends)),
        )
    return seen


def _see_once(text: str) -> Seen | None:
    """See through one layer; None where there is none."""
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    done = 0
    for start, end, shown in _layers(text):
        parts += (text[done:start], shown)
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        starts.extend([start] * len(shown))
        ends.extend([end] * len(shown))
        done = end
    if not done:
        return None
    parts.append(text[done:])
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Seen(text="".join(parts), starts=starts, ends=ends)


def _layers(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each piece that shows as something else than it is: where it begins and ends, and what it shows as."""
    last_close = text.rfind("-->")
    found = _piece().search(text)
    while found:
        start, end = found.span()
        if found.group() == "<!--" and start < last_close:
            end = text.index("-->", start) + 3
            yield start, end, ""
        elif found.group() != "<!--" and (shown := _shows_as(found.group())) != found.group():
            yield start, end, shown
        found = _piece().search(text, end)


@cache
def _piece() -> "re.Pattern[str]":
    """Give what finds a piece, made when a text may have one."""
    return re.compile(_PIECE)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Give where each comment begins and ends; one that is not closed is its opening alone."""
    last_close = text.rfind("-->")
    start = text.find("<!--")
    while start >= 0:
        end = text.index("-->", start) + 3 if start < last_close else start + 4
        yield start, end
        start = text.find("<!--", end)


def _shows_as(piece: str) -> str:
    first = piece[0]
    if first in "<*`~\\":
        return ""
    if first == "&":
        return html.unescape(piece)
    if _IS_INVISIBLE.match(piece) or unicodedata.category(piece[0]) == "Cf" or _IS_LOOSE.match(piece):
        return ""
    return _letter_of(piece) or unicodedata.normalize("NFKC", piece)


def _letter_of(sign: str) -> str:
    """Give the letter that a sign stands for, as in flags (of regional indicators), squares and circles; "" if none."""
    found = _STANDS_FOR.fullmatch(unicodedata.name(sign, "")) if len(sign) == 1 else None
    if found is None:
        return ""
    return found[1] or (found[2] or found[3]).lower()
