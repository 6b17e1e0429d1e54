"""`circle event`: what the groups of one training event found, gathered."""

import sys
from collections.abc import Sequence
from typing import Any

from circle_cli.commands.edge import Asked, columns, is_plain, result, result_json, say_left_out, text_width
from circle_cli.commands.kinds import log_for_sessions
from circle_cli.commands.reading.columns import Listed, beside
from circle_cli.commands.reading.session_lines import action_line, headed, learnt_line, list_items, paragraph, wrapped
from circle_cli.log.reading.events import Member, sessions_of_event
from circle_cli.session.file import session_as_json
from circle_cli.session.record import Session
from circle_cli.vocabulary import Role, Status

_IN = (Status.RECORDED, Status.FOLLOWED_UP)
_LINES, _LETTERS = 3, 300
"""So much of an answer is shown; `circle show` has it whole."""


def show_event(asked: Asked, short: str, *, as_json: bool) -> None:
    """Show what each group found, then their learning points side by side, and what they will do."""
    members = sessions_of_event(log_for_sessions(asked), short, say_left_out)
    if as_json:
        result_json(_as_json(members))
        return
    at_window = sys.stdout is not None and sys.stdout.isatty() and not is_plain(asked)
    for line in event_lines(members, text_width(), columns() - 1 if at_window else 0):
        result(line)


def event_lines(members: Sequence[Member], width: int, wide: int) -> list[str]:
    """Set the event out. Learning points stand side by side where they fit into `wide` columns."""
    lines = [*headed(f"Training event {members[0][0].id}", width, "="), "", *paragraph(_who_is_in(members), width)]
    for event, found in members:
        lines += ["", *_group(event.group, found.session, width)]
    learnt = [
        (f"Group {event.group}", [learnt_line(point) for point in found.session.learning_points])
        for event, found in members
        if found.session.learning_points
    ]
    if learnt:
        lines += ["", *headed("Learning points", width), *(beside(learnt, wide) or _one_by_one(learnt, width))]
    actions = [
        f"Group {event.group}: {action_line(action)}"
        for event, found in members
        for action in found.session.action_points
    ]
    return [*lines, "", *headed("Actions", width), *list_items(actions, width)] if actions else lines


def _one_by_one(learnt: Sequence[Listed], width: int) -> list[str]:
    lines = [line for group, points in learnt for line in ("", group, *list_items(points, width))]
    return lines[1:]


def _who_is_in(members: Sequence[Member]) -> str:
    status_of = {event.group: member.session.status for event, member in members if member.session.status not in _IN}
    waiting = _waiting(members)
    if not waiting:
        return "The group is in." if _groups(members) == 1 else f"All of the {_groups(members)} groups are in."
    named = ", ".join(f"group {group} ({status_of.get(group, 'no session here')})" for group in waiting)
    return f"{_groups(members) - len(waiting)} of {_groups(members)} groups are in. Not in yet: {named}."


def _waiting(members: Sequence[Member]) -> list[int]:
    done = {event.group for event, found in members if found.session.status in _IN}
    return [group for group in range(1, _groups(members) + 1) if group not in done]


def _groups(members: Sequence[Member]) -> int:
    return max(max(event.group, event.groups) for event, _ in members)


def _group(number: int, session: Session, width: int) -> list[str]:
    presenters = ", ".join(session.roles.get(Role.PRESENTER, ()))
    about = (session.id, str(session.status), f"presented by {presenters}" if presenters else "")
    told = " · ".join(part for part in about if part)
    lines = [*headed(f"Group {number}: {session.title}", width), *paragraph(told, width)]
    for name, answer in (("What worked", "what-worked"), ("What there is to learn", "learning")):
        if beginning := _first_lines(session.answers.get(answer, "")):
            lines += wrapped(f"{name}: {beginning}", width)
    return lines


def _first_lines(text: str) -> str:
    """Give the beginning of an answer: no more than its first paragraph."""
    first = "\n".join(text.strip().split("\n\n")[0].split("\n")[:_LINES])
    if len(first) <= _LETTERS:
        return first
    cut = first.rfind(" ", 0, _LETTERS)
    cut = cut if cut > 0 else first.find(" ", _LETTERS)  # one word is longer than all that is shown
    return f"{first[:cut]} ..." if cut > 0 else first


def _as_json(members: Sequence[Member]) -> dict[str, Any]:
    sessions = []
    for event, found in members:
        whole = session_as_json(found.session)
        sessions.append(
            {
                "group": event.group,
                **{key: whole[key] for key in ("id", "title", "date", "status")},
                "presenter": list(found.session.roles.get(Role.PRESENTER, ())),
                "what_worked": _first_lines(found.session.answers.get("what-worked", "")),
                "learning": _first_lines(found.session.answers.get("learning", "")),
                **{key: whole.get(key, []) for key in ("learning_points", "action_points")},
                "path": str(found.path),
            }
        )
    return {
        "id": members[0][0].id,
        "groups": _groups(members),
        "waiting": _waiting(members),
        "sessions": sessions,
    }
