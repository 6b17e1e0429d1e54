"""Everyday words where the sheet asks for a day, or for one of a few things: understood, and said back.

Whatever had to be understood has a `meaning`, so that somebody can see what was made of it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from circle_cli.days import Years, in_words, read_date, read_day
from circle_cli.front_matter.located import Plain, Value
from circle_cli.vocabulary import Focus, Mode, Setting

_LONGEST = 200
"""In characters: nothing longer is a day, or one of a few things."""

_HOUR = r"\d{1,2}(?:[.:]\d{2})?"
_TIME = rf"(?:{_HOUR}\s?[ap]m|\d{{1,2}}:\d{{2}}|noon|midday|morning|lunchtime|afternoon|evening)"
_AT = re.compile(
    rf"(?:[\s,;(]|(?<=\d)t|^)(?:at |from |in the |@ ?)?(?:{_HOUR}(?:\s?[ap]m)?\s?(?:-|–|to|until)\s?)?{_TIME}\b\)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was written, as a value; what it was taken to mean, if that does not go without saying; and what is left."""

    value: Value
    meaning: str = ""
    left: str = ""

    def told(self, text: str) -> tuple[str, ...]:
        """Say what was made of it; nothing where that goes without saying."""
        return (f"“{' '.join(text.split())}” as {self.meaning}",) if self.meaning else ()


def session_day(text: str, today: date | None, planned: date | None) -> Understood | None:
    """Read the day of a session. Without its year: the one nearest to `planned`, else the last of that name."""
    near, years = (planned, Years.NEAREST) if planned else (today, Years.PAST)
    return _day(text, lambda said: read_date(said, near, years))


def day_from(text: str, session: date | None) -> Understood | None:
    """Read the day of something agreed at a session, as it was said there: `in two weeks` is seen from its day."""
    return _day(text, lambda said: read_day(said, session))


def _day(text: str, read: Callable[[str], date | None]) -> Understood | None:
    day, left = read(text), ""
    if day is None and len(text) <= _LONGEST and (time := _AT.search(text)):
        text, left = f"{text[: time.start()]} {text[time.end() :]}", time[0].strip(" ,;()\n")
        day = read(text)
    if day is None:
        return None
    return Understood(value=day, meaning="" if read_day(text) else in_words(day), left=left)


_NOT = {"not", "no", "without", "never", "nor", "instead"}
_WITH_FAMILY = ("family", "child", "children", "young person", "parent", "parents", "mum", "mother", "dad", "father",
                "carer", "carers", "adult", "person", "people", "service user", "service users", "client")  # fmt: skip
_MODES: dict[str, tuple[str, ...]] = {
    Mode.COLLABORATIVE: (
        "collaborative", "collaboratively", "with those involved", "those involved", "with everyone involved",
        "people involved", "family meeting", "family group conference", "family network meeting", "family present",
        "with family", "coproduction", "co production", "co produced",
        *(f"with {whose} {who}" for whose in ("the", "a", "her", "his", "their", "our") for who in _WITH_FAMILY),
    ),
    Mode.TRAINING: (
        "training", "group supervision", "supervision group", "supervision in a group", "workshop", "course",
        "study day", "learning day", "development day", "conference", "seminar", "induction", "cpd", "masterclass",
        "learning event", "lecture",
    ),
    Mode.GROUP: (
        "group", "groups", "team", "teams", "staff meeting", "practice meeting", "learning set", "huddle",
        "with colleagues", "colleagues", "peers", "peer support", "community of practice", "case discussion",
    ),
    Mode.INDIVIDUAL: (
        "individual", "individually", "alone", "on my own", "on your own", "on her own", "on his own", "by myself",
        "by yourself", "myself", "self", "solo", "just me", "only me", "one to one", "one on one", "1 to 1", "1 on 1",
        "1 1", "121", "1 2 1", "1to1", "one2one", "supervision", "supervisor", "my manager", "practice educator",
        "mentor", "mentoring", "coaching", "tutorial", "pair", "in pairs", "with a colleague", "with a peer",
        "two of us",
    ),
}  # fmt: skip
"""What people call the four ways to use the circle. Of several that are named the first here is meant."""

_SETTINGS: dict[str, tuple[str, ...]] = {
    Setting.CHILDREN: ("children", "childrens", "child", "children s", "kids", "young people", "families", "family"),
    Setting.ADULTS: ("adults", "adult", "adult s", "adults s", "older people"),
    Setting.BOTH: ("both", "all ages", "everyone", "everybody"),
}
_FOCUSES: dict[str, tuple[str, ...]] = {
    Focus.EVENT: ("event", "an event", "incident", "visit"),
    Focus.PERSON: ("person", "child", "adult", "man", "woman", "young person"),
    Focus.FAMILY: ("family",),
    Focus.THEME: ("theme", "topic"),
    Focus.RESEARCH: ("research", "article", "study", "theory"),
    Focus.INTERACTION: ("interaction", "conversation", "talk", "meeting"),
}


def mode_named(text: str, titles: Mapping[str, str]) -> Understood | None:
    """Read how the circle was used; `titles` are what the guidance calls the modes, by their ids."""
    found = _named(text, _MODES)
    if found == {Mode.GROUP, Mode.INDIVIDUAL}:  # which of the two? but `team supervision` is neither
        found = {Mode.TRAINING} if "supervision" in text.casefold() else set()
    mode = next((mode for mode in _MODES if mode in found), None)
    return None if mode is None else Understood(value=Plain(mode), meaning=f"“{titles.get(mode, mode)}”")


def setting_named(text: str) -> Understood | None:
    """Read whose services it was about."""
    found = _named(text, _SETTINGS)
    setting = Setting.BOTH if len(found) > 1 else next(iter(found), None)
    return None if setting is None else Understood(value=Plain(setting), meaning=f"“{setting}”")


def focus_named(text: str) -> Understood | None:
    """Read what it looked at."""
    found = _named(text, _FOCUSES)
    return Understood(value=Plain(focus := found.pop()), meaning=f"“{focus}”") if len(found) == 1 else None


def _named(text: str, words: Mapping[str, Iterable[str]]) -> set[str]:
    """Give what a text names, longer names first: a group supervision is neither a group nor a supervision."""
    if len(text) > _LONGEST:
        return set()
    left = " ".join(("", *re.findall(r"[^\W_]+", text.casefold()), ""))
    if _NOT & set(left.split()):
        return set()
    names = sorted(((name, which) for which, names in words.items() for name in names), key=lambda each: -len(each[0]))
    found = set()
    for name, which in names:
        if f" {name} " in left:
            left = left.replace(f" {name} ", " | ")
            found.add(which)
    return found
