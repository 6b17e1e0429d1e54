"""Splitting people into the groups of a training event. Pure."""

from collections.abc import Callable, Iterator, Sequence

from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.before import BRINGING, GROUPS, ONE_GROUP, group_of, split_of
from circle_cli.interview.answers.notation import NO, YES
from circle_cli.interview.answers.people import CHANGE, PEOPLE, names_in
from circle_cli.interview.script.dealing import Turns, by_turn, split_evenly
from circle_cli.interview.script.people import reading_names
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line

SMALLEST = 2
_COMFORTABLE = 6
"""People in a group: five to eight work well with the roles. Source: guidance/preparing.md."""


def who_brings(people: Sequence[str]) -> Prompt:
    """Ask who would like to present; those who would come into groups of their own."""
    return line(
        BRINGING.key,
        "Who would like to bring something?",
        remark=(
            "A success of their own, or something that was good to learn from; one person in each group.",
            "Enter leaves it open until the day.",
        ),
        reading=reading_names(people),
    )


def one_group() -> Prompt:
    """Ask whether what has one group is not a group session."""
    return choice(
        ONE_GROUP.key,
        "Training is for several groups, and this is one. Shall it be a group session?",
        (YES, "Yes, a group session"),
        (NO, "No, other groups will work beside it"),
        remark=("A group session is prepared the same way; what to look at is settled beforehand, if you like.",),
    )


def to_split(answers: Answers) -> tuple[str, ...]:
    """Give everybody in the order in which they are split: whoever brings something first."""
    people = PEOPLE.value(answers)
    bringing = [name for name in BRINGING.value(answers) if name in people]
    return tuple(dict.fromkeys((*bringing, *people)))


def presenter_of(group: Sequence[str], facilitator: str, turns: Turns, answers: Answers) -> str:
    """Give who presents in a group; nobody as long as nobody there would like to."""
    if BRINGING.key not in answers:
        return by_turn(group, facilitator, turns)
    return next((name for name in BRINGING.value(answers) if name in group), "")


def into_groups(people: Sequence[str], wanted: int | None, answers: Answers) -> Iterator[Prompt]:
    """Ask how many groups there are, and propose who is in which; the proposal can be changed."""
    most = len(people) // SMALLEST
    if wanted is None or wanted > most:
        usual = max(1, min(most, round(len(people) / _COMFORTABLE)))
        yield line(
            GROUPS.key,
            "How many groups?",
            remark=(f"There are {len(people)} people; five to eight in a group work well (ours).",),
            prefill=str(usual),
            anew=True,
            reading=_reading_count(len(people)),
            needed="Please type how many groups there are.",
        )
    count = group_count(people, wanted, answers)
    if not count:
        return
    if count == 1:
        yield one_group()
        return
    split = split_evenly(people, count)
    yield choice(
        split_of(people, count).key,
        "Shall we split like this?",
        (YES, "Yes, like this"),
        (CHANGE, "No, change it"),
        remark=tuple(f"Group {number}: {', '.join(group)}" for number, group in enumerate(split, start=1)),
        default=YES,
    )
    if split_of(people, count).text(answers) == CHANGE:
        yield from _one_by_one(people, count, answers)


def _one_by_one(people: Sequence[str], count: int, answers: Answers) -> Iterator[Prompt]:
    """Ask for each group who is in it, those who are left being split evenly; the last has whoever is left."""
    left = list(people)
    for number in range(1, count):
        group = group_of(left, number)
        yield line(
            group.key,
            f"Who is in group {number}?",
            prefill=", ".join(split_evenly(left, count - number + 1)[0]),
            reading=_reading_group(left, groups_after=count - number),
            needed=f"Please type who is in group {number}.",
            echo=_saying_the_last(left, count) if number == count - 1 else None,
        )
        left = [name for name in left if name not in group.value(answers)]


def _saying_the_last(left: Sequence[str], count: int) -> Callable[[str], str]:
    return lambda group: f"Group {count}: {', '.join(name for name in left if name not in names_in(group))}."


def group_count(people: Sequence[str], wanted: int | None, answers: Answers) -> int:
    """Give how many groups there are; 0 while it is open."""
    if wanted is not None and wanted <= len(people) // SMALLEST:
        return wanted
    count = GROUPS.value(answers) or 0
    return count if count <= len(people) // SMALLEST else 0


def groups_of(people: Sequence[str], wanted: int | None, answers: Answers) -> tuple[tuple[str, ...], ...]:
    """Give the groups as they were agreed."""
    count = group_count(people, wanted, answers)
    split = split_evenly(people, count) if count else (tuple(people),)
    if not count or split_of(people, count).text(answers) != CHANGE:
        return split
    groups: list[tuple[str, ...]] = []
    left = tuple(people)
    for number in range(1, count):
        agreed = group_of(left, number).value(answers)
        groups.append(agreed)
        left = tuple(name for name in left if name not in agreed)
    return (*groups, left) if all((*groups, left)) else split


def _reading_count(people: int) -> Callable[[str], str]:
    def read(typed: str) -> str:
        count = int(typed) if typed.isdecimal() else 0
        if not 1 <= count <= people // SMALLEST:
            raise Misread(
                f"Please type a number from 1 to {people // SMALLEST}: every group needs two people at least."
            )
        return str(count)

    return read


def _reading_group(left: Sequence[str], groups_after: int) -> Callable[[str], str]:
    def read(typed: str) -> str:
        names = names_in(reading_names(left)(typed))
        if len(names) < SMALLEST:
            raise Misread("Every group needs two people at least.")
        if len(left) - len(names) < SMALLEST * groups_after:
            others = "the last group" if groups_after == 1 else f"the {groups_after} groups after it"
            raise Misread(f"Every group needs two people at least; please leave some for {others}.")
        return ", ".join(names)

    return read
