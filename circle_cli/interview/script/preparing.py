"""What is settled before a session, whichever way the circle will be used. Pure.

Source: the guide's considerations for each way to use the circle; its page on preparing was not available to us.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from circle_cli.guidance.records import Guidance, Question
from circle_cli.guidance.records import Mode as ModePage
from circle_cli.interview.script.answers import Answers, items
from circle_cli.interview.script.company import (
    Company,
    alone_or_with,
    company_of,
    facilitator_prompt,
    read_minutes,
    who_does_what,
)
from circle_cli.interview.script.dates import ask_day
from circle_cli.interview.script.dealing import Turns
from circle_cli.interview.script.first import TITLE
from circle_cli.interview.script.people import names_in, read_people, reading_names
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line, writing
from circle_cli.interview.script.splitting import into_groups
from circle_cli.session.record import Mode

FOCUSES = {
    "event": "An event: something that happened",
    "person": "A person you work with",
    "family": "A family you work with",
    "theme": "A theme",
    "research": "A piece of research",
    "interaction": "An interaction, such as one conversation",
}
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?")
_SPECIFIC = "Nobody's name is needed: “the young person”, “her daughter”, “a colleague” will do."


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What is asked to prepare a session; `mode` where it is settled already, `groups` where their number is.

    `one_group` is for a group of a training event that is prepared again, on its own.
    """

    guidance: Guidance
    today: date
    mode: Mode | None = None
    groups: int | None = None
    one_group: bool = False
    turns: Turns = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """None of the eight: they belong to the session."""
        return ()

    def company(self, answers: Answers) -> Company | None:
        """Nobody is in the room yet."""
        return None

    def recalled(self, question: Question) -> tuple[str, ...]:
        """Nothing was said yet."""
        return ()

    def chosen(self, answers: Answers) -> Mode | None:
        """Give the way to use the circle that was chosen, None while it is open."""
        said = answers.get("mode-suggested") if answers.get("mode") == "help" else answers.get("mode")
        return self.mode or (Mode(said) if said in list(Mode) else None)

    def draw_up(self, answers: Answers) -> tuple[Prompt, ...]:
        """Draw up every prompt that these answers lead to."""
        return tuple(_script(self, answers))


def _script(preparation: Preparation, answers: Answers) -> Iterator[Prompt]:
    if preparation.mode is None:
        yield from _which_mode(preparation.guidance, answers)
    mode = preparation.chosen(answers)
    if mode is None:
        return
    page = next(page for page in preparation.guidance.modes if page.id == mode)
    yield choice("considered", f"{page.title}: what to bear in mind", ("on", "Go on"), remark=page.considerations)
    yield TITLE
    yield writing("situation", "The practice situation", remark=_situation(mode))
    yield choice("focus", "What will you look at?", *((each, FOCUSES[each]) for each in page.focus))
    yield from _when(page, preparation.today, answers)
    if mode is Mode.INDIVIDUAL:
        yield from alone_or_with(answers)
    elif mode is Mode.TRAINING and not preparation.one_group:
        yield from _training(preparation, answers)
    else:
        yield from _others(preparation, mode, answers)
    yield from _gathered(answers)
    for check in page.readiness:
        must = ("This has to be settled before the session begins: it is there to protect people.",)
        yield choice(
            f"ready/{check.id}",
            check.check,
            ("yes", "Yes"),
            ("no", "Not yet"),
            remark=must if check.required and mode is Mode.COLLABORATIVE else (),
        )


def _which_mode(guidance: Guidance, answers: Answers) -> Iterator[Prompt]:
    modes = tuple((page.id, f"{page.title}. {page.summary}") for page in guidance.modes)
    yield choice(
        "mode",
        "How will you use the circle?",
        *modes,
        ("help", "Three short questions, to find the one that fits"),
        needed="Please choose one; the last helps you to find it.",
    )
    if answers.get("mode") != "help":
        return
    yield choice(
        "choose/people",
        "How many of you will there be?",
        ("one", "Just me, or one other person and me"),
        ("some", "One group: a team, or some of it"),
        ("many", "More than one group at the same time"),
        needed="Please choose one.",
    )
    yield choice(
        "choose/involved",
        "Will people take part who were involved in the situation: a family, a carer, other services?",
        ("yes", "Yes"),
        ("no", "No"),
        needed="Please choose one.",
    )
    yield choice(
        "choose/learning",
        "Is it a training day, or group supervision led by a trainer or educator?",
        ("yes", "Yes"),
        ("no", "No"),
        needed="Please choose one.",
    )
    if not all(answers.get(f"choose/{part}") for part in ("people", "involved", "learning")):
        return
    fits = suggested(answers)
    page = next(page for page in guidance.modes if page.id == fits)
    yield choice("mode-suggested", f"This seems to fit: {page.title}. {page.summary}", *modes, default=fits)


