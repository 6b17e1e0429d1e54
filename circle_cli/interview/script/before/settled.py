"""What is settled of a planned session: said in a few lines, and asked again only where it is wished. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from circle_cli.guidance.records import ModePage
from circle_cli.interview.script.answers import Answers, numbers
from circle_cli.interview.script.before.appointing import said_when
from circle_cli.interview.script.prompts import Prompt, several
from circle_cli.vocabulary import Focus, Role

AGAIN = "again"
"""The key under which somebody says what is to be asked again."""

_PARTS = {
    "title": ("the name", ("title",)),
    "situation": ("the situation", ("situation",)),
    "focus": ("what you will look at", ("focus",)),
    "when": ("day and time", ("date", "at", "minutes")),
    "people": (
        "people and roles",
        ("company", Role.PRESENTER, Role.QUESTIONER, "people", "facilitator", "presenting", "roles"),
    ),
    "gathered": ("what people said beforehand", ("gathered",)),
    "evidence": ("evidence", ("frameworks",)),
    "ready": ("what was ticked", ("ready",)),
}
"""What can be asked again: its name, and the groups of answers that belong to it."""


def still_settled(settled: Answers, answers: Answers) -> Answers:
    """Give the settled answers but for those that somebody wants to be asked again."""
    wanted = (answers.get(AGAIN) or "").split(", ")
    return {key: text for key, text in settled.items() if _part_of(key) not in wanted}


def open_prompts(script: Iterable[Prompt], settled: Answers, answers: Answers) -> Iterator[Prompt]:
    """Leave out of a script what is settled; where it is asked again, it stands there to be changed."""
    kept = still_settled(settled, answers)
    for prompt in script:
        if prompt.key not in kept or prompt.key in answers:
            yield replace(prompt, prefill=settled.get(prompt.key) or prompt.prefill)


def what_is_settled(page: ModePage, settled: Answers, focuses: Mapping[Focus, str]) -> Prompt:
    """Say what is settled, and ask what of it has changed."""
    said = {
        "title": settled.get("title"),
        "situation": (settled.get("situation") or "").split("\n")[0],
        "focus": focuses[Focus(focus)] if (focus := settled.get("focus")) else "",
        "when": said_when(settled),
        "people": _said_people(settled),
        "gathered": ", ".join(settled[f"gathered/{n}/by"] or "" for n in numbers(settled, "gathered", "by")),
        "evidence": ", ".join(settled[key] or "" for key in settled if key.endswith("/framework")),
        "ready": _said_ready(page, settled),
    }
    parts = {part: text for part, text in said.items() if text}
    return several(
        AGAIN,
        "Is any of this different now?",
        *((part, _PARTS[part][0]) for part in parts),
        remark=tuple(f"- {_PARTS[part][0].capitalize()}: {text}" for part, text in parts.items()),
    )


def _said_people(settled: Answers) -> str:
    if not settled.get("people"):
        return " and ".join(filter(None, (settled.get(Role.PRESENTER), settled.get(Role.QUESTIONER))))
    leads = f"; {settled['facilitator']} facilitates" if settled.get("facilitator") else ""
    presents = f"; {settled['presenting']} presents" if settled.get("presenting") else ""
    return f"{settled['people']}{leads}{presents}"


def _said_ready(page: ModePage, settled: Answers) -> str:
    ticked = sum(settled.get(f"ready/{check.id}") == "yes" for check in page.readiness)
    return f"{ticked} of {len(page.readiness)}" if ticked else ""


def _part_of(key: str) -> str:
    group = key.partition("/")[0].partition(" ")[0]
    return next((part for part, (_, groups) in _PARTS.items() if group in groups), "")
