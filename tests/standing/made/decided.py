"""A reading of what was proposed, and a decision on it, as a second person makes them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from committed import OURS
from making import hold_key
from proposing import JO, PARTS

from circle_cli.commands.door.approve import Done
from circle_cli.commands.door.overtaken import as_it_stands
from circle_cli.commands.door.review import decide
from circle_cli.commands.door.share import save_proposal, sharing_of
from circle_cli.commands.door.trying.reading import decide as decide_on_report
from circle_cli.log.folder import Log
from circle_cli.log.history.git import Commit
from circle_cli.share.proposal import INTRUDER, Reading, State, read_proposal
from circle_cli.share.proposing.from_file import read_sharing
from circle_cli.share.reporting import asked_of, read_reported, reported_files, whole_digest
from circle_cli.share.reviewing import SEEN


def start_of(place: Path) -> dict[str, str | None]:
    """Begin to read it, as it is now."""
    hold_key(1)
    return as_it_stands(Log(root=place.parents[1]), read_proposal(place), "")


def decided(place: Path, start: Mapping[str, str | None], by: str, decision: State, comment: str | None = None) -> Done:
    hold_key(1)
    safe = "no" if decision is State.APPROVED else "unsure"
    answers = tuple((key, safe) for key in INTRUDER)
    day = date(2026, 11, 26)
    reading = Reading(by=f"{by}@example.org", on=day, decision=decision, answers=answers, comment=comment)
    return decide(Log(root=place.parents[1], trust=OURS), place, start, reading)


def report_approved(log: Path, by: str = "bea@example.org", seed: int = 1) -> Sequence[Commit]:
    """Have somebody approve the one report that waits in a log."""
    [path] = [each for each in reported_files(log) if read_reported(each).state is State.PROPOSED]
    reported = read_reported(path)
    answers = tuple((key, "no") for key in asked_of(reported.report))
    reading = Reading(by=by, on=date(2026, 11, 26), decision=State.APPROVED, answers=answers)
    hold_key(seed)
    return decide_on_report(Log(root=log, trust=OURS), path, SEEN.given(whole_digest(reported)), reading)


def public(place: Path) -> Path:
    return place.parents[1] / "guidance" / "learning-points" / place.name


def proposed_again(log: Path, **changed: str) -> None:
    sharing = sharing_of(Log(root=log), log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md", 1)
    save(log, sharing, **changed)


def save(log: Path, sharing: object, **changed: str) -> None:
    import json

    hold_key(JO)
    given = PARTS | changed
    if changed:
        given["replace"] = []
    answers = read_sharing(json.dumps(given), "-", sharing.guidance, sharing.check)  # type: ignore[attr-defined]
    path = log / "sessions" / "2026" / "2026-05-05-abcd-the-walk.md"
    save_proposal(Log(root=log), sharing, answers, path, sharing.learnt.point)  # type: ignore[arg-type, attr-defined]
