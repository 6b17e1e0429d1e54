"""A learning point's text as safe HTML: paragraphs, lists and emphasis. All else that is written is shown as typed.

The text is escaped first, so no HTML can be in it; Markdown then knows only these few marks; and nh3 lets nothing
else through, should either of them be mistaken. MkDocs and its extensions never see the text.
"""

import html
import re
from collections.abc import Set
from functools import cache
from itertools import accumulate, pairwise
from textwrap import shorten
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

_WORDS = r"[^\s*_\\\x00-\x1f\x7f-\x9f\ud800-\udfff]"
_LINE = rf"(?![-+]|\d){_WORDS}+(?: +{_WORDS}+)*"
_LINES, _ITEMS = rf"{_LINE}(?:\n{_LINE})*", rf"- {_LINE}(?:\n- {_LINE})*"
_SIMPLE = re.compile(rf"(?:{_LINES}\n\n)*(?:{_LINES}(?:\n\n?{_ITEMS})?|{_ITEMS})\n?")
"""Paragraphs without any mark, and at the end perhaps a list without one: what most people write."""

LONGEST_SENTENCE = 200
_ENOUGH = 60
"""A sentence shorter than this says little, and the next one comes along."""

_BLOCK = re.compile(r"<(?:p|li)>(?=[^<\s])(.*?)(?=</(?:p|li)>|<[ou]l>)", re.DOTALL)
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Mrs|Ms|St|No)\.|\b[A-Z]\.)$")
_MARKED = re.compile(r"[*_\\]|^\s*(?:[-+]|\d{1,2}\.)\s", re.MULTILINE)


class TooDeepError(ValueError):
    """The lists of a text are nested more deeply than can be shown."""


def render_text(text: str) -> Markup:
    """Give a text as HTML of TAGS alone, without attributes.

    Raises:
        TooDeepError: its lists are nested more deeply than can be shown.
    """
    return _simply(text.removesuffix("\n")) if _SIMPLE.fullmatch(text) else by_markdown(text)


def by_markdown(text: str) -> Markup:
    """Give the same by way of Markdown, whatever the text.

    Raises:
        TooDeepError: as above.
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


def _simply(text: str) -> Markup:
    """Give a simple text as Markdown and nh3 would, to the byte: they take thirty times as long over it."""
    blocks = []
    for block in html.escape(text).replace("&quot;", "&#34;").replace("&#x27;", "'").split("\n\n"):
        before, _, listed = block.partition("- ") if block.startswith("- ") else block.partition("\n- ")
        if before:
            blocks.append(f"<p>{before}</p>")
        if listed:
            items = "".join(f"<li>{item}</li>\n" for item in listed.split("\n- "))
            blocks.append(f"<ul>\n{items}</ul>")
    return Markup("\n".join(blocks))  # noqa: S704  # escaped


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


def first_sentence(text: str) -> str:
    """Give the first sentence or two of Markdown as plain words, cut at a word where they go on for long."""
    return beginning(" ".join(_first_words(text).split()))


def beginning(words: str) -> str:
    """Give the first sentence or two of plain words, cut at a word where they go on for long."""
    said = ""
    for sentence in _sentences(words):
        if said and (len(said) >= _ENOUGH or len(said) + len(sentence) >= LONGEST_SENTENCE):
            break
        said = f"{said} {sentence}".strip()
    said = " ".join(said.split())
    return said if len(said) <= LONGEST_SENTENCE else shorten(said, LONGEST_SENTENCE, placeholder=" …")


def _first_words(text: str) -> str:
    """Give the first paragraph, or the first item of a list; most have no marks, and Markdown takes its time."""
    begun = text.strip().partition("\n\n")[0]
    if not _MARKED.search(begun):
        return begun
    try:
        block = _BLOCK.search(render_text(text))
    except TooDeepError:  # its own page says where
        return ""
    return str(Markup(block[1]).striptags()) if block else ""  # noqa: S704  # of what was made safe


def _sentences(words: str) -> list[str]:
    found: list[str] = []
    for piece in _pieces(words):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _pieces(words: str) -> list[str]:
    ends = [0, *(each.end() for each in _END.finditer(words)), len(words)]
    return [words[begin:end].strip() for begin, end in pairwise(ends)]


def anchor(heading: str, separator: str) -> str:
    """Name the place of a heading in an address: the same whether or not it says that it is ours."""
    return slugify(unmarked(heading), separator)
