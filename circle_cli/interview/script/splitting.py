"""Splitting people into the groups of a training event. Pure."""

from collections.abc import Callable, Iterator, Sequence

from circle_cli.interview.script.answers import Answers
from circle_cli.interview.script.dealing import split_evenly
from circle_cli.interview.script.people import names_in, reading_names
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line

SMALLEST = 2
_COMFORTABLE = 6
"""People in a group: five to eight work well with the roles. Source: the page on preparing."""


def into_groups(people: Sequence[str], wanted: int | None, answers: Answers) -> Iterator[Prompt]:
    """Ask how many groups there are, and propose who is in which; the proposal can be changed."""
    most = len(people) // SMALLEST
    if wanted is None or wanted > most:
        usual = max(1, min(most, round(len(people) / _COMFORTABLE)))
        yield line(
            "groups",
            "How many groups?",
            remark=(f"There are {len(people)} people; five to eight in a group work well.",),
            prefill=str(usual),
            reading=_reading_count(len(people)),
            needed="Please type how many groups there are.",
        )
    count = group_count(people, wanted, answers)
    if not count:
        return
    split = split_evenly(people, count)
    yield choice(
        split_key(people, count),
        "Shall we split like this?",
        ("yes", "Yes, like this"),
        ("change", "No, change it"),
        remark=tuple(f"Group {number}: {', '.join(group)}" for number, group in enumerate(split, start=1)),
        default="yes",
    )
    if answers.get(split_key(people, count)) == "change":
        for number, group in enumerate(split, start=1):
            earlier = [name for n in range(1, number) for name in names_in(answers.get(f"group/{n}"))]
            yield line(
                f"group/{number}",
                f"Who is in group {number}?",
                prefill=", ".join(name for name in group if name not in earlier),
                reading=_reading_group(people, earlier, last=number == count),
                needed=f"Please type who is in group {number}.",
            )


def group_count(people: Sequence[str], wanted: int | None, answers: Answers) -> int:
    """Give how many groups there are; 0 while it is open."""
    if wanted is not None and wanted <= len(people) // SMALLEST:
        return wanted
    count = int(answers.get("groups") or 0)
    return count if count <= len(people) // SMALLEST else 0


def split_key(people: Sequence[str], count: int) -> str:
    """Give the key under which a split is agreed; with other people or another number it is asked anew."""
    return f"split of {count}: {', '.join(people)}"


def groups_of(people: Sequence[str], wanted: int | None, answers: Answers) -> tuple[tuple[str, ...], ...]:
    """Give the groups as they were agreed."""
    count = group_count(people, wanted, answers)
    split = split_evenly(people, count) if count else (tuple(people),)
    if count and answers.get(split_key(people, count)) == "change":
        return tuple(names_in(answers.get(f"group/{number}")) or split[number - 1] for number in range(1, count + 1))
    return split


def _reading_count(people: int) -> Callable[[str], str]:
    def read(said: str) -> str:
        count = int(said) if said.isdecimal() else 0
        if not 1 <= count <= people // SMALLEST:
            raise Misread(
                f"Please type a number from 1 to {people // SMALLEST}: every group needs two people at least."
            )
        return str(count)

    return read


def _reading_group(people: Sequence[str], earlier: Sequence[str], *, last: bool) -> Callable[[str], str]:
    def read(said: str) -> str:
        names = names_in(reading_names(people)(said))
        again = [name for name in names if name in earlier]
        if again:
            raise Misread(f"{', '.join(again)} is in an earlier group already. Ctrl-B or .back goes back to it.")
        if len(names) < SMALLEST:
            raise Misread("Every group needs two people at least.")
        left = [name for name in people if name not in (*earlier, *names)]
        if last and left:
            raise Misread(f"Nobody is left out: please add {', '.join(left)}, or go back to another group.")
        return ", ".join(names)

    return read
