"""What circle.yml says of how the site looks, read as what it must be."""

import re
from dataclasses import dataclass

from circle_cli.fields import Fields
from circle_cli.front_matter.located import quoted
from circle_cli.look.colours import Colours, read_colours
from circle_cli.look.days import read_language
from circle_cli.system.names import unfit

_ADDRESS = re.compile(r"https?://[^\s/@?#\"'<>\\]+(?:/[^\s@?#\"'<>\\]*)?")
_PAGE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\.md")
_TAKEN = ("index.md", "404.md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What it says; what is empty is as the log's `mkdocs.yml` has it, else as the program's.

    `pages` are files of its `guidance/` that a site shows beside ours; `days` is the language in which it says days.
    """

    name: str = ""
    address: str = ""
    colours: Colours | None = None
    days: str = ""
    pages: tuple[str, ...] = ()


def read_look(keys: Fields) -> Look:
    """Take these keys out of circle.yml.

    Raises:
        CircleError: a value is none that can be used; file and line are named.
    """
    address = keys.line("address", _ADDRESS, "expected the whole address, such as https://example.org/circle/")
    return Look(
        name=keys.line("name"),
        address=address and f"{address.rstrip('/')}/",
        colours=keys.record("colours", read_colours),
        days=read_language(keys, "language-of-dates"),
        pages=_pages(keys),
    )


def _pages(keys: Fields) -> tuple[str, ...]:
    """Take names of files that can be part of an address anywhere, each once."""
    found = keys.texts("pages")
    for number, name in enumerate(found):
        if not _PAGE.fullmatch(name) or name in _TAKEN or unfit(name):
            do = "name a file of the folder guidance in small letters, digits and hyphens, such as `who-we-are.md`"
            raise keys.problem("pages", "… cannot name a page", do=do, words=quoted(name))
        if name in found[:number]:
            raise keys.problem("pages", "… is there twice", do="keep one", words=quoted(name))
    return found
