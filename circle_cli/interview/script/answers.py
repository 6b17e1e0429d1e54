"""Answers by prompt key, and the items of a list among them. Pure."""

from collections.abc import Iterator, Mapping

Answers = Mapping[str, str | None]
"""Replies by prompt key; None where a prompt was seen and left empty."""

NOBODY = "nobody"

STATEMENT = "§"
"""Stands before a statement's id, which may be a number: among options, numbers are places in the list."""


def items(group: str, field: str, answers: Answers) -> Iterator[str]:
    """Give the stem of each item of a group, and of the one that may come next; nothing given is ever left out."""
    number = 1
    while True:
        yield f"{group}/{number}"
        later = any(answers.get(f"{group}/{n}/{field}") for n in range(number + 1, number + 100))
        if not (answers.get(f"{group}/{number}/{field}") or later):
            return
        number += 1


def numbers(answers: Answers, group: str, field: str) -> list[int]:
    """Give the numbers of a group's items that were filled in, in order."""
    found = [key.split("/") for key, text in answers.items() if text and key.startswith(f"{group}/")]
    depth = group.count("/") + 1
    return sorted(int(parts[depth]) for parts in found if parts[depth + 1] == field)
