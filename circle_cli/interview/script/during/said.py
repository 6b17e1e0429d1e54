"""What somebody has said already in an answer: sentences like a learning point, steps with a day or a name. Pure.

They are offered, to be ticked; whatever is not seen here can be typed all the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from circle_cli import days

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_BULLET = re.compile(r"^[\s*•·>–-]+|^\s*\d{1,2}[.)]\s+")
_LEAD = re.compile(
    r"^(?:and |but |so )?(?:i(?:'ve| have)? (?:think|feel|know|believe|learnt|learned|realise|realised|found|saw)"
    r"|it (?:taught|showed|shows|reminded) me|what i (?:take|took) away is|the main (?:point|thing) is)"
    r"(?:,| now)?(?: that\b)?[:,]?\s*",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST, _MOST = 3, 30, 6
"""How many words a sentence has that can stand alone, and how many sentences are offered."""

_THEN = r"^(?:(?:and|then|next|so|first),? )*"
_I_WILL = re.compile(
    _THEN + r"(?:i|we)(?: will|['’]ll| shall| am going to| are going to| plan to| want to| mean to| need to| have to)"
    r"(?: also| now| then| try to)? ",
    re.IGNORECASE,
)
_WHO_WILL = re.compile(
    r"^(?P<who>(?!(?:I|We|It|That|This|There|They|He|She|You|Who)\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r" (?:will|is going to|has offered to)(?: also| now| then)? "
)
_DOING = frozenset(
    "add agree arrange ask attend begin book bring build call chase check complete contact discuss draft email "
    "explain fill find finish follow gather get give go help hold invite keep learn leave let listen look make meet "
    "message note offer open organise phone plan practise prepare print propose put raise read record refer remember "
    "report review ring save say see send set share show speak start stay suggest take talk tell text thank think try "
    "update use visit wait write".split()
)
_SOMETIMES = frozenset("may march sat sun today the".split())
_BEFORE_A_DAY = re.compile(r"[\s,;(–-]*(?:\b(?:by|on|before|from|until|for)\s*)?$", re.IGNORECASE)
_DAY_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something to do: what, who does it where somebody is named, and by which day where there is one.

    `meant` where somebody says that it will be done, and does not just name it.
    """

    what: str
    meant: bool = False
    who: str = ""
    by: date | None = None

    def in_words(self) -> str:
        """Say it in a line."""
        whose = f"{self.who}: " if self.who else ""
        return f"{whose}{self.what}" + (f", by {days.in_words(self.by)}" if self.by else "")


def points_in(text: str) -> tuple[str, ...]:
    """Give the sentences that could be told to a colleague as they are; a question is none."""
    found = (_LEAD.sub("", sentence) for sentence in _sentences(text) if not sentence.endswith("?"))
    able = (point for point in found if _SHORTEST <= len(point.split()) <= _LONGEST)
    return tuple(dict.fromkeys(point[:1].upper() + point[1:] for point in able))[:_MOST]


def steps_in(text: str, today: date) -> tuple[Step, ...]:
    """Give the sentences that read like a step: with a day, with somebody who will, or beginning with what to do."""
    return tuple(dict.fromkeys(step for sentence in _sentences(text) if (step := _step(sentence, today))))[:_MOST]


def _sentences(text: str) -> Iterator[str]:
    for found in _SENTENCE.findall(text):
        sentence = " ".join(_BULLET.sub("", found).split())
        if sentence:
            yield sentence


def _step(sentence: str, today: date) -> Step | None:
    if sentence.endswith("?"):
        return None
    what, by = _without_day(sentence.rstrip(".!"), today)
    what = _LEAD.sub("", what)
    will = _I_WILL.match(what) or _WHO_WILL.match(what)
    who = will.groupdict().get("who", "") if will else ""
    what = what[will.end() :] if will else what
    words = what.split()
    if not 1 < len(words) <= _LONGEST or not (will or by or words[0].lower().strip(",") in _DOING):
        return None
    return Step(what=what[:1].upper() + what[1:], meant=bool(will), who=who, by=by)


def _without_day(sentence: str, today: date) -> tuple[str, date | None]:
    """Take the day out of a sentence: the longest run of words that is one."""
    words = sentence.split()
    for length in range(_DAY_WORDS, 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            day = days.read_day(run.strip(",;:()"), today) if _may_be_a_day(run) else None
            if day and day >= today:
                before = _BEFORE_A_DAY.sub("", " ".join(words[:start]))
                return " ".join(filter(None, (before, *words[start + length :]))).strip(" ,;"), day
    return sentence, None


def _may_be_a_day(run: str) -> bool:
    """Leave out a number alone, and words that only sometimes are a day."""
    return bool(re.search(r"[^\W\d]|\d[-/]\d", run)) and run.lower() not in _SOMETIMES
