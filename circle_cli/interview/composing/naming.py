"""A title taken from what somebody wrote, where they gave none. Pure."""

import re
from collections.abc import Callable

from circle_cli.ids import QUESTIONS
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import SECTION

_LONGEST = 60
_SENTENCE = re.compile(r"[^.!?\n]+")
_MARKS = re.compile(r"^[\s#>*+-]+|[\s,;:]+$")


def named_after(answers: Answers, is_quiet: Callable[[str], bool]) -> str:
    """Give the first sentence, or the beginning of it, by which nobody could be recognised; nothing if there is none.

    A title stands in the file's name and in lists that others may see over somebody's shoulder, so `is_quiet` tells
    whether the identifier check finds nothing in a text.
    """
    for name in ("situation", *QUESTIONS):
        for sentence in _SENTENCE.findall(SECTION[name].text(answers)):
            title = _clipped(_MARKS.sub("", sentence))
            if len(title.split()) > 1 and is_quiet(title):
                return title[:1].upper() + title[1:]
    return ""


def _clipped(sentence: str) -> str:
    """Give as many whole words as a title can have; three dots tell that there are more."""
    words = " ".join(sentence.split())
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:") + " …"
