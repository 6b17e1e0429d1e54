"""Agreeing who does what, and opening the session: what is asked once it is known who is here. Pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from circle_cli.guidance.ours import explained
from circle_cli.guidance.records import Guidance, Question, RolePage
from circle_cli.interview.answers.answer import Answer, Answers
from circle_cli.interview.answers.people import (
    CHANGE,
    MINUTES,
    ROLES_AS_TEXT,
    agreed_roles,
    names_for_role,
    names_in,
    opened_with,
)
from circle_cli.interview.answers.together import ALL_READY, OPENING
from circle_cli.interview.script.agenda import fit
from circle_cli.interview.script.company import (
    Company,
    company_of,
    presenter_among,
    proposed_company,
    read_minutes,
)
from circle_cli.interview.script.dealing import Turns, doubled, without_role
from circle_cli.interview.script.people import reading_names
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line
from circle_cli.vocabulary import Mode, Role

_FOR_TWO = 4
"""So many lines of the opening are for two as well: at ease, the aim, the bounds, the time. The rest is on roles."""

_ENCOURAGING = (
    "Whoever asks encourages: watch for good practice, and at the end tell one good thing that you saw in it. "
    "That matters a great deal, so keep time for it, and for how it was for both of you."
)

UNTIMED = "untimed"
"""Stands before the roles with which people begin who do not watch the time."""

_ASK = "The opening"
_NOT_READY = "Nobody has said that all are ready. Ctrl-B (or .back) goes back to it."


def opening(
    guidance: Guidance, questions: Sequence[Question], mode: Mode, answers: Answers, turns: Turns, wishes: Sequence[str]
) -> Iterator[Prompt]:
    """Say what is said at the beginning, who does what, and how the time will go: one prompt, unless that is changed.

    Roles that were agreed beforehand stand; whoever would have them otherwise goes back to them.
    """
    people = company_of(mode, answers, turns).people
    presenter = presenter_among(people, answers)
    opened = opened_with(people, presenter)
    usual = guidance.page_of(mode).minutes
    minutes = MINUTES.value(answers) if MINUTES.key in answers else usual
    wished = ("", "What people would like to do:", *(f"- {each}" for each in wishes)) if wishes else ()

    def asked(answer: Answer[Any], company: Company, *ways: tuple[str, str]) -> Prompt:
        roles = roles_in_words(guidance.roles, company)
        time = (fit(questions, minutes).in_words(),) if minutes else ()
        remark = (*explained(guidance.running.opening), *wished, "", *roles, *time)
        return choice(answer.key, _ASK, *ways, remark=remark, left_open=_NOT_READY, guarded=True)

    beforehand = agreed_roles(people, presenter).text(answers)
    if beforehand:
        yield _how_long(usual)
        yield from who_does_what(guidance.roles, mode, answers, turns)
    else:
        company = proposed_company(mode, answers, turns)
        yield asked(opened, company, *_ways_to_begin(ROLES_AS_TEXT.write(company.roles) or ALL_READY, usual))
    if opened.text(answers) == CHANGE:
        yield _how_long(usual)
        yield from _one_by_one(guidance.roles, mode, answers, turns)
    if beforehand or opened.text(answers) == CHANGE:
        yield asked(OPENING, company_of(mode, answers, turns), (ALL_READY, "We are ready"))


def opening_of_two(guidance: Guidance) -> Prompt:
    """Open a session one to one: put people at ease, say what for, where the bounds are, how long; who encourages."""
    lines = (*guidance.running.opening[:_FOR_TWO], _ENCOURAGING)
    ready = (ALL_READY, "We are ready")
    return choice(OPENING.key, _ASK, ready, remark=explained(lines), left_open=_NOT_READY, guarded=True)


def _ways_to_begin(roles: str, usual: int | None) -> Iterator[tuple[str, str]]:
    """Give what can be said where all are ready; the time is watched only where somebody says so."""
    if usual:
        yield roles, f"We are ready; keep an eye on the time ({usual} minutes)"
        yield f"{UNTIMED}; {roles}", "We are ready, and do not watch the time"
    else:
        yield roles, "We are ready"
    yield CHANGE, "First change the roles, or how long there is"


def minutes_of(guidance: Guidance, mode: Mode, answers: Answers, turns: Turns) -> int | None:
    """Give how long there is, as somebody said; None where nobody watches the time."""
    if MINUTES.key in answers:
        return MINUTES.value(answers)
    people = company_of(mode, answers, turns).people
    said = opened_with(people, presenter_among(people, answers)).text(answers)
    timed = said and said != CHANGE and not said.startswith(UNTIMED)
    return guidance.page_of(mode).minutes if timed else None


def _how_long(usual: int | None) -> Prompt:
    about = f"Usually {usual} at most. " if usual else ""
    return line(
        MINUTES.key,
        "How long have you got, in minutes?",
        remark=(f"{about}The closing round is kept free in it. Emptied, the time is not watched.",),
        prefill=str(usual or ""),
        reading=read_minutes,
        anew=True,
    )


def who_does_what(pages: Sequence[RolePage], mode: Mode, answers: Answers, turns: Turns) -> Iterator[Prompt]:
    """Propose roles and let them be changed; nobody is left without one."""
    company = proposed_company(mode, answers, turns)
    agreed = agreed_roles(company.people, presenter_among(company.people, answers))
    proposed = ROLES_AS_TEXT.write(company.roles)
    yield choice(
        agreed.key,
        "Shall we take these roles?",
        (proposed, "Yes, like this"),
        (CHANGE, "No, change them"),
        remark=tuple(roles_in_words(pages, company)),
        default=proposed,
    )
    if agreed.text(answers) == CHANGE:
        yield from _one_by_one(pages, mode, answers, turns)


def _one_by_one(pages: Sequence[RolePage], mode: Mode, answers: Answers, turns: Turns) -> Iterator[Prompt]:
    """Ask for each role who has it, those that would be proposed standing there."""
    company = proposed_company(mode, answers, turns)
    people, presenter = company.people, presenter_among(company.people, answers)
    for page in pages:
        if not page.several:
            yield line(
                names_for_role(page.id, people, presenter).key,
                page.title,
                default=", ".join(company.roles.get(page.id, ())),
                prefill=", ".join(company.roles.get(page.id, ())),
                reading=reading_names(people, most=1),
                anew=True,
            )
    yield from _rest(pages, people, presenter, answers)


def _rest(pages: Sequence[RolePage], people: Sequence[str], presenter: str, answers: Answers) -> Iterator[Prompt]:
    """Ask for the role that several can have, until nobody is without one."""
    several = next(page for page in pages if page.several)
    answer = {page.id: names_for_role(page.id, people, presenter) for page in pages}
    left = without_role(people, {page.id: answer[page.id].value(answers) for page in pages if not page.several})

    def read(typed: str) -> str:
        chosen = reading_names(people)(typed)
        missing = [name for name in left if name not in names_in(chosen)]
        if missing:
            raise Misread(f"Everybody has a role; please add {', '.join(missing)}.")
        return chosen

    yield line(
        answer[several.id].key,
        f"{several.title}, one or more",
        default=", ".join(left) or "nobody",
        prefill=", ".join(left),
        reading=read,
    )


def roles_in_words(pages: Sequence[RolePage], company: Company) -> Iterator[str]:
    """Say who has which role, a line each, what is open, and who has two."""
    for page in pages:
        if company.roles.get(page.id):
            yield f"{page.title}: {', '.join(company.roles[page.id])}"
    still_open = [page.title for page in pages if page.id != Role.ENCOURAGER and not company.roles.get(page.id)]
    if company.roles and still_open:
        yield f"(Open, for whoever would like it: {', '.join(still_open).lower()}.)"
    twice = doubled(company.roles)
    if twice:
        verb = "has" if len(twice) == 1 else "have"
        yield f"({' and '.join(twice)} {verb} more than one role, which is fine.)"
