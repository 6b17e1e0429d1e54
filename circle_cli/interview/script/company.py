"""Who is here, who leads, and who would like to bring something: asked before the eight questions. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from circle_cli.guidance.records import Guidance, Question
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.people import (
    ALONE,
    CHANGE,
    COMPANY,
    FACILITATOR,
    INSTEAD,
    PEOPLE,
    PRESENTER,
    PRESENTING,
    QUESTIONER,
    WITH_SOMEBODY,
    Roles,
    agreed_for,
    agreed_roles,
    names_for_role,
    names_in,
    opened_with,
)
from circle_cli.interview.script.dealing import Turns, deal
from circle_cli.interview.script.people import TOO_FEW, known_as, read_people, reading_names, refuse_number
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.vocabulary import Mode, Role

_SOMEBODY = "With others, somebody facilitates: plans, guides, sees that all take part."
_SEVERAL_GROUPS = "This is for several groups at the same time; one group by itself is a group session (--mode group)."
_BRINGS = (
    "Who would like to bring something?",
    ("A success of their own, whole or part, or something that was good to learn from.",),
)
_PRESENTS = {
    Mode.COLLABORATIVE: (
        "Who would like to tell it?",
        ("The situation is the one that was agreed with the managers. Ask those whose own life it is first.",),
    )
}
_LENGTH = re.compile(r"(?:(\d{1,2})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*(?:m(?:in(?:ute)?s?)?)?)?")


def alone_or_with(answers: Answers) -> Iterator[Prompt]:
    """Ask whether somebody will be on their own, or who asks the questions."""
    yield choice(
        COMPANY.key,
        "Are you on your own?",
        (ALONE, "On my own"),
        (WITH_SOMEBODY, "One to one, with somebody who asks the questions"),
    )
    yield from one_to_one(answers)


def one_to_one(answers: Answers) -> Iterator[Prompt]:
    """Ask, where somebody asks the questions, who the two are."""
    if COMPANY.text(answers) == WITH_SOMEBODY:
        remark = ("A first name is enough; Enter to leave it out.",)
        yield line(PRESENTER.key, "Whose practice is it?", remark=remark)
        yield line(QUESTIONER.key, "Who asks the questions?", remark=remark)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Those who take part, as far as the answers say."""

    people: tuple[str, ...]
    facilitator: str
    roles: Roles

    @property
    def presenters(self) -> tuple[str, ...]:
        """Whose practice it is."""
        return self.roles.get(Role.PRESENTER, ())

    @property
    def questioners(self) -> tuple[str, ...]:
        """Who asks."""
        return self.roles.get(Role.QUESTIONER, ())

    def turn(self, question: Question) -> str:
        """Say whose turn it is at a question."""
        asks = " and ".join(self.questioners) or self.facilitator or "The questioner"
        tells = " and ".join(self.presenters) or "the presenter"
        writes = " and ".join(self.roles.get(Role.RECORDER, ()))
        who = f"{asks} asks everyone, and all of you answer" if question.everyone else f"{asks} asks, {tells} tells"
        return f"{who}; {writes} writes." if writes else f"{who}."

    def role_of(self, name: str) -> str:
        """Give the id of a person's first role; empty for a facilitator who has none."""
        return next((role for role, names in self.roles.items() if name in names), "")


def company_of(mode: Mode, answers: Answers, turns: Turns) -> Company:
    """Give who takes part, with the roles that were chosen, or those that would be proposed.

    Who presents is among those who said that they would like to, and otherwise open.
    """
    facilitator = FACILITATOR.value(answers) or ""
    people = list(PEOPLE.value(answers))
    same = known_as(facilitator, people) if facilitator else None
    if facilitator and same is None and mode is not Mode.TRAINING:
        people.append(facilitator)
    facilitator = same or facilitator
    presenter = presenter_among(people, answers)
    roles = _chosen(people, presenter, answers)
    if roles is None and len(people) > 1:
        roles = deal(people, facilitator, mode, turns, presenter, _agreed(answers))
    return Company(people=tuple(people), facilitator=facilitator, roles=roles or {})


def presenter_among(people: Sequence[str], answers: Answers) -> str:
    """Give who of these people said that they would like to present; nothing while that is open."""
    return known_as(PRESENTING.text(answers), people) or known_as(INSTEAD.text(answers), people) or ""


def _agreed(answers: Answers) -> Roles:
    """Give the roles that were agreed last, before somebody else came or could not come."""
    agreed = list(agreed_for(answers))
    return (_chosen(*agreed[-1], answers) if agreed else None) or {}


