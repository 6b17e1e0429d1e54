"""A proposal made by a script: its parts and decisions from a file, as the answers that a person would give."""

from circle_cli.fields import Fields
from circle_cli.front_matter.reading import read
from circle_cli.guidance.records import Guidance
from circle_cli.interview.answers.answer import Answer, Answers
from circle_cli.points.record import LONGEST_PART, LONGEST_TITLE, PARTS
from circle_cli.share.proposing.answers import (
    FINDING,
    KEEP,
    NOTHING,
    POINT_PARTS,
    POINT_TITLE,
    REASON,
    REWORD,
    REWORDING,
    about,
    taking,
)
from circle_cli.share.proposing.facets import KEPT_AS_THEMES, MOST_CHOSEN, QUESTIONS, SETTING
from circle_cli.share.proposing.settling import FindIdentifiers, Resolution, replace_cast
from circle_cli.vocabulary import Setting


def read_sharing(text: str, where: str, guidance: Guidance, check: FindIdentifiers) -> dict[str, str | None]:
    """Read what a person would answer, and give the answers.

    The keys are `title`, the five parts, `themes`, `concerns`, `conditions`, `setting`, `questions`, `replace` and
    `explained`; only the title and the parts have to be there.
    `replace` holds mappings of `words` and `instead`, `explained` of `words` and `reason`.

    Raises:
        CircleError: something is missing, unknown or too long; line and key are named.
    """
    keys = Fields(read(text, where))
    typed = {POINT_TITLE: _short(keys, "title", LONGEST_TITLE)}
    typed |= {POINT_PARTS[key]: _short(keys, key, LONGEST_PART) for key in PARTS}
    resolutions = [*(keys.records("replace", _replaced) or ()), *(keys.records("explained", _explained) or ())]
    answers: dict[str, str | None] = {part.key: replace_cast(text, check)[0] for part, text in typed.items()}
    for answer in KEPT_AS_THEMES:
        answers |= answer.given(_only(keys, answer.key, [theme.id for theme in guidance.theme_lists[answer.key]]))
    answers |= QUESTIONS.given(_only(keys, "questions", [question.id for question in guidance.questions]))
    answers |= SETTING.given(keys.optional_one_of("setting", Setting))
    keys.nothing_more()
    for part in typed:
        answers |= _decided(part, part.text(answers), resolutions)
    return answers


def _short(keys: Fields, key: str, longest: int) -> str:
    text = keys.text(key)
    if len(text) > longest:
        raise keys.problem(key, f"has {len(text)} characters; at most {longest} are read")
    return text


def _only(keys: Fields, key: str, known: list[str]) -> tuple[str, ...]:
    chosen = keys.texts(key)
    strange = [each for each in chosen if each not in known]
    if strange or len(chosen) > MOST_CHOSEN:
        do = f"use up to {MOST_CHOSEN} of: {', '.join(known)}"
        if strange:
            raise keys.problem(key, "… is not known", do=do, words=", ".join(strange))
        raise keys.problem(key, f"more than {MOST_CHOSEN}", do=do)
    return chosen


def _replaced(keys: Fields) -> tuple[str, Resolution]:
    made = (keys.text("words"), Resolution(instead=keys.optional_text("instead") or ""))
    keys.nothing_more()
    return made


def _explained(keys: Fields) -> tuple[str, Resolution]:
    made = (keys.text("words"), Resolution(reason=keys.text("reason")))
    keys.nothing_more()
    return made


def _decided(part: Answer[str | None], text: str, resolutions: list[tuple[str, Resolution]]) -> Answers:
    """Give the decisions for one part."""
    answers: dict[str, str | None] = {}
    for words, resolution in resolutions:
        finding, rewording, reason = (about(each, part, text, words) for each in (FINDING, REWORDING, REASON))
        if resolution.reason:
            answers |= finding.given(KEEP) | reason.given(resolution.reason)
        elif resolution.instead:
            answers |= finding.given(taking(resolution.instead))
        else:
            answers |= finding.given(REWORD) | rewording.given(NOTHING)
    return answers
