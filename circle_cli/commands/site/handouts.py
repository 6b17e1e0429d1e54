"""What of each learning point is handed out: one page for a team, and where no e-mail goes, one to tell how it went.

The page for a team fits on one sheet: what to try stands there, and of the rest as much as there is room for.
"""

import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from html import unescape
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from circle_cli.aloud.words import aloud
from circle_cli.commands.well.entries import program
from circle_cli.commands.well.made import Before, made_anew
from circle_cli.paper.document import Block, Bullets, Document, Field, Heading, NameLine, Paragraph
from circle_cli.paper.drawing.copies import Like, copies_of
from circle_cli.paper.drawing.html import OnASite, draw_html
from circle_cli.points.by_email.letters import BETTER, BOXES, DIFFERED
from circle_cli.points.folder import Published
from circle_cli.points.record import PARTS, LearningPoint
from circle_cli.settings import Contact, Settings
from circle_cli.site.drawing.answering.ways import handout_of, slip_of
from circle_cli.site.drawing.collection import Link
from circle_cli.site.drawing.drawn import filled, uri_of
from circle_cli.site.drawing.pages.about import PRIVACY
from circle_cli.site.drawing.pages.statement import STATEMENT
from circle_cli.site.drawing.render import TooDeepError, render_text
from circle_cli.system.worked_out import worked_out
from circle_cli.waiting import how_far

_FIRST = ("what-to-try", "where-not", "how", "why", "rests-on")
"""The parts in the order in which they get a place."""

_TALK = (
    "When did one of us do something like this, and what made it work?",
    "Where could it fit in our work, and where not?",
    "What is one small thing that we could try before we meet again, and how shall we notice that it helps?",
)
_TO_TALK, _TO_TELL = "To talk about", "If you try it"
_TELL = "Tell how it went, also where it did not work: it helps the next one. It goes by these four words: {}."
_NO_NAMES = "When you talk about it: no names, and nothing by which somebody outside could tell who you mean."
_ROOM = ((2000, 11.5), (3000, 10.5), (4600, 9.5))
"""Up to how many signs the parts have, and how many points high the letters are then; there is no room for more."""

_TITLE, _PARAGRAPH, _ITEM = "{title}", "{paragraph}", "{item}"

_LINE = 160
"""Signs that a paragraph or an item takes away at least: it has a line of its own."""

_PIECE = re.compile(r"<(/?)(\w+)>|([^<]+)")
"""What `render_text` gives is made of: tags without attributes, and words."""

Told = Mapping[str, tuple[Block, ...]]
"""The parts that stand on the page, by key."""

Where = Callable[[LearningPoint], str]
"""Gives the whole address of a learning point's page; empty where nobody knows it."""


def make_handouts(
    published: Published, settings: Settings, where: Where, link: Link, notice: str = "", before: Before = made_anew
) -> Iterator[tuple[str, bytes]]:
    """Make them one by one, by their places on the site; a `notice` stands on each.

    `before` may have what was made of the very same before.
    """
    made = _Making(settings=settings, where=where, link=link, notice=notice)
    for point in how_far.each(published.points, "Making pages to print"):
        page, word, slip = handout_of(point, "html"), handout_of(point, "docx"), slip_of(point)
        ways = [link(uri, page) for uri in (uri_of(point), PRIVACY, STATEMENT)]
        says = (point.id, point.revision, point.title, [*point.parts.items()])
        rests_on = repr((says, where(point), ways, settings.contact, notice)).encode("utf-8", "surrogatepass")
        yield page, before(page, rests_on, partial(made.page, point, page))
        yield word, before(word, rests_on, partial(made.word, point))
        if not settings.contact.email:
            yield slip, before(slip, rests_on, partial(made.slip, point, slip))


