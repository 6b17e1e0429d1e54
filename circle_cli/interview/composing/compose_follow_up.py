"""From what was asked after a session to its record, and back: a section with a heading for each part. Pure."""

from dataclasses import replace
from datetime import date

from circle_cli.interview.answers.after import (
    ACTION_NOTE,
    ASK,
    BECAME,
    DONE,
    FOLLOW_UP,
    LET_GO,
    NEW_DAY,
    OPEN,
    OTHER,
    TELL,
    WAYS,
    WHO_SHARES,
)
from circle_cli.interview.answers.answer import Answers, Declared, nothing_more
from circle_cli.interview.answers.notation import YES
from circle_cli.interview.script.following import FollowUp
from circle_cli.session.body import FOLLOW_UP_PARTS, FOLLOW_UP_SECTION, followed_up
from circle_cli.session.record import ActionPoint, Session
from circle_cli.vocabulary import Status

_ASK_FIRST = "The presenter will be asked first."
"""What stands where the note to a manager will be; then that is asked for again."""

TAKEN: tuple[Declared, ...] = (*FOLLOW_UP.values(), OTHER, TELL, WAYS, WHO_SHARES, BECAME, ACTION_NOTE, NEW_DAY)
"""The answers that become something of a follow-up."""


def compose_follow_up(follow_up: FollowUp, answers: Answers, base: Session) -> Session:
    """Put the follow-up into `base`: its section, what became of the actions, and the status."""
    nothing_more(answers, TAKEN)
    before = decompose_follow_up(base)
    texts = {part: answer.value(answers) for part, answer in FOLLOW_UP.items()}
    texts["sharing"] = _joined(texts["sharing"], _sharing(answers))
    tell = TELL.text(answers)
    asked_first = _ASK_FIRST in base.answers.get(FOLLOW_UP_SECTION, "").splitlines()
    if not texts["manager"] and (tell == ASK or (not tell and asked_first)):
        texts["manager"] = _ASK_FIRST
    other = OTHER.text(before)
    parts = [
        *([other] if other else []),
        *(f"### {FOLLOW_UP_PARTS[part]}\n\n{text}" for part, text in texts.items() if text),
    ]
    section = {FOLLOW_UP_SECTION: "\n\n".join(parts)} if parts else {}
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
    ways, who = WAYS.text(answers), WHO_SHARES.text(answers)
    return "\n".join(part for part in (ways and f"{ways[0].upper()}{ways[1:]}.", who) if part)


def _became(action: ActionPoint, answers: Answers, today: date) -> ActionPoint:
    became, note = (each.of(str(action.id)).text(answers) for each in (BECAME, ACTION_NOTE))
    day = NEW_DAY.of(str(action.id)).value(answers)
    if became == LET_GO:
        note = f"Let go: {note}" if note else "Let go."
    return replace(
        action,
        done=action.done or (today if became in (DONE, LET_GO) else None),
        by=day if became == OPEN and day else action.by,
        note=action.noted(note),
    )


def decompose_follow_up(session: Session) -> dict[str, str | None]:
    """Give the parts that a follow-up has written already; words of another origin are `follow-up/other`."""
    read, other = followed_up(session.answers)
    parts = dict(read)
    if parts.get("manager") == _ASK_FIRST:
        del parts["manager"]
    answers = {FOLLOW_UP[part].key: text for part, text in parts.items()}
    told = TELL.given(YES) if "manager" in parts else {}
    return {**answers, **told, **(OTHER.given(other) if other else {})}
