"""Writes the page: as Markdown, as an HTML e-mail that asks nothing of any other place, as plain text for a chat."""

import re

from markupsafe import Markup, escape

from circle_cli.site.drawing.digest.contents import Digest, Entry, Section
from circle_cli.site.drawing.drawn import in_language

_MEANS = re.compile(r"([\\`*_\[\]<>&#|~!])")
"""Signs that Markdown would obey."""

_FONT = "font-family:Arial,Helvetica,sans-serif;color:#1a1a1a"
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n</head>\n'
    '<body style="margin:0;padding:0;background-color:#ffffff">\n'
    '<div style="max-width:600px;margin:0 auto;padding:16px;{font};font-size:16px;line-height:1.5;'
    'overflow-wrap:anywhere;word-break:break-word">\n'
    '<h1 style="font-size:24px;line-height:1.25;margin:0 0 4px">{title}</h1>\n'
    '<p style="margin:0 0 16px;color:#4a4a4a">{days}</p>\n{sections}'
    '<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #8a8a8a;color:#4a4a4a">{foot}</p>\n'
    "</div>\n</body>\n</html>\n"
)
_HEADED = Markup('<h2 style="font-size:19px;line-height:1.3;margin:24px 0 8px">{}</h2>\n')
_SAID = Markup('<p style="margin:0 0 8px">{}</p>\n')
_LIST = Markup('<ul style="margin:0;padding-left:22px">\n{}</ul>\n')
_ITEM = Markup('<li style="margin:0 0 10px">{}{}</li>\n')
_LINK = Markup('<a href="{}" style="color:#0b5394;font-weight:bold">{}</a>')
_BOLD = Markup("<strong>{}</strong>")
_ID = Markup(' <span style="color:#4a4a4a;font-family:monospace">{}</span>')
_ABOUT = Markup("<br>{}")


def as_markdown(digest: Digest) -> str:
    """Write it as Markdown, in which what people wrote is words and nothing else."""
    parts = [f"# {_plain(digest.title)}", _plain(digest.days)]
    for section in digest.sections:
        parts.append(f"## {_plain(section.heading)}")
        parts += [_plain(section.said)] if section.said else []
        parts += ["\n".join(map(_bullet, section.entries))] if section.entries else []
    return "\n\n".join((*parts, _plain(digest.foot))) + "\n"


def _bullet(entry: Entry) -> str:
    name = f"**{_plain(entry.title)}**" if entry.title else f"`{entry.id}`"
    title = f"[{name}](<{entry.address}>)" if entry.address else name
    known_as = f" `{entry.id}`" if entry.title else ""
    return f"- {title}{known_as}" + (f"  \n  {_plain(entry.about)}" if entry.about else "")


def _plain(text: str) -> str:
    return _MEANS.sub(r"\\\1", " ".join(text.split()))


def as_html(digest: Digest) -> str:
    """Write it as a page of which all is in it: styles in each tag, no picture, no script."""
    sections = Markup("").join(map(_drawn, digest.sections))
    days = in_language(escape(digest.days), digest.language)
    return str(
        _PAGE.format(title=digest.title, days=days, sections=sections, foot=digest.foot, font=Markup(_FONT))  # noqa: S704 (ours)
    )


def _drawn(section: Section) -> Markup:
    said = _SAID.format(section.said) if section.said else Markup("")
    items = Markup("").join(map(_item, section.entries))
    return _HEADED.format(section.heading) + said + (_LIST.format(items) if items else Markup(""))


def _item(entry: Entry) -> Markup:
    words = entry.title or entry.id
    title = _LINK.format(entry.address, words) if entry.address else _BOLD.format(words)
    known_as = _ID.format(entry.id) if entry.title else ""
    return _ITEM.format(title + known_as, _ABOUT.format(entry.about) if entry.about else "")


def as_text(digest: Digest) -> str:
    """Write it as lines for a chat: no marks that one would show and another obey."""
    parts = ["\n".join((digest.title, digest.days))]
    for section in digest.sections:
        lines = [section.heading.upper(), *([section.said] if section.said else [])]
        parts.append("\n".join((*lines, *map(_line, section.entries))))
    return "\n\n".join((*parts, digest.foot)) + "\n"


def _line(entry: Entry) -> str:
    about = f": {entry.about}" if entry.about else ""
    known_as = f"{entry.title} ({entry.id})" if entry.title else entry.id
    return " ".join(f"• {known_as}{about}".split()) + (f"\n  {entry.address}" if entry.address else "")
