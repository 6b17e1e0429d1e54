r"""A learning point's file: text to record and back.

Reading is strict: what is missing, unknown or of another type is refused, with file and line. A line of a text that
would open a section is written with a backslash before it, and read without.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TypeVar
from unicodedata import category

from circle_cli.errors import CircleError, Place
from circle_cli.fields import Fields
from circle_cli.front_matter.located import Located, Plain, Value, quoted
from circle_cli.front_matter.reading import read, split
from circle_cli.front_matter.writing import write
from circle_cli.ids import POINT_ID, QUESTIONS
from circle_cli.points.approval_fields import approval_out, whole_approval
from circle_cli.points.record import (
    LONGEST_PART,
    LONGEST_REPORT,
    LONGEST_TITLE,
    PARTS,
    POINT_FORMAT,
    LearningPoint,
    StatementLink,
    Trial,
    Withdrawn,
)
from circle_cli.shown import INVISIBLE
from circle_cli.system.no_links import content_of
from circle_cli.text import decode, tidy
from circle_cli.vocabulary import Outcome, Setting

T = TypeVar("T")
KIND = "learning-point"
LARGEST_POINT = 64 * 1024
"""Bytes in a file; ours have a few thousand."""

_OPENING = "## (?:" + "|".join(PARTS.values()) + ")[ \t]*"
_HEADING = re.compile(rf"^{_OPENING}$", re.MULTILINE)
_ESCAPED = re.compile(rf"^\\(\\*{_OPENING})$", re.MULTILINE)
_TO_ESCAPE = re.compile(rf"^(\\*{_OPENING})$", re.MULTILINE)
_UNSEEN = re.compile(
    rf"[{INVISIBLE}\x0b-\x0d\u2028\u2029\u2800\ufff9-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a](?<!(?<![\ufe00-\ufe0f])[\ufe0e\ufe0f])"
)
"""All that takes no room, but for one mark after a sign that says whether it is an emoji.

