"""A spark, said on one line, and as JSON."""

from datetime import date
from typing import Any

from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.shown import one_line


def line_of(each: FoundSpark, today: date) -> str:
    """Say a spark on one line: its day, its words, then whose it is, and the session that began with it."""
    from circle_cli.days import in_brief

    spark = each.spark
    about = ", ".join(part for part in (spark.by, *spark.sessions) if part)
    return one_line(f"{in_brief(spark.day, today)}  {spark.text}{f'  ({about})' if about else ''}")


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
