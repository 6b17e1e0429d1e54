"""A spark, said on one line, and as JSON."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from circle_cli.commands.edge import say
from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.shown import one_line, shortened


def line_of(each: FoundSpark, today: date, most: int | None = None) -> str:
    """Say a spark on one line: its day, its words, then whose it is, and the session that began with it.

    Of one with more letters than `most` its beginning is said.
    """
    from circle_cli.days import in_brief

    spark = each.spark
    about = ", ".join(part for part in (spark.by, *spark.sessions) if part)
    text = spark.text if most is None else shortened(spark.text, most)
    return one_line(f"{in_brief(spark.day, today)}  {text}{f'  ({about})' if about else ''}")


def say_what_is_cut(sparks: Iterable[FoundSpark], most: int | None) -> None:
    """Say where the rest of a spark can be read of which only the beginning was shown."""
    if most and (cut := next((each for each in sparks if len(each.spark.text) > most), None)):
        say(f"A spark that ends in ... goes on: all of it stands in {cut.path}")


def spark_as_json(each: FoundSpark) -> dict[str, Any]:
    """Give a spark as JSON."""
    spark = each.spark
    return {
        "spark": spark.text,
        "date": spark.day.isoformat(),
        "by": spark.by or None,
        "sessions": list(spark.sessions),
        "path": str(each.path),
        "line": each.line,
    }
