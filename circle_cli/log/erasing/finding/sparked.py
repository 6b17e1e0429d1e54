"""The sparks that a session began with, which go with it: their lines, in every version of their months' files."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from circle_cli.ids import SPARKS
from circle_cli.log.durable import remove
from circle_cli.log.durable import replace as replace_file
from circle_cli.log.saving import anew_if_changed
from circle_cli.sparks.file import MONTH, read_spark, render_spark
from circle_cli.sparks.record import Spark
from circle_cli.system.no_links import content_if_there

_FOLDER = SPARKS.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparked:
    """The sparks of one session, without its mark; those that began another one too are not among them."""

    session_id: str = ""
    sparks: frozenset[Spark] = frozenset()

    def without(self, content: bytes) -> bytes:
        """Give a month's file without their lines, and without the session's id at others; else as it is."""
        lines = content.decode("utf-8", "surrogateescape").split("\n")
        left = [kept for line in lines if (kept := self._left(line)) is not None]
        if left == lines:
            return content
        text = "\n".join(left)
        return text.encode("utf-8", "surrogateescape") if text.strip() else b""

    def _left(self, line: str) -> str | None:
        spark = read_spark(line)
        if spark is None:
            return line
        if replace(spark, sessions=()) in self.sparks:
            return None
        if self.session_id not in spark.sessions:
            return line
        return render_spark(replace(spark, sessions=tuple(each for each in spark.sessions if each != self.session_id)))


def sparked_by(session_id: str, months: Iterable[bytes], others: Collection[str] = ()) -> Sparked:
    """Find in these versions of months which sparks the session began with, and none of the `others` that are there."""
    led: dict[Spark, set[str]] = {}
    for content in months:
        for line in content.decode("utf-8", "surrogateescape").split("\n"):
            if (spark := read_spark(line)) and spark.sessions:
                led.setdefault(replace(spark, sessions=()), set()).update(spark.sessions)
    own = {spark for spark, sessions in led.items() if session_id in sessions and sessions.isdisjoint(others)}
    return Sparked(session_id=session_id, sparks=frozenset(own))


def take_out(months: Iterable[Path], sparked: Sparked) -> None:
    """Take their lines out of these files; one in which nothing is left goes.

    Raises:
        CircleError: the disk refused, or somebody writes there all the time.
    """
    for path in months:
        anew_if_changed(partial(_take_out, path, sparked))


def _take_out(path: Path, sparked: Sparked) -> None:
    before = content_if_there(path)
    after = before if before is None else sparked.without(before)
    if before is None or after == before:
        return
    if after:
        replace_file(path, after, before)
    else:
        remove(path, before)


def is_month(path: bytes) -> bool:
    """Tell whether git's path is that of a month's sparks."""
    folder, _, name = path.rpartition(b"/")
    return folder.rpartition(b"/")[2] == _FOLDER and MONTH.fullmatch(name.decode("utf-8", "replace")) is not None
