"""Who told whom what they noticed, and how it is said back, so that nobody is praised for another's work. Pure."""

from collections.abc import Iterator

from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.together import NOTICED, each_given
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.during.spoken import named_first, said_in, without_speaker
from circle_cli.vocabulary import Role

Telling = tuple[str, str, str]
"""By whom something was told, to whom, and the words."""


def everybody(company: Company) -> tuple[str, ...]:
    """Give all who speak: those with a role, and a facilitator who leads several groups and is in none."""
    outside = [company.facilitator] if company.facilitator and company.facilitator not in company.people else []
    return (*company.people, *outside)


def whom(company: Company) -> tuple[str, ...]:
    """Give all whom something can be told to, by name or by role."""
    return (*everybody(company), *Role)


def told_to(line: str, by: str, company: Company) -> tuple[str, str]:
    """Give to whom something is told, and its words: to the presenter, unless somebody else is named first."""
    found, words = named_first(without_speaker(line, by, everybody(company)), whom(company))
    return " and ".join(_holder(name, company) for name in found or (Role.PRESENTER,)), words


def told_back(text: str, by: str, company: Company) -> str:
    """Say who is told what, where it is not all for the presenter."""
    told = list(_told_in(text, by, company))
    usual = _holder(Role.PRESENTER, company)
    return "\n".join(f"For {to}: {words}" for _, to, words in told) if any(to != usual for _, to, _ in told) else ""


def told_so_far(answers: Answers, company: Company) -> str:
    """Say to each, before the round goes on, what they were told and by whom."""
    told = [each for _, by, text in each_given({"": NOTICED}, answers) for each in _told_in(text, by, company)]
    lines: list[str] = []
    for whom in dict.fromkeys(to for _, to, _ in told):
        lines += (f"What {whom} was told:", *(f"- {words} ({by})" for by, to, words in told if to == whom))
    return "\n".join((*lines, "To change any of it, Ctrl-B (or .back) goes back.")) if lines else ""


def _told_in(text: str, by: str, company: Company) -> Iterator[Telling]:
    return ((by, *told_to(line, by, company)) for line in said_in(text, whom(company)))


def _holder(name: str, company: Company) -> str:
    """Give the one person who has a role, where the name is that of one; else the name."""
    holders = company.roles.get(name, ()) if name in list(Role) else ()
    return holders[0] if len(holders) == 1 else name
