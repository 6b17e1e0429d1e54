"""`circle scan`: the identifier check alone. It finds and explains; it changes nothing, and its exit code is 0."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from circle_cli.commands.edge import Asked, result, result_json, say, show, the_log
from circle_cli.commands.sources import read_source
from circle_cli.errors import USAGE, CircleError, Place
from circle_cli.identifiers.check import find_identifiers
from circle_cli.identifiers.findings.record import Finding
from circle_cli.identifiers.known.cast.typed import cast_from
from circle_cli.identifiers.lists import Lists, load_lists
from circle_cli.session.people import typed_entry
from circle_cli.session.record import CastEntry
from circle_cli.session.scanned import session_text
from circle_cli.shown import shown_json
from circle_cli.text import decode


def scan(asked: Asked, source: str, cast_file: str | None, *, as_json: bool) -> None:
    """Scan one text, and print what was found in it."""
    lists = load_lists(the_log(asked).root)
    where = "standard input" if source == "-" else source
    text = decode(read_source(source), where)
    cast = _cast(cast_file)
    session = session_text(text, where)
    if session is not None:
        text, cast = session.text, (*cast, *session.cast)
    findings = find_identifiers(text, cast, lists)
    if as_json:
        result_json({"lists": lists.version, "findings": [_as_json(each, text) for each in findings]})
        return
    for each in findings:
        result(_line(each, text, "" if source == "-" else source))
    say(_summary(findings, has_cast=bool(cast)))


def scan_lines(asked: Asked) -> None:
    """Scan each text of standard input: JSON lines in, JSON lines out."""
    lists = load_lists(the_log(asked).root)
    for number, line in enumerate(read_source("-").split(b"\n"), start=1):
        if line.strip():
            show("".join(_found_in_line(line, Place("standard input", number), lists)))


def _found_in_line(line: bytes, where: Place, lists: Lists) -> Iterator[str]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        wrong = 'no JSON; expected a line such as {"id": "1", "text": "..."}'
        raise CircleError(wrong, where=where) from error
    if not isinstance(given, dict) or "id" not in given or not isinstance(given.get("text"), str):
        raise CircleError('expected "id" and "text", such as {"id": "1", "text": "..."}', where=where)
    for each in find_identifiers(given["text"], cast_from(given.get("cast"), where), lists):
        row = {
            "id": given["id"],
            "start": each.start,
            "end": each.end,
            "kind": str(each.kind),
            "warns": each.only_warns,
        }
        yield shown_json(json.dumps(row)) + "\n"


def _cast(source: str | None) -> tuple[CastEntry, ...]:
    """Read a cast from a file: one person or place on each line, as a person types it."""
    if source is None:
        return ()
    if source == "-":
        raise CircleError("--cast -: standard input is for the text", USAGE, do="put the cast into a file")
    lines = decode(read_source(source), source).split("\n")
    return tuple(typed_entry(line) for line in lines if line.strip() and not line.startswith("#"))


def _as_json(each: Finding, text: str) -> dict[str, Any]:
    return {
        "kind": str(each.kind),
        "start": each.start,
        "end": each.end,
        "line": each.line,
        "text": text[each.start : each.end],
        "warns": each.only_warns,
        "may_stay": each.may_stay,
        "reason": each.reason,
        "suggestion": each.suggestion,
    }


def _line(each: Finding, text: str, where: str) -> str:
    place = f"{where}:{each.line}" if where else f"line {each.line}"
    words = " ".join(text[each.start : each.end].split())
    return f"{place}: “{words}” {each.reason}. Instead: {each.suggestion}"


def _summary(findings: Sequence[Finding], *, has_cast: bool) -> str:
    known = "" if has_cast else " It was told of no cast: names that are ordinary words may slip past."
    if not findings:
        return f"The check found nothing.{known} Only people can tell that nobody is recognisable."
    warned = sum(each.only_warns for each in findings)
    return (
        f"{len(findings)} to look at, {warned} of them to think over.{known} "
        "Only people can tell that nobody is recognisable."
    )
