"""What a group is asked straight after a question: a number from everybody, and whose view was heard. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.together import (
    HEARD,
    IMAGINED,
    SCORES,
    SCORES_BY_NAME,
    VIEWED,
    VIEWED_AS,
    without_commas,
)
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.people import known_as
from circle_cli.interview.script.prompts import Misread, Prompt, line, several

NAMED_UP_TO = 3
"""With more people than this, scores are saved by role and not by name."""

_BETWEEN_VIEWS = re.compile(r"[,;\n]|\s(?=(?:heard|imagined?)\b)", re.IGNORECASE)
_SCORE = re.compile(r"(?:(?P<name>[^,;]*?)[\s:=]+)?(?P<score>[0-9]{1,2})")


def scores(question: Question, company: Company) -> Iterator[Prompt]:
    """Ask everybody for a number, to be shown together."""
    kept = "They are saved by role, not by name." if len(company.people) > NAMED_UP_TO else ""
    yield line(
        SCORES[question.id].key,
        ours(question.scaling or ""),
        remark=(
            "A number from each who likes, typed together: Sam 8, Jo 6. Or just the numbers, in the order of names.",
            f"Enter goes on. {kept}".strip(),
        ),
        reading=_reading_scores(company.people),
        echo=lambda scores: _side_by_side(SCORES_BY_NAME.read(scores)),
    )


def _reading_scores(people: Sequence[str]) -> Callable[[str], str]:
    how = f"Please type a name and a number from 1 to 10 for each, such as {people[0]} 8, {people[1]} 6."

    def read(typed: str) -> str:
        parts = re.split(r"[,;\n]\s*", typed.strip(" ,;")) if re.search(r"[^\d\s]", typed) else typed.split()
        given: dict[str, int] = {}
        for place, part in enumerate(parts):
            found = _SCORE.fullmatch(part.strip())
            if not found or not 1 <= int(found["score"]) <= 10:
                raise Misread(how)
            bare = not (found["name"] or "").strip()
            if bare and len(parts) != len(people):
                raise Misread(f"There are {len(people)} people and {len(parts)} numbers. {how}")
            name = people[place] if bare else known_as(found["name"], people)
            if name is None:
                raise Misread(f"{found['name'].strip()} is not among those here ({', '.join(people)}). {how}")
            given[name] = int(found["score"])
        return SCORES_BY_NAME.write(given)

    return read


def _side_by_side(given: Mapping[str, int]) -> str:
    """Show scores together, in the order in which they were said: it is no contest."""
    if not given:
        return ""
    together = ", ".join(f"{name} {score}" for name, score in given.items())
    low, high = min(given.values()), max(given.values())
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
