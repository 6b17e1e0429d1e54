"""From what was asked after a session to its record, and back: a section with a heading for each part. Pure."""

import re
from dataclasses import replace
from datetime import date

from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.following import PARTS, FollowUp
from circle_cli.session.record import ActionPoint, Session, Status

_HEADING = re.compile(r"^### (.+)$", re.MULTILINE)


def compose_follow_up(follow_up: FollowUp, answers: Answers, base: Session) -> Session:
    """Put the follow-up into `base`: its section, what became of the actions, and the status."""
    said = {part: (answers.get(f"follow-up/{part}") or "").strip("\n") for part in PARTS}
    said["sharing"] = "\n".join(dict.fromkeys(part for part in (said["sharing"], _sharing(answers)) if part))
    if not said["manager"] and answers.get("follow-up/tell") == "ask":
        said["manager"] = "The presenter will be asked first."
    kept = [said_before for said_before in [decompose_follow_up(base).get("follow-up/other")] if said_before]
    parts = [*kept, *(f"### {heading}\n\n{said[part]}" for part, heading in PARTS.items() if said[part].strip())]
    section = {"follow-up": "\n\n".join(parts)} if parts else {}
    return replace(
        base,
        status=Status.FOLLOWED_UP,
        answers={**base.answers, **section},
        action_points=tuple(_became(action, answers, follow_up.today) for action in base.action_points),
    )


def _sharing(answers: Answers) -> str:
    ways, who = answers.get("follow-up/ways") or "", answers.get("follow-up/who-shares") or ""
    return "\n".join(part for part in (ways and f"{ways[0].upper()}{ways[1:]}.", who) if part)


def _became(action: ActionPoint, answers: Answers, today: date) -> ActionPoint:
    key = f"action/{action.id}"
    became, note, by = (answers.get(f"{key}/{part}") for part in ("became", "note", "by"))
    if became == "let-go":
        note = f"Let go. {note}" if note else "Let go."
    return replace(
        action,
        done=today if became in ("done", "let-go") else action.done,
        by=date.fromisoformat(by) if became == "open" and by else action.by,
        note=note or action.note,
    )


def decompose_follow_up(session: Session) -> dict[str, str | None]:
    """Give the parts that a follow-up has written already; words of another origin are `follow-up/other`."""
    text = session.answers.get("follow-up", "")
    names = {heading: part for part, heading in PARTS.items()}
    pieces = _HEADING.split(text)
    answers: dict[str, str | None] = {}
    other = [pieces[0].strip("\n")] if pieces[0].strip() else []
    for heading, words in zip(pieces[1::2], pieces[2::2], strict=True):
        part = names.get(heading.strip())
        if part and f"follow-up/{part}" not in answers:
            answers[f"follow-up/{part}"] = words.strip("\n")
        else:
            other.append(f"### {heading}{words.rstrip()}")
    if other:
        answers["follow-up/other"] = "\n\n".join(other)
    return answers
