"""An approval in a file of its own, beside what it approves: where it lies, of what it is one, and what is signed."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from circle_cli.fields import Fields
from circle_cli.front_matter.located import Plain, Value, quoted
from circle_cli.front_matter.reading import read
from circle_cli.front_matter.writing import write
from circle_cli.system.no_links import inside, is_there
from circle_cli.text import text_of

_FORMAT = 1


def place_beside(log_root: Path, folder: str, name: str) -> Path:
    """Give where the approval of something of this name is kept."""
    return inside(log_root, (log_root / folder / name).with_suffix(".yml"))


def head_of(kind: str, name: str) -> dict[str, Value]:
    """Give the fields with which it begins: of what kind it is, and of what it is one."""
    return {"circle": _FORMAT, "kind": Plain(kind), "of": name}


def fields_beside(path: Path, head: Mapping[str, Value]) -> Fields | None:
    """Give what an approval says below its head; None where there is none.

    Raises:
        CircleError: it cannot be read, or has another head; file and line are named.
    """
    if not is_there(path):
        return None
    keys = Fields(read(text_of(path), str(path)))
    for key, value in head.items():
        if keys.take(key) != value:
            raise keys.problem(key, "expected … here: the file is kept for it alone", words=quoted(value))
    return keys


def digest(text: str) -> str:
    """Give the sha256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def to_sign(said: Mapping[str, Value], text: str) -> bytes:
    """Give the bytes that somebody signs: what they say of a text, and below it the text."""
    return f"---\n{write(said)}---\n\n{text}".encode()
