"""Who has had which role in the sessions of a log, so that turns go round."""

from circle_cli.log.entries.sessions import FoundSession
from circle_cli.session.people import folded


def turns(sessions: list[FoundSession]) -> dict[str, dict[str, int]]:
    """Count, for each person by their name (case folded), how often they had each role."""
    had: dict[str, dict[str, int]] = {}
    for found in sessions:
        for role, names in found.session.roles.items():
            for name in names:
                person = had.setdefault(folded(name), {})
                person[role] = person.get(role, 0) + 1
    return had
