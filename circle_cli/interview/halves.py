"""Half of a reply: it stands there to be gone on with, but where it protects somebody. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from circle_cli.interview.answers.adding import added_in
from circle_cli.interview.answers.together import ASKED_BEFORE
from circle_cli.interview.script.prompts import Prompt


def standing(prompt: Prompt, answers: Mapping[str, str | None], halves: Mapping[str, str]) -> str:
    """Give what stands there already; where it protects somebody, no half of a reply: Enter would take it."""
    given = answers.get(prompt.key) or (prompt.prefill if prompt.key not in answers else "")
    return given if prompt.guarded else halves.get(prompt.key, given)


def said_anew(prompt: Prompt, stands: str, answers: Mapping[str, str | None]) -> bool:
    """Tell whether typing is likely to put something else in the place of what stands there: never of half a reply."""
    return prompt.anew and bool(stands) and stands == (answers.get(prompt.key) or prompt.prefill)


def half_of(prompt: Prompt, stood: str, before: str | None, text: str) -> str:
    """Give what there is of a reply; one that was left untouched is what it was when it was left before."""
    return before if before is not None and prompt.guarded and text == stood else text


def told_of(prompt: Prompt, stands: str, half: str | None) -> Prompt:
    """Say with a prompt what half of a reply there was, where it does not stand there."""
    if not half or half == stands:
        return prompt
    option = prompt.option(half)
    said = f"You were at “{option.label if option else half}”. It counts when you choose it."
    return replace(prompt, remark=(*prompt.remark, said))


def asked_before(key: str) -> bool:
    """Tell whether earlier versions asked under a key what is asked otherwise now."""
    return bool(added_in([key])) or any(each.takes(key) for each in ASKED_BEFORE)
