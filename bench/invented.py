"""A learning log of invented sessions, the same at every run: words strung together, nobody meant."""

import random
from datetime import date, timedelta
from pathlib import Path

from circle_cli.ids import ALPHABET, QUESTIONS
from circle_cli.session.file import render_session
from circle_cli.session.record import ActionPoint, CastEntry, LearningPoint, Session
from circle_cli.vocabulary import Mode, Scope, Setting, Status

NEEDLE = "quixotically"
"""A word that stands in NEEDLES of the sessions and nowhere else."""

NEEDLES = 7
HALF = "tangentially"
"""A word that stands in every second session."""

OPEN = 40
"""Of the actions, one in each session, so many are not done yet: those of the newest sessions."""

_WORDS = (
    "we talked about the visit and the plan because the family wanted to be heard and the meeting was calm with time "
    "for questions her brother made tea while his neighbour waited outside the school had written a note that helped "
    "it was a small step towards trust and the team noticed how the young person began to choose what mattered most"
).split()

_SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu".split()


def fill(log: Path, count: int) -> None:
    """Write `count` sessions of about 250 words into a log's folder."""
    chance = random.Random(20261123)  # noqa: S311  # invented text, nothing secret
    first = date(2020, 1, 1)
    ids: set[str] = set()
    for number in range(count):
        day = first + timedelta(days=number * 2400 // count)
        session_id = _new_id(chance, day, ids)
        answers = {name: _text(chance, 30) for name in QUESTIONS}
        if number % (count // NEEDLES) == 3 and number // (count // NEEDLES) < NEEDLES:
            answers["theory"] += f" {NEEDLE}"
        answers["influence"] += f" {HALF}" if number % 2 else ""
        session = Session(
            id=session_id,
            title=_text(chance, 4),
            date=day,
            mode=Mode.INDIVIDUAL,
            status=Status.RECORDED,
            setting=chance.choice(list(Setting)),
            themes=("relationships",),
            cast=(CastEntry(name=_name(number), say="the young person"),),
            learning_points=(LearningPoint(id=1, text=_text(chance, 12), scope=Scope.GENERAL),),
            action_points=(_action(chance, day, done=number < count - OPEN),),
            answers=answers,
        )
        path = log / "sessions" / session_id[:4] / f"{session_id}-{'-'.join(session.title.split())}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_session(session, {}), encoding="utf-8", newline="\n")


def _action(chance: random.Random, day: date, *, done: bool) -> ActionPoint:
    by = day + timedelta(days=28)
    return ActionPoint(id=1, what=_text(chance, 8), who="Sam", by=by, tracked_by="Jo", done=by if done else None)


def _name(number: int) -> str:
    """Make up a name that stands in no text."""
    count = len(_SYLLABLES)
    return f"Robin {''.join(_SYLLABLES[number // count**place % count] for place in range(4)).title()}"


def _new_id(chance: random.Random, day: date, ids: set[str]) -> str:
    while True:
        made = f"{day.isoformat()}-{''.join(chance.choices(ALPHABET, k=4))}"
        if made not in ids:
            ids.add(made)
            return made


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))