What it must not be is looked at behind it: one of some characters is sooner found than a place before one.
"""

_MOST_ACCENTS = 5
"""On one letter; more of them run over the lines above, and no language needs them."""


def read_point(path: Path) -> LearningPoint | Withdrawn:
    """Read a learning point's file, which bears its id as its name.

    Raises:
        CircleError: it is a link or no file, or as below.
    """
    return point_in(content_of(path), path)


def point_in(content: bytes, path: Path) -> LearningPoint | Withdrawn:
    """Read what stands in such a file.

    Raises:
        CircleError: it is too large, not UTF-8, or malformed; file and line are named.
    """
    if len(content) > LARGEST_POINT:
        raise too_large(Place(path))
    return parse_point(decode(content, str(path)), str(path), path.stem)


def too_large(where: Place) -> CircleError:
    """Make the error for a file of more than LARGEST_POINT bytes."""
    return CircleError(f"larger than {LARGEST_POINT // 1024} kB; this is no learning point of ours", where=where)


def parse_point(text: str, where: str, name: str, above: int = 0) -> LearningPoint | Withdrawn:
    """Read a learning point from a normalised text; its id must be `name`; `above` lines of the file stand before it.

    Raises:
        CircleError: it is malformed; file and line are named.
    """
    front, body = split(text, where)
    keys = Fields(read(front, where, line_offset=above + 1))
    if (made_for := keys.take("circle")) is True or made_for != POINT_FORMAT:  # to Python, `true` is 1
        raise keys.problem("circle", f"expected `circle: {POINT_FORMAT}`")
    if keys.take("kind") != KIND:
        raise keys.problem("kind", f"expected `kind: {KIND}`")
    found = keys.text("id")
    if not POINT_ID.fullmatch(found) or found != name:
        wrong = "… is not the file's name; a learning point is called <its id>.md"
        raise keys.problem("id", wrong, words=quoted(found))
    if "withdrawn" in keys.left:
        return _withdrawn(keys, found, body)
    point = LearningPoint(
        id=found,
        revision=revision_of(keys),
        title=_title(keys),
        themes=_once(keys, "themes", keys.texts("themes")),
        setting=keys.one_of("setting", Setting),
        questions=_questions(keys),
        frameworks=_once(keys, "frameworks", keys.records("frameworks", _statement) or ()),
        year=keys.number("year", 2000, 2999),
        tried=keys.records("tried", _trial) or (),
        approval=keys.record("approval", whole_approval),
        parts=_parts(body, where, above + text.count("\n", 0, len(text) - len(body)) + 1),
    )
    keys.nothing_more()
    explained = point.approval.explained if point.approval else ()
    differed = [trial.differed or "" for trial in point.tried]
    refuse_unseen(keys.source, (point.title, *point.themes, *point.parts.values(), *differed, *explained))
    return point


def _withdrawn(keys: Fields, name: str, body: str) -> Withdrawn:
    withdrawn = Withdrawn(id=name, year=keys.number("withdrawn", 2000, 2999))
    keys.nothing_more()
    if body.strip():
        raise keys.problem("withdrawn", "text stands below", do="take it out, since it was taken back")
    return withdrawn


def revision_of(keys: Fields) -> int:
    """Read which wording it is; the first says nothing of it."""
    return keys.number("revision", 2, 9999) if "revision" in keys.left else 1


def _title(keys: Fields) -> str:
    title = keys.text("title")
    if "\n" in title or len(title) > LONGEST_TITLE:
        raise keys.problem("title", f"expected one line of at most {LONGEST_TITLE} characters")
    return title


def _questions(keys: Fields) -> tuple[str, ...]:
    found = keys.texts("questions")
    for name in found:
        if name not in QUESTIONS:
            do = f"use some of: {', '.join(QUESTIONS)}"
            raise keys.problem("questions", "… is no question", do=do, words=quoted(name))
    if not found:
        raise keys.problem("questions", "missing", do="name at least one of the eight that it speaks to")
    return _once(keys, "questions", found)


def _once(keys: Fields, key: str, found: tuple[T, ...]) -> tuple[T, ...]:
    """Refuse what is there twice: it would count twice, and thousands of it would be compared with one another."""
    if len(set(found)) < len(found):
        raise keys.problem(key, "names something twice", do="keep one")
    return found


def _statement(keys: Fields) -> StatementLink:
    statement = StatementLink(framework=keys.text("framework"), statement=keys.text("statement"))
    keys.nothing_more()
    return statement


def _trial(keys: Fields) -> Trial:
    trial = Trial(
        outcome=keys.one_of("outcome", Outcome),
        year=keys.number("year", 2000, 2999),
        differed=short_text(keys, "differed"),
    )
    keys.nothing_more()
    return trial


def short_text(keys: Fields, key: str) -> str | None:
    """Read the few words of a report: what differed where somebody tried it, or what they suggest."""
    words = keys.optional_text(key)
    if words and len(words) > LONGEST_REPORT:
        raise keys.problem(key, f"expected at most {LONGEST_REPORT} characters")
    return words


def _parts(body: str, where: str, first_line: int) -> Mapping[str, str]:
    found = list(_HEADING.finditer(body))
    headings = [heading.group().strip("# \t") for heading in found]
    if headings != list(PARTS.values()) or body[: found[0].start()].strip():
        line = first_line + (body.count("\n", 0, found[0].start()) if found else 0)
        wanted = ", ".join(PARTS.values())
        wrong = f"expected these headings, in this order, and nothing above them: {wanted}"
        raise CircleError(wrong, where=Place(where, line))
    ends = [heading.start() for heading in found[1:]] + [len(body)]
    parts: dict[str, str] = {}
    for key, heading, end in zip(PARTS, found, ends, strict=True):
        text = _ESCAPED.sub(r"\1", body[heading.end() : end].strip("\n"))
        if not text.strip() or len(text) > LONGEST_PART:
            line = first_line + body.count("\n", 0, heading.start())
            wrong = "is empty" if not text.strip() else f"has more than {LONGEST_PART} characters"
            do = "a few sentences are wanted"
            raise CircleError(f"`{PARTS[key]}` {wrong}", where=Place(where, line), do=do)
        parts[key] = text
    return parts


def refuse_unseen(source: Located, texts: Iterable[str]) -> None:
    """Refuse what nobody can see, or can see through: a reader would approve what is not what is there."""
    for text in texts:
        if _UNSEEN.search(text):
            raise source.problem((), "holds a character that cannot be seen", do="take it out")
        if not text.isascii() and any(
            accents and len(list(run)) > _MOST_ACCENTS
            for accents, run in groupby(text, lambda letter: category(letter) in ("Mn", "Me"))
        ):
            raise source.problem((), f"more than {_MOST_ACCENTS} accents on one letter; nobody could read that")


def render_point(point: LearningPoint) -> str:
    """Write a learning point as its file's text, built field by field; the same point gives the same text."""
    front: dict[str, Value] = {}
    if within := [trial for trial in point.tried if trial.report is None]:
        front["tried"] = [_trial_out(trial) for trial in within]
    if point.approval:
        front["approval"] = approval_out(point.approval)
    lasting = _lasting(
        *(point.id, point.revision, point.title, point.themes, point.setting),
        *(point.questions, point.frameworks, point.year),
    )
    return f"---\n{lasting}{write(front)}---\n\n{_body(tuple(point.parts[key] for key in PARTS))}"


def render_withdrawn(withdrawn: Withdrawn) -> str:
    """Write what is left of a learning point that was taken back."""
    front = {"circle": POINT_FORMAT, "kind": Plain(KIND), "id": withdrawn.id, "withdrawn": withdrawn.year}
    return f"---\n{write(front)}---\n"


@lru_cache(maxsize=1)  # the whole, and that to which its approval is given, are written one after the other
def _lasting(
    id_: str,
    revision: int,
    title: str,
    themes: tuple[str, ...],
    setting: Setting,
    questions: tuple[str, ...],
    frameworks: tuple[StatementLink, ...],
    year: int,
) -> str:
    links = [{"framework": Plain(each.framework), "statement": each.statement} for each in frameworks]
    front: dict[str, Value] = {
        "circle": POINT_FORMAT,
        "kind": Plain(KIND),
        "id": id_,
        **({"revision": revision} if revision > 1 else {}),
        "title": title,
        "themes": list(themes),
        "setting": Plain(setting),
        "questions": [Plain(name) for name in questions],
        **({"frameworks": links} if links else {}),
        "year": year,
    }
    return write(front)


def _trial_out(trial: Trial) -> dict[str, Value]:
    differed = {"differed": trial.differed} if trial.differed else {}
    return {"outcome": Plain(trial.outcome), "year": trial.year, **differed}


@lru_cache(maxsize=1)
def _body(parts: tuple[str, ...]) -> str:
    texts = zip(PARTS.values(), (_TO_ESCAPE.sub(r"\\\1", tidy(part)) for part in parts), strict=True)
    return "\n".join(f"## {heading}\n\n{text}\n" for heading, text in texts)
