"""The content-security policy of a page: its own files, and the theme's inline scripts by their hashes; nothing else.

A hash is given only to a script that the theme wrote. Should words of a learning point ever become a script in a page,
the build stops here; and a script that this reader overlooks has no hash, so no browser runs it.
"""

import base64
import hashlib
import re
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

from circle_cli.errors import CircleError

_POLICY = (
    "default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"
)
_TEMPLATES = ("base.html", "palette.html", "content.html")
"""The theme's templates whose inline scripts our settings let into a page."""

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
        raise CircleError(f"{name}:1: does not begin as the theme's pages do; nothing was published")
    reader = _Scripts()
    reader.feed(html)
    reader.close()
    for line, script in reader.found:
        if not any(shape.fullmatch(script) for shape in _shapes()):
            raise CircleError(
                f"{name}:{line}: holds a script that is not the theme's; nothing was published. "
                "Find it in the page, and take it out"
            )
    hashes = dict.fromkeys(_hash(script) for _, script in reader.found)
    policy = _POLICY.format(scripts=" ".join(["'self'", *hashes]))
    tags = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
    return html[: head.end()] + tags + html[head.end() :]


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


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode('utf-8')).digest()).decode('ascii')}'"


class _Scripts(HTMLParser):
    """Collects the inline scripts of a page, each with its line; data that a browser never runs is none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        first = dict(reversed(attrs))  # of two attributes of a name, a browser takes the first
        self.inside = tag == "script" and "src" not in first and first.get("type") != "application/json"
        if self.inside:
            self.found.append((self.getpos()[0], ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            line, script = self.found[-1]
            self.found[-1] = (line, script + data)
