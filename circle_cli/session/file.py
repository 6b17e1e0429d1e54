"""A session's file: text to record, record to text, and a rewrite that keeps what a person's hand put there."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import Plain, Value
from circle_cli.front_matter.reading import read, split
from circle_cli.ids import in_order, own_questions
from circle_cli.session.body import Section, escape, headings_like, split_body, write_body, write_section
from circle_cli.session.front import build_session, own_questions_named
from circle_cli.session.record import OWN_QUESTIONS, Session
from circle_cli.session.values import front_of
from circle_cli.system.no_links import content_of
from circle_cli.text import decode, tidy

FIXED_HEADINGS = {"situation": "The practice situation", "notes": "Notes", "follow-up": "Following up"}
"""Headings of the sections that are no question; those of the eight come from the guidance."""


def parse_session(text: str, where: str, *, strict: bool = False) -> Session:
    """Read a session from a normalised text.

    Raises:
        CircleError: it is malformed; file, line and key are named.
    """
    front, body = split(text, where)
    located = read(front, where, line_offset=1)
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    preamble, sections = split_body(body, where, body_line, own_questions_named(located))
    return build_session(located, {section.id: section.text for section in sections}, preamble, strict=strict)


def sections_in(text: str, where: str) -> tuple[Section, ...]:
    """Give the sections of a session's text as they stand in it.

    Raises:
        CircleError: it is malformed; file, line and key are named.
    """
    front, body = split(text, where)
    return split_body(body, where, own=own_questions_named(read(front, where, line_offset=1)))[1]


def headings_in(text: str, where: str) -> dict[str, str]:
    """Give the headings under which a session's text has its answers, by their ids."""
    lines = {each.id: each.source.split("\n", 1)[0] for each in sections_in(text, where)}
    return {name: line.lstrip("#").strip().removesuffix(f"{{#{name}}}").strip() for name, line in lines.items()}


def read_session(path: Path) -> Session:
    """Read a session's file.

    Raises:
        CircleError: it is a link or no file, malformed or not UTF-8; file and line are named.
    """
    return parse_session(decode(content_of(path), str(path)), str(path))


def render_session(session: Session, titles: Mapping[str, str]) -> str:
    """Write a session as its file's text; the same session gives the same text. `titles` are the questions' by id."""
    answers = {name: session.answers[name] for name in in_order(session.answers)}
    body = write_body(session.preamble, answers, _headings(answers, titles))
    return _written(session) + (f"\n{body}" if body else "")


def _written(session: Session) -> str:
    from circle_cli.front_matter.writing import write  # whoever only reads a log has no need of it

    return f"---\n{write(front_of(session))}---\n"


def rewrite_session(original: str, session: Session, titles: Mapping[str, str]) -> str:
    """Write `session` over the file whose text is `original`, touching only what differs.

    Keys and sections that say the same stand as they were, with their comments, spelling and order. New keys come
    where `front_of` has them; new sections before the next one in the circle's order.
    """
    from circle_cli.session.rewrite import rewrite_front

    before = parse_session(original, "")
    if before == session:
        return original
    front, body = split(original, "")
    named = own_questions_named(read(front, ""))
    new_body = _rewrite_body(body, named, before, session, _headings(session.answers, titles))
    held = front_of(before) | ({OWN_QUESTIONS: list(named)} if named else {})
    rewritten = f"---\n{rewrite_front(front, held, front_of(session))}---\n{new_body}"
    if _reads_as(rewritten, front_of(session)):
        return rewritten
    return f"{_written(session)}{new_body}"  # a spelling too rare to be kept, such as {id: ..., ...}


def _reads_as(text: str, values: dict[str, Value]) -> bool:
    try:
        return front_of(parse_session(text, "")) == values
    except CircleError:
        return False


