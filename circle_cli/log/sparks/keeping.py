"""Sparks on their way into a log: one at a time, however many write at once; then a commit, as of a session."""

from collections.abc import Callable, Sequence
from dataclasses import replace as changed
from pathlib import Path

from circle_cli.ids import SPARKS
from circle_cli.log.deciding import one_at_a_time
from circle_cli.log.durable import replace
from circle_cli.log.folder import Log
from circle_cli.log.intents import intended
from circle_cli.log.saving import Saved, anew_if_changed
from circle_cli.log.sparks.finding import FoundSpark
from circle_cli.sparks.file import month_of, read_spark, render_spark
from circle_cli.sparks.record import Spark
from circle_cli.system.no_links import content_if_there, inside

KEPT, BEGUN = "Keep a spark", "Begin with a spark"
"""What the history says; no word of the spark."""

_PATIENCE = 10.0  # seconds: others who keep sparks just now commit them first, and git may wait for somebody


def keep_sparks(log: Log, sparks: Sequence[Spark]) -> Saved:
    """Add sparks of one day below those that the month has; no other byte of its file changes.

    Raises:
        CircleError: the disk refused, or others keep the file busy.
    """
    lines = "".join(f"{render_spark(each)}\n" for each in sparks).encode("utf-8")

    def added(before: bytes) -> bytes:
        return before + (b"\n" if before and not before.endswith(b"\n") else b"") + lines

    return _written(log, log.root / SPARKS / month_of(sparks[0].day), added, KEPT)


def mark_begun(log: Log, found: FoundSpark, session_id: str) -> Saved | None:
    """Note at an open spark which session began with it; None where its line is no longer there.

    Raises:
        CircleError: as for `keep_sparks`.
    """
    after = render_spark(changed(found.spark, sessions=(session_id,)))
    there = True

    def marked(before: bytes) -> bytes:
        nonlocal there
        lines = before.decode("utf-8", "surrogateescape").split("\n")
        at = next((at for at, line in enumerate(lines) if read_spark(line) == found.spark), None)
        there = at is not None
        lines = lines if at is None else [*lines[:at], after, *lines[at + 1 :]]
        return "\n".join(lines).encode("utf-8", "surrogateescape")

    saved = _written(log, found.path, marked, BEGUN)
    return saved if there else None


def _written(log: Log, path: Path, change: Callable[[bytes], bytes], message: str) -> Saved:
    """Write a month's file anew as `change` has it, and commit it, while nobody else does: one after another.

    Where somebody stays at it, this goes on all the same: the file is replaced only as it was read.
    """
    inside(log.root, path)

    def write() -> None:
        before = content_if_there(path)
        replace(path, change(before or b""), before)

    with (
        one_at_a_time(log.root, SPARKS, None, _PATIENCE),
        intended(log.root, [path], message, log.tell, log.trust) as commit,
    ):
        anew_if_changed(write)
        return Saved(path=path, commit=commit())
