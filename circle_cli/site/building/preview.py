"""The preview answers to its own address alone, and its pages have the policy that the released ones have.

A page of another site can make a browser ask any address on this computer under a name of its own (DNS rebinding), and
would then read what is not published yet: whoever asks under another name is refused.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from circle_cli.site.building.policy import policy_of

PAUSE = 0.05
"""Seconds without a further change before a site is built anew: an editor writes a file in several steps."""

_HERE = ("127.0.0.1", "localhost", "[::1]")


def guarded(app: WSGIApplication, host: str, port: int, reloading: re.Pattern[str]) -> WSGIApplication:
    """Give an application that answers under its own names only, and sends each page with its policy.

    `reloading` is the shape of the script by which MkDocs has a page load itself anew.
    """
    names = {f"{name}:{port}" for name in (*_HERE, host)} | ({*_HERE, host} if port == 80 else set())

    def answer(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        if environ.get("HTTP_HOST", "") not in names:
            start("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"This preview answers to its own address alone.\n"]
        began: list[tuple[str, list[tuple[str, str]]]] = []

        def begin(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
            began.append((status, headers))
            return lambda _: None

        body = app(environ, begin)
        status, headers = began[0]
        if not any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
            start(status, [*headers, *_ALWAYS])
            return body
        page = b"".join(body)
        start(
            status,
            [*headers, *_ALWAYS, ("Content-Security-Policy", policy_of(page.decode("utf-8", "replace"), reloading))],
        )
        return [page]

    return answer


_ALWAYS = (("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store"))


def made_first(app: WSGIApplication, mounted: str, make: Callable[[str], object]) -> WSGIApplication:
    """Give an application for which `make` makes what is asked for, by its place on a site that is `mounted` there."""

    def answer(environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        make(str(environ.get("PATH_INFO", "")).encode("latin-1").decode("utf-8", "replace").removeprefix(mounted))
        return app(environ, start)

    return answer


def reloading(template: str) -> re.Pattern[str]:
    """Give the shape of the script by which a page of the preview loads itself anew: two numbers differ."""
    return re.compile("[0-9]+".join(map(re.escape, re.split(r"\$\{\w+\}", template))))
