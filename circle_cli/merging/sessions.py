"""Two versions of one session, brought together field by field and answer by answer. Pure.

Where two people wrote different things in one place, both stand there, one under the other, and the key `look_at` says
so until somebody takes that line out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import Value
from circle_cli.front_matter.reading import split
from circle_cli.front_matter.writing import write
from circle_cli.ids import in_order
from circle_cli.merging.values import ABSENT, merged
from circle_cli.session.file import headings_in, parse_session, rewrite_session
from circle_cli.session.record import LOOK_AT, OWN_QUESTIONS, Session
from circle_cli.session.values import front_of

"""The key of a session under which stands what two people changed at once."""

_PREAMBLE = "preamble"
_COMMENT = re.compile(r"(?:^|[ \t])#[^\n]*", re.MULTILINE)
_WORD = re.compile(r"\w+")
_FROM_A_SET = {"circle", "mode", "status", "setting", "focus", "scope", "share", "view", "done", LOOK_AT}
"""Keys whose values nobody types; what else was chosen is told under `look_at`."""


def merge_sessions(base: str | None, one: str, other: str) -> str:
    """Give one text that holds both versions of a session; `base` is what both came of, as far as that can be read.

    Raises:
        CircleError: one of the two is malformed, or they are two sessions.
    """
    first, second = parse_session(one, ""), parse_session(other, "")
    if first.id != second.id:
        raise CircleError("these are two sessions, and not two versions of one")
    before = _read(base)
    look_at: list[str] = []
    came_of = {key: value for key, value in front_of(before).items() if key != OWN_QUESTIONS} if before else {}
    front = merged(came_of, _unmarked(first), _unmarked(second), ("session",), look_at)
    texts = _texts(before, first, second, look_at)
    marks = dict.fromkeys((*first.to_look_at, *second.to_look_at, *look_at))
    front |= {LOOK_AT: sorted(mark.removeprefix("session ") for mark in marks)} if marks else {}
    session = _made(front, texts)
    text = rewrite_session(one, session, headings_in(other, ""))
    left = [*_left_out(text, session, before, second, other, base), *_left_out(text, session, before, first, one, base)]
    return rewrite_session(text, _with(session, left), {}) if left else text


def looked_at(text: str) -> str:
    """Give a session's file as it is once somebody has looked at what two people changed at once."""
    session = parse_session(text, "")
    extra = {key: value for key, value in session.extra.items() if key != LOOK_AT}
    return rewrite_session(text, replace(session, extra=extra), {})


def _unmarked(session: Session) -> dict[str, Value]:
    return {key: value for key, value in front_of(session).items() if key not in (LOOK_AT, OWN_QUESTIONS)}


def _read(base: str | None) -> Session | None:
    try:
        return parse_session(base, "") if base is not None else None
    except CircleError:
        return None


def _texts(before: Session | None, first: Session, second: Session, look_at: list[str]) -> dict[str, Value]:
    versions = [
        {_PREAMBLE: each.preamble or ABSENT, **each.answers} if each else {} for each in (before, first, second)
    ]
    found = {}
    for name in (_PREAMBLE, *in_order(name for each in (before, first, second) if each for name in each.answers)):
        base, one, other = (each.get(name, ABSENT) for each in versions)
        if ABSENT in (one, other) or base in (one, other) or one == other:
            found[name] = merged(base, one, other, (name,), look_at)
        else:
            found[name] = _both("" if base is ABSENT else str(base), str(one), str(other), name, look_at)
    return {name: text for name, text in found.items() if text is not ABSENT}


def _both(base: str, one: str, other: str, name: str, look_at: list[str]) -> str:
    """Put two texts one under the other, unless one of them holds the other whole."""
    for whole, part in ((one, other), (other, one)):
        if f"\n{part}\n" in f"\n{whole}\n" or not part.strip():
            return whole
    look_at.append(name)
    if base and all(text.startswith(f"{base}\n") for text in (one, other)):
        other = other.removeprefix(base).strip("\n")
    return f"{one}\n\n{other}"


def _made(front: Mapping[str, Value], texts: Mapping[str, Value]) -> Session:
    text = f"---\n{write(front)}---\n"
    session = parse_session(text, "")
    answers = {name: texts[name] for name in texts if name != _PREAMBLE}
    return replace(session, answers=answers, preamble=texts.get(_PREAMBLE, ""))


def _left_out(
    text: str, made: Session, before: Session | None, version: Session, source: str, base: str | None
) -> Iterator[str]:
    """Give what somebody typed into one version and nobody finds in the whole: a comment, a heading of their own."""
    there = {*_words(made), *_WORD.findall(" ".join(_asides(text)))}
    there |= {*_words(before), *_WORD.findall(" ".join(_asides(base)))} if before and base is not None else set()
    for words in (*_strings(version), *_asides(source)):
        if any(word not in there for word in _WORD.findall(words)):
            yield words.strip()


def _asides(text: str) -> list[str]:
    """Give what in a file is no value: the comments in its front matter, and its headings."""
    front, _ = split(text, "")
    comments = [each.strip().lstrip("#") for each in _COMMENT.findall(front)]
    return [*comments, *headings_in(text, "").values()]


def _words(session: Session) -> set[str]:
    return {word for text in _strings(session) for word in _WORD.findall(text)}


def _strings(session: Session) -> Iterator[str]:
    unsaid = {*_FROM_A_SET, OWN_QUESTIONS} - {LOOK_AT}
    front = {key: value for key, value in front_of(session).items() if key not in unsaid}
    yield from _inside(front)
    yield from (session.preamble, *session.answers.values())


def _inside(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _inside(inner) if key not in _FROM_A_SET - {LOOK_AT} else ()
    elif isinstance(value, list):
        for inner in value:
            yield from _inside(inner)
    elif isinstance(value, str):
        yield str(value)


def _with(session: Session, left: list[str]) -> Session:
    notes = [session.answers.get("notes", ""), *left]
    front = {**session.extra, LOOK_AT: sorted({*session.to_look_at, "notes"})}
    answers = {**session.answers, "notes": "\n\n".join(text for text in dict.fromkeys(notes) if text.strip())}
    return replace(session, answers=answers, extra=front)
