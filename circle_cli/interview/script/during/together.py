"""What a group is asked straight after a question: a number from everybody, and whose view was heard. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.together import (
    HEARD,
    IMAGINED,
    NUMBERS,
    NUMBERS_BY_NAME,
    SCORES,
    VIEWED,
    VIEWED_AS,
    without_commas,
)
from circle_cli.interview.answers.typed import GivenScore, apart_from_view
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.people import known_as
from circle_cli.interview.script.prompts import Misread, Prompt, line, several

NAMED_UP_TO = 3
"""With more people than this, it is not kept whose number is whose: a role would name who had it."""

ONE_OF_MANY = "one of the group"
"""By whom a number is then, in the file."""

_BETWEEN_VIEWS = re.compile(r"[,;\n]|\s(?=(?:heard|imagined?)\b)", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(r"[,;\n]\s*|\s+(?:and|&)\s+(?=\d)|(?:(?<=\d)|(?<=told)|(?<=imagined))\s+(?:and|&)\s+")
_SCORE = re.compile(r"(?:(?P<name>[^,;]*?)[\s:=]+)?(?P<score>[0-9]{1,2})")
_SCORE_FIRST = re.compile(r"(?P<score>[0-9]{1,2})\s*(?:for|from|by)?\s+(?P<name>\D.*)")


def scores(question: Question, company: Company, answers: Answers) -> Iterator[Prompt]:
    """Ask everybody for a number, to be shown together; of those who are not there, as told or imagined."""
    if SCORES[question.id].key in answers:
        return  # an earlier version asked
    yield line(
        NUMBERS[question.id].key,
        ours(question.scaling or ""),
        remark=(
            "A number from each who likes, typed together: Sam 8, Jo 6. Or just the numbers, in the order of names.",
            f"Of somebody who is not here, as told or imagined: her gran 9 told. Enter goes on. {how_kept(company)}",
        ),
        reading=partial(_read_numbers, company.people),
        echo=lambda given: _side_by_side(NUMBERS_BY_NAME.read(given)),
    )


def how_kept(company: Company) -> str:
    """Say whether the file has whose number is whose."""
    if len(company.people) > NAMED_UP_TO:
        return "Only the numbers of those here are kept, not whose they are."
    return "They are kept with the names."


def _read_numbers(people: Sequence[str], typed: str) -> str:
    how = f"Please type a name and a number from 1 to 10 for each, such as {people[0]} 8, {people[1]} 6."
    parts = _BETWEEN_NUMBERS.split(typed.strip(" ,;"))
    apart = [each for part in parts for each in ([part] if re.search(r"[^\d\s]", part) else part.split())]
    given = [_read_number(part, how) for part in apart]
    in_turn = [each for each in given if not each.by]
    if in_turn and len(in_turn) != len(people):
        raise Misread(f"There are {len(people)} people and {len(in_turn)} numbers. {how}")
    names = iter(people)
    found = (_known_here(each, people) if each.by else each._replace(by=next(names)) for each in given)
    return NUMBERS_BY_NAME.write(tuple({each.by: each for each in found}.values()))


def _read_number(part: str, how: str) -> GivenScore:
    """Read one number, with whose it is where somebody is named."""
    try:
        words, view = apart_from_view(part)
    except ValueError:
        raise Misread(how) from None
    words = words.strip(" ()")
    found = _SCORE.fullmatch(words) or _SCORE_FIRST.fullmatch(words)
    if not found or not 1 <= int(found["score"]) <= 10:
        raise Misread(how)
    return GivenScore((found["name"] or "").strip(), int(found["score"]), view)


def _known_here(given: GivenScore, people: Sequence[str]) -> GivenScore:
    """Give it with the name of whoever is there; of somebody who is not, it has to be said how it is known."""
    exact = next((name for name in people if name.casefold() == given.by.casefold()), None)
    name = exact or (known_as(given.by, people) if given.view is None else None)
    if name is None and given.view is None:
        said = f"{given.by} {given.score}"
        raise Misread(
            f"{given.by} is not among those here ({', '.join(people)}). "
            f"Of somebody who is not here, please say how you know: {said} told, or {said} imagined."
        )
    return GivenScore(name, given.score) if name else given


def _side_by_side(given: Sequence[GivenScore]) -> str:
    """Show numbers together, in the order in which they were said: it is no contest."""
    if not given:
        return ""
    together = ", ".join(f"{each.by} {each.score}{f' ({each.view})' if each.view else ''}" for each in given)
    low, high = (find(each.score for each in given) for find in (min, max))
    spread = f"all at {low}" if low == high else f"from {low} to {high}"
    return f"Together: {together} ({spread}). What makes it so, and what would make it one more?"


def views(question: Question, answers: Answers) -> Iterator[Prompt]:
    """Ask whose view was heard and whose was imagined; say whose is missing, and leave it at that."""
    options, heard = view_options(question), HEARD.value(answers)
    if HEARD.key in answers and IMAGINED.key in answers:
        return  # an earlier version asked for them one after the other
    asked = several(
        VIEWED.key,
        ours("Whose view have you really heard, and whose have you imagined?"),
        *options.items(),
        remark=(
            "Heard is what you have from them, in their own words or ways. Before what is imagined, put that word.",
            "Such as: 1, the GP, imagined 2, 4",
        ),
        reading=partial(_read_views, tuple(options)),
        echo=partial(_understood, options),
    )
    yield replace(asked, prefill=VIEWED.notation.write((heard, ())) if heard else "")


def _read_views(options: Sequence[str], typed: str) -> str:
    """Read them; behind the word `imagined`, too, a number is a place in the list."""
    parts = [part.strip() for part in _BETWEEN_VIEWS.split(typed) if part and part.strip()]
    read = ", ".join(_read_view(part, options) for part in parts)
    return VIEWED.notation.write(VIEWED.notation.read(read)) if "," in typed else read


def _read_view(part: str, options: Sequence[str]) -> str:
    word = VIEWED_AS.match(part)
    rest = part[word.end() :] if word else part
    pieces = re.split(r"\s+(?:and|&)\s+|(?<=\d)\s+(?=\d)", rest) if re.search(r"(?<!\S)\d+(?!\S)", rest) else [rest]
    found = ", ".join(_one_view(piece, options) for piece in pieces)
    return f"{word[1].lower()} {found}".strip() if word else found


def _one_view(piece: str, options: Sequence[str]) -> str:
    if piece.isdecimal() and not 1 <= int(piece) <= len(options):
        raise Misread(f"{piece} is not in the list; please type numbers from 1 to {len(options)}, or words.")
    if piece.isdecimal():
        return options[int(piece) - 1]
    return next((option for option in options if option.casefold() == without_commas(piece).casefold()), piece)


def view_options(question: Question) -> dict[str, str]:
    """Give those whose view the question asks for: as a word without commas, and as the page has it."""
    return {without_commas(view): view for view in question.views}


def _understood(options: Mapping[str, str], text: str) -> str:
    """Say what was understood, and whose view is missing."""
    seen = VIEWED.notation.read(text)
    said = [
        f"{how}: {'; '.join(options.get(view, view) for view in views)}."
        for how, views in zip(("Heard", "Imagined"), seen, strict=True)
        if views
    ]
    missing = [label for value, label in options.items() if value not in (*seen[0], *seen[1])]
    lack = f"Neither heard nor imagined so far: {'; '.join(missing)}. Worth a thought, now or another day."
    return "\n".join((*said, *([lack] if missing else [])))
