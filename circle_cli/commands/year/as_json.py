"""A year as JSON. Pure."""

from typing import Any

from circle_cli.evidence.contents import YearSeen
from circle_cli.session.record import Session


def as_json(seen: YearSeen) -> dict[str, Any]:
    """Give it as one document."""
    return {
        "year": seen.year.name,
        "first": seen.year.first.isoformat(),
        "last": seen.year.last.isoformat(),
        "days_left": seen.days_left,
        "kinds": {str(mode): count for mode, count in seen.kinds.items()},
        "sessions": [_session(each) for each in seen.sessions],
        "planned": [_session(each) for each in seen.ahead],
        "learnt": [{"session": each.session.id, "text": each.text} for each in seen.learnt],
        "actions": [
            {
                "session": each.session.id,
                "number": each.action.id,
                "what": each.action.what,
                "by": each.action.by and each.action.by.isoformat(),
                "done": each.action.done and each.action.done.isoformat(),
                "note": each.action.note,
            }
            for each in seen.actions
        ],
        "sparks": [
            {"date": each.day.isoformat(), "spark": each.text, "sessions": list(each.sessions)} for each in seen.sparks
        ],
        "frameworks": [
            {
                "framework": each.framework.id,
                "title": each.framework.title,
                "edition": each.framework.edition,
                "spoken_to": [
                    {"statement": statement, "sessions": [one.id for one in those]}
                    for statement, those in each.by_statement.items()
                ],
                "not_yet": [statement.id for statement in each.not_yet],
            }
            for each in seen.spoken
        ],
        "quiet_months": [f"{year}-{month:02}" for year, month in seen.quiet],
        "made": [{"session": each.session.id, "with_peer": each.with_peer} for each in seen.made],
        "pieces": [{"session": each.session.id, "why": list(each.why)} for each in seen.pieces],
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "title": session.title,
        "date": session.date.isoformat(),
        "mode": str(session.mode),
        "status": str(session.status),
        "themes": list(session.themes),
    }
