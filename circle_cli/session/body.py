r"""A session's body: sections opened by headings with a known id, and text that is never mistaken for one.

Known are our ids, and of a log's own questions those that the file's front matter names: so a file reads the same in
every log, whichever questions that has, and `## x {#own}` is a section or somebody's words for good.

A line of an answer that would open a section, or be taken for git's `<<<<<<<`, is written with a backslash before it
(`\## x {#safety}`, which Markdown shows as it was typed); reading takes one backslash off again. All other text stands
as it is.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from circle_cli.errors import CircleError, Place
from circle_cli.ids import SECTIONS, own_questions
from circle_cli.text import tidy

_ID = re.compile(r"\{#([a-z0-9-]+)\}[ \t]*$")


@lru_cache(maxsize=50)
def _heading(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"^{_opening(own)}$", re.MULTILINE)


@lru_cache(maxsize=50)
def _escaped(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^\\(\\*{_mistaken(own)})$", re.MULTILINE)


@lru_cache(maxsize=50)
def _to_escape(own: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^(\\*{_mistaken(own)})$", re.MULTILINE)


def _opening(own: tuple[str, ...]) -> str:
    return r"#{1,6}[ \t][^\n]*\{#(?:" + "|".join((*SECTIONS, *own)) + r")\}[ \t]*"


def _mistaken(own: tuple[str, ...]) -> str:
    return rf"(?:{_opening(own)}|<{{7,}}(?: [^\n]*)?)"


FOLLOW_UP_SECTION = "follow-up"
REFLECTIONS = "reflections"
FOLLOW_UP_PARTS = {
    "looked-back": "How the session went",
    "summary": "The main learning",
    "references": "Theory and research to look up",
    REFLECTIONS: "Some thoughts for the presenter",
    "manager": "Telling the presenter's manager",
    "sharing": "What will be shared, and how",
}
"""What a follow-up is made of, by key, with its heading in the file; in the order in which it is asked."""

_PART = re.compile(r"^### (.+)$", re.MULTILINE)


class Section(NamedTuple):  # a list pays for this module, and a dataclass would cost more
    """A section as it stands in a file: `source` runs from its heading to the next one."""

    id: str
    text: str
    source: str


def split_body(body: str, where: str, first_line: int = 1, own: Sequence[str] = ()) -> tuple[str, tuple[Section, ...]]:
    """Split a body, which begins at line `first_line` of its file, into what stands above the sections, and these.

    `own` are the own questions that the file names.

    Raises:
        CircleError: a section is there twice.
    """
    found = list(_heading(tuple(own)).finditer(body))
    ends = [heading.start() for heading in found[1:]] + [len(body)]
    sections: list[Section] = []
    for heading, end in zip(found, ends[: len(found)], strict=True):
        name = _ID.search(heading.group())[1]  # type: ignore[index]  # every heading found ends in an id
        if any(name == section.id for section in sections):
            place = Place(where, body.count("\n", 0, heading.start()) + first_line)
            wrong = f"the section `{name}` is there twice"
            raise CircleError(wrong, where=place, do="put both texts under one heading")
        text = _unescaped(body[heading.end() : end].strip("\n"), own)
        sections.append(Section(id=name, text=text, source=body[heading.start() : end]))
    preamble = body[: found[0].start()] if found else body
    return _unescaped(preamble.strip("\n"), own), tuple(sections)


def _unescaped(text: str, own: Sequence[str]) -> str:
    return _escaped(tuple(own)).sub(r"\1", text) if "\\" in text else text


def headings_like(body: str, own: Sequence[str]) -> frozenset[str]:
    """Give which of these own questions have a line in a body that could be their heading."""
    lines = _heading(tuple(own)).findall(body)
    return frozenset(found[1] for line in lines if (found := _ID.search(line)) and found[1] in own)


def write_section(name: str, text: str, heading: str, own: Sequence[str] = ()) -> str:
    """Write a section under its heading, ending in one newline."""
    escaped = escape(tidy(text), own)
    return f"## {heading} {{#{name}}}\n\n{escaped}\n" if escaped else f"## {heading} {{#{name}}}\n"


def escape(text: str, own: Sequence[str] = ()) -> str:
    """Give a backslash to every line that would be taken for something else than words."""
    return _to_escape(tuple(own)).sub(r"\\\1", text)


def write_body(preamble: str, answers: Mapping[str, str], headings: Mapping[str, str]) -> str:
    """Write a whole body, a blank line between its parts."""
    own = own_questions(answers)
    parts = [escape(tidy(preamble), own) + "\n"] if tidy(preamble) else []
    parts += [write_section(name, text, headings[name], own) for name, text in answers.items()]
    return "\n".join(parts)


class FollowedUp(NamedTuple):
    """What a follow-up has written, by the keys of its parts, and what in its section has another origin."""

    parts: Mapping[str, str]
    other: str


def followed_up(answers: Mapping[str, str]) -> FollowedUp:
    """Read the section among the others of a session."""
    names = {heading: part for part, heading in FOLLOW_UP_PARTS.items()}
    before, *pieces = _PART.split(answers.get(FOLLOW_UP_SECTION, ""))
    other = [before.strip("\n")] if before.strip() else []
    parts: dict[str, str] = {}
    for heading, words in zip(pieces[::2], pieces[1::2], strict=True):
        part, text = names.get(heading.strip()), words.strip("\n")
        if part is None or not text.strip():
            other.append(f"### {heading}{words.rstrip()}")
        else:
            parts[part] = f"{parts[part]}\n\n{text}" if part in parts else text
    return FollowedUp(parts, "\n\n".join(other))
