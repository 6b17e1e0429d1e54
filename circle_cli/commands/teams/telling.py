"""What came in, what was sent and what is to be looked at, in a line each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from circle_cli.errors import CircleError
from circle_cli.ids import MARK, PROPOSALS, REPORTS, SPARKS, WITHDRAWN, id_in, short_id
from circle_cli.log.folder import ERASED, Log
from circle_cli.log.syncing.history import sessions_in
from circle_cli.points.of_base.same import SAME
from circle_cli.points.of_base.themes import THEMES_OF_TEAMS

if TYPE_CHECKING:  # for the name alone: mostly there is nothing to bring together
    from circle_cli.log.syncing.together import Brought

LATER = "say circle sync again in a minute. If it stays so, a git was stopped there: ask whoever looks after it"
"""What to do where others seem to be sending all the time."""

_NAMED = 5
_SETTINGS = (MARK, "mkdocs.yml", ".gitignore", ".gitattributes")
_CHECKS = (".github/workflows/circle.yml", ".gitlab-ci.yml", "azure-pipelines.yml")
_ONLY_ONE = {
    **dict.fromkeys(_SETTINGS, "the settings"),
    **dict.fromkeys(_CHECKS, "the file of its checks"),
    "readers": "the list of readers",
    ERASED: "the list of erased names",
    "returned": "the list of what was returned",
    SAME: "the list of what says the same",
    THEMES_OF_TEAMS: "the list of teams' themes",
}
_KEEPERS = (".gitkeep", ".gitignore")
_FOLDERS = {
    SPARKS: "month(s) of sparks",
    f"{PROPOSALS}/{REPORTS}": "report(s) to be read",
    PROPOSALS: "proposal",
    "guidance/learning-points": "learning point",
    f"guidance/{REPORTS}": "report",
    f"guidance/{WITHDRAWN}": "notice(s) of what was withdrawn",
    "identifier-check": "list(s) for the identifier check",
    "approvals": "approval(s) of its own words",
    "guidance": "page(s) of its own",
}
"""What lies in a folder, and in those below it, unless one of them has a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """What came in: the files, and those of them that two people had changed at once."""

    paths: tuple[str, ...] = ()
    brought: "Brought | None" = None


def told_paths(paths: Sequence[str], *, by_id: bool = True) -> str:
    """Say what these files are: sessions, by their ids if wished, and how many of what else."""
    sessions = sessions_in(tuple(paths))
    others = Counter(_kind(path) for path in _without_withdrawn(paths) if _is_seen(path))
    told = [kind if kind in _ONLY_ONE.values() else counted(number, kind) for kind, number in others.items()]
    first = [_sessions(sessions) if by_id else counted(len(sessions), "session")] if sessions else []
    return ", ".join((*first, *sorted(told))) or "nothing that you would see"


def _is_seen(path: str) -> bool:
    """Tell sessions, which are counted by themselves, and what only keeps a folder there from all else."""
    return path in _ONLY_ONE or not (path.startswith("sessions/") or PurePosixPath(path).name in _KEEPERS)


def _without_withdrawn(paths: Sequence[str]) -> list[str]:
    """Leave out the learning points that have a notice here: what became of them is told with it."""
    gone = {PurePosixPath(path).name for path in paths if path.startswith(f"guidance/{WITHDRAWN}/")}
    return [path for path in dict.fromkeys(paths) if path not in {f"guidance/learning-points/{name}" for name in gone}]


def _kind(path: str) -> str:
    if path in _ONLY_ONE:
        return _ONLY_ONE[path]
    folders = map(str, PurePosixPath(path).parents)
    return next((_FOLDERS[folder] for folder in folders if folder in _FOLDERS), "other file")


def _sessions(ids: Sequence[str]) -> str:
    named = ", ".join(short_id(each) for each in ids[:_NAMED]) + (" ..." if len(ids) > _NAMED else "")
    return f"{counted(len(ids), 'session')} ({named})"


def counted(number: int, what: str) -> str:
    """Give a number with its word, of which an s is added at its end, or where it has (s)."""
    some = what if "(s)" in what else f"{what}(s)"
    return f"{number} {some.replace('(s)', '' if number == 1 else 's')}"


def told_waiting(paths: Sequence[str]) -> str:
    """Say how much waits to be sent."""
    sessions = sessions_in(tuple(paths))
    if not paths:
        return "Nothing waits to be sent."
    if not sessions:
        return f"Waiting to be sent: {told_paths(paths)}."
    return f"{counted(len(sessions), 'session')} wait{'s' if len(sessions) == 1 else ''} to be sent."


def told_both(log: Log, brought: "Brought") -> Iterator[str]:
    """Say what two people had changed at once, and where somebody is to look at it."""
    for path in brought.both:
        if marks := _marks(log.root / path):
            short = short_id(id_in(Path(path).name))
            what = changed_at_once(log, marks)
            both = f"To look at in {short}, where two people wrote at once: {what}."
            yield f"{both} All of it was kept: circle edit {short}"
    for path in brought.beside:
        yield f"Two people changed it at once, and both versions are kept. Look at both, then delete this one: {path}"


def changed_at_once(log: Log, marks: Sequence[str]) -> str:
    """Name what two people changed at once as a session's page has it: a question by its words, and not by its id."""
    from circle_cli.commands.drafts.guided import guidance_to_write_by
    from circle_cli.session.file import FIXED_HEADINGS

    titles = FIXED_HEADINGS | guidance_to_write_by(log).titles
    return ", ".join(f"“{titles[each]}”" if each in titles else each for each in marks)


def _marks(path: Path) -> tuple[str, ...]:
    from circle_cli.session.file import read_session

    try:
        return read_session(path).to_look_at if path.parts[-3:-2] == ("sessions",) else ()
    except CircleError:
        return ()
