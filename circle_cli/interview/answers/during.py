"""The answers of an interview, whoever takes part in it. Pure."""

from circle_cli.ids import QUESTIONS, SECTIONS
from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.first import TITLE_KEY
from circle_cli.interview.answers.listed import AnswerList
from circle_cli.interview.answers.notation import (
    BODY,
    CHOSEN,
    DAY,
    LIST,
    NUMBER,
    SENTENCES,
    TEXT,
    TIDY,
    YES_OR_NO,
    Notation,
    one_of,
    optional,
)
from circle_cli.interview.answers.typed import MATTERS_BY_NUMBER, NOBODY, SCORES_IN_A_LINE, WHO_AND_WHERE
from circle_cli.session.record import ActionPoint, CastEntry, FrameworkLink, LearningPoint, Score
from circle_cli.vocabulary import Role, Scope, Setting, View


def _read_score(text: str) -> tuple[int, str]:
    score, _, asked = text.partition(" ")
    return int(score), asked


def _write_score(value: tuple[int, str]) -> str:
    score, asked = value
    return f"{score} {asked}" if asked else str(score)


def _scores_alike(one: str, other: str) -> bool:
    (score, _, asked), (other_score, _, other_asked) = one.partition(" "), other.partition(" ")
    return score == other_score and (asked == other_asked or not (asked and other_asked))


SCORE = Notation(_read_score, _write_score, alike=_scores_alike)
"""A score and, behind it, the question that was asked where it was one of somebody's own: `8 How safe?`."""

STATEMENT = optional(lambda text: text.removeprefix("§"), lambda statement: f"§{statement}")
"""A statement's id, which may be a number, behind a mark: among options, numbers are places in the list."""

TITLE = Answer(TITLE_KEY, TEXT, field="title", stays=True)
SECTION = {name: Answer(name, BODY) for name in SECTIONS}
NOTES = SECTION["notes"]
OWN_QUESTION = AnswerForEach("own/{}", BODY)
"""An answer to a question that a log has beside the eight, by its id."""


def section(name: str) -> Answer[str]:
    """Give the answer that becomes a section of the file, ours or that of an own question."""
    return SECTION.get(name) or OWN_QUESTION.of(name)


SCALING = {
    question: AnswerList(
        f"scaling/{question}",
        Score,
        {
            "score": Answer("score", SCORE),
            "by": Answer("by", TEXT, usual=Role.PRESENTER),
            "view": Answer("view", one_of(View)),
        },
    )
    for question in QUESTIONS
}
SCALES = {question: Answer(f"scales/{question}", SCORES_IN_A_LINE) for question in QUESTIONS}
"""Scores as they are typed, all in a line; a session's file has them beside those of `SCALING`."""

RAISED = Answer("safeguarding/raised", YES_OR_NO)
RAISED_ON = Answer("safeguarding/on", DAY)
SAFETY_STEP = Answer("safeguarding/action", TEXT)
"""What of a safety worry has to go into the actions; a session's file has it among those of `ACTION_POINTS`."""

LEARNING_POINTS = AnswerList(
    "learning-points",
    LearningPoint,
    {
        "text": Answer("text", TEXT),
        "scope": Answer("scope", one_of(Scope), asked_again=True),
        "matters": Answer("matters", NUMBER),
    },
    field="learning_points",
    numbered=True,
)
MATTERS = Answer("how-much-points-matter", MATTERS_BY_NUMBER)
"""How much each of the points matters, as it is typed, all in a line; a session's file has it with each of them."""

ACTION_POINTS = AnswerList(
    "action-points",
    ActionPoint,
    {
        "what": Answer("what", TEXT),
        "who": Answer("who", TEXT),
        "by": Answer("by", DAY),
        "tracked_by": Answer("tracked-by", TEXT),
    },
    field="action_points",
    numbered=True,
)
SAID = {
    name: Answer(f"said/{name}", LIST, unrecorded="it says which sentences of an answer are asked about next")
    for name in ("learning-points", "action-points")
}
"""Sentences that stand in an answer already and were ticked, by their numbers: `said 2`."""

_CHANGES = "what it changes is an answer that is there already"
CHANGED = Answer("changed/which", CHOSEN, unrecorded=_CHANGES)
CHANGED_TEXT = Answer("changed/text", BODY, unrecorded=_CHANGES)

THEMES = Answer("themes", LIST)
SETTING = Answer("setting", one_of(Setting), field="setting", stays=True)
FRAMEWORKS = AnswerList(
    "frameworks",
    FrameworkLink,
    {
        "framework": Answer("framework", TEXT),
        "statement": Answer("statement", STATEMENT),
        "how": Answer("how", TEXT),
    },
    needs=("statement",),
    field="frameworks",
)
OUTCOMES = Answer("learning-outcomes", SENTENCES)
"""Learning outcomes beside those that the session's file has already."""

CAST = AnswerList(
    "cast",
    CastEntry,
    {"name": Answer("name", TIDY), "also": Answer("also", LIST), "say": Answer("say", TEXT)},
    field="cast",
    none=NOBODY,
)
STORY = Answer("people-and-places", WHO_AND_WHERE)
"""Who and where else is in the story, all in a line; a session's file has them beside those of `CAST`."""

DURING: tuple[Declared, ...] = (
    TITLE,
    *SECTION.values(),
    OWN_QUESTION,
    *SCALING.values(),
    *SCALES.values(),
    RAISED,
    RAISED_ON,
    SAFETY_STEP,
    LEARNING_POINTS,
    MATTERS,
    ACTION_POINTS,
    *SAID.values(),
    CHANGED,
    CHANGED_TEXT,
    THEMES,
    SETTING,
    FRAMEWORKS,
    OUTCOMES,
    CAST,
    STORY,
)


def in_their_places(answers: Answers) -> dict[str, str | None]:
    """Give the answers with what was said of others put where these stand, so that it goes wherever they go."""
    which, text = CHANGED.text(answers), CHANGED_TEXT.text(answers)
    changed: dict[str, str | None] = {section(which).key: text} if which and text else {}
    there = LEARNING_POINTS.numbers(answers)
    for number, score in MATTERS.value(answers).items():
        if number in there:
            changed |= LEARNING_POINTS.keyed(number, {"matters": str(score)})
    return {key: text for key, text in {**answers, **changed}.items() if key != MATTERS.key}
