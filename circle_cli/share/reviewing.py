"""What a second person is asked before anything is published: the text itself, and an intruder's five questions. Pure.

The reader sees neither the cast nor the session.
Source: the motivated intruder of the ICO's guidance on anonymisation (28 March 2025), done small.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answer, Answers, Declared, nothing_more
from circle_cli.interview.answers.notation import NO, TEXT, TIDY, YES, one_of
from circle_cli.interview.script.prompts import Prompt, choice, writing
from circle_cli.interview.script.script import Beside
from circle_cli.points.record import PARTS, LearningPoint
from circle_cli.share.hurrying import HURRIED, LONG, Hurried, asked_once_more, nobody_hurries, once_more
from circle_cli.share.noticing import Noticed
from circle_cli.share.proposal import INTRUDER, Reading, State
from circle_cli.share.proposing.answers import POINT_PARTS, POINT_TITLE
from circle_cli.share.proposing.script import reading_copy

READ = Answer("read", TEXT, unrecorded="it says that the text was read")
NOTED = Answer("noted", TEXT, unrecorded="it says that what the check pointed out was looked at")
INTRUDER_ANSWERS = {key: Answer(f"intruder/{key}", TEXT, usual="unsure") for key in INTRUDER}
DECISION = Answer("decision", one_of(State))
DECISION_UNSURE = Answer("decision/not sure", one_of(State))
"""The decision of somebody who was not sure of everything: as soon as that changes, it is made anew."""

COMMENT = Answer("comment", TIDY)
DIGEST = Answer("digest", TEXT, unrecorded="it says which text the reader has before them")

SEEN = Answer("seen", TEXT, unrecorded="it says how the whole proposal stood when the reading began")
CAME_FROM = Answer("came from", TEXT, unrecorded="it says how its author's session stood when the reading began")

_NOTED_BESIDE: tuple[Declared, ...] = (READ, NOTED, HURRIED, DIGEST, SEEN, CAME_FROM)
REVIEWING: tuple[Declared, ...] = (*_NOTED_BESIDE, *INTRUDER_ANSWERS.values(), DECISION, DECISION_UNSURE, COMMENT)

_QUESTIONS = {
    "who": "Could a relative, a neighbour, a colleague or a local reporter know who this is about?",
    "where": "Could they tell where it was?",
    "when": "Could they tell when it was?",
    "unique": "Is anything in it so unusual that it fits hardly anybody else?",
    "mind": "If the person it is about read this, might they mind?",
}
_INTRUDER_DOES = {
    "who": "Search the web for three of its words, in a browser of your own: {words}. Does a story come up?",
    "where": "Think of the name of your town beside these words: {words}. Would one street, school or ward be left?",
    "when": "Ask what the local paper wrote, and what people talked about: would one day or week come to mind?",
    "unique": "Of how many people in your area could the same be told? These words stand out: {words}.",
    "mind": "Read it as they would, and as their family would, knowing what they know.",
}
"""What somebody would do who wants to find out."""

_WORD = re.compile(r"[^\W\d_]{5,}")

_DECISIONS = {
    State.APPROVED: "Approve it: everyone may read it, word for word as it stands",
    State.RETURNED: "Return it to its author, with a comment",
    State.DECLINED: "Decline it: it is not published",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Beside):
    """What is asked about a learning point that is proposed; what was noticed in it was found on the reader's side."""

    guidance: Guidance
    point: LearningPoint
    noticed: Noticed
    hurried: Hurried = nobody_hurries

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(review: Review, answers: Answers) -> Iterator[Prompt]:
    point, noticed = review.point, review.noticed
    texts = {POINT_TITLE.key: point.title, **{POINT_PARTS[key].key: point.parts[key] for key in PARTS}}
    yield choice(
        READ.key,
        "This is what everyone would read",
        ("on", "I have read it, slowly"),
        remark=(*reading_copy(texts), "", *_filed_under(review), *(("", noticed.people) if noticed.people else ())),
        needed="Nothing is approved yet. Please read it first; then choose that you have.",
        guarded=True,
    )
    if noticed.notes:
        remark = ("They do not have to be wrong. Look at each, as somebody would who wants to find out.",)
        yield choice(
            NOTED.key,
            "What the check, and the author, point out",
            ("on", "I have looked at each"),
            remark=(*remark, *(f"- {each}" for each in noticed.notes)),
            needed="Nothing is approved yet. Please look at each first; then choose that you have.",
            guarded=True,
        )
    words = words_to_search(point, frozenset(_WORD.findall(str(review.guidance).casefold())))
    for key in INTRUDER:
        does = _INTRUDER_DOES[key].format(words=", ".join(f"“{each}”" for each in words))
        yield replace(intruders_question(key), remark=(does,) if words else ())
    yield from hurry((point.title, *point.parts.values()), review.hurried, answers)
    yield deciding(_DECISIONS, answers, noticed.obstacle)
    if decision_answer(answers).value(answers) in (State.RETURNED, State.DECLINED):
        yield replace(
            writing(COMMENT.key, "What would you like to say to its author?", remark=("What is good in it, too.",)),
            needed="A sentence helps the author to go on.",
        )


