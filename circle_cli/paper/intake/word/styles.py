"""What a Word file says of how its paragraphs look, as far as it tells what they are."""

from dataclasses import dataclass

from circle_cli.paper.intake.ticks import in_plain_letters, is_sign
from circle_cli.paper.intake.word.tree import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The styles' names by their ids, in small letters; which are headings; and lists that have a tick as their bullet.

    Ids differ from one language of Word to another; the names of its own styles do not.
    """

    names: dict[str, str]
    headings: frozenset[str]
    ticks: dict[tuple[str, str], str]

    def is_heading(self, paragraph: Element) -> bool:
        """Tell whether a paragraph looks like a heading."""
        looks = paragraph.find("pPr")
        return looks is not None and (looks.find("outlineLvl") is not None or _style(looks) in self.headings)

    def is_title(self, paragraph: Element) -> bool:
        """Tell whether a paragraph looks like the title of the whole."""
        looks = paragraph.find("pPr")
        return looks is not None and "title" in (_style(looks).lower(), self.names.get(_style(looks), ""))

    def is_item(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is an item of a list."""
        looks = paragraph.find("pPr")
        if looks is None:
            return False
        style = _style(looks)
        named = self.names.get(style, "").startswith("list ") or style.startswith("List")
        return named or looks.find("numPr") is not None

    def tick(self, paragraph: Element) -> str:
        """Give the tick, cross or box that is a paragraph's bullet: a way to make one without typing it."""
        number = paragraph.find("pPr/numPr/numId")
        level = paragraph.find("pPr/numPr/ilvl")
        depth = "0" if level is None else level.get("val", "0")
        return "" if number is None else self.ticks.get((number.get("val", ""), depth), "")


def read_styles(styles: Element | None, numbering: Element | None) -> Styles:
    """Read the parts that say it; a file may lack both."""
    names: dict[str, str] = {}
    headings = {"Title", *(f"Heading{level}" for level in range(1, 10))}
    for style in styles.iter("style") if styles is not None else ():
        name = style.find("name")
        names[style.get("styleId", "")] = "" if name is None else name.get("val", "").lower()
        if names[style.get("styleId", "")].startswith("heading") or style.find("pPr/outlineLvl") is not None:
            headings.add(style.get("styleId", ""))
    return Styles(names=names, headings=frozenset(headings), ticks=_ticks(numbering))


def _ticks(numbering: Element | None) -> dict[tuple[str, str], str]:
    """Give the bullets that are a tick, a cross or a box, by the number of their list and the level in it."""
    if numbering is None:
        return {}
    bullets: dict[str, list[tuple[str, str]]] = {}
    for kind in numbering.iter("abstractNum"):
        signs = [(level.get("ilvl", "0"), _bullet(level)) for level in kind.iter("lvl")]
        bullets[kind.get("abstractNumId", "")] = [(level, sign) for level, sign in signs if is_sign(sign)]
    found: dict[tuple[str, str], str] = {}
    for number in numbering.iter("num"):
        kind_of = number.find("abstractNumId")
        for level, sign in bullets.get("" if kind_of is None else kind_of.get("val", ""), ()):
            found[number.get("numId", ""), level] = sign
    return found


def _bullet(level: Element) -> str:
    text, fonts = level.find("lvlText"), level.find("rPr/rFonts")
    font = "" if fonts is None else fonts.get("ascii") or fonts.get("hAnsi") or ""
    return "" if text is None else in_plain_letters(text.get("val", ""), font)


def _style(looks: Element) -> str:
    style = looks.find("pStyle")
    return "" if style is None else style.get("val", "")
