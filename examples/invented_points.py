"""Learning points for the benchmark, as many as are wanted: invented, and the same at every run.

They are made of `invented-points.yml`, approved as the program would approve them, and pass the gate like any other.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from signed import admit, approve, approve_report

from circle_cli.front_matter.reading import read
from circle_cli.ids import ALPHABET, REPORTS
from circle_cli.points.file import render_point
from circle_cli.points.folder import POINTS_FOLDER
from circle_cli.points.record import LearningPoint, StatementLink, Trial
from circle_cli.points.report import Report, render_report
from circle_cli.vocabulary import Outcome, Setting

MADE_OF = Path(__file__).with_name("invented-points.yml")
YEARS = range(2021, 2027)
STATEMENTS = range(1, 10)
"""Of the PCF 2018."""

HOW_OFTEN = (0, 0, 0, 1, 1, 2, 3)
"""How many others tried it, one of these: most learning points are one person's account."""

_Parts = Mapping[str, Any]


def invented_points(count: int) -> Iterator[LearningPoint]:
    """Give `count` learning points, approved; each of the first 180 has a title of its own."""
    parts: _Parts = read(MADE_OF.read_text(encoding="utf-8"), str(MADE_OF)).values
    chance = random.Random(20261124)  # noqa: S311  # invented text, nothing secret
    ids: set[str] = set()
    for number in range(count):
        lap, place = divmod(number, len(parts["ideas"]))
        idea, moment = parts["ideas"][place], parts["moments"][(lap + 5 * place) % len(parts["moments"])]
        point = _point(_new_id(chance, ids), idea, moment, parts, chance)
        yield approve(point, tool="0", lists="0-0")


def publish(log_root: Path, count: int) -> None:
    """Write `count` learning points, and what others report of them, into a log, where its site takes them from."""
    log_root.mkdir(parents=True, exist_ok=True)
    admit(log_root)
    write(log_root, invented_points(count))


def write(log_root: Path, points: Iterable[LearningPoint]) -> None:
    """Write learning points into a log as its site takes them: what others report of them, in files of their own."""
    folder = log_root / "guidance" / POINTS_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (log_root / "sessions").mkdir(exist_ok=True)  # there are none, since nothing of it happened
    reports = folder.with_name(REPORTS)
    reports.mkdir(exist_ok=True)
    chance = random.Random(20261126)  # noqa: S311  # invented as well
    ids: set[str] = set()
    for point in points:
        text = render_point(replace(point, tried=()))
        (folder / f"{point.id}.md").write_text(text, encoding="utf-8", newline="\n")
        for trial in point.tried:
            name = _new_id(chance, ids)
            report = Report(id=name, point=point.id, outcome=trial.outcome, year=trial.year, differed=trial.differed)
            text = render_report(approve_report(report))
            (reports / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")


def _point(name: str, idea: _Parts, moment: _Parts, parts: _Parts, chance: random.Random) -> LearningPoint:
    year = chance.choice(YEARS)
    about = [*idea["themes"], *moment["themes"], *idea["concerns"], *moment["concerns"], *idea["conditions"]]
    statements = chance.sample(STATEMENTS, chance.randint(0, 2))
    return LearningPoint(
        id=name,
        title=idea["title"].format(moment=moment["words"]),
        themes=tuple(dict.fromkeys(about)),
        setting=Setting(moment["setting"]),
        questions=tuple(idea["questions"]),
        frameworks=tuple(StatementLink(framework="pcf-2018", statement=str(each)) for each in sorted(statements)),
        year=year,
        tried=tuple(_trial(year, parts, chance) for _ in range(chance.choice(HOW_OFTEN))),
        parts={
            "what-to-try": idea["try"].format(moment=moment["words"]),
            "why": idea["why"],
            "where-not": idea["where-not"],
            "how": "\n".join(f"- {step}" for step in idea["how"]),
            "rests-on": chance.choice(parts["rests-on"]),
        },
    )


def _trial(year: int, parts: _Parts, chance: random.Random) -> Trial:
    return Trial(
        outcome=chance.choices(list(Outcome), weights=(5, 3, 1))[0],
        year=chance.randint(year, YEARS[-1]),
        differed=chance.choice(parts["differed"]),
    )


def _new_id(chance: random.Random, ids: set[str]) -> str:
    while True:
        made = "".join(chance.choices(ALPHABET, k=8))
        if made not in ids:
            ids.add(made)
            return made
