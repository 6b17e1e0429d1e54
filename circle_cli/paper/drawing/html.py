"""Draws a print as one self-contained HTML page, which any browser prints on A4."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from circle_cli.paper.document import (
    CREDIT,
    SHORT_CREDIT,
    Block,
    Bullets,
    Circle,
    CutLine,
    Document,
    Field,
    Heading,
    NameLine,
    PageBreak,
    Paragraph,
    Table,
)
from circle_cli.paper.drawing.circle import draw_circle

_STYLE = """
@page { size: A4; margin: 12mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; padding: 8mm 4mm; color: #000; background: #fff;
  font: 10.5pt/1.28 Arial, "Liberation Sans", Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 11.5pt; line-height: 1.25; margin: 3mm 0 .4mm; }
h3 { font-size: 10.5pt; margin: 1.5mm 0 .2mm; }
h1, h2, h3 { break-after: avoid; }
p, ul { margin: 0 0 1.5mm; }
ul { padding-left: 5.5mm; }
li { margin: 0 0 .4mm; break-inside: avoid; }
.hint { font-size: 9pt; margin: 0 0 .6mm; break-after: avoid; }
.answer { white-space: pre-wrap; margin: 1mm 0 2mm; }
.line { height: 6.3mm; border-bottom: .6pt solid #777; }
.line + .hint, .line + table, .line + .grid { margin-top: 2.5mm; }
.name { display: flex; gap: 3mm; margin: 3mm 0 4mm; }
.name span:last-child { flex: 1; border-bottom: .8pt solid #000; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 1mm 0 2mm; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: .6pt solid #555; padding: .5mm 1.5mm; height: 6.2mm; text-align: left; vertical-align: top;
  font-size: 9.5pt; }
td { white-space: pre-wrap; }
thead { display: table-header-group; }
thead th { vertical-align: bottom; border-bottom-width: 1.4pt; }
tr { break-inside: avoid; }
section + section { break-before: page; }
.question { break-inside: avoid; }
.large { font-size: 14pt; }
main { padding: 0 1px; }
.large h1, .parts h2 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; }
.parts h3 { font-size: 11.5pt; line-height: 1.25; margin: 3mm 0 .4mm; }
.back { font-size: 10.5pt; }
.back a { display: inline-block; padding: 1.5mm 0; margin-right: 4mm; color: #00332e; }
.large .hint { font-size: 12pt; margin-top: 2mm; }
.large li { margin-bottom: 1mm; }
.card { min-height: 136mm; break-inside: avoid; }
.cut + .card { min-height: 118mm; }
.circle { display: block; width: 100%; max-width: 176mm; margin: 2mm auto; break-inside: avoid; }
.circle path { fill: none; stroke: #000; stroke-width: 1.2; }
.circle line { stroke: #777; stroke-width: .8; }
.circle text { font-size: 10px; text-anchor: middle; }
.circle .number, .circle .middle { font-weight: bold; }
.cut { border: 0; border-top: 1.2pt dashed #000; margin: 0 0 6mm; }
footer { font-size: 8pt; line-height: 1.25; padding-top: 2mm; break-inside: avoid; break-before: avoid; }
@media print {
  body { padding: 0; max-width: none; }
  .room, .room .question, .room .grid { display: flex; flex-direction: column; }
  .room { min-height: 271mm; }
  .room .question, .room .grid { flex: var(--room, 0) 0 auto; }
  .room .grid table { flex: 1 0 auto; }
  .room .line { flex: 1 0 5.4mm; max-height: 14mm; }
  footer { margin-top: auto; }
}
@media screen { p, li { max-width: 52ch; } }
@media screen { section:not(:last-child) footer { display: none; } }
@media print { .whole, .back { display: none; } }
@media screen { section + section { border-top: 2pt solid #000; margin-top: 8mm; padding-top: 8mm; } }
@media (max-width: 480px) {
  .card { min-height: 0; padding-bottom: 6mm; }
  th, td { padding: .7mm; }
  th { overflow-wrap: normal; }
  table { table-layout: auto; }
}
"""
_RUNNING = f"""
@page {{ @bottom-left {{ content: "{SHORT_CREDIT}"; font: 7.5pt Arial, "Liberation Sans", Helvetica, sans-serif; }} }}
"""
"""For what runs on from page to page, of which the last alone would say it; not every browser prints this."""

_REPORT = f"""
@page {{ margin: 22mm 25mm 20mm; @bottom-left {{ content: "{SHORT_CREDIT}"; font: 7pt Arial, sans-serif; }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; }} }}
body {{ max-width: 168mm; font-size: 11pt; line-height: 1.5; }}
h1 {{ font-size: 20pt; margin-bottom: 3mm; }}
h2 {{ font-size: 13pt; margin: 7mm 0 1.5mm; }}
h3 {{ font-size: 11pt; margin: 4mm 0 1mm; }}
p, ul, .answer {{ margin: 0 0 3mm; }}
li {{ margin-bottom: 1.2mm; }}
.hint {{ font-size: 9.5pt; color: #444; margin-bottom: 2mm; }}
table {{ margin: 2mm 0 4mm; }}
th, td {{ border: 0; border-bottom: .6pt solid #888; padding: 1.5mm 3mm 1.5mm 0; font-size: 10pt; }}
.question {{ break-inside: auto; }}
.answer, p, li {{ orphans: 3; widows: 3; }}
table:not(:has(tr:nth-child(8))) {{ break-inside: avoid; }}
@media print {{ footer {{ display: none; }} }}
"""
"""For what is read from beginning to end: the pages are numbered, and an answer may go on overleaf."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnASite:
    """What a print has where it stands on a site: what it is, for those who find it, and the ways on."""

    description: str
    ways: Sequence[tuple[str, str]]
    """Addresses with their words, the way back first."""


def draw_html(document: Document, on_a_site: OnASite | None = None) -> str:
    """Draw the whole print; it holds no script and asks nothing of any other place."""
    parts = [block for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    several = document.large and len(parts) > 1
    size = f' class="large{" parts" * several}"' if document.large else ""
    letters = f' style="font-size:{document.letters:g}pt"' if document.letters else ""
    pages = _pages(document.blocks)
    has_room = document.large or any(_class(page, document) for page in pages)
    style = _STYLE + (_REPORT if document.report else "" if has_room else _RUNNING)
    about, back = _around(on_a_site)
    head = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{about}'
        f"<title>{escape(document.title)}</title>\n<style>{style}</style>\n</head>\n<body{size}{letters}>\n{back}<main>\n"
    )
    head += f'<h1 class="whole">{escape(document.title)}</h1>\n' if several else ""
    credit = f"<footer>{escape(CREDIT)}</footer>\n"
    body = "".join(
        f"<section{_class(page, document)}>\n{''.join(_page(page, document))}{credit}</section>\n"
        for page in (map(_under_one, pages) if several else pages)
    )
    return f"{head}{body}</main>\n</body>\n</html>\n"


def _around(on_a_site: OnASite | None) -> tuple[Markup, Markup]:
    """Give what a site's visitors have: a description in the head, and the way back above the page."""
    if on_a_site is None:
        return Markup(""), Markup("")
    about = Markup(f'<meta name="description" content="{escape(on_a_site.description)}">\n')  # noqa: S704
    ways = " ".join(f'<a href="{escape(address)}">{escape(words)}</a>' for address, words in on_a_site.ways)
    return about, Markup(f'<nav class="back" aria-label="This site">{ways}</nav>\n')  # noqa: S704


def _under_one(page: Iterable[Block]) -> list[Block]:
    """Set the headings of one of several parts below the one title that a page in a browser has."""
    return [replace(block, level=block.level + 1) if isinstance(block, Heading) else block for block in page]


def _pages(blocks: Iterable[Block]) -> list[list[Block]]:
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, PageBreak):
            pages.append([])
        else:
            pages[-1].append(block)
    return pages


def _class(page: Iterable[Block], document: Document) -> str:
    """Let what there is to write on grow, so that it fills the page."""
    return ' class="room"' if not document.large and any(map(_room, page)) else ""


def _room(block: Block) -> int:
    """Give how many lines, or rows, of a block are there to be written on."""
    match block:
        case Field():
            return 0 if block.text else block.lines
        case Table():
            return sum(not any(row[bool(block.row_ids) :]) for row in block.rows)
        case _:
            return 0


def _page(blocks: list[Block], document: Document) -> Iterable[str]:
    """Draw a page; what belongs together (a card, a question) stays together on paper."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, CutLine) or (not document.large and isinstance(block, Heading) and block.level == 2):
            parts.append([])
        parts[-1].append(block)
    name = "card" if document.large else "question"
    for part in parts:
        yield '<hr class="cut">\n' if part and isinstance(part[0], CutLine) else ""
        yield f'<div class="{name}"{_grows(sum(map(_room, part)))}>\n'
        yield from (f"{_block(block)}\n" for block in part)
        yield "</div>\n"


def _block(block: Block) -> Markup:
    """Draw a block; the first three, of which a site has many thousands, without `Markup.format`, which is slow."""
    match block:
        case Heading():
            anchor = Markup(' id="{}"').format(block.id) if block.id else ""
            return Markup(f"<h{block.level}{anchor}>{escape(block.text)}</h{block.level}>")  # noqa: S704
        case Paragraph():
            hint = ' class="hint"' * block.hint
            return Markup(f"<p{hint}>{escape(block.text)}</p>")  # noqa: S704
        case Bullets():
            return Markup(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</ul>")  # noqa: S704
        case Field():
            if block.text:
                return Markup('<div class="answer">{}</div>').format(block.text)
            return Markup('<div class="line"></div>') * block.lines
        case Table():
            return _table(block)
        case NameLine():
            return Markup('<p class="name"><span>{}:</span><span>{}</span></p>').format(block.label, block.text)
        case Circle():
            return draw_circle(block)
        case CutLine() | PageBreak():
            return Markup("")


def _grows(room: int) -> Markup:
    return Markup(f' style="--room:{room}"') if room else Markup("")  # noqa: S704  # a number


def _table(table: Table) -> Markup:
    join = Markup("").join
    columns = join(Markup('<col style="width:{}%">').format(width) for width in table.widths)
    header = join(Markup('<th scope="col">{}</th>').format(text) for text in table.header)
    rows = join(Markup("<tr>{}</tr>\n").format(_row(row, labelled=bool(table.row_ids))) for row in table.rows)
    drawn = Markup(
        "<table>\n<caption>{}</caption>\n<colgroup>{}</colgroup>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>"
    ).format(table.caption, columns, header, rows)
    room = _room(table)
    return Markup('<div class="grid"{}>\n{}\n</div>').format(_grows(room), drawn) if room else drawn


def _row(row: tuple[str, ...], *, labelled: bool) -> Markup:
    first = Markup('<th scope="row">{}</th>') if labelled else Markup("<td>{}</td>")
    return first.format(row[0]) + Markup("").join(Markup("<td>{}</td>").format(text) for text in row[1:])
