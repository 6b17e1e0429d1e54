"""What the lists of a log may not excuse: a name of anybody in any of its sessions. Pure."""

from circle_cli.share.release.opened import unescaped
from circle_cli.share.release.terms import Terms

NAMES_SOMEBODY = "names-somebody"
TOLD = "an entry is the name of somebody, or of a place, in a session; no list may excuse that"


def lines_with_names(text: str, terms: Terms) -> tuple[int, ...]:
    """Give the lines of a list on which somebody of any cast is named."""
    lines = enumerate(text.split("\n"), start=1)
    return tuple(number for number, line in lines if any(terms.find(unescaped(line))))
