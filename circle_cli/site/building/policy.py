"""The content-security policy of a page: its own files, and the theme's inline scripts by their hashes; nothing else.

A hash is given only to a script that the theme wrote. Should words of a learning point ever become a script in a page,
the build stops here; and a script that this reader overlooks has no hash, so no browser runs it.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from circle_cli.errors import CircleError, Place

_POLICY = (
    "default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"
)
_TEMPLATES = ("base.html", "palette.html", "content.html")
"""The theme's templates whose inline scripts our settings let into a page."""

_SCRIPT = re.compile(r"(?s)<(?i:script)\b([^>]*)>(.*?)(?:</(?i:script)|\Z)")
"""A script wherever one might begin, inside a comment too: what it takes for one and is none stops the build."""

_NOT_INLINE = re.compile(r'\s+(?:src="[^"]*"|id="\w+" type="application/json")\s*')
"""How the theme names a file of its own, and data, which a browser never runs. Whatever else there is, is inline."""

_INLINE = re.compile(r"<script>(.+?)</script>", re.DOTALL)
_HOLE = re.compile(r"\{\{.*?\}\}")
_ADDRESS = r"[\w./~%-]*"
"""What the theme fills in: the way to the top of the site. No quote can be in it, so no script either."""

_HEAD = re.compile(r'\s*<!doctype html>\s*<html [^<>]*>\s*<head>\s*<meta charset="utf-8">', re.IGNORECASE)


def with_policy(html: str, name: str) -> str:
    """Give a page with its policy, which stands before anything that it rules.

    Raises:
        CircleError: the page has an inline script that is not the theme's, or does not begin as the theme's pages do.
    """
    head = _HEAD.match(html)
    if head is None:
        raise CircleError("does not begin as the theme's pages do; nothing was published", where=Place(name, 1))
    scripts = [*_inline_scripts(html)]
    for script, start in scripts:
        if not _is_known(script):
            place = Place(name, html.count("\n", 0, start) + 1)
            wrong = "holds a script that is not the theme's; nothing was published."
            raise CircleError(wrong, where=place, do=" Find it in the page, and take it out")
    tags = (
        f'<meta http-equiv="Content-Security-Policy" content="{_policy_for(script for script, _ in scripts)}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return html[: head.end()] + tags + html[head.end() :]


def policy_of(html: str, *more: re.Pattern[str]) -> str:
    """Give the policy of a page; `more` are shapes of inline scripts that may run beside the theme's.

    A script of any other shape has no hash in it, so that no browser runs it.
    """
    return _policy_for(script for script, _ in _inline_scripts(html) if _is_known(script, *more))


def _policy_for(scripts: Iterable[str]) -> str:
    return _POLICY.format(scripts=" ".join(["'self'", *dict.fromkeys(map(_hash, scripts))]))


def _inline_scripts(html: str) -> Iterator[tuple[str, int]]:
    """Give the inline scripts of a page, and where each begins."""
    for found in _SCRIPT.finditer(html):
        attributes, script = found.groups()
        if not _NOT_INLINE.fullmatch(attributes):
            yield script, found.start()


@lru_cache(2**8)  # every page has the same
def _is_known(script: str, *more: re.Pattern[str]) -> bool:
    return any(shape.fullmatch(script) for shape in (*_shapes(), *more))


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Read the theme's inline scripts from its own templates, with holes where it fills in an address."""
    folder = files("material").joinpath("templates/partials/javascripts")
    scripts = (_INLINE.findall(folder.joinpath(name).read_text(encoding="utf-8")) for name in _TEMPLATES)
    return tuple(
        re.compile(_ADDRESS.join(re.escape(piece) for piece in _HOLE.split(script)))
        for found in scripts
        for script in found
    )


@lru_cache(2**8)
def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
