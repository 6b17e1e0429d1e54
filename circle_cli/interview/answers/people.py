"""The answers on who takes part, and in which role. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence

from circle_cli.interview.answers.answer import Answer, AnswerForEach, Answers, Declared
from circle_cli.interview.answers.notation import CHOSEN, LIST, NUMBER, TIDY, Notation
from circle_cli.vocabulary import Mode, Role

Roles = Mapping[str, tuple[str, ...]]

ALONE, WITH_SOMEBODY = "alone", "with"
CHANGE = "change"
"""Said of what is proposed (roles, or groups) where somebody would have it otherwise."""

_BETWEEN = re.compile(r"[,;\n]|\s+(?:and|&)\s+")
_NOT_IN_NAMES = re.compile(r"[:/|\s]+")
_PRESENTS = "; presenting: "


def names_in(text: str | None) -> tuple[str, ...]:
    """Give the names in a line, as typed but for characters that no name needs."""
    parts = (_NOT_IN_NAMES.sub(" ", part).strip() for part in _BETWEEN.split(text or ""))
    return tuple(part for part in parts if part)


def _write_roles(roles: Roles) -> str:
    return "; ".join(f"{role}: {', '.join(names)}" for role, names in roles.items() if names)


def _read_roles(text: str) -> Roles:
    parts = (part.split(": ", 1) for part in text.split("; ") if ": " in part)
    return {role: tuple(names.split(", ")) for role, names in parts if role in list(Role)}


NAMES: Notation[tuple[str, ...]] = Notation(names_in, ", ".join)
LISTED_NAMES: Notation[tuple[str, ...]] = Notation(LIST.read, LIST.write)
ROLES_AS_TEXT = Notation(_read_roles, _write_roles)
"""Such as `presenter: Sam; questioner: Jo`."""

COMPANY = Answer("company", CHOSEN)
PRESENTER = Answer("presenter", LISTED_NAMES)
QUESTIONER = Answer("questioner", LISTED_NAMES)

PEOPLE = Answer("people", NAMES)
FACILITATOR = Answer("facilitator", TIDY)
PRESENTING = Answer("presenting", TIDY)
INSTEAD = Answer("presenting/instead", TIDY)
"""Who presents where whoever was going to is not here."""

MINUTES = Answer("minutes", NUMBER)
AGREED = AnswerForEach("roles of {}", ROLES_AS_TEXT)
"""The roles that were agreed for some people: their names are in the key, so that it is asked anew when others come."""

OPENED = AnswerForEach("opening of {}", ROLES_AS_TEXT)
"""The roles with which some people began, where they agreed on them in the opening: their names are in the key."""

EARLIER_ROLES = AnswerForEach("roles/{}", NAMES, unrecorded="the first drafts had it; roles are agreed anew")


def agreed_roles(people: Sequence[str], presenter: str = "") -> Answer[Roles]:
    """Give the answer by which these people, of whom one presents, agree on their roles, or want to `CHANGE` them."""
    return AGREED.of(_these(people, presenter))


def opened_with(people: Sequence[str], presenter: str = "") -> Answer[Roles]:
    """Give the answer by which these people begin with their roles, or want to `CHANGE` something first."""
    return OPENED.of(_these(people, presenter))


def names_for_role(role: str, people: Sequence[str], presenter: str = "") -> Answer[tuple[str, ...]]:
    """Give the answer that says who has a role, where these people wanted to change their roles."""
    return Answer(AGREED.of(f"{_these(people, presenter)}/{role}").key, NAMES)


def _these(people: Sequence[str], presenter: str) -> str:
    presents = f"{_PRESENTS}{presenter}" if presenter else ""
    return f"{', '.join(sorted(people, key=str.casefold))}{presents}"


def agreed_for(answers: Answers) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the people, and whoever of them presents, for whom roles were agreed; the last ones last."""
    for key, text in answers.items():
        people, _, presenter = (AGREED.name_in(key) or OPENED.name_in(key)).partition(_PRESENTS)
        if text and people and "/" not in key:  # behind a stroke comes the answer on one role
            yield tuple(people.split(", ")), presenter


WHO_TAKES_PART: tuple[Declared, ...] = (
    COMPANY,
    PRESENTER,
    QUESTIONER,
    PEOPLE,
    FACILITATOR,
    PRESENTING,
    INSTEAD,
    MINUTES,
    AGREED,
    OPENED,
    EARLIER_ROLES,
)


def is_alone(mode: Mode, answers: Answers) -> bool:
    """Tell whether nobody else takes part, nor asks the questions."""
    return mode is Mode.INDIVIDUAL and COMPANY.text(answers) != WITH_SOMEBODY