def words_to_search(point: LearningPoint, usual: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Pick three words by which somebody would search for the story: not usual here, said once, and long.

    What it rests on is told much alike everywhere, so none is taken from there.
    """
    texts = " ".join((point.title, *(point.parts[key] for key in PARTS if key != "rests-on")))
    counts: dict[str, int] = {}
    for found in _WORD.finditer(texts):
        counts[found[0].casefold()] = counts.get(found[0].casefold(), 0) + 1
    return tuple(sorted(counts, key=lambda word: (word in usual, counts[word] > 1, -len(word), word))[:3])


def hurry(texts: Iterable[str], hurried: Hurried, answers: Answers, long: int = LONG) -> Iterator[Prompt]:
    """Ask whoever was quick once more, as soon as all five are answered; what was asked stays asked."""
    if HURRIED.key in answers:
        yield asked_once_more()
    elif all(answer.key in answers for answer in INTRUDER_ANSWERS.values()):
        yield from once_more(texts, hurried, long=long)


def intruders_question(key: str) -> Prompt:
    """Put one of the five questions."""
    return choice(
        INTRUDER_ANSWERS[key].key,
        _QUESTIONS[key],
        (NO, "No"),
        (INTRUDER_ANSWERS[key].usual, "I am not sure"),
        (YES, "Yes"),
        needed="Nothing is said yet. Please choose one: these five questions are what keeps people safe.",
        guarded=True,
    )


def _filed_under(review: Review) -> Iterator[str]:
    """Say under what others will find it, in the words of the site."""
    guidance, point = review.guidance, review.point
    services = {"children": "children's", "adults": "adults'", "both": "children's and adults'"}[point.setting]
    if point.revision > 1:
        yield f"Wording {point.revision} of what others can read already; approved, it takes the place of that one."
    yield f"Services: {services}; year: {point.year}"
    headings = ("Themes", "Who it concerns", "How widely it fits")
    for heading, among in zip(headings, guidance.theme_lists.values(), strict=True):
        titles = [theme.title for theme in among if theme.id in point.themes]
        if titles:
            yield f"{heading}: {', '.join(titles)}"
    if others := [each for each in point.themes if each not in guidance.known_themes]:
        yield f"Themes of its author's own: {', '.join(others)}"
    yield f"Speaks to: {' / '.join(each.title for each in guidance.questions if each.id in point.questions)}"
    statements = {
        (framework.id, statement.id): f"{framework.short}, {statement.title}"
        for framework in guidance.frameworks
        for statement in framework.statements
    }
    for link in point.frameworks:
        yield f"Framework: {statements.get((link.framework, link.statement), f'{link.framework} {link.statement}')}"


def in_words(answers: Answers, comment_begun: str = "") -> str:
    """Tell a reading that could not be used, so that nothing of it is lost."""
    decision = decision_answer(answers).value(answers)
    given = {key: answers.get(answer.key) for key, answer in INTRUDER_ANSWERS.items()}
    answered = [f"{_QUESTIONS[key]} {text}" for key, text in given.items() if text]
    decided = [f"Decision: {_DECISIONS[decision]}"] if decision else []
    comment = COMMENT.value(answers) or comment_begun
    return "\n".join([*answered, *decided, *(["", comment] if comment else [])])


def _is_safe(answers: Answers, asked: Collection[str]) -> bool:
    return all(INTRUDER_ANSWERS[key].text(answers) == NO for key in asked)


def decision_answer(answers: Answers, asked: Collection[str] = INTRUDER) -> Answer[State | None]:
    """Give the answer that says what was decided, after these of the intruder's questions."""
    return DECISION if _is_safe(answers, asked) else DECISION_UNSURE


def deciding(
    decisions: Mapping[State, str], answers: Answers, obstacle: str, asked: Collection[str] = INTRUDER
) -> Prompt:
    """Ask what is to become of it; what somebody could be recognised by cannot be approved."""
    unsure = (
        "" if _is_safe(answers, asked) else "You were not sure of everything, so it cannot be approved as it stands."
    )
    why = tuple(each for each in (unsure, obstacle) if each)
    allowed = [state for state in decisions if not why or state is not State.APPROVED]
    return choice(
        decision_answer(answers, asked).key,
        "What shall become of it?",
        *((str(state), decisions[state]) for state in allowed),
        remark=why,
        needed="Nothing is decided yet. Please choose one; or pause, and everything is kept.",
        guarded=True,
    )


def reading_of(answers: Answers, by: str, on: date, asked: Sequence[str] = INTRUDER) -> Reading:
    """Give what a reader, who was `asked` these questions, answered and decided."""
    nothing_more(answers, REVIEWING)
    return Reading(
        by=by,
        on=on,
        decision=_decided(answers, asked),
        answers=tuple((key, INTRUDER_ANSWERS[key].text(answers)) for key in asked),
        comment=COMMENT.value(answers) or None,
    )


def _decided(answers: Answers, asked: Collection[str]) -> State:
    """Give what a reader decided; without all answers nothing is approved."""
    state = decision_answer(answers, asked).value(answers) or State.RETURNED
    return State.RETURNED if state is State.APPROVED and not _is_safe(answers, asked) else state
