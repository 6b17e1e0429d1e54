"""The forty learning points of the demo: written by hand, each a file of `learning-points/` that anybody may edit.

The files are as those of a log, only without an approval; that is given here, by one of three invented readers, and
the gate before the site lets through what it would let through in anybody's log. What others report from trying one
stands in the same file, and becomes files of its own.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from invented_points import write
from signed import approve, public_key

from circle_cli.points.file import read_point
from circle_cli.points.record import LearningPoint
from circle_cli.signing.readers import READERS, Admitted, Reader, render_readers

WRITTEN = Path(__file__).with_name("learning-points")
_READERS = ("reader-exam", "reader-pear", "reader-quay")


def written_points() -> Iterator[LearningPoint]:
    """Give them in the order of their titles, each approved by one of the readers in turn."""
    found = [point for path in WRITTEN.glob("*.md") if isinstance(point := read_point(path), LearningPoint)]
    for place, point in enumerate(sorted(found, key=lambda each: each.title)):
        yield approve(point, tool="0", lists="0-0", seed=place % len(_READERS) + 1)


def publish_written(log_root: Path, points: Iterable[LearningPoint]) -> None:
    """Write some of them into a log in which those readers count."""
    since = date(2021, 1, 1)
    readers = (Reader(name=name, key=public_key(seed), since=since) for seed, name in enumerate(_READERS, start=1))
    (log_root / READERS).write_text(render_readers(Admitted(readers=tuple(readers))), encoding="utf-8", newline="\n")
    write(log_root, points)
