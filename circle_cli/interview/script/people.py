"""Who takes part: names as people type them. Pure."""

from collections.abc import Callable, Sequence

from circle_cli.interview.answers.people import names_in
from circle_cli.interview.script.prompts import Misread

EVERYONE = "everyone"
"""To whom something is told that is meant for the whole group."""

TOO_FEW = "A session with others needs at least two people. Please type their names, with commas between."


def read_people(typed: str) -> str:
    """Read who is here: at least two, each told from the others.

    Raises:
        Misread: there are too few, two of one name, or one that is only a number.
    """
    names = names_in(typed)
    for place, name in enumerate(names):
        refuse_number(name)
        if name.casefold() in [other.casefold() for other in names[:place]]:
            raise Misread(f"{name} is there twice. Could you tell them apart, such as {name} K and {name} B?")
    if len(names) < 2:
        raise Misread(TOO_FEW)
    return ", ".join(names)


def refuse_number(name: str) -> None:
    """Keep a number from being somebody's name.

    Raises:
        Misread: it is one.
    """
    if name.isdecimal():
        raise Misread(f"{name} is a number, and numbers are for choosing. Could it be a name, or P{name}?")


def known_as(named: str, people: Sequence[str]) -> str | None:
    """Find the one person meant, whatever the case, by the whole name or an unmistakable beginning of it."""
    wanted = named.strip().casefold()
    exact = [name for name in people if name.casefold() == wanted]
    starts = [name for name in people if wanted and name.casefold().startswith(wanted)]
    found = exact or starts
    return found[0] if len(found) == 1 else None


def reading_names(people: Sequence[str], most: int | None = None) -> Callable[[str], str]:
    """Give a reader of some of these people's names, at most so many; "nobody" is an answer."""

    def read(typed: str) -> str:
        if typed.strip().casefold() == "nobody":
            return "nobody"
        found = [known_as(name, people) or _stranger(name, people) for name in names_in(typed)]
        if most is not None and len(set(found)) > most:
            raise Misread("That role is for one person. The others can be encouragers.")
        return ", ".join(dict.fromkeys(found))

    return read


def _stranger(name: str, people: Sequence[str]) -> str:
    raise Misread(f"{name} is not among those here ({', '.join(people)}). Ctrl-B or .back goes back, to add them.")
