"""What is asked in the days after a session. Pure. Source: guidance/following-up.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from circle_cli.days import in_words
from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.after import (
    ACTION_NOTE,
    ASK,
    BECAME,
    DONE,
    FOLLOW_UP,
    LET_GO,
    NEW_DAY,
    OPEN,
    TELL,
    WAYS,
    WHO_SHARES,
)
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.notation import NO, YES
from circle_cli.interview.script.dates import ask_day
from circle_cli.interview.script.prompts import Prompt, choice, line, several, writing
from circle_cli.interview.script.script import Beside
from circle_cli.session.record import ActionPoint, Session
from circle_cli.vocabulary import Mode, Role

_WAYS = (
    ("team meeting", "At a team meeting"),
    ("newsletter", "In a newsletter or an email"),
    ("training lead", "With the training lead or practice educator"),
    ("learning point", "As a learning point that others can read, once it was checked and approved"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Beside):
    """What is asked of `session` after it."""

    guidance: Guidance
    session: Session
    today: date

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(follow_up: FollowUp, answers: Answers) -> Iterator[Prompt]:
    session = follow_up.session
    yield _part("looked-back", "Think back: how did the session go?", "What would you do again?")
    points = (f"- {point.text}" for point in session.learning_points)
    yield _part("summary", "Sum up the main learning, in two or three sentences", *points)
    yield _part("references", "Which theory and research came up, and where can it be found?", *_came_up(session))
    if session.mode is not Mode.INDIVIDUAL or session.roles.get(Role.QUESTIONER):
        yield from _for_the_presenter(session, answers)
    yield from _sharing(answers)
    for action in session.action_points:
        if action.done is None:
            yield from _action(action, follow_up.today, answers)


def _part(part: str, ask: str, *remark: str, prefill: str = "") -> Prompt:
    return writing(FOLLOW_UP[part].key, ask, remark=remark, prefill=prefill)


def _came_up(session: Session) -> Iterator[str]:
    """Recall what was said of theory and research: the first words of the answer, and the notes."""
    theory = session.answers.get("theory", "").strip()
    if theory:
        yield f"- {theory.splitlines()[0]}"
    for note in session.answers.get("notes", "").splitlines():
        if note.startswith(("- theory: ", "- research: ")):
            yield note
    yield "References help whoever wants to read on."


def _for_the_presenter(session: Session, answers: Answers) -> Iterator[Prompt]:
    yield _part(
        "reflections",
        "A few thoughts of your own for the presenter, if you like",
        "What did you value in what they brought? `circle takeaway` writes the page to give them.",
    )
    yield choice(
        TELL.key,
        "Would you like to tell the presenter's manager about the good work?",
        (YES, "Yes, and the presenter agrees"),
        (ASK, "I will ask the presenter first"),
        (NO, "No"),
        remark=("It can count at an appraisal; with none in sight, it still lifts the spirits to be well spoken of.",),
        left_open="Nothing is written for their manager.",
        guarded=True,
    )
    if TELL.text(answers) == YES:
        yield _part(
            "manager",
            "A note to their manager, to copy",
            "Change it as you like; nothing is sent from here.",
            prefill=note_to_manager(session),
        )


def note_to_manager(session: Session) -> str:
    """Draft a note on the presenter's good work, from what the others saw in it; the story stays out."""
    presenters = session.roles.get(Role.PRESENTER, ())
    name = " and ".join(presenters) or "your colleague"
    seen = [each.text for each in session.observations if each.to in (*presenters, Role.PRESENTER)]
    lines = [
        f"On {in_words(session.date)} {name} brought a piece of practice that went well to a learning circle.",
        *(["Colleagues told of what they had seen in it:", "", *(f"- {text}" for text in seen), ""] if seen else []),
        "I thought that you would like to know.",
    ]
    return "\n".join(lines)


def _sharing(answers: Answers) -> Iterator[Prompt]:
    so_far = FOLLOW_UP["sharing"].text(answers).splitlines()
    yield several(
        WAYS.key,
        "Could any of the learning, or of the actions, be useful to others? How will it be passed on?",
        *_WAYS,
        remark=(*(f"- So far: {each}" for each in so_far), "What is passed on is the idea, never the story."),
    )
    if WAYS.text(answers):
        yield line(WHO_SHARES.key, "What exactly, by whom and when?", remark=("Enter to leave it open.",))


def _action(action: ActionPoint, today: date, answers: Answers) -> Iterator[Prompt]:
    became = BECAME.of(str(action.id))
    about = ", ".join(part for part in (action.who, action.by and f"by {in_words(action.by)}") if part)
    yield choice(
        became.key,
        f"What became of this: {action.what}{f' ({about})' if about else ''}?",
        (DONE, "It is done"),
        (OPEN, "Still going on"),
        (LET_GO, "It was let go"),
        remark=(f"- So far: {action.note}",) if action.note else (),
        left_open="It stays among what is still to do.",
    )
    if became.text(answers) == OPEN:
        remark = ("Such as next Friday. Enter keeps the day agreed.",)
        yield ask_day(NEW_DAY.of(str(action.id)).key, "By when, now?", today, remark=remark)
    if became.text(answers):
        remark = ("“We tried it, and it did not fit here” is worth knowing as well. Enter goes on.",)
        yield line(ACTION_NOTE.of(str(action.id)).key, "What happened, in a line?", remark=remark)
