"""The closing round as earlier versions asked it, kind by kind: drafts have it. Pure.

Nothing of a session is taken apart into these answers any more.
"""

from collections.abc import Iterator

from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.together import BETWEEN, OBSERVATIONS, PRACTICE, SHARING, each_given
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.during.spoken import without_speaker
from circle_cli.interview.script.during.told import everybody
from circle_cli.interview.script.people import EVERYONE, known_as
from circle_cli.session.record import Observation
from circle_cli.vocabulary import Role


def told_before(company: Company, answers: Answers) -> Iterator[Observation]:
    """Give the observations in answers of that time."""
    for kind, by, text in each_given(OBSERVATIONS, answers):
        for part in _told_apart(kind, text, company):
            to, words = _told_to(kind, without_speaker(part, by, everybody(company)).strip(), company)
            yield Observation(by=by, to=to, text=words)


def _told_apart(kind: str, text: str, company: Company) -> tuple[str, ...]:
    """Give the observations in a line: a new one begins where somebody else is named."""
    parts: list[str] = []
    for piece in text.split(BETWEEN):
        name, colon, _ = piece.partition(":")
        if parts and not (colon and _addressed(kind, name, company)):
            parts[-1] += BETWEEN + piece
        else:
            parts.append(piece)
    return tuple(parts)


def _told_to(kind: str, text: str, company: Company) -> tuple[str, str]:
    """Give to whom an observation is told, and its words; a name and a colon may come first."""
    name, colon, words = text.partition(":")
    found = _addressed(kind, name, company) if colon and words.strip() else None
    if found:
        return found, words.strip()
    if kind == SHARING:
        return EVERYONE, text
    role, names = (Role.PRESENTER, company.presenters) if kind == PRACTICE else (Role.QUESTIONER, company.questioners)
    return (names[0] if len(names) == 1 else role), text


def _addressed(kind: str, name: str, company: Company) -> str | None:
    """Find whom an observation names; only where it may be for anybody is the beginning of a name enough."""
    exact = [each for each in (*company.people, EVERYONE, *Role) if each.casefold() == name.strip().casefold()]
    return exact[0] if exact else known_as(name, company.people) if kind == SHARING else None
