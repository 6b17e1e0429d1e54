"""How much an interview asks: its prompts, and the words that stand on the screen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from composed import PEOPLE, an_interview
from walked import OTHERS, TOLD, walk

from circle_cli.commands.asking.reflect import WELCOME
from circle_cli.interview.answers.adding import Addition
from circle_cli.interview.script.script import Interview
from circle_cli.interview.terminal.screen import heading_of
from circle_cli.vocabulary import Mode

ALONE = {**TOLD, "title": "The walk to school", "situation": "A boy who had stopped going.", "safeguarding/raised": "1"}
READY = {"opening of*": "We are ready; keep"}
SIX = {**ALONE, **OTHERS, "people": PEOPLE, "influence": TOLD["influence"], **READY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many prompts, and words beside them."""

    prompts: int
    words: int


def asked_for(interview: Interview, said: Mapping[str, object], *, welcome: bool = True) -> Count:
    met = walk(interview, said)[0].met
    options = [option.label for screen, _ in met for option in screen.prompt.options]
    shown = [*(heading_of(screen) for screen, _ in met), *options, *(WELCOME if welcome else ())]
    return Count(prompts=len(met), words=sum(map(_words, shown)) + len(options))


def _words(text: str) -> int:
    return len(re.sub(r"\x1b\[[0-9;]*m", "", text).split())


def asked_for_all() -> dict[str, Count]:
    whole, quick = an_interview(), replace(an_interview(), quick=True)
    found = {
        "all eight questions": asked_for(whole, ALONE),
        "the quick way": asked_for(quick, ALONE),
        "a group of six": asked_for(an_interview(Mode.GROUP), SIX),
    }
    for each in Addition:
        adding = replace(whole, saved=True, adding=(each,))
        found[f"adding {each.replace('-', ' ')}"] = asked_for(adding, {}, welcome=False)
    return found
