"""What can be added once the questions are answered: who is in the story, themes, frameworks, outcomes."""

from circle_cli.form.pieces import Html, choice, field, group, joined, only, options, paragraph, rows, text, tick
from circle_cli.guidance.records import Framework, Guidance
from circle_cli.vocabulary import Length, Setting

_SETTINGS = ((Setting.CHILDREN, "Children’s"), (Setting.ADULTS, "Adults’"), (Setting.BOTH, "Both"))


def more_about(guidance: Guidance) -> Html:
    """Draw what the program offers to add; all of it can stay open."""
    shown = Html("<section><h2>Would you like to add anything?</h2>{}</section>")
    return only(Length.FULL, shown.format(joined((_story(), _themes(guidance), _frameworks(guidance)))))


def _story() -> Html:
    cast = rows(
        "cast",
        "Who and where is in this story?",
        "Name",
        field("The name, as it stands there", data_field="name", data_main=True),
        field("What else they are called there, with commas", data_field="also"),
        field("What could be said instead, such as “her gran”", data_field="say"),
        about="People, places, schools, teams. Best leave names out. What has to be there is told here, so that the "
        "program can look for it. This list is never published.",
    )
    return cast + tick("Nobody and no place in it goes by a name", name="nobody", value="yes")


def _themes(guidance: Guidance) -> Html:
    ours = joined(tick(theme.title, name="theme", value=theme.id, data_title=theme.title) for theme in guidance.themes)
    inner = group(
        "What is it about?",
        paragraph("As many as fit, or words of your own."),
        Html('<div class="many">{}</div>').format(ours),
        field("In words of your own, with commas", name="own_themes", type="text"),
        choice("Which services does it belong to?", _SETTINGS, name="setting"),
    )
    return _folded("Themes, and which services", inner)


def _frameworks(guidance: Guidance) -> Html:
    links = rows(
        "frameworks",
        "Which part of a professional framework does it show?",
        "Part of a framework",
        Html("<label>Which part? <select data-field='link' data-main><option value=''>None</option>{}</select></label>")
        .format(joined(map(_of_framework, guidance.frameworks))),
        field("How does it show it, in a line?", data_field="how"),
    )  # fmt: skip
    outcomes = text(
        "Which learning outcomes, of a course or a portfolio, does it show? With semicolons between", name="outcomes"
    )
    return _folded("Frameworks and learning outcomes", links + outcomes)


def _of_framework(framework: Framework) -> Html:
    inner = options(
        (f"{framework.id} {each.id}", f"{framework.short}: {each.id} {each.title}") for each in framework.statements
    )
    shown = Html('<optgroup label="{}" data-from="{}" data-to="{}">{}</optgroup>')
    return shown.format(
        f"{framework.title} ({framework.short})", framework.valid_from or "", framework.valid_to or "", inner
    )


def _folded(summary: str, inner: Html) -> Html:
    return Html("<details><summary>{}</summary>{}</details>").format(summary, inner)
