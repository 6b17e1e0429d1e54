"""A learning point's text as safe HTML: paragraphs, lists and emphasis. All else that is written is shown as typed.

The text is escaped first, so no HTML can be in it; Markdown then knows only these few marks; and nh3 lets nothing
else through, should either of them be mistaken. MkDocs and its extensions never see the text.
"""

import html
import re
from collections.abc import Set
from functools import cache
from itertools import accumulate
from typing import Any

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.toc import slugify
from markdown.util import Registry
from markupsafe import Markup

from circle_cli.guidance.ours import unmarked

TAGS = frozenset({"p", "ul", "ol", "li", "em", "strong"})
_BLOCKS = frozenset({"empty", "indent", "olist", "ulist", "paragraph"})
_INLINE = frozenset({"escape", "em_strong", "em_strong2", "not_strong"})
_ITEM = r"(?:[-*+]|\d{1,2}\.)[ \t]"
_LIST_AFTER_LINE = re.compile(rf"(?m)^(?=[ \t]*\S)(?![ \t]*{_ITEM})([^\n]+)\n(?={_ITEM})")
_NO_EMPHASIS = re.compile(r"[*_]{4,}")
"""More marks in a row than mean anything; Markdown takes its time over each of them."""

_LIST = re.compile(r"<(/?)[ou]l>")
_DEEPEST = 5
"""Lists within lists: on a small screen, deeper ones would leave no room for words."""


class TooDeepError(ValueError):
    """The lists of a text are nested more deeply than can be shown."""


def render_text(text: str) -> Markup:
    """Give a text as HTML of TAGS alone, without attributes.

    Raises:
        TooDeepError: its lists are nested more deeply than can be shown.
    """
    text = _LIST_AFTER_LINE.sub(r"\1\n\n", text)  # a list needs no empty line above it: few people know that it would
    text = html.escape(text, quote=False)
    text = _NO_EMPHASIS.sub(lambda marks: "".join(f"&#{ord(mark)};" for mark in marks[0]), text)
    try:
        marked = _markdown().reset().convert(text)
    except RecursionError as error:
        _markdown.cache_clear()  # it still stands in the middle of that text
        raise TooDeepError from error
    if max(accumulate(-1 if found[1] else 1 for found in _LIST.finditer(marked)), default=0) > _DEEPEST:
        raise TooDeepError
    safe = nh3.clean(marked, tags=set(TAGS), attributes={})
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


def anchor(heading: str, separator: str) -> str:
    """Name the place of a heading in an address: the same whether or not it says that it is ours."""
    return slugify(unmarked(heading), separator)
