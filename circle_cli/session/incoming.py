"""Sessions that come from a file or another program: a session file, or YAML or JSON with `answers`.

Strict where a file in the log is lenient: an unknown key, id or type is refused, since nobody is there to ask.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from circle_cli.errors import CircleError
from circle_cli.front_matter.located import Located, Value, quoted
from circle_cli.front_matter.reading import has_front_matter, read, split
from circle_cli.ids import SECTIONS, in_order
from circle_cli.session.body import split_body
from circle_cli.session.from_json import read_json
from circle_cli.session.front import build_session, own_questions_named
from circle_cli.session.record import SESSION_FORMAT, Session
from circle_cli.text import tidy
from circle_cli.vocabulary import Mode, Status


def read_incoming(
    text: str,
    where: str,
    today: date,
    statements: Mapping[str, Collection[str]],
    mode: Mode | None = None,
    title: str | None = None,
    own: Sequence[str] = (),
) -> tuple[Session, bool]:
    """Read a session; returns it and whether it brought an id of its own (else it holds a placeholder).

    Missing `circle`, `date`, `status` and `mode` are filled in; `mode` and `title`, where given, stand before the
    file's. `statements` are those of each framework that is known, by their ids; `own` are the log's own questions, of
    which a file may hold answers without naming them.

    Raises:
        CircleError: the file is malformed, or holds a key, id or type that is not known; line and key are named.
    """
    preamble = ""
    answers: dict[str, str] = {}
    file = text.lstrip("\n")  # what went through somebody's mail may have blank lines above
    if has_front_matter(file):
        above = len(text) - len(file)
        front, body = split(file, where)
        body_line = file.count("\n", 0, len(file) - len(body)) + 1 + above
        source = read(front, where, line_offset=1 + above)
        known = (*own, *(name for name in own_questions_named(source) if name not in own))
        preamble, sections = split_body(body, where, body_line, known)
        answers = {section.id: section.text for section in sections}
    else:
        source = _read_values(text, where)
        known = (*own, *(name for name in own_questions_named(source) if name not in own))
    answers |= _answers(source, known)
    answers = {name: answers[name] for name in in_order((*known, *answers)) if name in answers}
    values = {key: value for key, value in source.values.items() if key not in ("answers", "preamble")}
    preamble = _text(source, "preamble") or preamble
    own_id = values.get("id") is not None
    filled: dict[str, Value] = {
        "circle": SESSION_FORMAT,
        "id": f"{today.isoformat()}-aaaa",
        "date": today,
        "mode": str(Mode.INDIVIDUAL),
        "status": str(Status.RECORDED),
    }
    given = {key: value for key, value in values.items() if value is not None}
    if mode is not None:
        given["mode"] = str(mode)
    if title is not None:
        given["title"] = title
    located = Located(values=filled | given, lines=source.lines, where=where)
    session = build_session(located, answers, preamble, strict=True)
    _refuse_unknown(located, session, statements)
    return session, own_id


def filled_in(planned: Session, sheet: Session, keys: Iterable[str]) -> Session:
    """Give a planned session as the sheet that was printed from it has it; `keys` are the fields that it fills in.

    What it leaves open stays as it was planned.
    """
    from_sheet = {key: getattr(sheet, key) for key in keys}
    answers = {**planned.answers, **sheet.answers}
    return replace(planned, **from_sheet, preamble=sheet.preamble or planned.preamble, answers=answers)


def _refuse_unknown(source: Located, session: Session, statements: Mapping[str, Collection[str]]) -> None:
    for number, link in enumerate(session.frameworks):
        if link.framework not in statements:
            raise source.problem(
                ("frameworks", number, "framework"),
                "… is no framework",
                do=f"use one of: {', '.join(statements)}",
                words=quoted(link.framework),
            )
        if link.statement not in statements[link.framework]:
            raise source.problem(
                ("frameworks", number, "statement"),
                f"… is no part of {link.framework}",
                do=f"use one of: {', '.join(statements[link.framework])}",
                words=quoted(link.statement),
            )


def _read_values(text: str, where: str) -> Located:
    """Read JSON or YAML; what begins with a brace may be either, unless the file's name says which."""
    if PurePath(where).suffix == ".json":
        return read_json(text, where)
    if not text.lstrip().startswith("{"):
        return read(text, where)
    try:
        return read_json(text, where)
    except CircleError as no_json:
        try:
            return read(text, where)
        except CircleError:
            raise no_json from None


def _answers(source: Located, own: Sequence[str]) -> dict[str, str]:
    found = source.values.get("answers")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise source.problem(("answers",), "expected a question's id and its answer on each line below")
    for name in found:
        if name not in (*SECTIONS, *own):
            do = f"use some of: {', '.join((*SECTIONS, *own))}"
            raise source.problem(("answers", name), "… is no question", do=do, words=quoted(name), unknown_key=True)
    inner = {name: _text(source, "answers", name) for name in found}
    return {name: text for name, text in inner.items() if text is not None}


def _text(source: Located, *place: str) -> str | None:
    """Give the text at a place with its newlines made one kind and its outer blank lines dropped."""
    found: Value = source.values
    for step in place:
        found = found.get(step)
    if found is None:
        return None
    if not isinstance(found, str):
        raise source.problem(place, "expected words, found …", do="put them in quotation marks", words=quoted(found))
    if any("\ud800" <= letter <= "\udfff" for letter in found):
        raise source.problem(place, "holds half a character (a lone surrogate)", do="remove it")
    return tidy(found)
