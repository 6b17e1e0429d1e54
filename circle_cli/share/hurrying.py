"""One more kind question to whoever answers for a long text within seconds: the same for all that somebody approves."""

from collections.abc import Callable, Iterable, Iterator

from circle_cli.interview.answers.answer import Answer
from circle_cli.interview.answers.notation import TEXT
from circle_cli.interview.script.prompts import Prompt, choice

HURRIED = Answer("hurried", TEXT, unrecorded="it says that a long text was read once more")
READ_IT = ("again", "before")
"""Its answers: either goes on, since it is asked kindly and not to examine anybody."""

LONG = 150
"""Words from which on a text is long."""

LONG_REPORT = 30
"""The same of what somebody says in a report, which has room for some fifty."""

Hurried = Callable[[int], bool]
"""Tells whether so many words were answered for too soon; the edge has the clock."""


def nobody_hurries(words: int) -> bool:
    """Stand for the clock where there is none."""
    return words < 0


def once_more(
    texts: Iterable[str], hurried: Hurried, *, long: int = LONG, enter: str = "leaves it open", left_open: str = ""
) -> Iterator[Prompt]:
    """Ask once more, if these texts are long and were answered for too soon; `left_open` says what Enter alone does."""
    words = sum(len(text.split()) for text in texts)
    if words >= long and hurried(words):
        yield asked_once_more(enter=enter, left_open=left_open)


def asked_once_more(*, enter: str = "leaves it open", left_open: str = "") -> Prompt:
    """Put the question."""
    again, before = READ_IT
    return choice(
        HURRIED.key,
        "That was quick, for so long a text. Would you read it once more, as somebody who lives next door?",
        (again, "I have read it once more, slowly"),
        (before, "I had read it slowly before"),
        remark=("Everybody is tired at times. A second look costs a minute, and nobody counts it.",),
        needed="" if left_open else "Nothing is approved yet. Please choose one; or pause, and read on tomorrow.",
        enter=enter,
        left_open=left_open,
        guarded=True,
    )
