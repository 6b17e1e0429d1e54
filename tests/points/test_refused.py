"""Learning-point files as an enemy would write them: each is refused in a sentence that names the file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from circle_cli.errors import CircleError
from circle_cli.points.file import parse_point, render_point
from circle_cli.points.folder import read_published
from circle_cli.points.record import LearningPoint

Publish = Callable[..., Path]

KEYS = ("circle", "kind", "id", "title", "themes", "setting", "questions", "frameworks", "year", "tried", "approval")
MAY_BE_ABSENT = ("themes", "frameworks", "tried", "approval")
ABSENT = ("null", "~", "")
WORDS = ("no", "1.5", ".inf", "1e999", "0x1F", "0777", "12:30:45", "2026-11-23T10:00:00Z", "<<", "=", "!!str x")
"""What YAML may take for something else, and what is words here: a title may be any of it."""

VALUES = (
    *ABSENT,
    *WORDS,
    "true",
    "-1",
    "1" * 5000,
    "2026-11-23",
    "2026-02-30",
    "{}",
    "[[]]",
    "[{}]",
    "[a, 1, null]",
    "[true]",
    "{a: {b: {c: d}}}",
    "{a: 1, a: 2}",
    "{<<: {a: b}}",
    "{? [a] : b}",
    "&a [*a]",
    "[&a x, *a]",
    "*nobody",
    "!!python/object/apply:os.system [id]",
    "!!python/name:os.system",
    "!!binary aGk=",
    "!!set {a}",
    "!!timestamp 2026-11-23",
    "!secret x",
    '"\\ud800"',
    '"\\u202e"',
    '"\\0"',
    '"a\\nb"',
    "|\n  a\n  b",
    "'" + "x" * 50_000 + "'",
    "[" * 10_000,
    "[" * 10_000 + "]" * 10_000,
    "{a: " * 10_000,
    "\n " + "- " * 10_000,
    "\n " + "-  " * 10_000,
    "\n" + "".join("\u2028" + " " * depth + "-" for depth in range(1, 300)),
    "%YAML 1.1",
    "@x",
    "`x`",
    "\n--- x",
    "\n... x",
    "\t- x",
    "\x00",
    "\x1b[31m",
)


def with_value(point: LearningPoint, key: str, value: str) -> str:
    """Give the text of a learning point's file, with something else behind one of its keys."""
    front, body = render_point(point).split("\n---\n", 1)
    kept = re.sub(rf"(?m)^{key}:.*\n(?:  .*\n)*", "", f"{front}\n")
    return f"{kept}{key}: {value}\n---\n{body}"


def is_harmless(key: str, value: str) -> bool:
    """Tell whether that is a value like any other: words for a title, or nothing where nothing need be."""
    return value in (WORDS if key == "title" else ABSENT if key in MAY_BE_ABSENT else ())


@pytest.mark.parametrize("key", [*KEYS, "withdrawn", "author", "tags", "template", "search"])
def test_no_key_takes_what_it_is_not_meant_to_hold(point: LearningPoint, key: str) -> None:
    for value in VALUES:
        text = with_value(point, key, value)
        if is_harmless(key, value):
            found = parse_point(text, "x.md", point.id)
            assert isinstance(found, LearningPoint) and isinstance(found.title, str)
            continue
        with pytest.raises(CircleError) as caught:
            parse_point(text, "x.md", point.id)
            pytest.fail(f"{key}: {value[:60]!r} was read")
        assert re.match(r"x\.md:\d+: ", str(caught.value)) and len(str(caught.value)) < 600, value[:60]


GOOD = "---\ncircle: 1\nkind: learning-point\n"
NO_FILES_OF_OURS: dict[str, bytes] = {
    "nothing": b"",
    "one byte": b"-",
    "no front matter": b"# A heading\n\nWords.\n",
    "front matter alone": b"---\n---\n",
    "front matter that does not end": GOOD.encode(),
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a packed file": b"PK\x03\x04" + bytes(100),
    "a program": b"\x7fELF" + bytes(range(256)),
    "HTML": b"<!doctype html><script>alert(1)</script>",
    "UTF-16": f"{GOOD}---\n".encode("utf-16"),
    "a wrong byte above": GOOD.encode() + b"title: caf\xe9\n---\n",
    "a wrong byte below": f"{GOOD}---\n".encode() + b"\xff",
    "half a character": f"{GOOD}---\n".encode() + "é".encode()[:1],
    "a surrogate in bytes": f"{GOOD}---\n".encode() + b"\xed\xa0\x80",
    "a byte too many for a character": f"{GOOD}---\n".encode() + b"\xc0\xaf",
    "a megabyte": b"x" * 1_000_000,
    "a megabyte of lines": b"---\n" * 250_000,
    "a megabyte of keys": b"---\n" + b"".join(b"k%d: 1\n" % number for number in range(100_000)) + b"---\n",
}


@pytest.mark.parametrize("kind", NO_FILES_OF_OURS)
def test_what_is_no_learning_point_of_ours_is_refused_by_name(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "k3f9abcd.md"
    path.write_bytes(NO_FILES_OF_OURS[kind])
    with pytest.raises(CircleError) as caught:
        read_published(tmp_path)
    assert str(caught.value).startswith(f"{path}:") and len(str(caught.value)) < 400


CHANGED: dict[str, Callable[[bytes], bytes]] = {
    "a mark of byte order": lambda content: b"\xef\xbb\xbf" + content,
    "newlines of old": lambda content: content.replace(b"\n", b"\r"),
    "newlines of two kinds": lambda content: content.replace(b"\n", b"\r\n", 3),
    "no newline at the end": lambda content: content.removesuffix(b"\n"),
    "one line more": lambda content: content + b"\n",
    "a remark": lambda content: content.replace(b"---\n\n", b"# Amira\n---\n\n", 1),
    "an anchor": lambda content: content.replace(b"title: ", b"title: &amira "),
    "a letter spelt out": lambda content: content.replace(b'"Let', b'"\\x4cet'),
    "a tag": lambda content: content.replace(b"title: ", b"title: !!str "),
    "a key in quotes": lambda content: content.replace(b"title: ", b'"title": '),
    "a key with a tag": lambda content: content.replace(b"title: ", b"!amira title: "),
    "a NUL": lambda content: content.replace(b"Ask where", b"Ask\0where"),
    "a second end of the front matter": lambda content: content + b"---\n",
    "a part twice": lambda content: content + b"\n## What to try\n\nx\n",
    "letters set out otherwise": lambda content: content.replace(b"Ask where", b"Ask whe\xcc\x81re"),
}


@pytest.mark.parametrize("change", CHANGED)
def test_a_file_that_says_the_same_in_other_bytes_is_refused_by_name(
    tmp_path: Path, publish: Publish, change: str
) -> None:
    path = publish(tmp_path)
    changed = CHANGED[change](path.read_bytes())
    assert changed != path.read_bytes()
    path.write_bytes(changed)
    with pytest.raises(CircleError, match=rf"^{re.escape(str(path))}:"):
        read_published(path.parent)