def _chosen(people: Sequence[str], presenter: str, answers: Answers) -> Roles | None:
    opened, agreed = opened_with(people, presenter), agreed_roles(people, presenter)
    said = opened if opened.text(answers) else agreed
    if said.text(answers) != CHANGE:
        return said.value(answers) if said.text(answers) else None
    holders = {role: names_for_role(role, people, presenter).value(answers) for role in Role}
    here = {role: tuple(name for name in names if name in people) for role, names in holders.items()}
    return {role: names for role, names in here.items() if names} or None


def proposed_company(mode: Mode, answers: Answers, turns: Turns) -> Company:
    """Give who takes part, with the roles that are proposed to them, whatever they have chosen."""
    people = company_of(mode, answers, turns).people
    presenter = presenter_among(people, answers)
    chosen = (opened_with(people, presenter).key, agreed_roles(people, presenter).key)
    return company_of(mode, {**answers, **dict.fromkeys(chosen)}, turns)


def who_is_here(
    guidance: Guidance, mode: Mode, answers: Answers, turns: Turns, expected: Sequence[str]
) -> Iterator[Prompt]:
    """Ask who is here, who facilitates, and who would like to bring something."""
    page = guidance.page_of(mode)
    unprepared = ("Worth bearing in mind:", *(f"- {each}" for each in page.considerations)) if not expected else ()
    several = (_SEVERAL_GROUPS,) if mode is Mode.TRAINING and not expected else ()
    yield line(
        PEOPLE.key,
        "Who is here?",
        remark=(*unprepared, *several, "First names are enough, with commas between. Everybody will have a role."),
        prefill=", ".join(expected),
        reading=read_people,
        needed=TOO_FEW,
    )
    if not PEOPLE.text(answers):
        return
    yield facilitator_prompt(mode, PEOPLE.value(answers))
    yield from who_presents(mode, answers, turns, "Enter leaves it open.")


def who_presents(mode: Mode, answers: Answers, turns: Turns, open_until: str) -> Iterator[Prompt]:
    """Ask who would like to bring something, and once more where that person is not here; nobody is told to.

    With those involved, what is looked at was agreed, and who tells it is asked.
    """
    company = company_of(mode, answers, turns)
    ask, remark = _PRESENTS.get(mode, _BRINGS)
    prompt = line(
        PRESENTING.key,
        ask,
        remark=(*remark, open_until),
        reading=reading_names(company.people, most=1),
    )
    if PRESENTING.key in answers or not company.presenters:
        yield prompt
    named = PRESENTING.text(answers)
    if named and named != "nobody" and known_as(named, company.people) is None:
        yield replace(prompt, key=INSTEAD.key, remark=(f"{named} is not here.", *prompt.remark))


def facilitator_prompt(mode: Mode, people: Sequence[str], *, later: bool = False) -> Prompt:
    """Ask who facilitates: with others, somebody has to; while it is prepared, that can be settled `later`."""
    about = {
        Mode.COLLABORATIVE: "Somebody skilled, best with no part in the situation. They ask, and keep the bounds.",
        Mode.TRAINING: "Whoever is in charge of the whole; they need not be in this group.",
    }.get(mode, "Somebody who looks after the hour and the people in it; they may ask the questions too.")
    prompt = line(
        FACILITATOR.key,
        "Who facilitates?",
        remark=(f"{about} Enter leaves it open." if later else about,),
        reading=_reading_facilitator(people),
        needed="" if later else f"{_SOMEBODY} Please type who.",
    )
    return replace(prompt, left_open=f"{_SOMEBODY} It has to be settled before you begin.") if later else prompt


def _reading_facilitator(people: Sequence[str]) -> Callable[[str], str]:
    def read(typed: str) -> str:
        names = names_in(typed)
        if len(names) != 1:
            raise Misread("Please type one name: whoever leads the session. Two can share the work on the day.")
        refuse_number(names[0])
        return known_as(names[0], people) or names[0]

    return read


def read_minutes(typed: str) -> str:
    """Read a length of time in minutes: `60`, `60 minutes`, `1 hour`, `1h30`.

    Raises:
        Misread: it is none, or not between five minutes and a day.
    """
    found = _LENGTH.fullmatch(typed.strip().lower())
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0) if found else 0
    if not 5 <= minutes <= 1440:
        raise Misread("Please type how many minutes there are, such as 60, or press Enter to go without.")
    return str(minutes)
