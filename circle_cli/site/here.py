"""Marks in every menu of a page where one is, so that it can be heard, and seen without colours. Pure."""

import re

_TEXT = re.compile("(<article.*</article>)", re.DOTALL)
"""What a page says; all around it are menus."""


def mark_here(html: str, own: str, within: str | None) -> str:
    """Mark the links to the page itself; where no menu has one, those to the page under which it is found, `within`.

    Both are addresses as links on the page give them.
    """
    marked = _mark(html, own, "page")
    return marked if marked != html or within is None else _mark(html, within, "true")


def _mark(html: str, address: str, how: str) -> str:
    """Mark every link to an address that stands in a menu."""
    link = re.compile(f'<a (?=[^>]*href="{re.escape(address)}")')
    pieces = _TEXT.split(html)
    pieces[::2] = [link.sub(f'<a aria-current="{how}" ', piece) for piece in pieces[::2]]
    return "".join(pieces)
