"""The closing round: what each has seen, how the session was, what each takes away. Pure.

It matters most of all, so nobody passes it by without a word.
Source: guidance/recording-sheet.md and guidance/roles/encourager.md.
"""

from collections.abc import Iterator

from circle_cli.guidance.records import Running
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.together import (
    BETWEEN,
    CLOSING,
    FEEDBACK,
    FEEDBACK_FROM,
    OBSERVATIONS,
    ON,
    PRACTICE,
    QUESTIONING,
    SHARING,
    TAKEAWAYS,
)
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.people import EVERYONE, known_as, reading_names
from circle_cli.interview.script.prompts import Prompt, choice, line, several
from circle_cli.vocabulary import Role

_FEEDBACK = {
    "positive": "What was good about the session?",
    "even_better": "What would have made it better still?",
    "will_use": "What will you do with what you have learnt?",
}
_URGED = "One sentence is plenty. If there really is nothing to add, just go on."
_WHY = "This is what people remember longest, so there is time kept for it."


def closing_round(running: Running, company: Company, answers: Answers) -> Iterator[Prompt]:
    """Give the prompts of the closing round, for everybody who takes part."""
    yield choice(CLOSING.key, "The closing round", (ON, "Let us begin"), remark=running.closing, default=ON)
    for number, name in enumerate(tellers(company)):
        for kind in kinds(name, company):
            urged = (_URGED if number else f"{_WHY} {_URGED}") if kind == PRACTICE else ""
            yield _observation(name, kind, company, urged)
    yield from _feedback(company, answers)
    for number, name in enumerate(_everybody(company)):
        yield line(
            TAKEAWAYS.of(name).key,
            f"{name}: what do you take away, or what will you do?",
            remark=("One thing, for your own practice. Enter to leave it out.",) if not number else (),
        )


def tellers(company: Company) -> tuple[str, ...]:
    """Give who tells what they saw: the facilitator shows the way, then the encouragers, then all but the presenter."""
    others = (name for role, names in company.roles.items() if role != Role.PRESENTER for name in names)
    order = (company.facilitator, *company.roles.get(Role.ENCOURAGER, ()), *others)
    return tuple(dict.fromkeys(name for name in order if name and name not in company.presenters))


def kinds(name: str, company: Company) -> tuple[str, ...]:
    """Give what somebody is asked to have noticed: encouragers and facilitator all three, the others the practice.

    Where nobody but the questioner is there to encourage, all are asked: somebody has to say what was well asked.
    """
    encouragers = [each for each in company.roles.get(Role.ENCOURAGER, ()) if each not in company.questioners]
    if encouragers and name not in (company.facilitator, *encouragers):
        return (PRACTICE,)
    return (PRACTICE, SHARING) if name in company.questioners else (PRACTICE, QUESTIONING, SHARING)


def told_to(kind: str, text: str, company: Company) -> tuple[str, str]:
    """Give to whom an observation is told, and its words; a name and a colon may come first."""
    name, colon, words = text.partition(":")
    found = _addressed(kind, name, company) if colon and words.strip() else None
    if found:
        return found, words.strip()
    if kind == SHARING:
        return EVERYONE, text
    role, names = (Role.PRESENTER, company.presenters) if kind == PRACTICE else (Role.QUESTIONER, company.questioners)
    return (names[0] if len(names) == 1 else role), text


def _addressed(kind: str, name: str, company: Company) -> str | None:
    """Find whom an observation names; only where it may be for anybody is the beginning of a name enough."""
    exact = [each for each in (*company.people, EVERYONE, *Role) if each.casefold() == name.strip().casefold()]
    return exact[0] if exact else known_as(name, company.people) if kind == SHARING else None


def told_apart(kind: str, text: str, company: Company) -> tuple[str, ...]:
    """Give the observations in a line: a new one begins where somebody else is named."""
    parts: list[str] = []
    for piece in text.split(BETWEEN):
        name, colon, _ = piece.partition(":")
        if parts and not (colon and _addressed(kind, name, company)):
            parts[-1] += BETWEEN + piece
        else:
            parts.append(piece)
    return tuple(parts)


def _observation(name: str, kind: str, company: Company, urged: str) -> Prompt:
    presenter = " and ".join(company.presenters) or "the presenter"
    questioner = " and ".join(company.questioners) or "the questioner"
    ask = {
        PRACTICE: f"{name}: one good thing that you saw in {presenter}'s practice",
        QUESTIONING: f"{name}: something good in how {questioner} asked",
        SHARING: f"{name}: something good in how people shared what they know",
    }
    remark = {
        PRACTICE: "As exact as you can: what was done, and what did it do?",
        QUESTIONING: "Which question opened something up?",
        SHARING: "For one person, put the name and a colon first. Enter goes on.",
    }
    return line(
        OBSERVATIONS[kind].of(name).key,
        ask[kind],
        remark=(remark[kind],),
        urged=urged,
    )


def _feedback(company: Company, answers: Answers) -> Iterator[Prompt]:
    people = _everybody(company)
    yield several(
        FEEDBACK_FROM.key,
        "Who would like to say something about the session itself?",
        *((name, name) for name in people),
        remark=("What was good, what would make it better still, what the learning will be used for.",),
        reading=reading_names(people),
    )
    chosen = [name for typed in FEEDBACK_FROM.value(answers) if (name := known_as(typed, people))]
    for name in dict.fromkeys(chosen):
        for part, ask in _FEEDBACK.items():
            yield line(FEEDBACK[part].of(name).key, f"{name}: {ask[0].lower()}{ask[1:]}", remark=("Enter goes on.",))


def _everybody(company: Company) -> tuple[str, ...]:
    outside = [company.facilitator] if company.facilitator and company.facilitator not in company.people else []
    return (*company.people, *outside)
