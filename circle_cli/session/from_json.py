"""A JSON object, read as strictly as YAML is: a key given twice is refused, and the line of every value is known."""

import json
import re

from circle_cli.errors import CircleError, Place
from circle_cli.front_matter.located import KeyPath, Located, given_twice

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{},]|[^][{},:"\s]+')


def read_json(text: str, where: str) -> Located:
    """Read a JSON object.

    Raises:
        CircleError: it is not JSON, no object, or gives a key twice.
    """
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(where, error.lineno)
        raise CircleError(f"not readable as JSON: {error.msg}", where=place, do="correct it") from error
    except ValueError as error:
        wrong = "a number of thousands of digits; this is no file of ours"
        raise CircleError(wrong, where=Place(where, 1)) from error
    except RecursionError as error:
        raise CircleError("nested too deeply; this is no file of ours", where=Place(where, 1)) from error
    if not isinstance(values, dict):
        raise CircleError("expected a JSON object with keys such as `title`", where=Place(where, 1))
    return Located(values=values, lines=_lines(text, where), where=where)


def _lines(text: str, where: str) -> dict[KeyPath, int]:
    """Find the line of every value in a JSON text that `json` can read, and refuse a key that is there twice."""
    lines: dict[KeyPath, int] = {}
    at: list[str | int] = []
    key_next = [False]
    line, seen = 1, 0
    for token in _TOKEN.finditer(text):
        line, seen, word = line + text.count("\n", seen, token.start()), token.start(), token.group()
        if word in "]}":
            at.pop()
            key_next.pop()
        elif word == ",":
            if isinstance(at[-1], int):
                at[-1] += 1
            else:
                key_next[-1] = True
        elif key_next[-1]:
            at[-1], key_next[-1] = json.loads(word), False
            if tuple(at) in lines:
                raise given_twice(at[-1], Place(where, line))
            lines[tuple(at)] = line
        else:
            lines.setdefault(tuple(at), line)
            if word in "[{":
                at.append(0 if word == "[" else "")
                key_next.append(word == "{")
    return lines
