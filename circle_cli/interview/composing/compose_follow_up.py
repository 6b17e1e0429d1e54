"""From what was asked after a session to its record, and back: a section with a heading for each part. Pure."""

import re
from dataclasses import replace
from datetime import date

from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.following import ASK, FOLLOW_UP_PARTS, FollowUp
from circle_cli.session.record import ActionPoint, Session
from circle_cli.vocabulary import Status

_ASK_FIRST = "The presenter will be asked first."
"""What stands where the note to a manager will be; then that is asked for again."""

_HEADING = re.compile(r"^### (.+)$", re.MULTILINE)


def compose_follow_up(follow_up: FollowUp, answers: Answers, base: Session) -> Session:
    """Put the follow-up into `base`: its section, what became of the actions, and the status."""
    before = decompose_follow_up(base)
    said = {part: (answers.get(f"follow-up/{part}") or "").strip("\n") for part in FOLLOW_UP_PARTS}
    said["sharing"] = _joined(said["sharing"], _sharing(answers))
    tell = answers.get("follow-up/tell")
    asked_first = _ASK_FIRST in base.answers.get("follow-up", "").splitlines()
    if not said["manager"] and (tell == ASK or (not tell and asked_first)):
        said["manager"] = _ASK_FIRST
    other = before.get("follow-up/other")
    parts = [
        *([other] if other else []),
        *(f"### {FOLLOW_UP_PARTS[part]}\n\n{text}" for part, text in said.items() if text),
    ]
    section = {"follow-up": "\n\n".join(parts)} if parts else {}
    return replace(
        base,
        status=Status.FOLLOWED_UP,
        answers={**base.answers, **section},
        action_points=tuple(_became(action, answers, follow_up.today) for action in base.action_points),
    )


def _joined(before: str, now: str) -> str:
    """Put lines below those that are there, unless they are among them."""
    there = before.splitlines()
    return "\n".join((*there, *(line for line in now.splitlines() if line not in there)))


def _sharing(answers: Answers) -> str:
    ways, who = answers.get("follow-up/ways") or "", answers.get("follow-up/who-shares") or ""
    return "\n".join(part for part in (ways and f"{ways[0].upper()}{ways[1:]}.", who) if part)


def _became(action: ActionPoint, answers: Answers, today: date) -> ActionPoint:
    key = f"action/{action.id}"
    became, note, by = (answers.get(f"{key}/{part}") for part in ("became", "note", "by"))
    if became == "let-go":
        note = f"Let go: {note}" if note else "Let go."
    return replace(
        action,
        done=action.done or (today if became in ("done", "let-go") else None),
        by=date.fromisoformat(by) if became == "open" and by else action.by,
        note=action.noted(note or ""),
    )


def decompose_follow_up(session: Session) -> dict[str, str | None]:
    """Give the parts that a follow-up has written already; words of another origin are `follow-up/other`."""
    names = {heading: part for part, heading in FOLLOW_UP_PARTS.items()}
    before, *pieces = _HEADING.split(session.answers.get("follow-up", ""))
    other = [before.strip("\n")] if before.strip() else []
    parts: dict[str, str] = {}
    for heading, words in zip(pieces[::2], pieces[1::2], strict=True):
        part, text = names.get(heading.strip()), words.strip("\n")
        if part is None or not text.strip():
            other.append(f"### {heading}{words.rstrip()}")
        else:
            parts[part] = f"{parts[part]}\n\n{text}" if part in parts else text
    if parts.get("manager") == _ASK_FIRST:
        del parts["manager"]
    answers: dict[str, str | None] = {f"follow-up/{part}": text for part, text in parts.items()}
    if "manager" in parts:
        answers["follow-up/tell"] = "yes"
    if other:
        answers["follow-up/other"] = "\n\n".join(other)
    return answers
