"""From a session's record to the answers that it holds; `compose` goes the other way. Pure."""

from datetime import date

from circle_cli.interview.composing.compose_together import decompose_together
from circle_cli.interview.script.answers import NOBODY, STATEMENT
from circle_cli.session.record import Session
from circle_cli.vocabulary import Mode, Role


def decompose(session: Session) -> dict[str, str | None]:
    """Give the answers that a session holds; what it does not hold has no key and can be asked."""
    answers: dict[str, str | None] = {"title": session.title, **session.answers}
    if session.mode is not Mode.INDIVIDUAL:
        answers |= decompose_together(session)
    elif session.roles:
        answers["company"] = "with" if session.roles.get(Role.QUESTIONER) else "alone"
        answers |= {role: ", ".join(session.roles.get(role, ())) for role in (Role.PRESENTER, Role.QUESTIONER)}
    counts: dict[str, int] = {}
    for score in session.scaling:
        counts[score.question] = counts.get(score.question, 0) + 1
        stem = f"scaling/{score.question}/{counts[score.question]}"
        answers |= {f"{stem}/score": f"{score.score} {score.asked}", f"{stem}/by": score.by}
    for number, point in enumerate(session.learning_points, start=1):
        stem = f"learning-points/{number}"
        answers |= {f"{stem}/text": point.text, f"{stem}/scope": str(point.scope)}
    for number, action in enumerate(session.action_points, start=1):
        stem = f"action-points/{number}"
        answers |= {f"{stem}/what": action.what, f"{stem}/who": action.who, f"{stem}/by": _iso(action.by)}
        answers[f"{stem}/tracked-by"] = action.tracked_by
    for number, link in enumerate(session.frameworks, start=1):
        stem = f"frameworks/{number}"
        statement = f"{STATEMENT}{link.statement}"
        answers |= {f"{stem}/framework": link.framework, f"{stem}/statement": statement, f"{stem}/how": link.how}
    return answers | _closing_answers(session)


def _closing_answers(session: Session) -> dict[str, str | None]:
    answers: dict[str, str | None] = {}
    if session.cast is not None:
        answers["cast/1/name"] = NOBODY
    for number, entry in enumerate(session.cast or (), start=1):
        stem = f"cast/{number}"
        answers |= {f"{stem}/name": entry.name, f"{stem}/also": ", ".join(entry.also), f"{stem}/say": entry.say}
    if session.themes:
        answers["themes"] = ", ".join(session.themes)
    if session.setting:
        answers["setting"] = str(session.setting)
    if session.safeguarding:
        answers["safeguarding/raised"] = "yes" if session.safeguarding.raised else "no"
        answers["safeguarding/on"] = _iso(session.safeguarding.on)
    return answers


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
