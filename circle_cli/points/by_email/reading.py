"""What an e-mail answers that a learning point's page began: found by our own words, wherever a program broke lines.

A reply repeats the letter behind signs, a mail program wraps it, somebody writes above it or signs below. Our sentences
are found all the same, and what stands between them is the answer. All else that somebody typed is given beside it, so
that nobody takes it for lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from circle_cli.aloud.words import typed_id
from circle_cli.errors import CircleError, Place
from circle_cli.points.by_email.letters import (
    BETTER,
    BOXES,
    DIFFERED,
    HOW,
    ITS_WORDS,
    OWN,
    REMINDER,
    THANKS,
    WORDING,
    Letter,
)
from circle_cli.vocabulary import Outcome

_QUOTE = re.compile(r"(?m)^(?:[ \t]*[>|])+ ?")
_ENDS = re.compile(
    r"(?im)^-- ?$|^_{5,}$|^-{3,} ?(?:original message|forwarded message)[^\n]*$|^on [^\n]{5,120}\bwrote:$"
    r"|^[* ]*(?:from|von)[* ]*:[^\n]*\n(?:[* ]*(?:sent|date|to|cc|subject|importance|reply-to)[* ]*:[^\n]*\n?)+"
)
"""Where a letter is over, if its last words were taken out: a signature, or an earlier message and who wrote it."""

_OURS = re.compile(r"(?i)^hello,?$|^i\s+tried\s+[“\"].*[”\"]\.$|^this\s+is\s+about\s+[“\"].*[”\"]\.$|^[-_*]+$")
_MARKS, _NOT_MARKS = "xX✓✔☒☑", frozenset(("", "-", "–", "no", "n", "0", ".", "_"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an e-mail says of a learning point: how it went and what differed, or other words; `beside` is the rest."""

    letter: Letter
    point: str | None = None
    revision: int | None = None
    outcome: Outcome | None = None
    words: str = ""
    beside: tuple[str, ...] = ()


def read_answer(text: str, where: str) -> Answer:
    """Read what was answered.

    Raises:
        CircleError: it is none of our letters, or one that shares something of its own.
    """
    text = without_quotes(text)
    found = _found(text)
    names = {name for _, _, name in found}
    if not names & {DIFFERED, BETTER, HOW}:
        raise _other(text, where)
    letter = Letter.BETTER if BETTER in names and not names & {DIFFERED, HOW} else Letter.TRIED
    asked = BETTER if letter is Letter.BETTER else DIFFERED
    answers = [(start, end, words) for start, end, words in _answers(text, found, asked) if words]
    point, revision, known = _known(text)
    taken = [*((start, end) for start, end, _ in found), *((start, end) for start, end, _ in answers[:1]), *known]
    return Answer(
        letter=letter,
        point=point,
        revision=revision,
        outcome=_outcome(text) if letter is Letter.TRIED else None,
        words=answers[0][2] if answers else "",
        beside=tuple(_beside(text, taken)),
    )


def _other(text: str, where: str) -> CircleError:
    if any(re.search(flexible(each), text, re.IGNORECASE) for each in OWN):
        do = "circle import FILE makes a session of it, and circle reflect --from takes a file that was attached"
        return CircleError("this e-mail shares something new, and is no report", where=Place(where), do=do)
    do = "type what it says: circle tried POINT"
    return CircleError("none of the e-mails that a learning point’s page begins", where=Place(where), do=do)


def without_quotes(text: str) -> str:
    """Take out the signs behind which a reply repeats a letter."""
    return _QUOTE.sub("", text)


def flexible(sentence: str) -> str:
    """Give a pattern for a sentence, wherever its lines are broken and whichever quotation marks it has by now."""
    return r"[\s*]+".join(re.escape(word).replace("’", "['’]") for word in sentence.split())


def _box(outcome: Outcome) -> str:
    last = r"(?!\s+in\s+part)" if outcome is Outcome.WORKED else ""
    brackets = rf"(?P<before>[{_MARKS}])?[ \t]*[\[(](?P<in>[^\[\]()\n]{{0,8}})[\])]\s*"
    return rf"{brackets}{flexible(BOXES[outcome])}{last}(?P<after>[ \t]*[{_MARKS}](?!\w))?"


def _found(text: str) -> list[tuple[int, int, str]]:
    """Find our own sentences, in their order."""
    found = [
        (each.start(), each.end(), sentence)
        for sentence in (HOW, DIFFERED, BETTER, REMINDER, *THANKS)
        for each in re.finditer(flexible(sentence), text, re.IGNORECASE)
    ]
    found += [
        (each.start(), each.end(), outcome) for outcome in Outcome for each in re.finditer(_box(outcome), text, re.I)
    ]
    found += [(each.start(), each.end(), "") for each in _ENDS.finditer(text)]
    return sorted(found)


def _answers(text: str, found: Sequence[tuple[int, int, str]], asked: str) -> Iterator[tuple[int, int, str]]:
    """Give what stands behind each of our questions, up to our next words."""
    for place, (_, end, name) in enumerate(found):
        if name == asked:
            until = found[place + 1][0] if place + 1 < len(found) else len(text)
            yield end, until, " ".join(text[end:until].split()).lstrip("* ")


def _outcome(text: str) -> Outcome | None:
    """Give the one that has a mark, or the one that was left where the others were taken out."""
    boxes = {outcome: [*re.finditer(_box(outcome), text, re.IGNORECASE)] for outcome in Outcome}
    marked = [outcome for outcome, each in boxes.items() if any(map(_is_marked, each))]
    left = [outcome for outcome, each in boxes.items() if each]
    if len(marked) == 1:
        return marked[0]
    return left[0] if not marked and len(left) == 1 else None


def _is_marked(box: re.Match[str]) -> bool:
    return bool(box["before"] or box["after"]) or box["in"].strip().casefold() not in _NOT_MARKS


def _known(text: str) -> tuple[str | None, int | None, list[tuple[int, int]]]:
    """Give the learning point and the wording that the letter names, and where it does."""
    pattern = (
        rf"(?i){flexible(ITS_WORDS)}\s*(?P<words>[a-z]+(?:[\s-]+[a-z]+){{3}})\s*,\s*{WORDING}\s+(?P<number>\d{{1,2}})"
    )
    found = [*re.finditer(pattern, text)]
    if not found:
        return None, None, []
    return typed_id(found[0]["words"]), int(found[0]["number"]), [each.span() for each in found]


def _beside(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Give the lines that somebody typed elsewhere than where we asked."""
    letters = list(text)
    for start, end in taken:
        letters[start:end] = ["\n" if letter == "\n" else "" for letter in letters[start:end]]
    for line in "".join(letters).split("\n"):
        said = " ".join(line.split())
        if said and not _OURS.match(said):
            yield said
