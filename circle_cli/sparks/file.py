"""The file of a month's sparks: a list in Markdown, one line each. Pure.

A line looks like `- 2026-11-27: Robin laughed today`. Whose it is stands behind the day where others read the log
(`- 2026-11-27 by Sam: ...`), then the sessions that began with it (`- 2026-11-27 [2026-11-28-k3f9]: ...`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from circle_cli.errors import CircleError, Place
from circle_cli.ids import SESSION_ID
from circle_cli.sparks.record import Spark

MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\.md")
"""What a month's file is called."""

_ID = SESSION_ID.pattern
_LINE = re.compile(
    rf"- (?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?: by (?P<by>[^:\[\]]+?))?"
    rf"(?: \[(?P<sessions>{_ID}(?:, {_ID})*)\])?: +(?P<text>\S.*)"
)
_NOT_IN_A_NAME = re.compile(r"[:\[\]]")
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Classes of signs that end a line, or that a terminal would act on."""


def month_of(day: date) -> str:
    """Name the file in which the sparks of a day are."""
    return f"{day.isoformat()[:7]}.md"


def on_one_line(text: str) -> str:
    """Give what somebody typed as it can stand on a line: no sign in it ends one, and none is obeyed by a terminal."""
    if not (text.isascii() and text.isprintable()):
        import unicodedata  # most of what is kept in a second has no need of it

        text = "".join(" " if unicodedata.category(each) in _UNSEEN else each for each in text)
    return " ".join(text.split())


def as_name(name: str) -> str:
    """Give a name as it can stand in the line."""
    return on_one_line(_NOT_IN_A_NAME.sub(" ", name))


def render_spark(spark: Spark) -> str:
    """Write its line, without the newline."""
    by = f" by {spark.by}" if spark.by else ""
    sessions = f" [{', '.join(spark.sessions)}]" if spark.sessions else ""
    return f"- {spark.day.isoformat()}{by}{sessions}: {spark.text}"


def read_spark(line: str) -> Spark | None:
    """Read a line; None where it is none of a spark."""
    found = _LINE.fullmatch(line.rstrip())
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    sessions = tuple(found["sessions"].split(", ")) if found["sessions"] else ()
    return Spark(day=day, text=found["text"], by=found["by"] or "", sessions=sessions)


def with_all_lines(now: bytes, held: bytes) -> bytes:
    """Give a month's file with the lines that it held before and has no longer, whatever session began with one."""
    there = Counter(map(_words_of, now.splitlines()))
    missing = [line for line in held.splitlines() if _is_missing(there, _words_of(line))]
    apart = b"" if now.endswith(b"\n") or not missing else b"\n"
    return now + apart + b"".join(line + b"\n" for line in missing)


def _is_missing(there: Counter[bytes], words: bytes) -> bool:
    there[words] -= 1
    return there[words] < 0


def _words_of(line: bytes) -> bytes:
    spark = read_spark(line.decode("utf-8", "surrogateescape"))
    return render_spark(replace(spark, sessions=())).encode("utf-8", "surrogateescape") if spark else line


def read_lines(text: str, where: str) -> Iterator[tuple[int, Spark | CircleError]]:
    """Give what stands on each line of a month's file, by its number; of one that is no spark, what is wrong.

    Empty lines, and headings that somebody has put there, are passed over.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, read_spark(line) or _not_one(number, where)


def _not_one(number: int, where: str) -> CircleError:
    wrong = "no spark, which is a line such as `- 2026-11-27: Robin laughed today`"
    return CircleError(wrong, where=Place(where, number), do="write it so, or take the line out")
