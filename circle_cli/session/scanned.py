"""Which words of a session's file are scanned: the answers, the title and the learning points, at their own places.

The rest of the front matter, such as the cast itself, never leaves the file, so nobody needs to be asked about it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from circle_cli.front_matter.reading import has_front_matter, split
from circle_cli.session.body import Section
from circle_cli.session.file import parse_session, sections_in
from circle_cli.session.record import CastEntry

_KEPT = re.compile(
    r"(?m)^title:[ \t]*(.*)$|^[ \t]+(?:- )?(?:\{.*?[{,][ \t]*)?text:[ \t]*(.*)$|^[ \t]+- \{id:[^\n]*?text:[ \t]*(.*)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionText:
    """A session's words. `text` is as long as the file; what is not scanned is blank, so places are the file's."""

    text: str
    cast: tuple[CastEntry, ...]


def session_text(text: str, where: str) -> SessionText | None:
    """Give what to scan of a session's file; None for any other text.

    Raises:
        CircleError: it begins like a session, and is malformed.
    """
    if not has_front_matter(text):
        return None
    front, body = split(text, where)
    if not re.search(r"(?m)^circle:", front) or re.search(r"(?m)^kind:", front):
        return None
    session = parse_session(text, where)
    head = text[: len(text) - len(body)]
    begun = head.find("\nlearning_points:")
    kept = bytearray(len(head))
    for found in _KEPT.finditer(head):
        group = found.lastindex
        if group and (group == 1 or 0 <= begun < found.start()):
            kept[found.start(group) : found.end(group)] = b"\1" * (found.end(group) - found.start(group))
    blanked = "".join(letter if keep or letter == "\n" else " " for letter, keep in zip(head, kept, strict=True))
    return SessionText(text=blanked + _without_headings(body, sections_in(text, where)), cast=session.cast or ())


def _without_headings(body: str, sections: Sequence[Section]) -> str:
    plain = body[: len(body) - sum(len(section.source) for section in sections)]
    for section in sections:
        heading = section.source.split("\n", 1)[0]
        plain += " " * len(heading) + section.source[len(heading) :]
    return plain
