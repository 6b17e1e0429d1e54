r"""A session's body: sections opened by headings with a known id, and text that is never mistaken for one.

A line of an answer that would open a section, or be taken for git's `<<<<<<<`, is written with a backslash before it
(`\## x {#safety}`, which Markdown shows as it was typed); reading takes one backslash off again. All other text stands
as it is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from circle_cli.errors import CircleError, Place
from circle_cli.ids import SECTIONS
from circle_cli.text import tidy

_OPENING = r"#{1,6}[ \t][^\n]*\{#(?:" + "|".join(SECTIONS) + r")\}[ \t]*"
_HEADING = re.compile(rf"^{_OPENING}$", re.MULTILINE)
_MISTAKEN = rf"(?:{_OPENING}|<{{7,}}(?: [^\n]*)?)"
_ESCAPED = re.compile(rf"^\\(\\*{_MISTAKEN})$", re.MULTILINE)
_TO_ESCAPE = re.compile(rf"^(\\*{_MISTAKEN})$", re.MULTILINE)
_ID = re.compile(r"\{#([a-z-]+)\}[ \t]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section as it stands in a file: `source` runs from its heading to the next one."""

    id: str
    text: str
    source: str


def split_body(body: str, where: str, first_line: int = 1) -> tuple[str, tuple[Section, ...]]:
    """Split a body, which begins at line `first_line` of its file, into what stands above the sections, and these.

    Raises:
        CircleError: a section is there twice.
    """
    found = list(_HEADING.finditer(body))
    ends = [heading.start() for heading in found[1:]] + [len(body)]
    sections: list[Section] = []
    for heading, end in zip(found, ends[: len(found)], strict=True):
        name = _ID.search(heading.group())[1]  # type: ignore[index]  # every heading found ends in an id
        if any(name == section.id for section in sections):
            place = Place(where, body.count("\n", 0, heading.start()) + first_line)
            wrong = f"the section `{name}` is there twice"
            raise CircleError(wrong, where=place, do="put both texts under one heading")
        text = _ESCAPED.sub(r"\1", body[heading.end() : end].strip("\n"))
        sections.append(Section(id=name, text=text, source=body[heading.start() : end]))
    preamble = body[: found[0].start()] if found else body
    return _ESCAPED.sub(r"\1", preamble.strip("\n")), tuple(sections)


def write_section(name: str, text: str, heading: str) -> str:
    """Write a section under its heading, ending in one newline."""
    escaped = escape(tidy(text))
    return f"## {heading} {{#{name}}}\n\n{escaped}\n" if escaped else f"## {heading} {{#{name}}}\n"


def escape(text: str) -> str:
    """Give a backslash to every line that would be taken for something else than words."""
    return _TO_ESCAPE.sub(r"\\\1", text)


def write_body(preamble: str, answers: Mapping[str, str], headings: Mapping[str, str]) -> str:
    """Write a whole body, a blank line between its parts."""
    parts = [escape(tidy(preamble)) + "\n"] if tidy(preamble) else []
    parts += [write_section(name, text, headings[name]) for name, text in answers.items()]
    return "\n".join(parts)
