"""How much an interview asks: its prompts, and the words that stand on the screen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from composed import PEOPLE, an_interview, session_of
from walked import OTHERS, TOLD, walk

from circle_cli.commands.asking.reflect import WELCOME
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.asker import Screen
from circle_cli.interview.composing.decompose import decompose
from circle_cli.interview.script.before.preparing import Preparation
from circle_cli.interview.script.script import Interview, Script
from circle_cli.interview.terminal.screen import heading_of
from circle_cli.vocabulary import Mode

ALONE = {**TOLD, "title": "The walk to school", "situation": "A boy who had stopped going.", "safeguarding/raised": "1"}
READY = {"opening of*": "We are ready; keep"}
SIX = {
    **ALONE, **OTHERS, "people": PEOPLE, "influence": TOLD["influence"], **READY, "views/both": "1, imagined 2",
    "numbers/*": "Jo 8", "noticed/*": "You sat down.", "round/*": "Sam: Time.\nJo: Tea.",
}  # fmt: skip
TWO = {"presenter": "Sam", "questioner": "Jo", "noticed/*": "You sat down.", "round/*": "Sam: Time."}
TWELVE = ("Ann", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo", "Kit", "Lou")
ADDED = {
    "learning-points/1/text": "Ask.", "learning-points/1/scope": "1", "action-points/1/what": "Ring", "said/*": "1",
    "people-and-places": "Kit", "frameworks/1/framework": "2", "frameworks/1/statement": "1",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many prompts, and words beside them."""

    prompts: int
    words: int


def asked_for(
    interview: Script, said: Mapping[str, object], *, welcome: bool = True, start: Answers | None = None
) -> Count:
    met = [screen for screen, _ in walk(interview, said, start)[0].met]
    return _and(_count(met), Count(prompts=0, words=sum(map(_words, WELCOME)) if welcome else 0))


def _count(met: Sequence[Screen]) -> Count:
    options = [option.label for screen in met for option in screen.prompt.options]
    shown = [*map(heading_of, met), *options]
    return Count(prompts=len(met), words=sum(map(_words, shown)) + len(options))


def _words(text: str) -> int:
    return len(re.sub(r"\x1b\[[0-9;]*m", "", text).split())


def asked_for_all() -> dict[str, Count]:
    whole, quick, group = an_interview(), replace(an_interview(), quick=True), an_interview(Mode.GROUP)
    of_six = asked_for(group, SIX)
    found = {
        "all eight questions": asked_for(whole, ALONE),
        "the quick way": asked_for(quick, ALONE),
        "one to one": asked_for(whole, ALONE | TWO, start={"company": "with"}),
        "a group of six": of_six,
        "a group of six, with all additions": _and(of_six, _all_added_to(group)),
        "preparing a group": asked_for(
            Preparation(guidance=group.guidance, today=group.today, mode=Mode.GROUP),
            {**SIX, "date": "tomorrow 2pm"},
            welcome=False,
        ),
        "the closing round of twelve": _closing_round(
            group, SIX | {"people": ", ".join(TWELVE), "facilitator": "Ann", "presenting": "Bo"}
        ),
    }
    for each in Addition:
        adding = replace(whole, saved=True, adding=(each,))
        found[f"adding {each.replace('-', ' ')}"] = asked_for(adding, {}, welcome=False)
    return found


def _all_added_to(interview: Interview) -> Count:
    """Count all that can be added to a saved session, one of each, beside the screen on which it is offered."""
    saved = decompose(session_of(interview, walk(interview, SIX)[1]))
    additions = tuple(each for each in Addition if each is not Addition.CHANGE)
    return asked_for(replace(interview, saved=True, adding=additions), ADDED, welcome=False, start=saved)


def _closing_round(interview: Interview, said: Mapping[str, object]) -> Count:
    met = [screen for screen, _ in walk(interview, said)[0].met]
    keys = [screen.prompt.key for screen in met]
    return _count(met[keys.index("actions") + 1 :])


def _and(one: Count, other: Count) -> Count:
    return Count(prompts=one.prompts + other.prompts, words=one.words + other.words)
