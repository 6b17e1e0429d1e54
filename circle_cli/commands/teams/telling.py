"""What came in, what was sent and what is to be looked at, in a line each."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from circle_cli.errors import CircleError
from circle_cli.ids import id_in, short_id
from circle_cli.log.folder import Log
from circle_cli.log.syncing.history import sessions_in
from circle_cli.log.syncing.together import Brought

_NAMED = 5


def told_paths(paths: Sequence[str]) -> str:
    """Say what these files are: sessions by their ids, all else by how much."""
    sessions = sessions_in(tuple(paths))
    others = len({path for path in paths if not path.startswith("sessions/")})
    parts = [_sessions(sessions)] if sessions else []
    parts += [counted(others, "other file")] if others else []
    return ", ".join(parts) or "nothing that you would see"


def _sessions(ids: Sequence[str]) -> str:
    named = ", ".join(short_id(each) for each in ids[:_NAMED]) + (" ..." if len(ids) > _NAMED else "")
    return f"{counted(len(ids), 'session')} ({named})"


def counted(number: int, what: str) -> str:
    """Give a number with its word."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def told_waiting(paths: Sequence[str]) -> str:
    """Say how much waits to be sent."""
    sessions = sessions_in(tuple(paths))
    if not paths:
        return "Nothing waits to be sent."
    if not sessions:
        return f"{counted(len(paths), 'file')} wait{'s' if len(paths) == 1 else ''} to be sent."
    return f"{counted(len(sessions), 'session')} wait{'s' if len(sessions) == 1 else ''} to be sent."


def told_both(log: Log, brought: Brought) -> Iterator[str]:
    """Say what two people had changed at once, and where somebody is to look at it."""
    for path in brought.both:
        if marks := _marks(log.root / path):
            short = short_id(id_in(Path(path).name))
            yield f"To look at in {short}, where two people wrote at once: {', '.join(marks)}. circle edit {short}"
    for path in brought.beside:
        yield f"Two people changed it at once, and both versions are kept. Look at both, then delete this one: {path}"


def _marks(path: Path) -> tuple[str, ...]:
    from circle_cli.merging.sessions import marks_of  # only where two people wrote at once
    from circle_cli.session.file import read_session

    try:
        return marks_of(read_session(path)) if path.parts[-3:-2] == ("sessions",) else ()
    except CircleError:
        return ()
