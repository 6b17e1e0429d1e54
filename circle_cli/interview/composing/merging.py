"""Two versions of a session's answers brought together, so that neither is lost. Pure."""

from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.known import KNOWN
from circle_cli.interview.answers.listed import AnswerList

_LISTS = tuple(each for each in KNOWN if isinstance(each, AnswerList))


def merge(ours: Answers, start: Answers, theirs: Answers) -> dict[str, str | None]:
    """Bring together answers given here and a file that was changed meanwhile, both having begun at `start`.

    What only one side changed is as that side has it. Where both changed the same section, it holds both texts;
    where both changed or added the same item of a list (a learning point, say), both items are there.
    """
    merged = dict(theirs)
    for key, text in ours.items():
        declared, there, before = _declared(key), theirs.get(key), start.get(key)
        changed_there = bool(there) and there != before
        if isinstance(declared, AnswerList) or text == before or (changed_there and not (text or "").strip()):
            continue
        between = declared.notation.between if isinstance(declared, Answer | AnswerForEach) else ""
        both = between and text and changed_there
        merged[key] = _both(there or "", text or "", between) if both else text
    for each in _LISTS:
        for number in each.numbers(ours):
            merged |= _merged_item(each, number, ours, start, merged)
    return merged


def _declared(key: str) -> Declared | None:
    return next((each for each in KNOWN if each.takes(key)), None)


def _both(there: str, text: str, between: str) -> str:
    """Give two texts, or the longer where it holds all of the other."""
    ours, theirs = text.strip("\n"), there.strip("\n")
    if theirs in ours:
        return text
    return there if ours in theirs else f"{there}{between}{text}"


def _merged_item(
    answers: AnswerList, number: int, ours: Answers, start: Answers, merged: Answers
) -> dict[str, str | None]:
    mine, before, theirs = (answers.texts(number, each) for each in (ours, start, merged))
    if answers.alike(mine, before) or answers.alike(mine, theirs):
        return {}
    if any(theirs.values()) and not answers.alike(theirs, before) and not answers.is_none(theirs.get(answers.lead)):
        if answers.is_none(mine.get(answers.lead)) or not any(mine.values()):
            return {}
        number = max((*answers.numbers(ours), *answers.numbers(merged))) + 1
    return answers.keyed(number, mine)
