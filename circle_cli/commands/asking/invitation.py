"""The invitation to a planned session: a text to paste, and a file for a calendar. No person is named in it."""

from datetime import time
from pathlib import Path

from circle_cli.commands.edge import now, result, say
from circle_cli.commands.folders import forget_invitation, hide_from_git, invitations
from circle_cli.days import in_words
from circle_cli.errors import CircleError
from circle_cli.guidance.records import ModePage
from circle_cli.interview.script.before.appointing import from_to
from circle_cli.interview.terminal.wrapping import wrapped
from circle_cli.log.durable import replace_anywhere
from circle_cli.log.folder import Log
from circle_cli.session.record import Plan, Session
from circle_cli.vocabulary import Mode, Role

_TITLE = "Practice learning circle"
_HOUR = 60
_FREE = "You are free to take part, or to say no."
_INVOLVED = (
    "Ask me whatever you would like to know first: who else will be there, what will be written down. What would you "
    "like to do: tell it, add something, only listen? You are free to say no, and to change your mind, without a "
    "reason. If you would rather not come, you could send a few words."
)


def invite(log: Log, session: Session, page: ModePage) -> None:
    """Say what to send to those who are to come, and where it is kept; where it cannot be, the text is on the screen.

    It lies in the log's own `.circle`, out of git's sight and for its owner alone: it is made anew from the plan.
    """
    text = invitation_text(session, page)
    result("\nAn invitation to send, as it is or in your own words. It names nobody, unless the place does:\n")
    for line in (part for each in text.split("\n") for part in wrapped(each, less=len("  ")) or [""]):
        result(f"  {line}".rstrip())
    name = session.event.id if session.event else session.id
    contents = {".txt": f"{text}\n".encode()} | ({} if session.is_undated else {".ics": _calendar(session, page, text)})
    forget_invitation(log, name)  # with the day that was, where there is none now
    result("")
    for ending, content in contents.items():
        try:
            path = _kept(log, f"{name}{ending}", content)
        except (OSError, CircleError) as error:
            say(f"It could not be kept as a file: {error}")
            return
        result("For a calendar, to attach or to open:" if ending == ".ics" else "The text:")
        result(f"  {path}")


def invitation_text(session: Session, page: ModePage) -> str:
    """Say what it is, when and where, and that people may say no; nobody's name, nor what it will be about."""
    plan = session.plan or Plan()
    when = "not settled yet" if session.is_undated else in_words(session.date)
    hours = from_to(plan.at or "", str(plan.minutes or "")).rstrip(".").lower() or plan.at or ""
    lines = [
        "You are invited to a practice learning circle: together we look at something that went well, and at what "
        "there is to learn from it.",
        "",
        f"When: {', '.join(part for part in (when, hours) if part)}",
        f"Where: {plan.place or 'not settled yet'}",
        "",
    ]
    if session.mode is Mode.COLLABORATIVE:
        return "\n".join((*lines, _INVOLVED))
    about = f"It takes {page.minutes} minutes at most, and there is little to prepare. " if page.minutes else ""
    brings = "" if session.roles.get(Role.PRESENTER) else _BRINGS
    return "\n".join((*lines, f"{about}{brings}{_FREE}"))


_BRINGS = (
    "Would you like to bring something? It can be a success of your own, whole or part, or something that was good to "
    "learn from. Tell me, or leave it for the day. "
)


def _calendar(session: Session, page: ModePage, text: str) -> bytes:
    from circle_cli.log.reading.ics import Invitation, draw_invitation

    plan = session.plan or Plan()
    return draw_invitation(
        Invitation(
            uid=session.event.id if session.event else session.id,
            day=session.date,
            at=time.fromisoformat(plan.at) if plan.at else None,
            minutes=plan.minutes or page.minutes or _HOUR,
            place=plan.place or "",
            title=_TITLE,
            text=text,
        ),
        now(),
    )


def _kept(log: Log, name: str, content: bytes) -> Path:
    path = invitations(log) / name
    hide_from_git(path.parent)
    before = path.read_bytes() if path.is_file() else None
    replace_anywhere(path, content, before)
    return path
