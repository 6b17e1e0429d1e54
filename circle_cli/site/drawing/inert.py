"""HTML in which no other program finds anything to act on: whatever words are in it stay words. Pure.

Markdown leaves a block of HTML as it is. What a builder's extensions do before (macros, snippets, shortcodes, links in
double brackets) happens to the text of the whole file, and they do not know where a block of HTML begins.
"""

import html
import re

from markupsafe import Markup

_PIECE = re.compile(r"(<[^<>]*>)|[^<>]+")
_BREAK = re.compile(r"\s*[\r\n]\s*")
_MARK = re.compile(r"[!-+\-/:-@\[-`{-~]")
"""Any sign of ASCII but the comma and the full stop."""

_IN_TAGS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "{}[]`~$^*\\|"})
"""Signs that no tag of ours is made of: one of them can only be in the value of an attribute."""


def inert(block: Markup) -> Markup:
    """Give the same HTML on one line, with every sign in its words as an entity: a browser shows no difference."""
    return Markup(_PIECE.sub(_without_marks, _BREAK.sub(" ", block)))  # noqa: S704  # the same HTML, in other letters


def _without_marks(piece: re.Match[str]) -> str:
    if piece[1]:
        return piece[1].translate(_IN_TAGS)
    return _MARK.sub(lambda sign: f"&#{ord(sign[0])};", html.unescape(piece[0]))
