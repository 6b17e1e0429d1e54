"""Two versions of a month's sparks, brought together: every line of both, each once. Pure."""

from collections import Counter
from dataclasses import dataclass, replace

from circle_cli.sparks.file import read_spark, render_spark
from circle_cli.sparks.record import Spark

_Key = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line as it stands there, and the spark that it is; none where it cannot be read."""

    text: str
    spark: Spark | None


def merge_sparks(base: str | None, one: str, other: str) -> str:
    """Give what either has and neither has taken out, in the order of the days; who began with one is in both."""
    before, first, second = (_by_words(text or "") for text in (base, one, other))
    found: dict[_Key, _Line] = {}
    for key in dict.fromkeys((*first, *second)):
        mine, theirs = first.get(key), second.get(key)
        if mine and theirs:
            found[key] = _both(mine, theirs)
        elif (there := mine or theirs) and there != before.get(key):  # new, or marked here and taken out there
            found[key] = there
    return "".join(f"{line.text}\n" for line in _by_day([*found.values()]))


def _by_words(text: str) -> dict[_Key, _Line]:
    """Give the lines by what they say, and how many say the same above them; which sessions began with it is apart."""
    count, found = Counter[str](), dict[_Key, _Line]()
    for line in filter(str.strip, text.split("\n")):
        spark = read_spark(line)
        words = render_spark(replace(spark, sessions=())) if spark else line
        found[(words, count[words])] = _Line(text=line, spark=spark)
        count[words] += 1
    return found


def _both(mine: _Line, theirs: _Line) -> _Line:
    if mine == theirs or mine.spark is None or theirs.spark is None:
        return mine
    sessions = tuple(sorted({*mine.spark.sessions, *theirs.spark.sessions}))
    spark = replace(mine.spark, sessions=sessions)
    return _Line(text=render_spark(spark), spark=spark)


def _by_day(lines: list[_Line]) -> list[_Line]:
    """Put lines into the order of their days; one that cannot be read stays below the one above it."""
    days, day = [], ""
    for line in lines:
        day = line.spark.day.isoformat() if line.spark else day
        days.append(day)
    return [line for _, line in sorted(zip(days, lines, strict=True), key=lambda each: each[0])]
