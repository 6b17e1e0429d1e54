"""The kit on the site: the prints and the form that were handed in, offered on the pages that tell of them."""

from collections.abc import Mapping

from markupsafe import Markup

from circle_cli.site.drawing.collection import Link
from circle_cli.site.drawing.drawn import draw_items, draw_link

KIT = "kit.md"
FORM = "kit/form.html"
"""Where the circle lies as one page to reflect on: it brings a policy of its own."""

PRINTS = {
    "kit/role-cards": "Role cards",
    "kit/prompts": "The eight questions",
    "kit/recording-sheet": "Recording sheet",
}
"""What there is to print, by where it lies on the site, without its ending."""

ABOUT = {
    "kit/role-cards": "Role cards for a session of the circle, to print: who asks, who records, who keeps time.",
    "kit/prompts": "The eight questions of the circle with their prompts, to print.",
    "kit/recording-sheet": "A sheet to write down what was said in a session of the circle, to print and to fill in.",
}
"""What each is, for whoever finds it alone."""

BACK = "../kit.html"
"""The way back to the page that offers them, on a site whose addresses end so."""

KINDS = {".html": ("{}, to print", "web page"), ".docx": ("{}", "Word")}


def kit_marks(kit: Mapping[str, bytes], link: Link) -> Mapping[str, Markup]:
    """Give what stands in the place of the mark of the page on the kit: nothing where nothing was handed in."""
    if not kit:
        return {"files": Markup("")}
    items = draw_items(_links(place, title, kit, link) for place, title in PRINTS.items() if f"{place}.html" in kit)
    return {
        "files": Markup('<p>Here it is, ready for use:</p><ul class="kit">{}</ul>{}').format(
            items, reflect_here(kit, link, KIT)
        )
    }


def led_back(kit: Mapping[str, bytes], link: Link) -> Mapping[str, bytes]:
    """Give the kit with its way back as this site's addresses are."""
    there = link(KIT, FORM)
    if there == BACK:
        return kit
    before, after = (f'<a href="{address}">'.encode() for address in (BACK, there))
    return {place: content.replace(before, after) for place, content in kit.items()}


def reflect_here(kit: Mapping[str, bytes], link: Link, seen_from: str) -> Markup:
    """Offer the form where it was handed in."""
    if FORM not in kit:
        return Markup("")
    return Markup("<p>{}: the eight questions in your browser, with nothing to install. {}</p>").format(
        draw_link(link(FORM, seen_from), "Reflect here"),
        "It sends nothing; you save what you write as a file of your own.",
    )


def _links(place: str, title: str, kit: Mapping[str, bytes], link: Link) -> Markup:
    return Markup(" ").join(
        draw_link(link(place + ending, KIT), f"{words.format(title)} ({kind}, {_size(kit[place + ending])})")
        for ending, (words, kind) in KINDS.items()
    )


def _size(content: bytes) -> str:
    return f"{max(1, round(len(content) / 1000))} kB"
