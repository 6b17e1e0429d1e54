"""A learning point's text as safe HTML: paragraphs, lists and emphasis. All else that is written is shown as typed.

The text is escaped first, so no HTML can be in it; Markdown then knows only these few marks; and nh3 lets nothing
else through, should either of them be mistaken. MkDocs and its extensions never see the text.
"""

import html
import re
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.util import Registry
from markupsafe import Markup

Part = TypeVar("Part")

TAGS = frozenset({"p", "ul", "ol", "li", "em", "strong"})
_BLOCKS = ("empty", "indent", "olist", "ulist", "paragraph")
_INLINE = ("escape", "em_strong", "em_strong2", "not_strong")
_ITEM = r"(?:[-*+]|\d{1,2}\.)[ \t]"
_LIST_AFTER_LINE = re.compile(rf"(?m)^(?![ \t]*{_ITEM})([^\n]*\S[^\n]*)\n(?={_ITEM})")


def render_text(text: str) -> Markup:
    """Give a text as HTML of TAGS alone, without attributes.

    Raises:
        RecursionError: its lists are nested beyond all reason.
    """
    text = _LIST_AFTER_LINE.sub(r"\1\n\n", text)  # a list needs no empty line above it: few people know that it would
    try:
        made = _markdown().reset().convert(html.escape(text, quote=False))
    except RecursionError:
        _markdown.cache_clear()  # it still stands in the middle of that text
        raise
    return Markup(nh3.clean(made, tags=set(TAGS), attributes={}))  # noqa: S704  # this is what makes it safe


@cache
def _markdown() -> Markdown:
    markdown = Markdown(extensions=[SaneListExtension()])
    markdown.preprocessors = _only(("normalize_whitespace",), markdown.preprocessors)
    markdown.parser.blockprocessors = _only(_BLOCKS, markdown.parser.blockprocessors)
    markdown.inlinePatterns = _only(_INLINE, markdown.inlinePatterns)
    return markdown


def _only(names: Sequence[str], registry: Registry[Part]) -> Registry[Part]:
    """Keep what is named, in that order, so that what a later version of Markdown adds is out as well."""
    kept: Registry[Part] = Registry()
    for place, name in enumerate(names):
        if name in registry:
            kept.register(registry[name], name, -place)
    return kept
