"""What can be found: a learning point, and each part of a page of the guidance that has a heading of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from circle_cli.aloud.words import aloud
from circle_cli.guidance.ours import MEANS, unmarked
from circle_cli.guidance.records import Guidance
from circle_cli.points.record import LearningPoint
from circle_cli.site.drawing.card import without_cards
from circle_cli.site.drawing.labels import Labels
from circle_cli.site.drawing.render import beginning

_HEADINGS = frozenset(("h1", "h2", "h3"))
_INLINE = frozenset("a abbr b bdi code em i mark small span strong sub sup".split())
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_UNSEEN = frozenset("script style noscript template svg".split())
_LEFT_OUT = "data-search-exclude"
_PARTS = {"what-to-try": 3.0, "why": 2.0, "how": 1.5, "where-not": 0.5, "rests-on": 0.7}
"""What a word counts in each part of a learning point."""

_HEADING, _END = '<h2 id="', '<p class="origin"'
_BLOCKS = ("<p>", "</p>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>")
_TAG = re.compile(r"<[^>]*>")


Shown = tuple[str, str, str, str]
"""The title of what was found, its address, what it is about, and the page of which it is a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Something that can be found: where, under which title, with which line below it.

    `fields` are its texts, each with what a word in it counts. `page` is the title of the page of which it is a part.
    `name` is what it goes by as a whole: none of its words alone finds it.
    """

    title: str
    address: str
    about: str
    fields: tuple[tuple[float, str], ...]
    page: str = ""
    name: str = ""

    @property
    def shown(self) -> Shown:
        """What of it is shown to whoever found it."""
        return self.title, self.address, self.about, self.page


def document_of_point(point: LearningPoint, html: str, labels: Labels, guidance: Guidance, address: str) -> Document:
    """Make a learning point findable by what its page says, of which `html` is the content.

    `labels` are those that may be told there.
    """
    told = {each for facet in ("theme", "concerns", "conditions") for each in labels[facet]}
    themes = (*guidance.concerns, *guidance.themes, *guidance.conditions)
    parts = {key: _words_of(text) for key, text in _parts_of(html)}
    return Document(
        title=point.title,
        address=address,
        about=beginning(parts["what-to-try"]),
        fields=(
            (5.0, point.title),
            *((weight, parts[key]) for key, weight in _PARTS.items()),
            (2.5, ". ".join(theme.title for theme in themes if theme.id in told)),
            (0.7, ". ".join(trial.differed for trial in point.tried if trial.differed)),
        ),
        name=aloud(point.id),
    )


def _parts_of(html: str) -> Iterator[tuple[str, str]]:
    """Give each part of a learning point's page: by the name of its heading what stands below it."""
    for part in html.split(_HEADING)[1:]:
        key, _, headed = part.partition('">')
        if key in _PARTS:
            yield key, headed.partition("</h2>")[2].partition(_END)[0]


def _words_of(html: str) -> str:
    """Give the words of a learning point's part, in which there are but few tags (`render.py`)."""
    words = html
    for tag in _BLOCKS:
        words = words.replace(tag, " ")
    words = _TAG.sub("", words) if "<" in words else words
    return " ".join((unescape(words) if "&" in words else words).split())


def documents_of_page(html: str, title: str, address: str, counts: float = 1) -> Iterator[Document]:
    """Make each part of a page findable that has a heading with a place of its own; what stands before belongs to it.

    `counts` is what a word is worth there beside one of another page. What is marked as left out of a search is on
    other pages, too, and found there.
    """
    reader = _Reader()
    reader.feed(without_cards(html))
    reader.close()
    for number, part in enumerate(reader.parts):
        text, heading = _without_sign("".join(part.text)), _without_sign("".join(part.heading))
        if not (text or heading):
            continue
        named = heading or title
        page = "" if title.endswith(named) else title  # a question's menu title has its number before its heading
        yield Document(
            title=named,
            address=f"{address}#{part.id}" if part.id and number > 1 else address,
            about=beginning(text),
            fields=((4.0 * counts, named), (1.5 * counts, page), (counts, text)),
            page=page,
        )


def _without_sign(text: str) -> str:
    """Leave out what stands on every page of the guidance, and says nothing of this one."""
    return unmarked(" ".join(text.split()).replace(f"{MEANS} What is ours", "").replace(MEANS, "")).strip()


@dataclass(slots=True, kw_only=True)
class _Part:
    id: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads a page's content, part by part; a cell, an item or a line ends a word."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = [_Part()]
        self.in_heading = False
        self.left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            self._gap(tag)
        elif self.left_out or tag in _UNSEEN or _LEFT_OUT in dict(attrs):
            self.left_out += 1
        else:
            if tag in _HEADINGS:
                self.parts.append(_Part(id=dict(attrs).get("id") or ""))
                self.in_heading = True
            self._gap(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY:
            return
        if self.left_out:
            self.left_out -= 1
            return
        self.in_heading &= tag not in _HEADINGS
        self._gap(tag)

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            part = self.parts[-1]
            (part.heading if self.in_heading else part.text).append(data)

    def _gap(self, tag: str) -> None:
        if tag not in _INLINE and not self.left_out:
            part = self.parts[-1]
            (part.heading if self.in_heading else part.text).append(" ")
