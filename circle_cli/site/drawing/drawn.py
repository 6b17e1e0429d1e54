"""What the drawn pages share: a drawn page, the names and links of pages, the strip of a learning point's facts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup, escape

from circle_cli.look.days import ENGLISH, plain_day
from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.record import LearningPoint, Withdrawn
from circle_cli.vocabulary import Setting

INDEX = f"{POINTS_FOLDER}/index.md"
NEWS = f"{POINTS_FOLDER}/news.md"
FOLLOWING = f"{POINTS_FOLDER}/following.md"
THEMES = "themes/index.md"
FRAMEWORKS = "frameworks/index.md"

SETTINGS = {
    Setting.CHILDREN: "Children’s services",
    Setting.ADULTS: "Adults’ services",
    Setting.BOTH: "Children’s and adults’ services",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A page that is finished; `meta`, too, is safe to put into HTML as it is.

    `lean` is for pages of which there are many: their menu holds no more than the parts of the site.
    """

    html: Markup
    meta: dict[str, Markup | dict[str, bool]]
    lean: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMany:
    """A lean page that is drawn when it is asked for: its title, and what draws it."""

    title: str
    draw: Callable[[], Drawn]


class Pages(Mapping[str, Drawn]):
    """Pages by the names by which MkDocs knows them; those of which there are many are drawn each time."""

    def __init__(self, few: Mapping[str, Drawn], many: Mapping[str, OfMany]) -> None:
        self._few, self.many = few, many

    def __getitem__(self, uri: str) -> Drawn:
        return self.many[uri].draw() if uri in self.many else self._few[uri]

    def __iter__(self) -> Iterator[str]:
        return iter((*self._few, *self.many))

    def __len__(self) -> int:
        return len(self._few) + len(self.many)

    def __contains__(self, uri: object) -> bool:
        return uri in self.many or uri in self._few


class OnceAsked(Mapping[str, str]):
    """Files by their places on the site, each of which is drawn when it is asked for, once."""

    def __init__(self, draw: Mapping[str, Callable[[], str]]) -> None:
        self._draw, self._drawn = draw, dict[str, str]()

    def __getitem__(self, place: str) -> str:
        if place not in self._drawn:
            self._drawn[place] = self._draw[place]()
        return self._drawn[place]

    def __iter__(self) -> Iterator[str]:
        return iter(self._draw)

    def __len__(self) -> int:
        return len(self._draw)

    def __contains__(self, place: object) -> bool:
        return place in self._draw


def filled(template: str, *values: object, **named: object) -> Markup:
    """Fill words, which are escaped, and HTML that is safe into a template of ours.

    `Markup.format` does the same, in many times the time: it reads the template in Python, for every page again.
    """
    safe = {name: _safe(each) for name, each in named.items()}
    return _marked(template.format(*map(_safe, values), **safe))


def joined(pieces: Iterable[object]) -> Markup:
    """Put words, which are escaped, and HTML that is safe one behind the other, as `Markup("").join` does."""
    return _marked("".join(map(_safe, pieces)))


def _marked(html: str) -> Markup:
    """Give as HTML that is safe what is made of nothing else; `Markup` itself would ask what it is, each time."""
    return str.__new__(Markup, html)


def _safe(value: object) -> str:
    return value if isinstance(value, Markup) else _escaped(value)


@lru_cache(2**11, typed=True)  # most of what is filled in stands on many pages; `True` is not 1
def _escaped(value: object) -> str:
    return escape(value)


def uri_of(point: LearningPoint | Withdrawn) -> str:
    """Name the page of a learning point, as MkDocs names pages."""
    return f"{POINTS_FOLDER}/{point.id}.md"


def theme_uri(theme: str) -> str:
    """Name the page of a theme, which is there if the theme is shown."""
    return f"themes/{theme}.md"


def framework_uri(framework: str) -> str:
    """Name the page of a framework."""
    return f"frameworks/{framework}.md"


def statement_anchor(statement: str) -> str:
    """Name the place of a statement on its framework's page."""
    return f"statement-{statement}"


def told(count: int) -> str:
    """Say how many learning points."""
    return f"{count} learning point{'' if count == 1 else 's'}"


def draw_strip(facts: Iterable[Markup | str]) -> Markup:
    """Draw a strip of facts."""
    return filled('<ul class="facts" data-search-exclude="true">{}</ul>', draw_items(facts))


def draw_items(items: Iterable[Markup | str]) -> Markup:
    """Draw words, or HTML that is safe, as the items of a list."""
    return _marked("".join([f"<li>{_safe(each)}</li>" for each in items]))


def draw_day(day: date, language: str = "", *, weekday: bool = True) -> Markup:
    """Say a day, in the language of the site's days."""
    return in_language(escape(plain_day(day, language, weekday=weekday)), language)


def in_language(said: Markup, language: str) -> Markup:
    """Mark what is not said in English: whoever listens to the page is told so."""
    return said if language in ENGLISH else Markup('<bdi lang="{}">{}</bdi>').format(language, said)


@lru_cache(2**12, typed=True)  # words are not HTML that is safe, though they may be written alike
def draw_link(address: str, words: str) -> Markup:
    """Draw a link."""
    return filled('<a href="{}">{}</a>', address, words)
