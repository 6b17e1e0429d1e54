"""What is settled of a planned session: said in a few lines, and asked again only where it is wished. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from circle_cli.guidance.records import ModePage
from circle_cli.interview.answers.answer import Answers, Declared
from circle_cli.interview.answers.before import AGAIN, AT, DATE, FOCUS, GATHERED, PLACE, READY, WISHES
from circle_cli.interview.answers.during import FRAMEWORKS, SECTION, TITLE
from circle_cli.interview.answers.people import (
    AGREED,
    COMPANY,
    FACILITATOR,
    MINUTES,
    PEOPLE,
    PRESENTER,
    PRESENTING,
    QUESTIONER,
)
from circle_cli.interview.script.before.appointing import when_in_words
from circle_cli.interview.script.prompts import Prompt, several
from circle_cli.vocabulary import Focus

_PARTS: Mapping[str, tuple[str, tuple[Declared, ...]]] = {
    "title": ("the name", (TITLE,)),
    "situation": ("the situation", (SECTION["situation"],)),
    "focus": ("what you will look at", (FOCUS,)),
    "when": ("day, time and place", (DATE, AT, MINUTES, PLACE)),
    "people": ("people and roles", (COMPANY, PRESENTER, QUESTIONER, PEOPLE, FACILITATOR, WISHES, PRESENTING, AGREED)),
    "gathered": ("what people said beforehand", (GATHERED,)),
    "evidence": ("evidence", (FRAMEWORKS,)),
    "ready": ("what was ticked", (READY,)),
}
"""What can be asked again: its name, and the answers that belong to it."""


_OF_ONE_VALUE = frozenset(each.key for each in (DATE, AT, PLACE, FACILITATOR, PRESENTING))
"""What is likely to be something else altogether, where it is another."""


def still_settled(settled: Answers, answers: Answers) -> Answers:
    """Give the settled answers but for those that somebody wants to be asked again."""
    wanted = AGAIN.value(answers)
    return {key: text for key, text in settled.items() if _part_of(key) not in wanted}


def open_prompts(script: Iterable[Prompt], settled: Answers, answers: Answers) -> Iterator[Prompt]:
    """Leave out of a script what is settled, but for what is asked again."""
    kept = still_settled(settled, answers)
    for prompt in script:
        if prompt.key not in kept or prompt.key in answers:
            yield _asked_again(prompt, settled.get(prompt.key) or "")


def _asked_again(prompt: Prompt, before: str) -> Prompt:
    """Put what was said there, to be changed; what protects somebody is said anew, or it is open."""
    if not prompt.guarded:
        return replace(prompt, prefill=before or prompt.prefill, anew=prompt.anew or prompt.key in _OF_ONE_VALUE)
    said = next((f"Last time: {option.label}" for option in prompt.options if option.value == before), "")
    return replace(prompt, remark=(*prompt.remark, *filter(None, [said])))


def what_is_settled(page: ModePage, settled: Answers, focuses: Mapping[Focus, str]) -> Prompt:
    """Say what is settled, and ask what of it has changed."""
    focus = FOCUS.value(settled)
    texts = {
        "title": TITLE.text(settled),
        "situation": SECTION["situation"].text(settled).split("\n")[0],
        "focus": focus and focuses[focus],
        "when": when_in_words(settled),
        "people": _people_in_words(settled),
        "gathered": ", ".join(view.text("by") for view in GATHERED.given(settled)),
        "evidence": ", ".join(link.text("framework") for link in FRAMEWORKS.given(settled)),
        "ready": _checks_in_words(page, settled),
    }
    parts = {part: text for part, text in texts.items() if text}
    return several(
        AGAIN.key,
        "Is any of this different now?",
        *((part, _PARTS[part][0]) for part in parts),
        remark=tuple(f"- {_PARTS[part][0].capitalize()}: {text}" for part, text in parts.items()),
    )


def _people_in_words(settled: Answers) -> str:
    if not PEOPLE.text(settled):
        return " and ".join(filter(None, (PRESENTER.text(settled), QUESTIONER.text(settled))))
    leads = f"; {FACILITATOR.text(settled)} facilitates" if FACILITATOR.text(settled) else ""
    presents = f"; {PRESENTING.text(settled)} presents" if PRESENTING.text(settled) else ""
    return f"{PEOPLE.text(settled)}{leads}{presents}"


def _checks_in_words(page: ModePage, settled: Answers) -> str:
    ticked = sum(bool(READY.of(check.id).value(settled)) for check in page.readiness)
    return f"{ticked} of {len(page.readiness)}" if ticked else ""


def _part_of(key: str) -> str:
    return next((part for part, (_, answers) in _PARTS.items() if any(each.takes(key) for each in answers)), "")