def session_as_json(session: Session) -> dict[str, Any]:
    """Give the front matter's keys plus `answers`, with dates as text: what `--json` prints."""
    values = {key: _plain(value) for key, value in front_of(session).items()}
    values["answers"] = dict(session.answers)
    return {**values, "preamble": session.preamble} if session.preamble else values


def _plain(value: Value) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, str | int | bool) else value.isoformat()


def unnamed_in(text: str, own: Sequence[str]) -> frozenset[str]:
    """Give which of a log's own questions seem to have a heading in a session's text that it does not name.

    Raises:
        CircleError: it is malformed.
    """
    front, body = split(text, "")
    there = headings_like(body, own) if own and "{#" in body else frozenset()
    return there - set(own_questions_named(read(front, ""))) if there else there


def with_new_sections_named(before: str, after: str, own: Iterable[str]) -> str:
    """Give the text that a session's file became by hand, naming those of a log's own questions that it answers now.

    What looked like such a heading before is somebody's words, and stays that.

    Raises:
        CircleError: it is malformed.
    """
    front, body = split(after, "")
    named = own_questions_named(read(front, ""))
    new = [name for name in own if name not in named]
    there, now = (headings_like(text, new) for text in (split(before, "")[1], body))
    added = [*named, *(name for name in new if name in now and name not in there)]
    if added == [*named]:
        return after
    from circle_cli.session.rewrite import rewrite_front

    held = {OWN_QUESTIONS: list(named)} if named else {}
    return f"---\n{rewrite_front(front, held, {OWN_QUESTIONS: [*map(Plain, added)]})}---\n{body}"


def _headings(sections: Iterable[str], titles: Mapping[str, str]) -> dict[str, str]:
    return {name: name for name in sections} | FIXED_HEADINGS | dict(titles)


def _rewrite_body(body: str, named: Sequence[str], before: Session, after: Session, headings: Mapping[str, str]) -> str:
    """Rewrite the body; `named` are the own questions that open a section in it as it is."""
    from circle_cli.session.rewrite import inserted

    above, sections = split_body(body, "", own=named)
    own, order = own_questions(after.answers), in_order(after.answers)
    pieces = {section.id: _rewritten(section, after, headings, own) for section in sections}
    for name in order:
        if name not in pieces:
            later = next((other for other in order[order.index(name) + 1 :] if other in pieces), None)
            piece = write_section(name, after.answers[name], headings[name], own) + "\n"
            pieces = inserted(pieces, name, piece, later)
    preamble = body[: len(body) - sum(len(section.source) for section in sections)]
    if above != after.preamble or not _says(preamble, own, above):
        preamble = f"\n{escape(tidy(after.preamble), own)}\n\n" if tidy(after.preamble) else "\n"
    kept = [piece for piece in pieces.values() if piece]
    text = "".join(_apart(piece) for piece in kept[:-1]) + "".join(kept[-1:])
    return _apart(preamble or "\n") + text.rstrip("\n") + "\n" if text else preamble


def _rewritten(section: Section, after: Session, headings: Mapping[str, str], own: Sequence[str]) -> str:
    """Give a section's text in the file: as it stands if it says the same, under its own heading if it does not."""
    if section.id not in after.answers:
        return ""
    if section.text == after.answers[section.id] and _says(section.source, own, "", section):
        return section.source
    heading = section.source.split("\n", 1)[0]
    _, _, rest = write_section(section.id, after.answers[section.id], headings[section.id], own).partition("\n")
    return f"{heading}\n{rest}\n"


def _says(piece: str, own: Sequence[str], above: str, *sections: Section) -> bool:
    """Tell whether a piece of a body still says the same, where other own questions open a section than before."""
    try:
        return split_body(piece, "", own=own) == (above, sections)
    except CircleError:  # what was typed looks like one section twice
        return False


def _apart(piece: str) -> str:
    """End a piece in one blank line, unless the hand that wrote it left more."""
    return piece if piece.endswith("\n\n") or piece == "\n" else piece.rstrip("\n") + "\n\n"
