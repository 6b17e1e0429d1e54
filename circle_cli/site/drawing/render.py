"""A learning point's text as safe HTML: paragraphs, lists and emphasis. All else that is written is shown as typed.

The text is escaped first, so no HTML can be in it; Markdown then knows only these few marks; and nh3 lets nothing
else through, should either of them be mistaken. MkDocs and its extensions never see the text.
"""

import html
import re
from collections.abc import Set
from functools import cache
from typing import Any

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.util import Registry
from markupsafe import Markup

TAGS = frozenset({"p", "ul", "ol", "li", "em", "strong"})
_BLOCKS = frozenset({"empty", "indent", "olist", "ulist", "paragraph"})
_INLINE = frozenset({"escape", "em_strong", "em_strong2", "not_strong"})
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
    safe = nh3.clean(made, tags=set(TAGS), attributes={})
    # The theme's search takes `data-search-...="..."` out of a page, also where it is but words.
    return Markup(safe.replace('"', "&#34;"))  # noqa: S704  # nh3 is what makes it safe


@cache
def _markdown() -> Markdown:
    markdown = Markdown(extensions=[SaneListExtension()])
    _keep(markdown.preprocessors, {"normalize_whitespace"})
    _keep(markdown.parser.blockprocessors, _BLOCKS)
    _keep(markdown.inlinePatterns, _INLINE)
    return markdown


def _keep(registry: Registry[Any], names: Set[str]) -> None:
    """Leave only what is named, so that what a later version of Markdown adds is out as well."""
    names_there = [item.name for item in registry._priority]  # type: ignore[attr-defined]  # nothing public tells them
    for name in names_there:  # others hold on to this very registry, so it is not replaced
        if name not in names:
            registry.deregister(name)
