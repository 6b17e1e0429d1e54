"""What is asked about a learning point so that others find it: what it is about, whom it concerns, if it fits. Pure.

All of it is chosen from closed lists: words of one's own could single somebody out.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from circle_cli.guidance.records import THEME_LISTS, Guidance, Theme
from circle_cli.interview.answers.answer import Answer, Answers, Declared
from circle_cli.interview.answers.notation import LIST, one_of
from circle_cli.interview.script.during.about import SERVICES
from circle_cli.interview.script.prompts import Misread, Prompt, choice, several
from circle_cli.points.record import LearningPoint
from circle_cli.session.record import Session
from circle_cli.vocabulary import Setting

QUESTIONS = Answer("questions", LIST, usual="learning")
KEPT_AS_THEMES = tuple(Answer(key, LIST) for key in THEME_LISTS)
THEMES, CONCERNS, CONDITIONS = KEPT_AS_THEMES
SETTING = Answer("setting", one_of(Setting))
FACETS: tuple[Declared, ...] = (QUESTIONS, THEMES, CONCERNS, CONDITIONS, SETTING)

MOST_CHOSEN = 3
"""Of one list: a learning point that is filed under everything is found by nobody."""


def facets(guidance: Guidance, session: Session, before: LearningPoint | None) -> Iterator[Prompt]:
    """Ask them in turn; `before` is the learning point as it was when it came back."""
    questions = tuple((question.id, question.title) for question in guidance.questions)
    yield replace(
        several(QUESTIONS.key, "Which of the eight questions does it speak to?", *questions),
        prefill=QUESTIONS.notation.write(before.questions) if before else QUESTIONS.usual,
        reading=_only({name for name, _ in questions}),
        needed="Please choose one at least.",
    )
    yield _several(THEMES.key, "What is it about?", guidance.themes, (before or session).themes)
    if guidance.concerns:
        yield _several(CONCERNS.key, "Who does it concern?", guidance.concerns, before.themes if before else ())
    yield choice(
        SETTING.key,
        "Which services can use it?",
        *SERVICES,
        default=str((before or session).setting or Setting.BOTH),
    )
    if guidance.conditions:
        yield _conditions(guidance.conditions, before.themes if before else ())


def chosen_themes(answers: Answers) -> tuple[str, ...]:
    """Give all that a learning point's file keeps as its themes."""
    return tuple(dict.fromkeys(theme for each in KEPT_AS_THEMES for theme in each.value(answers)))


def _several(key: str, ask: str, among: Sequence[Theme], now: Collection[str]) -> Prompt:
    return replace(
        several(key, ask, *((theme.id, theme.title) for theme in among), remark=("Up to three, from this list.",)),
        prefill=", ".join(theme.id for theme in among if theme.id in now),
        reading=_only({theme.id for theme in among}),
    )


def _conditions(among: Sequence[Theme], now: Collection[str]) -> Prompt:
    """Ask for one; nobody has to know it yet, and one that was chosen earlier can be taken back."""
    return replace(
        choice(
            CONDITIONS.key,
            "Would it fit in many situations, or does it depend on the situation?",
            ("", "Not known yet"),
            *((theme.id, theme.title) for theme in among),
        ),
        prefill=next((theme.id for theme in among if theme.id in now), ""),
    )


def _only(known: Collection[str]) -> Callable[[str], str]:
    """Give a reader of words from a closed list."""

    def read(typed: str) -> str:
        chosen = [part for part in typed.split(", ") if part]
        strange = [part for part in chosen if part not in known]
        if strange:
            raise Misread(f"{', '.join(strange)} is not in the list. Please type numbers from it.")
        if len(chosen) > MOST_CHOSEN:
            raise Misread(f"Please choose {MOST_CHOSEN} at most.")
        return typed

    return read
