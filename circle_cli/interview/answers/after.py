"""The answers by which a session is followed up. Pure."""

from circle_cli.interview.answers.answer import Answer, AnswerForEach, Declared
from circle_cli.interview.answers.notation import BODY, CHOSEN, DAY, TEXT
from circle_cli.session.body import FOLLOW_UP_PARTS

ASK = "ask"
"""Said where the presenter is asked first whether their manager may be told; it is asked again another time."""

DONE, OPEN, LET_GO = "done", "open", "let-go"

FOLLOW_UP = {part: Answer(f"follow-up/{part}", BODY) for part in FOLLOW_UP_PARTS}
OTHER = Answer("follow-up/other", BODY)
"""What stands in the section and has another origin; it is kept, and nobody is asked for it."""

TELL = Answer("follow-up/tell", CHOSEN)
WAYS = Answer("follow-up/ways", TEXT)
WHO_SHARES = Answer("follow-up/who-shares", TEXT)
BECAME = AnswerForEach("action/{}/became", CHOSEN)
"""What became of an action point, by its number."""

NEW_DAY = AnswerForEach("action/{}/by", DAY)
ACTION_NOTE = AnswerForEach("action/{}/note", TEXT)

AFTER: tuple[Declared, ...] = (
    *FOLLOW_UP.values(),
    OTHER,
    TELL,
    WAYS,
    WHO_SHARES,
    BECAME,
    NEW_DAY,
    ACTION_NOTE,
)
