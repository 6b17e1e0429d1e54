"""What a program checks on the site's pages: the tests do just this, and the accessibility statement tells it.

The tests run over this record and over nothing else, so that the statement cannot claim more than is done.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The checks: `kinds` are the kinds of pages, `widths` are in pixels, and `walked` are those without a mouse.

    `since` is the day on which they became what they are here; `unchecked` is what nobody has looked at.
    """

    tool: str
    version: str
    rules: tuple[str, ...]
    browser: str
    kinds: tuple[str, ...]
    widths: tuple[int, ...]
    schemes: tuple[str, ...]
    walked: tuple[int, ...]
    since: date
    unchecked: tuple[str, ...]


CHECKED = Checked(
    tool="axe-core",
    version="4.12.1",
    rules=("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
    browser="Chromium",
    kinds=(
        "the home page",
        "a question of the circle",
        "a way to use the circle",
        "a page of guidance with lists in it",
        "sources and thanks",
        "privacy",
        "this statement",
        "the kit",
        "role cards, to print",
        "the eight questions, to print",
        "the recording sheet, to print",
        "the form, to reflect on here",
        "the list of learning points, to choose from",
        "a further page of that list",
        "a learning point",
        "a learning point for a team, to print",
        "the page to tell how it went, to print",
        "what is new, and tried by others",
        "how to follow what is new",
        "the themes, with a chart",
        "a theme",
        "a framework",
        "the page that says that a page is not there",
    ),
    widths=(320, 768, 1280),
    schemes=("light", "dark"),
    walked=(320, 1000, 1280),
    since=date(2026, 11, 27),
    unchecked=(
        "with a screen reader, by people who use one every day",
        "with a screen magnifier, with speech input or with a switch",
        "in other browsers than Chromium, such as Firefox and Safari, and on a phone or tablet itself",
        "the Word files, in Word, with a screen reader",
        "what the publisher of this site has changed or added: its own pages, its own settings and its learning points",
    ),
)
