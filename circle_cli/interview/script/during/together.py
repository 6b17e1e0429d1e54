"""What a group is asked straight after a question: a number from everybody, and whose view was heard. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from circle_cli.guidance.ours import ours
from circle_cli.guidance.records import Question
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.together import HEARD, IMAGINED, SCORES, SCORES_BY_NAME, VIEWS, without_commas
from circle_cli.interview.script.company import Company
from circle_cli.interview.script.people import known_as
from circle_cli.interview.script.prompts import Misread, Prompt, line, several

NAMED_UP_TO = 3
"""With more people than this, scores are saved by role and not by name."""

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
    options = view_options(question)
    yield several(
        HEARD.key,
        ours("Whose view have you really heard?"),
        *options.items(),
        remark=("In their own words or ways, from them.",),
    )
    left = {value: label for value, label in options.items() if value not in HEARD.value(answers)}
    if left:
        yield several(
            IMAGINED.key,
            ours("And whose have you imagined?"),
            *left.items(),
            echo=lambda views: _missing(left, VIEWS.read(views)),
        )


def view_options(question: Question) -> dict[str, str]:
    """Give those whose view the question asks for: as a word without commas, and as the page has it."""
    return {without_commas(view): view for view in question.views}


def _missing(left: Mapping[str, str], imagined: Sequence[str]) -> str:
    missing = [label for value, label in left.items() if value not in imagined]
    return (
        f"Neither heard nor imagined so far: {'; '.join(missing)}. Worth a thought, now or another day."
        if missing
        else ""
    )