@dataclass(kw_only=True)
class _Making:
    """Makes what is handed out of a learning point; what all have in common is drawn when it is first needed."""

    settings: Settings
    where: Where
    link: Link
    notice: str

    def page(self, point: LearningPoint, place: str) -> bytes:
        told = _fitting(point)
        around = _around(point.title, self.link(uri_of(point), place), place, self.link)
        tell = _tell(point, self.where, self.notice)
        return draw_html(_for_team(point, told, tell, _letters(told)), around).encode("utf-8")

    def word(self, point: LearningPoint) -> bytes:
        told = _fitting(point)
        filled = _filled_in(point, told, _tell(point, self.where, self.notice))
        return self._copy(point.title, filled, _letters(told))

    def slip(self, point: LearningPoint, place: str) -> bytes:
        return self._slip(point, place).encode("utf-8")

    @cached_property
    def _copy(self) -> Callable[[str, Mapping[str, Sequence[Like]], float], bytes]:
        return copies_of(_drawn(), _TITLE)

    @cached_property
    def _slip(self) -> Callable[[LearningPoint, str], str]:
        return _slips(self.settings.contact, self.link, self.notice)


def _around(title: str, page: str, place: str, link: Link) -> OnASite:
    there = {link(PRIVACY, place): "Privacy", link(STATEMENT, place): "Accessibility"}
    return OnASite(description=f"{title}: one page to print.", ways=[(page, "Back to its page"), *there.items()])


def _slips(contact: Contact, link: Link, notice: str) -> Callable[[LearningPoint, str], str]:
    """Give what draws the page on which somebody tells how it went: drawn once, and filled in for each at its place."""
    title, name, page = (f"hole{secrets.token_hex(16)}" for _ in range(3))

    @cache
    def pieces(folder: str) -> list[str]:
        whole = draw_html(_slip(title, name, contact, notice), _around(title, page, f"{folder}/slip.html", link))
        return re.split(f"({title}|{name}|{page})", whole)

    def draw(point: LearningPoint, place: str) -> str:
        named = f"{aloud(point.id)}, wording {point.revision}"
        filling = {title: point.title, name: named, page: link(uri_of(point), place)}
        return "".join(
            filled("{}", filling[each]) if each in filling else each for each in pieces(place.rpartition("/")[0])
        )

    return draw


def _fitting(point: LearningPoint) -> Told:
    """Choose the parts that fit on the page: the first, and the others while all is easily read."""
    parts = {key: tuple(_blocks(point.parts[key])) for key in _FIRST}
    chosen = {_FIRST[0]: _cut(parts[_FIRST[0]], _ROOM[-1][0] - _LINE)}
    for key in _FIRST[1:]:
        if _length(parts[key]) <= _ROOM[1][0] - sum(map(_length, chosen.values())):
            chosen[key] = parts[key]
    return {key: chosen[key] for key in PARTS if key in chosen}


def _cut(blocks: Sequence[Block], left: int) -> tuple[Block, ...]:
    """Leave what fits, and say so where that is not all: hundreds of short lines would fill several sheets."""
    kept: list[Block] = []
    for block in blocks:
        for text in _texts([block]):
            left -= max(_LINE, len(text))
            if left < 0:
                return (*kept, Paragraph(text="There is more of it on its page."))
            kept.append(Bullets(items=(text,)) if isinstance(block, Bullets) else Paragraph(text=text))
    return tuple(blocks)


def _letters(told: Told) -> float:
    long = sum(map(_length, told.values()))
    return next((points for most, points in _ROOM if long <= most), _ROOM[-1][1])


def _length(blocks: Sequence[Block]) -> int:
    return _LINE + sum(max(_LINE, len(text)) for text in _texts(blocks))


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case _:
                pass


def _tell(point: LearningPoint, where: Where, notice: str) -> tuple[str, ...]:
    there = where(point)
    return (
        _TELL.format(aloud(point.id)),
        *([f"Its page, with all that it says: {there}"] if there else []),
        *([notice] if notice else []),
    )


def _for_team(point: LearningPoint, told: Told, tell: Sequence[str], letters: float) -> Document:
    parts = (block for key, blocks in told.items() for block in (Heading(text=PARTS[key]), *blocks))
    closing = _closing(tuple(Paragraph(text=each) for each in tell))
    return Document(
        title=point.title, blocks=(Heading(text=point.title, level=1), *parts, *closing), letters=letters
    )  # fmt: skip