def suggested(answers: Answers) -> Mode:
    """Give the way to use the circle that fits the three answers."""
    if answers.get("choose/involved") == "yes":
        return Mode.COLLABORATIVE
    if answers.get("choose/people") == "many" or answers.get("choose/learning") == "yes":
        return Mode.TRAINING
    return Mode.GROUP if answers.get("choose/people") == "some" else Mode.INDIVIDUAL


def _situation(mode: Mode) -> tuple[str, ...]:
    agreed = ("The one that was agreed beforehand with the manager, or managers, it concerns.",)
    own = (
        "A few words, if it is known already. Let whoever presents choose it: a success of their own, or part of one.",
    )
    return (*(agreed if mode is Mode.COLLABORATIVE else own), "Without names. It can be left for the day.")


def _when(page: ModePage, today: date, answers: Answers) -> Iterator[Prompt]:
    remark = ("Such as next Friday, 1 Dec or 2026-12-01. Enter for today.",)
    yield ask_day("date", "Which day?", today, remark=remark, default="today")
    yield line(
        "at", "At what time does it begin?", remark=("Such as 14:00. Enter to leave it open.",), reading=read_time
    )
    usual = f"Usually {page.minutes} at most, with ten kept for the closing round." if page.minutes else "As you like."
    yield line(
        "minutes",
        "How long, in minutes?",
        remark=(f"{usual} Enter goes on.",),
        prefill=str(page.minutes or ""),
        reading=read_minutes,
        echo=lambda said: _until(answers, said),
    )


def read_time(said: str) -> str:
    """Read a time of day: `14:00`, `2pm`, `9.30`.

    Raises:
        Misread: it is none.
    """
    found = _TIME.fullmatch(said.strip().lower())
    hour = int(found[1]) if found else 24
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0) if 1 <= hour <= 12 else 24
    if not found or hour > 23 or int(found[2] or 0) > 59:
        raise Misread(f"I could not read “{said}” as a time of day. You could write 14:00, or 2pm.")
    return f"{hour:02}:{int(found[2] or 0):02}"


def _until(answers: Answers, minutes: str) -> str:
    """Say from when to when it goes, past midnight too."""
    if not answers.get("at") or not minutes:
        return ""
    start = datetime.combine(date.min, time.fromisoformat(answers["at"] or ""))
    end = start + timedelta(minutes=int(minutes))
    return f"From {start:%H:%M} to {end:%H:%M}{', the next day' if end.day > start.day else ''}."


def _others(preparation: Preparation, mode: Mode, answers: Answers) -> Iterator[Prompt]:
    yield line(
        "people",
        "Who is coming?",
        remark=("First names are enough, with commas between. Invite key people too, where it helps.",),
        reading=read_people,
    )
    people = names_in(answers.get("people"))
    yield facilitator_prompt(mode, people)
    if not people:
        return
    everybody = company_of(mode, answers, preparation.turns).people
    yield line(
        "presenting",
        "Who presents?",
        remark=("Whoever would like to bring a success of their own, whole or part. Enter to leave it to the turn.",),
        reading=reading_names(everybody, most=1),
    )
    yield from who_does_what(preparation.guidance.roles, mode, answers, preparation.turns)


def _training(preparation: Preparation, answers: Answers) -> Iterator[Prompt]:
    yield facilitator_prompt(Mode.TRAINING, ())
    yield line(
        "people",
        "Who is coming?",
        remark=("Everybody, of all the groups, with commas between; without whoever is in charge of the whole.",),
        reading=read_people,
        needed="Please type who is coming, so that they can be split into groups.",
    )
    people = names_in(answers.get("people"))
    if people:
        yield from into_groups(people, preparation.groups, answers)


def _gathered(answers: Answers) -> Iterator[Prompt]:
    for stem in items("gathered", "by", answers):
        first = stem.endswith("/1")
        yield line(
            f"{stem}/by",
            "Has anybody said what they thought of it?" if first else "Anybody else?",
            remark=("A child, an adult or family, colleagues: whose view is it?", f"{_SPECIFIC} Enter goes on.")
            if first
            else ("Enter goes on.",),
        )
        if answers.get(f"{stem}/by"):
            yield writing(
                f"{stem}/text", f"What did they say? ({answers[f'{stem}/by']})", remark=("In their own words.",)
            )
