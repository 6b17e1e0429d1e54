"""What `circle import` is tried on, and what came of it."""

import subprocess
from pathlib import Path

from circle_cli.session.file import read_session
from circle_cli.session.record import Session

FORMS = "Start time,What went well?,Ward\n12/03/2026,We listened to Bea for an hour.,North\n13/03/2026,Short,South\n"


def there(log: Path) -> dict[str, Session]:
    """Give the sessions of a log by their titles."""
    found = (read_session(path) for path in sorted(log.glob("sessions/2*/*.md")))
    return {each.title: each for each in found}


def commits(log: Path) -> list[str]:
    """Give the subjects of a log's commits, the newest first."""
    told = subprocess.run(["git", "-C", log, "log", "--format=%s"], capture_output=True, check=True, text=True)
    return told.stdout.splitlines()