def _closing(tell: tuple[Block, ...]) -> tuple[Block, ...]:
    talk = (Heading(text=_TO_TALK), Bullets(items=_TALK), Paragraph(text=_NO_NAMES, hint=True))
    return (*talk, Heading(text=_TO_TELL), *tell)


def _blank() -> Document:
    """Draw up the page with a mark for all that differs from one learning point to another, and two that show how."""
    parts = (block for key in PARTS for block in (Heading(text=f"{{{key}}}"), Paragraph(text=f"{{in-{key}}}")))
    shown = (Paragraph(text=_PARAGRAPH), Bullets(items=(_ITEM,)))
    blocks = (Heading(text=_TITLE, level=1), *parts, *_closing((Paragraph(text="{tell}"),)), *shown)
    return Document(title=_TITLE, blocks=blocks)


def _drawn() -> bytes:
    """Give it as a Word file, which rests on the program alone and so is drawn once: to load python-docx takes long."""

    def draw() -> tuple[bytes]:
        from circle_cli.paper.drawing.word import draw_word

        return (draw_word(_blank()),)

    made_of = (program(), version("python-docx").encode())
    return worked_out(Path(__file__).parent, "handout", made_of, draw)[0]


def _filled_in(point: LearningPoint, told: Told, tell: Sequence[str]) -> Mapping[str, Sequence[Like]]:
    """Give what stands in the place of each mark."""
    filled: dict[str, Sequence[Like]] = {
        _TITLE: [(_TITLE, point.title)],
        "{tell}": [(_PARAGRAPH, each) for each in tell],
    }
    for key, blocks in told.items():
        filled[f"{{{key}}}"] = [(f"{{{key}}}", PARTS[key])]
        filled[f"{{in-{key}}}"] = [
            (_ITEM if isinstance(block, Bullets) else _PARAGRAPH, text) for block in blocks for text in _texts([block])
        ]
    return filled


def _slip(title: str, name: str, contact: Contact, notice: str) -> Document:
    """Draw up the page on which somebody tells how it went."""
    reached = [each for each in (contact.telephone, contact.post) if each]
    give = f"Give this to whoever looks after the site{': ' + ', '.join(reached) if reached else ''}."
    boxes = (Paragraph(text=f"☐ {words}") for words in BOXES.values())
    return Document(
        title=f"I tried: {title}",
        blocks=(
            Heading(text=f"I tried: {title}", level=1),
            Paragraph(text=_SLIP),
            NameLine(label="Its name", text=name),
            Heading(text="How did it go? Put one cross"),
            *boxes,
            Heading(text="What differed"),
            Paragraph(text=DIFFERED, hint=True),
            Field(lines=4),
            Heading(text="Better words, if you have any"),
            Paragraph(text=BETTER, hint=True),
            Field(lines=4),
            Heading(text="Where it goes"),
            Paragraph(text=f"{give} {notice}".strip()),
            Paragraph(text="For them: type “circle tried” and its name.", hint=True),
        ),
    )


_SLIP = (
    "Print this page, and fill it in by hand. Nobody in it should be recognisable: no names, no places, no dates, and "
    "not your own name. A second person reads it before others do. It is no case record."
)


def _blocks(text: str) -> Iterator[Block]:
    """Give a part as paragraphs and lists, without its emphasis; what is too deep for a page is told by the page."""
    try:
        marked = render_text(text)
    except TooDeepError:
        yield Paragraph(text=" ".join(text.split()))
        return
    depth = 0
    found: list[tuple[bool, list[str]]] = []
    for closing, tag, words in _PIECE.findall(marked):
        if tag in ("ul", "ol"):
            depth += -1 if closing else 1
        elif words and found:
            found[-1][1].append(words)
        elif tag in ("p", "li") and not closing:
            found.append((depth > 0, []))
    for listed, group in groupby(found, lambda each: each[0]):
        texts = tuple(text for _, pieces in group if (text := " ".join(unescape("".join(pieces)).split())))
        if listed:
            yield Bullets(items=texts)
        else:
            yield from (Paragraph(text=text) for text in texts)
