"""The sparks of a log, read: which there are, and which no session has begun with yet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.ids import SPARKS
from circle_cli.log.folder import Log
from circle_cli.sparks.file import MONTH, read_lines
from circle_cli.sparks.record import Spark
from circle_cli.system.no_links import content_of, inside, names_in
from circle_cli.text import decode


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSpark:
    """A spark, and where it stands."""

    spark: Spark
    path: Path
    line: int


def spark_files(log: Log) -> list[Path]:
    """Give the files of the months, the newest first; nothing where there are none.

    Raises:
        CircleError: the folder is a link, or may not be looked into.
    """
    folder = inside(log.root, log.root / SPARKS)
    return [path for path in reversed(names_in(folder, ".md")) if MONTH.fullmatch(path.name)]


def find_sparks(log: Log, report: Callable[[CircleError], None]) -> list[FoundSpark]:
    """Give all sparks, the newest first; a line or a file that cannot be read is reported, and passed over."""
    found: list[FoundSpark] = []
    try:
        files = spark_files(log)
    except CircleError as error:
        report(error)
        return []
    for path in files:
        try:
            lines = list(read_lines(decode(content_of(path), str(path)), str(path)))
        except CircleError as error:
            report(error)
            continue
        for number, each in lines:
            if isinstance(each, CircleError):
                report(each)
            else:
                found.append(FoundSpark(spark=each, path=path, line=number))
    return sorted(found, key=lambda each: (each.spark.day, each.path, each.line), reverse=True)


def open_ones(found: Iterable[FoundSpark], has_led: Callable[[str], bool]) -> list[FoundSpark]:
    """Give those with which no session was begun; `has_led` says of a session's id whether anything of it is there.

    A session that was put away before it was saved, or deleted, leaves its spark open again.
    """
    return [each for each in found if not any(has_led(name) for name in each.spark.sessions)]


def with_words(found: Iterable[FoundSpark], text: str) -> list[FoundSpark]:
    """Give those that hold every word of `text`, however it is spelt."""
    from circle_cli.session.spelling import folded  # what is listed, or offered, has no need of it

    words = folded(text).split()
    return [each for each in found if words and all(word in folded(_said(each.spark)) for word in words)]


def _said(spark: Spark) -> str:
    return " ".join((spark.day.isoformat(), spark.by, *spark.sessions, spark.text))
