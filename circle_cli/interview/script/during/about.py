"""What a session is about, and who is in its story. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from functools import partial

from circle_cli.guidance.records import Framework, Guidance
from circle_cli.ids import in_order
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import (
    CAST,
    CHANGED,
    CHANGED_TEXT,
    FRAMEWORKS,
    OUTCOMES,
    SETTING,
    STATEMENT,
    STORY,
    THEMES,
    section,
)
from circle_cli.interview.script.prompts import Misread, Prompt, choice, line, several, writing
from circle_cli.session.file import FIXED_HEADINGS
from circle_cli.session.record import CastEntry
from circle_cli.vocabulary import Setting

_NEAR = 0.8
"""How like one of our themes a word is that may be a slip of the pen."""

SERVICES = ((Setting.CHILDREN, "Children's"), (Setting.ADULTS, "Adults'"), (Setting.BOTH, "Both"))
"""How services are offered, of a session and of a learning point."""


def themes(guidance: Guidance, services: Setting | None, there: Sequence[str]) -> Iterator[Prompt]:
    """Ask for themes, beside those that are `there`, and for the services that it belongs to.

    Whoever has settled where they work need not say it.
    """
    known = {theme.id: theme.title for theme in guidance.themes}
    so_far = (f"There already: {'; '.join(known.get(theme, theme) for theme in there)}.",) if there else ()
    yield several(
        THEMES.key,
        "What is it about?",
        *known.items(),
        remark=(*so_far, "Choose as many as fit, or use words of your own."),
        reading=str.lower,
        echo=partial(_own_themes, known),
    )
    yield choice(SETTING.key, "Which services does it belong to?", *SERVICES, default=services or "")


def _own_themes(known: Mapping[str, str], chosen: str) -> str:
    """Say which are words of one's own; of one that may be a slip of the pen, which of ours it is like."""
    own = [theme for theme in THEMES.notation.read(chosen) if theme not in known]
    said = [f"In words of your own: {', '.join(own)}. They stay with this session."] if own else []
    titles = {title.lower(): (number, title) for number, title in enumerate(known.values(), start=1)}
    for theme in own:
        for near in get_close_matches(theme, titles, 1, _NEAR):
            said.append("Did you mean {}, {}? Ctrl-B (or .back) goes back.".format(*titles[near]))
    return "\n".join(said)


def framework_links(
    guidance: Guidance,
    day: date,
    answers: Answers,
    ask: tuple[str, ...],
    *,
    how: bool = True,
    services: Setting | None = None,
) -> Iterator[Prompt]:
    """Ask which parts of the frameworks in force on `day` it shows, and how unless that is for later.

    `ask` is how the first is asked for, and what there is to say about it. Those for the session's services come first,
    or where nobody has said which those are, for the `services` in which whoever is asked works.
    """
    known = {framework.id: framework for framework in guidance.frameworks}
    setting = SETTING.value(answers) or services
    open_now = sorted((each for each in known.values() if each.in_force(day)), key=lambda each: each.far_from(setting))
    if not open_now:
        return
    for link in FRAMEWORKS.asked(answers):
        yield choice(
            link.key("framework"),
            ask[0] if link.first else "Another part of a framework?",
            ("", "No, go on"),
            *((framework.id, _named(framework)) for framework in open_now),
            remark=ask[1:] if link.first else (),
        )
        chosen = known.get(link.text("framework"))
        if chosen:
            statements = dict(_statements(chosen))
            part = statements.get(link.text("statement"), "this")
            yield choice(
                link.key("statement"), "Which part?", *statements.items(), left_open="Without a part no link is kept."
            )
            if how:
                yield line(link.key("how"), f"How does it show “{part}”?", remark=("One line; Enter to leave it out.",))


def learning_outcomes(there: Sequence[str]) -> Prompt:
    """Ask for learning outcomes of a course or a portfolio, beside those that are `there`."""
    return line(
        OUTCOMES.key,
        "Which learning outcomes, of a course or a portfolio, does it show?",
        remark=(
            *((f"There already: {'; '.join(there)}.",) if there else ()),
            "As they are worded there, or in a few words, with semicolons between. Enter to go on.",
        ),
    )


def _statements(framework: Framework) -> Iterator[tuple[str, str]]:
    """Give a framework's statements; a number of its own is said only where it differs from the place in the list."""
    for place, statement in enumerate(framework.statements, start=1):
        yield (
            STATEMENT.write(statement.id),
            statement.title + ("" if statement.id == str(place) else f" (its number {statement.id})"),
        )


def _named(framework: Framework) -> str:
    return f"{framework.title} ({framework.short})"


def changed(guidance: Guidance, answers: Answers) -> Iterator[Prompt]:
    """Ask which answer is to be changed, and put it there to be written on."""
    titles = FIXED_HEADINGS | guidance.titles
    given = {name: titles[name] for name in in_order(titles) if section(name).text(answers)}
    if given:
        yield choice(CHANGED.key, "Which answer?", *given.items())
    which = CHANGED.text(answers)
    if which in given:
        yield writing(CHANGED_TEXT.key, given[which], prefill=section(which).text(answers))


def who_and_where(answers: Answers, seen: Sequence[CastEntry]) -> Prompt:
    """Ask who and where is in the story, all in a line; names that were `seen` in it stand there to be changed."""
    there = [entry.text("name") for entry in CAST.given(answers) if not CAST.is_none(entry.text("name"))]
    new = [entry for entry in seen if entry.name not in there]
    return line(
        STORY.key,
        "Who and where else is in this story?" if there else "Who and where is in this story?",
        remark=(
            "People, places, schools, teams, with commas between: Amira (Mira), her gran, Larkspur Road.",
            "What to say instead may stand behind a name: Larkspur Road = the street. If there are none, type nobody.",
            "This list is never published: it helps to keep the names out, should you share what you learnt.",
            *((f"There already: {', '.join(there)}.",) if there else ()),
            *(("It begins with what may be names in what you wrote: change it as you like.",) if new else ()),
        ),
        prefill=STORY.notation.write(tuple(new)) if new else "",
        reading=partial(_read_names, seen),
        echo=_kept,
    )


def _read_names(seen: Sequence[CastEntry], typed: str) -> str:
    """Read them; of a name that was seen, what to say instead is as proposed unless somebody says otherwise."""
    proposed = {entry.name.casefold(): entry.say for entry in seen}
    try:
        entries = STORY.notation.read(typed) or ()
    except ValueError as error:
        raise Misread(str(error)) from None
    said = (replace(entry, say=entry.say or proposed.get(entry.name.casefold())) for entry in entries)
    return STORY.notation.write(tuple(said))


def _kept(text: str) -> str:
    """Say what was understood: who is known by which names, and what would be said instead."""
    entries = STORY.notation.read(text)
    return f"Kept: {'; '.join(map(_in_words, entries))}." if entries else ""


def _in_words(entry: CastEntry) -> str:
    also = f", also {' or '.join(entry.also)}" if entry.also else ""
    return f"{entry.name}{also}" + (f", said as “{entry.say}”" if entry.say else "")
