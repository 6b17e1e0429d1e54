"""What is asked at the end of an interview: what the session is about, and who is in its story. Pure."""

from collections.abc import Iterator
from datetime import date

from circle_cli.guidance.records import Framework, Guidance
from circle_cli.interview.answers.answer import Answers
from circle_cli.interview.answers.during import CAST, FRAMEWORKS, SETTING, STATEMENT, THEMES
from circle_cli.interview.script.prompts import Prompt, choice, line, several
from circle_cli.vocabulary import Setting

SERVICES = ((Setting.CHILDREN, "Children's"), (Setting.ADULTS, "Adults'"), (Setting.BOTH, "Both"))
"""How services are offered, of a session and of a learning point."""


def about_it(guidance: Guidance, day: date, answers: Answers) -> Iterator[Prompt]:
    """Give the prompts on themes, services, frameworks in force on `day`, and the cast."""
    themes = tuple((theme.id, theme.title) for theme in guidance.themes)
    remark = ("Choose as many as fit, or use words of your own.",)
    yield several(THEMES.key, "What is it about?", *themes, remark=remark, reading=str.lower)
    yield choice(
        SETTING.key,
        "Which services does it belong to?",
        *SERVICES,
    )
    yield from framework_links(guidance, day, answers, ("Do you want to link it to a professional framework?",))
    yield from _cast(answers)


def framework_links(
    guidance: Guidance, day: date, answers: Answers, ask: tuple[str, ...], *, how: bool = True
) -> Iterator[Prompt]:
    """Ask which parts of the frameworks in force on `day` it shows, and how unless that is for later.

    `ask` is how the first is asked for, and what there is to say about it.
    """
    known = {framework.id: framework for framework in guidance.frameworks}
    open_now = [framework for framework in known.values() if framework.in_force(day)]
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


def _statements(framework: Framework) -> Iterator[tuple[str, str]]:
    """Give a framework's statements; a number of its own is said only where it differs from the place in the list."""
    for place, statement in enumerate(framework.statements, start=1):
        yield (
            STATEMENT.write(statement.id),
            statement.title + ("" if statement.id == str(place) else f" (its number {statement.id})"),
        )


def _named(framework: Framework) -> str:
    return f"{framework.title} ({framework.short})"


def _cast(answers: Answers) -> Iterator[Prompt]:
    for entry in CAST.asked(answers):
        yield line(
            entry.key("name"),
            "Who and where is in this story?" if entry.first else "Anybody or anywhere else?",
            remark=(
                "Names of people, places, schools, teams: one at a time. If there are none, type nobody.",
                "This list is never published: it helps to keep the names out, should you share what you learnt.",
            )
            if entry.first
            else ("Enter when that is everyone.",),
        )
        name = entry.text("name")
        if CAST.is_none(name) and entry.first:
            return
        if name:
            yield line(
                entry.key("also"), f"What else is {name} called?", remark=("Short names, nicknames. Enter for none.",)
            )
            yield line(
                entry.key("say"),
                f"What could be said instead of {name}?",
                remark=("Such as the young person, his daughter, the school. Enter to leave it open.",),
            )
